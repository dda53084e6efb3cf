#include "text/fast.h"

#include <stdio.h>
#include <string.h>

#include "base/rng.h"
#include "base/utf8.h"
#include "support/analysis_check.h"
#include "support/suite.h"
#include "text/analyzer.h"
#include "text/fast_table.h"

enum { ROOM = 1 << 20 };

typedef struct both {
    twt_analyzer *fast, *plain;
    char *text;
    size_t len, turn;
} both;

static void setup(both *of)
{
    twt_profile profile;
    twt_profile_init(&profile);
    ck_assert_int_eq(twt_analyzer_new(&profile, &of->fast), TWT_OK);
    ck_assert_int_eq(twt_analyzer_new(&profile, &of->plain), TWT_OK);
    of->text = malloc(ROOM);
    of->len = of->turn = 0;
}

static void teardown(both *of)
{
    twt_analyzer_free(of->fast);
    twt_analyzer_free(of->plain);
    free(of->text);
}

static void add(both *of, const char *text, size_t len)
{
    if (of->len + len > ROOM)
        ck_abort_msg("no room");
    memcpy(of->text + of->len, text, len);
    of->len += len;
}

static void add_string(both *of, const char *text)
{
    add(of, text, strlen(text));
}

static void add_code(both *of, uint32_t code)
{
    char bytes[4];
    add(of, bytes, twt_utf8_encode(code, bytes));
}

static const char *difference(both *of, const twt_text_kernel *kernel, const char *text, const twt_analysis *plain)
{
    const twt_analysis *fast;
    twt_analyzer_use(of->fast, kernel);
    if (twt_analyzer_run(of->fast, text, of->len, &fast, NULL) != TWT_OK)
        return "refused";
    return analysis_difference(fast, plain);
}

/* Reads what was added, by the definition and some kernels, and begins anew. */
static size_t compare_some(both *of, const char *what, size_t first, size_t step)
{
    const twt_analysis *plain;
    char *exact = malloc(of->len ? of->len : 1); /* a sanitizer sees a read past the end of exact bytes */
    memcpy(exact, of->text, of->len);
    if (twt_analyzer_run_plain(of->plain, exact, of->len, &plain, NULL) != TWT_OK)
        ck_abort_msg("%s: refused", what);
    const char *fault = analysis_fault(plain);
    for (size_t i = first; !fault && twt_text_kernel_at(i); i += step)
        fault = difference(of, twt_text_kernel_at(i), exact, plain);
    if (fault)
        ck_abort_msg("%s: %s: %.*s", what, fault, (int)(of->len < 400 ? of->len : 400), exact);
    size_t tokens = plain->token_count;
    free(exact);
    of->len = 0;
    return tokens;
}

static size_t compare_all(both *of, const char *what)
{
    return compare_some(of, what, 0, 1);
}

/* By one kernel, each in its turn. */
static size_t compare(both *of, const char *what)
{
    if (!twt_text_kernel_at(++of->turn))
        of->turn = 0;
    return compare_some(of, what, of->turn, SIZE_MAX / 2);
}

static const char *const neighbours[] = {"",  "a", "A", "7",  "é",      "Ж", ".",  "'",
                                         ",", "-", "_", "\"", "\u0301", "א", "ア", " \n"};
enum { NEIGHBOURS = sizeof neighbours / sizeof *neighbours };

/* Between every pair of neighbours, each in a span of its own, with the neighbours once more behind. */
static void add_contexts(both *of, uint32_t code)
{
    for (int left = 0; left < NEIGHBOURS; left++)
        for (int right = 0; right < NEIGHBOURS; right++) {
            add_string(of, neighbours[left]);
            add_code(of, code);
            add_string(of, neighbours[right]);
            add_string(of, " ");
        }
}

static void compare_code(both *of, uint32_t code)
{
    char what[16];
    snprintf(what, sizeof what, "U+%04X", (unsigned)code);
    add_contexts(of, code);
    compare(of, what);
}

START_TEST(each_code_point_of_the_table_reads_as_by_definition)
{
    both of;
    setup(&of);
    for (uint32_t code = 0; code < TWT_FAST_CODES; code++)
        compare_code(&of, code);
    for (uint32_t code = 0x2000; code < 0x2040; code++)
        compare_code(&of, code);
    compare_code(&of, 0x20ac);
    teardown(&of);
}
END_TEST

START_TEST(a_code_point_beyond_the_table_reads_as_by_definition)
{
    static const uint32_t codes[] = {0x700,  0x20a8,  0x2122,  0x212b,  0x3000,  0x304b,  0x3099,  0x30fc,
                                     0x4e00, 0xac00,  0xd7a3,  0xe000,  0xfb01,  0xff07,  0xff21,  0xfffd,
                                     0xffff, 0x10000, 0x1d400, 0x1f600, 0x20000, 0xe0100, 0x10ffff};
    both of;
    setup(&of);
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
        compare_code(&of, codes[i]);
    teardown(&of);
}
END_TEST

/* The ranges of fast_beyond.c and some of what lies between them. */
START_TEST(regular_blocks_read_as_by_definition)
{
    static const struct {
        uint32_t first, last, step;
    } blocks[] = {{0x1e00, 0x1eff, 1},     {0x3000, 0x30ff, 1},     {0xff00, 0xffef, 1},     {0x33fe, 0x3402, 1},
                  {0x4db0, 0x4e02, 1},     {0x9fe0, 0xa000, 1},     {0xabfe, 0xac02, 1},     {0xd7a0, 0xd7b2, 1},
                  {0x3400, 0x4db5, 0x101}, {0x4e00, 0x9fea, 0x1f3}, {0xac00, 0xd7a3, 0x107}, {0x800, 0x1dff, 0x1f},
                  {0x1f00, 0x1fff, 7},     {0x2040, 0x2fff, 0x17},  {0xa000, 0xabff, 0x3d},  {0xe000, 0xff00, 0x65}};
    both of;
    setup(&of);
    for (size_t i = 0; i < sizeof blocks / sizeof *blocks; i++)
        for (uint32_t code = blocks[i].first; code <= blocks[i].last; code += blocks[i].step)
            compare_code(&of, code);
    teardown(&of);
}
END_TEST

/* Across the borders of blocks and windows. */
START_TEST(random_ascii_reads_as_by_definition)
{
    static const char *const alphabets[] = {"abcdefghABC     ..,'\n-",
                                            "aB1 ",
                                            "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa ",
                                            "ab$_ -\n.,;'`\"!?\r\t",
                                            "a -\n",
                                            "ab. \n",
                                            "1.,2 a'"};
    both of;
    setup(&of);
    uint64_t state = 99;
    for (int round = 0; round < 600; round++) {
        const char *alphabet = alphabets[round % 7];
        size_t count = strlen(alphabet), len = twt_rng_next(&state) % (round % 10 ? 400 : 9000);
        for (size_t i = 0; i < len; i++)
            if (twt_rng_next(&state) % 100)
                add(&of, &alphabet[twt_rng_next(&state) % count], 1);
            else
                add_string(&of, round % 2 ? "’" : " – “x” é ");
        compare_all(&of, "random ASCII");
    }
    teardown(&of);
}
END_TEST

START_TEST(ascii_bytes_are_those_of_the_table)
{
    for (unsigned byte = 0; byte < 256; byte++) {
        uint16_t entry = twt_fast_codes[byte];
        twt_fast_class class = TWT_FAST_CLASS(entry);
        bool is_word = byte < 0x80 && class >= TWT_FAST_LOWER && class <= TWT_FAST_DIGIT;
        ck_assert_uint_eq(twt_fast_bytes[byte], is_word ? TWT_FAST_NORM(entry) : 0);
    }
}
END_TEST

static const char *const nasty[] = {"The Council’s plan – “not ready” – cost £5.2m, or €6m.",
                                    "U.S. e.g. i.e. p.m. J.R.R. www.example.org/a_b?c=d",
                                    "inspec-\ntion sup-  \r\n\tport Lib-\nDem a1-\nb x-\n\ny -\nz",
                                    "soft\u00adhy\u00ad\nphen soft\u00ad \n\u00adER zero\u200bwidth\ufeff",
                                    "end.Next 5.Next end.next END.Next é.Éa",
                                    "don't don’t ‘don‘t’ 1'000 1’000 ’tis `quoted` O´Neil ʻokina",
                                    "3,14 3.14 3;14 3,a a,3 a;b 1,2,3 1,,2 .5 5. 3.. ..3",
                                    "_under_ __init__ a_b 1_2 _ __ a_",
                                    "Straße STRASSE İstanbul ıſŉ ĳ Ŀl",
                                    "ﬁnance ﬃ ½ ⅔ ㎏ ℡ ™ ² ª Ⅷ ①",
                                    "cafe\u0301 e\u0301\u0323 \u0301x a\u0315\u0300\u05ae\u0300b o\u0308\u0304",
                                    "Ω Å K ´ ΰ ᾳ\u0301 Σίσυφος ΣΑΣ",
                                    "שלום צה״ל צה\"ל ג׳ 'שלום' ״א״ א\"ב\"ג א' אב\"",
                                    "السَّلام عليكم، ١٢٣ 12٪ ؟ می‌خواهم",
                                    "हिन्दी क्षत्रिय। दो॥ क\u200dष ड़",
                                    "ภาษาไทย น้ำ ๑๒๓ abcไทย1",
                                    "東京タワー、２０２３年。ﾀﾞｲ カ\u3099 々〆 アabc ア_イ_a",
                                    "한국어 \u1112\u1161\u11ab \u1100\u1100\u1161 가\u11a8 ㅎㅏㄴ",
                                    "မြန်မာ ខ្មែរ ພາສາລາວ བོད་",
                                    "😀👍🏽 👨‍👩‍👧 🇩🇪🇫🇷 1️⃣ #️⃣",
                                    "ＦＵＬＬ　ｗｉｄｔｈ　１２",
                                    "a\u2028b\u2029c\xc2\x85 d\u00a0e\u202ff\u3000g",
                                    "„Deutsch“ »deutsch« «français» ‹x› 「引用」『内』 ”svenska”",
                                    "\"straight\" \"a\" b\"c\"d \" \" \"\"",
                                    "Mr. Smith vs. No. 5 Jan. 3 Inc. said. the. End",
                                    "what?! No!! Yes... maybe… so.",
                                    "\u061c\u202eRTL\u202c\u2066x\u2069",
                                    "$5 US$5 5$ R$ ¥£€¢¤ ₹₨ ؋",
                                    "😀.A a.😀 a.\u0301b A\u0308.B",
                                    "x\u00b7y l·l l\u0387l a:b a：b 1:2",
                                    "\x01\x02\x7f\x00z",
                                    "\n\n",
                                    "\r\n",
                                    "\n",
                                    "\r",
                                    "\t",
                                    " ",
                                    "   ",
                                    "-",
                                    "—",
                                    ".",
                                    ",",
                                    "’",
                                    "”",
                                    "“",
                                    "\v",
                                    "\f",
                                    "\u200b",
                                    "\u00ad",
                                    "A",
                                    "a",
                                    "1",
                                    "é",
                                    "İ",
                                    "א",
                                    "\u0301"};
enum { NASTY = sizeof nasty / sizeof *nasty };

START_TEST(nasty_texts_read_as_by_definition)
{
    both of;
    setup(&of);
    for (int i = 0; i < NASTY; i++) {
        add_string(&of, nasty[i]);
        compare_all(&of, "alone");
        for (int j = 0; j < NASTY; j++) {
            add_string(&of, nasty[i]);
            add_string(&of, nasty[j]);
            compare_all(&of, "in pairs");
        }
    }
    teardown(&of);
}
END_TEST

/* A piece of nasty text, cut at whole code points. */
static void add_piece(both *of, uint64_t *state)
{
    const char *from = nasty[twt_rng_next(state) % NASTY];
    size_t len = strlen(from), begin = len ? twt_rng_next(state) % len : 0, end = begin + twt_rng_next(state) % 12;
    while (begin > 0 && (from[begin] & 0xc0) == 0x80)
        begin--;
    if (end > len)
        end = len;
    while (end < len && (from[end] & 0xc0) == 0x80)
        end++;
    add(of, from + begin, end - begin);
}

START_TEST(random_mixes_read_as_by_definition)
{
    both of;
    setup(&of);
    uint64_t state = 2023;
    size_t tokens = 0;
    for (int round = 0; round < 6000; round++) {
        size_t pieces = 1 + twt_rng_next(&state) % 40;
        for (size_t i = 0; i < pieces; i++) {
            add_piece(&of, &state);
            if (twt_rng_next(&state) % 4 == 0)
                add_string(&of, " ");
        }
        tokens += compare(&of, "mix");
    }
    ck_assert_uint_gt(tokens, 50000);
    teardown(&of);
}
END_TEST

START_TEST(random_code_points_read_as_by_definition)
{
    static const uint32_t ends[] = {0x80, 0x180, 0x700, 0x2070, 0x3100, 0x10000, 0x110000};
    both of;
    setup(&of);
    uint64_t state = 77;
    for (int round = 0; round < 4000; round++) {
        for (int i = 0; i < 60; i++) {
            uint32_t code = (uint32_t)(twt_rng_next(&state) % ends[twt_rng_next(&state) % 7]);
            if (code < 0xd800 || code > 0xdfff)
                add_code(&of, code);
        }
        compare(&of, "random code points");
    }
    teardown(&of);
}
END_TEST

START_TEST(long_spans_read_as_by_definition)
{
    static const char *const units[] = {"a",        "é",        "ﬁ",  "a.", "1,",      "x-",   "中",     "タ",
                                        "か\u3099", "ab\u0301", "가", "ไ",  "e\u00ad", "A.b'", "\u0301", "(a)"};
    static const size_t lens[] = {1000, 1023, 1024, 1025,  1026,  2047,  2048,  2049,
                                  8191, 8192, 8193, 65535, 65536, 65537, 200000};
    both of;
    setup(&of);
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        for (size_t j = 0; j < sizeof lens / sizeof *lens; j++) {
            add_string(&of, "before ");
            while (of.len < lens[j])
                add_string(&of, units[i]);
            add_string(&of, "Z.Next after");
            compare(&of, units[i]);
        }
    teardown(&of);
}
END_TEST

TWT_SUITE("text_fast", each_code_point_of_the_table_reads_as_by_definition,
          a_code_point_beyond_the_table_reads_as_by_definition, regular_blocks_read_as_by_definition,
          random_ascii_reads_as_by_definition, ascii_bytes_are_those_of_the_table, nasty_texts_read_as_by_definition,
          random_mixes_read_as_by_definition, random_code_points_read_as_by_definition,
          long_spans_read_as_by_definition)

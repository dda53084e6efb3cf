#include "base/utf8.h"

#include <stdbool.h>
#include <string.h>

#include "base/rng.h"
#include "support/suite.h"

/* The slow oracle: a sequence is well formed when it is what encoding its value gives, and the value is no surrogate.
 */
static size_t size_by_encoding(const unsigned char *at, size_t left)
{
    static const struct {
        unsigned char lead, mask;
    } forms[] = {{0, 0x80}, {0xc0, 0xe0}, {0xe0, 0xf0}, {0xf0, 0xf8}};
    for (size_t size = 1; size <= 4 && size <= left; size++) {
        if ((at[0] & forms[size - 1].mask) != forms[size - 1].lead)
            continue;
        uint32_t code = at[0] & (unsigned char)~forms[size - 1].mask;
        for (size_t i = 1; i < size; i++)
            code = code << 6 | (at[i] & 0x3f);
        char encoded[4];
        if (code > 0x10ffff || (code >= 0xd800 && code < 0xe000))
            return 0;
        return twt_utf8_encode(code, encoded) == size && memcmp(encoded, at, size) == 0 ? size : 0;
    }
    return 0;
}

static size_t check_by_encoding(const char *text, size_t len)
{
    for (size_t at = 0; at < len;) {
        size_t size = size_by_encoding((const unsigned char *)text + at, len - at);
        if (size == 0)
            return at;
        at += size;
    }
    return len;
}

START_TEST(every_code_point_comes_back)
{
    for (uint32_t code = 0; code < 0x110000; code++) {
        char bytes[4];
        unsigned size = twt_utf8_encode(code, bytes), decoded;
        bool is_surrogate = code >= 0xd800 && code < 0xe000;
        size_t wanted = is_surrogate ? 0 : size;
        if (twt_utf8_check(bytes, size) != wanted || twt_utf8_decode(bytes, &decoded) != code || decoded != size)
            ck_abort_msg("U+%04X", (unsigned)code);
    }
}
END_TEST

START_TEST(each_kind_of_malformed_bytes_is_found_where_it_begins)
{
    static const struct {
        const char *text;
        size_t offset;
    } cases[] = {{"\x80", 0},                  /* stray continuation */
                 {"abcdefghij\xbfk", 10},      /* far behind */
                 {"é\xc0\xaf", 2},             /* overlong, two bytes */
                 {"a\xc1\xbf", 1},             /* the same */
                 {"ab\xe0\x9f\xbf", 2},        /* overlong, three bytes */
                 {"\xf0\x8f\xbf\xbf", 0},      /* overlong, four bytes */
                 {"x\xed\xa0\x80y", 1},        /* surrogates */
                 {"x\xed\xbf\xbfy", 1},        /* */
                 {"\xf4\x90\x80\x80", 0},      /* above U+10FFFF */
                 {"\xf5\x80\x80\x80", 0},      /* */
                 {"ok \xff", 3},               /* never a byte of UTF-8 */
                 {"ok \xfe\xfe", 3},           /* */
                 {"a\xe2\x82", 1},             /* cut short by the end */
                 {"a\xe2\x82\xac\xc3", 4},     /* */
                 {"a\xf0\x9f\x98 b", 1},       /* cut short by a blank */
                 {"a\xc3\xc3\xa9", 1},         /* cut short by another lead */
                 {"\xe2\x28\xa1", 0},          /* bad second byte */
                 {"\xf0\x9f\x28\xa1", 0},      /* bad third byte */
                 {"\xf8\x88\x80\x80\x80", 0}}; /* five bytes */
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        ck_assert_msg(twt_utf8_check(cases[i].text, strlen(cases[i].text)) == cases[i].offset, "case %zu", i);
}
END_TEST

START_TEST(random_bytes_are_judged_as_by_encoding)
{
    static const unsigned char likely[] = {0x00, 0x61, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc1, 0xc2, 0xdf,
                                           0xe0, 0xe1, 0xec, 0xed, 0xee, 0xef, 0xf0, 0xf1, 0xf3, 0xf4, 0xf5, 0xff};
    uint64_t state = 5;
    for (int round = 0; round < 300000; round++) {
        char text[24];
        size_t len = twt_rng_next(&state) % sizeof text;
        for (size_t i = 0; i < len; i++)
            text[i] = (char)(twt_rng_next(&state) % 3 ? likely[twt_rng_next(&state) % sizeof likely] : 'a');
        if (twt_utf8_check(text, len) != check_by_encoding(text, len))
            ck_abort_msg("round %d", round);
    }
}
END_TEST

START_TEST(a_code_point_of_any_bytes_is_read_or_replaced)
{
    for (uint32_t code = 0; code < 0x110000; code++) {
        char bytes[4];
        unsigned size = twt_utf8_encode(code, bytes);
        bool is_surrogate = code >= 0xd800 && code < 0xe000;
        uint32_t read, cut = TWT_UTF8_REPLACEMENT, wanted = is_surrogate ? TWT_UTF8_REPLACEMENT : code;
        bool is_whole = twt_utf8_read(bytes, size, &read) == (is_surrogate ? 1 : size) && read == wanted;
        bool is_cut = size == 1 || (twt_utf8_read(bytes, size - 1, &cut) == 1 && cut == TWT_UTF8_REPLACEMENT);
        if (!is_whole || !is_cut) /* an assertion that holds costs a system call in Check */
            ck_abort_msg("U+%04X", (unsigned)code);
    }
}
END_TEST

START_TEST(code_points_are_counted)
{
    ck_assert_uint_eq(twt_utf8_count("", 0), 0);
    ck_assert_uint_eq(twt_utf8_count("aé€😀", 10), 4);
}
END_TEST

TWT_SUITE("base_utf8", every_code_point_comes_back, each_kind_of_malformed_bytes_is_found_where_it_begins,
          random_bytes_are_judged_as_by_encoding, a_code_point_of_any_bytes_is_read_or_replaced,
          code_points_are_counted)

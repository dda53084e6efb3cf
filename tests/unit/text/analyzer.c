#include "twicetold/text.h"

#include <stdio.h>
#include <string.h>

#include "base/rng.h"
#include "reading.h"
#include "support/analysis_check.h"
#include "support/failing_alloc.h"
#include "support/suite.h"
#include "twicetold/version.h"

static twt_analyzer *new_analyzer(uint32_t k)
{
    twt_profile profile;
    twt_profile_init(&profile);
    profile.shingle_tokens = k;
    twt_analyzer *analyzer;
    ck_assert_int_eq(twt_analyzer_new(&profile, &analyzer), TWT_OK);
    return analyzer;
}

static const char sample[] =
    "The council’s plan, “once more” – Straße, ﬁnance, 東京。\n\nसभी लोग. Ends here inspec-\ntion.Next";

START_TEST(malformed_bytes_are_reported_with_their_place)
{
    twt_analyzer *analyzer = new_analyzer(3);
    const twt_analysis *analysis;
    size_t offset = 99;
    ck_assert_int_eq(twt_analyzer_run(analyzer, "words and \xed\xa0\x80", 13, &analysis, &offset), TWT_ERROR_UTF8);
    ck_assert_uint_eq(offset, 10);
    ck_assert_int_eq(twt_analyzer_run_plain(analyzer, "\xff", 1, &analysis, &offset), TWT_ERROR_UTF8);
    ck_assert_uint_eq(offset, 0);
    ck_assert_int_eq(twt_analyzer_run(analyzer, "a\xc3", 2, &analysis, NULL), TWT_ERROR_UTF8);
    ck_assert_int_eq(twt_analyzer_run(analyzer, "two words", 9, &analysis, &offset), TWT_OK);
    ck_assert_uint_eq(analysis->token_count, 2);
    twt_analyzer_free(analyzer);
}
END_TEST

START_TEST(a_text_beyond_the_limit_is_refused_unread)
{
    twt_analyzer *analyzer = new_analyzer(3);
    const twt_analysis *analysis;
    ck_assert_int_eq(twt_analyzer_run(analyzer, "", TWT_DOCUMENT_BYTES_MAX + 1, &analysis, NULL), TWT_ERROR_TOO_LARGE);
    ck_assert_ptr_null(analysis);
    twt_analyzer_free(analyzer);
    twt_analyzer_free(NULL);
}
END_TEST

START_TEST(a_bad_profile_is_refused)
{
    twt_profile profile;
    twt_profile_init(&profile);
    profile.shingle_tokens = 0;
    twt_analyzer *analyzer;
    ck_assert_int_eq(twt_analyzer_new(&profile, &analyzer), TWT_ERROR_ARGUMENT);
    ck_assert_ptr_null(analyzer);
}
END_TEST

START_TEST(a_text_without_words_is_fine)
{
    static const char *const texts[] = {"", " ", "\n\n", "– … “”", "\u200b\u00ad", "😀"};
    twt_analyzer *analyzer = new_analyzer(3);
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        const twt_analysis *analysis;
        ck_assert_int_eq(twt_analyzer_run(analyzer, texts[i], strlen(texts[i]), &analysis, NULL), TWT_OK);
        ck_assert_uint_eq(analysis->token_count, 0);
        ck_assert_uint_eq(analysis->sentence_count, 0);
        ck_assert_uint_eq(analysis->shingle_count, 0);
        ck_assert_uint_eq(analysis->shingle_set_count, 0);
    }
    twt_analyzer_free(analyzer);
}
END_TEST

START_TEST(few_tokens_make_one_shingle)
{
    twt_analyzer *analyzer = new_analyzer(5);
    const twt_analysis *analysis;
    ck_assert_int_eq(twt_analyzer_run(analyzer, "one two three four", 18, &analysis, NULL), TWT_OK);
    ck_assert_uint_eq(analysis->shingle_count, 1);
    ck_assert_int_eq(twt_analyzer_run(analyzer, "one two three four five six", 27, &analysis, NULL), TWT_OK);
    ck_assert_uint_eq(analysis->shingle_count, 2);
    twt_analyzer_free(analyzer);
}
END_TEST

START_TEST(a_used_analyzer_reads_like_a_new_one)
{
    twt_analyzer *used = new_analyzer(3), *fresh = new_analyzer(3);
    const twt_analysis *first, *second;
    const char *other = "“Something else, and longer. Quite”";
    ck_assert_int_eq(twt_analyzer_run(used, other, strlen(other), &first, NULL), TWT_OK);
    ck_assert_int_eq(twt_analyzer_run(used, sample, sizeof sample - 1, &first, NULL), TWT_OK);
    ck_assert_int_eq(twt_analyzer_run(fresh, sample, sizeof sample - 1, &second, NULL), TWT_OK);
    ck_assert_ptr_null(analysis_difference(first, second));
    twt_analyzer_free(used);
    twt_analyzer_free(fresh);
}
END_TEST

START_TEST(what_is_skipped_is_left_out_and_nothing_else_changes)
{
    twt_analyzer *whole = new_analyzer(3), *skipping = new_analyzer(3);
    const twt_analysis *all, *some;
    ck_assert_int_eq(twt_analyzer_run(whole, sample, sizeof sample - 1, &all, NULL), TWT_OK);
    for (unsigned parts = 0; parts <= (TWT_SKIP_SENTENCES | TWT_SKIP_SHINGLE_SET | TWT_SKIP_SENTENCE_ENDS); parts++) {
        twt_analyzer_skip(skipping, parts);
        ck_assert_int_eq(twt_analyzer_run(skipping, sample, sizeof sample - 1, &some, NULL), TWT_OK);
        ck_assert_ptr_null(analysis_skip_fault(all, some, parts));
        ck_assert_int_eq(twt_analyzer_run_plain(skipping, sample, sizeof sample - 1, &some, NULL), TWT_OK);
        ck_assert_ptr_null(analysis_skip_fault(all, some, parts));
    }
    twt_analyzer_skip(skipping, 0);
    ck_assert_int_eq(twt_analyzer_run(skipping, sample, sizeof sample - 1, &some, NULL), TWT_OK);
    ck_assert_ptr_null(analysis_difference(all, some));
    twt_analyzer_free(whole);
    twt_analyzer_free(skipping);
}
END_TEST

/* Words between marks and line ends of every kind, wrapped and not. */
static size_t write_lines(char *to, uint64_t *state)
{
    static const char *const between[] = {
        " ",      " ",      " ",        "\n",   "\n", "\r\n", "\n\n", "\v",     "\f",  "\r", ". ",           "”", "“",
        "\u2028", "\u2029", "\xc2\x85", "\n  ", "…",  "é ",   "¨ ",   "\u200b", "?\n", ", ", " \u00ad\n \n", "।", "© "};
    static const char *const words[] = {"harbour", "Council", "a", "42", "über", "the", "東", "x.y", "St"};
    size_t len = 0, count = twt_rng_next(state) % 60;
    for (size_t i = 0; i < count; i++)
        len += (size_t)sprintf(to + len, "%s%s", words[twt_rng_next(state) % (sizeof words / sizeof *words)],
                               between[twt_rng_next(state) % (sizeof between / sizeof *between)]);
    return len;
}

START_TEST(paragraphs_alone_are_those_of_the_text_read_whole)
{
    twt_analyzer *whole = new_analyzer(3), *skipping = new_analyzer(3);
    twt_analyzer_skip(skipping, TWT_SKIP_SENTENCE_ENDS);
    size_t most = 0;
    for (uint64_t seed = 1; seed <= 20000; seed++) {
        uint64_t state = seed;
        char text[4096];
        size_t len = write_lines(text, &state);
        const twt_analysis *all, *some;
        ck_assert_int_eq(twt_analyzer_run(whole, text, len, &all, NULL), TWT_OK);
        ck_assert_int_eq(twt_analyzer_run(skipping, text, len, &some, NULL), TWT_OK);
        ck_assert_ptr_null(analysis_skip_fault(all, some, TWT_SKIP_SENTENCE_ENDS));
        most = some->sentence_count > most ? some->sentence_count : most;
    }
    ck_assert_uint_gt(most, 10);
    twt_analyzer_free(whole);
    twt_analyzer_free(skipping);
}
END_TEST

typedef twt_status (*run)(twt_analyzer *, const char *, size_t, const twt_analysis **, size_t *);

static void sweep(run run_once)
{
    twt_profile profile;
    twt_profile_init(&profile);
    for (size_t n = 1;; n++) {
        twt_analyzer *analyzer = NULL;
        const twt_analysis *analysis = NULL;
        failing_alloc_arm(n);
        twt_status status = twt_analyzer_new(&profile, &analyzer);
        if (status == TWT_OK)
            status = run_once(analyzer, sample, sizeof sample - 1, &analysis, NULL);
        bool was_refused = failing_alloc_disarm();
        ck_assert_int_eq(status, was_refused ? TWT_ERROR_MEMORY : TWT_OK);
        if (was_refused && analyzer) { /* it stays usable */
            ck_assert_ptr_null(analysis);
            ck_assert_int_eq(run_once(analyzer, sample, sizeof sample - 1, &analysis, NULL), TWT_OK);
            ck_assert_ptr_null(analysis_fault(analysis));
        }
        twt_analyzer_free(analyzer);
        if (!was_refused)
            break;
    }
}

static twt_status run_paragraphs(twt_analyzer *analyzer, const char *text, size_t len, const twt_analysis **out,
                                 size_t *error_offset)
{
    twt_analyzer_skip(analyzer, TWT_SKIP_SENTENCE_ENDS);
    return twt_analyzer_run(analyzer, text, len, out, error_offset);
}

START_TEST(a_refused_allocation_leaves_the_analyzer_usable)
{
    sweep(run_paragraphs);
    sweep(twt_analyzer_run);
    sweep(twt_analyzer_run_plain);
}
END_TEST

START_TEST(a_second_run_allocates_nothing)
{
    twt_analyzer *analyzer = new_analyzer(3);
    const twt_analysis *analysis;
    ck_assert_int_eq(twt_analyzer_run(analyzer, sample, sizeof sample - 1, &analysis, NULL), TWT_OK);
    failing_alloc_arm(1);
    twt_status status = twt_analyzer_run(analyzer, sample, sizeof sample - 1, &analysis, NULL);
    ck_assert(!failing_alloc_disarm());
    ck_assert_int_eq(status, TWT_OK);
    twt_analyzer_free(analyzer);
}
END_TEST

START_TEST(looks_change_nothing_in_the_words)
{
    static const char *const same[][2] = {
        {"The council’s “new” plan", "THE COUNCIL'S \"NEW\" PLAN"},
        {"white space  and\tlines", "white\nspace and\r\n lines"},
        {"caf\u00e9 cr\u00e8me \u1e69", "cafe\u0301 cre\u0300me s\u0307\u0323"},
        {"a \u1112\u1161\u11ab b", "a \ud55c b"},
        {"ﬁnance ＡＢＣ ½ ㎏ ﾀﾞ", "finance abc 1\u20442 kg ダ"},
        {"don`t can´t ro\u02bck", "don't can’t ro'k"},
        {"co\u00adope\u200bration \u200fword\u200e", "cooperation word"},
        {"inspec-\ntion", "inspection"},
        {"Straße", "STRASSE"},
        {"ΣΊΣΥΦΟΣ", "σίσυφος"},
        {"צה״ל", "צה\"ל"},
        {"می‌خواهم", "میخواهم"},
        {"\ufeffstart", "start"},
    };
    for (size_t i = 0; i < sizeof same / sizeof *same; i++)
        ck_assert_msg(reading_hash(same[i][0]) == reading_hash(same[i][1]), "%s, %s", same[i][0], same[i][1]);
    ck_assert(reading_hash("one two") != reading_hash("two one"));
    ck_assert(reading_hash("$5") != reading_hash("€5"));
    ck_assert(reading_hash("resume") != reading_hash("résumé"));
}
END_TEST

START_TEST(the_unicode_version_is_told)
{
    double version = atof(twt_unicode_version());
    ck_assert(version >= 9.0 && version < 100.0);
}
END_TEST

TWT_SUITE("text_analyzer", malformed_bytes_are_reported_with_their_place, a_text_beyond_the_limit_is_refused_unread,
          a_bad_profile_is_refused, a_text_without_words_is_fine, few_tokens_make_one_shingle,
          a_used_analyzer_reads_like_a_new_one, what_is_skipped_is_left_out_and_nothing_else_changes,
          paragraphs_alone_are_those_of_the_text_read_whole, a_refused_allocation_leaves_the_analyzer_usable,
          a_second_run_allocates_nothing, looks_change_nothing_in_the_words, the_unicode_version_is_told)

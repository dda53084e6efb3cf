#include "compare/words/text_gap.h"

#include <string.h>

#include "base/rng.h"
#include "support/suite.h"

/* Two words with a gap between them. */
static unsigned marks_of(const char *gap, bool *joins)
{
    char text[512];
    size_t len = strlen(gap);
    memcpy(text, "a", 1);
    memcpy(text + 1, gap, len);
    memcpy(text + 1 + len, "b", 2);
    const twt_token tokens[2] = {{.begin = 0, .end = 1}, {.begin = (uint32_t)len + 1, .end = (uint32_t)len + 2}};
    const twt_analysis analysis = {.text = text, .text_len = len + 2, .tokens = tokens, .token_count = 2};
    *joins = twt_gap_joins(&analysis, 1);
    return twt_gap_marks(&analysis, 1);
}

static const struct {
    const char *bytes;
    unsigned mark;
} known[] = {
    {" ", TWT_GAP_BLANK},
    {"\t", TWT_GAP_BLANK},
    {"\xC2\xA0", TWT_GAP_BLANK},
    {"\xE3\x80\x80", TWT_GAP_BLANK},
    {"\xE2\x80\xAF", TWT_GAP_BLANK},
    {"\xE2\x80\x89", TWT_GAP_BLANK},
    {"\n", TWT_GAP_LINE},
    {"\xE2\x80\xA8", TWT_GAP_LINE},
    {"\xE2\x80\xA9", TWT_GAP_LINE},
    {"\"", TWT_GAP_QUOTE},
    {"\xC2\xAB", TWT_GAP_QUOTE},
    {"\xC2\xBB", TWT_GAP_QUOTE},
    {"\xE2\x80\x9C", TWT_GAP_QUOTE},
    {"\xE2\x80\x9D", TWT_GAP_QUOTE},
    {"\xE2\x80\x9E", TWT_GAP_QUOTE},
    {"\xE2\x80\x9F", TWT_GAP_QUOTE},
    {"\xE3\x80\x8C", TWT_GAP_QUOTE},
    {"\xE3\x80\x8D", TWT_GAP_QUOTE},
    {"\xE3\x80\x8E", TWT_GAP_QUOTE},
    {"\xE3\x80\x8F", TWT_GAP_QUOTE},
    {"\xEF\xBC\x82", TWT_GAP_QUOTE},
    {".", TWT_GAP_STOP},
    {"?", TWT_GAP_STOP},
    {"\xE2\x80\xA6", TWT_GAP_STOP},
    {"\xE3\x80\x82", TWT_GAP_STOP},
    {"\xEF\xBC\x81", TWT_GAP_STOP},
    {"\xEF\xBC\x9F", TWT_GAP_STOP},
    {"\xE0\xA5\xA4", TWT_GAP_STOP},
    {"\xD8\x9F", TWT_GAP_STOP},
    {"\xDB\x94", TWT_GAP_STOP},
    {",", TWT_GAP_OTHER},
    {"-", TWT_GAP_OTHER},
    {"'", TWT_GAP_OTHER},
    {"\xE2\x80\x93", TWT_GAP_OTHER},
    {"\xC2\xB7", TWT_GAP_OTHER},
    {"\xF0\x9F\x98\x80", TWT_GAP_OTHER},
};

enum { KNOWN = sizeof known / sizeof *known };

START_TEST(each_mark_is_told_alone_and_beside_any_other)
{
    bool joins;
    for (size_t i = 0; i < KNOWN; i++)
        for (size_t j = 0; j <= KNOWN; j++) {
            char gap[16];
            const char *second = j < KNOWN ? known[j].bytes : "";
            size_t len = strlen(known[i].bytes);
            memcpy(gap, known[i].bytes, len);
            memcpy(gap + len, second, strlen(second) + 1);
            unsigned marks = known[i].mark | (j < KNOWN ? known[j].mark : 0);
            bool is_one_stop = known[i].mark != TWT_GAP_STOP || j == KNOWN || known[j].mark != TWT_GAP_STOP;
            bool is_full_stop = *gap == '.' && is_one_stop;
            ck_assert_uint_eq(marks_of(gap, &joins), marks | (is_full_stop ? TWT_GAP_FULL_STOP : 0u));
        }
}
END_TEST

START_TEST(only_blanks_a_hyphen_or_an_apostrophe_join)
{
    static const char *const joining[] = {"", " ", "  ", "-", "' ", "\xE2\x80\x99 ", "\xC2\xA0", "'"};
    static const char *const parting[] = {"\n", ",", ". ", " - ", "\"", "--", "\xE2\x80\x93"};
    bool joins;
    for (size_t i = 0; i < sizeof joining / sizeof *joining; i++) {
        (void)marks_of(joining[i], &joins);
        ck_assert_int_eq(joins, strcmp(joining[i], "'") != 0);
    }
    for (size_t i = 0; i < sizeof parting / sizeof *parting; i++) {
        (void)marks_of(parting[i], &joins);
        ck_assert(!joins);
    }
}
END_TEST

START_TEST(of_a_long_gap_the_edges_are_looked_at)
{
    char gap[400];
    bool joins;
    memset(gap, ' ', sizeof gap - 1);
    gap[sizeof gap - 1] = '\0';
    gap[200] = ',';
    ck_assert_uint_eq(marks_of(gap, &joins), TWT_GAP_BLANK);
    gap[sizeof gap - 2] = ',';
    ck_assert_uint_eq(marks_of(gap, &joins), TWT_GAP_BLANK | TWT_GAP_OTHER);
}
END_TEST

TWT_SUITE("compare_text_gap", each_mark_is_told_alone_and_beside_any_other, only_blanks_a_hyphen_or_an_apostrophe_join,
          of_a_long_gap_the_edges_are_looked_at)

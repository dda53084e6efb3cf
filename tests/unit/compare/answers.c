#include "compare/passages/answers.h"

#include <stdio.h>

#include "paired.h"
#include "support/failing_alloc.h"
#include "support/suite.h"
#include "tiny_text.h"

/* Groups of two texts, a letter for each sentence of a, then of b; a dot: of none. */
typedef struct grouping {
    char letters[2][64];
} grouping;

static twt_status find(twt_answers *answers, twt_pair_words *words, twt_sentence_index *index)
{
    twt_status status = twt_pair_words_weigh(words, UINT64_MAX);
    return status == TWT_OK ? twt_answers_find(answers, words, index) : status;
}

static twt_status paired_answers_find(twt_answers *answers, const twt_analysis *a, const twt_analysis *b)
{
    PAIRED(a, b, find(answers, words, &indexes[1]));
}

static grouping group(const char *a, const char *b)
{
    tiny_text texts[2] = {tiny_text_of(a), tiny_text_of(b)};
    twt_answers answers = {.count = 0};
    grouping of = {{"", ""}};
    ck_assert_int_eq(paired_answers_find(&answers, &texts[0].analysis, &texts[1].analysis), TWT_OK);
    for (int side = 0; side < 2; side++) {
        size_t count = answers.groups[side].count;
        ck_assert_uint_eq(count, texts[side].analysis.sentence_count);
        for (size_t s = 0; s < count; s++) {
            uint32_t number = answers.groups[side].data[s];
            ck_assert(number == TWT_NO_ANSWER || number < answers.count);
            of.letters[side][s] = (char)(number == TWT_NO_ANSWER ? '.' : 'a' + (int)number);
        }
        of.letters[side][count] = '\0';
        tiny_text_free(&texts[side]);
    }
    twt_answers_free(&answers);
    return of;
}

static void expect(const char *a, const char *b, const char *of_a, const char *of_b)
{
    grouping of = group(a, b);
    ck_assert_str_eq(of.letters[0], of_a);
    ck_assert_str_eq(of.letters[1], of_b);
}

START_TEST(sentences_that_share_a_rare_word_answer_each_other)
{
    expect("the ferry leaves orsund at dawn. nobody told its harbour master. tickets cost more now",
           "from orsund a boat sails early. master and crew were kept ignorant. dearer fares await all tickets", "abc",
           "abc");
}
END_TEST

START_TEST(a_sentence_told_in_two_is_one_group)
{
    expect("the ferry leaves orsund at dawn and returns from lyngholm by night. tickets cost more now",
           "the boat leaves orsund early. by night it returns from lyngholm. more is asked for tickets now", "ab",
           "aab");
}
END_TEST

START_TEST(what_moved_far_answers_only_where_it_is_much_alike)
{
    expect("red tram stops at mill lane. the council met behind closed doors. quiet rivers freeze late in march",
           "the council met behind doors. rivers that are quiet freeze in march. a red tram stops at mill lane", "cab",
           "abc");
    expect("red tram stops at mill lane. the council met behind closed doors. quiet rivers freeze late in march",
           "the council met behind doors. rivers that are quiet freeze in march. she wore a red coat to the ball today",
           ".ab", "ab.");
}
END_TEST

START_TEST(a_sentence_alone_between_two_answers_is_one)
{
    expect("red tram stops at mill lane. we waited ages. quiet rivers freeze late in march",
           "the red tram stops near mill lane. nobody came by. quiet rivers freeze early in march", "abc", "abc");
    expect("red tram stops at mill lane. we waited ages. quiet rivers freeze late in march",
           "the red tram stops near mill lane. nobody came by. "
           "none of them did. quiet rivers freeze early in march",
           "a.b", "a..b");
}
END_TEST

START_TEST(texts_without_a_word_in_common_have_no_groups)
{
    expect("red tram stops here. quiet rivers freeze", "nobody came by. none at all", "..", "..");
}
END_TEST

START_TEST(every_allocation_may_fail)
{
    tiny_text a = tiny_text_of("red tram stops at mill lane. we waited ages. quiet rivers freeze late in march");
    tiny_text b = tiny_text_of("the red tram stops near mill lane. nobody came by. rivers freeze early in march");
    for (size_t n = 1;; n++) {
        twt_answers answers = {.count = 0};
        failing_alloc_arm(n);
        twt_status status = paired_answers_find(&answers, &a.analysis, &b.analysis);
        bool was_refused = failing_alloc_disarm();
        ck_assert_int_eq(status, was_refused ? TWT_ERROR_MEMORY : TWT_OK);
        ck_assert_int_eq(paired_answers_find(&answers, &a.analysis, &b.analysis), TWT_OK);
        ck_assert_uint_eq(answers.count, 3);
        twt_answers_free(&answers);
        if (!was_refused)
            break;
    }
    tiny_text_free(&a);
    tiny_text_free(&b);
}
END_TEST

TWT_SUITE("compare_answers", sentences_that_share_a_rare_word_answer_each_other, a_sentence_told_in_two_is_one_group,
          what_moved_far_answers_only_where_it_is_much_alike, a_sentence_alone_between_two_answers_is_one,
          texts_without_a_word_in_common_have_no_groups, every_allocation_may_fail)

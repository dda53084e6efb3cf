#include "compare/changes/negation.h"

#include <stdio.h>
#include <string.h>

#include "support/suite.h"
#include "told.h"

static size_t count_in(const char *text)
{
    told pair;
    twt_negation_pair negations = {.known = 0};
    told_open(&pair, text, "");
    ck_assert(twt_negation_pair_begin(&negations, pair.a, pair.b));
    size_t count = twt_negation_count(&negations, 0, 0, pair.a->token_count);
    ck_assert_uint_eq(twt_negation_count(&negations, 0, 0, pair.a->token_count), count);
    twt_negation_pair_free(&negations);
    told_close(&pair);
    return count;
}

START_TEST(the_table_is_in_order_and_each_word_is_found)
{
    for (size_t i = 0; twt_negation_word_at(i) != NULL; i++) {
        if (i > 0)
            ck_assert_int_lt(strcmp(twt_negation_word_at(i - 1), twt_negation_word_at(i)), 0);
        char text[100];
        snprintf(text, sizeof text, "%s che le el este ja que", twt_negation_word_at(i));
        ck_assert_msg(count_in(text) == 1, "%s", twt_negation_word_at(i));
    }
}
END_TEST

START_TEST(a_word_of_another_language_does_not_negate)
{
    ck_assert_uint_eq(count_in("A casa fica no centro e tem uma porta."), 0);
    ck_assert_uint_eq(count_in("The sin of the man."), 0);
    ck_assert_uint_eq(count_in("Anfang Mai kommt er."), 0);
    ck_assert_uint_eq(count_in("Hij komt nu."), 0);
    ck_assert_uint_eq(count_in("Die Nr. 4 und die No. 4, дом № 4"), 0);
}
END_TEST

START_TEST(words_as_long_that_begin_and_end_alike_do_not_negate)
{
    ck_assert_uint_eq(count_in("Norton took a new net to Nantes; nitre, nuts and a bent knee."), 0);
    ck_assert_uint_eq(count_in("noisy neat gain wichout bexz nut nodody"), 0);
}
END_TEST

START_TEST(words_in_running_letters_are_found)
{
    ck_assert_uint_eq(count_in("这不是真的"), 1);
    ck_assert_uint_eq(count_in("这非常不同"), 0);
    ck_assert_uint_eq(count_in("彼は行かない"), 1);
    ck_assert_uint_eq(count_in("행사가 없다"), 1);
}
END_TEST

START_TEST(contractions_count_once)
{
    ck_assert_uint_eq(count_in("It isn't so and it won't be."), 2);
    ck_assert_uint_eq(count_in("It isn\xE2\x80\x99t so."), 1);
    ck_assert_uint_eq(count_in("Ce n'est pas la fin."), 1);
    ck_assert_uint_eq(count_in("Il ne dit rien."), 1);
}
END_TEST

static bool by_prefix(const char *a, const char *b)
{
    return twt_negation_by_prefix(a, strlen(a), b, strlen(b));
}

START_TEST(prefixes_that_negate_are_told_from_those_that_do_not)
{
    ck_assert(by_prefix("fair", "unfair") && by_prefix("unfair", "fair"));
    ck_assert(by_prefix("complete", "incomplete"));
    ck_assert(by_prefix("безопасный", "небезопасный"));
    ck_assert(!by_prefix("less", "unless"));
    ck_assert(!by_prefix("side", "inside"));
    ck_assert(!by_prefix("migrants", "immigrants") && !by_prefix("immigration", "migration"));
    ck_assert(!by_prefix("closed", "disclosed") && by_prefix("satisfied", "dissatisfied"));
    ck_assert(!by_prefix("assure", "reassure"));
    ck_assert(!by_prefix("fair", "fair"));
}
END_TEST

TWT_SUITE("compare_negation", the_table_is_in_order_and_each_word_is_found, a_word_of_another_language_does_not_negate,
          words_as_long_that_begin_and_end_alike_do_not_negate, words_in_running_letters_are_found,
          contractions_count_once, prefixes_that_negate_are_told_from_those_that_do_not)

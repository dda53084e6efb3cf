#include "compare/words/word_kin.h"

#include <string.h>

#include "paired.h"
#include "support/failing_alloc.h"
#include "support/suite.h"
#include "twicetold/profile.h"
#include "twicetold/text.h"

typedef struct kindred { /* two texts, and their words with kin under one number */
    twt_analyzer *analyzers[2];
    const twt_analysis *texts[2];
    paired_words plain;
    twt_word_kin kin;
    twt_pair_words forms;
} kindred;

static void kindred_begin(kindred *of, const char *a, const char *b)
{
    const char *texts[2] = {a, b};
    twt_profile profile;
    twt_profile_init(&profile);
    *of = (kindred){.texts = {NULL, NULL}};
    for (int i = 0; i < 2; i++) {
        ck_assert_int_eq(twt_analyzer_new(&profile, &of->analyzers[i]), TWT_OK);
        ck_assert_int_eq(twt_analyzer_run(of->analyzers[i], texts[i], strlen(texts[i]), &of->texts[i], NULL), TWT_OK);
    }
    ck_assert_int_eq(paired_words_number(&of->plain, of->texts[0], of->texts[1]), TWT_OK);
}

static void kindred_end(kindred *of)
{
    twt_pair_words_free(&of->forms);
    twt_word_kin_free(&of->kin);
    paired_words_free(&of->plain);
    twt_analyzer_free(of->analyzers[0]);
    twt_analyzer_free(of->analyzers[1]);
}

/* Whether the first words of two texts have one number. */
static bool are_kin(const char *a, const char *b)
{
    kindred of;
    kindred_begin(&of, a, b);
    ck_assert_int_eq(twt_word_kin_join(&of.kin, &of.plain.words, &of.forms), TWT_OK);
    bool is_one = twt_pair_ids(&of.forms, 0)[0] == twt_pair_ids(&of.forms, 1)[0];
    ck_assert_uint_eq(of.forms.shared, of.plain.words.shared + is_one);
    kindred_end(&of);
    return is_one;
}

static twt_word_ends ends_of(const char *word)
{
    twt_token token = {.norm_len = (uint32_t)strlen(word)};
    twt_analysis text = {.norm = word, .norm_len = strlen(word)};
    return twt_word_ends_of(&text, &token);
}

/* A word of ASCII is read another way than one with other letters; what both have must be the same. */
START_TEST(a_word_of_ascii_begins_and_ends_as_one_with_other_letters_does)
{
    static const char *const others[][2] = {{"stonework", "stonéwork"},
                                            {"harbouring", "harböuring"},
                                            {"transportation", "tranяtation"},
                                            {"abcdefgh", "abcédefgh"},
                                            {"committees", "comméttees"}};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        twt_word_ends plain = ends_of(others[i][0]), other = ends_of(others[i][1]);
        ck_assert_uint_eq(plain.letters, strlen(others[i][0]));
        ck_assert_uint_eq(plain.keys[0], other.keys[0]);
        ck_assert_uint_eq(plain.keys[1], other.keys[1]);
    }
    ck_assert_uint_eq(ends_of("door").letters, 4);
    ck_assert_uint_eq(ends_of("cat").letters, 0);
    ck_assert_uint_eq(ends_of("né à").letters, 4);
    ck_assert_uint_ne(ends_of("harbour").keys[0], ends_of("hérbour").keys[0]);
    ck_assert_uint_ne(ends_of("harbour").keys[1], ends_of("harboér").keys[1]);
}
END_TEST

START_TEST(forms_of_one_word_share_a_number_in_any_script)
{
    ck_assert(are_kin("Schwimmhalle", "Schwimmhallen"));
    ck_assert(are_kin("barajdaki", "barajda"));
    ck_assert(are_kin("перенесення", "перенесенням"));
    ck_assert(are_kin("ратуши", "ратуше"));
    ck_assert(are_kin("المدينة", "والمدينة"));
    ck_assert(are_kin("सड़कों", "सड़कोंपर"));
}
END_TEST

START_TEST(other_words_figures_and_short_words_do_not)
{
    ck_assert(!are_kin("Schwimmhalle", "Schwimmen"));
    ck_assert(!are_kin("statement", "station"));
    ck_assert(!are_kin("13407", "13408"));
    ck_assert(!are_kin("der", "des"));
    ck_assert(!are_kin("東京", "西北"));
}
END_TEST

START_TEST(a_word_that_both_texts_have_stays_by_itself)
{
    ck_assert(!are_kin("council councils", "councils"));
}
END_TEST

START_TEST(of_several_forms_those_that_are_nearest_to_each_other_are_paired)
{
    kindred of;
    kindred_begin(&of, "transporting transports", "transported transport");
    ck_assert_int_eq(twt_word_kin_join(&of.kin, &of.plain.words, &of.forms), TWT_OK);
    const uint32_t *a = twt_pair_ids(&of.forms, 0), *b = twt_pair_ids(&of.forms, 1);
    ck_assert_uint_eq(a[1], b[1]);
    ck_assert_uint_ne(a[0], b[0]);
    ck_assert_uint_eq(of.forms.shared, 1);
    kindred_end(&of);
}
END_TEST

START_TEST(the_order_of_the_texts_does_not_matter)
{
    static const char x[] = "The councils voted on transporting and transports",
                      y[] = "Council votes: transported, transporter";
    kindred one, other;
    kindred_begin(&one, x, y);
    kindred_begin(&other, y, x);
    ck_assert_int_eq(twt_word_kin_join(&one.kin, &one.plain.words, &one.forms), TWT_OK);
    ck_assert_int_eq(twt_word_kin_join(&other.kin, &other.plain.words, &other.forms), TWT_OK);
    ck_assert_uint_eq(one.forms.shared, other.forms.shared);
    for (size_t i = 0; i < one.texts[0]->token_count; i++)
        for (size_t j = 0; j < one.texts[1]->token_count; j++)
            ck_assert((twt_pair_ids(&one.forms, 0)[i] == twt_pair_ids(&one.forms, 1)[j]) ==
                      (twt_pair_ids(&other.forms, 1)[i] == twt_pair_ids(&other.forms, 0)[j]));
    kindred_end(&one);
    kindred_end(&other);
}
END_TEST

START_TEST(no_allocation_that_fails_is_fatal)
{
    bool is_done = false;
    for (size_t n = 1; !is_done; n++) {
        kindred of;
        kindred_begin(&of, "councils vote on transport", "the council voted on transports");
        failing_alloc_arm(n);
        twt_status status = twt_word_kin_join(&of.kin, &of.plain.words, &of.forms);
        is_done = !failing_alloc_disarm();
        ck_assert_int_eq(status, is_done ? TWT_OK : TWT_ERROR_MEMORY);
        kindred_end(&of);
    }
}
END_TEST

TWT_SUITE("compare_word_kin", a_word_of_ascii_begins_and_ends_as_one_with_other_letters_does,
          forms_of_one_word_share_a_number_in_any_script, other_words_figures_and_short_words_do_not,
          a_word_that_both_texts_have_stays_by_itself, of_several_forms_those_that_are_nearest_to_each_other_are_paired,
          the_order_of_the_texts_does_not_matter, no_allocation_that_fails_is_fatal)

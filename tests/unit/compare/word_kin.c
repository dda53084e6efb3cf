#include "compare/words/word_kin.h"

#include <string.h>

#include "base/rng.h"
#include "base/utf8.h"
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
        ck_assert_uint_eq(plain.stem == other.stem, i != 3);
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

/* Particles and endings change the last syllable itself. */
START_TEST(korean_words_are_compared_by_letters)
{
    ck_assert(are_kin("시의회는", "시의회가"));
    ck_assert(are_kin("주민을", "주민이"));
    ck_assert(are_kin("밝혔다", "밝혀"));
    ck_assert(are_kin("도서관에서", "도서관으로"));
    ck_assert(!are_kin("주민을", "주택을"));
    ck_assert(!are_kin("시장은", "사장은"));
    ck_assert(!are_kin("집", "짐"));
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

/* ---- the definition: every word beside every other ------------------------------------------------------- */

enum { LETTERS_MAX = 48, WORDS_MAX = 64 };

typedef struct spelt { /* a word that one text alone has */
    uint32_t own, letters[LETTERS_MAX];
    size_t count, best; /* best: element position on the other side */
    unsigned best_score;
} spelt;

static size_t spell_side(const twt_pair_words *words, int side, spelt *out)
{
    const twt_text_words *of = &words->own[side];
    size_t count = 0;
    for (uint32_t w = 0; w < of->count; w++) {
        const twt_token *token = &of->text->tokens[of->last[w]];
        spelt word = {.own = w};
        for (size_t at = 0; at < token->norm_len && word.count < LETTERS_MAX;)
            at += twt_utf8_read(of->text->norm + token->norm_begin + at, token->norm_len - at,
                                &word.letters[word.count++]);
        bool is_lone =
            side ? words->from_second.data[w] >= words->own[0].count : words->to_second.data[w] == TWT_NO_WORD;
        if (is_lone && word.count > 3 && !(token->flags & TWT_TOKEN_NUMBER))
            out[count++] = word;
    }
    return count;
}

static unsigned score_of(const spelt *a, const spelt *b)
{
    size_t longer = a->count > b->count ? a->count : b->count, shorter = a->count + b->count - longer;
    size_t begin = 0, end = 0;
    while (begin < shorter && a->letters[begin] == b->letters[begin])
        begin++;
    while (end < shorter && a->letters[a->count - 1 - end] == b->letters[b->count - 1 - end])
        end++;
    if (begin * 5 >= longer * 3 && longer - begin <= 5 && (begin > 3 || longer + shorter - 2 * begin <= 3))
        return (unsigned)(256 * begin / longer);
    bool is_prefixed = !begin && end == shorter && end * 5 >= longer * 3 && longer - end <= 3;
    return is_prefixed ? (unsigned)(256 * end / longer) : 0;
}

static void find_best(spelt *of, size_t count, const spelt *others, size_t other_count)
{
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < other_count; k++)
            if (score_of(&of[i], &others[k]) > of[i].best_score) {
                of[i].best = k;
                of[i].best_score = score_of(&of[i], &others[k]);
            }
}

static void check_against_definition(const kindred *of)
{
    static spelt sides[2][WORDS_MAX];
    const twt_pair_words *words = &of->plain.words;
    size_t counts[2] = {spell_side(words, 0, sides[0]), spell_side(words, 1, sides[1])};
    uint32_t found = 0;
    for (int side = 0; side < 2; side++)
        find_best(sides[side], counts[side], sides[!side], counts[!side]);
    for (size_t i = 0; i < counts[1]; i++) {
        const spelt *word = &sides[1][i], *other = &sides[0][word->best];
        bool is_kin = word->best_score && other->best == i;
        found += is_kin;
        if (is_kin)
            ck_assert_uint_eq(of->forms.from_second.data[word->own], other->own);
    }
    ck_assert_uint_eq(of->forms.shared, words->shared + found);
}

/* Of a few stems, prefixes and ends each, so that most words have several that look like them. */
static void make_words(uint64_t *state, const char *const parts[3][6], char *out)
{
    *out = 0;
    for (int i = 0; i < 24; i++) {
        for (int part = 0; part < 3; part++)
            strcat(out, parts[part][twt_rng_next(state) % 6]);
        strcat(out, " ");
    }
}

START_TEST(words_are_paired_as_if_each_was_held_against_every_other)
{
    static const char *const alphabets[][3][6] = {
        {{"", "", "", "un", "pre", "re"},
         {"work", "worl", "read", "ready", "transport", "harbour"},
         {"", "s", "ed", "ing", "ation", "ers"}},
        {{"", "", "", "по", "не", "пере"},
         {"несен", "носит", "рату", "ратуш", "город", "горо"},
         {"", "а", "ого", "ами", "ние", "нием"}},
        {{"", "", "é", "dé", "a", "ré"},
         {"formé", "forme", "élève", "élevé", "para", "parâ"},
         {"", "e", "és", "ment", "tion", "r"}},
        {{"", "", "वि", "प्र", "अ", "सं"}, {"कार", "कारण", "देश", "सड़क", "नगर", "योग"}, {"", "ों", "में", "ीय", "पर", "ता"}}};
    char a[4096], b[4096];
    uint64_t state = 11;
    uint32_t kin = 0;
    for (int round = 0; round < 200; round++) {
        kindred of;
        make_words(&state, alphabets[round % 4], a);
        make_words(&state, alphabets[round % 4], b);
        kindred_begin(&of, a, b);
        ck_assert_int_eq(twt_word_kin_join(&of.kin, &of.plain.words, &of.forms), TWT_OK);
        check_against_definition(&of);
        kin += of.forms.shared - of.plain.words.shared;
        kindred_end(&of);
    }
    ck_assert_uint_gt(kin, 500);
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
          forms_of_one_word_share_a_number_in_any_script, korean_words_are_compared_by_letters,
          other_words_figures_and_short_words_do_not, a_word_that_both_texts_have_stays_by_itself,
          of_several_forms_those_that_are_nearest_to_each_other_are_paired, the_order_of_the_texts_does_not_matter,
          words_are_paired_as_if_each_was_held_against_every_other, no_allocation_that_fails_is_fatal)

#include "compare/words/spaceless.h"

#include <string.h>

#include "paired.h"
#include "support/suite.h"
#include "told.h"

/* The words of two tokens of one text. */
static bool is_same_word(const char *text, size_t one, size_t other)
{
    told pair;
    told_open(&pair, text, "");
    bool is_same = twt_spaceless_hash(pair.a, one) == twt_spaceless_hash(pair.a, other);
    told_close(&pair);
    return is_same;
}

static bool is_letter(const char *text)
{
    told pair;
    told_open(&pair, text, "");
    bool found = twt_spaceless_is_letter(pair.a, 0);
    told_close(&pair);
    return found;
}

START_TEST(kana_and_thai_are_letters)
{
    ck_assert(is_letter("の"));
    ck_assert(is_letter("ラジオ"));
    ck_assert(is_letter("น้ำ"));
    ck_assert(is_letter("ទឹក"));
    ck_assert(is_letter("ရေ"));
}
END_TEST

START_TEST(ideographs_and_words_between_spaces_are_none)
{
    ck_assert(!is_letter("水"));
    ck_assert(!is_letter("々"));
    ck_assert(!is_letter("𠮷"));
    ck_assert(!is_letter("water"));
    ck_assert(!is_letter("물"));
}
END_TEST

START_TEST(a_letter_is_a_word_with_the_two_behind_it)
{
    ck_assert(is_same_word("さくら、さくら", 0, 3));
    ck_assert(is_same_word("さくらの、さくらが", 0, 4));
    ck_assert(!is_same_word("さくら、さくぎ", 0, 3));
    ck_assert(!is_same_word("さくら、さく", 0, 3));
}
END_TEST

START_TEST(a_word_ends_where_the_letters_do)
{
    ck_assert(is_same_word("水の川、水の山", 1, 4)); /* の before 川, の before 山 */
    ck_assert(is_same_word("ที่ บ้าน ที่ นา", 0, 4));     /* a blank */
}
END_TEST

START_TEST(an_ideograph_is_a_word_by_itself)
{
    ck_assert(is_same_word("水道水", 0, 2));
}
END_TEST

/* "letters>letters;" for each block. */
static void expect_blocks(const char *a, const char *b, const char *wanted)
{
    told pair;
    twt_alignment alignment;
    twt_aligner *aligner;
    char found[256] = "";
    told_open(&pair, a, b);
    ck_assert_int_eq(twt_aligner_new(&aligner), TWT_OK);
    ck_assert_int_eq(paired_aligner_run(aligner, pair.a, pair.b, NULL, 0, &alignment), TWT_OK);
    for (size_t i = 0; i < alignment.block_count; i++) {
        const twt_block *at = &alignment.blocks[i];
        for (uint32_t t = at->a_begin; t < at->a_end; t++)
            strncat(found, pair.a->text + pair.a->tokens[t].begin, pair.a->tokens[t].end - pair.a->tokens[t].begin);
        strcat(found, ">");
        for (uint32_t t = at->b_begin; t < at->b_end; t++)
            strncat(found, pair.b->text + pair.b->tokens[t].begin, pair.b->tokens[t].end - pair.b->tokens[t].begin);
        strcat(found, ";");
    }
    ck_assert_msg(strcmp(found, wanted) == 0, "%s: wanted %s, got %s", b, wanted, found);
    twt_aligner_free(aligner);
    told_close(&pair);
}

START_TEST(a_replaced_letter_is_a_block_of_its_own)
{
    expect_blocks("ゆうびんきょくはあさはやくからあいています", "ゆうびんきょくはおさはやくからあいています", "あ>お;");
}
END_TEST

START_TEST(letters_between_misread_ones_are_equal)
{
    expect_blocks("ゆうびんきょくはあさはやくからあいています", "ゆうびんきょくはおさばやくからあいています",
                  "あ>お;は>ば;");
}
END_TEST

TWT_SUITE("compare_spaceless", kana_and_thai_are_letters, ideographs_and_words_between_spaces_are_none,
          a_letter_is_a_word_with_the_two_behind_it, a_word_ends_where_the_letters_do, an_ideograph_is_a_word_by_itself,
          a_replaced_letter_is_a_block_of_its_own, letters_between_misread_ones_are_equal)

#include "compare/words/word_letters.h"

#include <stdint.h>
#include <string.h>

#include "support/suite.h"

enum { FIRST = 0xAC00, LAST = 0xD7A3, LETTERS = 128 };

static size_t letters_of(uint32_t point, char room[TWT_LETTERS_MAX])
{
    char utf8[3] = {(char)(0xE0 | point >> 12), (char)(0x80 | (point >> 6 & 0x3F)), (char)(0x80 | (point & 0x3F))};
    ck_assert(twt_word_is_syllables(utf8, 3));
    return twt_word_put_letters(utf8, 3, room);
}

START_TEST(each_syllable_has_letters_of_its_own)
{
    static bool is_met[LETTERS][LETTERS][LETTERS];
    for (uint32_t point = FIRST; point <= LAST; point++) {
        char room[TWT_LETTERS_MAX];
        size_t count = letters_of(point, room);
        bool has_trail = (point - FIRST) % 28 != 0;
        ck_assert_uint_eq(count, has_trail ? 3 : 2);
        for (size_t i = 0; i < count; i++)
            ck_assert((unsigned char)room[i] > 0 && (unsigned char)room[i] < LETTERS);
        bool *met = &is_met[(int)room[0]][(int)room[1]][has_trail ? (int)room[2] : 0];
        ck_assert(!*met);
        *met = true;
    }
}
END_TEST

START_TEST(syllables_that_share_letters_show_them)
{
    char with[TWT_LETTERS_MAX], without[TWT_LETTERS_MAX], other[TWT_LETTERS_MAX];
    letters_of(0xD55C, with);    /* 한 */
    letters_of(0xD558, without); /* 하 */
    letters_of(0xB208, other);   /* 눈 */
    ck_assert_mem_eq(with, without, 2);
    ck_assert_int_eq(with[2], other[2]);
    ck_assert_int_ne(with[0], other[0]);
}
END_TEST

START_TEST(what_is_no_syllable_stays_as_it_is)
{
    static const char word[] = "한abcé\xED\x9E\xA4\xEA\xB0";
    char room[TWT_LETTERS_MAX];
    size_t len = strlen(word), count = twt_word_put_letters(word, len, room);
    ck_assert_uint_eq(count, len);
    ck_assert_mem_eq(room + 3, word + 3, len - 3);
    ck_assert(!twt_word_is_syllables("abc", 3));
    ck_assert(!twt_word_is_syllables("\xEA\xB0", 2));
    char endless[TWT_LETTERS_MAX + 3];
    memset(endless, 0xEA, sizeof endless);
    ck_assert(!twt_word_is_syllables(endless, sizeof endless));
}
END_TEST

TWT_SUITE("compare_word_letters", each_syllable_has_letters_of_its_own, syllables_that_share_letters_show_them,
          what_is_no_syllable_stays_as_it_is)

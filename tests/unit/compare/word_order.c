#include "compare/words/word_order.h"

#include <math.h>
#include <string.h>

#include "base/rng.h"
#include "paired.h"
#include "support/failing_alloc.h"
#include "support/suite.h"
#include "support/words.h"

static twt_range whole(const twt_analysis *text)
{
    return (twt_range){0, (uint32_t)text->token_count};
}

static twt_measures measure(const twt_analysis *a, const twt_analysis *b)
{
    twt_word_order order = {0};
    twt_measures m = {0};
    ck_assert_int_eq(paired_word_order_measure(&order, a, whole(a), b, whole(b), &m), TWT_OK);
    twt_word_order_free(&order);
    return m;
}

static twt_measures measure_words(const char *x, const char *y)
{
    twt_analysis *a = words_new(x), *b = words_new(y);
    twt_measures m = measure(a, b);
    words_free(a);
    words_free(b);
    return m;
}

START_TEST(empty_texts_share_no_words)
{
    twt_measures m = measure_words("", "one two");
    ck_assert_uint_eq(m.words[0], 0);
    ck_assert_uint_eq(m.words[1], 2);
    ck_assert_uint_eq(m.shared_words, 0);
    ck_assert(twt_word_order_effect(&m) == 0 && twt_word_order_likeness(&m) == 0);
}
END_TEST

START_TEST(words_are_counted_once_and_singles_in_order)
{
    twt_measures m = measure_words("a b c d e a", "c a x b d e");
    ck_assert_uint_eq(m.words[0], 5);
    ck_assert_uint_eq(m.words[1], 6);
    ck_assert_uint_eq(m.shared_words, 5);
    ck_assert_uint_eq(m.single_words, 4);  /* b c d e: a stands twice in the first */
    ck_assert_uint_eq(m.ordered_words, 3); /* b d e, or c d e */
}
END_TEST

START_TEST(only_the_words_in_range_count)
{
    twt_analysis *a = words_new("one two three four"), *b = words_new("four three two one");
    twt_word_order order = {0};
    twt_measures m = {0};
    ck_assert_int_eq(paired_word_order_measure(&order, a, (twt_range){1, 3}, b, (twt_range){2, 4}, &m), TWT_OK);
    ck_assert_uint_eq(m.words[0], 2);
    ck_assert_uint_eq(m.shared_words, 1);
    twt_word_order_free(&order);
    words_free(a);
    words_free(b);
}
END_TEST

enum { MOST = 300 };

/* The definition: by trying every pair of positions. */
static twt_measures measure_slowly(const uint64_t *a, size_t m, const uint64_t *b, size_t n)
{
    twt_measures out = {0};
    uint32_t best[MOST], place[MOST], singles = 0;
    for (int side = 0; side < 2; side++) {
        const uint64_t *x = side ? b : a;
        for (size_t i = 0; i < (side ? n : m); i++) {
            bool is_new = true;
            for (size_t j = 0; j < i; j++)
                is_new &= x[j] != x[i];
            out.words[side] += is_new;
        }
    }
    for (size_t i = 0; i < m; i++) {
        size_t in_a = 0, in_b = 0, at = 0, before = 0;
        for (size_t j = 0; j < m; j++)
            in_a += a[j] == a[i], before += j < i && a[j] == a[i];
        for (size_t j = 0; j < n; j++)
            if (b[j] == a[i])
                in_b++, at = j;
        out.shared_words += in_b && !before;
        if (in_a == 1 && in_b == 1)
            place[singles++] = (uint32_t)at;
    }
    out.single_words = singles;
    for (uint32_t i = 0; i < singles; i++) {
        best[i] = 1;
        for (uint32_t j = 0; j < i; j++)
            if (place[j] < place[i] && best[j] + 1 > best[i])
                best[i] = best[j] + 1;
        out.ordered_words = best[i] > out.ordered_words ? best[i] : out.ordered_words;
    }
    return out;
}

START_TEST(it_equals_the_definition_and_is_symmetric)
{
    uint64_t state = 5, x[MOST], y[MOST];
    for (int round = 0; round < 150; round++) {
        size_t m = twt_rng_next(&state) % MOST, n = twt_rng_next(&state) % MOST;
        uint64_t range = 1 + twt_rng_next(&state) % 600;
        for (size_t i = 0; i < m; i++)
            x[i] = 1 + twt_rng_next(&state) % range;
        for (size_t i = 0; i < n; i++)
            y[i] = 1 + twt_rng_next(&state) % range;
        twt_analysis *a = words_from_hashes(x, m, 9), *b = words_from_hashes(y, n, 9);
        twt_measures slow = measure_slowly(x, m, y, n), there = measure(a, b), back = measure(b, a);
        ck_assert_uint_eq(there.words[0], slow.words[0]);
        ck_assert_uint_eq(there.words[1], slow.words[1]);
        ck_assert_uint_eq(there.shared_words, slow.shared_words);
        ck_assert_uint_eq(there.single_words, slow.single_words);
        ck_assert_uint_eq(there.ordered_words, slow.ordered_words);
        ck_assert_uint_eq(back.shared_words, slow.shared_words);
        ck_assert_uint_eq(back.single_words, slow.single_words);
        ck_assert_uint_eq(back.ordered_words, slow.ordered_words);
        words_free(a);
        words_free(b);
    }
}
END_TEST

/* Whole texts go another way than a part of one. */
START_TEST(a_stretch_counts_as_a_text_of_its_own)
{
    uint64_t state = 6, x[MOST];
    for (int round = 0; round < 150; round++) {
        size_t m = 2 + twt_rng_next(&state) % (MOST - 2), begin = 1 + twt_rng_next(&state) % (m - 1);
        uint64_t range = 1 + twt_rng_next(&state) % 400;
        for (size_t i = 0; i < m; i++)
            x[i] = 1 + twt_rng_next(&state) % range;
        twt_analysis *all = words_from_hashes(x, m, 7), *part = words_from_hashes(x + begin, m - begin, 7);
        twt_analysis *other = words_from_hashes(x, begin, 7);
        twt_word_order order = {0};
        twt_measures of_part = measure(part, other), m_part = {0};
        ck_assert_int_eq(paired_word_order_measure(&order, all, (twt_range){(uint32_t)begin, (uint32_t)m}, other,
                                                   whole(other), &m_part),
                         TWT_OK);
        of_part.syllables = m_part.syllables; /* of the whole texts */
        ck_assert(memcmp(&of_part, &m_part, sizeof of_part) == 0);
        twt_word_order_free(&order);
        words_free(all);
        words_free(part);
        words_free(other);
    }
}
END_TEST

START_TEST(a_phrase_in_both_texts_is_one_thing_in_order)
{
    twt_measures m = measure_words("the bank of x england said a b c d e f", "a b c d e f as of england said the bank");
    ck_assert_uint_eq(m.single_words, 11);
    ck_assert_uint_eq(m.single_phrases, 5); /* the bank, of, england said, a b c d, e f */
    ck_assert_uint_eq(m.ordered_words, 6);
    ck_assert_uint_eq(m.ordered_phrases, 2);
}
END_TEST

START_TEST(phrases_are_the_same_from_both_sides)
{
    uint64_t state = 8, x[MOST], y[MOST];
    for (int round = 0; round < 100; round++) {
        size_t count = 1 + twt_rng_next(&state) % (MOST - 1), step = 1 + twt_rng_next(&state) % 7;
        for (size_t i = 0; i < count; i++)
            x[i] = y[i] = i + 1;
        for (size_t i = 0; i + step < count; i += step) {
            size_t j = twt_rng_next(&state) % count;
            uint64_t swap = y[i];
            y[i] = y[j], y[j] = swap;
        }
        twt_analysis *a = words_from_hashes(x, count, 9), *b = words_from_hashes(y, count, 9);
        twt_measures there = measure(a, b), back = measure(b, a);
        ck_assert_uint_eq(there.single_phrases, back.single_phrases);
        ck_assert_uint_eq(there.ordered_phrases, back.ordered_phrases);
        ck_assert_uint_le(there.single_phrases, there.single_words);
        ck_assert_uint_le(there.single_words, 4 * there.single_phrases);
        ck_assert_uint_le(there.ordered_phrases, there.ordered_words);
        words_free(a);
        words_free(b);
    }
}
END_TEST

START_TEST(words_in_random_order_have_no_effect)
{
    uint64_t state = 9, x[MOST], y[MOST];
    for (size_t count = 20; count <= MOST; count *= 3) {
        double sum = 0, highest = 0;
        for (int round = 0; round < 300; round++) {
            for (size_t i = 0; i < count; i++)
                x[i] = y[i] = i + 1;
            for (size_t i = count; i-- > 1;) {
                size_t j = twt_rng_next(&state) % (i + 1);
                uint64_t swap = y[i];
                y[i] = y[j], y[j] = swap;
            }
            twt_analysis *a = words_from_hashes(x, count, 9), *b = words_from_hashes(y, count, 9);
            twt_measures m = measure(a, b);
            sum += twt_word_order_effect(&m);
            highest = fmax(highest, twt_word_order_effect(&m));
            words_free(a);
            words_free(b);
        }
        ck_assert(fabs(sum / 300) < .1);
        ck_assert(highest < .75);
    }
}
END_TEST

START_TEST(words_in_one_order_have_the_more_effect_the_more_they_are)
{
    twt_measures few = {.single_phrases = 9, .ordered_phrases = 9, .single_words = 9, .ordered_words = 9};
    twt_measures many = {.single_phrases = 90, .ordered_phrases = 90, .single_words = 90, .ordered_words = 90};
    ck_assert(twt_word_order_effect(&few) > .7);
    ck_assert(twt_word_order_effect(&many) > 3 * twt_word_order_effect(&few));
    ck_assert(twt_word_order_share(&many) == 1);
    many.ordered_words = 14;
    ck_assert(fabs(twt_word_order_share(&many)) < .05);
}
END_TEST

START_TEST(every_refused_allocation_is_reported)
{
    twt_analysis *a = words_new("one two three four"), *b = words_new("four three two one");
    for (size_t n = 1;; n++) {
        twt_word_order order = {0};
        twt_measures m = {0};
        failing_alloc_arm(n);
        twt_status status = paired_word_order_measure(&order, a, whole(a), b, whole(b), &m);
        bool was_refused = failing_alloc_disarm();
        ck_assert_int_eq(status, was_refused ? TWT_ERROR_MEMORY : TWT_OK);
        twt_word_order_free(&order);
        if (!was_refused)
            break;
    }
    words_free(a);
    words_free(b);
}
END_TEST

TWT_SUITE("compare_word_order", empty_texts_share_no_words, words_are_counted_once_and_singles_in_order,
          only_the_words_in_range_count, it_equals_the_definition_and_is_symmetric,
          a_stretch_counts_as_a_text_of_its_own, a_phrase_in_both_texts_is_one_thing_in_order,
          phrases_are_the_same_from_both_sides, words_in_random_order_have_no_effect,
          words_in_one_order_have_the_more_effect_the_more_they_are, every_refused_allocation_is_reported)

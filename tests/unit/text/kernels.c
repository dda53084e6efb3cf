/* Every kernel of this CPU against the scalar one, or against a slower oracle still. */
#include "text/kernel.h"

#include <string.h>

#include "base/hash.h"
#include "base/rng.h"
#include "base/utf8.h"
#include "support/suite.h"

static void compare_windows(const twt_text_kernel *kernel, const unsigned char *text, size_t blocks)
{
    static twt_window window, scalar;
    kernel->classify(&window, text, blocks);
    twt_text_kernel_scalar.classify(&scalar, text, blocks);
    size_t edges = 0;
    while (scalar.edges[edges] != UINT16_MAX)
        edges++;
    const size_t size = blocks * sizeof(uint64_t);
    if (memcmp(window.blank, scalar.blank, size) != 0 || memcmp(window.trouble, scalar.trouble, size) != 0 ||
        memcmp(window.loud, scalar.loud, size) != 0 || memcmp(window.capital, scalar.capital, size) != 0 ||
        memcmp(window.number, scalar.number, size + sizeof(uint64_t)) != 0 ||
        memcmp(window.edges, scalar.edges, (edges + 1) * sizeof(uint16_t)) != 0 ||
        memcmp(window.small, scalar.small, blocks * TWT_BLOCK) != 0)
        ck_abort_msg("%s, %zu blocks", kernel->name, blocks);
}

static void fill(unsigned char *text, size_t len, const char *bytes, size_t count, uint64_t *state)
{
    for (size_t i = 0; i < len; i++)
        text[i] = count ? (unsigned char)bytes[twt_rng_next(state) % count] : (unsigned char)twt_rng_next(state);
}

START_TEST(windows_are_classified_alike)
{
    static const char *const alphabets[] = {"",
                                            "aZ09 .",
                                            "a",
                                            "0",
                                            " \n\t.",
                                            "a-\n'`_$;,\"!?",
                                            "a\xe2\x80\x99\x9c\xa6 ",
                                            "a\xe2\x80\x98.",
                                            "@[`{/:\x7f\x80\xff"};
    static unsigned char text[TWT_WINDOW];
    uint64_t state = 5;
    for (size_t index = 0; twt_text_kernel_at(index); index++)
        for (size_t a = 0; a < sizeof alphabets / sizeof *alphabets; a++)
            for (size_t round = 0; round < 60; round++) {
                fill(text, TWT_WINDOW, alphabets[a], strlen(alphabets[a]), &state);
                compare_windows(twt_text_kernel_at(index), text, 1 + round % TWT_WINDOW_BLOCKS);
            }
}
END_TEST

static bool is_alphanumeric(unsigned char byte)
{
    return (byte >= '0' && byte <= '9') || ((byte | 0x20) >= 'a' && (byte | 0x20) <= 'z');
}

static bool is_loud(unsigned char byte)
{
    return byte >= 0x80 || (byte != 0 && strchr(".!?\"\n\v\f\r", byte));
}

/* The edges byte by byte, and what the sums of bits say of each. */
START_TEST(edges_are_those_of_words)
{
    static unsigned char text[TWT_WINDOW];
    static twt_window window;
    uint64_t state = 6;
    for (size_t round = 0; round < 200; round++) {
        fill(text, TWT_WINDOW, "abcXYZ01 .,\n\xe2", round % 2 ? 13 : 8, &state);
        twt_text_kernel_at(0)->classify(&window, text, TWT_WINDOW_BLOCKS);
        size_t edge = 0, at = 0;
        for (bool has_loud = true; at < TWT_WINDOW;) { /* what stands before the window is not known */
            for (; at < TWT_WINDOW && !is_alphanumeric(text[at]); at++)
                has_loud |= is_loud(text[at]);
            if (at == TWT_WINDOW)
                break;
            ck_assert_uint_eq(window.edges[edge++], at);
            ck_assert_uint_eq(window.loud[at / 64] >> at % 64 & 1, has_loud);
            bool has_digit = false;
            for (; at < TWT_WINDOW && is_alphanumeric(text[at]); at++)
                has_digit |= text[at] <= '9';
            ck_assert_uint_eq(window.edges[edge++], at);
            ck_assert_uint_eq(window.number[at / 64] >> at % 64 & 1, has_digit);
            has_loud = false;
        }
        ck_assert_uint_eq(window.edges[edge], UINT16_MAX);
    }
}
END_TEST

/* At every place in a block, with what comes before it and behind, and cut short. */
static void compare_utf8(const twt_text_kernel *kernel, const char *sequence, size_t len)
{
    unsigned char text[3 * TWT_BLOCK];
    for (size_t at = TWT_BLOCK - 6; at < TWT_BLOCK + 3; at++)
        for (size_t whole = at + len; whole <= 2 * TWT_BLOCK; whole = whole == at + len ? 2 * TWT_BLOCK : whole + 1) {
            memset(text, 'a', sizeof text);
            memcpy(text + at, sequence, len);
            bool is_good = twt_utf8_check((const char *)text, whole) == whole;
            if (kernel->is_utf8(text, whole) != is_good)
                ck_abort_msg("%s: %02x %02x %02x %02x at %zu of %zu", kernel->name, text[at], text[at + 1],
                             text[at + 2], text[at + 3], at, whole);
        }
}

/* All leading bytes with the ends of the ranges that the bytes behind them may have. */
START_TEST(malformed_utf8_is_found_by_every_kernel)
{
    static const unsigned char ends[] = {'a', 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc2, 0xe1, 0xf1, 0xff};
    enum { ENDS = sizeof ends };
    for (size_t index = 0; twt_text_kernel_at(index); index++)
        for (unsigned lead = 0x80; lead < 0x100; lead++)
            for (unsigned i = 0; i < ENDS * ENDS; i++) {
                char sequence[4] = {(char)lead, (char)ends[i % ENDS], (char)ends[i / ENDS], (char)0xbf};
                for (size_t len = 1 + (i > 0); len <= 4; len++)
                    compare_utf8(twt_text_kernel_at(index), sequence, len);
            }
}
END_TEST

START_TEST(random_utf8_is_checked_alike)
{
    static unsigned char text[1000];
    uint64_t state = 7;
    for (size_t index = 0; twt_text_kernel_at(index); index++)
        for (size_t round = 0; round < 20000; round++) {
            size_t len = 0, wanted = twt_rng_next(&state) % 900;
            while (len < wanted) {
                uint32_t code = (uint32_t)(twt_rng_next(&state) >> (43 + twt_rng_next(&state) % 14)) % 0x110000;
                len += twt_utf8_encode(code, (char *)text + len);
            }
            if (round % 2 && len > 0)
                text[twt_rng_next(&state) % len] = (unsigned char)twt_rng_next(&state);
            bool is_good = twt_utf8_check((const char *)text, len) == len;
            ck_assert_int_eq(twt_text_kernel_at(index)->is_utf8(text, len), is_good);
        }
}
END_TEST

START_TEST(shingles_are_combined_alike)
{
    uint64_t hashes[80], sums[70], state = 8;
    for (size_t i = 0; i < 80; i++)
        hashes[i] = twt_rng_next(&state);
    for (size_t index = 0; twt_text_kernel_at(index); index++)
        for (size_t k = 1; k <= 8; k++)
            for (size_t count = 0; count < 70; count++) {
                twt_text_kernel_at(index)->combine(sums, hashes, count, k);
                for (size_t i = 0; i < count; i++) {
                    uint64_t wanted = hashes[i];
                    for (size_t j = 1; j < k; j++)
                        wanted = twt_hash_combine(wanted, hashes[i + j]);
                    ck_assert_uint_eq(sums[i], wanted);
                }
            }
}
END_TEST

static int by_value(const void *a, const void *b)
{
    const uint64_t *x = a, *y = b;
    return (*x > *y) - (*x < *y);
}

enum { MOST = 3000 };

static void compare_sorted(const twt_text_kernel *kernel, const uint64_t *hashes, size_t count)
{
    static uint64_t to[MOST + TWT_SORT_BEYOND], scratch[TWT_SORT_SCRATCH(MOST)], wanted[MOST];
    size_t kept, unique = 0;
    if (!kernel->sort(to, hashes, count, scratch, &kept))
        return;
    memcpy(wanted, hashes, count * sizeof *wanted);
    qsort(wanted, count, sizeof *wanted, by_value);
    for (size_t i = 0; i < count; i++)
        if (i == 0 || wanted[i] != wanted[i - 1])
            wanted[unique++] = wanted[i];
    ck_assert_uint_eq(kept, unique);
    ck_assert(memcmp(to, wanted, unique * sizeof *to) == 0);
}

START_TEST(hashes_are_sorted_alike)
{
    static uint64_t hashes[MOST];
    uint64_t state = 9;
    for (size_t index = 0; twt_text_kernel_at(index); index++)
        for (size_t count = 1; count <= MOST; count += count < 100 ? 1 : 97)
            for (unsigned kind = 0; kind < 5; kind++) {
                for (size_t i = 0; i < count; i++) {
                    uint64_t hash = twt_rng_next(&state);
                    switch (kind) {
                    case 1:
                        hash = twt_hash_mix(hash % (count / 2 + 1));
                        break; /* repeats */
                    case 2:
                        hash = 0 - hash % 3;
                        break; /* the ends of the range */
                    case 3:
                        hash |= UINT64_MAX << 58;
                        break; /* crowded */
                    case 4:
                        hash = i % 20 ? hash : 42;
                        break; /* one repeated often */
                    default:
                        break;
                    }
                    hashes[i] = hash;
                }
                compare_sorted(twt_text_kernel_at(index), hashes, count);
            }
}
END_TEST

START_TEST(spread_hashes_are_not_refused)
{
    static uint64_t hashes[MOST], to[MOST + TWT_SORT_BEYOND], scratch[TWT_SORT_SCRATCH(MOST)];
    uint64_t state = 10;
    for (size_t i = 0; i < MOST; i++)
        hashes[i] = twt_rng_next(&state);
    for (size_t index = 0; twt_text_kernel_at(index); index++) {
        size_t kept;
        ck_assert(twt_text_kernel_at(index)->sort(to, hashes, MOST, scratch, &kept));
        ck_assert_uint_eq(kept, MOST);
    }
}
END_TEST

enum { LIST_WORDS = TWT_WINDOW / 2 + TWT_WORDS_BEYOND, LIST_BYTES = TWT_WINDOW + TWT_NORM_BEYOND };

typedef struct written {
    twt_token tokens[LIST_WORDS];
    uint64_t hashes[LIST_WORDS];
    uint32_t gaps[LIST_WORDS];
    unsigned char norm[LIST_BYTES];
    twt_word_list list;
} written;

/* In stretches, as trouble would cut them. */
static void write_window(const twt_text_kernel *kernel, const unsigned char *text, uint64_t state, written *to)
{
    enum { BASE = 12345 };
    static twt_window window;
    kernel->classify(&window, text, TWT_WINDOW_BLOCKS);
    to->list = (twt_word_list){.tokens = to->tokens, .hashes = to->hashes, .gaps = to->gaps, .norm = to->norm};
    for (size_t edge = 0, end = 0; end < TWT_WINDOW;) {
        end += 1 + twt_rng_next(&state) % 700;
        end = end < TWT_WINDOW ? end : TWT_WINDOW;
        edge = kernel->write(&to->list, &window, BASE, edge, end);
        ck_assert_uint_ge(window.edges[edge], end);
        ck_assert(to->list.hash_count == 0 || to->list.hash_count == to->list.token_count);
    }
    if (to->list.hash_count < to->list.token_count)
        kernel->hash(to->hashes, to->tokens, to->list.token_count, (const char *)to->norm);
}

static void compare_written(const written *one, const written *other)
{
    ck_assert_uint_eq(one->list.token_count, other->list.token_count);
    ck_assert_uint_eq(one->list.gap_count, other->list.gap_count);
    ck_assert_uint_eq(one->list.norm_len, other->list.norm_len);
    ck_assert_mem_eq(one->tokens, other->tokens, one->list.token_count * sizeof *one->tokens);
    ck_assert_mem_eq(one->hashes, other->hashes, one->list.token_count * sizeof *one->hashes);
    ck_assert_mem_eq(one->gaps, other->gaps, one->list.gap_count * sizeof *one->gaps);
    ck_assert_mem_eq(one->norm, other->norm, one->list.norm_len);
}

/* Words of one letter, of hundreds, and wide gaps; as far as a word can be long without trouble (fourteen whole
 * blocks). */
START_TEST(words_are_written_alike)
{
    enum { LONGEST = 14 * TWT_BLOCK };
    static const char *const alphabets[] = {"aZ09 .", "a ", "abcdefgXYZ0123 .!",
                                            "abcdefghijklmnopqrstuvwxyzABCDEFGHI "};
    static unsigned char text[TWT_WINDOW];
    static written one, other;
    uint64_t state = 8;
    for (size_t index = 0; twt_text_kernel_at(index); index++)
        for (size_t round = 0; round < 1500; round++) {
            const char *alphabet = alphabets[round % 4];
            fill(text, TWT_WINDOW, alphabet, strlen(alphabet), &state);
            if (round % 9 > 6) /* a word, nothing for long, and a long word */
                memset(text + 1, ' ', TWT_WINDOW / 2);
            size_t at = twt_rng_next(&state) % (TWT_WINDOW / 2), len = twt_rng_next(&state) % LONGEST;
            if (round % 3)
                memset(text + at, round % 9 == 5 ? ' ' : 'q', len);
            if (round % 2)
                text[at] = '7';
            text[at + len] = ' ';
            write_window(twt_text_kernel_at(index), text, state, &one);
            write_window(&twt_text_kernel_scalar, text, state, &other);
            compare_written(&one, &other);
        }
}
END_TEST

START_TEST(the_last_kernel_is_scalar)
{
    size_t count = 0;
    while (twt_text_kernel_at(count))
        count++;
    ck_assert_uint_ge(count, 1);
    ck_assert_ptr_eq(twt_text_kernel_at(count - 1), &twt_text_kernel_scalar);
    ck_assert_ptr_null(twt_text_kernel_at(1000));
}
END_TEST

/* Words of all lengths that have a formula of their own, and of some that have none, behind each other. */
START_TEST(words_are_hashed_as_one_by_one)
{
    enum { WORDS = 700 };
    static char norm[WORDS * 40 + TWT_HASH_BEYOND];
    static twt_token tokens[WORDS + 1], before[WORDS + 1];
    static uint64_t hashes[WORDS + 1];
    uint64_t state = 9;
    for (size_t index = 0; twt_text_kernel_at(index); index++)
        for (size_t count = 0; count <= WORDS; count += count < 20 ? 1 : 97) {
            uint32_t used = 0;
            for (size_t i = 0; i < WORDS + 1; i++) {
                uint64_t drawn = twt_rng_next(&state);
                tokens[i] = (twt_token){drawn, 7, 9, used, (uint16_t)(drawn % 8 ? drawn % 17 : drawn % 40), 0xffff};
                used += i < count ? tokens[i].norm_len : 0;
            }
            fill((unsigned char *)norm, sizeof norm, NULL, 0, &state);
            memcpy(before, tokens, sizeof tokens);
            memset(hashes, 0, sizeof hashes);
            twt_text_kernel_at(index)->hash(hashes, tokens, count, norm);
            for (size_t i = 0; i < count; i++) {
                uint64_t hash = twt_hash_bytes(norm + tokens[i].norm_begin, tokens[i].norm_len);
                ck_assert_uint_eq(hashes[i], hash);
                before[i].hash = hash;
            }
            ck_assert_mem_eq(tokens, before, sizeof tokens); /* nothing else has changed */
            ck_assert_uint_eq(hashes[count], 0);
        }
}
END_TEST

TWT_SUITE("text_kernels", words_are_hashed_as_one_by_one, words_are_written_alike, windows_are_classified_alike,
          edges_are_those_of_words, malformed_utf8_is_found_by_every_kernel, random_utf8_is_checked_alike,
          shingles_are_combined_alike, hashes_are_sorted_alike, spread_hashes_are_not_refused,
          the_last_kernel_is_scalar)

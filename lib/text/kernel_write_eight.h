/* Eight words of a window at once, each in a lane: copied, hashed and told of as write_words does. For AVX-512. */
#ifndef TWT_TEXT_KERNEL_WRITE_EIGHT_H
#define TWT_TEXT_KERNEL_WRITE_EIGHT_H

#include <string.h>

#include "text/kernel.h"
#include "text/kernel_hash.h"
#include "text/kernel_write.h"

/* Blocks of masks that the lanes may take their bits from. The first word is always among them, since a word without
 * trouble is shorter (FULL). */
enum { BLOCKS_OF_BEGINS = 8, BLOCKS_OF_ENDS = 16 };

typedef struct eight { /* lanes beyond there are zero */
    __mmask8 there;
    unsigned count;
    size_t block;            /* in which the first word begins */
    __m256i begin, end, len; /* in the window */
    __m256i norm;            /* where each begins among the normalised bytes */
    uint32_t norm_end;
    __m512i first, second; /* its first eight bytes, and those behind them */
} eight;

/* Sums of all lanes up to each. */
static inline __m256i sums_of(__m256i lanes)
{
    const __m256i none = _mm256_setzero_si256();
    lanes = _mm256_add_epi32(lanes, _mm256_alignr_epi32(lanes, none, 7));
    lanes = _mm256_add_epi32(lanes, _mm256_alignr_epi32(lanes, none, 6));
    return _mm256_add_epi32(lanes, _mm256_alignr_epi32(lanes, none, 4));
}

/* The next words, eight at most, that begin before end and lie within the masks. */
static inline eight find_eight(const twt_window *window, size_t edge, size_t end, uint32_t norm_len)
{
    __m256i edges = _mm256_loadu_si256((const __m256i *)(window->edges + edge));
    __m256i begin = _mm256_and_si256(edges, _mm256_set1_epi32(UINT16_MAX)), last = _mm256_srli_epi32(edges, 16);
    size_t block = window->edges[edge] / TWT_BLOCK, reached = (block + BLOCKS_OF_BEGINS) * TWT_BLOCK;
    __m256i limit = _mm256_set1_epi32((int)(end < reached ? end : reached)),
            last_limit = _mm256_set1_epi32((int)((block + BLOCKS_OF_ENDS) * TWT_BLOCK));
    unsigned beyond = _mm256_cmpge_epu32_mask(begin, limit) | _mm256_cmpge_epu32_mask(last, last_limit),
             count = _tzcnt_u32(beyond | 1u << HASHED);
    __mmask8 there = (__mmask8)((1u << count) - 1);
    __m256i len = _mm256_maskz_sub_epi32(there, last, begin), sums = sums_of(len);
    __m256i offset = _mm256_set1_epi32((int)norm_len);
    return (eight){.there = there,
                   .count = count,
                   .block = block,
                   .begin = _mm256_maskz_mov_epi32(there, begin),
                   .end = _mm256_maskz_mov_epi32(there, last),
                   .len = len,
                   .norm = _mm256_add_epi32(_mm256_sub_epi32(sums, len), offset),
                   .norm_end = norm_len + (uint32_t)_mm256_extract_epi32(sums, HASHED - 1)};
}

/* Sixteen bytes of each; of what is behind a word the next one covers most, and there is room for the rest. */
static inline void copy_eight(eight *of, unsigned char *norm, const unsigned char *small)
{
    uint32_t from[HASHED], to[HASHED];
    __m128i words[HASHED];
    _mm256_storeu_si256((__m256i *)from, of->begin);
    _mm256_storeu_si256((__m256i *)to, of->norm);
    for (unsigned i = 0; i < HASHED; i++) {
        words[i] = _mm_loadu_si128((const __m128i *)(small + from[i]));
        _mm_storeu_si128((__m128i *)(norm + to[i]), words[i]);
    }
    __m512i even = four_of(words[0], words[2], words[4], words[6]),
            odd = four_of(words[1], words[3], words[5], words[7]);
    of->first = _mm512_unpacklo_epi64(even, odd);
    of->second = _mm512_unpackhi_epi64(even, odd);
}

/* The rest of words that are longer, and their hashes. */
static inline __m512i add_long(const eight *of, __m512i hashes, unsigned char *norm, const unsigned char *small)
{
    unsigned left = _mm256_cmpgt_epu32_mask(of->len, _mm256_set1_epi32(HASHED_BYTES));
    if (!left)
        return hashes;
    uint64_t lanes[HASHED];
    uint32_t from[HASHED], to[HASHED], len[HASHED];
    _mm512_storeu_si512(lanes, hashes);
    _mm256_storeu_si256((__m256i *)from, of->begin);
    _mm256_storeu_si256((__m256i *)to, of->norm);
    _mm256_storeu_si256((__m256i *)len, of->len);
    for (; left; left &= left - 1) {
        unsigned i = _tzcnt_u32(left);
        memcpy(norm + to[i] + HASHED_BYTES, small + from[i] + HASHED_BYTES, len[i] - HASHED_BYTES);
        lanes[i] = twt_hash_bytes(small + from[i], len[i]);
    }
    return _mm512_loadu_si512(lanes);
}

/* For each lane the bit at its place; the first mask is that of block. */
static inline __mmask8 bits_at(__m512i masks, __m512i more, size_t block, __m256i places)
{
    __m512i at = _mm512_cvtepu32_epi64(places);
    __m512i in = _mm512_sub_epi64(_mm512_srli_epi64(at, 6), constant(block));
    __m512i bits = _mm512_srlv_epi64(_mm512_permutex2var_epi64(masks, in, more), _mm512_and_si512(at, constant(63)));
    return _mm512_test_epi64_mask(bits, constant(1));
}

/* What is told of a token in its third number: norm_begin, norm_len and flags. */
static inline __m512i describe_eight(const eight *of, const twt_window *window, __mmask8 is_loud)
{
    const uint64_t *numbers = window->number + of->block;
    __m512i begins = _mm512_loadu_si512(window->capital + of->block), ends = _mm512_loadu_si512(numbers),
            more = _mm512_loadu_si512(numbers + BLOCKS_OF_BEGINS);
    __mmask8 is_upper = bits_at(begins, begins, of->block, of->begin),
             has_digit = bits_at(ends, more, of->block, of->end);
    __m512i letter = _mm512_and_si512(of->first, constant(UINT8_MAX));
    __mmask8 is_letter = _mm512_cmpge_epu64_mask(letter, constant('a'));
    __m512i flags = _mm512_maskz_mov_epi64(has_digit, constant((uint64_t)TWT_TOKEN_NUMBER << 48));
    flags = _mm512_mask_or_epi64(flags, is_upper, flags, constant((uint64_t)TWT_TOKEN_UPPER << 48));
    flags = _mm512_mask_or_epi64(flags, is_letter & ~is_upper, flags, constant((uint64_t)TWT_TOKEN_LOWER << 48));
    flags = _mm512_mask_or_epi64(flags, is_upper & ~is_loud, flags, constant((uint64_t)TWT_TOKEN_CAPITALISED << 48));
    __m512i len = _mm512_slli_epi64(_mm512_cvtepu32_epi64(of->len), 32);
    return _mm512_or_si512(_mm512_or_si512(_mm512_cvtepu32_epi64(of->norm), len), flags);
}

/* Tokens of three numbers each out of a register of each number. */
static inline void store_tokens(twt_token *to, __m512i hash, __m512i range, __m512i rest)
{
    const __m512i pairs[] = {_mm512_set_epi64(10, 2, 0, 9, 1, 0, 8, 0), _mm512_set_epi64(5, 0, 12, 4, 0, 11, 3, 0),
                             _mm512_set_epi64(0, 15, 7, 0, 14, 6, 0, 13)};
    const __m512i thirds[] = {_mm512_set_epi64(0, 0, 1, 0, 0, 0, 0, 0), _mm512_set_epi64(0, 4, 0, 0, 3, 0, 0, 2),
                              _mm512_set_epi64(7, 0, 0, 6, 0, 0, 5, 0)};
    const __mmask8 is_third[] = {0x24, 0x49, 0x92};
    for (unsigned i = 0; i < 3; i++) {
        __m512i both = _mm512_permutex2var_epi64(hash, pairs[i], range);
        _mm512_storeu_si512((uint64_t *)to + i * HASHED,
                            _mm512_mask_permutexvar_epi64(both, is_third[i], thirds[i], rest));
    }
}

/* The first word lies within the masks whatever it is: each round writes one at least. */
static inline size_t write_by_eight(twt_word_list *to, const twt_window *window, uint32_t base, size_t edge, size_t end)
{
    const __m256i each = _mm256_set_epi32(7, 6, 5, 4, 3, 2, 1, 0), offset = _mm256_set1_epi32((int)base);
    if (to->hash_count < to->token_count)
        return write_words(to, window, base, edge, end);
    twt_word_list now = *to;
    while (window->edges[edge] < end) {
        eight words = find_eight(window, edge, end, now.norm_len);
        copy_eight(&words, now.norm, window->small);
        __m512i hash = hash_words(words.first, words.second, _mm512_cvtepu32_epi64(words.len));
        hash = add_long(&words, hash, now.norm, window->small);
        __m512i loud = _mm512_loadu_si512(window->loud + words.block);
        __mmask8 is_loud = bits_at(loud, loud, words.block, words.begin);
        __m512i range = _mm512_cvtepu32_epi64(_mm256_add_epi32(words.end, offset));
        range =
            _mm512_or_si512(_mm512_slli_epi64(range, 32), _mm512_cvtepu32_epi64(_mm256_add_epi32(words.begin, offset)));
        store_tokens(now.tokens + now.token_count, hash, range, describe_eight(&words, window, is_loud));
        _mm512_storeu_si512(now.hashes + now.token_count, hash);
        __m256i numbers = _mm256_add_epi32(each, _mm256_set1_epi32((int)now.token_count));
        _mm256_storeu_si256((__m256i *)(now.gaps + now.gap_count),
                            _mm256_maskz_compress_epi32(is_loud & words.there, numbers));
        now.gap_count += (uint32_t)_mm_popcnt_u32(is_loud & words.there);
        now.hash_count = now.token_count += words.count;
        now.norm_len = words.norm_end;
        edge += 2 * words.count;
    }
    *to = now;
    return edge;
}

#endif

/* A block is one register, its masks come out of comparisons as they are. */
#include <immintrin.h>

#include "text/kernel_hash.h"
#include "text/kernel_sort.h"
#include "text/kernel_write_eight.h"

typedef __m512i block;

static inline block load(const unsigned char *from)
{
    return _mm512_loadu_si512(from);
}

static inline void store(unsigned char *to, block bytes)
{
    _mm512_storeu_si512(to, bytes);
}

static inline uint64_t between(block bytes, unsigned char low, unsigned char high)
{
    if (low == high)
        return _mm512_cmpeq_epi8_mask(bytes, _mm512_set1_epi8((char)low));
    if (high == 0xff)
        return _mm512_cmpge_epu8_mask(bytes, _mm512_set1_epi8((char)low));
    return _mm512_cmple_epu8_mask(_mm512_sub_epi8(bytes, _mm512_set1_epi8((char)low)),
                                  _mm512_set1_epi8((char)(high - low)));
}

static inline block lowered(block bytes)
{
    return _mm512_mask_add_epi8(bytes, between(bytes, 'A', 'Z'), bytes, _mm512_set1_epi8('a' - 'A'));
}

static inline uint16_t *write_edges(uint16_t *to, uint64_t bits, size_t base)
{
    static const uint8_t offsets[TWT_BLOCK] = {0,  1,  2,  3,  4,  5,  6,  7,  8,  9,  10, 11, 12, 13, 14, 15,
                                               16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31,
                                               32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47,
                                               48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63};
    __m512i found = _mm512_maskz_compress_epi8(bits, _mm512_loadu_si512(offsets));
    __m512i from = _mm512_set1_epi16((short)base);
    __m512i low = _mm512_cvtepu8_epi16(_mm512_castsi512_si256(found));
    __m512i high = _mm512_cvtepu8_epi16(_mm512_extracti64x4_epi64(found, 1));
    _mm512_storeu_si512(to, _mm512_add_epi16(low, from));
    _mm512_storeu_si512(to + 32, _mm512_add_epi16(high, from));
    return to + _mm_popcnt_u64(bits);
}

/* Bitonic (Batcher 1968): six rounds of comparing each lane with another. */
static inline __m512i exchange(__m512i lanes, __m512i others, __mmask8 larger)
{
    return _mm512_mask_max_epu64(_mm512_min_epu64(lanes, others), larger, lanes, others);
}

static inline __m512i sort_lanes(__m512i lanes)
{
    lanes = exchange(lanes, _mm512_permutex_epi64(lanes, 0xb1), 0x66);
    lanes = exchange(lanes, _mm512_permutex_epi64(lanes, 0x4e), 0x3c);
    lanes = exchange(lanes, _mm512_permutex_epi64(lanes, 0xb1), 0x5a);
    lanes = exchange(lanes, _mm512_shuffle_i64x2(lanes, lanes, 0x4e), 0xf0);
    lanes = exchange(lanes, _mm512_permutex_epi64(lanes, 0x4e), 0xcc);
    return exchange(lanes, _mm512_permutex_epi64(lanes, 0xb1), 0xaa);
}

/* Hashes of a bucket: sorted at once, on average, at most. What is beyond LANES lies apart, to keep the rest dense. */
enum { LANES = 8, USUAL = 3, CELLS = 2 * LANES };

static inline uint64_t *sort_bucket(uint64_t *to, const uint64_t *cells, const uint64_t *beyond, uint32_t count)
{
    uint32_t first = count < LANES ? count : LANES;
    __m512i lanes = _mm512_mask_loadu_epi64(_mm512_set1_epi64(-1), (__mmask8)((1u << first) - 1), cells);
    _mm512_storeu_si512(to, sort_lanes(lanes));
    if (count > LANES) {
        memcpy(to + LANES, beyond, (count - LANES) * sizeof *to);
        insertion_sort(to, count);
    }
    return to + count;
}

static size_t unique(uint64_t *hashes, size_t count)
{
    __m512i before = _mm512_set1_epi64((long long)~hashes[0]);
    size_t kept = 0;
    for (size_t i = 0; i < count; i += LANES) {
        __m512i now = _mm512_loadu_si512(hashes + i);
        __mmask8 there = count - i < LANES ? (__mmask8)((1u << (count - i)) - 1) : 0xff;
        __mmask8 taken = _mm512_mask_cmpneq_epi64_mask(there, now, _mm512_alignr_epi64(now, before, LANES - 1));
        _mm512_storeu_si512(hashes + kept, _mm512_maskz_compress_epi64(taken, now));
        kept += (size_t)_mm_popcnt_u64(taken);
        before = now;
    }
    return kept;
}

static bool sort_wide(uint64_t *to, const uint64_t *hashes, size_t count, uint64_t *scratch, size_t *kept)
{
    size_t buckets = count / USUAL + 1;
    uint32_t *counts = (uint32_t *)(scratch + buckets * CELLS);
    memset(counts, 0, buckets * sizeof *counts);
    for (size_t i = 0; i < count; i++) {
        size_t bucket = (hashes[i] >> 32) * buckets >> 32;
        uint32_t place = counts[bucket]++;
        scratch[(place / LANES % 2 * buckets + bucket) * LANES + place % LANES] = hashes[i];
    }
    uint32_t crowd = 0;
    for (size_t i = 0; i < buckets; i++)
        crowd = counts[i] > crowd ? counts[i] : crowd;
    if (crowd > CELLS) /* some shingle is repeated */
        return sort(to, hashes, count, scratch, kept);
    uint64_t *end = to;
    for (size_t i = 0; i < buckets; i++)
        end = sort_bucket(end, scratch + i * LANES, scratch + (buckets + i) * LANES, counts[i]);
    *kept = unique(to, count);
    return true;
}

#include "text/kernel_body.h"

static void hash(uint64_t *hashes, twt_token *tokens, size_t count, const char *norm)
{
    size_t i = 0;
    for (; i + HASHED <= count; i += HASHED)
        hash_eight(norm, tokens + i, hashes + i);
    hash_tokens(hashes + i, tokens + i, count - i, norm);
}

const twt_text_kernel twt_text_kernel_vbmi2 = {"vbmi2", is_text_utf8,     classify_blocks, write_by_eight,
                                               hash,    combine_shingles, sort_wide};

/* A block is two registers. */
#include <immintrin.h>

#include "text/kernel.h"

typedef struct block {
    __m256i first, second;
} block;

static inline block load(const unsigned char *from)
{
    return (block){_mm256_loadu_si256((const __m256i *)from), _mm256_loadu_si256((const __m256i *)(from + 32))};
}

static inline void store(unsigned char *to, block bytes)
{
    _mm256_storeu_si256((__m256i *)to, bytes.first);
    _mm256_storeu_si256((__m256i *)(to + 32), bytes.second);
}

/* All ones where a byte is in [low, high]. */
static inline __m256i lanes_between(__m256i bytes, unsigned char low, unsigned char high)
{
    if (low == high)
        return _mm256_cmpeq_epi8(bytes, _mm256_set1_epi8((char)low));
    __m256i above = _mm256_sub_epi8(bytes, _mm256_set1_epi8((char)low));
    return _mm256_cmpeq_epi8(_mm256_min_epu8(above, _mm256_set1_epi8((char)(high - low))), above);
}

static inline uint64_t between(block bytes, unsigned char low, unsigned char high)
{
    uint32_t first = (uint32_t)_mm256_movemask_epi8(lanes_between(bytes.first, low, high));
    uint32_t second = (uint32_t)_mm256_movemask_epi8(lanes_between(bytes.second, low, high));
    return first | (uint64_t)second << 32;
}

static inline __m256i lowered_half(__m256i bytes)
{
    return _mm256_or_si256(bytes, _mm256_and_si256(lanes_between(bytes, 'A', 'Z'), _mm256_set1_epi8(0x20)));
}

static inline block lowered(block bytes)
{
    return (block){lowered_half(bytes.first), lowered_half(bytes.second)};
}

#include "text/kernel_edges.h"
#include "text/kernel_sort.h"
#include "text/kernel_write.h"
/* and, of all these: */
#include "text/kernel_body.h"

const twt_text_kernel twt_text_kernel_avx2 = {"avx2",           is_text_utf8, classify_blocks, write_words, hash_tokens,
                                              combine_shingles, sort};

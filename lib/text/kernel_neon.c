/* A block is four registers. */
#include <arm_neon.h>

#include "text/kernel.h"

enum { REGISTERS = TWT_BLOCK / 16 };

typedef struct block {
    uint8x16_t parts[REGISTERS];
} block;

static inline block load(const unsigned char *from)
{
    block bytes;
    for (unsigned i = 0; i < REGISTERS; i++)
        bytes.parts[i] = vld1q_u8(from + 16 * i);
    return bytes;
}

static inline void store(unsigned char *to, block bytes)
{
    for (unsigned i = 0; i < REGISTERS; i++)
        vst1q_u8(to + 16 * i, bytes.parts[i]);
}

/* All ones where a byte is in [low, high]. */
static inline uint8x16_t lanes_between(uint8x16_t bytes, unsigned char low, unsigned char high)
{
    if (low == high)
        return vceqq_u8(bytes, vdupq_n_u8(low));
    return vcleq_u8(vsubq_u8(bytes, vdupq_n_u8(low)), vdupq_n_u8((unsigned char)(high - low)));
}

/* Each byte keeps the bit of its place among eight; sums of neighbours, three times, make bytes of these bits. */
static inline uint64_t between(block bytes, unsigned char low, unsigned char high)
{
    static const unsigned char places[] = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
    uint8x16_t bit = vld1q_u8(places), bits[REGISTERS];
    for (unsigned i = 0; i < REGISTERS; i++)
        bits[i] = vandq_u8(lanes_between(bytes.parts[i], low, high), bit);
    uint8x16_t sums = vpaddq_u8(vpaddq_u8(bits[0], bits[1]), vpaddq_u8(bits[2], bits[3]));
    return vgetq_lane_u64(vreinterpretq_u64_u8(vpaddq_u8(sums, sums)), 0);
}

static inline block lowered(block bytes)
{
    for (unsigned i = 0; i < REGISTERS; i++)
        bytes.parts[i] = vorrq_u8(bytes.parts[i], vandq_u8(lanes_between(bytes.parts[i], 'A', 'Z'), vdupq_n_u8(0x20)));
    return bytes;
}

#include "text/kernel_edges.h"
#include "text/kernel_sort.h"
#include "text/kernel_write.h"
/* and, of all these: */
#include "text/kernel_body.h"

const twt_text_kernel twt_text_kernel_neon = {"neon",           is_text_utf8, classify_blocks, write_words, hash_tokens,
                                              combine_shingles, sort};

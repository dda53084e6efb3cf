/* The definition; eight bytes at a time in a general register. */
#include "text/kernel.h"

#include <string.h>

#include "base/hash.h"
#include "base/utf8.h"

enum { WORDS = TWT_BLOCK / 8 };

typedef struct block { /* byte i of a word is its i-th from the lowest, on any machine */
    uint64_t words[WORDS];
} block;

#define EACH_BYTE(byte) ((byte)*UINT64_C(0x0101010101010101))

static inline block load(const unsigned char *from)
{
    block bytes;
    memcpy(bytes.words, from, TWT_BLOCK);
    for (unsigned i = 0; i < WORDS; i++)
        bytes.words[i] = twt_little_endian64(bytes.words[i]);
    return bytes;
}

static inline void store(unsigned char *to, block bytes)
{
    for (unsigned i = 0; i < WORDS; i++)
        bytes.words[i] = twt_little_endian64(bytes.words[i]);
    memcpy(to, bytes.words, TWT_BLOCK);
}

/* The high bit of each byte in [low, high], which lie in the same half: sums of seven bits don't reach the next byte.
 */
static inline uint64_t word_between(uint64_t bytes, unsigned char low, unsigned char high)
{
    uint64_t seven = bytes & EACH_BYTE(0x7f), half = low < 0x80 ? ~bytes : bytes;
    uint64_t from_low = seven + EACH_BYTE(0x80u - (low & 0x7f)), above_high = seven + EACH_BYTE(0x7fu - (high & 0x7f));
    return from_low & ~above_high & half & EACH_BYTE(0x80);
}

static inline uint64_t between(block bytes, unsigned char low, unsigned char high)
{
    uint64_t mask = 0;
    for (unsigned i = 0; i < WORDS; i++) {
        uint64_t found = word_between(bytes.words[i], low, high) >> 7;
        mask |= found * UINT64_C(0x0102040810204080) >> 56 << (8 * i); /* bit 8 j to bit j */
    }
    return mask;
}

static inline block lowered(block bytes)
{
    for (unsigned i = 0; i < WORDS; i++)
        bytes.words[i] |= word_between(bytes.words[i], 'A', 'Z') >> 2; /* 0x80 >> 2 is 'a' - 'A' */
    return bytes;
}

#include "text/kernel_edges.h"
#include "text/kernel_sort.h"
#include "text/kernel_write.h"
/* and, of all these: */
#include "text/kernel_body.h"

static bool is_utf8(const unsigned char *text, size_t len)
{
    return twt_utf8_check((const char *)text, len) == len;
}

const twt_text_kernel twt_text_kernel_scalar = {"scalar",         is_utf8, classify_blocks, write_words, hash_tokens,
                                                combine_shingles, sort};

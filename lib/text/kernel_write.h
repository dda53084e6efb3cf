/* Words of a window without intrinsics. */
#ifndef TWT_TEXT_KERNEL_WRITE_H
#define TWT_TEXT_KERNEL_WRITE_H

#include <string.h>

#include "base/hash.h"
#include "text/kernel.h"

/* In steps; there is room behind it on both sides. */
static inline void copy_word(unsigned char *to, const unsigned char *from, size_t len)
{
    enum { STEP = 16 };
    memcpy(to, from, STEP);
    for (size_t i = STEP; i < len; i += STEP)
        memcpy(to + i, from + i, STEP);
}

static inline unsigned bit_at(const uint64_t *masks, size_t at)
{
    return masks[at / 64] >> at % 64 & 1;
}

static inline unsigned flags_of(const twt_window *window, size_t first, size_t last, unsigned is_loud)
{
    unsigned is_upper = bit_at(window->capital, first), is_lower = (window->small[first] >= 'a') & !is_upper;
    return bit_at(window->number, last) * TWT_TOKEN_NUMBER | is_upper * TWT_TOKEN_UPPER | is_lower * TWT_TOKEN_LOWER |
           (is_upper & !is_loud) * TWT_TOKEN_CAPITALISED;
}

static inline void hash_tokens(uint64_t *hashes, twt_token *tokens, size_t count, const char *norm)
{
    twt_hash_tokens(norm, tokens, count);
    for (size_t i = 0; i < count; i++)
        hashes[i] = tokens[i].hash;
}

/* A compiler must take bytes written for any field of any struct: hence the copy. */
static inline size_t write_words(twt_word_list *to, const twt_window *window, uint32_t base, size_t edge, size_t end)
{
    twt_word_list now = *to;
    for (unsigned first; (first = window->edges[edge]) < end; edge += 2) {
        unsigned last = window->edges[edge + 1], len = last - first;
        copy_word(now.norm + now.norm_len, window->small + first, len);
        unsigned is_loud = bit_at(window->loud, first);
        now.gaps[now.gap_count] = now.token_count;
        now.gap_count += is_loud;
        now.tokens[now.token_count++] = (twt_token){.begin = base + first,
                                                    .end = base + last,
                                                    .norm_begin = now.norm_len,
                                                    .norm_len = (uint16_t)len,
                                                    .flags = (uint16_t)flags_of(window, first, last, is_loud)};
        now.norm_len += len;
    }
    *to = now;
    return edge;
}

#endif

/* Shares: what one feature adds to pairs, on the way from the tally to the sums. */
#ifndef TWT_CANDIDATE_RARE_SHARES_H
#define TWT_CANDIDATE_RARE_SHARES_H

#include <string.h>

#include "base/hash.h"
#include "base/streams.h"
#include "candidate/rare_rule.h"

/* What one feature adds to pairs, in parts by the earlier family: a family, the weight, and the later families. */
typedef struct twt_shares { /* zeroed: empty, for freeing alone */
    twt_streams parts;
    unsigned shift; /* of a family's number to its part's */
    unsigned width; /* bytes of a later family */
} twt_shares;

/* spill: outlives the shares. */
TWT_MUST_USE twt_status twt_shares_init(twt_shares *shares, size_t family_count, twt_spill *spill);
void twt_shares_free(twt_shares *shares);

/* owners: the df families that have a feature, each once, the first of them first; ascending unless they are too many
 * to be paired with each other. */
TWT_MUST_USE twt_status twt_shares_put(const twt_shares *shares, twt_streams_writer *writer, const twt_rare_rule *rule,
                                       bool is_word, const uint32_t *owners, size_t df);

/* The same of count additions that have the feature, with each other and with the df families that do; both ascending.
 */
TWT_MUST_USE twt_status twt_shares_put_additions(const twt_shares *shares, twt_streams_writer *writer,
                                                 const twt_rare_rule *rule, const uint32_t *families, size_t df,
                                                 const uint32_t *additions, size_t count);

typedef struct twt_share_run {
    uint32_t earlier, weight, count;
    const unsigned char *later; /* count numbers of families, width bytes apart; twt_share_later */
} twt_share_run;

enum { TWT_SHARE_NUMBER_BITS = 24, TWT_SHARE_WEIGHT_SHIFT = 25, TWT_SHARE_EARLIER_SHIFT = 40 };

#define TWT_SHARE_IS_SINGLE ((uint64_t)1 << TWT_SHARE_NUMBER_BITS)

/* Eight bytes of which only the first matter; behind any record there are more. */
static inline uint64_t twt_share_bytes(const unsigned char *from)
{
    uint64_t bytes;
    memcpy(&bytes, from, sizeof bytes);
    return twt_little_endian64(bytes);
}

/* Reads the record at *from and moves it to the next. */
static inline twt_share_run twt_share_run_at(const unsigned char **from, unsigned width)
{
    uint64_t head = twt_share_bytes(*from);
    bool is_single = head & TWT_SHARE_IS_SINGLE;
    twt_share_run run = {.earlier = (uint32_t)(head >> TWT_SHARE_EARLIER_SHIFT),
                         .weight = (uint32_t)(head >> TWT_SHARE_WEIGHT_SHIFT) & ((1 << 15) - 1),
                         .count = is_single ? 1 : (uint32_t)head & ((1 << TWT_SHARE_NUMBER_BITS) - 1),
                         .later = is_single ? *from : *from + sizeof head};
    *from += sizeof head + (is_single ? 0 : (size_t)run.count * width);
    return run;
}

/* A family of width bytes. */
static inline uint32_t twt_share_later(const unsigned char *from, unsigned width)
{
    return (uint32_t)(twt_share_bytes(from) & ~(UINT64_MAX << 8 * width));
}

#endif

/* The rule of the rare features, and the steps that apply it. Weights are whole numbers of 2^-11, so that sums do not
 * depend on their order. */
#ifndef TWT_CANDIDATE_RARE_H
#define TWT_CANDIDATE_RARE_H

#include <string.h>

#include "base/hash.h"
#include "candidate/internal.h"

enum { TWT_SMALL_FAMILIES = 64 }; /* of so few every pair is a candidate */

enum { TWT_WEIGHT_ONE = 1 << 11, TWT_WEIGHT_BITS = 16 };

typedef struct twt_rare_rule { /* zeroed: empty and valid */
    size_t family_count;
    uint32_t df_all[2]; /* of a bigram or trigram [0], of a word [1]: up to this everyone is paired with everyone */
    uint32_t df_star;   /* up to this with the first family */
    uint32_t *weights;  /* by document frequency, up to df_star or family_count */
    size_t weight_count;
    bool is_small; /* few families: every pair is a candidate */
    uint64_t weight_min;
    double share_min;
} twt_rare_rule;

TWT_MUST_USE twt_status twt_rare_rule_init(twt_rare_rule *rule, const twt_candidate_options *options,
                                           size_t family_count);
/* The same without a table of weights: nothing to free. */
twt_rare_rule twt_rare_rule_of(const twt_candidate_options *options, size_t family_count);

void twt_rare_rule_free(twt_rare_rule *rule);

/* Weight of a feature that df families have. */
uint32_t twt_rare_weigh(const twt_rare_rule *rule, size_t df);

/* Of what a pair could share, given the whole weights of both. */
double twt_rare_share(uint64_t weight, uint64_t whole, uint64_t other);

/* Whether a pair that shares so much is a candidate. */
bool twt_rare_is_enough(const twt_rare_rule *rule, uint64_t weight, double share);

/* ---- groups ---------------------------------------------------------------------------------------------- */

typedef struct twt_group { /* of the postings of one feature */
    uint32_t end;          /* in the owners; it begins where the one before it ends */
    bool is_word;
} twt_group;

typedef struct twt_groups { /* scratch; zeroed: empty and valid */
    TWT_VEC(twt_group) items;
    TWT_VEC(uint32_t) owners; /* group by group, in each in the order of the postings or ascending */
    TWT_VEC(uint32_t) group_of;
    twt_u64s table, scratch;
} twt_groups;

/* Puts together who has the same feature; may reorder the postings, fewer than 2^32. False when memory is short. */
bool twt_groups_run(twt_groups *groups, uint64_t *postings, size_t count);
void twt_groups_free(twt_groups *groups);

/* ---- shares ---------------------------------------------------------------------------------------------- */

/* What one feature adds to pairs, in parts by the earlier family: a family, the weight, and the later families. */
typedef struct twt_shares { /* zeroed: empty, for freeing alone */
    twt_streams parts;
    unsigned shift; /* of a family's number to its part's */
    unsigned width; /* bytes of a later family */
} twt_shares;

/* spill: outlives the shares. */
TWT_MUST_USE twt_status twt_shares_init(twt_shares *shares, size_t family_count, twt_spill *spill);
void twt_shares_free(twt_shares *shares);

/* owners: the df families that have a feature, each once, the first of them first; ascending unless they are too many to
 * be paired with each other. */
TWT_MUST_USE twt_status twt_shares_put(const twt_shares *shares, twt_streams_writer *writer, const twt_rare_rule *rule,
                                       bool is_word, const uint32_t *owners, size_t df);

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

/* ---- tally and pairs ------------------------------------------------------------------------------------- */

/* wholes: by family, zeroed; becomes the weight of all its features. Uses up the postings. */
TWT_MUST_USE twt_status twt_rare_tally_run(const twt_rare_rule *rule, twt_postings *postings,
                                           const uint32_t *family_of_document, size_t threads, uint64_t *wholes,
                                           twt_shares *shares);

/* Adds up the weight of each pair and keeps those that pass. Uses up the shares. */
TWT_MUST_USE twt_status twt_rare_pairs_run(const twt_rare_rule *rule, twt_shares *shares, const uint64_t *wholes,
                                           size_t threads, twt_rare_pairs *pairs);

#endif

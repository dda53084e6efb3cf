/* Invented documents as token hashes, without any text: words drawn so that few are common and most are rare, and
 * copies of documents with some of the words replaced. */
#ifndef TWT_TESTS_CANDIDATE_SYNTHETIC_H
#define TWT_TESTS_CANDIDATE_SYNTHETIC_H

#include <math.h>
#include <string.h>

#include "base/alloc.h"
#include "base/rng.h"
#include "base/sort.h"
#include "support/suite.h"
#include "twicetold/candidate.h"
#include "twicetold/sketch.h"

enum { SYNTHETIC_SLOTS = 128 };

typedef struct synthetic {
    twt_token *tokens;
    size_t token_count;
    uint64_t *shingles; /* ascending, distinct */
    size_t shingle_count;
    uint64_t rank;
    uint32_t slots[SYNTHETIC_SLOTS];
} synthetic;

static inline double synthetic_uniform(uint64_t *state)
{
    return (double)(twt_rng_next(state) >> 11) / (double)(1ull << 53);
}

/* Word number r of a vocabulary comes with a probability of about 1/r (Zipf). */
static inline uint64_t synthetic_word(uint64_t *state, double vocabulary)
{
    return twt_hash_mix((uint64_t)exp(synthetic_uniform(state) * log(vocabulary)));
}

/* Shingles, sketch and rank of the tokens. */
static inline void synthetic_finish(synthetic *document)
{
    size_t count = document->token_count < 3 ? document->token_count > 0 : document->token_count - 2;
    document->shingles = twt_alloc_array(2 * count + 1, sizeof *document->shingles);
    ck_assert_ptr_nonnull(document->shingles);
    for (size_t i = 0; i < count; i++) {
        uint64_t hash = 0;
        for (size_t k = i; k < i + 3 && k < document->token_count; k++)
            hash = twt_hash_combine(hash, document->tokens[k].hash);
        document->shingles[i] = hash;
    }
    twt_sort_u64(document->shingles, document->shingles + count, count);
    document->shingle_count = twt_unique_u64(document->shingles, count);
    document->rank = 0;
    for (size_t i = 0; i < document->token_count; i++)
        document->rank = twt_hash_combine(document->rank, document->tokens[i].hash);
    twt_profile profile;
    twt_profile_init(&profile);
    twt_sketcher *sketcher;
    ck_assert_int_eq(twt_sketcher_new(&profile, TWT_KERNEL_AUTO, &sketcher), TWT_OK);
    twt_sketcher_run(sketcher, document->shingles, document->shingle_count, document->slots);
    twt_sketcher_free(sketcher);
}

static inline synthetic synthetic_text(uint64_t *state, size_t token_count, double vocabulary)
{
    synthetic document = {.token_count = token_count};
    document.tokens = twt_alloc_zeroed(token_count + 1, sizeof *document.tokens);
    ck_assert_ptr_nonnull(document.tokens);
    for (size_t i = 0; i < token_count; i++)
        document.tokens[i].hash = synthetic_word(state, vocabulary);
    synthetic_finish(&document);
    return document;
}

/* A copy of which each word was replaced with probability replaced. */
static inline synthetic synthetic_copy(const synthetic *original, uint64_t *state, double replaced)
{
    synthetic document = {.token_count = original->token_count};
    document.tokens = twt_alloc_zeroed(original->token_count + 1, sizeof *document.tokens);
    ck_assert_ptr_nonnull(document.tokens);
    for (size_t i = 0; i < original->token_count; i++) {
        document.tokens[i] = original->tokens[i];
        if (synthetic_uniform(state) < replaced)
            document.tokens[i].hash = twt_rng_next(state);
    }
    synthetic_finish(&document);
    return document;
}

static inline void synthetic_free(synthetic *documents, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        twt_free(documents[i].tokens);
        twt_free(documents[i].shingles);
    }
}

static inline double synthetic_jaccard(const synthetic *a, const synthetic *b)
{
    size_t shared = 0;
    for (size_t i = 0, j = 0; i < a->shingle_count && j < b->shingle_count;) {
        shared += a->shingles[i] == b->shingles[j];
        bool is_a_behind = a->shingles[i] <= b->shingles[j], is_b_behind = b->shingles[j] <= a->shingles[i];
        i += is_a_behind;
        j += is_b_behind;
    }
    size_t all = a->shingle_count + b->shingle_count - shared;
    return all ? (double)shared / (double)all : 0;
}

static inline twt_status synthetic_add(twt_candidates *candidates, twt_feature_collector *collector, uint32_t number,
                                       const synthetic *document)
{
    twt_analysis analysis = {.tokens = document->tokens, .token_count = document->token_count};
    twt_features features;
    twt_status status = twt_feature_collector_run(collector, &analysis, &features);
    if (status != TWT_OK)
        return status;
    return twt_candidates_add(candidates, number, document->rank, document->slots, &features);
}

/* Adds documents[order[i]] as document number numbers[i]; NULL counts up. */
static inline twt_candidates *synthetic_candidates(const twt_candidate_options *options, const synthetic *documents,
                                                   size_t count, const uint32_t *order, const uint32_t *numbers)
{
    twt_profile profile;
    twt_profile_init(&profile);
    twt_candidates *candidates;
    twt_feature_collector *collector;
    ck_assert_int_eq(twt_candidates_new(options, &profile, count, &candidates), TWT_OK);
    ck_assert_int_eq(twt_feature_collector_new(&collector), TWT_OK);
    for (uint32_t i = 0; i < count; i++) {
        const synthetic *document = &documents[order ? order[i] : i];
        ck_assert_int_eq(synthetic_add(candidates, collector, numbers ? numbers[i] : i, document), TWT_OK);
    }
    twt_feature_collector_free(collector);
    return candidates;
}

static inline void synthetic_shuffle(uint32_t *numbers, size_t count, uint64_t seed)
{
    for (size_t i = 0; i < count; i++)
        numbers[i] = (uint32_t)i;
    for (size_t i = count; i > 1; i--) {
        size_t j = twt_rng_next(&seed) % i;
        uint32_t swap = numbers[i - 1];
        numbers[i - 1] = numbers[j];
        numbers[j] = swap;
    }
}

/* Clusters of copies_each versions of one text (a tenth to a half of the words replaced) beside single texts. */
static inline void synthetic_collection(synthetic *documents, size_t count, size_t clusters, size_t copies_each,
                                        uint64_t seed)
{
    size_t made = 0;
    for (size_t c = 0; c < clusters; c++) {
        size_t original = made;
        documents[made++] = synthetic_text(&seed, 60 + twt_rng_next(&seed) % 200, 20000);
        for (size_t i = 1; i < copies_each && made < count; i++, made++)
            documents[made] = synthetic_copy(&documents[original], &seed, .02 * (double)(1 + twt_rng_next(&seed) % 25));
    }
    for (; made < count; made++)
        documents[made] = synthetic_text(&seed, 40 + twt_rng_next(&seed) % 200, 20000);
}

static inline bool synthetic_has_pair(const twt_candidate_pair *pairs, size_t count, uint32_t a, uint32_t b)
{
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        bool is_before = pairs[middle].a < a || (pairs[middle].a == a && pairs[middle].b < b);
        if (is_before)
            low = middle + 1;
        else
            high = middle;
    }
    return low < count && pairs[low].a == a && pairs[low].b == b;
}

#endif

/* candidate: sketches and rare features -> candidate pairs.
 *
 * Two channels feed one list: bands over the sketches find copies, rare features (words, bigrams and trigrams that few
 * families of copies have) find rewritten copies and excerpts, and what one copy alone adds. Sort-based; no pair comes twice; linear
 * when all documents are alike. */
#ifndef TWICETOLD_CANDIDATE_H
#define TWICETOLD_CANDIDATE_H

#include "twicetold/profile.h"
#include "twicetold/types.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct twt_candidate_options {
    uint32_t bands, rows;      /* bands * rows <= slots; 32, 4 */
    double family_jaccard;     /* estimated Jaccard to the representative from which on a document joins its family; .6 */
    uint32_t df_max;           /* document frequency, in families, up to which a bigram or trigram pairs everyone; 24 */
    uint32_t df_max_word;      /* the same for single words; 48 */
    uint32_t df_max_star;      /* above these and up to this a feature pairs only the first family that has it with the others; 2000 */
    double weight_min;         /* shared weight from which on a pair is a candidate; 10, scaled by ln N / ln 33000 */
    double share_min;          /* and its least share (twt_candidate_pair.share); .018 */
    bool keeps_families;       /* for twt_candidates_representative; 4 bytes a document; off */
    uint32_t short_words;      /* up to so many distinct words a document is short, and short ones are looked at among themselves
                                  too; 0: never; 100 */
    double short_share_min;    /* least share of two short ones among themselves; .02 */
    uint32_t family_pairs_max; /* of two candidate families: up to this many member pairs, else members with representatives; 4096 */
    const char *tmp_folder;    /* where features go that are beyond memory, to a file without a name; borrowed until all is
                                  freed; NULL: no limit */
    uint64_t memory;           /* bytes of features kept in memory when there is a tmp_folder */
} twt_candidate_options;

TWT_API void twt_candidate_options_init(twt_candidate_options *options);

/* Scratch of one thread that collects a document's features. */
typedef struct twt_feature_collector twt_feature_collector;

enum { TWT_FEATURE_WORD = 1, TWT_FEATURE_BIGRAM = 2, TWT_FEATURE_KINDS = 3 }; /* the lowest bits of a key; a trigram has none */

typedef struct twt_features { /* lives in the collector until its next run */
    const uint64_t *keys;     /* distinct hashes of words, bigrams and trigrams, ascending */
    size_t count;
} twt_features;

TWT_API TWT_MUST_USE twt_status twt_feature_collector_new(twt_feature_collector **out);
TWT_API void twt_feature_collector_free(twt_feature_collector *collector);
TWT_API TWT_MUST_USE twt_status twt_feature_collector_run(twt_feature_collector *collector, const twt_analysis *analysis,
                                                          twt_features *out);

/* Single writer, or an intake a thread, until find; then shared-read. */
typedef struct twt_candidates twt_candidates;

/* Errors, here and below: TWT_ERROR_ARGUMENT, TWT_ERROR_MEMORY, TWT_ERROR_IO. document_count: how many documents will be added, numbered from 0. */
TWT_API TWT_MUST_USE twt_status twt_candidates_new(const twt_candidate_options *options, const twt_profile *profile,
                                                   size_t document_count, twt_candidates **out);
TWT_API void twt_candidates_free(twt_candidates *candidates);

/* Adds one document; in any order, each number once; numbers never added take no part. Documents with equal content_hash
 * (exact copies) should be added once, by the first of them. rank orders documents independently of the order of input
 * (the content hash serves); it decides who stands for a family. Not thread-safe. */
TWT_API TWT_MUST_USE twt_status twt_candidates_add(twt_candidates *candidates, uint32_t document, uint64_t rank,
                                                   const uint32_t *slots, const twt_features *features);

/* Several threads may add at once, each by an intake of its own and other documents than the others. */
typedef struct twt_candidate_intake twt_candidate_intake;

/* candidates outlive the intake. */
TWT_API TWT_MUST_USE twt_status twt_candidate_intake_new(twt_candidates *candidates, twt_candidate_intake **out);
TWT_API void twt_candidate_intake_free(twt_candidate_intake *intake);

/* As twt_candidates_add of what twt_feature_collector_run gives for analysis, but sooner. *feature_count becomes how many
 * features that were. After an error only freeing makes sense, of the candidates, too. */
TWT_API TWT_MUST_USE twt_status twt_candidate_intake_add(twt_candidate_intake *intake, uint32_t document, uint64_t rank,
                                                         const uint32_t *slots, const twt_analysis *analysis,
                                                         size_t *feature_count);

/* Hands over what the intake still holds; to be called before twt_candidates_find. Then only freeing makes sense. */
TWT_API TWT_MUST_USE twt_status twt_candidate_intake_end(twt_candidate_intake *intake);

/* A document that was added takes no part after all. Not while others add. */
TWT_API void twt_candidates_leave_out(twt_candidates *candidates, uint32_t document);

/* slots: the sketch of that part of an added document that is furniture (mastheads, disclaimers). Bands leave out pairs that
 * share nothing else, unless they are alike as whole pages. Several threads may tell of different documents at once. */
TWT_API void twt_candidates_tell_furniture(twt_candidates *candidates, uint32_t document, const uint32_t *slots);

/* Finds all candidate pairs, ascending by (a, b), with up to threads worker threads; the result does not depend on threads
 * or on the order of adding. *pairs lives as long as candidates. N is the number of families; up to 64, every pair of them
 * is a candidate. A second call gives the same list; after an error only freeing makes sense. */
TWT_API TWT_MUST_USE twt_status twt_candidates_find(twt_candidates *candidates, size_t threads,
                                                    const twt_candidate_pair **pairs, size_t *count);

/* What find took for bands and families, and for rare features. Zeroed before. */
TWT_API void twt_candidates_costs(const twt_candidates *candidates, twt_phase_cost *bands, twt_phase_cost *rare);

/* Bytes that were put into the file in options.tmp_folder so far. */
TWT_API uint64_t twt_candidates_spilled(const twt_candidates *candidates);

/* errno of the first TWT_ERROR_IO, or 0. */
TWT_API int twt_candidates_os_error(const twt_candidates *candidates);

/* ---- why a pair is a candidate, or not ------------------------------------------------------------------- */

/* After find, with options.keeps_families: the document that stands for a document's family; UINT32_MAX when that took no
 * part. The count of families is known in any case. */
TWT_API uint32_t twt_candidates_representative(const twt_candidates *candidates, uint32_t document);

/* The same: the hub near which a document is, one that more than 64 documents resemble; UINT32_MAX when there is none. A
 * document and its hub are a candidate pair. */
TWT_API uint32_t twt_candidates_hub(const twt_candidates *candidates, uint32_t document);

/* The same: the share from which on a pair is among the nearest of a document's family; 0 when the family has more members. */
TWT_API float twt_candidates_nearest_share(const twt_candidates *candidates, uint32_t document);

/* In twt_candidate_pair.channels, beside these: one of the two is the other's hub, or the nearest that comes before it.
 * When both are versions of one hub, a pair without this says little that is new. IS_NEARER: they are plainly nearer to each
 * other than either is to the hub of both. */
enum { TWT_CANDIDATE_IS_NEAR = 1 << 8, TWT_CANDIDATE_IS_NEARER = 1 << 9 };
TWT_API size_t twt_candidates_family_count(const twt_candidates *candidates);

enum { TWT_BAND_CHECKS = 2, TWT_FURNITURE_CHECKS = 2, TWT_FAMILY_CHECKS = 1, TWT_RARE_CHECKS = 3, TWT_SHORT_CHECKS = 2,
       TWT_NEAREST_CHECKS = 5, TWT_ADDED_CHECKS = 2 };

/* What the bands ask of two sketches (TWT_RULE_BANDS). A pair that meets it may still be passed over in a bucket of more
 * than 64 documents. */
TWT_API void twt_band_checks(const twt_candidate_options *options, const twt_profile *profile, const uint32_t *slots_a,
                             const uint32_t *slots_b, twt_check out[TWT_BAND_CHECKS]);

/* What they ask besides where documents have furniture (TWT_RULE_BANDS, the next clause). furniture: the sketches of it. */
TWT_API void twt_furniture_checks(const twt_profile *profile, const uint32_t *slots_a, const uint32_t *slots_b,
                                  const uint32_t *furniture_a, const uint32_t *furniture_b,
                                  twt_check out[TWT_FURNITURE_CHECKS]);

/* What is asked of a document to join a representative's family; rule: TWT_RULE_FAMILY_A or TWT_RULE_FAMILY_B. */
TWT_API void twt_family_checks(const twt_candidate_options *options, const twt_profile *profile, twt_rule rule,
                               const uint32_t *slots, const uint32_t *representative,
                               twt_check out[TWT_FAMILY_CHECKS]);

/* What is asked of a pair that rare features found (TWT_RULE_NEAREST): that it is more than faint, or among the nearest of one
 * side. nearest_shares: of a and b. */
TWT_API void twt_nearest_checks(size_t family_count, const twt_candidate_pair *pair, const float nearest_shares[2],
                                twt_check out[TWT_NEAREST_CHECKS]);

/* What was asked of a pair that TWT_CHANNEL_ADDED found (TWT_RULE_ADDED). */
TWT_API void twt_added_checks(const twt_candidate_options *options, size_t family_count, const twt_candidate_pair *pair,
                              twt_check out[TWT_ADDED_CHECKS]);

/* Weighs what two families share, anew and without postings: all representatives are shown to it once. */
typedef struct twt_weighing twt_weighing;

typedef struct twt_weighed { /* a feature that both have */
    uint64_t key;
    uint32_t families; /* that have it */
    double weight;
    bool is_counted; /* false when too many families have it */
} twt_weighed;

/* a and b: the features of the two representatives, copied. Errors: TWT_ERROR_MEMORY. */
TWT_API TWT_MUST_USE twt_status twt_weighing_new(const twt_candidate_options *options, size_t family_count,
                                                 const twt_features *a, const twt_features *b, twt_weighing **out);
TWT_API void twt_weighing_free(twt_weighing *weighing);

/* Shows it a representative: each once, in any order, a and b (is_of_pair) among them. rank as in twt_candidates_add.
 * Errors: TWT_ERROR_MEMORY. */
TWT_API TWT_MUST_USE twt_status twt_weighing_add(twt_weighing *weighing, uint32_t document, uint64_t rank,
                                                 const twt_features *features, bool is_of_pair);

/* Sums up. Fills checks (TWT_RULE_RARE), the weight and its share, and the features that both have, the heaviest first;
 * they live as long as the weighing. */
TWT_API void twt_weighing_end(twt_weighing *weighing, twt_check checks[TWT_RARE_CHECKS], twt_candidate_pair *pair,
                              const twt_weighed **features, size_t *count);

/* After twt_weighing_end: what two short documents share among the short ones. Fills checks (TWT_RULE_SHORT), sets weight
 * and share as the candidate has them, and returns TWT_SHORT_CHECKS; 0 when they are not both short, or at most 64 families are. */
TWT_API size_t twt_weighing_end_short(twt_weighing *weighing, twt_check checks[TWT_SHORT_CHECKS], twt_candidate_pair *pair);

/* The first place in a text where a feature stands; false when it is not there. */
TWT_API bool twt_feature_find(const twt_analysis *analysis, uint64_t key, twt_range *bytes);

#ifdef __cplusplus
}
#endif

#endif

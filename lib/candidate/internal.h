/* What the files of this stage share.
 *
 * Documents that take part are called by their position: the place in ascending (rank, document number).
 * Families are numbered by the position of their representative. */
#ifndef TWT_CANDIDATE_INTERNAL_H
#define TWT_CANDIDATE_INTERNAL_H

#include "base/bytes.h"
#include "base/streams.h"
#include "base/vec.h"
#include "twicetold/candidate.h"

typedef TWT_VEC(uint64_t) twt_u64s;

/* ---- bands ----------------------------------------------------------------------------------------------- */

typedef struct twt_sketches {
    const uint32_t *slots; /* by document number */
    size_t slot_count;
    const uint32_t *order; /* document numbers by position */
    size_t count;          /* positions */
} twt_sketches;

/* A pair of positions that share a band bucket, packed so that sorting brings together the earlier partners of a
 * position: later position 24 bits, earlier position 24 bits, equal slots 16 bits. */
static inline uint64_t twt_band_pair(uint32_t earlier, uint32_t later, size_t equal)
{
    return (uint64_t)later << 40 | (uint64_t)earlier << 16 | equal;
}

static inline uint32_t twt_band_pair_later(uint64_t pair)
{
    return (uint32_t)(pair >> 40);
}

static inline uint32_t twt_band_pair_earlier(uint64_t pair)
{
    return (uint32_t)(pair >> 16) & 0xffffff;
}

static inline uint32_t twt_band_pair_equal(uint64_t pair)
{
    return (uint32_t)pair & 0xffff;
}

/* Whether the estimated Jaccard similarity is at least .5. */
static inline bool twt_band_pair_is_like(uint64_t pair, size_t slot_count)
{
    return 2 * twt_band_pair_equal(pair) >= slot_count;
}

#define TWT_PLAUSIBLE_JACCARD .25 /* estimated; below it a pair met by chance or boilerplate */

/* All plausible pairs, ascending, each once. */
TWT_MUST_USE twt_status twt_bands_find(const twt_candidate_options *options, const twt_sketches *sketches,
                                       size_t threads, twt_u64s *pairs);

/* ---- families -------------------------------------------------------------------------------------------- */

typedef struct twt_families { /* zeroed: empty and valid */
    uint32_t *family_of;      /* by position */
    uint32_t *members;        /* positions, family by family, ascending: the representative comes first */
    uint32_t *begins;         /* count + 1 places in members */
    size_t count;
} twt_families;

/* equal_min: equal slots from which on a position joins a representative. */
TWT_MUST_USE twt_status twt_families_build(twt_families *families, const twt_u64s *band_pairs, size_t positions,
                                           uint32_t equal_min);
void twt_families_free(twt_families *families);

static inline size_t twt_family_size(const twt_families *families, size_t family)
{
    return families->begins[family + 1] - families->begins[family];
}

/* ---- sets of positions -------------------------------------------------------------------------------------- */

/* parents: of each position, at first itself. */
uint32_t twt_sets_root(uint32_t *parents, uint32_t position);
void twt_sets_join(uint32_t *parents, uint32_t p, uint32_t q);

/* ---- circles --------------------------------------------------------------------------------------------- */

#define TWT_NO_HUB UINT32_MAX

/* A hub has more near it than so many; what has fewer partners keeps them all. */
enum { TWT_CIRCLE_MIN = 64 };

/* *hub_of, to be freed also when it fails: by position, the hub whose circle it is of (its own of a hub), or
 * TWT_NO_HUB. All of a circle are plausible pairs with the hub by their sketches, in a bucket with it or not. */
TWT_MUST_USE twt_status twt_circles_find(const twt_sketches *sketches, const twt_u64s *band_pairs, uint32_t **hub_of);

/* ---- crowds ---------------------------------------------------------------------------------------------- */

/* Well above what collections hold: of like documents in a row, press releases of 8,600 from one template after the
 * other have 842 and twelve versions of each text 42. Ten thousand edits of one text are all in one. */
enum { TWT_CROWD_MIN = 4096 };

/* *hub_of, to be freed: by position, the one that all of its crowd meet, or TWT_NO_HUB when it is in none. */
TWT_MUST_USE twt_status twt_crowds_find(const twt_families *families, const twt_u64s *band_pairs, size_t slot_count,
                                        uint32_t **hub_of);

/* ---- rare features --------------------------------------------------------------------------------------- */

enum { TWT_POSTING_BUCKETS = 256, TWT_POSTING_RUN_MAX = 1 << 11 /* features in one record */ };

/* Who has which feature. A bucket holds the features whose key begins with its number. */
typedef struct twt_postings { /* zeroed: empty, for freeing alone */
    twt_streams buckets;
    uint32_t *counts; /* of features, by document */
    size_t document_count;
} twt_postings;

/* spill: outlives the postings. */
TWT_MUST_USE twt_status twt_postings_init(twt_postings *postings, size_t document_count, twt_spill *spill);
void twt_postings_free(twt_postings *postings);

/* One thread's way in. A document's features come by one. */
typedef struct twt_postings_writer { /* zeroed: none, for freeing alone */
    twt_postings *postings;
    twt_streams_writer writer;
    uint32_t last[TWT_POSTING_BUCKETS]; /* document */
    unsigned char *to[TWT_POSTING_BUCKETS];
} twt_postings_writer;

TWT_MUST_USE twt_status twt_postings_writer_init(twt_postings_writer *writer, twt_postings *postings);
void twt_postings_writer_free(twt_postings_writer *writer);

/* Before anything is read; nothing is added any more. */
TWT_MUST_USE twt_status twt_postings_writer_close(twt_postings_writer *writer);

TWT_MUST_USE twt_status twt_postings_add(twt_postings_writer *writer, uint32_t document, const twt_features *features);

/* The same for features in any order; counts: how many of them lie in each bucket, at most
 * TWT_POSTING_RUN_MAX. */
TWT_MUST_USE twt_status twt_postings_add_loose(twt_postings_writer *writer, uint32_t document, const uint64_t *keys,
                                               size_t count, const uint16_t counts[TWT_POSTING_BUCKETS]);

enum { TWT_POSTING_PART_BITS = 8 };

/* How many postings a bucket may have at most. */
size_t twt_postings_most(const twt_postings *postings, size_t bucket);

/* Hands out a bucket's postings of documents that stand for a family, and gives its memory back. A posting: 39 further
 * bits of the key, the bit that tells words apart, and 24 bits for the family. They come in parts by the first bits (up to
 * TWT_POSTING_PART_BITS) of them; ends, 1 << bits, are where the parts end. */
TWT_MUST_USE twt_status twt_postings_read(twt_postings *postings, size_t bucket, const uint32_t *family_of_document,
                                          unsigned bits, twt_u64s *out, size_t *ends);

/* The 48 bits of a key that tell features apart: those of the bucket, 39 more, and whether it is a word. */
static inline uint64_t twt_feature_of_key(uint64_t key)
{
    return key >> 17 << 1 | (key & 1);
}

static inline uint64_t twt_posting_feature(uint64_t posting)
{
    return posting >> 24;
}

static inline bool twt_posting_is_word(uint64_t posting)
{
    return posting >> 24 & 1;
}

static inline uint32_t twt_posting_owner(uint64_t posting)
{
    return (uint32_t)posting & 0xffffff;
}

typedef struct twt_rare_pair {
    uint32_t a, b; /* families, a < b */
    float weight, share;
    uint32_t channels;
} twt_rare_pair;

typedef TWT_VEC(twt_rare_pair) twt_rare_pairs;

#define TWT_NO_FAMILY UINT32_MAX

/* Pairs of families by shared weight, ascending. family_of_document: the family that a document represents, or
 * TWT_NO_FAMILY. Uses up the postings. */
TWT_MUST_USE twt_status twt_rare_find(const twt_candidate_options *options, twt_postings *postings,
                                      const uint32_t *family_of_document, size_t family_count, size_t threads,
                                      twt_rare_pairs *pairs);

/* ---- short documents ------------------------------------------------------------------------------------- */

typedef struct twt_shorts { /* zeroed: empty, for freeing alone */
    uint32_t words_max;
    twt_postings postings; /* of words and bigrams */
    bool *is_short;        /* by document */
    size_t document_count;
} twt_shorts;

/* spill: outlives the short documents. */
TWT_MUST_USE twt_status twt_shorts_init(twt_shorts *shorts, const twt_candidate_options *options,
                                        size_t document_count, twt_spill *spill);
void twt_shorts_free(twt_shorts *shorts);

/* One thread's way in. */
typedef struct twt_shorts_writer { /* zeroed: none, for freeing alone */
    twt_shorts *shorts;
    twt_postings_writer postings;
    twt_u64s keys, scratch;
} twt_shorts_writer;

TWT_MUST_USE twt_status twt_shorts_writer_init(twt_shorts_writer *writer, twt_shorts *shorts);
void twt_shorts_writer_free(twt_shorts_writer *writer);

/* Before anything is found; nothing is added any more. */
TWT_MUST_USE twt_status twt_shorts_writer_close(twt_shorts_writer *writer);

/* Takes the document if it is short. features: in any order. */
TWT_MUST_USE twt_status twt_shorts_add(twt_shorts_writer *writer, uint32_t document, const twt_features *features);

/* Applies the rule of the rare features to the families that short documents stand for, as if there were no others, and
 * joins what it finds to the ascending pairs. Uses up the short documents. */
TWT_MUST_USE twt_status twt_shorts_find(const twt_candidate_options *options, twt_shorts *shorts,
                                        const uint32_t *family_of_document, size_t family_count, size_t threads,
                                        twt_rare_pairs *pairs);

/* What the share of two short documents, of the weight of their words and bigrams, counts as a share of all features. At
 * .03 to .05 of those, rewrites of l2r share .103 (median), other pairs .057; over all of them 1.57 times as much. */
#define TWT_SHORT_SHARE .5

/* The rule among the short ones, in terms of the other. */
twt_candidate_options twt_short_options(const twt_candidate_options *options);

bool twt_features_are_short(const twt_features *features, uint32_t words_max);

/* keys becomes the words and bigrams of features. False when memory is short. */
bool twt_features_of_short(const twt_features *features, twt_u64s *keys);

/* ---- the handle ------------------------------------------------------------------------------------------ */

twt_postings *twt_candidates_postings(twt_candidates *candidates);
twt_shorts *twt_candidates_shorts(twt_candidates *candidates);

/* Adds a document, all but its features. *takes_part: whether it has any. From several threads, each with documents of
 * its own. */
TWT_MUST_USE twt_status twt_candidates_enter(twt_candidates *candidates, uint32_t document, uint64_t rank,
                                             const uint32_t *slots, bool *takes_part);

/* Families that no circle has get the hub of the one of a circle that they share most rare features with. */
TWT_MUST_USE twt_status twt_circles_adopt(uint32_t *hub_of, const twt_families *families,
                                          const twt_rare_pairs *rare_pairs);

/* ---- merge ----------------------------------------------------------------------------------------------- */

typedef TWT_VEC(twt_candidate_pair) twt_candidate_pairs;

typedef struct twt_merge_input {
    const uint32_t *order; /* document numbers by position */
    size_t slot_count;
    const twt_families *families;
    const uint32_t *circles; /* hub_of */
    const twt_u64s *band_pairs;
    const twt_rare_pairs *rare_pairs;
} twt_merge_input;

/* Expands families and brings all channels together: ascending pairs of document numbers, each once. */
TWT_MUST_USE twt_status twt_candidates_merge(const twt_candidate_options *options, const twt_merge_input *input,
                                             twt_candidate_pairs *out);

#endif

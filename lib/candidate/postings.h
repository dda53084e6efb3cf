/* Who has which feature, in buckets that may lie in a file. */
#ifndef TWT_CANDIDATE_POSTINGS_H
#define TWT_CANDIDATE_POSTINGS_H

#include "base/streams.h"
#include "base/vec.h"
#include "twicetold/candidate.h"

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
 * bits of the key, the bit that tells words apart, and 24 bits for the family. They come in parts by the first bits (up
 * to TWT_POSTING_PART_BITS) of them; ends, 1 << bits, are where the parts end. */
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

#endif

/* A bucket is a row of records: whose, how many, and 5 bytes a feature. Documents mostly come in ascending order, so
 * that one byte says whose (distance to the last one) and how many; where a chunk begins or the distance is long, a
 * zero byte goes before the whole number. */
#include <string.h>

#include "candidate/internal.h"

enum { CHUNK_BYTES = 1 << 16, FEATURE_BYTES = 5, RUN_MAX = 15, DISTANCE_MAX = 15, LONG_HEAD = 6 };

twt_status twt_postings_init(twt_postings *postings, twt_spill *spill)
{
    *postings = (twt_postings){.last = {0}};
    twt_status status = twt_streams_init(&postings->buckets, TWT_POSTING_BUCKETS, CHUNK_BYTES, spill);
    return status == TWT_OK ? twt_streams_writer_init(&postings->writer, &postings->buckets) : status;
}

void twt_postings_free(twt_postings *postings)
{
    twt_streams_writer_free(&postings->writer);
    twt_streams_free(&postings->buckets);
    twt_vec_free(&postings->counts);
}

static uint64_t pack(uint64_t key)
{
    uint64_t bits = key >> 17 & (((uint64_t)1 << 39) - 1);
    return bits << 1 | (key & 1);
}

static unsigned char *put_number(unsigned char *to, uint32_t number)
{
    memcpy(to, &number, sizeof number);
    return to + sizeof number;
}

static uint32_t number_at(const unsigned char *from)
{
    uint32_t number;
    memcpy(&number, from, sizeof number);
    return number;
}

/* Up to RUN_MAX features of one bucket. */
static twt_status add_run(twt_postings *postings, size_t bucket, uint32_t document, const uint64_t *keys, size_t count)
{
    unsigned char *begin = twt_streams_room(&postings->writer, bucket, LONG_HEAD + (size_t)RUN_MAX * FEATURE_BYTES);
    if (!begin)
        return postings->writer.status;
    unsigned char *to = begin;
    uint32_t distance = document - postings->last[bucket];
    if (postings->writer.lens[bucket] && distance <= DISTANCE_MAX) {
        *to++ = (unsigned char)(distance << 4 | count);
    } else {
        *to++ = 0;
        to = put_number(to, document);
        *to++ = (unsigned char)count;
    }
    for (size_t i = 0; i < count; i++) {
        uint64_t feature = pack(keys[i]);
        to = put_number(to, (uint32_t)feature);
        *to++ = (unsigned char)(feature >> 32);
    }
    twt_streams_advance(&postings->writer, bucket, (size_t)(to - begin));
    postings->last[bucket] = document;
    return TWT_OK;
}

static bool count_features(twt_postings *postings, uint32_t document, size_t count)
{
    while (postings->counts.count <= document)
        if (!twt_vec_push(&postings->counts, 0))
            return false;
    postings->counts.data[document] += (uint32_t)count;
    return true;
}

twt_status twt_postings_add(twt_postings *postings, uint32_t document, const twt_features *features)
{
    if (!count_features(postings, document, features->count))
        return TWT_ERROR_MEMORY;
    twt_status status = TWT_OK;
    for (size_t begin = 0, end; status == TWT_OK && begin < features->count; begin = end) {
        size_t bucket = features->keys[begin] >> 56;
        end = begin + 1;
        while (end < features->count && end - begin < RUN_MAX && features->keys[end] >> 56 == bucket)
            end++;
        status = add_run(postings, bucket, document, features->keys + begin, end - begin);
    }
    return status;
}

twt_status twt_postings_close(twt_postings *postings)
{
    twt_status status = twt_streams_writer_close(&postings->writer);
    twt_streams_writer_free(&postings->writer);
    return status;
}

/* Of the records in bytes, those of documents that stand for a family. */
static void read_records(const twt_bytes *bytes, const uint32_t *family_of_document, twt_u64s *out)
{
    uint32_t document = 0;
    const unsigned char *from = (const unsigned char *)bytes->data, *end = from + bytes->count;
    while (from < end) {
        unsigned head = *from++;
        if (head == 0) {
            document = number_at(from);
            head = from[4];
            from += LONG_HEAD - 1;
        } else {
            document += head >> 4;
        }
        uint64_t family = family_of_document[document];
        for (unsigned left = head & RUN_MAX; left > 0; left--, from += FEATURE_BYTES) {
            uint64_t feature = (uint64_t)from[4] << 32 | number_at(from);
            out->data[out->count] = feature << 24 | (family & 0xffffff);
            out->count += family != TWT_NO_FAMILY;
        }
    }
}

twt_status twt_postings_read(twt_postings *postings, size_t bucket, const uint32_t *family_of_document,
                             twt_bytes *scratch, twt_u64s *out)
{
    size_t len = twt_streams_len(&postings->buckets, bucket);
    twt_vec_clear(scratch);
    twt_vec_clear(out);
    if (!twt_vec_reserve(scratch, len) || !twt_vec_reserve(out, len / FEATURE_BYTES + 1))
        return TWT_ERROR_MEMORY;
    twt_status status = twt_streams_read(&postings->buckets, bucket, (unsigned char *)scratch->data);
    twt_streams_drop(&postings->buckets, bucket);
    if (status != TWT_OK)
        return status;
    scratch->count = len;
    read_records(scratch, family_of_document, out);
    return TWT_OK;
}

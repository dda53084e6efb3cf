/* A bucket is a row of records: whose, how many, and 5 bytes a feature. Documents mostly come in ascending order, so
 * that one byte says whose (distance to the last one) and how many; where a chunk begins, the distance is long or
 * features are many, a zero byte goes before the whole numbers. */
#include "candidate/postings.h"

#include <string.h>

#include "base/hash.h"
#include "candidate/rare.h"

enum { FEATURE_BYTES = 5, SHORT_MAX = 15, DISTANCE_MAX = 15, LONG_HEAD = 9 };

/* Features are written eight bytes at a time. */
enum { BEYOND = sizeof(uint64_t) - FEATURE_BYTES };

twt_status twt_postings_init(twt_postings *postings, size_t document_count, twt_spill *spill)
{
    *postings = (twt_postings){.document_count = document_count};
    postings->counts = twt_alloc_zeroed(document_count, sizeof *postings->counts);
    if (!postings->counts)
        return TWT_ERROR_MEMORY;
    return twt_streams_init(&postings->buckets, TWT_POSTING_BUCKETS, spill);
}

void twt_postings_free(twt_postings *postings)
{
    twt_streams_free(&postings->buckets);
    twt_free(postings->counts);
    *postings = (twt_postings){0};
}

twt_status twt_postings_writer_init(twt_postings_writer *writer, twt_postings *postings)
{
    *writer = (twt_postings_writer){.postings = postings};
    return twt_streams_writer_init(&writer->writer, &postings->buckets);
}

void twt_postings_writer_free(twt_postings_writer *writer)
{
    twt_streams_writer_free(&writer->writer);
}

twt_status twt_postings_writer_close(twt_postings_writer *writer)
{
    twt_status status = twt_streams_writer_close(&writer->writer);
    twt_streams_writer_free(&writer->writer);
    return status;
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

/* Begins a record of up to RUN_MAX features; where they go, or NULL. */
static unsigned char *begin_record(twt_postings_writer *writer, size_t bucket, uint32_t document, size_t count)
{
    size_t most = LONG_HEAD + count * FEATURE_BYTES;
    unsigned char *begin = twt_streams_room(&writer->writer, bucket, most + BEYOND), *to = begin;
    if (!begin)
        return NULL;
    uint32_t distance = document - writer->last[bucket];
    if (writer->writer.lens[bucket] && distance <= DISTANCE_MAX && count <= SHORT_MAX) {
        *to++ = (unsigned char)(distance << 4 | count);
    } else {
        *to++ = 0;
        to = put_number(to, document);
        to = put_number(to, (uint32_t)count);
    }
    twt_streams_advance(&writer->writer, bucket, (size_t)(to - begin) + count * FEATURE_BYTES);
    writer->last[bucket] = document;
    return to;
}

static unsigned char *put_feature(unsigned char *to, uint64_t key)
{
    uint64_t feature = twt_little_endian64(pack(key));
    memcpy(to, &feature, sizeof feature);
    return to + FEATURE_BYTES;
}

/* Of ascending keys, those that are one feature with one before: their first 47 bits are that one's, and the last. */
typedef struct recent {
    uint64_t begins;
    unsigned seen;
} recent;

static bool is_double(recent *r, uint64_t key)
{
    unsigned kind = 1u << (key & 1);
    if (r->begins != key >> 17)
        *r = (recent){.begins = key >> 17};
    bool is_seen = r->seen & kind;
    r->seen |= kind;
    return is_seen;
}

/* One record. Other threads' chunks may come between two records of a document, so doubles are left out. */
static twt_status add_run(twt_postings_writer *writer, uint32_t document, const uint64_t *keys, size_t count,
                          recent *last)
{
    size_t kept = 0;
    recent again = *last;
    for (size_t i = 0; i < count; i++)
        kept += !is_double(last, keys[i]);
    unsigned char *to = kept ? begin_record(writer, keys[0] >> 56, document, kept) : NULL;
    if (kept && !to)
        return writer->writer.status;
    for (size_t i = 0; i < count; i++)
        if (!is_double(&again, keys[i]))
            to = put_feature(to, keys[i]);
    writer->postings->counts[document] += (uint32_t)kept;
    return TWT_OK;
}

twt_status twt_postings_add(twt_postings_writer *writer, uint32_t document, const twt_features *features)
{
    twt_status status = TWT_OK;
    recent last = {.begins = UINT64_MAX};
    for (size_t begin = 0, end; status == TWT_OK && begin < features->count; begin = end) {
        size_t bucket = features->keys[begin] >> 56;
        end = begin + 1;
        while (end < features->count && end - begin < TWT_POSTING_RUN_MAX && features->keys[end] >> 56 == bucket)
            end++;
        status = add_run(writer, document, features->keys + begin, end - begin, &last);
    }
    return status;
}

twt_status twt_postings_add_loose(twt_postings_writer *writer, uint32_t document, const uint64_t *keys, size_t count,
                                  const uint16_t counts[TWT_POSTING_BUCKETS])
{
    for (size_t b = 0; b < TWT_POSTING_BUCKETS; b++) {
        if (counts[b] == 0)
            continue;
        writer->to[b] = begin_record(writer, b, document, counts[b]);
        if (!writer->to[b])
            return writer->writer.status;
    }
    for (size_t i = 0; i < count; i++) {
        unsigned char **to = &writer->to[keys[i] >> 56];
        *to = put_feature(*to, keys[i]);
    }
    writer->postings->counts[document] += (uint32_t)count;
    return TWT_OK;
}

static uint64_t feature_at(const unsigned char *from)
{
    uint64_t bytes;
    memcpy(&bytes, from, sizeof bytes);
    return twt_little_endian64(bytes) & (((uint64_t)1 << 8 * FEATURE_BYTES) - 1);
}

typedef struct record {
    uint32_t document, count;
    const unsigned char *features;
} record;

/* Reads the record at from, behind another of its chunk or the first, and gives where the next one begins. */
static inline const unsigned char *read_record(const unsigned char *from, record *of)
{
    uint32_t head = *from++;
    of->count = head & SHORT_MAX;
    of->document += head >> 4;
    if (head == 0) {
        of->document = number_at(from);
        of->count = number_at(from + sizeof of->document);
        from += LONG_HEAD - 1;
    }
    of->features = from;
    return from + (size_t)of->count * FEATURE_BYTES;
}

typedef struct reading {
    const uint32_t *family_of_document;
    unsigned bits;
    size_t *ends; /* how many in each part, then where the next one goes */
    uint64_t *out;
} reading;

/* The last byte of a feature is the highest. */
static void count_records(const reading *r, const twt_chunk *chunk)
{
    record of = {.document = 0};
    for (const unsigned char *from = chunk->data, *end = from + chunk->len; from < end;) {
        from = read_record(from, &of);
        if (r->family_of_document[of.document] == TWT_NO_FAMILY)
            continue;
        for (uint32_t i = 0; i < of.count; i++)
            r->ends[of.features[(size_t)i * FEATURE_BYTES + FEATURE_BYTES - 1] >> (8 - r->bits)]++;
    }
}

static void read_records(const reading *r, const twt_chunk *chunk)
{
    record of = {.document = 0};
    uint64_t *restrict out = r->out;
    size_t *restrict ends = r->ends;
    for (const unsigned char *from = chunk->data, *end = from + chunk->len; from < end;) {
        from = read_record(from, &of);
        uint64_t family = r->family_of_document[of.document];
        for (uint32_t i = 0; family != TWT_NO_FAMILY && i < of.count; i++) {
            uint64_t feature = feature_at(of.features + (size_t)i * FEATURE_BYTES);
            out[ends[feature >> (8 * FEATURE_BYTES - r->bits)]++] = feature << 24 | family;
        }
    }
}

static size_t read_chunks(const reading *r, const twt_stream *chunks)
{
    size_t sum = 0;
    memset(r->ends, 0, ((size_t)1 << r->bits) * sizeof *r->ends);
    for (size_t i = 0; i < chunks->count; i++)
        count_records(r, &chunks->data[i]);
    for (size_t part = 0; part < (size_t)1 << r->bits; part++) {
        size_t here = r->ends[part];
        r->ends[part] = sum;
        sum += here;
    }
    for (size_t i = 0; i < chunks->count; i++)
        read_records(r, &chunks->data[i]);
    return sum;
}

size_t twt_postings_most(const twt_postings *postings, size_t bucket)
{
    return twt_streams_len(&postings->buckets, bucket) / FEATURE_BYTES;
}

twt_status twt_postings_read(twt_postings *postings, size_t bucket, const uint32_t *family_of_document, unsigned bits,
                             twt_u64s *out, size_t *ends)
{
    twt_vec_clear(out);
    if (!twt_vec_reserve(out, twt_postings_most(postings, bucket) + 1))
        return TWT_ERROR_MEMORY;
    twt_status status = twt_streams_load(&postings->buckets, bucket);
    if (status == TWT_OK)
        out->count =
            read_chunks(&(reading){family_of_document, bits, ends, out->data}, &postings->buckets.items[bucket]);
    twt_streams_drop(&postings->buckets, bucket);
    return status;
}

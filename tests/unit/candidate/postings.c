#include "base/hash.h"
#include "base/rng.h"
#include "candidate/rare.h"
#include "support/suite.h"

enum { DOCUMENTS = 3000, KEYS = 60, BUCKET = 0x5a };

static int compare(const void *left, const void *right)
{
    uint64_t a = *(const uint64_t *)left, b = *(const uint64_t *)right;
    return (a > b) - (a < b);
}

/* Keys of one bucket and a few others; now and then very many, or of a document far away. */
static size_t draw_keys(uint64_t *rng, uint64_t *keys)
{
    size_t count = twt_rng_next(rng) % (twt_rng_next(rng) % 8 ? 6 : KEYS);
    for (size_t i = 0; i < count; i++) {
        keys[i] = twt_rng_next(rng);
        if (i % 4)
            keys[i] = keys[i] << 8 >> 8 | (uint64_t)BUCKET << 56;
    }
    qsort(keys, count, sizeof *keys, compare);
    return count;
}

/* By turns as an ascending list and as a loose one. */
static twt_status put(twt_postings_writer *writer, uint32_t document, const uint64_t *keys, size_t count)
{
    uint16_t counts[TWT_POSTING_BUCKETS] = {0};
    twt_features features = {keys, count};
    if (document % 2)
        return twt_postings_add(writer, document, &features);
    for (size_t i = 0; i < count; i++)
        counts[keys[i] >> 56]++;
    return twt_postings_add_loose(writer, document, keys, count, counts);
}

static uint64_t expected_posting(uint64_t key, uint32_t family)
{
    return (key << 8 >> 25 << 1 | (key & 1)) << 24 | family;
}

START_TEST(postings_come_back_as_they_were_added_but_for_documents_of_no_family)
{
    static uint32_t family_of[DOCUMENTS];
    twt_u64s expected = {0}, read = {0};
    twt_bytes scratch = {0};
    twt_postings postings;
    twt_postings_writer writer;
    uint64_t rng = 7, keys[KEYS];
    ck_assert_int_eq(twt_postings_init(&postings, DOCUMENTS, NULL), TWT_OK);
    ck_assert_int_eq(twt_postings_writer_init(&writer, &postings), TWT_OK);
    for (uint32_t d = 0; d < DOCUMENTS; d++)
        family_of[d] = d % 5 ? d * 17 % DOCUMENTS : TWT_NO_FAMILY;
    for (uint32_t n = 0; n < 3 * DOCUMENTS; n++) {
        uint32_t document = n % 97 ? n % DOCUMENTS : (uint32_t)(twt_rng_next(&rng) % DOCUMENTS);
        size_t count = n % 50 > 20 ? draw_keys(&rng, keys) : 0; /* some have none: distances of all sizes */
        ck_assert_int_eq(put(&writer, document, keys, count), TWT_OK);
        for (size_t i = 0; i < count; i++)
            if (keys[i] >> 56 == BUCKET && family_of[document] != TWT_NO_FAMILY)
                ck_assert(twt_vec_push(&expected, expected_posting(keys[i], family_of[document])));
    }
    ck_assert_int_eq(twt_postings_writer_close(&writer), TWT_OK);
    twt_postings_writer_free(&writer);
    ck_assert_int_eq(twt_postings_read(&postings, BUCKET, family_of, &scratch, &read), TWT_OK);
    ck_assert_uint_eq(read.count, expected.count);
    ck_assert_mem_eq(read.data, expected.data, read.count * sizeof *read.data);
    twt_postings_free(&postings);
    twt_vec_free(&expected);
    twt_vec_free(&read);
    twt_bytes_free(&scratch);
}
END_TEST

START_TEST(a_text_may_have_more_features_in_a_bucket_than_a_record_holds)
{
    enum { COUNT = 3 * TWT_POSTING_RUN_MAX };
    static uint64_t keys[COUNT];
    static const uint32_t family_of[] = {9};
    twt_u64s read = {0};
    twt_bytes scratch = {0};
    twt_postings postings;
    twt_postings_writer writer;
    ck_assert_int_eq(twt_postings_init(&postings, 1, NULL), TWT_OK);
    ck_assert_int_eq(twt_postings_writer_init(&writer, &postings), TWT_OK);
    for (uint64_t i = 0; i < COUNT; i++)
        keys[i] = (uint64_t)BUCKET << 56 | i << 20;
    twt_features features = {keys, COUNT};
    ck_assert_int_eq(twt_postings_add(&writer, 0, &features), TWT_OK);
    ck_assert_int_eq(twt_postings_writer_close(&writer), TWT_OK);
    ck_assert_int_eq(twt_postings_read(&postings, BUCKET, family_of, &scratch, &read), TWT_OK);
    ck_assert_uint_eq(read.count, COUNT);
    ck_assert_uint_eq(postings.counts[0], COUNT);
    for (size_t i = 0; i < COUNT; i++)
        ck_assert_uint_eq(read.data[i], expected_posting(keys[i], 9));
    twt_postings_writer_free(&writer);
    twt_postings_free(&postings);
    twt_vec_free(&read);
    twt_bytes_free(&scratch);
}
END_TEST

START_TEST(no_repeated_feature_is_dropped_and_few_others_are_kept)
{
    enum { COUNT = 20000, REPEATED = 3000 };
    static uint64_t postings[COUNT];
    twt_repeats repeats = {0};
    size_t kept = COUNT, found = 0, next = 0;
    for (size_t i = 0; i < COUNT; i++) /* features below REPEATED come again and again, the others once */
        postings[i] = twt_hash_mix(i % 3 ? i % REPEATED : REPEATED + i) >> 24 << 24 | i;
    static uint64_t before[COUNT];
    memcpy(before, postings, sizeof before);
    ck_assert(twt_repeats_keep(&repeats, postings, &kept));
    for (size_t i = 0; i < COUNT; i++) {
        bool is_kept = next < kept && postings[next] == before[i];
        next += is_kept;
        ck_assert(is_kept || i % 3 == 0);
        found += is_kept && i % 3 == 0;
    }
    ck_assert_uint_eq(next, kept);
    ck_assert_uint_lt(found, COUNT / 3 / 2);
    kept = 0;
    ck_assert(twt_repeats_keep(&repeats, postings, &kept));
    ck_assert_uint_eq(kept, 0);
    twt_vec_free(&repeats);
}
END_TEST

TWT_SUITE("candidate_postings", postings_come_back_as_they_were_added_but_for_documents_of_no_family,
          a_text_may_have_more_features_in_a_bucket_than_a_record_holds,
          no_repeated_feature_is_dropped_and_few_others_are_kept)

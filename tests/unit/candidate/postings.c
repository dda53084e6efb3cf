#include "candidate/postings.h"
#include "base/hash.h"
#include "base/rng.h"
#include "candidate/groups.h"
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

/* Read are the expected ones in the order of adding, part by part. */
static void check_parts(const twt_u64s *expected, const twt_u64s *read, unsigned bits, const size_t *ends)
{
    size_t next = 0;
    for (uint64_t part = 0; part < (uint64_t)1 << bits; part++) {
        for (size_t i = 0; i < expected->count; i++)
            if (bits == 0 || expected->data[i] >> (64 - bits) == part) {
                ck_assert_uint_lt(next, read->count);
                ck_assert_uint_eq(read->data[next++], expected->data[i]);
            }
        ck_assert_uint_eq(ends[part], next);
    }
    ck_assert_uint_eq(next, read->count);
}

static void check_reading(unsigned bits)
{
    static uint32_t family_of[DOCUMENTS];
    twt_u64s expected = {0}, read = {0};
    twt_spill spill;
    twt_postings postings;
    twt_postings_writer writer;
    size_t ends[1 << TWT_POSTING_PART_BITS];
    uint64_t rng = 7, keys[KEYS];
    twt_spill_init(&spill, NULL, 0);
    ck_assert_int_eq(twt_postings_init(&postings, DOCUMENTS, &spill), TWT_OK);
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
    ck_assert_uint_ge(twt_postings_most(&postings, BUCKET), expected.count);
    ck_assert_int_eq(twt_postings_read(&postings, BUCKET, family_of, bits, &read, ends), TWT_OK);
    check_parts(&expected, &read, bits, ends);
    twt_postings_free(&postings);
    twt_spill_free(&spill);
    twt_vec_free(&expected);
    twt_vec_free(&read);
}

START_TEST(postings_come_back_in_parts_as_they_were_added_but_for_documents_of_no_family)
{
    check_reading(0);
    check_reading(3);
    check_reading(TWT_POSTING_PART_BITS);
}
END_TEST

/* Of one document, in family 9. */
static void read_back(twt_spill *spill, twt_postings *postings, const uint64_t *keys, size_t count, twt_u64s *read)
{
    static const uint32_t family_of[] = {9};
    twt_features features = {keys, count};
    twt_postings_writer writer;
    size_t end;
    twt_spill_init(spill, NULL, 0);
    ck_assert_int_eq(twt_postings_init(postings, 1, spill), TWT_OK);
    ck_assert_int_eq(twt_postings_writer_init(&writer, postings), TWT_OK);
    ck_assert_int_eq(twt_postings_add(&writer, 0, &features), TWT_OK);
    ck_assert_int_eq(twt_postings_writer_close(&writer), TWT_OK);
    ck_assert_int_eq(twt_postings_read(postings, BUCKET, family_of, 0, read, &end), TWT_OK);
    twt_postings_writer_free(&writer);
}

START_TEST(a_text_may_have_more_features_in_a_bucket_than_a_record_holds)
{
    enum { COUNT = 3 * TWT_POSTING_RUN_MAX };
    static uint64_t keys[COUNT];
    twt_u64s read = {0};
    twt_spill spill;
    twt_postings postings;
    for (uint64_t i = 0; i < COUNT; i++)
        keys[i] = (uint64_t)BUCKET << 56 | i << 20;
    read_back(&spill, &postings, keys, COUNT, &read);
    ck_assert_uint_eq(read.count, COUNT);
    ck_assert_uint_eq(postings.counts[0], COUNT);
    for (size_t i = 0; i < COUNT; i++)
        ck_assert_uint_eq(read.data[i], expected_posting(keys[i], 9));
    twt_postings_free(&postings);
    twt_spill_free(&spill);
    twt_vec_free(&read);
}
END_TEST

START_TEST(of_two_keys_that_are_one_feature_an_ascending_list_gives_one)
{
    uint64_t keys[] = {(uint64_t)BUCKET << 56 | 2, (uint64_t)BUCKET << 56 | 3, (uint64_t)BUCKET << 56 | 4,
                       (uint64_t)BUCKET << 56 | 7, (uint64_t)BUCKET << 56 | 1 << 17};
    twt_u64s read = {0};
    twt_spill spill;
    twt_postings postings;
    read_back(&spill, &postings, keys, 5, &read);
    ck_assert_uint_eq(read.count, 3);
    ck_assert_uint_eq(postings.counts[0], 3);
    ck_assert_uint_eq(read.data[0], expected_posting(keys[0], 9));
    ck_assert_uint_eq(read.data[1], expected_posting(keys[1], 9));
    ck_assert_uint_eq(read.data[2], expected_posting(keys[4], 9));
    twt_postings_free(&postings);
    twt_spill_free(&spill);
    twt_vec_free(&read);
}
END_TEST

/* ---- groups ---------------------------------------------------------------------------------------------- */

enum { POSTINGS = 20000 };

static size_t count_features(const uint64_t *postings, size_t count)
{
    static uint64_t sorted[POSTINGS];
    size_t features = 0;
    memcpy(sorted, postings, count * sizeof *sorted);
    qsort(sorted, count, sizeof *sorted, compare);
    for (size_t i = 0; i < count; i++)
        features += i == 0 || twt_posting_feature(sorted[i]) != twt_posting_feature(sorted[i - 1]);
    return features;
}

/* Of distinct owners: as many groups as features, and in each owners of one feature alone. */
static void check_groups(const uint64_t *postings, size_t count)
{
    static uint64_t feature_of[POSTINGS];
    static uint64_t copy[POSTINGS];
    for (size_t i = 0; i < count; i++)
        feature_of[twt_posting_owner(postings[i])] = twt_posting_feature(postings[i]);
    memcpy(copy, postings, count * sizeof *copy);
    twt_groups groups = {0};
    ck_assert(twt_groups_run(&groups, copy, count));
    ck_assert_uint_eq(groups.items.count, count_features(postings, count));
    size_t begin = 0;
    for (size_t g = 0; g < groups.items.count; begin = groups.items.data[g++].end) {
        ck_assert_uint_gt(groups.items.data[g].end, begin);
        for (size_t i = begin; i < groups.items.data[g].end; i++) {
            uint32_t owner = groups.owners.data[i];
            ck_assert_uint_eq(feature_of[owner], feature_of[groups.owners.data[begin]]);
            ck_assert(i == begin || owner > groups.owners.data[i - 1]); /* as they came */
        }
        ck_assert(groups.items.data[g].is_word == (feature_of[groups.owners.data[begin]] & 1));
    }
    ck_assert_uint_eq(begin, count);
    twt_groups_free(&groups);
}

START_TEST(who_has_a_feature_is_put_beside_the_others_that_have_it)
{
    static uint64_t postings[POSTINGS];
    static const uint64_t features[] = {1, 2, 3000, 1u << 30};
    for (size_t f = 0; f < 4; f++)
        for (size_t count = 0; count <= POSTINGS; count = 3 * count + 1) {
            for (uint64_t i = 0; i < count; i++)
                postings[i] = twt_hash_mix(twt_hash_mix(i) % features[f]) >> 24 << 24 | i;
            check_groups(postings, count);
        }
}
END_TEST

START_TEST(features_that_crowd_in_the_table_are_put_together_all_the_same)
{
    static uint64_t postings[POSTINGS];
    for (uint64_t i = 0; i < POSTINGS; i++)
        postings[i] = (i % 9000) << 45 | i;
    check_groups(postings, POSTINGS);
}
END_TEST

TWT_SUITE("candidate_postings", postings_come_back_in_parts_as_they_were_added_but_for_documents_of_no_family,
          a_text_may_have_more_features_in_a_bucket_than_a_record_holds,
          of_two_keys_that_are_one_feature_an_ascending_list_gives_one,
          who_has_a_feature_is_put_beside_the_others_that_have_it,
          features_that_crowd_in_the_table_are_put_together_all_the_same)

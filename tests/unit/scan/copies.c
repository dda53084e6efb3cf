#include "scan/copies.h"

#include "base/alloc.h"
#include "base/rng.h"
#include "support/failing_alloc.h"
#include "support/suite.h"

enum { COUNT = 300 };

/* The content of each document is a small number; 0 stands for a text without words. */
static void note_all(twt_copies *copies, const uint64_t *contents, size_t count)
{
    ck_assert_int_eq(twt_copies_init(copies, count), TWT_OK);
    for (uint32_t d = 0; d < count; d++) {
        if (!contents[d])
            continue;
        uint64_t hash[2] = {contents[d] % 4, contents[d]}; /* halves that collide on their own */
        bool is_first = true;
        for (uint32_t e = 0; e < d; e++)
            is_first &= contents[e] != contents[d];
        ck_assert(twt_copies_note(copies, d, hash) == is_first);
    }
    twt_copies_group(copies);
}

START_TEST(equal_contents_share_a_group)
{
    uint64_t rng = 1, contents[COUNT];
    for (size_t d = 0; d < COUNT; d++)
        contents[d] = twt_rng_next(&rng) % 40;
    twt_copies copies;
    note_all(&copies, contents, COUNT);
    for (size_t d = 0; d < COUNT; d++)
        for (size_t e = 0; e < COUNT; e++)
            if (contents[d] && contents[e])
                ck_assert((copies.group_of[d] == copies.group_of[e]) == (contents[d] == contents[e]));
            else
                ck_assert(copies.group_of[contents[d] ? e : d] == TWT_NO_GROUP);
    twt_copies_free(&copies);
}
END_TEST

START_TEST(pairs_of_groups_become_all_pairs_of_their_members)
{
    static const uint64_t contents[] = {5, 6, 5, 0, 6, 7};
    static const twt_candidate_pair pairs[] = {{.a = 0, .b = 1, .weight = 20}};
    static const uint32_t expected[][2] = {{0, 1}, {0, 2}, {0, 4}, {1, 2}, {1, 4}, {2, 4}};
    twt_copies copies;
    twt_candidate_pair *out;
    size_t count;
    note_all(&copies, contents, 6);
    ck_assert_int_eq(twt_copies_expand(&copies, NULL, pairs, 1, &out, &count), TWT_OK);
    ck_assert_uint_eq(count, 6);
    for (size_t i = 0; i < count; i++)
        ck_assert(out[i].a == expected[i][0] && out[i].b == expected[i][1]);
    twt_free(out);
    twt_copies_free(&copies);
}
END_TEST

START_TEST(many_copies_make_as_many_pairs_not_their_square)
{
    enum { MANY = 20000 };
    static uint64_t contents[MANY];
    for (size_t d = 0; d < MANY; d++)
        contents[d] = 1 + d % 2;
    static const twt_candidate_pair pairs[] = {{.a = 0, .b = 1}};
    twt_copies copies;
    twt_candidate_pair *out;
    size_t count;
    ck_assert_int_eq(twt_copies_init(&copies, MANY), TWT_OK);
    for (uint32_t d = 0; d < MANY; d++) {
        uint64_t hash[2] = {contents[d], 0};
        ck_assert(twt_copies_know(&copies, hash) == (d >= 2));
        ck_assert(twt_copies_note(&copies, d, hash) == (d < 2));
    }
    twt_copies_group(&copies);
    ck_assert_int_eq(twt_copies_expand(&copies, NULL, pairs, 1, &out, &count), TWT_OK);
    ck_assert_uint_eq(count, 2 * (MANY / 2 - 1) + MANY - 1);
    for (size_t i = 1; i < count; i++)
        ck_assert(out[i - 1].a < out[i].a || (out[i - 1].a == out[i].a && out[i - 1].b < out[i].b));
    twt_free(out);
    twt_copies_free(&copies);
}
END_TEST

START_TEST(many_texts_of_many_copies_make_few_pairs_a_document)
{
    enum { TEXTS = 60, EACH = 20, ALL = TEXTS * EACH };
    static twt_candidate_pair pairs[TEXTS * TEXTS / 2];
    static uint64_t contents[ALL];
    twt_copies copies;
    twt_candidate_pair *out;
    size_t count = 0, all;
    for (size_t d = 0; d < ALL; d++)
        contents[d] = 1 + d % TEXTS;
    for (uint32_t a = 0; a < TEXTS; a++)
        for (uint32_t b = a + 1; b < TEXTS; b++)
            pairs[count++] = (twt_candidate_pair){.a = a, .b = b};
    note_all(&copies, contents, ALL);
    ck_assert_int_eq(twt_copies_expand(&copies, NULL, pairs, 2, &out, &all), TWT_OK);
    ck_assert_uint_eq(all, 2 * EACH * EACH + TEXTS * (EACH * (EACH - 1) / 2)); /* of few texts all */
    twt_free(out);
    ck_assert_int_eq(twt_copies_expand(&copies, NULL, pairs, count, &out, &all), TWT_OK);
    ck_assert_uint_eq(all, count * (2 * EACH - 1) + TEXTS * (EACH * (EACH - 1) / 2));
    twt_free(out);
    twt_copies_free(&copies);
}
END_TEST

START_TEST(every_failed_allocation_is_reported)
{
    static const uint64_t contents[] = {5, 6, 5, 0, 6, 7};
    static const twt_candidate_pair pairs[] = {{.a = 0, .b = 1}};
    for (size_t n = 1;; n++) {
        twt_copies copies = {0};
        twt_candidate_pair *out = NULL;
        size_t count;
        failing_alloc_arm(n);
        twt_status status = twt_copies_init(&copies, 6);
        if (status == TWT_OK) {
            for (uint32_t d = 0; d < 6; d++)
                if (contents[d])
                    twt_copies_note(&copies, d, (uint64_t[]){contents[d], 0});
            twt_copies_group(&copies);
            status = twt_copies_expand(&copies, NULL, pairs, 1, &out, &count);
        }
        bool was_refused = failing_alloc_disarm();
        ck_assert_int_eq(status, was_refused ? TWT_ERROR_MEMORY : TWT_OK);
        if (status == TWT_OK)
            twt_free(out);
        twt_copies_free(&copies);
        if (!was_refused)
            break;
    }
}
END_TEST

TWT_SUITE("scan_copies", equal_contents_share_a_group, pairs_of_groups_become_all_pairs_of_their_members,
          many_copies_make_as_many_pairs_not_their_square, many_texts_of_many_copies_make_few_pairs_a_document,
          every_failed_allocation_is_reported)

/* Circles among noisy copies of one invented text. */
#include "candidate/circles.h"
#include "base/vec.h"
#include "candidate/bands.h"

#include "base/slots.h"
#include "candidate/families.h"
#include "candidate/rare_pairs.h"
#include "support/failing_alloc.h"
#include "synthetic.h"

enum { COPIES = 600, LONE = 40, DOCUMENTS = COPIES + LONE, FEWEST = TWT_CIRCLE_MIN + 2 };

static synthetic texts[DOCUMENTS];
static uint32_t slots[DOCUMENTS * SYNTHETIC_SLOTS], order[DOCUMENTS];

/* The first is clean; of the words of the others up to a fifth are others. The last have nothing to do with it. */
static void make_texts(void)
{
    uint64_t state = 4;
    texts[0] = synthetic_text(&state, 300, 20000);
    for (size_t i = 1; i < COPIES; i++)
        texts[i] = synthetic_copy(&texts[0], &state, .002 * (double)(1 + i % 100));
    for (size_t i = COPIES; i < DOCUMENTS; i++)
        texts[i] = synthetic_text(&state, 300, 20000);
    for (size_t i = 0; i < DOCUMENTS; i++) {
        memcpy(slots + i * SYNTHETIC_SLOTS, texts[i].slots, sizeof texts[i].slots);
        order[i] = (uint32_t)i;
    }
}

/* Of the documents from first on. */
static twt_status find_circles(uint32_t first, size_t count, twt_hubs *hubs)
{
    twt_candidate_options options;
    twt_u64s pairs = {0};
    twt_sketches sketches = {slots, SYNTHETIC_SLOTS, order + first, count, NULL};
    twt_candidate_options_init(&options);
    *hubs = (twt_hubs){0};
    twt_status status = twt_bands_find(&options, &sketches, 1, &pairs);
    if (status == TWT_OK)
        status = twt_circles_find(&sketches, &pairs, hubs);
    twt_vec_free(&pairs);
    return status;
}

START_TEST(the_clean_text_is_the_hub_of_its_noisy_copies)
{
    twt_hubs hubs;
    size_t near = 0;
    make_texts();
    ck_assert_int_eq(find_circles(0, DOCUMENTS, &hubs), TWT_OK);
    const uint32_t *hub_of = hubs.hub_of;
    for (size_t p = 0; p < COPIES; p++) {
        ck_assert(hub_of[p] == TWT_NO_HUB || hub_of[p] < COPIES);
        near += hub_of[p] == 0;
        if (hub_of[p] == 0)
            ck_assert_uint_eq(hubs.equal[p], twt_slots_equal(slots, slots + p * SYNTHETIC_SLOTS, SYNTHETIC_SLOTS));
    }
    ck_assert_uint_gt(near, COPIES * 95 / 100);
    for (size_t p = COPIES; p < DOCUMENTS; p++)
        ck_assert_uint_eq(hub_of[p], TWT_NO_HUB);
    twt_hubs_free(&hubs);
    synthetic_free(texts, DOCUMENTS);
}
END_TEST

START_TEST(of_few_copies_none_is_a_hub)
{
    twt_hubs hubs;
    make_texts();
    ck_assert_int_eq(find_circles(0, FEWEST - 2, &hubs), TWT_OK);
    for (size_t p = 0; p < FEWEST - 2; p++)
        ck_assert_uint_eq(hubs.hub_of[p], TWT_NO_HUB);
    twt_hubs_free(&hubs);
    synthetic_free(texts, DOCUMENTS);
}
END_TEST

START_TEST(who_shares_rare_features_with_a_circle_is_adopted)
{
    enum { POSITIONS = 5 };
    uint32_t hub_of[POSITIONS] = {0, 0, 2, TWT_NO_HUB, TWT_NO_HUB};
    twt_u64s none = {0};
    twt_families families;
    twt_rare_pair items[] = {
        {1, 3, 30, .2F, TWT_CHANNEL_RARE}, {2, 3, 40, .3F, TWT_CHANNEL_RARE}, {3, 4, 20, .4F, TWT_CHANNEL_RARE}};
    twt_rare_pairs pairs = {.data = items, .count = 3};
    ck_assert_int_eq(twt_families_build(&families, &none, POSITIONS, 77), TWT_OK);
    ck_assert_int_eq(twt_circles_adopt(hub_of, &families, &pairs), TWT_OK);
    ck_assert_uint_eq(hub_of[1], 0);
    ck_assert_uint_eq(hub_of[3], 2);          /* the greater share */
    ck_assert_uint_eq(hub_of[4], TWT_NO_HUB); /* one step and no farther */
    twt_families_free(&families);
}
END_TEST

START_TEST(a_refused_allocation_is_an_error)
{
    make_texts();
    for (size_t n = 1;; n++) {
        twt_hubs hubs;
        failing_alloc_arm(n);
        twt_status status = find_circles(0, 80, &hubs);
        bool was_refused = failing_alloc_disarm();
        ck_assert_int_eq(status, was_refused ? TWT_ERROR_MEMORY : TWT_OK);
        twt_hubs_free(&hubs);
        if (!was_refused)
            break;
    }
    synthetic_free(texts, DOCUMENTS);
}
END_TEST

TWT_SUITE("candidate_circles", the_clean_text_is_the_hub_of_its_noisy_copies, of_few_copies_none_is_a_hub,
          who_shares_rare_features_with_a_circle_is_adopted, a_refused_allocation_is_an_error)

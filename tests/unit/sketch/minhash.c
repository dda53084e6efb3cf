#include "twicetold/sketch.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/rng.h"
#include "support/failing_alloc.h"
#include "support/suite.h"

enum { SLOTS = 128 };

static twt_profile profile_of(uint32_t slots, uint64_t seed)
{
    twt_profile profile;
    twt_profile_init(&profile);
    profile.slots = slots;
    profile.seed = seed;
    return profile;
}

static twt_sketcher *sketcher_of(uint32_t slots, uint64_t seed)
{
    twt_profile profile = profile_of(slots, seed);
    twt_sketcher *sketcher;
    ck_assert_int_eq(twt_sketcher_new(&profile, TWT_KERNEL_AUTO, &sketcher), TWT_OK);
    return sketcher;
}

static twt_sketcher *default_sketcher(void)
{
    twt_profile profile;
    twt_profile_init(&profile);
    return sketcher_of(profile.slots, profile.seed);
}

/* ---- known answers --------------------------------------------------------------------------------------- */

static size_t parse_hex_list(char *list, uint64_t *out)
{
    size_t count = 0;
    if (!strcmp(list, "-"))
        return 0;
    for (char *rest, *part = strtok_r(list, ",\n", &rest); part; part = strtok_r(NULL, ",\n", &rest))
        out[count++] = strtoull(part, NULL, 16);
    return count;
}

static void check_vector(char *line)
{
    char *rest, *fields[5];
    for (int i = 0; i < 5; i++)
        ck_assert_ptr_nonnull(fields[i] = strtok_r(i ? NULL : line, "\t", &rest));
    uint32_t slots = (uint32_t)atoi(fields[2]), got[TWT_SLOTS_MAX];
    uint64_t shingles[256], expected[TWT_SLOTS_MAX];
    size_t count = parse_hex_list(fields[3], shingles);
    ck_assert_uint_eq(parse_hex_list(fields[4], expected), slots);
    twt_sketcher *sketcher = sketcher_of(slots, strtoull(fields[1], NULL, 16));
    twt_sketcher_run(sketcher, shingles, count, got);
    for (uint32_t i = 0; i < slots; i++)
        ck_assert_msg(got[i] == expected[i], "%s, slot %" PRIu32, fields[0], i);
    twt_sketcher_free(sketcher);
}

START_TEST(sketches_equal_the_known_answers)
{
    FILE *file = fopen(FIXTURES "/sketch_vectors.tsv", "r");
    ck_assert_ptr_nonnull(file);
    char line[8192];
    int checked = 0;
    while (fgets(line, sizeof line, file))
        if (line[0] != '#') {
            check_vector(line);
            checked++;
        }
    fclose(file);
    ck_assert_int_ge(checked, 9);
}
END_TEST

/* ---- what a sketch is ------------------------------------------------------------------------------------ */

START_TEST(an_empty_text_has_every_slot_at_the_maximum)
{
    twt_sketcher *sketcher = default_sketcher();
    uint32_t slots[SLOTS] = {0};
    twt_sketcher_run(sketcher, NULL, 0, slots);
    for (int i = 0; i < SLOTS; i++)
        ck_assert_uint_eq(slots[i], UINT32_MAX);
    twt_sketcher_free(sketcher);
}
END_TEST

START_TEST(order_and_repeats_change_nothing)
{
    twt_sketcher *sketcher = default_sketcher();
    uint64_t forth[1500], back[3000];
    for (uint64_t i = 0, state = 3; i < 1500; i++) {
        forth[i] = twt_rng_next(&state);
        back[1499 - i] = back[1500 + i] = forth[i];
    }
    uint32_t a[SLOTS], b[SLOTS];
    twt_sketcher_run(sketcher, forth, 1500, a);
    twt_sketcher_run(sketcher, back, 3000, b);
    ck_assert_mem_eq(a, b, sizeof a);
    twt_sketcher_free(sketcher);
}
END_TEST

START_TEST(a_union_has_the_minima_of_its_parts)
{
    twt_sketcher *sketcher = default_sketcher();
    uint64_t all[700];
    for (uint64_t i = 0, state = 4; i < 700; i++)
        all[i] = twt_rng_next(&state);
    uint32_t first[SLOTS], second[SLOTS], both[SLOTS];
    twt_sketcher_run(sketcher, all, 300, first);
    twt_sketcher_run(sketcher, all + 300, 400, second);
    twt_sketcher_run(sketcher, all, 700, both);
    for (int i = 0; i < SLOTS; i++)
        ck_assert_uint_eq(both[i], first[i] < second[i] ? first[i] : second[i]);
    twt_sketcher_free(sketcher);
}
END_TEST

START_TEST(a_shorter_sketch_is_the_beginning_of_a_longer_one)
{
    twt_profile profile;
    twt_profile_init(&profile);
    uint64_t shingles[] = {11, 12, 13, 14, 15};
    uint32_t longest[TWT_SLOTS_MAX], slots[TWT_SLOTS_MAX];
    twt_sketcher *sketcher = sketcher_of(TWT_SLOTS_MAX, profile.seed);
    twt_sketcher_run(sketcher, shingles, 5, longest);
    twt_sketcher_free(sketcher);
    for (uint32_t count = 16; count < TWT_SLOTS_MAX; count += 16) {
        sketcher = sketcher_of(count, profile.seed);
        twt_sketcher_run(sketcher, shingles, 5, slots);
        ck_assert_mem_eq(slots, longest, count * sizeof *slots);
        twt_sketcher_free(sketcher);
    }
}
END_TEST

/* ---- the estimate ---------------------------------------------------------------------------------------- */

enum input { RANDOM, CONSECUTIVE, MULTIPLES_OF_256, HIGH_HALF_ONLY, BOTH_HALVES_EQUAL, GOLDEN_STEPS, INPUTS };

static uint64_t element(enum input input, uint64_t number)
{
    switch (input) {
    case RANDOM:
        return twt_hash_mix(number ^ 0x5851f42d4c957f2du);
    case MULTIPLES_OF_256:
        return number << 8;
    case HIGH_HALF_ONLY:
        return number << 32;
    case BOTH_HALVES_EQUAL:
        return number * 0x100000001u;
    case GOLDEN_STEPS:
        return number * 0x9e3779b97f4a7c15u;
    default:
        return number;
    }
}

typedef struct errors { /* of the estimate, in standard errors */
    double sum, squares, largest;
} errors;

/* Two sets of size elements that share some; the sets of different rounds are disjoint. */
static double error_of_pair(const twt_sketcher *sketcher, enum input input, uint64_t round, size_t size, size_t shared)
{
    static uint64_t elements[2048];
    size_t distinct = 2 * size - shared;
    for (size_t i = 0; i < distinct; i++)
        elements[i] = element(input, round * 2048 + i);
    uint32_t a[SLOTS], b[SLOTS];
    twt_sketcher_run(sketcher, elements, size, a);
    twt_sketcher_run(sketcher, elements + size - shared, size, b);
    double jaccard = (double)shared / (double)distinct;
    return (twt_sketch_jaccard(a, b, SLOTS) - jaccard) / sqrt(jaccard * (1 - jaccard) / SLOTS);
}

static errors errors_of(enum input input, size_t least, size_t most, int rounds)
{
    twt_sketcher *sketcher = default_sketcher();
    errors e = {0};
    uint64_t state = 17;
    for (int r = 0; r < rounds; r++) {
        size_t size = least + twt_rng_next(&state) % (most - least + 1);
        /* at least a seventh shared: below, a binomial of 128 is too skewed to be judged by standard errors */
        size_t from = size / 4 + 1, shared = from + twt_rng_next(&state) % (size - from);
        double error = error_of_pair(sketcher, input, (uint64_t)r, size, shared);
        e.sum += error;
        e.squares += error * error;
        e.largest = fmax(e.largest, fabs(error));
    }
    twt_sketcher_free(sketcher);
    e.sum /= rounds;
    e.squares /= rounds;
    return e;
}

START_TEST(the_estimate_is_within_five_standard_errors_on_any_input)
{
    enum { ROUNDS = 1500 };
    static const size_t sizes[][2] = {{2, 9}, {20, 200}, {300, 1000}};
    for (size_t s = 0; s < 3; s++) {
        errors e = errors_of((enum input)_i, sizes[s][0], sizes[s][1], ROUNDS);
        ck_assert_double_lt(e.largest, 5);
        ck_assert_double_lt(fabs(e.sum), 5 / sqrt(ROUNDS));              /* no bias */
        ck_assert_double_lt(fabs(e.squares - 1), 5 * sqrt(2. / ROUNDS)); /* as if the slots were independent */
    }
}
END_TEST

START_TEST(the_jaccard_of_equal_sketches_is_one_and_of_disjoint_sets_zero)
{
    twt_sketcher *sketcher = default_sketcher();
    uint64_t shingles[] = {1, 2, 3, 4};
    uint32_t a[SLOTS], b[SLOTS];
    twt_sketcher_run(sketcher, shingles, 2, a);
    twt_sketcher_run(sketcher, shingles + 2, 2, b);
    ck_assert(twt_sketch_jaccard(a, a, SLOTS) == 1);
    ck_assert(twt_sketch_jaccard(a, b, SLOTS) == 0);
    twt_sketcher_free(sketcher);
}
END_TEST

START_TEST(empty_texts_match_nothing_not_even_each_other)
{
    twt_sketcher *sketcher = default_sketcher();
    uint64_t shingle = 1;
    uint32_t empty[SLOTS], full[SLOTS];
    twt_sketcher_run(sketcher, NULL, 0, empty);
    twt_sketcher_run(sketcher, &shingle, 1, full);
    ck_assert(twt_sketch_jaccard(empty, empty, SLOTS) == 0);
    ck_assert(twt_sketch_jaccard(empty, full, SLOTS) == 0);
    ck_assert(twt_sketch_jaccard(full, empty, SLOTS) == 0);
    twt_sketcher_free(sketcher);
}
END_TEST

/* ---- errors ---------------------------------------------------------------------------------------------- */

START_TEST(a_bad_profile_is_refused)
{
    static const uint32_t bad[] = {0, 8, 17, TWT_SLOTS_MAX + 16, UINT32_MAX};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        twt_profile profile = profile_of(bad[i], 0);
        twt_sketcher *sketcher = (twt_sketcher *)&profile;
        ck_assert_int_eq(twt_sketcher_new(&profile, TWT_KERNEL_AUTO, &sketcher), TWT_ERROR_ARGUMENT);
        ck_assert_ptr_null(sketcher);
    }
}
END_TEST

START_TEST(an_allocation_that_fails_is_reported)
{
    twt_profile profile = profile_of(SLOTS, 0);
    for (size_t n = 1;; n++) {
        twt_sketcher *sketcher;
        failing_alloc_arm(n);
        twt_status status = twt_sketcher_new(&profile, TWT_KERNEL_AUTO, &sketcher);
        bool was_refused = failing_alloc_disarm();
        twt_sketcher_free(sketcher);
        if (!was_refused)
            break;
        ck_assert_int_eq(status, TWT_ERROR_MEMORY);
        ck_assert_ptr_null(sketcher);
    }
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("sketch_minhash");
    TCase *all = tcase_create("all");
    tcase_set_timeout(all, 240);
    tcase_add_test(all, sketches_equal_the_known_answers);
    tcase_add_test(all, an_empty_text_has_every_slot_at_the_maximum);
    tcase_add_test(all, order_and_repeats_change_nothing);
    tcase_add_test(all, a_union_has_the_minima_of_its_parts);
    tcase_add_test(all, a_shorter_sketch_is_the_beginning_of_a_longer_one);
    tcase_add_loop_test(all, the_estimate_is_within_five_standard_errors_on_any_input, RANDOM, INPUTS);
    tcase_add_test(all, the_jaccard_of_equal_sketches_is_one_and_of_disjoint_sets_zero);
    tcase_add_test(all, empty_texts_match_nothing_not_even_each_other);
    tcase_add_test(all, a_bad_profile_is_refused);
    tcase_add_test(all, an_allocation_that_fails_is_reported);
    suite_add_tcase(suite, all);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}

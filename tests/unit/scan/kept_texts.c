#include "scan/kept_texts.h"

#include <stdio.h>
#include <string.h>

#include "base/rng.h"
#include "support/failing_alloc.h"
#include "support/suite.h"

enum { TEXTS = 40, TEXT_BYTES = 4096 };

typedef struct library {
    twt_profile profile;
    twt_store store;
    twt_stored items[TEXTS];
    char texts[TEXTS][TEXT_BYTES];
} library;

/* Text n has some n sentences of words of its own. */
static void open_library(library *s)
{
    twt_profile_init(&s->profile);
    s->store = (twt_store){.items = s->items, .count = TEXTS};
    for (int n = 0; n < TEXTS; n++) {
        size_t len = 0;
        for (int i = 0; i < n; i++)
            len += (size_t)snprintf(s->texts[n] + len, TEXT_BYTES - len, "Harbour %d keeps %d boats and \"%d oars\". ",
                                    n, i, i * n);
        s->items[n] = (twt_stored){.document = {.text = s->texts[n], .text_len = len}};
    }
}

static bool is_equal(const void *a, const void *b, size_t bytes)
{
    return bytes == 0 || memcmp(a, b, bytes) == 0;
}

static void check_equal(const twt_analysis *a, const twt_analysis *b)
{
    ck_assert_uint_eq(a->token_count, b->token_count);
    ck_assert_uint_eq(a->sentence_count, b->sentence_count);
    ck_assert_uint_eq(a->shingle_count, b->shingle_count);
    ck_assert_uint_eq(a->shingle_set_count, b->shingle_set_count);
    ck_assert_uint_eq(a->norm_len, b->norm_len);
    ck_assert_ptr_eq(a->text, b->text);
    ck_assert(is_equal(a->tokens, b->tokens, a->token_count * sizeof *a->tokens));
    ck_assert(is_equal(a->sentences, b->sentences, a->sentence_count * sizeof *a->sentences));
    ck_assert(is_equal(a->shingles, b->shingles, a->shingle_count * sizeof *a->shingles));
    ck_assert(is_equal(a->shingle_set, b->shingle_set, a->shingle_set_count * sizeof *a->shingle_set));
    ck_assert(is_equal(a->norm, b->norm, a->norm_len));
    ck_assert(is_equal(a->content_hash, b->content_hash, sizeof a->content_hash));
}

/* Any two texts asked for one after the other are as if read afresh, however little room there is. */
START_TEST(kept_texts_are_what_reading_gives)
{
    static const size_t rooms[] = {1, 20000, 120000, TWT_KEPT_TEXTS_BYTES};
    static library s;
    uint64_t state = 5;
    open_library(&s);
    twt_analyzer *fresh;
    ck_assert_int_eq(twt_analyzer_new(&s.profile, &fresh), TWT_OK);
    for (size_t r = 0; r < sizeof rooms / sizeof *rooms; r++) {
        twt_shelf shelf;
        twt_kept_texts kept = {.shelf = &shelf};
        ck_assert_int_eq(twt_shelf_init(&shelf, rooms[r]), TWT_OK);
        for (int round = 0; round < 500; round++) {
            uint32_t wanted[2] = {twt_rng_next(&state) % TEXTS, twt_rng_next(&state) % TEXTS};
            const twt_prepared *got[2];
            const twt_analysis *read;
            for (int i = 0; i < 2; i++)
                ck_assert_int_eq(twt_kept_texts_get(&kept, &s.profile, &s.store, wanted[i], &got[i]), TWT_OK);
            for (int i = 0; i < 2; i++) {
                const twt_document *from = &s.items[wanted[i]].document;
                ck_assert_int_eq(twt_analyzer_run(fresh, from->text, from->text_len, &read, NULL), TWT_OK);
                check_equal(twt_prepared_analysis(got[i]), read);
            }
        }
        twt_kept_texts_free(&kept);
        twt_shelf_free(&shelf);
    }
    twt_analyzer_free(fresh);
}
END_TEST

START_TEST(what_is_kept_stays_within_its_room)
{
    static library s;
    open_library(&s);
    twt_shelf shelf;
    twt_kept_texts kept = {.shelf = &shelf};
    ck_assert_int_eq(twt_shelf_init(&shelf, 120000), TWT_OK);
    const twt_prepared *got, *again;
    for (uint32_t d = 0; d < TEXTS; d++) {
        ck_assert_int_eq(twt_kept_texts_get(&kept, &s.profile, &s.store, d, &got), TWT_OK);
        ck_assert_uint_le(shelf.bytes, shelf.room);
    }
    ck_assert_int_eq(twt_kept_texts_get(&kept, &s.profile, &s.store, TEXTS - 2, &got), TWT_OK);
    ck_assert_int_eq(twt_kept_texts_get(&kept, &s.profile, &s.store, TEXTS - 2, &again), TWT_OK);
    ck_assert_ptr_eq(got, again); /* not read anew */
    twt_kept_texts_free(&kept);
    twt_shelf_free(&shelf);
}
END_TEST

START_TEST(no_allocation_that_fails_is_fatal)
{
    static library s;
    open_library(&s);
    bool is_done = false;
    for (size_t n = 1; !is_done; n++) {
        twt_kept_texts kept = {.shelf = NULL};
        const twt_prepared *got;
        failing_alloc_arm(n);
        twt_status status = twt_kept_texts_get(&kept, &s.profile, &s.store, 3, &got);
        is_done = !failing_alloc_disarm();
        ck_assert_int_eq(status, is_done ? TWT_OK : TWT_ERROR_MEMORY);
        ck_assert_int_eq(twt_kept_texts_get(&kept, &s.profile, &s.store, 3, &got), TWT_OK);
        twt_kept_texts_free(&kept);
    }
}
END_TEST

START_TEST(what_one_worker_has_read_another_need_not)
{
    static library s;
    open_library(&s);
    twt_shelf shelf;
    twt_kept_texts one = {.shelf = &shelf}, other = {.shelf = &shelf};
    ck_assert_int_eq(twt_shelf_init(&shelf, TWT_KEPT_TEXTS_BYTES), TWT_OK);
    const twt_prepared *first, *second;
    ck_assert_int_eq(twt_kept_texts_get(&one, &s.profile, &s.store, 7, &first), TWT_OK);
    ck_assert_int_eq(twt_kept_texts_get(&other, &s.profile, &s.store, 7, &second), TWT_OK);
    ck_assert_ptr_eq(first, second);
    ck_assert_uint_eq(one.read, 1);
    ck_assert_uint_eq(other.read, 0);
    twt_kept_texts_free(&one);
    twt_kept_texts_free(&other);
    twt_shelf_free(&shelf);
}
END_TEST

/* The room is too small for any two. */
START_TEST(a_text_that_a_worker_holds_stays)
{
    static library s;
    open_library(&s);
    twt_shelf shelf;
    twt_kept_texts one = {.shelf = &shelf}, other = {.shelf = &shelf};
    ck_assert_int_eq(twt_shelf_init(&shelf, 1), TWT_OK);
    const twt_prepared *held, *got;
    ck_assert_int_eq(twt_kept_texts_get(&one, &s.profile, &s.store, 7, &held), TWT_OK);
    for (uint32_t d = 8; d < TEXTS; d++)
        ck_assert_int_eq(twt_kept_texts_get(&other, &s.profile, &s.store, d, &got), TWT_OK);
    ck_assert_int_eq(twt_kept_texts_get(&other, &s.profile, &s.store, 7, &got), TWT_OK);
    ck_assert_ptr_eq(got, held);
    twt_kept_texts_free(&one);
    twt_kept_texts_free(&other);
    twt_shelf_free(&shelf);
}
END_TEST

/* Two texts of three close with a paragraph that all of these have. */
static void open_sourced(library *s, twt_recurring *recurring)
{
    const twt_analysis *read;
    twt_analyzer *analyzer;
    open_library(s);
    ck_assert_int_eq(twt_analyzer_new(&s->profile, &analyzer), TWT_OK);
    for (int n = 0; n < TEXTS; n++) {
        twt_paragraphs paragraphs = {.count = 0};
        size_t len = (size_t)snprintf(
            s->texts[n], TEXT_BYTES, "Pier %d has %d boats and %d oars now.\n\nAt %d they went out to sea.%s", n, n * 7,
            n * n, n + 100, n % 3 ? "\n\nThe harbour office is shut on Mondays.\n" : "");
        s->items[n].document.text_len = len;
        ck_assert_int_eq(twt_analyzer_run(analyzer, s->texts[n], len, &read, NULL), TWT_OK);
        ck_assert_int_eq(twt_paragraphs_collect(read, &paragraphs), TWT_OK);
        ck_assert_int_eq(twt_recurring_add(recurring, (uint32_t)n, "office", (uint64_t)n, &paragraphs), TWT_OK);
        twt_vec_free(&paragraphs);
    }
    ck_assert_int_eq(twt_recurring_find(recurring), TWT_OK);
    twt_analyzer_free(analyzer);
}

static void check_masked(const library *s, const twt_recurring *recurring, const twt_prepared *whole,
                         const twt_prepared *masked)
{
    twt_status status;
    twt_bytes text = {.count = 0};
    const twt_analysis *read;
    twt_analyzer *fresh;
    ck_assert(twt_recurring_mask(recurring, twt_prepared_analysis(whole), &text, &status) == (masked != NULL));
    ck_assert_int_eq(twt_analyzer_new(&s->profile, &fresh), TWT_OK);
    if (masked) {
        const twt_analysis *kept = twt_prepared_analysis(masked);
        ck_assert_int_eq(twt_analyzer_run(fresh, text.data, text.count, &read, NULL), TWT_OK);
        ck_assert_uint_eq(kept->token_count, read->token_count);
        ck_assert_uint_eq(kept->text_len, text.count);
        ck_assert(is_equal(kept->text, text.data, text.count));
        ck_assert(is_equal(kept->tokens, read->tokens, read->token_count * sizeof *read->tokens));
    }
    twt_analyzer_free(fresh);
    twt_bytes_free(&text);
}

START_TEST(a_pair_stays_with_both_texts_and_what_masking_leaves_of_them)
{
    static const size_t rooms[] = {1, 20000, TWT_KEPT_TEXTS_BYTES};
    static library s;
    twt_recurring recurring = {.masked_count = 0};
    uint64_t state = 6;
    size_t masked_count = 0;
    open_sourced(&s, &recurring);
    for (size_t r = 0; r < sizeof rooms / sizeof *rooms; r++) {
        twt_shelf shelf;
        twt_kept_texts kept = {.shelf = &shelf};
        ck_assert_int_eq(twt_shelf_init(&shelf, rooms[r]), TWT_OK);
        for (int round = 0; round < 200; round++) {
            uint32_t wanted[2] = {twt_rng_next(&state) % TEXTS, twt_rng_next(&state) % TEXTS};
            const twt_prepared *whole[2], *masked[2];
            for (int i = 0; i < 2; i++)
                ck_assert_int_eq(twt_kept_texts_get(&kept, &s.profile, &s.store, wanted[i], &whole[i]), TWT_OK);
            for (int i = 0; i < 2; i++)
                ck_assert_int_eq(
                    twt_kept_texts_get_masked(&kept, &s.profile, &s.store, &recurring, wanted[i], &masked[i]), TWT_OK);
            for (int i = 0; i < 2; i++) {
                check_masked(&s, &recurring, whole[i], masked[i]);
                masked_count += masked[i] != NULL;
            }
        }
        twt_kept_texts_free(&kept);
        twt_shelf_free(&shelf);
    }
    ck_assert_uint_gt(masked_count, 500);
    twt_recurring_free(&recurring);
}
END_TEST

TWT_SUITE("scan_kept_texts", kept_texts_are_what_reading_gives, what_is_kept_stays_within_its_room,
          what_one_worker_has_read_another_need_not, a_text_that_a_worker_holds_stays,
          no_allocation_that_fails_is_fatal, a_pair_stays_with_both_texts_and_what_masking_leaves_of_them)

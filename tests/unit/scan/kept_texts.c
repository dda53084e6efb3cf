#include "scan/kept_texts.h"

#include <stdio.h>
#include <string.h>

#include "base/rng.h"
#include "support/failing_alloc.h"
#include "support/suite.h"

enum { TEXTS = 40, TEXT_BYTES = 4096 };

typedef struct shelf {
    twt_profile profile;
    twt_store store;
    twt_stored items[TEXTS];
    char texts[TEXTS][TEXT_BYTES];
} shelf;

/* Text n has some n sentences of words of its own. */
static void open_shelf(shelf *s)
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
    static const size_t rooms[] = {1, 20000, 100000, 0};
    static shelf s;
    uint64_t state = 5;
    open_shelf(&s);
    twt_analyzer *fresh;
    ck_assert_int_eq(twt_analyzer_new(&s.profile, &fresh), TWT_OK);
    for (size_t r = 0; r < sizeof rooms / sizeof *rooms; r++) {
        twt_kept_texts kept = {.room = rooms[r]};
        for (int round = 0; round < 500; round++) {
            uint32_t wanted[2] = {twt_rng_next(&state) % TEXTS, twt_rng_next(&state) % TEXTS};
            const twt_analysis *got[2], *read;
            for (int i = 0; i < 2; i++)
                ck_assert_int_eq(twt_kept_texts_get(&kept, &s.profile, &s.store, wanted[i], &got[i]), TWT_OK);
            for (int i = 0; i < 2; i++) {
                const twt_document *from = &s.items[wanted[i]].document;
                ck_assert_int_eq(twt_analyzer_run(fresh, from->text, from->text_len, &read, NULL), TWT_OK);
                check_equal(got[i], read);
            }
        }
        twt_kept_texts_free(&kept);
    }
    twt_analyzer_free(fresh);
}
END_TEST

START_TEST(what_is_kept_stays_within_its_room)
{
    static shelf s;
    open_shelf(&s);
    twt_kept_texts kept = {.room = 100000};
    const twt_analysis *got, *again;
    for (uint32_t d = 0; d < TEXTS; d++) {
        ck_assert_int_eq(twt_kept_texts_get(&kept, &s.profile, &s.store, d, &got), TWT_OK);
        ck_assert_uint_le(kept.bytes, kept.room);
    }
    ck_assert_int_eq(twt_kept_texts_get(&kept, &s.profile, &s.store, TEXTS - 2, &got), TWT_OK);
    ck_assert_int_eq(twt_kept_texts_get(&kept, &s.profile, &s.store, TEXTS - 2, &again), TWT_OK);
    ck_assert_ptr_eq(got, again); /* not read anew */
    twt_kept_texts_free(&kept);
}
END_TEST

START_TEST(no_allocation_that_fails_is_fatal)
{
    static shelf s;
    open_shelf(&s);
    bool is_done = false;
    for (size_t n = 1; !is_done; n++) {
        twt_kept_texts kept = {.room = 0};
        const twt_analysis *got;
        failing_alloc_arm(n);
        twt_status status = twt_kept_texts_get(&kept, &s.profile, &s.store, 3, &got);
        is_done = !failing_alloc_disarm();
        ck_assert_int_eq(status, is_done ? TWT_OK : TWT_ERROR_MEMORY);
        ck_assert_int_eq(twt_kept_texts_get(&kept, &s.profile, &s.store, 3, &got), TWT_OK);
        twt_kept_texts_free(&kept);
    }
}
END_TEST

TWT_SUITE("scan_kept_texts", kept_texts_are_what_reading_gives, what_is_kept_stays_within_its_room,
          no_allocation_that_fails_is_fatal)

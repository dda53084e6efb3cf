#include "base/slabs.h"

#include <stdint.h>
#include <string.h>

#include "base/rng.h"
#include "support/failing_alloc.h"
#include "support/suite.h"

enum { BLOCKS = 4000, LARGE = 3 << 20 };

/* Small blocks, and now and then one that is a slab by itself: 40 MB in all, so that slabs of every size come. */
static size_t draw_size(uint64_t *rng, size_t i)
{
    return i % 1000 == 999 ? LARGE : (size_t)(twt_rng_next(rng) % 16384);
}

START_TEST(blocks_are_aligned_and_apart)
{
    static unsigned char *blocks[BLOCKS];
    twt_slabs slabs = {.left = 0};
    uint64_t rng = 3, again = 3;
    for (size_t i = 0; i < BLOCKS; i++) {
        size_t size = draw_size(&rng, i);
        blocks[i] = twt_slabs_take(&slabs, size);
        ck_assert_ptr_nonnull(blocks[i]);
        ck_assert_uint_eq((uintptr_t)blocks[i] % _Alignof(max_align_t), 0);
        memset(blocks[i], (int)(i & 255), size);
    }
    for (size_t i = 0; i < BLOCKS; i++)
        for (size_t size = draw_size(&again, i), k = 0; k < size; k++)
            if (blocks[i][k] != (i & 255))
                ck_abort_msg("block %zu, byte %zu", i, k);
    twt_slabs_free(&slabs);
}
END_TEST

START_TEST(what_is_freed_is_empty_and_may_be_used_again)
{
    twt_slabs slabs = {.left = 0};
    twt_slabs_free(&slabs);
    for (int round = 0; round < 2; round++) {
        ck_assert_ptr_nonnull(twt_slabs_take(&slabs, 1));
        ck_assert_ptr_nonnull(twt_slabs_take(&slabs, 0));
        twt_slabs_free(&slabs);
        ck_assert_uint_eq(slabs.items.count, 0);
    }
}
END_TEST

START_TEST(short_memory_gives_no_block_and_leaves_the_others)
{
    for (size_t n = 1; n < 10; n++) {
        twt_slabs slabs = {.left = 0};
        bool is_short = false;
        failing_alloc_arm(n);
        for (size_t i = 0; i < 12 && !is_short; i++)
            is_short = !twt_slabs_take(&slabs, i % 2 ? LARGE : 1 << 19);
        bool was_met = failing_alloc_disarm();
        ck_assert(is_short == was_met);
        ck_assert_ptr_nonnull(twt_slabs_take(&slabs, LARGE));
        ck_assert_ptr_nonnull(twt_slabs_take(&slabs, 100));
        twt_slabs_free(&slabs);
    }
}
END_TEST

TWT_SUITE("base_slabs", blocks_are_aligned_and_apart, what_is_freed_is_empty_and_may_be_used_again,
          short_memory_gives_no_block_and_leaves_the_others)

#include "base/bytes.h"

#include <string.h>

#include "support/failing_alloc.h"
#include "support/suite.h"

START_TEST(appended_pieces_stand_one_after_the_other)
{
    twt_bytes bytes = {0};
    ck_assert(twt_bytes_append(&bytes, "ab", 2));
    ck_assert(twt_bytes_append_string(&bytes, "cd"));
    ck_assert(twt_bytes_append_format(&bytes, "%d-%s", 42, "e"));
    ck_assert(twt_bytes_append(&bytes, NULL, 0));
    ck_assert_uint_eq(bytes.count, 8);
    ck_assert_int_eq(memcmp(bytes.data, "abcd42-e", 8), 0);
    twt_bytes_free(&bytes);
}
END_TEST

START_TEST(a_refused_allocation_leaves_the_buffer_unchanged)
{
    twt_bytes bytes = {0};
    char block[4096];
    memset(block, 'x', sizeof block);
    ck_assert(twt_bytes_append_string(&bytes, "ab"));
    failing_alloc_arm(1);
    bool is_appended = twt_bytes_append(&bytes, block, sizeof block);
    bool is_formatted = twt_bytes_append_format(&bytes, "%4000d", 1);
    ck_assert(failing_alloc_disarm());
    ck_assert(!is_appended && !is_formatted);
    ck_assert_uint_eq(bytes.count, 2);
    ck_assert_int_eq(memcmp(bytes.data, "ab", 2), 0);
    twt_bytes_free(&bytes);
}
END_TEST

TWT_SUITE("base_bytes", appended_pieces_stand_one_after_the_other, a_refused_allocation_leaves_the_buffer_unchanged)

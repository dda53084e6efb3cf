#include "base/streams.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "base/rng.h"
#include "support/failing_alloc.h"
#include "support/suite.h"

enum { STREAMS = 5, CHUNK = TWT_CHUNK_BYTES, RECORDS = 9000, RECORD_MAX = 250 };

/* Record i: its length, then its number again and again, in a stream drawn by seed. */
static size_t draw_stream(uint64_t *rng, uint8_t *len)
{
    uint64_t draw = twt_rng_next(rng);
    *len = (uint8_t)(1 + draw % RECORD_MAX);
    return (draw >> 32) % STREAMS;
}

static twt_status write_all(twt_streams *streams)
{
    twt_streams_writer writer;
    uint64_t rng = 1;
    twt_status status = twt_streams_writer_init(&writer, streams);
    for (size_t i = 0; status == TWT_OK && i < RECORDS; i++) {
        uint8_t len;
        size_t stream = draw_stream(&rng, &len);
        unsigned char *to = twt_streams_room(&writer, stream, len);
        if (to) {
            memset(to, (int)(i & 255), len);
            *to = len;
            twt_streams_advance(&writer, stream, len);
        }
        status = writer.status;
    }
    if (status == TWT_OK)
        status = twt_streams_writer_close(&writer);
    twt_streams_writer_free(&writer);
    return status;
}

static void check_all(twt_streams *streams)
{
    unsigned char *read[STREAMS], *next[STREAMS];
    for (size_t s = 0; s < STREAMS; s++) {
        next[s] = read[s] = malloc(twt_streams_len(streams, s));
        ck_assert_int_eq(twt_streams_load(streams, s), TWT_OK);
        ck_assert_int_eq(twt_streams_load(streams, s), TWT_OK); /* changes nothing */
        for (size_t i = 0, at = 0; i < streams->items[s].count; at += streams->items[s].data[i++].len)
            memcpy(read[s] + at, streams->items[s].data[i].data, streams->items[s].data[i].len);
    }
    uint64_t rng = 1;
    for (size_t i = 0; i < RECORDS; i++) {
        uint8_t len;
        size_t stream = draw_stream(&rng, &len);
        ck_assert_uint_eq(*next[stream], len);
        for (size_t k = 1; k < len; k++)
            ck_assert_uint_eq(next[stream][k], i & 255);
        next[stream] += len;
    }
    for (size_t s = 0; s < STREAMS; s++) {
        ck_assert_uint_eq((size_t)(next[s] - read[s]), twt_streams_len(streams, s));
        free(read[s]);
    }
}

static void check_with(uint64_t held_max, bool expects_file)
{
    twt_spill spill;
    twt_streams streams;
    twt_spill_init(&spill, "/tmp", held_max);
    ck_assert_int_eq(twt_streams_init(&streams, STREAMS, &spill), TWT_OK);
    ck_assert_int_eq(write_all(&streams), TWT_OK);
    ck_assert_uint_le(spill.held, held_max);
    ck_assert_int_eq(spill.fd >= 0, expects_file);
    check_all(&streams);
    twt_streams_free(&streams);
    ck_assert_uint_eq(spill.held, 0);
    twt_spill_free(&spill);
}

START_TEST(records_come_back_in_order_from_memory_from_the_file_and_from_both)
{
    check_with(1 << 22, false);
    check_with(0, true);
    check_with(20 * CHUNK, true);
}
END_TEST

START_TEST(a_folder_that_takes_no_file_is_an_error_with_its_reason)
{
    twt_spill spill;
    twt_streams streams;
    twt_spill_init(&spill, "/nowhere/at/all", 0);
    ck_assert_int_eq(twt_streams_init(&streams, STREAMS, &spill), TWT_OK);
    ck_assert_int_eq(write_all(&streams), TWT_ERROR_IO);
    ck_assert_int_eq(spill.os_error, ENOENT);
    twt_streams_free(&streams);
    twt_spill_free(&spill);
}
END_TEST

START_TEST(a_file_that_may_not_grow_is_an_error_with_its_reason)
{
    twt_spill spill;
    twt_streams streams;
    struct rlimit before;
    signal(SIGXFSZ, SIG_IGN);
    twt_spill_init(&spill, "/tmp", 0);
    ck_assert_int_eq(twt_streams_init(&streams, STREAMS, &spill), TWT_OK);
    ck_assert_int_eq(getrlimit(RLIMIT_FSIZE, &before), 0);
    struct rlimit little = {4 * CHUNK, before.rlim_max};
    int refused =
        setrlimit(RLIMIT_FSIZE, &little); /* the test's own messages go to a file, too: none until it is undone */
    twt_status status = write_all(&streams);
    refused |= setrlimit(RLIMIT_FSIZE, &before);
    ck_assert_int_eq(refused, 0);
    ck_assert_int_eq(status, TWT_ERROR_IO);
    ck_assert_int_eq(spill.os_error, EFBIG);
    twt_streams_free(&streams);
    twt_spill_free(&spill);
}
END_TEST

START_TEST(the_file_has_no_name)
{
    char folder[] = "/tmp/twicetold-test-XXXXXX";
    twt_spill spill;
    uint64_t offset;
    ck_assert_ptr_nonnull(mkdtemp(folder));
    twt_spill_init(&spill, folder, 0);
    ck_assert_int_eq(twt_spill_write(&spill, "abc", 3, &offset), TWT_OK);
    ck_assert_int_eq(rmdir(folder), 0); /* nothing is in it */
    char back[3];
    ck_assert_int_eq(twt_spill_read(&spill, offset, back, 3), TWT_OK);
    ck_assert_mem_eq(back, "abc", 3);
    ck_assert_int_eq(twt_spill_read(&spill, offset + 1, back, 3), TWT_ERROR_IO); /* beyond its end */
    twt_spill_free(&spill);
}
END_TEST

static twt_status write_and_free(uint64_t held_max)
{
    twt_spill spill;
    twt_streams streams = {0};
    twt_spill_init(&spill, "/tmp", held_max);
    twt_status status = twt_streams_init(&streams, STREAMS, &spill);
    if (status == TWT_OK)
        status = write_all(&streams);
    twt_streams_free(&streams);
    bool is_all_back = spill.held == 0;
    twt_spill_free(&spill);
    return is_all_back ? status : TWT_ERROR_ARGUMENT;
}

START_TEST(memory_that_is_short_at_any_point_is_told_and_given_back)
{
    for (uint64_t held_max = 0; held_max <= 30 * CHUNK; held_max += 15 * CHUNK)
        for (size_t n = 1;; n++) {
            failing_alloc_arm(n);
            twt_status status = write_and_free(held_max);
            if (!failing_alloc_disarm())
                break;
            ck_assert_int_eq(status, TWT_ERROR_MEMORY);
        }
}
END_TEST

TWT_SUITE("base_streams", records_come_back_in_order_from_memory_from_the_file_and_from_both,
          a_folder_that_takes_no_file_is_an_error_with_its_reason, a_file_that_may_not_grow_is_an_error_with_its_reason,
          the_file_has_no_name, memory_that_is_short_at_any_point_is_told_and_given_back)

#include "io/write/writer.h"
#include "writer_support.h"

static char long_id[12000];
static const twt_reason reason = {.code = TWT_REASON_REWORDED, .value = 12.5};
static const twt_member members[] = {{0, TWT_RELATION_EXACT, 1, true}, {1, TWT_RELATION_REWRITTEN, .4, true}};
static const twt_cluster cluster = {0, members, 2, .4, &reason, 1};
static const twt_link link_of_two = {{false, 0}, {true, 0}, TWT_RELATION_EXCERPT};
static const twt_summary summary = {.documents = 5, .clusters = 1, .clustered_documents = 2, .seconds = .5};
static const twt_pair pair = {0, 1, {.relation = TWT_RELATION_REWRITTEN, .jaccard = .4}, &reason, 1};
static const twt_token tokens[] = {{.hash = 1, .begin = 0, .end = 3}, {.hash = 2, .begin = 4, .end = 7}};
static const twt_sentence sentence = {0, 2, 0, 8, 0};
static const twt_analysis analysis = {
    .text = "one two.", .text_len = 8, .tokens = tokens, .token_count = 2, .sentences = &sentence, .sentence_count = 1};
static const twt_change change = {TWT_CHANGE_NAME, {0, 3}, {0, 3}};
static const twt_match match = {1, 1, 1, false};
static const twt_comparison comparison = {.verdict = {.relation = TWT_RELATION_REWRITTEN, .jaccard = .4},
                                          .reasons = &reason,
                                          .reason_count = 1,
                                          .matches = &match,
                                          .match_count = 1,
                                          .changes = &change,
                                          .change_count = 1};

static const twt_document *two_documents(void)
{
    static twt_document documents[2];
    memset(long_id, 'x', sizeof long_id - 1);
    documents[0] = document_of("one", "one two.");
    documents[1] = document_of(long_id, "six two.");
    return documents;
}

static const twt_check checks[] = {
    {TWT_RULE_EXACT, 1, 1, TWT_MEASURE_SAME_WORDS, TWT_AT_LEAST, 0, 1, false},
    {TWT_RULE_REWRITTEN, 1, 1, TWT_MEASURE_MATCHED, TWT_UNDER, .5, .7, true},
};

/* CSV has no rows for them. */
static bool writer_knows_checks(const twt_writer *writer)
{
    return writer->form->checks != NULL;
}

static twt_status write_step(twt_writer *writer, size_t step)
{
    const twt_document *documents = two_documents();
    switch (step % 7) {
    case 0:
        return twt_writer_pair(writer, &pair);
    case 1:
        return twt_writer_cluster(writer, 0, &cluster);
    case 2:
        return twt_writer_link(writer, &link_of_two);
    case 3:
        return twt_writer_comparison(writer, "7", &documents[0], &documents[1], &analysis, &analysis, &comparison);
    case 4:
        return twt_writer_summary(writer, &summary);
    case 5:
        return writer_knows_checks(writer)
                   ? twt_writer_checks(writer, "7", &documents[0], &documents[1], TWT_RELATION_REWRITTEN, checks, 2)
                   : write_step(writer, 4);
    default:
        return twt_writer_flush(writer);
    }
}

static const twt_format formats[] = {TWT_FORMAT_TEXT, TWT_FORMAT_JSONL, TWT_FORMAT_CSV};
enum { FORMAT_COUNT = sizeof formats / sizeof *formats, STEPS = 35 };

START_TEST(options_out_of_range_are_refused)
{
    twt_writer_options options;
    twt_writer *writer;
    for (int wrong = 0; wrong < 5; wrong++) {
        twt_writer_options_init(&options);
        ck_assert_uint_eq(options.width, 100);
        ck_assert_int_eq(options.format, TWT_FORMAT_TEXT);
        options.write = wrong == 0 ? NULL : sink_write;
        options.width = wrong == 1 ? 39 : wrong == 2 ? 401 : 80;
        options.size -= wrong == 3;
        options.format = wrong == 4 ? (twt_format)7 : TWT_FORMAT_JSONL;
        ck_assert_int_eq(twt_writer_new(&options, &writer), TWT_ERROR_ARGUMENT);
        ck_assert_ptr_null(writer);
    }
    twt_writer_free(NULL);
}
END_TEST

START_TEST(a_document_that_nobody_knows_is_refused_and_nothing_written)
{
    const twt_pair strange_pair = {0, 2, {0}, NULL, 0};
    const twt_member strange_member[] = {{0, TWT_RELATION_EXACT, 1, true}, {9, TWT_RELATION_EXACT, 1, true}};
    const twt_cluster strange_cluster = {0, strange_member, 2, 1, NULL, 0};
    const twt_link strange_link = {{true, 0}, {false, 3}, TWT_RELATION_PARTIAL};
    twt_writer *writer = new_writer(TWT_FORMAT_JSONL, two_documents(), 2);
    ck_assert_int_eq(twt_writer_pair(writer, &strange_pair), TWT_ERROR_ARGUMENT);
    ck_assert_int_eq(twt_writer_cluster(writer, 0, &strange_cluster), TWT_ERROR_ARGUMENT);
    ck_assert_int_eq(twt_writer_link(writer, &strange_link), TWT_ERROR_ARGUMENT);
    ck_assert_str_eq(written(writer), "");
}
END_TEST

START_TEST(output_waits_in_a_buffer_and_keeps_its_order)
{
    twt_writer *writer = new_writer(TWT_FORMAT_JSONL, two_documents(), 2);
    ck_assert_int_eq(write_step(writer, 2), TWT_OK);
    ck_assert_uint_eq(sunk.calls, 0);
    ck_assert_int_eq(twt_writer_flush(writer), TWT_OK);
    ck_assert_uint_eq(sunk.calls, 1);
    ck_assert_int_eq(twt_writer_flush(writer), TWT_OK);
    ck_assert_uint_eq(sunk.calls, 1);
    for (size_t i = 0; i < 1000; i++)
        ck_assert_int_eq(write_step(writer, 2), TWT_OK);
    ck_assert_uint_ge(sunk.calls, 1);
    ck_assert_uint_le(sunk.calls, 3);
    const char *all = written(writer);
    size_t len = strlen("{\"type\":\"link\",\"from\":\"one\",\"to\":1,\"relation\":\"excerpt\"}\n");
    ck_assert_uint_eq(strlen(all), 1001 * len);
    for (size_t i = 1; i < 1001; i++)
        ck_assert_int_eq(memcmp(all, all + i * len, len), 0);
}
END_TEST

/* Every call of write fails once; from then on the writer says so and calls no more. */
START_TEST(the_first_failure_of_write_is_for_good)
{
    for (size_t f = 0; f < FORMAT_COUNT; f++) {
        size_t fails_at = 0, calls;
        do {
            twt_writer *writer = new_writer(formats[f], two_documents(), 2);
            sunk.fails_at = ++fails_at;
            bool has_failed = false;
            for (size_t step = 0; step < STEPS; step++) {
                twt_status status = write_step(writer, step);
                ck_assert_int_eq(status, has_failed || sunk.calls >= fails_at ? TWT_ERROR_IO : TWT_OK);
                has_failed = status != TWT_OK;
            }
            calls = sunk.calls;
            ck_assert(has_failed ? calls == fails_at : calls < fails_at);
            twt_writer_free(writer);
        } while (calls >= fails_at);
        ck_assert_uint_gt(fails_at, 3);
    }
}
END_TEST

static twt_status end_of_write(void *context, const char *bytes, size_t len)
{
    (void)context, (void)bytes, (void)len;
    return TWT_ERROR_CANCELLED;
}

START_TEST(the_status_of_write_comes_back_as_it_was)
{
    twt_writer_options options;
    twt_writer_options_init(&options);
    options.format = TWT_FORMAT_JSONL;
    options.write = end_of_write;
    twt_writer *writer;
    ck_assert_int_eq(twt_writer_new(&options, &writer), TWT_OK);
    ck_assert_int_eq(twt_writer_summary(writer, &summary), TWT_OK);
    for (size_t i = 0; i < 3; i++)
        ck_assert_int_eq(twt_writer_flush(writer), TWT_ERROR_CANCELLED);
    twt_writer_free(writer);
}
END_TEST

static char whole[1 << 20];

/* A record that memory was too short for leaves no trace; written again it is as if nothing had happened. */
START_TEST(a_refused_allocation_costs_one_record_and_no_half)
{
    for (size_t f = 0; f < FORMAT_COUNT; f++) {
        twt_writer *writer = new_writer(formats[f], two_documents(), 2);
        for (size_t step = 0; step < STEPS; step++)
            ck_assert_int_eq(write_step(writer, step), TWT_OK);
        strcpy(whole, written(writer));
        for (size_t n = 1;; n++) {
            failing_alloc_arm(n);
            twt_status status = open_writer(formats[f], two_documents(), 2, &writer);
            for (size_t step = 0; step < STEPS && status == TWT_OK; step++)
                status = write_step(writer, step);
            if (!failing_alloc_disarm()) {
                twt_writer_free(writer);
                ck_assert_uint_gt(n, 2);
                break;
            }
            ck_assert_int_eq(status, TWT_ERROR_MEMORY);
            twt_writer_free(writer);
        }
        for (size_t n = 1; n < 12; n++) {
            ck_assert_int_eq(open_writer(formats[f], two_documents(), 2, &writer), TWT_OK);
            for (size_t step = 0; step < STEPS; step++) {
                failing_alloc_arm(n);
                twt_status status = write_step(writer, step);
                bool was_refused = failing_alloc_disarm();
                ck_assert_int_eq(status, was_refused ? TWT_ERROR_MEMORY : TWT_OK);
                if (was_refused)
                    ck_assert_int_eq(write_step(writer, step), TWT_OK);
            }
            ck_assert_str_eq(written(writer), whole);
        }
    }
}
END_TEST

TWT_SUITE("io_writer", options_out_of_range_are_refused, a_document_that_nobody_knows_is_refused_and_nothing_written,
          output_waits_in_a_buffer_and_keeps_its_order, the_first_failure_of_write_is_for_good,
          the_status_of_write_comes_back_as_it_was, a_refused_allocation_costs_one_record_and_no_half)

#include "folder.h"

#include "support/failing_alloc.h"

static twt_pair_reader *opened(const char *text)
{
    twt_pair_reader *reader;
    twt_fault fault;
    write_text("pairs.jsonl", text);
    ck_assert_int_eq(twt_pair_reader_open("pairs.jsonl", NULL, &reader, &fault), TWT_OK);
    return reader;
}

START_TEST(pairs_come_in_order_with_their_ids)
{
    const char *id;
    twt_document a, b;
    twt_fault fault;
    twt_pair_reader *reader =
        opened("{\"id\":\"p\",\"a\":\"one\",\"b\":\"two\"}\n\n{\"a\":\"x\",\"b\":\"y\",\"c\":7}\n");
    ck_assert_int_eq(twt_pair_reader_next(reader, &id, &a, &b, &fault), TWT_OK);
    ck_assert_str_eq(id, "p");
    ck_assert_str_eq(a.id, "p");
    ck_assert_str_eq(b.id, "p");
    ck_assert_str_eq(a.text, "one");
    ck_assert_str_eq(b.text, "two");
    ck_assert_uint_eq(a.text_len, 3);
    ck_assert_uint_eq(a.line, 1);
    ck_assert_int_eq(twt_pair_reader_next(reader, &id, &a, &b, &fault), TWT_OK);
    ck_assert_str_eq(id, "pairs.jsonl:3");
    ck_assert_str_eq(a.path, "pairs.jsonl");
    ck_assert_int_eq(twt_pair_reader_next(reader, &id, &a, &b, &fault), TWT_END);
    twt_pair_reader_free(reader);
}
END_TEST

typedef struct fault_case {
    const char *line;
    twt_status status;
    const char *reason;
} fault_case;

static const fault_case fault_cases[] = {
    {"{\"id\":\"p\",\"b\":\"y\"}", TWT_ERROR_FORMAT, "a is missing"},
    {"{\"id\":\"p\",\"a\":\"y\"}", TWT_ERROR_FORMAT, "b is missing"},
    {"{\"id\":\"p\",\"a\":1,\"b\":\"y\"}", TWT_ERROR_FORMAT, "a is no string"},
    {"{\"id\":\"p\",\"a\":\"x\",\"b\":null}", TWT_ERROR_FORMAT, "b is missing"},
    {"{\"id\":\"p\",\"a\":\"\",\"b\":\"y\"}", TWT_ERROR_EMPTY, NULL},
    {"{\"id\":1,\"a\":\"x\",\"b\":\"y\"}", TWT_ERROR_FORMAT, "id is no string"},
    {"{\"id\":\"p\",\"a\":\"x\",", TWT_ERROR_FORMAT, "JSON cut short"},
    {"{\"a\":\"\xff\",\"b\":\"\"}", TWT_ERROR_UTF8, "malformed UTF-8"},
};

START_TEST(a_bad_pair_is_told_and_the_next_one_is_read)
{
    const fault_case *c = &fault_cases[_i];
    char text[256];
    const char *id;
    twt_document a, b;
    twt_fault fault = {0};
    snprintf(text, sizeof text, "%s\n{\"id\":\"q\",\"a\":\"x\",\"b\":\"y\"}\n", c->line);
    twt_pair_reader *reader = opened(text);
    ck_assert_int_eq(twt_pair_reader_next(reader, &id, &a, &b, &fault), c->status);
    ck_assert_str_eq(fault.path, "pairs.jsonl");
    ck_assert_uint_eq(fault.line, 1);
    if (c->reason)
        ck_assert_str_eq(fault.reason, c->reason);
    ck_assert_int_eq(twt_pair_reader_next(reader, &id, &a, &b, &fault), TWT_OK);
    ck_assert_str_eq(id, "q");
    twt_pair_reader_free(reader);
}
END_TEST

START_TEST(a_file_that_cannot_be_read_is_refused_at_once)
{
    twt_pair_reader *reader;
    twt_fault fault = {0};
    ck_assert_int_eq(twt_pair_reader_open("none", NULL, &reader, &fault), TWT_ERROR_IO);
    ck_assert_ptr_null(reader);
    ck_assert_str_eq(fault.path, "none");
    write_bytes("zip", "PK\3\4", 4);
    ck_assert_int_eq(twt_pair_reader_open("zip", NULL, &reader, &fault), TWT_ERROR_BINARY);
    ck_assert_str_eq(fault.path, "zip");
    twt_reader_options options;
    twt_reader_options_init(&options);
    options.size = 0;
    ck_assert_int_eq(twt_pair_reader_open("zip", &options, &reader, &fault), TWT_ERROR_ARGUMENT);
    twt_pair_reader_free(NULL);
}
END_TEST

START_TEST(standard_input_serves_too)
{
    const char *id;
    twt_document a, b;
    twt_fault fault;
    twt_pair_reader *reader;
    write_text("input", "{\"a\":\"x\",\"b\":\"y\"}");
    int fd = open("input", O_RDONLY);
    ck_assert_int_eq(dup2(fd, 0), 0);
    close(fd);
    ck_assert_int_eq(twt_pair_reader_open("-", NULL, &reader, &fault), TWT_OK);
    ck_assert_int_eq(twt_pair_reader_next(reader, &id, &a, &b, &fault), TWT_OK);
    ck_assert_str_eq(id, "-:1");
    twt_pair_reader_free(reader);
}
END_TEST

START_TEST(every_refused_allocation_is_reported)
{
    write_text("pairs.jsonl", "{\"a\":\"x\",\"b\":\"y\"}\n");
    for (size_t n = 1;; n++) {
        twt_pair_reader *reader = NULL;
        const char *id;
        twt_document a, b;
        twt_fault fault;
        failing_alloc_arm(n);
        twt_status status = twt_pair_reader_open("pairs.jsonl", NULL, &reader, &fault);
        while (status == TWT_OK)
            status = twt_pair_reader_next(reader, &id, &a, &b, &fault);
        bool was_refused = failing_alloc_disarm();
        twt_pair_reader_free(reader);
        if (!was_refused)
            break;
        ck_assert_int_eq(status, TWT_ERROR_MEMORY);
    }
}
END_TEST

static void add_fault_cases(Suite *suite)
{
    TCase *faults = tcase_create("faults");
    tcase_add_checked_fixture(faults, enter_folder, leave_folder);
    tcase_add_loop_test(faults, a_bad_pair_is_told_and_the_next_one_is_read, 0,
                        sizeof fault_cases / sizeof *fault_cases);
    suite_add_tcase(suite, faults);
}

FOLDER_SUITE_WITH("io_pair_reader", add_fault_cases, pairs_come_in_order_with_their_ids,
                  a_file_that_cannot_be_read_is_refused_at_once, standard_input_serves_too,
                  every_refused_allocation_is_reported)

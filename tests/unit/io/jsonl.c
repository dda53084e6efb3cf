#include "folder.h"

#include "support/failing_alloc.h"

static twt_reader *lines(const char *text)
{
    write_text("in.jsonl", text);
    return reader_of(NULL, "in.jsonl");
}

START_TEST(a_document_has_all_its_fields)
{
    twt_document d;
    twt_fault fault;
    twt_reader *reader =
        lines("{\"id\":\"a\",\"text\":\"Caf\\u00e9 \\ud83d\\ude00\\n\",\"title\":\"T\",\"published\":\"1970-01-02\","
              "\"source\":\"S\",\"url\":\"https://example.org/a\",\"tier\":\"agency\",\"more\":[1,{\"x\":null}]}\n");
    ck_assert_int_eq(twt_reader_next(reader, &d, &fault), TWT_OK);
    ck_assert_str_eq(d.id, "a");
    ck_assert_str_eq(d.text, "Caf\xc3\xa9 \xf0\x9f\x98\x80\n");
    ck_assert_uint_eq(d.text_len, strlen(d.text));
    ck_assert_str_eq(d.title, "T");
    ck_assert_str_eq(d.source, "S");
    ck_assert_str_eq(d.url, "https://example.org/a");
    ck_assert_int_eq(d.tier, TWT_TIER_AGENCY);
    ck_assert_int_eq(d.published.precision, TWT_PRECISION_DATE);
    ck_assert_int_eq(d.published.seconds, 86400);
    ck_assert_str_eq(d.path, "in.jsonl");
    ck_assert_uint_eq(d.line, 1);
    expect_end(reader);
}
END_TEST

START_TEST(fields_left_out_or_null_are_unknown)
{
    twt_document d;
    twt_fault fault;
    twt_reader *reader = lines("\n \n{\"text\":\"x\",\"title\":null,\"published\":null,\"id\":null}\n");
    ck_assert_int_eq(twt_reader_next(reader, &d, &fault), TWT_OK);
    ck_assert_str_eq(d.id, "in.jsonl:3");
    ck_assert_ptr_null(d.title);
    ck_assert_ptr_null(d.source);
    ck_assert_ptr_null(d.url);
    ck_assert_int_eq(d.tier, TWT_TIER_UNKNOWN);
    ck_assert_int_eq(d.published.precision, TWT_PRECISION_NONE);
    expect_end(reader);
}
END_TEST

START_TEST(a_text_may_hold_an_escaped_nul)
{
    twt_document d;
    twt_fault fault;
    twt_reader *reader = lines("{\"id\":\"a\",\"text\":\"x\\u0000y\"}");
    ck_assert_int_eq(twt_reader_next(reader, &d, &fault), TWT_OK);
    ck_assert_uint_eq(d.text_len, 3);
    ck_assert_int_eq(memcmp(d.text, "x\0y", 4), 0);
    expect_end(reader);
}
END_TEST

START_TEST(crlf_a_byte_order_mark_and_a_missing_last_line_end_do_no_harm)
{
    twt_reader *reader = lines("\xef\xbb\xbf{\"id\":\"a\",\"text\":\"x\"}\r\n\r\n{\"id\":\"b\",\"text\":\"y\"}");
    expect_document(reader, "a", "x");
    expect_document(reader, "b", "y");
    expect_end(reader);
}
END_TEST

typedef struct fault_case {
    const char *line;
    twt_status status;
    const char *reason;
    uint64_t byte;
} fault_case;

#define NO_BYTE UINT64_MAX

static const fault_case fault_cases[] = {
    {"{\"text\":\"x", TWT_ERROR_FORMAT, "JSON cut short", 10},
    {"{\"text\":\"x\"", TWT_ERROR_FORMAT, "JSON cut short", 11},
    {"{\"text\":\"x\"} y", TWT_ERROR_FORMAT, "more behind the JSON object", 13},
    {"{\"text\":\"x\",}", TWT_ERROR_FORMAT, "malformed JSON", 12},
    {"{\"text\":nul}", TWT_ERROR_FORMAT, "malformed JSON", 10},
    {"text", TWT_ERROR_FORMAT, "no JSON object", 3},
    {"[\"text\"]", TWT_ERROR_FORMAT, "no JSON object", 0},
    {"{\"text\":\"\\ud800\"}", TWT_ERROR_FORMAT, "a lone surrogate in a JSON string", 15},
    {"{\"text\":\"\\udc00x\"}", TWT_ERROR_FORMAT, "a lone surrogate in a JSON string", 16},
    {"{\"text\":\"a\",\"id\":\"x\\u0000\"}", TWT_ERROR_FORMAT, "\\u0000 in a JSON string", NO_BYTE},
    {"{\"text\":\"a\",\"\\u0000\":1}", TWT_ERROR_FORMAT, "\\u0000 in a JSON string", 19},
    {"{\"text\":\"a\",\"text\":\"b\"}", TWT_ERROR_FORMAT, "a name twice in a JSON object", 17},
    {"{\"text\":\"a\",\"n\":1e999}", TWT_ERROR_FORMAT, "a JSON number out of range", 20},
    {"{\"text\":\"a\xff\"}", TWT_ERROR_UTF8, "malformed UTF-8", 10},
    {"{\"text\":\"a\xed\xa0\x80\"}", TWT_ERROR_UTF8, "malformed UTF-8", 10},
    {"{\"id\":\"a\"}", TWT_ERROR_FORMAT, "text is missing", NO_BYTE},
    {"{\"text\":null}", TWT_ERROR_FORMAT, "text is missing", NO_BYTE},
    {"{\"text\":7}", TWT_ERROR_FORMAT, "text is no string", NO_BYTE},
    {"{\"text\":[\"a\"]}", TWT_ERROR_FORMAT, "text is no string", NO_BYTE},
    {"{\"text\":\" \\n\\t\"}", TWT_ERROR_EMPTY, NULL, NO_BYTE},
    {"{\"text\":\"\"}", TWT_ERROR_EMPTY, NULL, NO_BYTE},
    {"{\"id\":7,\"text\":\"a\"}", TWT_ERROR_FORMAT, "id is no string", NO_BYTE},
    {"{\"id\":\"\",\"text\":\"a\"}", TWT_ERROR_FORMAT, "id is empty", NO_BYTE},
    {"{\"text\":\"a\",\"title\":1}", TWT_ERROR_FORMAT, "title is no string", NO_BYTE},
    {"{\"text\":\"a\",\"source\":true}", TWT_ERROR_FORMAT, "source is no string", NO_BYTE},
    {"{\"text\":\"a\",\"url\":{}}", TWT_ERROR_FORMAT, "url is no string", NO_BYTE},
    {"{\"text\":\"a\",\"published\":2024}", TWT_ERROR_FORMAT, "published is no string", NO_BYTE},
    {"{\"text\":\"a\",\"published\":\"5 March\"}", TWT_ERROR_FORMAT, "published is no ISO 8601 date or time", NO_BYTE},
    {"{\"text\":\"a\",\"tier\":\"high\"}", TWT_ERROR_FORMAT, "tier is none of official, agency, outlet, other",
     NO_BYTE},
};

START_TEST(a_bad_line_is_told_by_line_byte_and_reason_and_the_next_one_is_read)
{
    const fault_case *c = &fault_cases[_i];
    char text[512];
    snprintf(text, sizeof text, "{\"id\":\"before\",\"text\":\"x\"}\n\n%s\n{\"id\":\"behind\",\"text\":\"y\"}\n",
             c->line);
    twt_reader *reader = lines(text);
    expect_document(reader, "before", "x");
    twt_fault fault = expect_error(reader, c->status, c->reason);
    ck_assert_str_eq(fault.path, "in.jsonl");
    ck_assert_uint_eq(fault.line, 3);
    ck_assert_uint_eq(fault.byte, c->byte);
    expect_document(reader, "behind", "y");
    expect_end(reader);
}
END_TEST

START_TEST(a_big_whole_number_beside_the_text_does_no_harm)
{
    twt_reader *reader = lines("{\"id\":\"a\",\"text\":\"x\",\"n\":123456789012345678901234567890}\n");
    expect_document(reader, "a", "x");
    expect_end(reader);
}
END_TEST

START_TEST(a_last_line_cut_short_is_told)
{
    twt_reader *reader = lines("{\"id\":\"a\",\"text\":\"x\"}\n{\"id\":\"b\",\"te");
    expect_document(reader, "a", "x");
    twt_fault fault = expect_error(reader, TWT_ERROR_FORMAT, "JSON cut short");
    ck_assert_uint_eq(fault.line, 2);
    expect_end(reader);
}
END_TEST

START_TEST(deep_nesting_is_refused)
{
    enum { DEPTH = 100000 };
    static char text[DEPTH + 64];
    memset(text, '[', DEPTH);
    strcpy(text + DEPTH, "\n{\"id\":\"b\",\"text\":\"y\"}\n");
    twt_reader *reader = lines(text);
    expect_error(reader, TWT_ERROR_FORMAT, "JSON nested too deep");
    expect_document(reader, "b", "y");
    expect_end(reader);
}
END_TEST

START_TEST(a_line_over_the_limit_is_refused_and_the_next_one_is_read)
{
    enum { LONG = 3000000 };
    twt_reader_options options;
    twt_reader_options_init(&options);
    options.document_bytes_max = 1000;
    char *text = malloc(LONG + 64);
    memset(text, ' ', LONG);
    strcpy(text + LONG, "{}\n{\"id\":\"b\",\"text\":\"y\"}\n");
    write_text("in.jsonl", text);
    free(text);
    twt_reader *reader = reader_of(&options, "in.jsonl");
    twt_fault fault = expect_error(reader, TWT_ERROR_TOO_LARGE, "a line larger than the limit of a document");
    ck_assert_uint_eq(fault.line, 1);
    expect_document(reader, "b", "y");
    expect_end(reader);
}
END_TEST

/* A sparse file, so that only reading it costs. */
START_TEST(two_hundred_megabytes_in_one_line_are_refused)
{
    int fd = open("in.jsonl", O_RDWR | O_CREAT, 0600);
    ck_assert_int_eq(ftruncate(fd, 200000000), 0);
    ck_assert_int_eq(write(fd, "{", 1), 1);
    ck_assert_int_eq(pwrite(fd, "\n{\"id\":\"b\",\"text\":\"y\"}", 22, 200000000), 22);
    ck_assert_int_eq(close(fd), 0);
    twt_reader *reader = reader_of(NULL, "in.jsonl");
    expect_error(reader, TWT_ERROR_TOO_LARGE, NULL);
    expect_document(reader, "b", "y");
    expect_end(reader);
}
END_TEST

START_TEST(lines_may_straddle_any_number_of_blocks)
{
    enum { LINES = 300 };
    FILE *file = fopen("in.jsonl", "wb");
    for (int i = 0; i < LINES; i++) {
        fprintf(file, "{\"id\":\"%d\",\"text\":\"", i);
        for (int j = 0; j < i * 37 % 5000 * (i % 50 == 0 ? 100 : 1) + 1; j++)
            fputc('a' + (i + j) % 26, file);
        fprintf(file, "\"}%s", i % 3 ? "\n" : "\r\n");
    }
    fclose(file);
    twt_reader *reader = reader_of(NULL, "in.jsonl");
    for (int i = 0; i < LINES; i++) {
        twt_document d;
        twt_fault fault;
        ck_assert_int_eq(twt_reader_next(reader, &d, &fault), TWT_OK);
        ck_assert_int_eq(atoi(d.id), i);
        ck_assert_uint_eq(d.line, (size_t)i + 1);
        ck_assert_uint_eq(d.text_len, (size_t)(i * 37 % 5000 * (i % 50 == 0 ? 100 : 1) + 1));
        for (size_t j = 0; j < d.text_len; j++)
            if (d.text[j] != 'a' + (i + (int)j) % 26)
                ck_abort_msg("line %d, byte %zu", i + 1, j);
    }
    expect_end(reader);
}
END_TEST

START_TEST(malformed_utf8_is_mended_when_lossy)
{
    twt_reader_options options;
    twt_reader_options_init(&options);
    options.is_lossy = true;
    write_text("in.jsonl", "{\"id\":\"a\",\"text\":\"x\xff\xe2\x82y\"}\n");
    twt_reader *reader = reader_of(&options, "in.jsonl");
    expect_document(reader, "a", "x\xef\xbf\xbd\xef\xbf\xbdy");
    expect_end(reader);
}
END_TEST

START_TEST(what_is_no_text_is_refused_once)
{
    write_bytes("in.jsonl", "\xff\xfe{\0\n\0{\0\n\0", 10);
    twt_reader *reader = reader_of(NULL, "in.jsonl");
    expect_error(reader, TWT_ERROR_BINARY, "UTF-16 text; convert it to UTF-8");
    expect_end(reader);
}
END_TEST

START_TEST(a_file_growing_while_read_is_read_to_its_old_size)
{
    twt_reader *reader = lines("{\"id\":\"a\",\"text\":\"x\"}\n");
    expect_document(reader, "a", "x");
    FILE *file = fopen("in.jsonl", "ab");
    fputs("{\"id\":\"b\",\"text\":\"y\"}\n", file);
    fclose(file);
    expect_end(reader);
}
END_TEST

/* Read from by the child, written to by us. */
static void feed_standard_input(const char *text)
{
    write_text("input", text);
    int fd = open("input", O_RDONLY);
    ck_assert_int_eq(dup2(fd, 0), 0);
    close(fd);
}

START_TEST(standard_input_is_lines_when_its_first_byte_is_a_brace)
{
    feed_standard_input("\xef\xbb\xbf\n\n                  {\"text\":\"x\"}\n{\"id\":\"b\",\"text\":\"y\"}\n");
    twt_reader *reader = reader_of(NULL, "-");
    expect_document(reader, "-:3", "x");
    expect_document(reader, "b", "y");
    expect_end(reader);
}
END_TEST

START_TEST(standard_input_is_one_text_otherwise)
{
    feed_standard_input("Some text {\n");
    twt_reader *reader = reader_of(NULL, "-");
    expect_document(reader, "-", "Some text {\n");
    expect_end(reader);
    feed_standard_input(" \n");
    reader = reader_of(NULL, "-");
    expect_error(reader, TWT_ERROR_EMPTY, NULL);
    expect_end(reader);
}
END_TEST

/* jansson allocates out of the sweep's sight; all of our own is swept. */
START_TEST(every_refused_allocation_is_reported)
{
    write_text("in.jsonl", "{\"text\":\"x\xff\"}\n{\"text\":\"y\"}\n");
    twt_reader_options options;
    twt_reader_options_init(&options);
    options.is_lossy = true;
    for (size_t n = 1;; n++) {
        twt_reader *reader = NULL;
        twt_document d;
        twt_fault fault;
        failing_alloc_arm(n);
        twt_status status = twt_reader_new(&options, &reader);
        if (status == TWT_OK)
            status = twt_reader_add(reader, "in.jsonl");
        while (status == TWT_OK)
            status = twt_reader_next(reader, &d, &fault);
        bool was_refused = failing_alloc_disarm();
        twt_reader_free(reader);
        if (!was_refused)
            break;
        ck_assert_int_eq(status, TWT_ERROR_MEMORY);
    }
}
END_TEST

static void add_fault_cases(Suite *suite)
{
    TCase *cases = tcase_create("faults");
    tcase_add_checked_fixture(cases, enter_folder, leave_folder);
    tcase_add_loop_test(cases, a_bad_line_is_told_by_line_byte_and_reason_and_the_next_one_is_read, 0,
                        sizeof fault_cases / sizeof *fault_cases);
    suite_add_tcase(suite, cases);
}

FOLDER_SUITE_WITH("io_jsonl", add_fault_cases, a_document_has_all_its_fields, fields_left_out_or_null_are_unknown,
                  a_text_may_hold_an_escaped_nul, crlf_a_byte_order_mark_and_a_missing_last_line_end_do_no_harm,
                  a_big_whole_number_beside_the_text_does_no_harm, a_last_line_cut_short_is_told,
                  deep_nesting_is_refused, a_line_over_the_limit_is_refused_and_the_next_one_is_read,
                  two_hundred_megabytes_in_one_line_are_refused, lines_may_straddle_any_number_of_blocks,
                  malformed_utf8_is_mended_when_lossy, what_is_no_text_is_refused_once,
                  a_file_growing_while_read_is_read_to_its_old_size,
                  standard_input_is_lines_when_its_first_byte_is_a_brace, standard_input_is_one_text_otherwise,
                  every_refused_allocation_is_reported)

#include "folder.h"

#include "support/failing_alloc.h"

static twt_metadata *opened(const char *path, const char *text)
{
    twt_metadata *metadata;
    twt_fault fault = {0};
    write_text(path, text);
    twt_status status = twt_metadata_open(path, &metadata, &fault);
    ck_assert_msg(status == TWT_OK, "%s: %s", twt_status_text(status), fault.reason ? fault.reason : "");
    return metadata;
}

static void expect_values(const twt_metadata *metadata)
{
    twt_document d = {.id = "a", .title = "old", .source = "old", .tier = TWT_TIER_OTHER};
    ck_assert(twt_metadata_apply(metadata, &d));
    ck_assert_str_eq(d.title, "One, \"two\"\nthree");
    ck_assert_str_eq(d.source, "old");
    ck_assert_str_eq(d.url, "u");
    ck_assert_int_eq(d.tier, TWT_TIER_OTHER);
    ck_assert_int_eq(d.published.seconds, 86400);
    d = (twt_document){.id = "\xc3\xa9"};
    ck_assert(twt_metadata_apply(metadata, &d));
    ck_assert_str_eq(d.source, "S");
    ck_assert_int_eq(d.tier, TWT_TIER_OFFICIAL);
    ck_assert_ptr_null(d.title);
    d = (twt_document){.id = "none"};
    ck_assert(!twt_metadata_apply(metadata, &d));
}

static const char as_csv[] = "\xef\xbb\xbf\"title\",id,more,published,source,url,tier\r\n"
                             "\"One, \"\"two\"\"\nthree\",a,,1970-01-02,,u,\r\n\r\n,\xc3\xa9,x,,S,,official";
static const char as_jsonl[] =
    "{\"id\":\"a\",\"title\":\"One, \\\"two\\\"\\nthree\",\"published\":\"1970-01-02\","
    "\"url\":\"u\",\"text\":7}\n{\"id\":\"\xc3\xa9\",\"source\":\"S\",\"tier\":\"official\"}\n";

START_TEST(csv_and_jsonl_say_the_same)
{
    twt_metadata *metadata = opened("m.csv", as_csv);
    expect_values(metadata);
    twt_metadata_free(metadata);
    metadata = opened("m.jsonl", as_jsonl);
    expect_values(metadata);
    twt_metadata_free(metadata);
}
END_TEST

START_TEST(without_a_suffix_the_first_byte_decides)
{
    twt_metadata *metadata = opened("m", as_csv);
    expect_values(metadata);
    twt_metadata_free(metadata);
    metadata = opened("n", as_jsonl);
    expect_values(metadata);
    twt_metadata_free(metadata);
}
END_TEST

START_TEST(many_ids_are_found_again)
{
    enum { COUNT = 5000 };
    FILE *file = fopen("m.csv", "wb");
    fputs("id,title\n", file);
    for (int i = 0; i < COUNT; i++)
        fprintf(file, "id-%d,title %d\n", i, i);
    fclose(file);
    twt_metadata *metadata;
    twt_fault fault;
    ck_assert_int_eq(twt_metadata_open("m.csv", &metadata, &fault), TWT_OK);
    for (int i = 0; i < COUNT; i++) {
        char id[32], title[32];
        snprintf(id, sizeof id, "id-%d", i);
        snprintf(title, sizeof title, "title %d", i);
        twt_document d = {.id = id};
        ck_assert(twt_metadata_apply(metadata, &d));
        ck_assert_str_eq(d.title, title);
    }
    twt_metadata_free(metadata);
}
END_TEST

typedef struct fault_case {
    const char *path, *text;
    twt_status status;
    const char *reason;
    uint64_t line;
} fault_case;

static const fault_case fault_cases[] = {
    {"m.csv", "", TWT_ERROR_EMPTY, NULL, 0},
    {"m.csv", "title\nx\n", TWT_ERROR_FORMAT, "no column is named id", 1},
    {"m.csv", "id,id\na,b\n", TWT_ERROR_FORMAT, "a column twice", 1},
    {"m.csv", "id,title\na,b\nc\n", TWT_ERROR_FORMAT, "not as many columns as the header line", 3},
    {"m.csv", "id,title\na,b,c\n", TWT_ERROR_FORMAT, "not as many columns as the header line", 2},
    {"m.csv", "id,title\n,b\n", TWT_ERROR_FORMAT, "id is missing", 2},
    {"m.csv", "id,title\na,b\na,c\n", TWT_ERROR_DUPLICATE_ID, "an id twice", 3},
    {"m.csv", "id,title\na,\"b\n\nc", TWT_ERROR_FORMAT, "a quotation mark is never closed", 2},
    {"m.csv", "id,title\na,\"b\"c\n", TWT_ERROR_FORMAT, "text behind a closing quotation mark", 2},
    {"m.csv", "id,published\na,\"yesterday\"\n", TWT_ERROR_FORMAT, "published is no ISO 8601 date or time", 2},
    {"m.csv", "id,tier\na,low\n", TWT_ERROR_FORMAT, "tier is none of official, agency, outlet, other", 2},
    {"m.csv", "id,title\na,\xff\n", TWT_ERROR_UTF8, "malformed UTF-8", 2},
    {"m.csv", "\xff\xfei", TWT_ERROR_BINARY, "UTF-16 text; convert it to UTF-8", 0},
    {"m.jsonl", "{\"id\":\"a\"}\n{\"title\":\"x\"}\n", TWT_ERROR_FORMAT, "id is missing", 2},
    {"m.jsonl", "{\"id\":\"a\"}\n\n{\"id\":\"a\"}\n", TWT_ERROR_DUPLICATE_ID, "an id twice", 3},
    {"m.jsonl", "{\"id\":7}\n", TWT_ERROR_FORMAT, "id is no string", 1},
    {"m.jsonl", "{\"id\":\"a\"\n", TWT_ERROR_FORMAT, "JSON cut short", 1},
    {"m.jsonl", "{\"id\":\"a\",\"published\":\"x\"}", TWT_ERROR_FORMAT, "published is no ISO 8601 date or time", 1},
};

START_TEST(a_bad_file_is_refused_with_line_and_reason)
{
    const fault_case *c = &fault_cases[_i];
    twt_metadata *metadata;
    twt_fault fault = {0};
    write_text(c->path, c->text);
    ck_assert_int_eq(twt_metadata_open(c->path, &metadata, &fault), c->status);
    ck_assert_ptr_null(metadata);
    ck_assert_str_eq(fault.path, c->path);
    ck_assert_uint_eq(fault.line, c->line);
    if (c->reason)
        ck_assert_str_eq(fault.reason, c->reason);
    ck_assert_int_eq(twt_metadata_open(c->path, &metadata, NULL), c->status);
}
END_TEST

START_TEST(a_nul_byte_is_refused)
{
    twt_metadata *metadata;
    twt_fault fault = {0};
    write_bytes("m.csv", "id\na\0b\n", 7);
    ck_assert_int_eq(twt_metadata_open("m.csv", &metadata, &fault), TWT_ERROR_BINARY);
    ck_assert_uint_eq(fault.line, 2);
}
END_TEST

START_TEST(a_missing_file_or_a_folder_is_refused)
{
    twt_metadata *metadata;
    twt_fault fault = {0};
    ck_assert_int_eq(twt_metadata_open("none", &metadata, &fault), TWT_ERROR_IO);
    ck_assert_int_ne(fault.os_error, 0);
    ck_assert_int_eq(twt_metadata_open("/", &metadata, &fault), TWT_ERROR_IO);
    ck_assert_str_eq(fault.reason, "a folder, not a file");
    twt_metadata_free(NULL);
}
END_TEST

static void sweep(const char *path, const char *text)
{
    write_text(path, text);
    for (size_t n = 1;; n++) {
        twt_metadata *metadata = NULL;
        twt_fault fault;
        failing_alloc_arm(n);
        twt_status status = twt_metadata_open(path, &metadata, &fault);
        bool was_refused = failing_alloc_disarm();
        twt_metadata_free(metadata);
        if (!was_refused)
            break;
        ck_assert_int_eq(status, TWT_ERROR_MEMORY);
    }
}

START_TEST(every_refused_allocation_is_reported)
{
    sweep("m.csv", as_csv);
    sweep("m.jsonl", as_jsonl);
}
END_TEST

static void add_fault_cases(Suite *suite)
{
    TCase *faults = tcase_create("faults");
    tcase_add_checked_fixture(faults, enter_folder, leave_folder);
    tcase_add_loop_test(faults, a_bad_file_is_refused_with_line_and_reason, 0,
                        sizeof fault_cases / sizeof *fault_cases);
    suite_add_tcase(suite, faults);
}

FOLDER_SUITE_WITH("io_metadata", add_fault_cases, csv_and_jsonl_say_the_same, without_a_suffix_the_first_byte_decides,
                  many_ids_are_found_again, a_nul_byte_is_refused, a_missing_file_or_a_folder_is_refused,
                  every_refused_allocation_is_reported)

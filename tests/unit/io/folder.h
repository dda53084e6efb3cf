/* A folder of its own for a test that reads files, and what a reader says of them. */
#ifndef TWT_TESTS_IO_FOLDER_H
#define TWT_TESTS_IO_FOLDER_H

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "support/suite.h"
#include "twicetold/io.h"

static char folder[] = "/tmp/twicetold-io-XXXXXX"; /* the test's working folder too */

static void enter_folder(void)
{
    strcpy(folder + sizeof folder - 7, "XXXXXX");
    ck_assert_ptr_nonnull(mkdtemp(folder));
    ck_assert_int_eq(chdir(folder), 0);
}

static void leave_folder(void)
{
    char command[sizeof folder + 16];
    ck_assert_int_eq(chdir("/"), 0);
    snprintf(command, sizeof command, "rm -rf %s", folder);
    ck_assert_int_eq(system(command), 0);
}

static inline void write_bytes(const char *path, const void *bytes, size_t len)
{
    FILE *file = fopen(path, "wb");
    ck_assert_ptr_nonnull(file);
    ck_assert_uint_eq(fwrite(bytes, 1, len, file), len);
    ck_assert_int_eq(fclose(file), 0);
}

static inline void write_text(const char *path, const char *text)
{
    write_bytes(path, text, strlen(text));
}

static inline twt_reader *reader_of(const twt_reader_options *options, const char *path)
{
    twt_reader *reader;
    ck_assert_int_eq(twt_reader_new(options, &reader), TWT_OK);
    ck_assert_int_eq(twt_reader_add(reader, path), TWT_OK);
    return reader;
}

static inline void expect_document(twt_reader *reader, const char *id, const char *text)
{
    twt_document document;
    twt_fault fault = {0};
    twt_status status = twt_reader_next(reader, &document, &fault);
    ck_assert_msg(status == TWT_OK, "%s instead of document %s (%s, line %d, byte %d)", twt_status_text(status), id ? id : "any",
                  fault.reason ? fault.reason : "no reason", (int)fault.line, (int)fault.byte);
    if (id)
        ck_assert_str_eq(document.id, id);
    if (!text)
        return;
    ck_assert_uint_eq(document.text_len, strlen(text));
    ck_assert_mem_eq(document.text, text, strlen(text));
}

static inline twt_fault expect_error(twt_reader *reader, twt_status wanted, const char *reason)
{
    twt_document document;
    twt_fault fault = {0};
    twt_status status = twt_reader_next(reader, &document, &fault);
    ck_assert_msg(status == wanted, "%s instead of %s", twt_status_text(status), twt_status_text(wanted));
    if (reason) {
        ck_assert_ptr_nonnull(fault.reason);
        ck_assert_str_eq(fault.reason, reason);
    }
    ck_assert_ptr_nonnull(fault.path);
    return fault;
}

static inline void expect_end(twt_reader *reader)
{
    twt_document document;
    twt_fault fault;
    ck_assert_int_eq(twt_reader_next(reader, &document, &fault), TWT_END);
    ck_assert_int_eq(twt_reader_next(reader, &document, &fault), TWT_END);
    twt_reader_free(reader);
}

/* As TWT_SUITE, each test in a fresh folder; add(suite) may add more. */
#define FOLDER_SUITE_WITH(name, add, ...)                                                                              \
    int main(void)                                                                                                     \
    {                                                                                                                  \
        const TTest *const tests[] = {__VA_ARGS__};                                                                    \
        Suite *suite = suite_create(name);                                                                             \
        TCase *all = tcase_create("all");                                                                              \
        tcase_set_timeout(all, 240);                                                                                   \
        tcase_add_checked_fixture(all, enter_folder, leave_folder);                                                    \
        for (size_t i = 0; i < sizeof(tests) / sizeof(*tests); i++)                                                    \
            tcase_add_test(all, tests[i]);                                                                             \
        suite_add_tcase(suite, all);                                                                                   \
        add(suite);                                                                                                    \
        SRunner *runner = srunner_create(suite);                                                                       \
        srunner_run_all(runner, CK_ENV);                                                                               \
        int failed = srunner_ntests_failed(runner);                                                                    \
        srunner_free(runner);                                                                                          \
        return failed ? EXIT_FAILURE : EXIT_SUCCESS;                                                                   \
    }

static inline void add_nothing(Suite *suite)
{
    (void)suite;
}

#define FOLDER_SUITE(name, ...) FOLDER_SUITE_WITH(name, add_nothing, __VA_ARGS__)

#endif

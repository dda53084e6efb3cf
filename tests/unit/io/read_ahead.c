#include "folder.h"

#include "support/failing_alloc.h"

enum { BLOCK = 256 << 10 }; /* of lib/io/read/source.c: borders that the tests put lines on */

static twt_reader *reader_with(uint32_t threads, const char *path)
{
    twt_reader_options options;
    twt_reader_options_init(&options);
    options.threads = threads;
    return reader_of(&options, path);
}

/* What a reader says, a line an outcome. The caller frees. */
static char *told_by(twt_reader *reader, size_t *count)
{
    char *told = NULL;
    size_t size;
    FILE *out = open_memstream(&told, &size);
    twt_document d;
    for (*count = 0;; (*count)++) {
        twt_fault fault = {0};
        twt_status status = twt_reader_next(reader, &d, &fault);
        if (status == TWT_END)
            break;
        if (status == TWT_OK)
            fprintf(out, "%s %s %d %zu %.*s %s\n", d.id, d.path, (int)d.line, d.text_len,
                    (int)(d.text_len < 16 ? d.text_len : 16), d.text, d.title ? d.title : "-");
        else
            fprintf(out, "%d %s %d %d %s %d\n", status, fault.path, (int)fault.line, (int)fault.byte,
                    fault.reason ? fault.reason : "-", fault.os_error);
    }
    fclose(out);
    twt_reader_free(reader);
    return told;
}

static void expect_same_for_all_threads(const char *path, size_t outcomes)
{
    size_t count;
    char *told = told_by(reader_with(1, path), &count);
    ck_assert_uint_eq(count, outcomes);
    for (uint32_t threads = 2; threads <= 9; threads++) {
        char *again = told_by(reader_with(threads, path), &count);
        ck_assert_msg(strcmp(again, told) == 0, "%d threads", (int)threads);
        free(again);
    }
    free(told);
}

/* A line of len bytes with its end. */
static void put_line(FILE *file, int number, size_t len, const char *end)
{
    char head[64];
    size_t used = (size_t)snprintf(head, sizeof head, "{\"id\":\"%d\",\"text\":\"", number) + 2 + strlen(end);
    fputs(head, file);
    for (; used < len; used++)
        fputc('a' + number % 26, file);
    fprintf(file, "\"}%s", end);
}

/* ---- the same for any number of threads ---- */

START_TEST(lines_and_faults_come_in_order)
{
    enum { LINES = 20000 };
    static const char *const bad[] = {"{\"text\":7}",          "{", "", "\xff", "[]", "{\"text\":\" \"}",
                                      "{\"text\":\"\\ud800\"}"};
    size_t blank = 0;
    FILE *file = fopen("in.jsonl", "wb");
    for (int i = 0; i < LINES; i++)
        if (i % 11 == 5) {
            const char *line = bad[i / 11 % 7];
            blank += line[0] == '\0';
            fprintf(file, "%s\n", line);
        } else {
            put_line(file, i, (size_t)(40 + i * 37 % 300), i % 3 ? "\n" : "\r\n");
        }
    fputs("{\"text\":\"the last line has no end\"}", file);
    fclose(file);
    expect_same_for_all_threads("in.jsonl", LINES + 1 - blank);
}
END_TEST

START_TEST(a_folder_comes_in_order_whatever_is_in_it)
{
    enum { FILES = 700 };
    char path[64];
    ck_assert_int_eq(mkdir("in", 0700), 0);
    ck_assert_int_eq(mkdir("in/f300", 0700), 0);
    for (int i = 0; i < FILES; i++) {
        static const char *const texts[] = {"one", "", "\xff", "---\ntitle: A\n---\nB\n", "nul"};
        snprintf(path, sizeof path, i % 7 ? "in/f%03d.txt" : "in/f300/%03d.txt", i);
        write_bytes(path, texts[i % 5], i % 5 == 4 ? 4 : strlen(texts[i % 5]));
    }
    for (int i = 0; i < 50; i++) {
        snprintf(path, sizeof path, "in/f%03d.jsonl", i * 13);
        write_text(path, i % 2 ? "{\"text\":\"x\"}\n{\n{\"text\":\"y\"}" : "");
    }
    ck_assert_int_eq(mkfifo("in/f401", 0600), 0);
    ck_assert_int_eq(symlink("in", "in/f402"), 0);
    expect_same_for_all_threads("in", FILES + 25 * 3 + 1);
}
END_TEST

START_TEST(more_lines_than_a_batch_can_hold_are_all_told)
{
    enum { LINES = 30000 };
    FILE *file = fopen("in.jsonl", "wb");
    for (int i = 0; i < LINES; i++)
        fputs(i % 2 ? "x\n" : "{\n", file);
    fputs("{\"text\":\"behind\"}\n", file);
    fclose(file);
    expect_same_for_all_threads("in.jsonl", LINES + 1);
    twt_reader *reader = reader_with(2, "in.jsonl");
    for (uint64_t i = 1; i <= LINES; i++)
        ck_assert_uint_eq(expect_error(reader, TWT_ERROR_FORMAT, NULL).line, i);
    expect_document(reader, "in.jsonl:30001", "behind");
    expect_end(reader);
}
END_TEST

START_TEST(large_files_do_not_all_wait_in_memory)
{
    enum { FILES = 40, BYTES = 3000000 };
    char path[64], *text = malloc(BYTES);
    memset(text, 'a', BYTES);
    ck_assert_int_eq(mkdir("in", 0700), 0);
    for (int i = 0; i < FILES; i++) {
        snprintf(path, sizeof path, "in/%02d", i);
        write_bytes(path, text, BYTES);
    }
    free(text);
    expect_same_for_all_threads("in", FILES);
}
END_TEST

/* ---- borders of blocks ---- */

/* The second line ends _i - 3 bytes behind the border. */
START_TEST(a_line_may_end_anywhere_about_the_border_of_a_block)
{
    static const char *const ends[] = {"\n", "\r\n"};
    for (size_t e = 0; e < 2; e++)
        for (uint32_t threads = 1; threads <= 3; threads++) {
            twt_fault fault;
            FILE *file = fopen("in.jsonl", "wb");
            put_line(file, 1, 1000, ends[e]);
            put_line(file, 2, (size_t)(BLOCK - 1000 + _i - 3), ends[e]);
            fprintf(file, "{\"id\":7}%s", ends[e]);
            put_line(file, 3, 3 * BLOCK, ends[e]);
            fputs("{\"id\":\"4\",\"text\":\"z\"}", file);
            fclose(file);
            twt_reader *reader = reader_with(threads, "in.jsonl");
            expect_document(reader, "1", NULL);
            expect_document(reader, "2", NULL);
            fault = expect_error(reader, TWT_ERROR_FORMAT, "id is no string");
            ck_assert_uint_eq(fault.line, 3);
            expect_document(reader, "3", NULL);
            expect_document(reader, "4", "z");
            expect_end(reader);
        }
}
END_TEST

START_TEST(a_line_over_the_limit_between_others_is_told_with_its_line)
{
    for (uint32_t threads = 1; threads <= 3; threads++) {
        twt_reader_options options;
        twt_reader_options_init(&options);
        options.document_bytes_max = BLOCK + 100;
        options.threads = threads;
        FILE *file = fopen("in.jsonl", "wb");
        put_line(file, 1, 50, "\n");
        put_line(file, 2, 5 * BLOCK, "\n");
        put_line(file, 3, BLOCK + 101, "\n"); /* with its end */
        put_line(file, 4, BLOCK + 102, "\n");
        put_line(file, 5, 50, "\n");
        put_line(file, 6, 2 * BLOCK, "");
        fclose(file);
        twt_reader *reader = reader_of(&options, "in.jsonl");
        static const char too_long[] = "a line larger than the limit of a document";
        expect_document(reader, "1", NULL);
        ck_assert_uint_eq(expect_error(reader, TWT_ERROR_TOO_LARGE, too_long).line, 2);
        expect_document(reader, "3", NULL);
        ck_assert_uint_eq(expect_error(reader, TWT_ERROR_TOO_LARGE, too_long).line, 4);
        expect_document(reader, "5", NULL);
        ck_assert_uint_eq(expect_error(reader, TWT_ERROR_TOO_LARGE, too_long).line, 6);
        expect_end(reader);
    }
}
END_TEST

/* ---- standard input ---- */

/* The end to write to; the other one is standard input. */
static int open_pipe(void)
{
    int ends[2];
    ck_assert_int_eq(pipe(ends), 0);
    ck_assert_int_eq(dup2(ends[0], 0), 0);
    close(ends[0]);
    return ends[1];
}

static void say(int fd, const char *text)
{
    ck_assert_int_eq(write(fd, text, strlen(text)), (ssize_t)strlen(text));
}

START_TEST(a_document_is_handed_out_before_the_writer_says_more)
{
    for (uint32_t threads = 1; threads <= 3; threads++) {
        int fd = open_pipe();
        twt_reader *reader = reader_with(threads, "-");
        say(fd, "{\"text\":\"one\"}\n{\"text\":\"two\"}\n{\"te");
        expect_document(reader, "-:1", "one");
        expect_document(reader, "-:2", "two");
        say(fd, "xt\":\"three\"}\n");
        expect_document(reader, "-:3", "three");
        say(fd, "{\"text\":\"four\"}");
        close(fd);
        expect_document(reader, "-:4", "four");
        expect_end(reader);
    }
}
END_TEST

START_TEST(a_reader_may_be_left_while_the_writer_is_silent)
{
    int fd = open_pipe();
    twt_reader *reader = reader_with(3, "-");
    say(fd, "{\"text\":\"one\"}\n");
    expect_document(reader, "-:1", "one");
    twt_reader_free(reader);
    close(fd);
}
END_TEST

START_TEST(files_before_standard_input_do_not_wait_for_it)
{
    int fd = open_pipe();
    write_text("a.txt", "a");
    twt_reader *reader = reader_with(2, "a.txt");
    ck_assert_int_eq(twt_reader_add(reader, "-"), TWT_OK);
    ck_assert_int_eq(twt_reader_add(reader, "a.txt"), TWT_OK);
    expect_document(reader, "a.txt", "a");
    say(fd, "some text");
    close(fd);
    expect_document(reader, "-", "some text");
    expect_document(reader, "a.txt", "a");
    expect_end(reader);
}
END_TEST

/* ---- the end ---- */

START_TEST(a_reader_may_be_left_at_any_document)
{
    FILE *file = fopen("in.jsonl", "wb");
    for (int i = 0; i < 5000; i++)
        put_line(file, i, 1000, "\n");
    fclose(file);
    for (int taken = 0; taken < 1200; taken += 150) {
        twt_reader *reader = reader_with(4, "in.jsonl");
        for (int i = 0; i < taken; i++)
            expect_document(reader, NULL, NULL);
        twt_reader_free(reader);
    }
}
END_TEST

START_TEST(no_threads_are_refused)
{
    twt_reader *reader;
    twt_reader_options options;
    twt_reader_options_init(&options);
    ck_assert_uint_eq(options.threads, 1);
    options.threads = 0;
    ck_assert_int_eq(twt_reader_new(&options, &reader), TWT_ERROR_ARGUMENT);
    ck_assert_ptr_null(reader);
}
END_TEST

/* Short memory is told and the end is reached, whichever thread it meets. */
START_TEST(a_refused_allocation_is_told_by_any_thread)
{
    FILE *file = fopen("in.jsonl", "wb");
    for (int i = 0; i < 1500; i++)
        put_line(file, i, 400, "\n");
    fputs("{\"text\":\"\xff\"}\n", file);
    fclose(file);
    for (size_t n = 1;; n++) {
        bool is_told = false;
        twt_reader *reader = NULL;
        twt_reader_options options;
        twt_reader_options_init(&options);
        options.threads = 2;
        options.is_lossy = true;
        failing_alloc_arm(n);
        twt_status status = twt_reader_new(&options, &reader);
        if (status == TWT_OK)
            status = twt_reader_add(reader, "in.jsonl");
        is_told = status != TWT_OK;
        for (int i = 0; i < 4000 && status != TWT_END && reader; i++) {
            twt_document d;
            twt_fault fault;
            status = twt_reader_next(reader, &d, &fault);
            is_told |= status == TWT_ERROR_MEMORY;
        }
        bool was_refused = failing_alloc_disarm();
        twt_reader_free(reader);
        ck_assert(!reader || status == TWT_END);
        if (!was_refused)
            break;
        ck_assert(is_told);
    }
}
END_TEST

static void add_borders(Suite *suite)
{
    TCase *cases = tcase_create("borders");
    tcase_add_checked_fixture(cases, enter_folder, leave_folder);
    tcase_add_loop_test(cases, a_line_may_end_anywhere_about_the_border_of_a_block, 0, 7);
    suite_add_tcase(suite, cases);
}

FOLDER_SUITE_WITH("io_read_ahead", add_borders, lines_and_faults_come_in_order,
                  a_folder_comes_in_order_whatever_is_in_it, more_lines_than_a_batch_can_hold_are_all_told,
                  large_files_do_not_all_wait_in_memory, a_line_over_the_limit_between_others_is_told_with_its_line,
                  a_document_is_handed_out_before_the_writer_says_more, a_reader_may_be_left_while_the_writer_is_silent,
                  files_before_standard_input_do_not_wait_for_it, a_reader_may_be_left_at_any_document,
                  no_threads_are_refused, a_refused_allocation_is_told_by_any_thread)

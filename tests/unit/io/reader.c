#include "folder.h"

#include <errno.h>
#include <sys/socket.h>
#include <sys/un.h>

#include "support/failing_alloc.h"

static twt_reader_options options_with(const char *const *include, size_t include_count, const char *const *exclude,
                                       size_t exclude_count)
{
    twt_reader_options options;
    twt_reader_options_init(&options);
    options.include = include;
    options.include_count = include_count;
    options.exclude = exclude;
    options.exclude_count = exclude_count;
    return options;
}

static void make_folder(const char *path)
{
    ck_assert_int_eq(mkdir(path, 0700), 0);
}

/* ---- one file ---- */

START_TEST(a_file_is_a_document_with_its_path_as_id)
{
    twt_document d;
    twt_fault fault;
    make_folder("in");
    write_text("in/a.txt", "Eins zwei.\n");
    twt_reader *reader = reader_of(NULL, "./in/a.txt");
    ck_assert_int_eq(twt_reader_next(reader, &d, &fault), TWT_OK);
    ck_assert_str_eq(d.id, "./in/a.txt");
    ck_assert_str_eq(d.path, "./in/a.txt");
    ck_assert_uint_eq(d.line, 0);
    ck_assert_int_eq(d.published.precision, TWT_PRECISION_NONE);
    expect_end(reader);
}
END_TEST

START_TEST(a_byte_order_mark_is_blanked)
{
    write_text("a.txt", "\xef\xbb\xbfone");
    twt_reader *reader = reader_of(NULL, "a.txt");
    expect_document(reader, "a.txt", "   one");
    expect_end(reader);
}
END_TEST

typedef struct bytes_case {
    const char *bytes;
    size_t len;
    twt_status status;
    const char *reason;
    uint64_t line, byte;
} bytes_case;

#define BYTES(text) text, sizeof(text) - 1
#define NO_BYTE UINT64_MAX

static const bytes_case bytes_cases[] = {
    {BYTES(""), TWT_ERROR_EMPTY, NULL, 0, NO_BYTE},
    {BYTES(" \r\n\t\n"), TWT_ERROR_EMPTY, NULL, 0, NO_BYTE},
    {BYTES("\xef\xbb\xbf\n"), TWT_ERROR_EMPTY, NULL, 0, NO_BYTE},
    {BYTES("one\ntwo \xff three\n"), TWT_ERROR_UTF8, "malformed UTF-8", 2, 4},
    {BYTES("\x80"), TWT_ERROR_UTF8, "malformed UTF-8", 1, 0},
    {BYTES("caf\xe9"), TWT_ERROR_UTF8, "malformed UTF-8", 1, 3},
    {BYTES("12345678\xc0\xaf"), TWT_ERROR_UTF8, "malformed UTF-8", 1, 8},
    {BYTES("\n\n\xed\xa0\x80"), TWT_ERROR_UTF8, "malformed UTF-8", 3, 0},
    {BYTES("x\xf4\x90\x80\x80"), TWT_ERROR_UTF8, "malformed UTF-8", 1, 1},
    {BYTES("cut short \xe2\x82"), TWT_ERROR_UTF8, "malformed UTF-8", 1, 10},
    {BYTES("one\0two"), TWT_ERROR_BINARY, "a NUL byte", 0, 3},
    {BYTES("\xff\xfeo\0n\0e\0"), TWT_ERROR_BINARY, "UTF-16 text; convert it to UTF-8", 0, NO_BYTE},
    {BYTES("\xfe\xff\0o\0n\0e"), TWT_ERROR_BINARY, "UTF-16 text; convert it to UTF-8", 0, NO_BYTE},
    {BYTES("\xff\xfe\0\0o\0\0\0"), TWT_ERROR_BINARY, "UTF-32 text; convert it to UTF-8", 0, NO_BYTE},
    {BYTES("%PDF-1.7\n"), TWT_ERROR_BINARY, "a PDF file; extract its text first", 0, NO_BYTE},
    {BYTES("PK\3\4rest"), TWT_ERROR_BINARY, "a ZIP archive or office document; extract its text first", 0, NO_BYTE},
    {BYTES("<!DOCTYPE html>\n<p>text"), TWT_ERROR_BINARY, "an HTML page; extract its text first", 0, NO_BYTE},
    {BYTES("\xef\xbb\xbf\n <?xml version='1.0'?><!-- a > b --> <HTML lang=en>"), TWT_ERROR_BINARY,
     "an HTML page; extract its text first", 0, NO_BYTE},
    {BYTES("\x1f\x8b\x08"), TWT_ERROR_BINARY, "compressed data; decompress it first", 0, NO_BYTE},
};

START_TEST(a_file_that_is_no_text_is_told_by_reason_and_place)
{
    const bytes_case *c = &bytes_cases[_i];
    make_folder("in");
    write_bytes("in/a", c->bytes, c->len);
    write_text("in/b", "behind");
    twt_reader *reader = reader_of(NULL, "in");
    twt_fault fault = expect_error(reader, c->status, c->reason);
    ck_assert_str_eq(fault.path, "in/a");
    ck_assert_uint_eq(fault.line, c->line);
    ck_assert_uint_eq(fault.byte, c->byte);
    expect_document(reader, "b", "behind");
    expect_end(reader);
}
END_TEST

START_TEST(a_text_about_html_and_markdown_with_tags_are_no_html_pages)
{
    make_folder("in");
    write_text("in/a.txt", "<p>one <html> of");
    write_text("in/b.txt", "<!-- never closed <html>");
    write_text("in/c.txt", "<!-- c -->");
    write_text("in/d.md", "<html>told");
    twt_reader *reader = reader_of(NULL, "in");
    expect_document(reader, "a.txt", "<p>one <html> of");
    expect_document(reader, "b.txt", "<!-- never closed <html>");
    expect_document(reader, "c.txt", "<!-- c -->");
    expect_document(reader, "d.md", "      told");
    expect_end(reader);
}
END_TEST

START_TEST(malformed_utf8_is_mended_when_lossy)
{
    twt_reader_options options;
    twt_reader_options_init(&options);
    options.is_lossy = true;
    write_text("a.txt", "caf\xe9 \xe2\x82 \xf0\x9f\x98\x80\xed\xa0\x80");
    twt_reader *reader = reader_of(&options, "a.txt");
    expect_document(reader, "a.txt",
                    "caf\xef\xbf\xbd \xef\xbf\xbd \xf0\x9f\x98\x80\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd");
    expect_end(reader);
}
END_TEST

START_TEST(a_file_over_the_limit_is_refused_by_its_size)
{
    int fd = open("big", O_WRONLY | O_CREAT, 0600);
    ck_assert_int_eq(ftruncate(fd, 500000000), 0);
    close(fd);
    twt_reader *reader = reader_of(NULL, "big");
    expect_error(reader, TWT_ERROR_TOO_LARGE, "larger than the limit of a document");
    expect_end(reader);
}
END_TEST

START_TEST(the_limit_itself_is_allowed)
{
    twt_reader_options options;
    twt_reader_options_init(&options);
    options.document_bytes_max = 5;
    write_text("a", "12345");
    write_text("b", "123456");
    twt_reader *reader = reader_of(&options, ".");
    expect_document(reader, "a", "12345");
    expect_error(reader, TWT_ERROR_TOO_LARGE, NULL);
    expect_end(reader);
}
END_TEST

START_TEST(standard_input_over_the_limit_is_refused)
{
    twt_reader_options options;
    twt_reader_options_init(&options);
    options.document_bytes_max = 1000;
    int fd = open("/dev/zero", O_RDONLY);
    ck_assert_int_eq(dup2(fd, 0), 0);
    close(fd);
    twt_reader *reader = reader_of(&options, "-");
    expect_error(reader, TWT_ERROR_TOO_LARGE, NULL);
    expect_end(reader);
}
END_TEST

START_TEST(files_made_up_by_the_kernel_are_read_to_their_end)
{
    twt_document d;
    twt_fault fault;
    twt_reader *reader = reader_of(NULL, "/proc/self/status");
    ck_assert_int_eq(twt_reader_next(reader, &d, &fault), TWT_OK);
    ck_assert_uint_gt(d.text_len, 100);
    expect_end(reader);
}
END_TEST

/* ---- what is no file ---- */

START_TEST(a_path_that_does_not_exist_is_told)
{
    twt_reader *reader = reader_of(NULL, "none");
    ck_assert_int_eq(twt_reader_add(reader, ""), TWT_OK);
    write_text("there", "text");
    ck_assert_int_eq(twt_reader_add(reader, "there"), TWT_OK);
    ck_assert_int_eq(twt_reader_add(reader, "there/below"), TWT_OK);
    ck_assert_int_eq(expect_error(reader, TWT_ERROR_IO, NULL).os_error, ENOENT);
    ck_assert_int_eq(expect_error(reader, TWT_ERROR_IO, NULL).os_error, ENOENT);
    expect_document(reader, "there", "text");
    ck_assert_int_eq(expect_error(reader, TWT_ERROR_IO, NULL).os_error, ENOTDIR);
    expect_end(reader);
}
END_TEST

START_TEST(a_link_to_itself_is_told)
{
    ck_assert_int_eq(symlink("self", "self"), 0);
    twt_reader *reader = reader_of(NULL, "self");
    ck_assert_int_eq(expect_error(reader, TWT_ERROR_IO, NULL).os_error, ELOOP);
    expect_end(reader);
}
END_TEST

START_TEST(pipes_sockets_and_devices_are_refused_without_waiting)
{
    make_folder("in");
    ck_assert_int_eq(mkfifo("in/a_pipe", 0600), 0);
    struct sockaddr_un name = {.sun_family = AF_UNIX, .sun_path = "in/a_socket"};
    int fd = socket(AF_UNIX, SOCK_STREAM, 0);
    ck_assert_int_eq(bind(fd, (struct sockaddr *)&name, sizeof name), 0);
    write_text("in/b", "text");
    twt_reader *reader = reader_of(NULL, "in");
    ck_assert_int_eq(twt_reader_add(reader, "in/a_pipe"), TWT_OK);
    ck_assert_int_eq(twt_reader_add(reader, "/dev/null"), TWT_OK);
    expect_error(reader, TWT_ERROR_IO, "a pipe, not a file");
    expect_error(reader, TWT_ERROR_IO, "a socket, not a file");
    expect_document(reader, "b", "text");
    expect_error(reader, TWT_ERROR_IO, "a pipe, not a file");
    expect_error(reader, TWT_ERROR_IO, "a device, not a file");
    expect_end(reader);
    close(fd);
}
END_TEST

START_TEST(an_unreadable_file_or_folder_is_told_and_the_walk_goes_on)
{
    make_folder("in");
    make_folder("in/b");
    write_text("in/a", "text");
    write_text("in/c", "text");
    ck_assert_int_eq(chmod("in/a", 0), 0);
    ck_assert_int_eq(chmod("in/b", 0), 0);
    bool is_refused = access("in/a", R_OK) != 0; /* root reads all */
    twt_reader *reader = reader_of(NULL, "in");
    if (is_refused) {
        ck_assert_int_eq(expect_error(reader, TWT_ERROR_IO, NULL).os_error, EACCES);
        ck_assert_int_eq(expect_error(reader, TWT_ERROR_IO, NULL).os_error, EACCES);
    } else {
        expect_document(reader, "a", "text");
    }
    expect_document(reader, "c", "text");
    expect_end(reader);
    ck_assert_int_eq(chmod("in/b", 0700), 0);
}
END_TEST

START_TEST(a_file_that_vanishes_is_told)
{
    make_folder("in");
    write_text("in/a", "one");
    write_text("in/b", "two");
    write_text("in/c", "three");
    twt_reader *reader = reader_of(NULL, "in");
    expect_document(reader, "a", "one");
    ck_assert_int_eq(unlink("in/b"), 0);
    ck_assert_int_eq(expect_error(reader, TWT_ERROR_IO, NULL).os_error, ENOENT);
    expect_document(reader, "c", "three");
    expect_end(reader);
}
END_TEST

START_TEST(a_file_that_becomes_a_pipe_or_a_folder_is_told)
{
    make_folder("in");
    write_text("in/a", "one");
    write_text("in/b", "two");
    write_text("in/c", "three");
    make_folder("in/d");
    twt_reader *reader = reader_of(NULL, "in");
    expect_document(reader, "a", "one");
    ck_assert_int_eq(unlink("in/b"), 0);
    ck_assert_int_eq(mkfifo("in/b", 0600), 0);
    ck_assert_int_eq(unlink("in/c"), 0);
    make_folder("in/c");
    ck_assert_int_eq(rmdir("in/d"), 0);
    write_text("in/d", "now a file");
    expect_error(reader, TWT_ERROR_IO, "a pipe, not a file");
    expect_error(reader, TWT_ERROR_IO, "a folder, not a file");
    ck_assert_int_eq(expect_error(reader, TWT_ERROR_IO, NULL).os_error, ENOTDIR);
    expect_end(reader);
}
END_TEST

/* ---- folders ---- */

START_TEST(files_come_in_the_byte_order_of_their_paths)
{
    make_folder("in");
    make_folder("in/b");
    make_folder("in/b/empty");
    static const char *const ordered[] = {"B", "a", "b-1", "b.txt", "b/a", "b/z", "b0", "c", "\xc3\xa9"};
    for (size_t i = 0; i < sizeof ordered / sizeof *ordered; i++) {
        char path[64];
        snprintf(path, sizeof path, "in/%s", ordered[i]);
        write_text(path, ordered[i]);
    }
    twt_reader *reader = reader_of(NULL, "in/");
    for (size_t i = 0; i < sizeof ordered / sizeof *ordered; i++)
        expect_document(reader, ordered[i], ordered[i]);
    expect_end(reader);
}
END_TEST

START_TEST(an_empty_folder_has_no_documents)
{
    make_folder("in");
    expect_end(reader_of(NULL, "in"));
}
END_TEST

START_TEST(lines_and_texts_and_folders_mix)
{
    make_folder("in");
    write_text("in/a.txt", "one");
    write_text("in/b.JSONL", "{\"text\":\"two\"}\n{\"id\":\"x\",\"text\":\"three\"}\n");
    write_text("in/c.ndjson", "{\"text\":\"four\"}\n");
    twt_reader *reader = reader_of(NULL, "in");
    ck_assert_int_eq(twt_reader_add(reader, "in/a.txt"), TWT_OK);
    expect_document(reader, "a.txt", "one");
    expect_document(reader, "b.JSONL:1", "two");
    expect_document(reader, "x", "three");
    expect_document(reader, "c.ndjson:1", "four");
    expect_document(reader, "in/a.txt", "one");
    expect_end(reader);
}
END_TEST

START_TEST(hidden_names_are_passed_over_unless_named)
{
    make_folder("in");
    make_folder("in/.git");
    write_text("in/.git/config", "x");
    write_text("in/.note.txt", "y");
    write_text("in/a.txt", "z");
    twt_reader *reader = reader_of(NULL, "in");
    expect_document(reader, "a.txt", "z");
    expect_end(reader);
    static const char *const all[] = {".*", "**"};
    twt_reader_options options = options_with(all, 2, NULL, 0);
    reader = reader_of(&options, "in");
    expect_document(reader, ".git/config", "x");
    expect_document(reader, ".note.txt", "y");
    expect_document(reader, "a.txt", "z");
    expect_end(reader);
    static const char *const inside[] = {".git/**"};
    options = options_with(inside, 1, NULL, 0);
    reader = reader_of(&options, "in");
    expect_document(reader, ".git/config", "x");
    expect_end(reader);
}
END_TEST

START_TEST(globs_choose_among_a_folders_files)
{
    make_folder("in");
    make_folder("in/sub");
    make_folder("in/drafts");
    write_text("in/a.txt", "1");
    write_text("in/a.md", "2");
    write_text("in/sub/b.txt", "3");
    write_text("in/sub/skip.txt", "4");
    write_text("in/drafts/c.txt", "5");
    static const char *const include[] = {"*.txt"};
    static const char *const exclude[] = {"drafts/**", "skip*"};
    twt_reader_options options = options_with(include, 1, exclude, 2);
    twt_reader *reader = reader_of(&options, "in");
    ck_assert_int_eq(twt_reader_add(reader, "in/a.md"), TWT_OK); /* named: not held against the globs */
    expect_document(reader, "a.txt", "1");
    expect_document(reader, "sub/b.txt", "3");
    expect_document(reader, "in/a.md", "2");
    expect_end(reader);
}
END_TEST

START_TEST(links_inside_folders_are_passed_over_by_default)
{
    make_folder("in");
    write_text("a.txt", "x");
    ck_assert_int_eq(symlink("../a.txt", "in/link.txt"), 0);
    ck_assert_int_eq(symlink("..", "in/up"), 0);
    ck_assert_int_eq(symlink("none", "in/dangling"), 0);
    expect_end(reader_of(NULL, "in"));
}
END_TEST

START_TEST(a_path_that_is_a_link_is_followed)
{
    make_folder("in");
    write_text("in/a.txt", "x");
    ck_assert_int_eq(symlink("in", "link"), 0);
    ck_assert_int_eq(symlink("in/a.txt", "file"), 0);
    twt_reader *reader = reader_of(NULL, "link");
    ck_assert_int_eq(twt_reader_add(reader, "file"), TWT_OK);
    expect_document(reader, "a.txt", "x");
    expect_document(reader, "file", "x");
    expect_end(reader);
}
END_TEST

START_TEST(folder_loops_through_links_are_told_and_left)
{
    twt_reader_options options;
    twt_reader_options_init(&options);
    options.follows_links = true;
    make_folder("in");
    make_folder("in/b");
    write_text("in/b/x", "x");
    write_text("in/c", "c");
    ck_assert_int_eq(symlink("..", "in/b/up"), 0);
    ck_assert_int_eq(symlink("b", "in/d"), 0);
    ck_assert_int_eq(symlink("c", "in/e"), 0);
    ck_assert_int_eq(symlink("none", "in/f"), 0);
    twt_reader *reader = reader_of(&options, "in");
    expect_error(reader, TWT_ERROR_IO, "a folder loop");
    expect_document(reader, "b/x", "x");
    expect_document(reader, "c", "c");
    expect_error(reader, TWT_ERROR_IO, "a folder that was read under another path");
    expect_document(reader, "e", "c");
    ck_assert_int_eq(expect_error(reader, TWT_ERROR_IO, NULL).os_error, ENOENT);
    expect_end(reader);
}
END_TEST

START_TEST(a_file_name_that_is_no_utf8_gives_an_id_that_is)
{
    make_folder("in");
    write_text("in/caf\xe9.txt", "x");
    twt_reader *reader = reader_of(NULL, "in");
    expect_document(reader, "caf\\xe9.txt", "x");
    expect_end(reader);
}
END_TEST

/* Deeper than any call stack or path length would bear; made and removed by hand, since rm may not manage. */
START_TEST(ten_thousand_folders_deep_is_no_trouble)
{
    enum { DEPTH = 10000 };
    make_folder("in");
    ck_assert_int_eq(chdir("in"), 0);
    for (int i = 0; i < DEPTH; i++) {
        make_folder("f");
        ck_assert_int_eq(chdir("f"), 0);
    }
    write_text("deep", "x");
    ck_assert_int_eq(chdir(folder), 0);
    twt_reader *reader = reader_of(NULL, "in");
    twt_document d;
    twt_fault fault;
    ck_assert_int_eq(twt_reader_next(reader, &d, &fault), TWT_OK);
    ck_assert_uint_eq(strlen(d.id), 2 * DEPTH + 4);
    expect_end(reader);
}
END_TEST

/* ---- the reader ---- */

START_TEST(options_out_of_range_are_refused)
{
    twt_reader *reader;
    twt_reader_options options;
    twt_reader_options_init(&options);
    options.size = 1;
    ck_assert_int_eq(twt_reader_new(&options, &reader), TWT_ERROR_ARGUMENT);
    ck_assert_ptr_null(reader);
    twt_reader_options_init(&options);
    options.document_bytes_max = 0;
    ck_assert_int_eq(twt_reader_new(&options, &reader), TWT_ERROR_ARGUMENT);
    options.document_bytes_max = TWT_DOCUMENT_BYTES_MAX + 1;
    ck_assert_int_eq(twt_reader_new(&options, &reader), TWT_ERROR_ARGUMENT);
    twt_reader_options_init(&options);
    options.exclude_count = 1;
    ck_assert_int_eq(twt_reader_new(&options, &reader), TWT_ERROR_ARGUMENT);
    twt_reader_free(NULL);
}
END_TEST

START_TEST(every_refused_allocation_is_reported)
{
    make_folder("in");
    make_folder("in/sub");
    write_text("in/a.txt", "one \xff");
    write_text("in/sub/b", "two");
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
            status = twt_reader_add(reader, "in");
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

/* A caller that counts errors and goes on must come to the end. */
START_TEST(short_memory_does_not_make_the_reader_run_in_circles)
{
    make_folder("in");
    make_folder("in/sub");
    write_text("in/a.txt", "one");
    write_text("in/b.jsonl", "{\"text\":\"x\"}\n{\"text\":\"y\"}\n");
    write_text("in/sub/c", "two");
    for (size_t n = 1; n < 40; n++) {
        twt_reader *reader = reader_of(NULL, "in");
        twt_document d;
        twt_fault fault;
        twt_status status = TWT_OK;
        failing_alloc_arm(n);
        for (int i = 0; i < 100 && status != TWT_END; i++)
            status = twt_reader_next(reader, &d, &fault);
        failing_alloc_disarm();
        ck_assert_int_eq(status, TWT_END);
        twt_reader_free(reader);
    }
}
END_TEST

static void add_bytes_cases(Suite *suite)
{
    TCase *cases = tcase_create("bytes");
    tcase_add_checked_fixture(cases, enter_folder, leave_folder);
    tcase_add_loop_test(cases, a_file_that_is_no_text_is_told_by_reason_and_place, 0,
                        sizeof bytes_cases / sizeof *bytes_cases);
    suite_add_tcase(suite, cases);
}

FOLDER_SUITE_WITH("io_reader", add_bytes_cases, a_file_is_a_document_with_its_path_as_id, a_byte_order_mark_is_blanked,
                  a_text_about_html_and_markdown_with_tags_are_no_html_pages, malformed_utf8_is_mended_when_lossy,
                  a_file_over_the_limit_is_refused_by_its_size, the_limit_itself_is_allowed,
                  standard_input_over_the_limit_is_refused, files_made_up_by_the_kernel_are_read_to_their_end,
                  a_path_that_does_not_exist_is_told, a_link_to_itself_is_told,
                  pipes_sockets_and_devices_are_refused_without_waiting,
                  an_unreadable_file_or_folder_is_told_and_the_walk_goes_on, a_file_that_vanishes_is_told,
                  a_file_that_becomes_a_pipe_or_a_folder_is_told, files_come_in_the_byte_order_of_their_paths,
                  an_empty_folder_has_no_documents, lines_and_texts_and_folders_mix,
                  hidden_names_are_passed_over_unless_named, globs_choose_among_a_folders_files,
                  links_inside_folders_are_passed_over_by_default, a_path_that_is_a_link_is_followed,
                  folder_loops_through_links_are_told_and_left, a_file_name_that_is_no_utf8_gives_an_id_that_is,
                  ten_thousand_folders_deep_is_no_trouble, options_out_of_range_are_refused,
                  every_refused_allocation_is_reported, short_memory_does_not_make_the_reader_run_in_circles)

#include "io/read/markdown.h"

#include <string.h>
#include <time.h>

#include "base/rng.h"
#include "support/failing_alloc.h"
#include "support/suite.h"

/* The words that are left, one blank between them, from the first line that has any. */
static const char *words_of(const char *markdown)
{
    static char text[4096], words[4096];
    size_t len = strlen(markdown), count = 0;
    ck_assert_uint_lt(len, sizeof text);
    memcpy(text, markdown, len);
    ck_assert_int_eq(twt_markdown_blank(text, len), TWT_OK);
    for (size_t i = 0; i < len; i++) {
        ck_assert(text[i] == markdown[i] || (text[i] == ' ' && markdown[i] != '\n' && markdown[i] != '\r'));
        char c = text[i] == '\r' || text[i] == '\t' ? ' ' : text[i];
        if (c == ' ' && (count == 0 || strchr(" \n", words[count - 1])))
            continue;
        if (c == '\n' && count > 0 && words[count - 1] == ' ')
            count--;
        if (c == '\n' && count == 0)
            continue;
        words[count++] = c;
    }
    while (count > 0 && strchr(" \n", words[count - 1]))
        count--;
    words[count] = '\0';
    return words;
}

typedef struct text_case {
    const char *markdown, *words;
} text_case;

static const text_case cases[] = {
    /* headings and rules */
    {"# One\n## Two ##\n####### not\n#not\n", "One\nTwo\n####### not\n#not"},
    {"Setext\n======\nText\n---\nMore\n***\n_ _ _\n", "Setext\n\nText\n\nMore"},
    {"#\n# #\nx", "x"},
    /* lists and quotations */
    {"- a\n* b\n+ c\n-d", "a\nb\nc\n-d"},
    {"1. one\n2) two\n   10. three\n", "one\ntwo\nthree"},
    {"We met in\n1986. Then more", "We met in\n1986. Then more"},
    {"- item\n2. next", "item\nnext"},
    {"- [ ] open\n- [x] done\n1. [X] too\n[x] not", "open\ndone\ntoo\n[x] not"},
    {"> a\n> > b\n>c\n> - d", "a\nb\nc\nd"},
    {"12345678901. no list", "12345678901. no list"},
    {"3.5 percent and 5 - 3", "3.5 percent and 5 - 3"},
    /* code */
    {"```c\nint x_y;\n```\nx", "int x_y;\n\nx"},
    {"~~~\n```\n# kept\n~~~~\n# x", "```\n# kept\n\nx"},
    {"```\nopen *to* the end", "open *to* the end"},
    {"> ```\n> # kept\n> ```\n# x", "# kept\n\nx"},
    {"> ```\n> # kept\n# x", "# kept\nx"},
    {"``` a`b\n# x", "``` a`b\nx"},
    {"`a_b` and ``c`d`` and `e", "a_b and c`d and `e"},
    {"`a *b` c*", "a *b c"},
    /* emphasis */
    {"*a* **b** ***c*** _d_ __e__ ~~f~~", "a b c d e f"},
    {"snake_case and __init__ and \xe2\x80\x9c_q_\xe2\x80\x9d", "snake_case and init and \xe2\x80\x9c q \xe2\x80\x9d"},
    {"caf\xc3\xa9_au_lait", "caf\xc3\xa9_au_lait"},
    {"\xd0\xb4_\xd0\xb4 _\xd0\xb4_", "\xd0\xb4_\xd0\xb4 \xd0\xb4"},
    {"2 * 3 and ~ 4", "2 * 3 and ~ 4"},
    {"\\*a\\_ \\\\ C\\D line\\\nnext", "*a _ \\ C\\D line\nnext"},
    /* links */
    {"[text](https://e.org/a_(b)) x", "text x"},
    {"[text](<a b> 'title (x)') [a]( b \"c\\\"d\" )", "text a"},
    {"[a](b c) [d](e \"f) [g](h", "[a](b c) [d](e \"f) [g](h"},
    {"![alt text](i.png) x ![](y)", "x"},
    {"[![alt](i)](u) x [![alt](i) text](u)", "x text"},
    {"[a](x) [b [c](y) d](z)", "a b c d"},
    {"<https://e.org/x> <a.b@e.org> a <b> c", "a c"},
    {"[a][one] [b][] [c]\n\n[one]: /u 'T'\n[two]: <v> (W)\n", "a b [c]"},
    {"[a][one] without definitions", "[a][one] without definitions"},
    {"[Note]: this is text", "[Note]: this is text"},
    {"Text\n[one]: /u", "Text\n[one]: /u"},
    {"A note[^1] here.[^long-name]\n\n[^1]: The text.\n[^x y]: z", "A note here.\n\nThe text.\nz"},
    {"https://e.org/ stays", "https://e.org/ stays"},
    /* HTML */
    {"<div class=\"a > b\">in</div> <br/> <Em>x</Em>", "in x"},
    {"a < b and c > d, 1<2>3, <3", "a < b and c > d, 1<2>3, <3"},
    {"R&amp;D &eacute;t &#8212; &#x1F; &no entity; AT&T;", "R D t &no entity; AT"},
    {"a <!-- b\n\n# c --> d\n<!-- e", "a\n\nd\n<!-- e"},
    {"<script>\nvar x = 1;\n</script>\ny\n<STYLE type='x'>\nz\n</style>", "y"},
    {"<script>\nnever closed", "never closed"},
    {"<?php echo 1 ?> a <!DOCTYPE html> b", "a b"},
    /* tables */
    {"| A | B |\n|---|:-:|\n| 1 | 2\\|3 |\n\na | b", "A B\n\n1 2 |3\n\na | b"},
    {"A | B\n--|--\n1 | 2", "A B\n\n1 2"},
};

START_TEST(words_are_left_and_marks_are_not)
{
    const char *words = words_of(cases[_i].markdown);
    const char *wanted = cases[_i].words;
    ck_assert_msg(strcmp(words, wanted) == 0, "%s\nbecame\n%s\nnot\n%s", cases[_i].markdown, words, wanted);
}
END_TEST

START_TEST(crlf_changes_nothing)
{
    char with_cr[4096];
    size_t count = 0;
    const char *markdown = cases[_i].markdown;
    for (const char *p = markdown; *p; p++) {
        if (*p == '\n')
            with_cr[count++] = '\r';
        with_cr[count++] = *p;
    }
    with_cr[count] = '\0';
    char plain[4096];
    strcpy(plain, words_of(markdown));
    ck_assert_str_eq(words_of(with_cr), plain);
}
END_TEST

/* What begins many things and ends none. */
static const char *const units[] = {
    "[",
    "]",
    "[a](",
    "![",
    "![[]()",
    "](",
    "](a\\",
    "][",
    "[a][",
    "[^",
    "[^a",
    "[a](b \"",
    "[a](b '\"",
    "[a](b (",
    "[a](<",
    "[a](b    ",
    "[a](((((",
    "[x][y] ",
    "[a]: u\n",
    "[a]: b\n'",
    "*a_ ",
    "***a",
    "_a_*b",
    "_",
    "\xc3\xa9_",
    "~~a~",
    "`",
    "`a``b```c",
    "a`",
    "<",
    "<a ",
    "<a \"'",
    "<a\"<a'<a\"\"",
    "<a b=\"c'><",
    "<m:abc",
    "</a",
    "<?",
    "<![CDATA[",
    "<!--",
    "<script>\n",
    "<style>\n<!--\n",
    "&",
    "&#x",
    "&amp;",
    ">",
    "> - ",
    "- ",
    "1. ",
    "1.\n",
    "- a\n ",
    "|a",
    "| - |\n",
    "|a|\n|-|\n",
    "a\n=\n",
    "~~~\n",
    "```\n",
    "www.a.b ",
    "\\",
    "\r",
};

static double seconds_for(const char *unit, size_t len, char *text)
{
    struct timespec begin, end;
    size_t unit_len = strlen(unit), at = 8;
    memcpy(text, "[q]: z\n\n", 8);
    for (; at + unit_len < len; at += unit_len)
        memcpy(text + at, unit, unit_len);
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &begin);
    ck_assert_int_eq(twt_markdown_blank(text, at), TWT_OK);
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &end);
    return (double)(end.tv_sec - begin.tv_sec) + (double)(end.tv_nsec - begin.tv_nsec) * 1e-9;
}

/* A quadratic scanner would take minutes. */
START_TEST(hostile_text_takes_linear_time)
{
    enum { LEN = 1000000 };
    char *text = malloc(LEN);
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        double seconds = seconds_for(units[i], LEN, text);
        ck_assert_msg(seconds < 2, "%s: %f s", units[i], seconds);
    }
    free(text);
}
END_TEST

START_TEST(soup_of_marks_keeps_its_length_its_line_ends_and_its_words)
{
    static const char *const pieces[] = {"[",   "](",   ")",   "`",  "``",   "*", "_",        "<",  ">",
                                         "&",   ";",    "!",   "\n", "\n\n", "|", "- ",       "# ", "1. ",
                                         "~~~", "<!--", "-->", "\"", "'",    "w", "\xc3\xa9", "\\", " "};
    uint64_t rng = 7;
    for (int round = 0; round < 20000; round++) {
        char text[256], before[256];
        size_t len = 0;
        while (len < 100) {
            const char *piece = pieces[twt_rng_next(&rng) % (sizeof pieces / sizeof *pieces)];
            memcpy(text + len, piece, strlen(piece));
            len += strlen(piece);
        }
        memcpy(before, text, len);
        ck_assert_int_eq(twt_markdown_blank(text, len), TWT_OK);
        for (size_t i = 0; i < len; i++)
            if (text[i] != before[i] && (text[i] != ' ' || before[i] == '\n'))
                ck_abort_msg("byte %zu of %.*s", i, (int)len, before);
    }
}
END_TEST

START_TEST(every_refused_allocation_is_reported)
{
    for (size_t n = 1;; n++) {
        char text[] = "a\n\nb\n\nc";
        failing_alloc_arm(n);
        twt_status status = twt_markdown_blank(text, sizeof text - 1);
        if (!failing_alloc_disarm())
            break;
        ck_assert_int_eq(status, TWT_ERROR_MEMORY);
    }
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("io_markdown");
    TCase *all = tcase_create("all");
    tcase_set_timeout(all, 240);
    tcase_add_loop_test(all, words_are_left_and_marks_are_not, 0, sizeof cases / sizeof *cases);
    tcase_add_loop_test(all, crlf_changes_nothing, 0, sizeof cases / sizeof *cases);
    tcase_add_test(all, hostile_text_takes_linear_time);
    tcase_add_test(all, soup_of_marks_keeps_its_length_its_line_ends_and_its_words);
    tcase_add_test(all, every_refused_allocation_is_reported);
    suite_add_tcase(suite, all);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}

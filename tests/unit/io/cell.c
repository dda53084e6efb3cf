#include "io/write/cell.h"

#include "io/write/glyph.h"
#include "writer_support.h"

/* A writer into memory to put cells with. */
static twt_writer *new_coloured(bool is_coloured, uint32_t width)
{
    twt_writer *writer = new_writer(TWT_FORMAT_TEXT, NULL, 0);
    writer->options.is_coloured = is_coloured;
    writer->options.width = width;
    return writer;
}

static const char *shown(const char *text, bool is_id)
{
    twt_writer *writer = new_coloured(true, 100);
    twt_cell cell = {0};
    if (is_id)
        twt_cell_add_id(&cell, text, TWT_STYLE_PLAIN);
    else
        twt_cell_add_string(&cell, text, TWT_STYLE_PLAIN);
    twt_cell_put(writer, &cell, 0, cell.glyphs.count, 0);
    twt_cell_free(&cell);
    return written(writer);
}

START_TEST(white_space_of_a_text_is_one_blank)
{
    ck_assert_str_eq(shown("\xE3\x80\x80"
                           "a\xC2\xA0 \xE2\x80\xAF"
                           "b",
                           false),
                     "a b");
    ck_assert_str_eq(shown(" \n a\t\tb\r\n\r\nc\xE2\x80\xA8"
                           "d ",
                           false),
                     "a b c d ");
}
END_TEST

START_TEST(white_space_of_an_id_is_shown)
{
    ck_assert_str_eq(shown(" a  b\tc\n", true), " a  b\\x09c\\x0a");
}
END_TEST

START_TEST(every_unsafe_glyph_is_shown_escaped)
{
    for (uint32_t c = 1; c < 0x3000; c++) {
        char text[8], hexadecimal[8];
        size_t len = 0;
        if (c < 0x80) {
            text[len++] = (char)c;
        } else {
            if (c >= 0x800)
                text[len++] = (char)(0xE0 | c >> 12);
            text[len++] = (char)(c >= 0x800 ? 0x80 | (c >> 6 & 0x3F) : 0xC0 | c >> 6);
            text[len++] = (char)(0x80 | (c & 0x3F));
        }
        text[len] = '\0';
        snprintf(hexadecimal, sizeof hexadecimal, c < 0x100 ? "\\x%02x" : "\\u%04x", (unsigned)c);
        if (strcmp(shown(text, true), twt_glyph_is_unsafe(c) ? hexadecimal : text) != 0)
            ck_abort_msg("U+%04X is shown as %s", (unsigned)c, sunk.bytes);
    }
    ck_assert_str_eq(shown("a\xFF\xC3", true), "a\xEF\xBF\xBD\xEF\xBF\xBD");
}
END_TEST

static const char *broken(const char *text, uint32_t width, size_t used, size_t indent)
{
    twt_writer *writer = new_coloured(false, width);
    twt_cell cell = {0};
    twt_cell_add_string(&cell, text, TWT_STYLE_BOLD);
    twt_cell_put_paragraph(writer, &cell, used, indent);
    twt_cell_free(&cell);
    return written(writer);
}

START_TEST(lines_break_at_blanks_and_else_where_they_must)
{
    ck_assert_str_eq(broken("", 40, 0, 0), "\n");
    ck_assert_str_eq(broken("one two three", 40, 0, 0), "one two three\n");
    ck_assert_str_eq(broken("one two three", 8, 0, 2), "one two\n  three\n");
    ck_assert_str_eq(broken("one two three", 7, 0, 0), "one two\nthree\n");
    ck_assert_str_eq(broken("one two three", 6, 0, 0), "one\ntwo\nthree\n");
    ck_assert_str_eq(broken("one two three", 10, 7, 1), "one\n two three\n");
    ck_assert_str_eq(broken("abcdefgh ij", 3, 0, 0), "abc\ndef\ngh\nij\n");
    ck_assert_str_eq(broken("市議会は本日", 6, 0, 0), "市議会\nは本日\n");
    ck_assert_str_eq(broken("市議会は本日", 7, 0, 0), "市議会\nは本日\n");
    ck_assert_str_eq(broken("ab 市議会", 6, 0, 0), "ab 市\n議会\n");
    ck_assert_str_eq(broken("e\xCC\x81"
                            "e\xCC\x81"
                            "e\xCC\x81",
                            2, 0, 0),
                     "e\xCC\x81"
                     "e\xCC\x81\ne\xCC\x81\n");
    ck_assert_str_eq(broken("市", 1, 0, 0), "市\n");
}
END_TEST

START_TEST(a_style_ends_before_its_line_does)
{
    twt_writer *writer = new_coloured(true, 40);
    twt_cell cell = {0};
    size_t end, next;
    twt_cell_add_string(&cell, "one ", TWT_STYLE_PLAIN);
    twt_cell_add_string(&cell, "two three", TWT_STYLE_NEW);
    next = twt_cell_break(&cell, 0, 8, &end);
    twt_cell_put(writer, &cell, 0, end, 8);
    twt_put(writer, "|", 1);
    twt_cell_put(writer, &cell, next, cell.glyphs.count, 6);
    ck_assert_uint_eq(twt_cell_columns(&cell), 13);
    twt_cell_free(&cell);
    ck_assert_str_eq(written(writer), "one \x1b[32mtwo\x1b[0m |\x1b[32mthree\x1b[0m ");
}
END_TEST

START_TEST(nothing_of_a_cell_that_memory_was_too_short_for_is_put)
{
    for (size_t n = 1;; n++) {
        twt_cell cell = {0};
        twt_writer *writer = new_coloured(false, 40);
        failing_alloc_arm(n);
        for (size_t i = 0; i < 100; i++)
            twt_cell_add_string(&cell, "one two ", TWT_STYLE_PLAIN);
        bool was_refused = failing_alloc_disarm();
        ck_assert_int_eq(cell.is_short, was_refused);
        twt_cell_put_paragraph(writer, &cell, 0, 0);
        ck_assert_int_eq(writer->is_short, was_refused);
        twt_cell_free(&cell);
        twt_writer_free(writer);
        if (!was_refused)
            break;
    }
}
END_TEST

TWT_SUITE("io_cell", white_space_of_a_text_is_one_blank, white_space_of_an_id_is_shown,
          every_unsafe_glyph_is_shown_escaped, lines_break_at_blanks_and_else_where_they_must,
          a_style_ends_before_its_line_does, nothing_of_a_cell_that_memory_was_too_short_for_is_put)

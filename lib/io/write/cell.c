/* Text laid out for a terminal. A cell is an array of glyphs: a code point with its width, its style, and whether a
 * line may be broken there. Combining marks are glyphs of no width and stay with what they follow. */
#include "io/write/cell.h"

#include <string.h>

#include "base/utf8.h"
#include "io/write/glyph.h"

void twt_cell_free(twt_cell *cell)
{
    twt_bytes_free(&cell->bytes);
    twt_vec_free(&cell->glyphs);
}

void twt_cell_clear(twt_cell *cell)
{
    cell->bytes.count = 0;
    cell->glyphs.count = 0;
    cell->is_short = false;
}

static void add_glyph(twt_cell *cell, const char *bytes, size_t len, twt_cell_glyph glyph)
{
    glyph.offset = (uint32_t)cell->bytes.count;
    if (cell->is_short || cell->bytes.count > UINT32_MAX - len || !twt_bytes_append(&cell->bytes, bytes, len) ||
        !twt_vec_push(&cell->glyphs, glyph))
        cell->is_short = true;
}

static void add_code_point(twt_cell *cell, const char *bytes, size_t len, uint32_t code_point, twt_style style)
{
    bool is_malformed = code_point == 0xFFFD && len == 1;
    if (!is_malformed && !twt_glyph_is_unsafe(code_point)) {
        unsigned columns = twt_glyph_width(code_point);
        add_glyph(cell, bytes, len, (twt_cell_glyph){.columns = (uint8_t)columns, .style = (uint8_t)style});
        return;
    }
    char form[TWT_UNSAFE_FORM_MAX];
    size_t form_len = twt_unsafe_form(code_point, form);
    if (is_malformed) {
        add_glyph(cell, form, form_len, (twt_cell_glyph){.columns = 1, .style = (uint8_t)style});
        return;
    }
    for (size_t i = 0; i < form_len; i++)
        add_glyph(cell, form + i, 1, (twt_cell_glyph){.columns = 1, .style = (uint8_t)style});
}

static void add_blank(twt_cell *cell, twt_style style)
{
    add_glyph(cell, " ", 1, (twt_cell_glyph){.columns = 1, .style = (uint8_t)style, .is_blank = true});
}

/* The property White_Space of Unicode. */
static bool is_white(uint32_t code_point)
{
    if (code_point < 0x80)
        return code_point == ' ' || (code_point >= '\t' && code_point <= '\r');
    return code_point == 0x85 || code_point == 0xA0 || code_point == 0x1680 ||
           (code_point >= 0x2000 && code_point <= 0x200A) || code_point == 0x2028 || code_point == 0x2029 ||
           code_point == 0x202F || code_point == 0x205F || code_point == 0x3000;
}

void twt_cell_add(twt_cell *cell, const char *text, size_t len, twt_style style)
{
    for (size_t at = 0; at < len;) {
        uint32_t code_point;
        size_t step = twt_utf8_read(text + at, len - at, &code_point);
        size_t count = cell->glyphs.count;
        if (!is_white(code_point))
            add_code_point(cell, text + at, step, code_point, style);
        else if (count > 0 && !cell->glyphs.data[count - 1].is_blank)
            add_blank(cell, style);
        at += step;
    }
}

void twt_cell_add_string(twt_cell *cell, const char *text, twt_style style)
{
    twt_cell_add(cell, text, strlen(text), style);
}

void twt_cell_add_number(twt_cell *cell, uint64_t number)
{
    char digits[TWT_NUMBER_MAX];
    twt_cell_add(cell, digits, twt_format_number(digits, number), TWT_STYLE_PLAIN);
}

void twt_cell_add_fixed(twt_cell *cell, double number, unsigned decimals)
{
    char digits[TWT_NUMBER_MAX];
    twt_cell_add(cell, digits, twt_format_fixed(digits, number, decimals), TWT_STYLE_PLAIN);
}

void twt_cell_add_id(twt_cell *cell, const char *id, twt_style style)
{
    size_t len = strlen(id);
    for (size_t at = 0; at < len;) {
        uint32_t code_point;
        size_t step = twt_utf8_read(id + at, len - at, &code_point);
        if (code_point == ' ')
            add_blank(cell, style);
        else
            add_code_point(cell, id + at, step, code_point, style);
        at += step;
    }
}

size_t twt_cell_columns(const twt_cell *cell)
{
    size_t columns = 0;
    for (size_t i = 0; i < cell->glyphs.count; i++)
        columns += cell->glyphs.data[i].columns;
    return columns;
}

/* Before blanks, and between the wide glyphs of scripts that are written without them. */
static bool is_breakable(const twt_cell_glyph *glyph)
{
    return glyph->is_blank || glyph->columns == 2;
}

size_t twt_cell_break(const twt_cell *cell, size_t begin, size_t columns, size_t *end)
{
    const twt_cell_glyph *glyphs = cell->glyphs.data;
    size_t count = cell->glyphs.count, at = begin, used = 0, gap = begin;
    while (at < count && (at == begin || used + glyphs[at].columns <= columns)) {
        if (is_breakable(&glyphs[at]))
            gap = at;
        used += glyphs[at++].columns;
    }
    if (at < count && !is_breakable(&glyphs[at]) && gap > begin)
        at = gap;
    *end = at;
    while (at < count && glyphs[at].is_blank)
        at++;
    return at;
}

static const char *const escapes[] = {"", "\x1b[1m", "\x1b[2m", "\x1b[31m", "\x1b[32m"};

void twt_cell_put(twt_writer *writer, const twt_cell *cell, size_t begin, size_t end, size_t columns)
{
    if (cell->is_short) {
        writer->is_short = true;
        return;
    }
    const twt_cell_glyph *glyphs = cell->glyphs.data;
    size_t used = 0;
    for (size_t at = begin; at < end;) {
        uint8_t style = glyphs[at].style;
        size_t first = at;
        for (; at < end && glyphs[at].style == style; at++)
            used += glyphs[at].columns;
        size_t last = at < cell->glyphs.count ? glyphs[at].offset : cell->bytes.count;
        bool is_styled = writer->options.is_coloured && style != TWT_STYLE_PLAIN;
        twt_put_string(writer, is_styled ? escapes[style] : "");
        twt_put(writer, cell->bytes.data + glyphs[first].offset, last - glyphs[first].offset);
        twt_put_string(writer, is_styled ? "\x1b[0m" : "");
    }
    if (used < columns)
        twt_put_blanks(writer, columns - used);
}

void twt_cell_put_paragraph(twt_writer *writer, const twt_cell *cell, size_t used, size_t indent)
{
    size_t width = writer->options.width, at = 0, end;
    do {
        size_t next = twt_cell_break(cell, at, used < width ? width - used : 1, &end);
        twt_cell_put(writer, cell, at, end, 0);
        twt_put(writer, "\n", 1);
        at = next;
        used = indent;
        if (at < cell->glyphs.count)
            twt_put_blanks(writer, indent);
    } while (at < cell->glyphs.count);
}

void twt_put_blanks(twt_writer *writer, size_t count)
{
    for (; count > 0; count--)
        twt_put(writer, " ", 1);
}

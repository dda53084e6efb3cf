/* A stretch of text laid out for a terminal: made safe, styled, measured, broken into lines. */
#ifndef TWT_IO_WRITE_CELL_H
#define TWT_IO_WRITE_CELL_H

#include "base/vec.h"
#include "io/write/writer.h"

typedef enum twt_style { TWT_STYLE_PLAIN, TWT_STYLE_BOLD, TWT_STYLE_DIM, TWT_STYLE_OLD, TWT_STYLE_NEW } twt_style;

typedef struct twt_cell_glyph {
    uint32_t offset; /* into the bytes; a glyph ends where the next begins */
    uint8_t columns, style;
    bool is_blank;
} twt_cell_glyph;

typedef struct twt_cell { /* zeroed: empty and valid */
    twt_bytes bytes;
    TWT_VEC(twt_cell_glyph) glyphs;
    bool is_short; /* an allocation was refused since it was cleared; what is put of it makes its record fail */
} twt_cell;

void twt_cell_free(twt_cell *cell);
void twt_cell_clear(twt_cell *cell);

/* Adds foreign text: runs of white space become one blank (none at the beginning), unsafe glyphs are shown escaped. */
void twt_cell_add(twt_cell *cell, const char *text, size_t len, twt_style style);
void twt_cell_add_string(twt_cell *cell, const char *text, twt_style style);

void twt_cell_add_number(twt_cell *cell, uint64_t number);
void twt_cell_add_fixed(twt_cell *cell, double number, unsigned decimals);

/* An id, shown so that two ids never look alike for want of white space: blanks are kept, line ends and tabs escaped.
 */
void twt_cell_add_id(twt_cell *cell, const char *id, twt_style style);

size_t twt_cell_columns(const twt_cell *cell);

/* The line from glyph begin on: ends before *end, at most columns wide, broken at a blank where there is one. Returns
 * the first glyph of the next line (the count of glyphs when there is none). */
size_t twt_cell_break(const twt_cell *cell, size_t begin, size_t columns, size_t *end);

/* Puts the glyphs [begin, end) and blanks up to columns. Styles show when the writer is coloured. */
void twt_cell_put(twt_writer *writer, const twt_cell *cell, size_t begin, size_t end, size_t columns);

/* Puts all of the cell, broken at the writer's width, each line but the first indented, with a line end. The first line
 * has `used` columns before it already. */
void twt_cell_put_paragraph(twt_writer *writer, const twt_cell *cell, size_t used, size_t indent);

void twt_put_blanks(twt_writer *writer, size_t count);

#endif

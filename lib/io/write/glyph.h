/* Code points as a terminal sees them. No locale is asked. */
#ifndef TWT_IO_WRITE_GLYPH_H
#define TWT_IO_WRITE_GLYPH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Columns on a terminal: 0 for combining marks and format characters, 2 for East Asian wide ones and emoji, else 1. */
unsigned twt_glyph_width(uint32_t code_point);

/* What could command a terminal or turn a line around: controls (C0, DEL, C1), line and paragraph separators, and the
 * bidirectional embeddings, overrides and isolates. */
bool twt_glyph_is_unsafe(uint32_t code_point);

/* Columns of a text without unsafe glyphs. */
size_t twt_glyph_columns(const char *bytes, size_t len);

#endif

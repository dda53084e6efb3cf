/* Whether a text's lines are wrapped by hand, so that a line end means no more than a blank. */
#ifndef TWT_TEXT_LAYOUT_H
#define TWT_TEXT_LAYOUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef enum twt_line_end { TWT_LINE_END_SOFT, TWT_LINE_END_HARD, TWT_LINE_END_PARAGRAPH } twt_line_end;

typedef struct twt_layout {
    const char *text;
    size_t len;
    bool is_wrapped, has_empty_lines;
    uint32_t width; /* of a wrapped text's lines, in code points */
} twt_layout;

/* Reads the lines of well-formed UTF-8. */
twt_layout twt_layout_of(const char *text, size_t len);

/* What the line feed at offset at means; the next line is not empty. */
twt_line_end twt_layout_line_end(const twt_layout *layout, size_t at);

#endif

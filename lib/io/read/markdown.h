/* Markdown to text of the same length. */
#ifndef TWT_IO_READ_MARKDOWN_H
#define TWT_IO_READ_MARKDOWN_H

#include "twicetold/types.h"

/* Blanks what is no text: marks of headings, lists, quotations, tables and emphasis, code fences with their language,
 * link targets, images, footnote marks, HTML tags, comments and entities. Line ends stay. Linear in len. */
TWT_MUST_USE twt_status twt_markdown_blank(char *text, size_t len);

#endif

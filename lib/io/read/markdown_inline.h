/* What stands inside lines of Markdown. */
#ifndef TWT_IO_READ_MARKDOWN_INLINE_H
#define TWT_IO_READ_MARKDOWN_INLINE_H

#include "twicetold/types.h"

/* Blanks, in the paragraph at range, the marks of emphasis, code spans, links with their targets, images, footnote
 * marks, tags, entities and escapes. has_definitions: [text][label] is a link. */
void twt_markdown_inline(char *text, twt_range range, bool has_definitions);

#endif

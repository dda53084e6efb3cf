/* A whole file, or the whole standard input, as one document's text. */
#ifndef TWT_IO_READ_TEXT_FILE_H
#define TWT_IO_READ_TEXT_FILE_H

#include "base/bytes.h"
#include "io/read/source.h"

enum { /* what the text may hold beside text */
       TWT_TEXT_PLAIN = 0,
       TWT_TEXT_FRONT_MATTER = 1,
       TWT_TEXT_MARKDOWN = 2
};

typedef struct twt_text_file { /* zeroed: empty and valid */
    twt_bytes mended;
    twt_bytes strings; /* values of the front matter */
} twt_text_file;

/* Reads what is left of source and sets text and metadata of document, which live until the next call with the same
 * file or source. TWT_ERROR_TOO_LARGE, TWT_ERROR_BINARY, TWT_ERROR_UTF8 (is_lossy mends instead), TWT_ERROR_EMPTY,
 * TWT_ERROR_IO. */
TWT_MUST_USE twt_status twt_text_file_read(twt_text_file *file, twt_source *source, int holds, bool is_lossy,
                                           const char *path, twt_document *document, twt_fault *fault);
void twt_text_file_free(twt_text_file *file);

#endif

/* Records of comma-separated values (RFC 4180). */
#ifndef TWT_IO_READ_CSV_H
#define TWT_IO_READ_CSV_H

#include "base/bytes.h"
#include "base/vec.h"
#include "io/read/source.h"

typedef struct twt_csv_cell {
    size_t begin, len; /* in bytes; NUL-terminated there */
} twt_csv_cell;

typedef struct twt_csv { /* zeroed: empty and valid */
    twt_bytes bytes;
    TWT_VEC(twt_csv_cell) cells;
    uint64_t line; /* the record's first */
} twt_csv;

/* The next record; it may go over several lines. Empty lines are passed over. TWT_END; TWT_ERROR_FORMAT,
 * TWT_ERROR_TOO_LARGE, TWT_ERROR_IO, TWT_ERROR_MEMORY, then *reason may get a phrase. */
TWT_MUST_USE twt_status twt_csv_next(twt_csv *csv, twt_source *source, const char **reason);
void twt_csv_free(twt_csv *csv);

#endif

/* A table of four states. libcsv does the same through callbacks a byte, but takes malformed quoting without a word
 * unless told otherwise, and says no line. */
#include "io/read/csv.h"

#include <string.h>

typedef enum place {
    CELL_BEGIN,
    IN_PLAIN,
    IN_QUOTED,
    BEHIND_QUOTE /* the end of the cell or the first of two quotation marks */
} place;

static bool begin_cell(twt_csv *csv)
{
    return twt_vec_push(&csv->cells, ((twt_csv_cell){csv->bytes.count, 0}));
}

static bool end_cell(twt_csv *csv)
{
    twt_csv_cell *cell = &csv->cells.data[csv->cells.count - 1];
    cell->len = csv->bytes.count - cell->begin;
    return twt_bytes_append(&csv->bytes, "", 1);
}

/* Adds a line to the record; *at says where its end lies. */
static twt_status take_line(twt_csv *csv, const char *line, size_t len, place *at, const char **reason)
{
    if (memchr(line, '\0', len)) {
        *reason = "a NUL byte";
        return TWT_ERROR_BINARY;
    }
    for (size_t i = 0; i < len; i++) {
        bool is_good = true, is_quote = line[i] == '"';
        if (*at == IN_QUOTED ? is_quote : *at == CELL_BEGIN && is_quote) {
            *at = *at == IN_QUOTED ? BEHIND_QUOTE : IN_QUOTED;
        } else if (*at == BEHIND_QUOTE && is_quote) {
            *at = IN_QUOTED;
            is_good = twt_bytes_append(&csv->bytes, line + i, 1);
        } else if (*at != IN_QUOTED && line[i] == ',') {
            *at = CELL_BEGIN;
            is_good = end_cell(csv) && begin_cell(csv);
        } else if (*at == BEHIND_QUOTE) {
            *reason = "text behind a closing quotation mark";
            return TWT_ERROR_FORMAT;
        } else {
            *at = *at == IN_QUOTED ? IN_QUOTED : IN_PLAIN;
            is_good = twt_bytes_append(&csv->bytes, line + i, 1);
        }
        if (!is_good)
            return TWT_ERROR_MEMORY;
    }
    return TWT_OK;
}

twt_status twt_csv_next(twt_csv *csv, twt_source *source, const char **reason)
{
    char *line;
    size_t len = 0;
    place at = CELL_BEGIN;
    twt_status status = TWT_OK;
    csv->bytes.count = csv->cells.count = 0;
    while (status == TWT_OK && len == 0)
        status = twt_source_line(source, &line, &len);
    csv->line = source->line;
    if (status == TWT_OK && source->line == 1 && len >= 3 && memcmp(line, "\xef\xbb\xbf", 3) == 0) {
        line += 3;
        len -= 3;
    }
    if (status == TWT_OK && !begin_cell(csv))
        status = TWT_ERROR_MEMORY;
    while (status == TWT_OK) {
        status = take_line(csv, line, len, &at, reason);
        if (status != TWT_OK || at != IN_QUOTED)
            break;
        if (csv->bytes.count > source->bytes_max)
            return TWT_ERROR_TOO_LARGE;
        status = twt_source_line(source, &line, &len);
        if (status == TWT_END) {
            *reason = "a quotation mark is never closed";
            return TWT_ERROR_FORMAT;
        }
        if (status == TWT_OK && !twt_bytes_append(&csv->bytes, "\n", 1))
            status = TWT_ERROR_MEMORY;
    }
    if (status == TWT_OK && !end_cell(csv))
        status = TWT_ERROR_MEMORY;
    return status;
}

void twt_csv_free(twt_csv *csv)
{
    twt_bytes_free(&csv->bytes);
    twt_vec_free(&csv->cells);
}

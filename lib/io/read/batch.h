/* A batch: what one thread reads in one go – lines of a JSONL file, or some files – and what came of it. The reader
 * fills it and takes from it; any thread may read it in between. */
#ifndef TWT_IO_READ_BATCH_H
#define TWT_IO_READ_BATCH_H

#include "base/bytes.h"
#include "io/read/json.h"
#include "io/read/source.h"
#include "io/read/text_file.h"

#define TWT_BATCH_FILES 64

typedef struct twt_batch_file {
    twt_bytes path, id; /* NUL-terminated */
    int holds;          /* as in text_file.h */
    bool follows;       /* a link */
    twt_source source;  /* when it is not open, it is opened by its path */
    twt_text_file text;
} twt_batch_file;

typedef struct twt_outcome { /* a document, or what is wrong with it */
    twt_status status;
    union {
        twt_document document;
        twt_fault fault;
    } as;
    twt_json json; /* what the document's strings live in when it is not the batch's bytes */
    char *mended;
} twt_outcome;

typedef struct twt_batch {
    bool is_lossy;
    size_t bytes_max; /* of a line, and of a text */
    size_t bytes;     /* that it holds or will hold, about */

    twt_buffer lines;
    bool is_first;         /* they are the first of their file */
    twt_bytes path, id;    /* of the file */
    uint64_t lines_before; /* in the file: set by the reader before it takes */
    uint64_t line;         /* lines read so far */
    uint64_t lines_lost;   /* behind them, 0 or 1 */
    size_t at;             /* where the first line that was not read begins */

    twt_batch_file *files; /* TWT_BATCH_FILES of them, or NULL */
    size_t file_count, files_read;

    twt_outcome *outcomes;
    size_t outcome_count, taken;
    twt_status status_behind; /* comes after them */
    twt_fault fault_behind;
    twt_bytes path_behind;
} twt_batch;

TWT_MUST_USE twt_status twt_batch_init(twt_batch *batch, size_t bytes_max, bool is_lossy);
void twt_batch_free(twt_batch *batch); /* a zeroed one, too */

/* Empties it, in order to be filled again. */
void twt_batch_clear(twt_batch *batch);

/* Nothing was put in. */
bool twt_batch_is_empty(const twt_batch *batch);

/* ---- filling ---- */

/* The next lines of a JSONL file. id stands for ids left out. TWT_OK with an empty batch: a pipe has none yet, and
 * may_wait is false. A line that is lost and an error of the file come after the lines before them. TWT_END.
 * TWT_ERROR_MEMORY: nothing was read, and more cannot be. */
TWT_MUST_USE twt_status twt_batch_add_lines(twt_batch *batch, twt_source *source, bool may_wait, const char *path,
                                            const char *id);

/* A file to be read as one text; all but path and id is the caller's to set. NULL when memory is short. */
TWT_MUST_USE twt_batch_file *twt_batch_add_file(twt_batch *batch, const char *path, const char *id);

/* What comes after all else; fault->path is copied. */
void twt_batch_fail(twt_batch *batch, twt_status status, const twt_fault *fault);

/* ---- reading and taking ---- */

/* As far as outcomes can be held, which is nearly always all; twt_batch_take reads on. */
void twt_batch_read(twt_batch *batch);

/* The next outcome; its strings live until the next call. id: where an id left out is written. TWT_END: that was all.
 */
TWT_MUST_USE twt_status twt_batch_take(twt_batch *batch, twt_bytes *id, twt_document *out, twt_fault *fault);

/* Lines of the file up to the end of the batch, once all is taken. */
uint64_t twt_batch_lines(const twt_batch *batch);

#endif

/* A queue of paths; at any time one folder is walked at most, and in it or beside it one JSONL file is open. What is
 * met on the way is put into batches; read_ahead.h has them read while earlier ones are handed out. Only this thread
 * walks and takes from pipes, so that a caller can leave at any time. */
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/vec.h"
#include "io/read/blank.h"
#include "io/read/encoding.h"
#include "io/read/fault.h"
#include "io/read/jsonl.h"
#include "io/read/read_ahead.h"
#include "io/read/reader_options.h"
#include "io/read/walk.h"
#include "twicetold/io.h"

#define FIRST_BYTES 4 /* a byte order mark and one more; others might wait for someone who types */

#define BATCH_BYTES ((size_t)1 << 20) /* of files */

struct twt_reader {
    twt_reader_options options;
    TWT_VEC(char *) paths; /* owned */
    size_t next;           /* of paths */
    twt_walk walk;
    bool is_walking;
    twt_source source;  /* of the JSONL file at hand */
    bool is_jsonl;      /* open */
    twt_bytes path, id; /* its */
    twt_read_ahead ahead;
    twt_batch *batch; /* that is handed out; NULL at the beginning and at the end */
    uint64_t lines;   /* of its file, before it */
    twt_bytes line_id;
};

void twt_reader_options_init(twt_reader_options *options)
{
    *options =
        (twt_reader_options){.size = sizeof *options, .document_bytes_max = TWT_DOCUMENT_BYTES_MAX, .threads = 1};
}

twt_status twt_reader_options_take(const twt_reader_options *options, twt_reader_options *out)
{
    twt_reader_options_init(out);
    if (!options)
        return TWT_OK;
    if (options->size != sizeof *options || options->document_bytes_max == 0 ||
        options->document_bytes_max > TWT_DOCUMENT_BYTES_MAX || options->threads == 0)
        return TWT_ERROR_ARGUMENT;
    if ((options->include_count && !options->include) || (options->exclude_count && !options->exclude))
        return TWT_ERROR_ARGUMENT;
    *out = *options;
    return TWT_OK;
}

twt_status twt_reader_new(const twt_reader_options *options, twt_reader **out)
{
    twt_reader_options taken;
    *out = NULL;
    twt_status status = twt_reader_options_take(options, &taken);
    if (status != TWT_OK)
        return status;
    twt_reader *reader = twt_alloc_zeroed(1, sizeof *reader);
    if (!reader)
        return TWT_ERROR_MEMORY;
    reader->options = taken;
    reader->walk.filter = (twt_filter){taken.include, taken.include_count, taken.exclude, taken.exclude_count};
    reader->walk.follows = taken.follows_links;
    reader->source.bytes_max = taken.document_bytes_max;
    status = twt_read_ahead_open(&reader->ahead, taken.threads, taken.document_bytes_max, taken.is_lossy);
    if (status == TWT_OK)
        *out = reader;
    else
        twt_reader_free(reader);
    return status;
}

void twt_reader_free(twt_reader *reader)
{
    if (!reader)
        return;
    twt_read_ahead_close(&reader->ahead);
    for (size_t i = 0; i < reader->paths.count; i++)
        twt_free(reader->paths.data[i]);
    twt_vec_free(&reader->paths);
    twt_walk_free(&reader->walk);
    twt_source_free(&reader->source);
    twt_bytes_free(&reader->path);
    twt_bytes_free(&reader->id);
    twt_bytes_free(&reader->line_id);
    twt_free(reader);
}

twt_status twt_reader_add(twt_reader *reader, const char *path)
{
    char *copy = twt_copy_string(path, strlen(path));
    if (copy && twt_vec_push(&reader->paths, copy))
        return TWT_OK;
    twt_free(copy);
    return TWT_ERROR_MEMORY;
}

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static bool ends_with(const char *path, const char *suffix)
{
    size_t len = strlen(path), suffix_len = strlen(suffix);
    if (len < suffix_len)
        return false;
    for (size_t i = 0; i < suffix_len; i++)
        if (lower(path[len - suffix_len + i]) != suffix[i])
            return false;
    return true;
}

static int what_it_holds(const char *path)
{
    if (ends_with(path, ".md") || ends_with(path, ".markdown"))
        return TWT_TEXT_FRONT_MATTER | TWT_TEXT_MARKDOWN;
    return ends_with(path, ".txt") ? TWT_TEXT_FRONT_MATTER : TWT_TEXT_PLAIN;
}

/* ---- filling batches ------------------------------------------------------------------------------------- */

/* A folder's files are read ahead in good number, but not more of them than fit into memory. */
static bool is_full(const twt_reader *reader, const twt_batch *batch)
{
    size_t count = batch->file_count, most = reader->ahead.cap > 1 ? TWT_BATCH_FILES : 1;
    bool holds_descriptor = count > 0 && batch->files[count - 1].source.is_open;
    return count == most || holds_descriptor || batch->bytes >= BATCH_BYTES;
}

static twt_status add_file(twt_reader *reader, twt_batch *batch, int at, const char *name, bool follows,
                           const char *path, const char *id, twt_fault *fault)
{
    struct stat info;
    twt_batch_file *file = twt_batch_add_file(batch, path, id);
    if (!file)
        return twt_fail(fault, TWT_ERROR_MEMORY, path, NULL);
    file->follows = follows;
    file->holds = what_it_holds(id);
    if (reader->ahead.cap > 1 && fstatat(at, name, &info, follows ? 0 : AT_SYMLINK_NOFOLLOW) == 0 && info.st_size > 0)
        batch->bytes += (size_t)info.st_size;
    if (at == AT_FDCWD)
        return TWT_OK;
    twt_status status = twt_source_open(&file->source, at, name, follows, path, fault);
    if (status != TWT_OK)
        batch->file_count--;
    return status;
}

static twt_status open_lines(twt_reader *reader, int at, const char *name, bool follows, const char *path,
                             const char *id, twt_fault *fault)
{
    reader->path.count = reader->id.count = 0;
    if (!twt_bytes_append(&reader->path, path, strlen(path) + 1) || !twt_encoding_escape(id, strlen(id), &reader->id))
        return twt_fail(fault, TWT_ERROR_MEMORY, path, NULL);
    twt_status status = twt_source_open(&reader->source, at, name, follows, path, fault);
    if (status != TWT_OK)
        return status;
    status = twt_jsonl_check(&reader->source, path, fault);
    if (status != TWT_OK)
        twt_source_close(&reader->source);
    reader->is_jsonl = status == TWT_OK;
    return status;
}

static twt_status begin_file(twt_reader *reader, twt_batch *batch, int at, const char *name, bool follows,
                             const char *path, const char *id, twt_fault *fault)
{
    if (ends_with(id, ".jsonl") || ends_with(id, ".ndjson"))
        return open_lines(reader, at, name, follows, path, id, fault);
    return add_file(reader, batch, at, name, follows, path, id, fault);
}

/* The first byte that is no white space; '\0' when there is none. */
static twt_status first_byte(twt_source *source, char *first)
{
    const char *bytes;
    size_t len = 0, need, at = 0;
    *first = '\0';
    do {
        need = len + FIRST_BYTES;
        twt_status status = twt_source_peek(source, need, &bytes, &len);
        if (status != TWT_OK)
            return status;
        if (at == 0 && len >= 3 && memcmp(bytes, "\xef\xbb\xbf", 3) == 0)
            at = 3;
        while (at < len && twt_is_space(bytes[at]))
            at++;
    } while (at == len && len >= need && len <= source->bytes_max);
    if (at < len)
        *first = bytes[at];
    return TWT_OK;
}

static twt_status begin_input(twt_reader *reader, twt_batch *batch, twt_fault *fault)
{
    static const char path[] = "-";
    char first;
    reader->path.count = reader->id.count = 0;
    if (!twt_bytes_append(&reader->path, path, sizeof path) || !twt_bytes_append(&reader->id, path, sizeof path))
        return twt_fail(fault, TWT_ERROR_MEMORY, path, NULL);
    twt_source_attach(&reader->source, STDIN_FILENO);
    twt_status status = first_byte(&reader->source, &first);
    if (status == TWT_ERROR_IO)
        return twt_fail_os(fault, path, reader->source.os_error);
    if (status != TWT_OK)
        return twt_fail(fault, status, path, NULL);
    reader->is_jsonl = first == '{';
    if (reader->is_jsonl)
        return TWT_OK;
    twt_batch_file *file = twt_batch_add_file(batch, path, path);
    if (!file)
        return twt_fail(fault, TWT_ERROR_MEMORY, path, NULL);
    twt_source spare = file->source; /* what was peeked at goes along */
    file->source = reader->source;
    file->holds = TWT_TEXT_PLAIN;
    reader->source = spare;
    return TWT_OK;
}

static twt_status begin_path(twt_reader *reader, twt_batch *batch, const char *path, twt_fault *fault)
{
    struct stat info;
    if (strcmp(path, "-") == 0)
        return begin_input(reader, batch, fault);
    if (stat(path, &info))
        return twt_fail_os(fault, path, errno);
    if (!S_ISDIR(info.st_mode))
        return begin_file(reader, batch, AT_FDCWD, path, true, path, path, fault);
    twt_status status = twt_walk_begin(&reader->walk, path, fault);
    reader->is_walking = status == TWT_OK;
    return status;
}

static twt_status walk_on(twt_reader *reader, twt_batch *batch, twt_fault *fault)
{
    const char *name;
    twt_status status = twt_walk_next(&reader->walk, fault);
    reader->is_walking = status != TWT_END;
    if (status != TWT_OK)
        return status == TWT_END ? TWT_OK : status;
    const char *path = reader->walk.path.data;
    int at = twt_walk_at(&reader->walk, &name);
    return begin_file(reader, batch, at, name, reader->options.follows_links, path, path + reader->walk.relative_begin,
                      fault);
}

/* Whether the file is through and the batch still empty. */
static bool add_lines(twt_reader *reader, twt_batch *batch)
{
    twt_fault fault = {.path = reader->path.data, .byte = TWT_NOWHERE};
    bool may_wait = reader->ahead.count == 0;
    twt_status status = twt_batch_add_lines(batch, &reader->source, may_wait, reader->path.data, reader->id.data);
    if (status == TWT_OK)
        return false;
    twt_source_close(&reader->source);
    reader->is_jsonl = false;
    if (status != TWT_END)
        twt_batch_fail(batch, status, &fault);
    return status == TWT_END;
}

/* Standard input may keep us waiting: only when nothing is left to hand out. */
static bool may_begin(const twt_reader *reader, const twt_batch *batch, const char *path)
{
    return strcmp(path, "-") != 0 || (reader->ahead.count == 0 && twt_batch_is_empty(batch));
}

/* Whether it went on and the batch has room. */
static bool go_on(twt_reader *reader, twt_batch *batch)
{
    twt_fault fault = {.byte = TWT_NOWHERE};
    twt_status status;
    if (reader->is_jsonl)
        return twt_batch_is_empty(batch) && add_lines(reader, batch);
    if (reader->is_walking)
        status = walk_on(reader, batch, &fault);
    else if (reader->next < reader->paths.count && may_begin(reader, batch, reader->paths.data[reader->next]))
        status = begin_path(reader, batch, reader->paths.data[reader->next++], &fault);
    else
        return false;
    if (status != TWT_OK)
        twt_batch_fail(batch, status, &fault);
    return status == TWT_OK && !is_full(reader, batch);
}

/* ---- handing out ----------------------------------------------------------------------------------------- */

static bool fill(twt_reader *reader, twt_batch *batch)
{
    while (go_on(reader, batch)) {
    }
    return !twt_batch_is_empty(batch);
}

static bool next_batch(twt_reader *reader)
{
    twt_batch *empty;
    if (reader->batch) {
        reader->lines = twt_batch_lines(reader->batch);
        twt_read_ahead_pop(&reader->ahead);
    }
    while ((empty = twt_read_ahead_room(&reader->ahead)) != NULL && fill(reader, empty))
        twt_read_ahead_push(&reader->ahead);
    reader->batch = twt_read_ahead_first(&reader->ahead);
    if (reader->batch && reader->batch->file_count == 0 && !reader->batch->is_first)
        reader->batch->lines_before = reader->lines;
    return reader->batch != NULL;
}

twt_status twt_reader_next(twt_reader *reader, twt_document *out, twt_fault *fault)
{
    twt_status status;
    if (!reader->batch && !next_batch(reader))
        return TWT_END;
    do
        status = twt_batch_take(reader->batch, &reader->line_id, out, fault);
    while (status == TWT_END && next_batch(reader));
    return status;
}

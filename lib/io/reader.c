/* A queue of paths; at any time one folder is walked at most, and in it or beside it one JSONL file is read. */
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/vec.h"
#include "io/blank.h"
#include "io/encoding.h"
#include "io/fault.h"
#include "io/jsonl.h"
#include "io/reader_options.h"
#include "io/text_file.h"
#include "io/walk.h"
#include "twicetold/io.h"

#define FIRST_BYTES 16 /* enough to tell what a file is; more might wait for someone who types */

struct twt_reader {
    twt_reader_options options;
    TWT_VEC(char *) paths; /* owned */
    size_t next;           /* of paths */
    const char *path;      /* of the file at hand */
    twt_bytes id;          /* of the file at hand */
    twt_walk walk;
    bool is_walking;
    twt_jsonl jsonl;
    bool is_jsonl; /* open */
    twt_source source;
    twt_text_file text;
};

void twt_reader_options_init(twt_reader_options *options)
{
    *options = (twt_reader_options){.size = sizeof *options, .document_bytes_max = TWT_DOCUMENT_BYTES_MAX};
}

twt_status twt_reader_options_take(const twt_reader_options *options, twt_reader_options *out)
{
    twt_reader_options_init(out);
    if (!options)
        return TWT_OK;
    if (options->size != sizeof *options || options->document_bytes_max == 0 ||
        options->document_bytes_max > TWT_DOCUMENT_BYTES_MAX)
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
    reader->source.bytes_max = reader->jsonl.source.bytes_max = taken.document_bytes_max;
    reader->jsonl.is_lossy = taken.is_lossy;
    *out = reader;
    return TWT_OK;
}

void twt_reader_free(twt_reader *reader)
{
    if (!reader)
        return;
    for (size_t i = 0; i < reader->paths.count; i++)
        twt_free(reader->paths.data[i]);
    twt_vec_free(&reader->paths);
    twt_bytes_free(&reader->id);
    twt_walk_free(&reader->walk);
    twt_jsonl_free(&reader->jsonl);
    twt_source_free(&reader->source);
    twt_text_file_free(&reader->text);
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

static twt_status read_text(twt_reader *reader, int holds, twt_document *out, twt_fault *fault)
{
    *out = (twt_document){.id = reader->id.data, .path = reader->path};
    twt_status status =
        twt_text_file_read(&reader->text, &reader->source, holds, reader->options.is_lossy, reader->path, out, fault);
    twt_source_close(&reader->source);
    return status;
}

/* Opens a file; a document when it is text, TWT_END when it is JSONL, which then waits to be read. */
static twt_status begin_file(twt_reader *reader, int at, const char *name, bool follows, const char *id,
                             twt_document *out, twt_fault *fault)
{
    bool is_jsonl = ends_with(id, ".jsonl") || ends_with(id, ".ndjson");
    twt_source *source = is_jsonl ? &reader->jsonl.source : &reader->source;
    reader->id.count = 0;
    if (!twt_encoding_escape(id, strlen(id), &reader->id))
        return twt_fail(fault, TWT_ERROR_MEMORY, reader->path, NULL);
    twt_status status = twt_source_open(source, at, name, follows, reader->path, fault);
    if (status != TWT_OK)
        return status;
    if (!is_jsonl)
        return read_text(reader, what_it_holds(id), out, fault);
    status = twt_jsonl_check(&reader->jsonl, reader->path, fault);
    if (status != TWT_OK)
        twt_jsonl_close(&reader->jsonl);
    reader->is_jsonl = status == TWT_OK;
    return status == TWT_OK ? TWT_END : status;
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

/* As begin_file. */
static twt_status begin_input(twt_reader *reader, twt_document *out, twt_fault *fault)
{
    char first;
    reader->id.count = 0;
    if (!twt_bytes_append(&reader->id, "-", 2))
        return twt_fail(fault, TWT_ERROR_MEMORY, reader->path, NULL);
    twt_source_attach(&reader->source, STDIN_FILENO);
    twt_status status = first_byte(&reader->source, &first);
    if (status == TWT_ERROR_IO)
        return twt_fail_os(fault, reader->path, reader->source.os_error);
    if (status != TWT_OK)
        return twt_fail(fault, status, reader->path, NULL);
    if (first != '{')
        return read_text(reader, TWT_TEXT_PLAIN, out, fault);
    twt_source spare = reader->jsonl.source; /* what was peeked at goes along */
    reader->jsonl.source = reader->source;
    reader->source = spare;
    reader->is_jsonl = true;
    return TWT_END;
}

static twt_status begin_path(twt_reader *reader, const char *path, twt_document *out, twt_fault *fault)
{
    struct stat info;
    reader->path = path;
    if (strcmp(path, "-") == 0)
        return begin_input(reader, out, fault);
    if (stat(path, &info))
        return twt_fail_os(fault, path, errno);
    if (!S_ISDIR(info.st_mode))
        return begin_file(reader, AT_FDCWD, path, true, path, out, fault);
    twt_status status = twt_walk_begin(&reader->walk, path, fault);
    reader->is_walking = status == TWT_OK;
    return status == TWT_OK ? TWT_END : status;
}

/* As begin_file. */
static twt_status walk_on(twt_reader *reader, twt_document *out, twt_fault *fault)
{
    const char *name;
    twt_status status = twt_walk_next(&reader->walk, fault);
    reader->is_walking = status != TWT_END;
    if (status != TWT_OK)
        return status;
    reader->path = reader->walk.path.data;
    int at = twt_walk_at(&reader->walk, &name);
    return begin_file(reader, at, name, reader->options.follows_links, reader->path + reader->walk.relative_begin, out,
                      fault);
}

twt_status twt_reader_next(twt_reader *reader, twt_document *out, twt_fault *fault)
{
    twt_status status = TWT_END;
    while (status == TWT_END) {
        if (reader->is_jsonl) {
            status = twt_jsonl_document(&reader->jsonl, reader->id.data, reader->path, out, fault);
            if (status == TWT_END) {
                twt_jsonl_close(&reader->jsonl);
                reader->is_jsonl = false;
            }
        } else if (reader->is_walking) {
            status = walk_on(reader, out, fault);
        } else if (reader->next < reader->paths.count) {
            status = begin_path(reader, reader->paths.data[reader->next++], out, fault);
        } else {
            return TWT_END;
        }
    }
    return status;
}

/* io: bytes -> documents, results -> reports.
 *
 * One file a reader, one a writer. Nothing is silently dropped: what can't be read comes back as an error with a fault,
 * and the reader goes on with the next document when it is asked again. */
#ifndef TWICETOLD_IO_H
#define TWICETOLD_IO_H

#include "twicetold/types.h"

#ifdef __cplusplus
extern "C" {
#endif

/* ---- reading --------------------------------------------------------------------------------------------- */

typedef struct twt_reader_options {
    size_t size; /* sizeof(twt_reader_options), set by twt_reader_options_init */
    /* Globs over a folder's files; borrowed for the reader's life. A pattern without a slash must match the file's
     * name, one with a slash its path relative to the argument; * and ? stop at slashes, ** does not, and "**"
     * with its slash may stand for no folder; ? is one code point; nothing else is special; a pattern over 1024 bytes
     * matches nothing. Default: all, none. Names that begin with a dot are passed over unless a part of an include
     * pattern that begins with a dot matches them. */
    const char *const *include;
    size_t include_count;
    const char *const *exclude;
    size_t exclude_count;
    bool follows_links; /* symbolic links inside folders; default false: passed over. Loops are found either way */
    bool is_lossy;      /* malformed UTF-8 becomes U+FFFD (offsets then refer to the mended text); default false */
    size_t document_bytes_max; /* of a text, and of a line of JSONL; 1 to TWT_DOCUMENT_BYTES_MAX, the default */
    /* Threads that read, the caller's among them; default 1. More than one read ahead, up to 16 MiB and one document:
     * what comes out is the same, but for files that change meanwhile. From 8 on more bring nothing. */
    uint32_t threads;
} twt_reader_options;

TWT_API void twt_reader_options_init(twt_reader_options *options);

/* One thread at a time. Threads of its own end with it; it waits for standard input only while a caller waits for it. */
typedef struct twt_reader twt_reader;

TWT_API TWT_MUST_USE twt_status twt_reader_new(const twt_reader_options *options, twt_reader **out);
TWT_API void twt_reader_free(twt_reader *reader);

/* Queues a folder, a file or "-" (standard input: JSONL when its first byte that is no white space is a brace, else one
 * text). By name, in any case: .jsonl and .ndjson hold a document a line; .md and .markdown are Markdown; everything
 * else is plain text; .txt and Markdown may begin with front matter. A path that is a link is followed. Nothing is
 * opened yet. */
TWT_API TWT_MUST_USE twt_status twt_reader_add(twt_reader *reader, const char *path);

/* The next document, folders in the byte order of their paths. TWT_OK: *out lives until the next call. TWT_END: no more.
 * An error speaks of one document, file or folder: *fault says where, and the next call goes on behind it. fault may be
 * NULL.
 *
 * Ids: a file in a folder has its path relative to the argument, a file its path as given, "-" is "-"; a line of JSONL
 * has its "id", or that of its file with ":LINE". Bytes of a path that are no UTF-8 become \xNN.
 *
 * The text is UTF-8 and offsets into it are offsets into the file or JSON string: a byte order mark, Markdown marks,
 * HTML tags and entities in Markdown, and front matter are blanked, not cut. A file that grows is read to the size it
 * had when it was opened.
 *
 * Front matter is a YAML mapping of up to 64 KiB between lines of "---"; title, date or published, source, url and tier
 * are taken where they make sense. What is no mapping is text. In JSONL title, published, source, url and tier that are
 * no strings or make no sense are TWT_ERROR_FORMAT; null is as good as left out.
 *
 * What is neither file nor folder (a pipe, a socket, a device) is TWT_ERROR_IO, unopened. A folder that is met again by
 * links is TWT_ERROR_IO and left. */
TWT_API TWT_MUST_USE twt_status twt_reader_next(twt_reader *reader, twt_document *out, twt_fault *fault);

/* One object a line {"id","a","b"}: reads pairs from a JSONL file or "-". *a and *b have the id of the pair (as for
 * documents when it is left out). Of the options is_lossy and document_bytes_max count; NULL: the defaults. Results
 * live until the next call; errors are those of JSONL documents and the next call goes on behind them. */
typedef struct twt_pair_reader twt_pair_reader;
TWT_API TWT_MUST_USE twt_status twt_pair_reader_open(const char *path, const twt_reader_options *options,
                                                     twt_pair_reader **out, twt_fault *fault);
TWT_API void twt_pair_reader_free(twt_pair_reader *reader);
TWT_API TWT_MUST_USE twt_status twt_pair_reader_next(twt_pair_reader *reader, const char **id, twt_document *a,
                                                     twt_document *b, twt_fault *fault);

/* Metadata joined by id: a JSONL or CSV file (RFC 4180; a header line names the columns; an empty cell is not given)
 * with id and any of title, published, source, url, tier. The suffix decides which, else the first byte. A fault
 * anywhere in it, the same id twice too, refuses the whole file. Immutable once open. */
typedef struct twt_metadata twt_metadata;
TWT_API TWT_MUST_USE twt_status twt_metadata_open(const char *path, twt_metadata **out, twt_fault *fault);
TWT_API void twt_metadata_free(twt_metadata *metadata);
/* Overwrites the fields that the file has for document->id; they live as long as the metadata. True when there were
 * any. */
TWT_API bool twt_metadata_apply(const twt_metadata *metadata, twt_document *document);

/* Parses ISO 8601: 2024-03-05, 2024-03-05T09:30, …:00, .250 (dropped), Z, +01:00, +0100 or +01; no zone is UTC. A blank
 * may stand for the T and before the zone. Years 1 to 9999, no 24:00, no leap seconds. TWT_ERROR_FORMAT when it is
 * none; *out is unchanged. */
TWT_API TWT_MUST_USE twt_status twt_time_parse(const char *text, twt_time *out);

/* "official", "agency", "outlet", "other"; TWT_ERROR_FORMAT for another word. */
TWT_API TWT_MUST_USE twt_status twt_tier_parse(const char *text, twt_tier *out);

/* The rule of twt_reader_options.include. Bounded time for any pattern. */
TWT_API bool twt_glob_matches(const char *pattern, const char *path);

/* ---- writing --------------------------------------------------------------------------------------------- */

typedef enum twt_format { TWT_FORMAT_TEXT, TWT_FORMAT_JSONL, TWT_FORMAT_CSV } twt_format;

typedef struct twt_writer_options {
    size_t size;
    twt_format format;
    bool is_coloured; /* text: ANSI colours */
    uint32_t width;   /* text: columns of the terminal, 40 to 400; default 100 */
    /* Takes len bytes, all or TWT_ERROR_IO; what it returns ends up with the caller of the writer. */
    twt_status (*write)(void *context, const char *bytes, size_t len);
    /* The document of a number, for pairs, clusters and links. */
    const twt_document *(*document)(void *context, uint32_t number);
    void *context;
} twt_writer_options;

TWT_API void twt_writer_options_init(twt_writer_options *options);

/* One thread at a time. Every function below returns the first failure of write for good, or TWT_ERROR_MEMORY (then nothing
 * of the record is written), or TWT_ERROR_ARGUMENT for a number without a document. lib/io/write/csv.c says what the columns
 * of a CSV file mean. */
typedef struct twt_writer twt_writer;

TWT_API TWT_MUST_USE twt_status twt_writer_new(const twt_writer_options *options, twt_writer **out);
TWT_API void twt_writer_free(twt_writer *writer); /* does not flush */

TWT_API TWT_MUST_USE twt_status twt_writer_pair(twt_writer *writer, const twt_pair *pair);
/* number: the element position among the clusters; printed from 1, here and in links. */
TWT_API TWT_MUST_USE twt_status twt_writer_cluster(twt_writer *writer, uint32_t number, const twt_cluster *cluster);
TWT_API TWT_MUST_USE twt_status twt_writer_link(twt_writer *writer, const twt_link *link);
TWT_API TWT_MUST_USE twt_status twt_writer_summary(twt_writer *writer, const twt_summary *summary);

/* One compared pair with its passages and changes. id: from --pairs, or NULL. In text form: the verdict in words, the numbers
 * beside the chance level of unrelated texts, both texts by sentence with the changes marked, the table of substitutions,
 * the altered facts. */
TWT_API TWT_MUST_USE twt_status twt_writer_comparison(twt_writer *writer, const char *id, const twt_document *a,
                                                      const twt_document *b, const twt_analysis *analysis_a,
                                                      const twt_analysis *analysis_b, const twt_comparison *comparison);

/* Why a pair is what it is (twt_comparison_checks): each measure beside the limit that it was compared with, rule by rule.
 * Errors besides: TWT_ERROR_UNSUPPORTED for CSV. */
TWT_API TWT_MUST_USE twt_status twt_writer_checks(twt_writer *writer, const char *id, const twt_document *a,
                                                  const twt_document *b, twt_relation relation,
                                                  const twt_check *checks, size_t count);

/* The way of one pair through a scan (twt_scan_explain). Errors besides: TWT_ERROR_UNSUPPORTED for CSV. */
TWT_API TWT_MUST_USE twt_status twt_writer_account(twt_writer *writer, const twt_account *account);

/* What a scan cost, stage by stage. Errors besides: TWT_ERROR_UNSUPPORTED for CSV. */
TWT_API TWT_MUST_USE twt_status twt_writer_stats(twt_writer *writer, const twt_stats *stats);

/* Hands over what is still buffered. */
TWT_API TWT_MUST_USE twt_status twt_writer_flush(twt_writer *writer);

#ifdef __cplusplus
}
#endif

#endif

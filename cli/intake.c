#include "intake.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "messages.h"
#include "progress.h"

bool intake_open(cli_intake *intake, const cli_options *options)
{
    memset(intake, 0, sizeof *intake);
    intake->options = options;
    intake->matched_official =
        calloc(options->official.count + options->prefer.count + options->explained.count + 1, sizeof(bool));
    if (!intake->matched_official) {
        say_error("out of memory");
        return false;
    }
    intake->matched_prefer = intake->matched_official + options->official.count;
    intake->refused_explained = intake->matched_prefer + options->prefer.count;
    if (!options->metadata)
        return true;
    twt_fault fault = {.byte = UINT64_MAX};
    twt_status status = twt_metadata_open(options->metadata, &intake->metadata, &fault);
    if (status != TWT_OK)
        say_fault(&fault, status, "nothing was read");
    return status == TWT_OK;
}

void intake_close(cli_intake *intake)
{
    twt_metadata_free(intake->metadata);
    free(intake->matched_official);
    memset(intake, 0, sizeof *intake);
}

twt_reader *intake_reader(const cli_options *options)
{
    twt_reader_options wanted;
    twt_reader *reader;
    twt_reader_options_init(&wanted);
    wanted.include = options->include.items;
    wanted.include_count = options->include.count;
    wanted.exclude = options->exclude.items;
    wanted.exclude_count = options->exclude.count;
    wanted.follows_links = options->follows_links;
    wanted.is_lossy = options->is_lossy;
    wanted.threads = options->threads;
    twt_status status = twt_reader_new(&wanted, &reader);
    if (status != TWT_OK)
        say_error("%s", twt_status_text(status));
    return status == TWT_OK ? reader : NULL;
}

static bool matches_any(const cli_patterns *patterns, const char *id, bool *matched)
{
    bool found = false;
    for (size_t i = 0; i < patterns->count; i++) {
        if (twt_glob_matches(patterns->items[i], id))
            found = matched[i] = true;
    }
    return found;
}

void intake_join(cli_intake *intake, twt_document *document)
{
    if (intake->metadata && twt_metadata_apply(intake->metadata, document))
        intake->joined++;
    if (matches_any(&intake->options->official, document->id, intake->matched_official))
        document->tier = TWT_TIER_OFFICIAL;
}

static bool is_operand(const cli_options *options, const char *path)
{
    for (size_t i = 0; i < options->operand_count; i++) {
        if (path && strcmp(options->operands[i], path) == 0)
            return true;
    }
    return false;
}

/* Whether the path is that of a document with this id: as it is, or below a folder. */
static bool is_path_of(const char *path, const char *id)
{
    size_t len = strlen(path), id_len = strlen(id);
    return len >= id_len && strcmp(path + len - id_len, id) == 0 && (len == id_len || path[len - id_len - 1] == '/');
}

static void note_refused(cli_intake *intake, const char *path)
{
    const cli_patterns *explained = &intake->options->explained;
    for (size_t i = 0; path && i < explained->count; i++)
        intake->refused_explained[i] |= is_path_of(path, explained->items[i]);
}

bool intake_refuse(cli_intake *intake, const twt_fault *fault, twt_status status)
{
    bool is_fatal = status == TWT_ERROR_MEMORY || intake->is_full || intake->options->is_strict;
    intake->skipped++;
    note_refused(intake, fault->path);
    if (fault->os_error && is_operand(intake->options, fault->path))
        intake->has_bad_path = true;
    say_fault(fault, status, is_fatal ? "stopped" : "skipped");
    return !is_fatal;
}

/* ---- into a scan ----------------------------------------------------------------------------------------- */

static twt_status offer(cli_intake *intake, twt_scan *scan, const twt_document *document, size_t *error_offset)
{
    twt_document joined = *document;
    intake_join(intake, &joined);
    bool is_preferred = matches_any(&intake->options->prefer, joined.id, intake->matched_prefer);
    return twt_scan_add(scan, &joined, is_preferred, error_offset);
}

/* Two PATHs may hold files of the same relative path: the later one gets its PATH in front, so that nothing is lost.
 * The same file given twice is no such case. */
static bool may_be_renamed(const twt_scan *scan, const twt_document *document)
{
    uint32_t number;
    if (document->line || !document->path || !twt_scan_find(scan, document->id, &number))
        return false;
    const char *earlier = twt_scan_document(scan, number)->path;
    return !earlier || strcmp(earlier, document->path) != 0;
}

static twt_status offer_by_path(cli_intake *intake, twt_scan *scan, const twt_document *document, size_t *error_offset)
{
    twt_document renamed = *document;
    renamed.id = document->path;
    twt_status status = offer(intake, scan, &renamed, error_offset);
    if (status == TWT_OK && !intake->has_told_path) {
        say_note("%s: another PATH has a document '%s', too; such documents have their PATH in front of their id",
                 document->path, document->id);
        intake->has_told_path = true;
    }
    return status;
}

static void format_origin(const twt_document *document, char *out, size_t size)
{
    int len = snprintf(out, size, "%.200s", document->path ? document->path : "?");
    if (document->line)
        snprintf(out + len, size - (size_t)len, ":%" PRIu64, document->line);
}

static bool refuse_document(cli_intake *intake, const twt_scan *scan, const twt_document *document, twt_status status,
                            size_t error_offset)
{
    uint32_t number;
    char origin[256], reason[600];
    if (status == TWT_ERROR_IO) { /* of the scan's own file: nothing is wrong with the document */
        twt_fault of_scan;
        twt_scan_fault(scan, &of_scan);
        intake->is_full = true;
        return intake_refuse(intake, &of_scan, status);
    }
    twt_fault fault = {.path = document->path ? document->path : document->id,
                       .line = document->line,
                       .byte = status == TWT_ERROR_UTF8 ? error_offset : UINT64_MAX};
    if (status == TWT_ERROR_DUPLICATE_ID && twt_scan_find(scan, document->id, &number)) {
        format_origin(twt_scan_document(scan, number), origin, sizeof origin);
        snprintf(reason, sizeof reason, "the id '%.200s' was given before, by %s", document->id, origin);
        fault.reason = reason;
    }
    return intake_refuse(intake, &fault, status);
}

static bool take(cli_intake *intake, twt_scan *scan, const twt_document *document)
{
    size_t error_offset = 0;
    twt_status status = offer(intake, scan, document, &error_offset);
    if (status == TWT_ERROR_DUPLICATE_ID && may_be_renamed(scan, document))
        status = offer_by_path(intake, scan, document, &error_offset);
    return status == TWT_OK || refuse_document(intake, scan, document, status, error_offset);
}

static bool queue_operands(cli_intake *intake, twt_reader *reader)
{
    for (size_t i = 0; i < intake->options->operand_count; i++) {
        const char *path = intake->options->operands[i];
        twt_status status = twt_reader_add(reader, path);
        twt_fault fault = {.path = path, .byte = UINT64_MAX};
        if (status != TWT_OK) {
            intake->has_bad_path = true;
            if (!intake_refuse(intake, &fault, status))
                return false;
        }
    }
    return true;
}

static bool read_all(cli_intake *intake, twt_reader *reader, twt_scan *scan)
{
    for (;;) {
        twt_document document;
        twt_fault fault = {.byte = UINT64_MAX};
        twt_status status = twt_reader_next(reader, &document, &fault);
        if (status == TWT_END)
            return true;
        bool may_go_on = status == TWT_OK ? take(intake, scan, &document) : intake_refuse(intake, &fault, status);
        if (!may_go_on)
            return false;
        progress_show(TWT_STAGE_READ, twt_scan_document_count(scan), 0);
    }
}

bool intake_run(cli_intake *intake, twt_scan *scan)
{
    twt_reader *reader = intake_reader(intake->options);
    if (!reader)
        return false;
    bool is_done = queue_operands(intake, reader) && read_all(intake, reader, scan);
    twt_reader_free(reader);
    return is_done;
}

/* ---- notes ----------------------------------------------------------------------------------------------- */

static void note_unmatched(const char *option, const cli_patterns *patterns, const bool *matched)
{
    for (size_t i = 0; i < patterns->count; i++) {
        if (!matched[i])
            say_note("--%s '%s' matches no document's id", option, patterns->items[i]);
    }
}

void intake_note_unused(const cli_intake *intake)
{
    if (intake->metadata && intake->joined == 0)
        say_note("--meta '%s' has no id of a document read", intake->options->metadata);
    note_unmatched("official", &intake->options->official, intake->matched_official);
    note_unmatched("prefer", &intake->options->prefer, intake->matched_prefer);
}

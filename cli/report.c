#include "report.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "messages.h"
#include "progress.h"
#include "twicetold/compare.h"

/* ---- the writer ------------------------------------------------------------------------------------------ */

static twt_status write_report(void *context, const char *bytes, size_t len)
{
    cli_report *report = context;
    return output_write(&report->output, bytes, len);
}

static const twt_document *report_document(void *context, uint32_t number)
{
    const cli_report *report = context;
    return report->scan ? twt_scan_document(report->scan, number) : NULL;
}

static bool is_terminal(const cli_report *report)
{
    return isatty(report->output.fd);
}

/* https://no-color.org: set and not empty. */
static bool is_coloured(const cli_report *report, color_choice choice)
{
    const char *refused = getenv("NO_COLOR"), *terminal = getenv("TERM");
    if (choice != COLOR_AUTO)
        return choice == COLOR_ALWAYS;
    return !(refused && *refused) && terminal && strcmp(terminal, "dumb") != 0 && is_terminal(report);
}

static uint32_t terminal_width(const cli_report *report, uint32_t otherwise)
{
    struct winsize size;
    if (!is_terminal(report) || ioctl(report->output.fd, TIOCGWINSZ, &size) != 0 || size.ws_col == 0)
        return otherwise;
    return size.ws_col < 40 ? 40 : size.ws_col > 400 ? 400 : size.ws_col;
}

bool report_open(cli_report *report, const cli_options *options, const twt_scan *scan)
{
    *report = (cli_report){.scan = scan};
    if (!output_open(&report->output, options->output)) {
        output_discard(&report->output);
        return false;
    }
    twt_writer_options wanted;
    twt_writer_options_init(&wanted);
    wanted.format = options->format;
    wanted.is_coloured = options->format == TWT_FORMAT_TEXT && is_coloured(report, options->color);
    wanted.width = options->width ? options->width : terminal_width(report, wanted.width);
    wanted.write = write_report;
    wanted.document = report_document;
    wanted.context = report;
    twt_status status = twt_writer_new(&wanted, &report->writer);
    if (status == TWT_OK)
        return true;
    say_error("%s", twt_status_text(status));
    output_discard(&report->output);
    return false;
}

bool report_close(cli_report *report, twt_status status)
{
    if (status == TWT_OK)
        status = twt_writer_flush(report->writer);
    twt_writer_free(report->writer);
    report->writer = NULL;
    /* What the system refused is told by the output itself. */
    if (status != TWT_OK && !report->output.error)
        say_error("%s", twt_status_text(status));
    bool is_whole = (status == TWT_OK || report->output.error) && output_finish(&report->output) && status == TWT_OK;
    output_discard(&report->output);
    return is_whole;
}

twt_status report_accounts(cli_report *report, twt_scan *scan, const cli_patterns *ids)
{
    twt_status status = TWT_OK;
    for (size_t i = 0; i + 1 < ids->count && status == TWT_OK; i += 2) {
        uint32_t a = 0, b = 0;
        const twt_account *account;
        if (!twt_scan_find(scan, ids->items[i], &a) || !twt_scan_find(scan, ids->items[i + 1], &b))
            return TWT_ERROR_ARGUMENT;
        status = twt_scan_explain(scan, a, b, &account);
        progress_hide();
        if (status == TWT_OK)
            status = twt_writer_account(report->writer, account);
    }
    return status;
}

twt_status report_checks(cli_report *report, const char *id, const twt_document *a, const twt_document *b,
                         const twt_comparison *comparison)
{
    twt_check checks[TWT_CHECKS_MAX];
    size_t count = twt_comparison_checks(comparison, checks);
    return twt_writer_checks(report->writer, id, a, b, comparison->verdict.relation, checks, count);
}

static twt_status write_words(void *context, const char *bytes, size_t len)
{
    (void)context;
    return fwrite(bytes, 1, len, stderr) == len ? TWT_OK : TWT_ERROR_IO;
}

bool report_stats(const cli_options *options, const twt_scan *scan)
{
    twt_stats stats;
    twt_writer *writer;
    twt_writer_options wanted;
    twt_scan_stats(scan, &stats);
    twt_writer_options_init(&wanted);
    wanted.format = options->format == TWT_FORMAT_JSONL ? TWT_FORMAT_JSONL : TWT_FORMAT_TEXT;
    wanted.write = write_words;
    twt_status status = twt_writer_new(&wanted, &writer);
    if (status == TWT_OK)
        status = twt_writer_stats(writer, &stats);
    if (status == TWT_OK)
        status = twt_writer_flush(writer);
    twt_writer_free(writer);
    if (status != TWT_OK)
        say_error("--stats: %s", twt_status_text(status));
    return status == TWT_OK;
}

/* ---- the order ------------------------------------------------------------------------------------------- */

static twt_status put_pairs(cli_report *report)
{
    size_t count;
    const twt_pair *pairs = twt_scan_pairs(report->scan, &count);
    twt_status status = TWT_OK;
    for (size_t i = 0; i < count && status == TWT_OK; i++)
        status = twt_writer_pair(report->writer, &pairs[i]);
    return status;
}

static twt_status put_clusters(cli_report *report)
{
    size_t count;
    const twt_cluster *clusters = twt_scan_clusters(report->scan, &count);
    twt_status status = TWT_OK;
    for (size_t i = 0; i < count && status == TWT_OK; i++)
        status = twt_writer_cluster(report->writer, (uint32_t)i, &clusters[i]);
    return status;
}

static twt_status put_links(cli_report *report)
{
    size_t count;
    const twt_link *links = twt_scan_links(report->scan, &count);
    twt_status status = TWT_OK;
    for (size_t i = 0; i < count && status == TWT_OK; i++)
        status = twt_writer_link(report->writer, &links[i]);
    return status;
}

static twt_status put_for_programs(cli_report *report)
{
    twt_status status = put_pairs(report);
    if (status == TWT_OK)
        status = put_clusters(report);
    return status == TWT_OK ? put_links(report) : status;
}

/* The canonical version of each document's cluster; of a single document none (UINT32_MAX). NULL when memory is short.
 */
static uint32_t *canonical_versions(const twt_scan *scan)
{
    size_t document_count = twt_scan_document_count(scan), count;
    const twt_cluster *clusters = twt_scan_clusters(scan, &count);
    uint32_t *canonical = malloc((document_count + 1) * sizeof *canonical);
    if (!canonical)
        return NULL;
    memset(canonical, 0xff, document_count * sizeof *canonical);
    for (size_t i = 0; i < count; i++) {
        for (size_t k = 0; k < clusters[i].member_count; k++)
            canonical[clusters[i].members[k].document] = clusters[i].canonical;
    }
    return canonical;
}

/* The cluster has said already how its members stand to the canonical version; a pair still has the reasons for a
 * rewritten copy. */
static bool is_told(const twt_pair *pair, const uint32_t *canonical)
{
    return canonical[pair->a] == canonical[pair->b] &&
           (canonical[pair->a] == pair->a || canonical[pair->a] == pair->b) &&
           pair->verdict.machine_signs == TWT_SIGNS_NONE;
}

static twt_status put_untold_pairs(cli_report *report)
{
    size_t count;
    const twt_pair *pairs = twt_scan_pairs(report->scan, &count);
    uint32_t *canonical = canonical_versions(report->scan);
    twt_status status = canonical ? TWT_OK : TWT_ERROR_MEMORY;
    for (size_t i = 0; i < count && status == TWT_OK; i++) {
        if (!is_told(&pairs[i], canonical))
            status = twt_writer_pair(report->writer, &pairs[i]);
    }
    free(canonical);
    return status;
}

static twt_status put_for_people(cli_report *report)
{
    twt_status status = put_clusters(report);
    if (status == TWT_OK)
        status = put_links(report);
    return status == TWT_OK ? put_untold_pairs(report) : status;
}

twt_status report_scan(cli_report *report, twt_format format, const twt_summary *summary)
{
    twt_status status = format == TWT_FORMAT_TEXT ? put_for_people(report) : put_for_programs(report);
    return status == TWT_OK ? twt_writer_summary(report->writer, summary) : status;
}

/* Results on their way out: a writer as the options say, the output behind it, the order that the format wants. */
#ifndef CLI_REPORT_H
#define CLI_REPORT_H

#include "options.h"
#include "output.h"
#include "twicetold/scan.h"

typedef struct cli_report {
    cli_output output;
    const twt_scan *scan; /* knows the documents of pairs and clusters; may be NULL */
    twt_writer *writer;
} cli_report;

/* Opens the output. The report may not be moved afterwards. False after a message. */
bool report_open(cli_report *report, const cli_options *options, const twt_scan *scan);

/* Everything that report->scan found. */
TWT_MUST_USE twt_status report_scan(cli_report *report, twt_format format, const twt_summary *summary);

/* --explain of scan: the way of each pair of ids, two after the other. */
TWT_MUST_USE twt_status report_accounts(cli_report *report, twt_scan *scan, const cli_patterns *ids);

/* --explain of compare: why a comparison says what it says. */
TWT_MUST_USE twt_status report_checks(cli_report *report, const char *id, const twt_document *a, const twt_document *b,
                                      const twt_comparison *comparison);

/* --stats: to standard error, as JSONL or text. False after a message. */
bool report_stats(const cli_options *options, const twt_scan *scan);

/* Completes the output when status is good, discards it otherwise. False after a message, but for a reader that has
 * gone away. */
bool report_close(cli_report *report, twt_status status);

#endif

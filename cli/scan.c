/* twicetold scan: documents in, clusters out. */
#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "command.h"
#include "intake.h"
#include "interrupt.h"
#include "messages.h"
#include "progress.h"
#include "report.h"

static void show_progress(void *context, twt_stage stage, uint64_t done, uint64_t total)
{
    (void)context;
    progress_show(stage, done, total);
}

static bool is_cancelled(void *context)
{
    (void)context;
    return interrupt_is_noted();
}

static double seconds_since(const struct timespec *began)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)(now.tv_sec - began->tv_sec) + (double)(now.tv_nsec - began->tv_nsec) / 1e9;
}

/* Asked before anything is read, so that a wrong option is told at once. */
static bool has_kernel(const cli_options *options)
{
    twt_profile profile;
    twt_sketcher *sketcher;
    twt_profile_init(&profile);
    twt_status status = twt_sketcher_new(&profile, options->kernel, &sketcher);
    if (status != TWT_OK)
        say_error("--kernel %s: %s", twt_kernel_name(options->kernel), twt_status_text(status));
    else
        twt_sketcher_free(sketcher);
    return status == TWT_OK;
}

/* /var/tmp rather than /tmp, which may itself be memory. */
static const char *tmp_folder(const cli_options *options)
{
    const char *folder = getenv("TMPDIR");
    if (options->tmp_folder)
        return options->tmp_folder;
    return folder && *folder ? folder : "/var/tmp";
}

/* Asked before anything is read, so that a wrong option is told at once. */
static bool has_tmp(const cli_options *options)
{
    struct stat what;
    const char *folder = tmp_folder(options);
    if (!options->memory)
        return true;
    int error = stat(folder, &what) != 0           ? errno
                : !S_ISDIR(what.st_mode)           ? ENOTDIR
                : access(folder, W_OK | X_OK) != 0 ? errno
                                                   : 0;
    if (error)
        say_error("--tmp %s: %s", folder, strerror(error));
    return !error;
}

static twt_scan *new_scan(const cli_options *options)
{
    twt_scan_options wanted;
    twt_scan *scan = NULL;
    twt_scan_options_init(&wanted);
    wanted.kernel = options->kernel;
    wanted.threads = options->threads;
    wanted.is_timed = options->tells_stats;
    wanted.is_explainable = options->explained.count > 0;
    wanted.memory = options->memory;
    wanted.tmp_folder = tmp_folder(options);
    wanted.progress = show_progress;
    wanted.is_cancelled = is_cancelled;
    twt_status status = twt_scan_new(&wanted, &scan);
    if (status != TWT_OK)
        say_error("%s", twt_status_text(status));
    return scan;
}

/* The first Ctrl-C stops the library in order, the second ends the program. */
static bool run(twt_scan *scan)
{
    interrupt_defer();
    twt_status status = twt_scan_run(scan);
    progress_hide();
    interrupt_resume();
    if (status == TWT_ERROR_IO) {
        twt_fault fault;
        twt_scan_fault(scan, &fault);
        say_fault(&fault, status, NULL);
    } else if (status != TWT_OK) {
        say_error("%s", twt_status_text(status));
    }
    return status == TWT_OK;
}

/* CSV has no row for it. */
static void note_summary(const twt_summary *summary)
{
    say_note("%" PRIu64 " documents, %" PRIu64 " pairs, %" PRIu64 " clusters, %" PRIu64 " links; %" PRIu64 " skipped",
             summary->documents, summary->pairs, summary->clusters, summary->links, summary->skipped);
}

static bool print_accounts(const cli_options *options, twt_scan *scan)
{
    cli_report report;
    return report_open(&report, options, scan) &&
           report_close(&report, report_accounts(&report, scan, &options->explained));
}

static bool print(const cli_options *options, twt_scan *scan, uint64_t skipped, const struct timespec *began)
{
    cli_report report;
    twt_summary summary;
    twt_scan_summary(scan, &summary);
    summary.skipped = skipped;
    summary.seconds = seconds_since(began);
    if (options->explained.count)
        return print_accounts(options, scan);
    if (!report_open(&report, options, scan) || !report_close(&report, report_scan(&report, options->format, &summary)))
        return false;
    if (options->format == TWT_FORMAT_CSV)
        note_summary(&summary);
    return true;
}

/* A document that was refused is no wrong usage. EXIT_DONE when all ids are known. */
static int check_explained(const cli_options *options, const cli_intake *intake, const twt_scan *scan)
{
    for (size_t i = 0; i < options->explained.count; i++) {
        const char *id = options->explained.items[i];
        if (twt_scan_find(scan, id, NULL))
            continue;
        if (intake->refused_explained[i]) {
            say_error("--explain: '%s' was not read, so that nothing can be like it", id);
            return EXIT_FAILED;
        }
        say_usage("scan", "--explain: no document has the id '%s'", id);
        return EXIT_USAGE;
    }
    return EXIT_DONE;
}

static int scan_operands(const cli_options *options, cli_intake *intake, const struct timespec *began)
{
    twt_scan *scan = new_scan(options);
    int status = scan && intake_run(intake, scan) ? EXIT_DONE : EXIT_FAILED;
    progress_hide();
    if (status == EXIT_DONE)
        status = check_explained(options, intake, scan);
    if (status == EXIT_DONE) {
        if (twt_scan_document_count(scan) == 0)
            say_note("no document was read");
        intake_note_unused(intake);
        bool is_done = run(scan) && print(options, scan, intake->skipped, began);
        is_done = is_done && (!options->tells_stats || report_stats(options, scan));
        status = is_done ? EXIT_DONE : EXIT_FAILED;
    }
    progress_hide();
    twt_scan_free(scan);
    return status;
}

/* Wrong usage that the table of options can't see; false after a message. */
static bool is_usage_good(const cli_options *options)
{
    const cli_patterns *explained = &options->explained;
    bool is_good = true;
    if (options->operand_count == 0) {
        say_usage("scan", "scan needs a PATH: a folder, a file, or - for standard input");
        return false;
    }
    if (explained->count && options->format == TWT_FORMAT_CSV) {
        say_usage("scan", "--explain prints text or jsonl, not csv");
        return false;
    }
    for (size_t i = 0; i + 1 < explained->count && is_good; i += 2)
        is_good = strcmp(explained->items[i], explained->items[i + 1]) != 0;
    if (!is_good)
        say_usage("scan", "--explain needs the ids of two documents");
    return is_good;
}

int command_scan(cli_options *options)
{
    struct timespec began;
    cli_intake intake;
    clock_gettime(CLOCK_MONOTONIC, &began);
    if (!is_usage_good(options))
        return EXIT_USAGE;
    if (!options->is_quiet && !options->hides_progress)
        progress_allow();
    if (!has_kernel(options) || !has_tmp(options) || !output_check(options->output))
        return EXIT_FAILED;
    int status = intake_open(&intake, options) ? scan_operands(options, &intake, &began) : EXIT_FAILED;
    if (status == EXIT_DONE && intake.has_bad_path)
        status = EXIT_FAILED;
    intake_close(&intake);
    return status;
}

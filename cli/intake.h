/* Documents on their way in: readers as the options say, metadata joined, faults told and counted. */
#ifndef CLI_INTAKE_H
#define CLI_INTAKE_H

#include "options.h"
#include "twicetold/scan.h"

typedef struct cli_intake {
    const cli_options *options;
    twt_metadata *metadata; /* NULL: none */
    uint64_t joined;        /* documents that it had something for */
    bool *matched_official; /* by pattern, for a note about those that matched nothing */
    bool *matched_prefer;
    bool *refused_explained; /* by id of --explain: whether its document was refused */
    uint64_t skipped;
    bool has_bad_path;  /* a PATH of the command line could not be opened */
    bool is_full;       /* the scan could not put a document aside: stop */
    bool has_told_path; /* the note on ids with the PATH in front */
} cli_intake;

/* Opens --meta. False after a message. */
bool intake_open(cli_intake *intake, const cli_options *options);
void intake_close(cli_intake *intake);

/* The reader that the options ask for; NULL after a message. */
twt_reader *intake_reader(const cli_options *options);

/* Joins what --meta and --official know of document->id. Strings live as long as the intake. */
void intake_join(cli_intake *intake, twt_document *document);

/* Tells what was refused and counts it. False when the run must stop: --strict, or memory is short. */
bool intake_refuse(cli_intake *intake, const twt_fault *fault, twt_status status);

/* Reads every operand into scan. False when the run must stop. */
bool intake_run(cli_intake *intake, twt_scan *scan);

/* Notes on options that met nothing. */
void intake_note_unused(const cli_intake *intake);

#endif

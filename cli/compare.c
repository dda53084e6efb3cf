/* twicetold compare: one pair of files explained; pairs.c has the many. */
#include <string.h>

#include "command.h"
#include "holding.h"
#include "intake.h"
#include "messages.h"
#include "pairs.h"
#include "report.h"
#include "twicetold/compare.h"

static bool hold_first(twt_reader *reader, const char *path, held_document *held)
{
    twt_document document;
    twt_fault fault = {.path = path, .byte = UINT64_MAX};
    twt_status status = twt_reader_add(reader, path);
    if (status == TWT_OK)
        status = twt_reader_next(reader, &document, &fault);
    if (status == TWT_OK && !holding_copy(held, &document))
        status = TWT_ERROR_MEMORY;
    if (status == TWT_END)
        say_error("%s: no document in it", path);
    else if (status != TWT_OK)
        say_fault(&fault, status, NULL);
    return status == TWT_OK;
}

static bool is_only_one(twt_reader *reader, const char *path)
{
    twt_document document;
    twt_fault fault = {.byte = UINT64_MAX};
    twt_status status = twt_reader_next(reader, &document, &fault);
    if (status != TWT_END)
        say_error("%s: more than one document in it; compare takes one a side", path);
    return status == TWT_END;
}

static bool read_side(cli_intake *intake, const char *path, held_document *held)
{
    twt_reader *reader = intake_reader(intake->options);
    bool is_read = reader && hold_first(reader, path, held) && is_only_one(reader, path);
    twt_reader_free(reader);
    if (is_read)
        intake_join(intake, &held->document);
    return is_read;
}

static bool explain(twt_explainer *explainer, const held_document sides[2], const twt_explanation **out)
{
    int side = 0;
    size_t offset = 0;
    twt_status status = twt_explainer_run(explainer, &sides[0].document, &sides[1].document,
                                          TWT_WANT_PASSAGES | TWT_WANT_CHANGES, out, &side, &offset);
    if (status != TWT_OK) {
        bool has_place = status == TWT_ERROR_UTF8 || status == TWT_ERROR_TOO_LARGE;
        twt_fault fault = {.path = has_place ? sides[side].document.id : NULL,
                           .byte = status == TWT_ERROR_UTF8 ? offset : UINT64_MAX};
        say_fault(&fault, status, NULL);
    }
    return status == TWT_OK;
}

static int print(const cli_options *options, const held_document sides[2], const twt_explanation *explanation)
{
    cli_report report;
    if (!report_open(&report, options, NULL))
        return EXIT_TROUBLE;
    twt_status status = twt_writer_comparison(report.writer, NULL, &sides[0].document, &sides[1].document,
                                              explanation->a, explanation->b, explanation->comparison);
    if (status == TWT_OK && options->explains)
        status = report_checks(&report, NULL, &sides[0].document, &sides[1].document, explanation->comparison);
    if (!report_close(&report, status))
        return EXIT_TROUBLE;
    return twt_relation_is_reuse(explanation->comparison->verdict.relation) ? EXIT_REUSE : EXIT_NO_REUSE;
}

static int compare_sides(const cli_options *options, cli_intake *intake, held_document sides[2])
{
    twt_explainer *explainer;
    const twt_explanation *explanation;
    for (int side = 0; side < 2; side++) {
        if (!read_side(intake, options->operands[side], &sides[side]))
            return EXIT_TROUBLE;
    }
    intake_note_unused(intake);
    twt_status status = twt_explainer_new(NULL, &explainer);
    if (status != TWT_OK) {
        say_error("%s", twt_status_text(status));
        return EXIT_TROUBLE;
    }
    int exit_status = explain(explainer, sides, &explanation) ? print(options, sides, explanation) : EXIT_TROUBLE;
    twt_explainer_free(explainer);
    return exit_status;
}

static int compare_files(const cli_options *options)
{
    cli_intake intake;
    held_document sides[2] = {{.memory = NULL}, {.memory = NULL}};
    if (!output_check(options->output))
        return EXIT_TROUBLE;
    int exit_status = intake_open(&intake, options) ? compare_sides(options, &intake, sides) : EXIT_TROUBLE;
    holding_free(&sides[0]);
    holding_free(&sides[1]);
    intake_close(&intake);
    return exit_status;
}

int command_compare(cli_options *options)
{
    bool is_standard_twice =
        options->operand_count == 2 && strcmp(options->operands[0], "-") == 0 && strcmp(options->operands[1], "-") == 0;
    if (options->pairs && options->operand_count)
        say_usage("compare", "--pairs takes the place of A and B");
    else if (options->pairs && (options->metadata || options->official.count))
        say_usage("compare", "--meta and --official do not go with --pairs");
    else if (options->explains && options->format == TWT_FORMAT_CSV)
        say_usage("compare", "--explain prints text or jsonl, not csv");
    else if (options->pairs)
        return pairs_compare(options);
    else if (options->operand_count != 2)
        say_usage("compare", "compare needs two files, or --pairs FILE");
    else if (is_standard_twice)
        say_usage("compare", "only one side can be standard input");
    else
        return compare_files(options);
    return EXIT_USAGE;
}

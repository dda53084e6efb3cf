/* Where the time of a scan went, for people. */
#include "io/write/text_blocks.h"
#include "io/write/text_state.h"
#include "io/write/text_words.h"

#include <string.h>

enum { NAME_COLUMNS = 10, NUMBER_COLUMNS = 10, MEMORY_COLUMNS = 12 };

static void add(twt_cell *cell, const char *text)
{
    twt_cell_add_string(cell, text, TWT_STYLE_PLAIN);
}

static void put_right(twt_writer *writer, const twt_cell *cell, size_t width)
{
    size_t columns = twt_cell_columns(cell);
    twt_put_blanks(writer, columns < width ? width - columns : 0);
    twt_cell_put(writer, cell, 0, cell->glyphs.count, 0);
}

static void put_seconds(twt_writer *writer, double seconds)
{
    twt_cell *cell = twt_text_cell(writer, 0);
    twt_cell_add_fixed(cell, seconds, 3);
    put_right(writer, cell, NUMBER_COLUMNS);
}

static void put_phase(twt_writer *writer, const char *name, const twt_phase_cost *cost)
{
    twt_put_blanks(writer, 2);
    twt_put_string(writer, name);
    twt_put_blanks(writer, NAME_COLUMNS - strlen(name));
    put_seconds(writer, cost->wall_seconds);
    put_seconds(writer, cost->cpu_seconds);
    twt_cell *cell = twt_text_cell(writer, 0);
    twt_add_bytes(cell, cost->peak_bytes);
    put_right(writer, cell, MEMORY_COLUMNS);
    twt_put(writer, "\n", 1);
}

static void put_table(twt_writer *writer, const twt_stats *stats)
{
    twt_cell *cell = twt_text_cell(writer, 0);
    twt_cell_add_string(cell, "Seconds by stage, ", TWT_STYLE_BOLD);
    twt_cell_add_number(cell, stats->threads);
    add(cell, stats->threads == 1 ? " thread" : " threads");
    add(cell, "; CPU is that of all threads, memory the peak until the end of the stage");
    twt_cell_put_paragraph(writer, cell, 0, 2);
    twt_put_string(writer, "  stage           wall       CPU      memory\n");
    for (int phase = 0; phase < TWT_PHASES; phase++)
        put_phase(writer, twt_phase_name((twt_phase)phase), &stats->phases[phase]);
}

/* ---- counts ---------------------------------------------------------------------------------------------- */

static void add_item(twt_cell *cell, uint64_t count, const char *what)
{
    add(cell, ", ");
    twt_cell_add_number(cell, count);
    add(cell, what);
}

static void put_line(twt_writer *writer, const twt_cell *cell)
{
    twt_cell_put_paragraph(writer, cell, 0, 2);
}

static void put_texts(twt_writer *writer, const twt_stats *stats)
{
    twt_cell *cell = twt_text_cell(writer, 0);
    twt_add_count(cell, stats->documents, "document", "documents");
    add(cell, " (");
    twt_add_bytes(cell, stats->bytes);
    add(cell, ")");
    add_item(cell, stats->words, " words");
    add_item(cell, stats->features, " features");
    add_item(cell, stats->copies, " exact copies of earlier ones");
    add_item(cell, stats->wordless, " without words; analysing took ");
    twt_cell_add_fixed(cell, stats->text_cpu_seconds, 3);
    add(cell, " CPU seconds for text, ");
    twt_cell_add_fixed(cell, stats->sketch_cpu_seconds, 3);
    add(cell, " for sketches, ");
    twt_cell_add_fixed(cell, stats->feature_cpu_seconds, 3);
    add(cell, " for features");
    if (stats->spilled_bytes) {
        add(cell, "; ");
        twt_add_bytes(cell, stats->spilled_bytes);
        add(cell, " were put into files");
    }
    add(cell, ".");
    put_line(writer, cell);
}

static void put_candidates(twt_writer *writer, const twt_stats *stats)
{
    twt_cell *cell = twt_text_cell(writer, 0);
    twt_add_count(cell, stats->families, "family", "families");
    add(cell, "; ");
    twt_add_count(cell, stats->candidates, "candidate", "candidates");
    add(cell, ": ");
    twt_cell_add_number(cell, stats->candidates_by[0]);
    add(cell, " by bands");
    add_item(cell, stats->candidates_by[1], " by rare features");
    add_item(cell, stats->candidates_by[3], " by those of short texts");
    add_item(cell, stats->candidates_by[4], " by what copies add");
    add_item(cell, stats->candidates_by[2], " by families (a pair may come by several).");
    put_line(writer, cell);
}

static void put_verified(twt_writer *writer, const twt_stats *stats)
{
    const twt_verify_counts *counts = &stats->verify;
    double seconds = stats->phases[TWT_PHASE_VERIFY].cpu_seconds;
    twt_cell *cell = twt_text_cell(writer, 0);
    add(cell, "Verified: ");
    twt_cell_add_number(cell, counts->ended_at[TWT_STEP_REPORTED]);
    add(cell, " reported");
    add_item(cell, counts->weakened, " of them weakened to a passage");
    add_item(cell, counts->ended_at[TWT_STEP_VERIFY], " without reuse");
    add_item(cell, counts->ended_at[TWT_STEP_COMMON], " in common wording");
    add_item(cell, counts->ended_at[TWT_STEP_RECURRING], " in recurring paragraphs");
    if (counts->ended_at[TWT_STEP_CANDIDATE])
        add_item(cell, counts->ended_at[TWT_STEP_CANDIDATE], " spared, both being versions of one hub");
    if (seconds > 0 && stats->candidates) {
        add(cell, "; ");
        twt_cell_add_fixed(cell, (double)stats->candidates / seconds, 0);
        add(cell, " pairs a CPU second, ");
        twt_cell_add_fixed(cell, 1e6 * seconds / (double)stats->candidates, 1);
        add(cell, " µs a pair");
    }
    add(cell, ".");
    put_line(writer, cell);
}

static void put_clusters(twt_writer *writer, const twt_stats *stats)
{
    twt_cell *cell = twt_text_cell(writer, 0);
    twt_add_count(cell, stats->clusters, "cluster", "clusters");
    add_item(cell, stats->largest_cluster, " documents in the largest");
    add_item(cell, stats->links, stats->links == 1 ? " link." : " links.");
    put_line(writer, cell);
}

void twt_text_put_stats(twt_writer *writer, const twt_stats *stats)
{
    put_table(writer, stats);
    put_texts(writer, stats);
    put_candidates(writer, stats);
    put_verified(writer, stats);
    put_clusters(writer, stats);
}

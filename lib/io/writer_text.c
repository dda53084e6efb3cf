/* Text for people. The pairs come before the clusters but are told after them, and only those that no table of a
 * cluster tells: they are held until the summary or a flush. */
#include "io/writer_text.h"

#include <stdlib.h>

#include "base/sort.h"
static void begin(twt_writer *writer)
{
    writer->state = twt_alloc_zeroed(1, sizeof(twt_text_state));
    writer->is_short |= !writer->state;
}

static void free_state(twt_writer *writer)
{
    twt_text_state *state = writer->state;
    if (!state)
        return;
    twt_cell_free(&state->cells[0]);
    twt_cell_free(&state->cells[1]);
    twt_vec_free(&state->pairs);
    twt_vec_free(&state->canonicals);
    twt_free(state);
}

twt_cell *twt_text_cell(twt_writer *writer, size_t which)
{
    twt_cell *cell = &twt_text_state_of(writer)->cells[which];
    twt_cell_clear(cell);
    return cell;
}

void twt_text_put(twt_writer *writer, const char *text, twt_style style)
{
    twt_cell *cell = twt_text_cell(writer, 0);
    twt_cell_add_string(cell, text, style);
    twt_cell_put(writer, cell, 0, cell->glyphs.count, 0);
}

void twt_text_put_gap(twt_writer *writer)
{
    if (twt_text_state_of(writer)->has_output)
        twt_put(writer, "\n", 1);
}

/* ---- pairs ----------------------------------------------------------------------------------------------- */

static int compare_pairs(const void *left, const void *right)
{
    const twt_held_pair *a = left, *b = right;
    return a->a != b->a ? (a->a < b->a ? -1 : 1) : (a->b > b->b) - (a->b < b->b);
}

static void sort_pairs(twt_text_state *state)
{
    if (!state->is_sorted && state->pairs.count)
        twt_sort_items(state->pairs.data, state->pairs.count, sizeof *state->pairs.data, compare_pairs);
    state->is_sorted = true;
}

twt_held_pair *twt_text_find_pair(twt_text_state *state, uint32_t one, uint32_t other)
{
    sort_pairs(state);
    const twt_held_pair wanted = {.a = one < other ? one : other, .b = one < other ? other : one};
    return state->pairs.count ? bsearch(&wanted, state->pairs.data, state->pairs.count, sizeof wanted, compare_pairs)
                              : NULL;
}

static void write_pair(twt_writer *writer, const twt_pair *pair)
{
    twt_text_state *state = twt_text_state_of(writer);
    twt_held_pair held = {.a = pair->a, .b = pair->b, .verdict = pair->verdict};
    if (twt_vec_push(&state->pairs, held))
        state->is_sorted = false;
    else
        writer->is_short = true;
}

static void put_pair(twt_writer *writer, const twt_held_pair *pair)
{
    twt_cell *cell = twt_text_cell(writer, 0);
    twt_add_verdict(cell, &pair->verdict, twt_writer_document(writer, pair->a)->id,
                    twt_writer_document(writer, pair->b)->id);
    twt_cell_add_string(cell, ": Jaccard ", TWT_STYLE_PLAIN);
    twt_cell_add_fixed(cell, pair->verdict.jaccard, 3);
    twt_cell_add_string(cell, ", confidence ", TWT_STYLE_PLAIN);
    twt_add_confidence(cell, pair->verdict.confidence);
    if (pair->verdict.machine_signs != TWT_SIGNS_NONE) {
        twt_cell_add_string(cell, ", machine signs ", TWT_STYLE_PLAIN);
        twt_cell_add_string(cell, twt_signs_name(pair->verdict.machine_signs), TWT_STYLE_PLAIN);
    }
    twt_put_blanks(writer, 2);
    twt_cell_put_paragraph(writer, cell, 2, 4);
}

/* The pairs that no cluster told; whether there were any. */
static bool put_pairs(twt_writer *writer)
{
    twt_text_state *state = twt_text_state_of(writer);
    bool has_heading = false;
    sort_pairs(state);
    for (size_t i = 0; i < state->pairs.count; i++) {
        if (state->pairs.data[i].is_told)
            continue;
        if (!has_heading) {
            twt_text_put_gap(writer);
            twt_text_put(writer, state->canonicals.count ? "Other pairs" : "Pairs", TWT_STYLE_BOLD);
            twt_put(writer, "\n", 1);
            has_heading = true;
        }
        put_pair(writer, &state->pairs.data[i]);
    }
    return has_heading;
}

static void end(twt_writer *writer)
{
    bool has_pairs = put_pairs(writer);
    if (writer->is_short)
        return;
    twt_vec_clear(&twt_text_state_of(writer)->pairs);
    twt_text_state_of(writer)->has_output |= has_pairs;
}

/* ---- clusters, links, summary ---------------------------------------------------------------------------- */

static void write_cluster(twt_writer *writer, uint32_t number, const twt_cluster *cluster)
{
    twt_text_state *state = twt_text_state_of(writer);
    writer->is_short |= !twt_vec_reserve(&state->canonicals, 1);
    twt_text_put_gap(writer);
    twt_text_put_cluster(writer, number, cluster);
    if (writer->is_short)
        return;
    if (number == state->canonicals.count)
        twt_vec_push(&state->canonicals, cluster->canonical);
    for (size_t i = 0; i < cluster->member_count; i++) {
        twt_held_pair *pair = twt_text_find_pair(state, cluster->canonical, cluster->members[i].document);
        if (pair)
            pair->is_told = true;
    }
    state->has_output = true;
}

static void add_link_end(twt_writer *writer, twt_cell *cell, twt_link_end end_of_link)
{
    const twt_text_state *state = twt_text_state_of(writer);
    if (!end_of_link.is_cluster) {
        twt_cell_add_id(cell, twt_writer_document(writer, end_of_link.number)->id, TWT_STYLE_BOLD);
        return;
    }
    twt_cell_add_string(cell, "cluster ", TWT_STYLE_PLAIN);
    twt_cell_add_number(cell, (uint64_t)end_of_link.number + 1);
    if (end_of_link.number >= state->canonicals.count)
        return;
    twt_cell_add_string(cell, " (", TWT_STYLE_PLAIN);
    twt_cell_add_id(cell, twt_writer_document(writer, state->canonicals.data[end_of_link.number])->id, TWT_STYLE_BOLD);
    twt_cell_add_string(cell, ")", TWT_STYLE_PLAIN);
}

static void write_link(twt_writer *writer, const twt_link *link)
{
    twt_text_state *state = twt_text_state_of(writer);
    if (!state->has_links) {
        twt_text_put_gap(writer);
        twt_text_put(writer, "Links", TWT_STYLE_BOLD);
        twt_put(writer, "\n", 1);
    }
    twt_cell *cell = twt_text_cell(writer, 0);
    add_link_end(writer, cell, link->from);
    twt_cell_add_string(cell, " ", TWT_STYLE_PLAIN);
    twt_cell_add_string(cell, twt_link_words(link->relation), TWT_STYLE_PLAIN);
    twt_cell_add_string(cell, " ", TWT_STYLE_PLAIN);
    add_link_end(writer, cell, link->to);
    twt_put_blanks(writer, 2);
    twt_cell_put_paragraph(writer, cell, 2, 4);
    if (!writer->is_short)
        state->has_links = state->has_output = true;
}

static void add_text(twt_cell *cell, const char *text)
{
    twt_cell_add_string(cell, text, TWT_STYLE_PLAIN);
}

static void write_summary(twt_writer *writer, const twt_summary *summary)
{
    if (put_pairs(writer) || twt_text_state_of(writer)->has_output)
        twt_put(writer, "\n", 1);
    twt_cell *cell = twt_text_cell(writer, 0);
    twt_add_count(cell, summary->documents, "document", "documents");
    add_text(cell, " (");
    twt_add_bytes(cell, summary->bytes);
    add_text(cell, ") in ");
    twt_cell_add_fixed(cell, summary->seconds, 2);
    add_text(cell, " s: ");
    twt_add_count(cell, summary->clusters, "cluster", "clusters");
    add_text(cell, " of ");
    twt_add_count(cell, summary->clustered_documents, "document", "documents");
    add_text(cell, ", ");
    bool has_singles = summary->documents > summary->clustered_documents;
    twt_cell_add_number(cell, has_singles ? summary->documents - summary->clustered_documents : 0);
    add_text(cell, " single, ");
    twt_add_count(cell, summary->links, "link", "links");
    add_text(cell, "; ");
    twt_add_count(cell, summary->pairs, "verified pair", "verified pairs");
    add_text(cell, " of ");
    twt_add_count(cell, summary->candidates, "candidate", "candidates");
    add_text(cell, "; ");
    twt_cell_add_number(cell, summary->skipped);
    add_text(cell, " skipped.");
    twt_cell_put_paragraph(writer, cell, 0, 0);
    if (writer->is_short)
        return;
    twt_vec_clear(&twt_text_state_of(writer)->pairs);
    twt_text_state_of(writer)->has_output = true;
}

static void write_comparison(twt_writer *writer, const twt_compared *compared)
{
    twt_text_put_gap(writer);
    twt_text_put_comparison(writer, compared);
    if (!writer->is_short)
        twt_text_state_of(writer)->has_output = true;
}

static void write_checks(twt_writer *writer, const twt_checked *checked)
{
    twt_text_put_gap(writer);
    twt_text_put_checks(writer, checked);
    if (!writer->is_short)
        twt_text_state_of(writer)->has_output = true;
}

static void write_account(twt_writer *writer, const twt_account *account)
{
    twt_text_put_gap(writer);
    twt_text_put_account(writer, account);
    if (!writer->is_short)
        twt_text_state_of(writer)->has_output = true;
}

static void write_stats(twt_writer *writer, const twt_stats *stats)
{
    twt_text_put_gap(writer);
    twt_text_put_stats(writer, stats);
    if (!writer->is_short)
        twt_text_state_of(writer)->has_output = true;
}

const twt_writer_form twt_writer_form_text = {
    .begin = begin,
    .pair = write_pair,
    .cluster = write_cluster,
    .link = write_link,
    .summary = write_summary,
    .comparison = write_comparison,
    .checks = write_checks,
    .account = write_account,
    .stats = write_stats,
    .end = end,
    .free_state = free_state,
};

/* Text for people: which block each record is. */
#include "io/write/text_blocks.h"

#include "io/write/text_pairs.h"
#include "io/write/text_words.h"

static void end(twt_writer *writer)
{
    bool has_pairs = twt_text_put_pairs(writer);
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
    if (twt_text_put_pairs(writer) || twt_text_state_of(writer)->has_output)
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
    .begin = twt_text_begin,
    .pair = twt_text_hold_pair,
    .cluster = write_cluster,
    .link = write_link,
    .summary = write_summary,
    .comparison = write_comparison,
    .checks = write_checks,
    .account = write_account,
    .stats = write_stats,
    .end = end,
    .free_state = twt_text_free,
};

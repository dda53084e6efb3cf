/* The pairs come before the clusters but are told after them, and only those that no table of a cluster tells. */
#include "io/write/text_pairs.h"

#include <stdlib.h>

#include "base/sort.h"
#include "io/write/text_words.h"

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

void twt_text_hold_pair(twt_writer *writer, const twt_pair *pair)
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

bool twt_text_put_pairs(twt_writer *writer)
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

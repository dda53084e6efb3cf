#include "io/write/text_state.h"

void twt_text_begin(twt_writer *writer)
{
    writer->state = twt_alloc_zeroed(1, sizeof(twt_text_state));
    writer->is_short |= !writer->state;
}

void twt_text_free(twt_writer *writer)
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

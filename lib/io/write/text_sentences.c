/* Both texts side by side by sentence, in two columns with a sign between them as sdiff has it. The words that the
 * alignment did not match are marked: in colour, or as [-left-] and {+right+}. Long stretches that are word for word
 * are folded. */
#include "io/write/sentences.h"
#include "io/write/text_blocks.h"
#include "io/write/text_state.h"
#include "io/write/text_words.h"

enum { GUTTER_COLUMNS = 3, FOLD_MIN = 4 };

static const char *const signs[] = {" =", " |", " ↕", " <", " >"};

static void add_marked(twt_writer *writer, twt_cell *cell, unsigned side, const char *text, size_t len)
{
    static const char *const marks[2][2] = {{"[-", "-]"}, {"{+", "+}"}};
    twt_style style = side ? TWT_STYLE_NEW : TWT_STYLE_OLD;
    bool is_coloured = writer->options.is_coloured;
    twt_cell_add_string(cell, is_coloured ? "" : marks[side][0], style);
    twt_cell_add(cell, text, len, style);
    twt_cell_add_string(cell, is_coloured ? "" : marks[side][1], style);
}

static void add_sentence(twt_writer *writer, twt_cell *cell, const twt_sentence_rows *rows, unsigned side, uint32_t s,
                         bool is_marked)
{
    const twt_analysis *analysis = rows->sides[side];
    const twt_sentence *sentence = &analysis->sentences[s];
    const uint8_t *is_kept = rows->is_kept[side].data;
    uint32_t done = sentence->begin;
    for (uint32_t t = sentence->token_begin; is_marked && t < sentence->token_end;) {
        uint32_t first = t;
        while (t < sentence->token_end && !is_kept[t])
            t++;
        if (t == first) {
            t++;
            continue;
        }
        uint32_t begin = analysis->tokens[first].begin, end = analysis->tokens[t - 1].end;
        twt_cell_add(cell, analysis->text + done, begin - done, TWT_STYLE_PLAIN);
        add_marked(writer, cell, side, analysis->text + begin, end - begin);
        done = end;
    }
    twt_cell_add(cell, analysis->text + done, sentence->end - done, TWT_STYLE_PLAIN);
}

static twt_cell *fill_side(twt_writer *writer, const twt_sentence_rows *rows, const twt_row *row, unsigned side)
{
    twt_cell *cell = twt_text_cell(writer, side);
    bool is_alone = row->kind == TWT_ROW_LEFT || row->kind == TWT_ROW_RIGHT;
    bool is_marked = row->kind != TWT_ROW_EQUAL && (!is_alone || writer->options.is_coloured);
    uint32_t last = 0;
    for (uint32_t s = row->first[side]; s != TWT_NO_SENTENCE; s = rows->next[side].data[s]) {
        if (s != row->first[side])
            twt_cell_add_string(cell, s == last + 1 ? " // " : " … ", TWT_STYLE_PLAIN);
        last = s;
        add_sentence(writer, cell, rows, side, s, is_marked);
    }
    return cell;
}

/* Prints two cells side by side, line by line. */
static void put_columns(twt_writer *writer, const twt_cell *left, const twt_cell *right, const char *sign)
{
    size_t columns = (writer->options.width - GUTTER_COLUMNS) / 2, at[2] = {0, 0};
    bool is_first = true;
    if (left->is_short || right->is_short)
        writer->is_short = true;
    while (!writer->is_short && (is_first || at[0] < left->glyphs.count || at[1] < right->glyphs.count)) {
        size_t end, next = twt_cell_break(left, at[0], columns, &end);
        twt_cell_put(writer, left, at[0], end, columns);
        at[0] = next;
        bool has_right = at[1] < right->glyphs.count;
        twt_put_string(writer, is_first ? sign : " │");
        twt_put_string(writer, has_right ? " " : "");
        next = twt_cell_break(right, at[1], columns, &end);
        twt_cell_put(writer, right, at[1], end, 0);
        at[1] = next;
        twt_put(writer, "\n", 1);
        is_first = false;
    }
}

static void put_row(twt_writer *writer, const twt_sentence_rows *rows, const twt_row *row)
{
    const twt_cell *left = fill_side(writer, rows, row, 0), *right = fill_side(writer, rows, row, 1);
    put_columns(writer, left, right, signs[row->kind]);
}

static void put_fold(twt_writer *writer, size_t count)
{
    twt_cell *cell = twt_text_cell(writer, 0);
    twt_cell_add_string(cell, "… ", TWT_STYLE_DIM);
    twt_add_count(cell, count, "sentence word for word …", "sentences word for word …");
    twt_cell_put_paragraph(writer, cell, 0, 0);
}

static void put_rows(twt_writer *writer, const twt_sentence_rows *rows)
{
    for (size_t i = 0; i < rows->rows.count && !writer->is_short;) {
        size_t first = i;
        while (i < rows->rows.count && rows->rows.data[i].kind == TWT_ROW_EQUAL)
            i++;
        bool is_folded = i - first >= FOLD_MIN;
        for (size_t r = first; r < i; r++) {
            if (!is_folded || r == first || r + 1 == i)
                put_row(writer, rows, &rows->rows.data[r]);
            else if (r == first + 1)
                put_fold(writer, i - first - 2);
        }
        if (i < rows->rows.count)
            put_row(writer, rows, &rows->rows.data[i++]);
    }
}

static bool has_partners(const twt_sentence_rows *rows)
{
    for (size_t i = 0; i < rows->rows.count; i++) {
        if (rows->rows.data[i].kind < TWT_ROW_LEFT)
            return true;
    }
    return false;
}

static void put_legend(twt_writer *writer)
{
    twt_cell *cell = twt_text_cell(writer, 0);
    twt_cell_add_string(cell, "= word for word, | changed, ↕ moved, < only left, > only right, // sentence break",
                        TWT_STYLE_DIM);
    twt_cell_put_paragraph(writer, cell, 0, 0);
}

static void add_name(twt_cell *cell, const twt_compared *compared, unsigned side)
{
    const char *letter = side ? "b" : "a", *name = twt_text_name(compared, side);
    twt_cell_add_string(cell, letter, TWT_STYLE_BOLD);
    if (name[0] != letter[0] || name[1] != '\0') {
        twt_cell_add_string(cell, ": ", TWT_STYLE_BOLD);
        twt_cell_add_id(cell, name, TWT_STYLE_BOLD);
    }
}

void twt_text_put_sentences(twt_writer *writer, const twt_compared *compared, unsigned left)
{
    twt_sentence_rows rows = {0};
    if (!twt_sentence_rows_fill(&rows, compared, left)) {
        writer->is_short = true;
    } else if (!has_partners(&rows)) {
        twt_put_string(writer, "\nNo sentence of one text has a partner in the other.\n");
    } else {
        twt_put(writer, "\n", 1);
        twt_text_put(writer, "Side by side", TWT_STYLE_BOLD);
        twt_put(writer, "\n", 1);
        put_legend(writer);
        twt_cell *cells[2] = {twt_text_cell(writer, 0), twt_text_cell(writer, 1)};
        add_name(cells[0], compared, left);
        add_name(cells[1], compared, !left);
        put_columns(writer, cells[0], cells[1], " │");
        put_rows(writer, &rows);
    }
    twt_sentence_rows_free(&rows);
}

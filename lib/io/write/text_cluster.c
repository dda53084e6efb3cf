/* A cluster as a table of its members. A column that no member fills is left out; an id too wide for its column stands
 * on a line of its own, for an id is never cut. */
#include "io/write/text_blocks.h"
#include "io/write/text_pairs.h"
#include "io/write/text_state.h"
#include "io/write/text_words.h"

#include <string.h>

enum { GAP = 2, INDENT = 4, ID_COLUMNS_MIN = 24, SOURCE_COLUMNS_MAX = 24 };

typedef enum column { COLUMN_RELATION, COLUMN_JACCARD, COLUMN_SIGNS, COLUMN_TIME, COLUMN_SOURCE, COLUMNS } column;

static const char *const headings[COLUMNS] = {"relation", "Jaccard", "signs", "published", "source"};

typedef struct table {
    const twt_cluster *cluster;
    size_t columns[COLUMNS]; /* widths; 0: the column is left out */
    size_t id_columns;
} table;

static void fill_relation(const table *table_of, const twt_member *member, twt_cell *cell)
{
    bool is_canonical = member->document == table_of->cluster->canonical;
    twt_cell_add_string(cell, is_canonical ? "canonical" : twt_relation_words(member->relation), TWT_STYLE_PLAIN);
    if (!member->is_direct && !is_canonical)
        twt_cell_add_string(cell, ", indirect", TWT_STYLE_PLAIN);
}

static void fill_signs(twt_writer *writer, const table *table_of, const twt_member *member, twt_cell *cell)
{
    const twt_held_pair *pair =
        twt_text_find_pair(twt_text_state_of(writer), table_of->cluster->canonical, member->document);
    if (pair && pair->verdict.machine_signs != TWT_SIGNS_NONE)
        twt_cell_add_string(cell, twt_signs_name(pair->verdict.machine_signs), TWT_STYLE_PLAIN);
}

static twt_cell *fill(twt_writer *writer, const table *table_of, const twt_member *member, column which)
{
    const twt_document *document = twt_writer_document(writer, member->document);
    twt_cell *cell = twt_text_cell(writer, 1);
    switch (which) {
    case COLUMN_RELATION:
        fill_relation(table_of, member, cell);
        break;
    case COLUMN_JACCARD:
        twt_cell_add_fixed(cell, member->jaccard, 3);
        break;
    case COLUMN_SIGNS:
        fill_signs(writer, table_of, member, cell);
        break;
    case COLUMN_TIME:
        twt_add_time(cell, document->published);
        break;
    case COLUMN_SOURCE:
    case COLUMNS:
        twt_add_source(cell, document);
    }
    return cell;
}

static twt_cell *fill_id(twt_writer *writer, const twt_member *member, bool is_canonical)
{
    twt_cell *cell = twt_text_cell(writer, 0);
    twt_cell_add_id(cell, twt_writer_document(writer, member->document)->id,
                    is_canonical ? TWT_STYLE_BOLD : TWT_STYLE_PLAIN);
    return cell;
}

static size_t widest(size_t a, size_t b)
{
    return a > b ? a : b;
}

static void measure(twt_writer *writer, table *table_of)
{
    const twt_cluster *cluster = table_of->cluster;
    for (size_t i = 0; i < cluster->member_count; i++) {
        table_of->id_columns =
            widest(table_of->id_columns, twt_cell_columns(fill_id(writer, &cluster->members[i], false)));
        for (column which = 0; which < COLUMNS; which++)
            table_of->columns[which] =
                widest(table_of->columns[which], twt_cell_columns(fill(writer, table_of, &cluster->members[i], which)));
    }
    /* The last column: a longer source runs over the edge rather than to squeeze the ids. */
    if (table_of->columns[COLUMN_SOURCE] > SOURCE_COLUMNS_MAX)
        table_of->columns[COLUMN_SOURCE] = SOURCE_COLUMNS_MAX;
    size_t used = INDENT;
    for (column which = 0; which < COLUMNS; which++) {
        if (table_of->columns[which])
            table_of->columns[which] = widest(table_of->columns[which], strlen(headings[which]));
        used += table_of->columns[which] + GAP;
    }
    size_t width = writer->options.width;
    size_t room = used + ID_COLUMNS_MIN < width ? width - used : ID_COLUMNS_MIN;
    table_of->id_columns = table_of->id_columns < room ? widest(table_of->id_columns, strlen("document")) : room;
}

static bool is_last(const table *table_of, column which)
{
    for (column later = which + 1; later < COLUMNS; later++) {
        if (table_of->columns[later])
            return false;
    }
    return true;
}

static void put_headings(twt_writer *writer, const table *table_of)
{
    twt_cell *cell = twt_text_cell(writer, 0);
    twt_cell_add_string(cell, "document", TWT_STYLE_DIM);
    twt_put_blanks(writer, INDENT);
    twt_cell_put(writer, cell, 0, cell->glyphs.count, table_of->id_columns);
    for (column which = 0; which < COLUMNS; which++) {
        if (!table_of->columns[which])
            continue;
        cell = twt_text_cell(writer, 0);
        twt_cell_add_string(cell, headings[which], TWT_STYLE_DIM);
        twt_put_blanks(writer, GAP);
        twt_cell_put(writer, cell, 0, cell->glyphs.count, is_last(table_of, which) ? 0 : table_of->columns[which]);
    }
    twt_put(writer, "\n", 1);
}

static void put_id(twt_writer *writer, const table *table_of, const twt_member *member)
{
    bool is_canonical = member->document == table_of->cluster->canonical;
    twt_cell *cell = fill_id(writer, member, is_canonical);
    twt_put_string(writer, is_canonical ? "  * " : "    ");
    twt_cell_put(writer, cell, 0, cell->glyphs.count, table_of->id_columns);
    if (twt_cell_columns(cell) > table_of->id_columns) {
        twt_put(writer, "\n", 1);
        twt_put_blanks(writer, INDENT + table_of->id_columns);
    }
}

static void put_member(twt_writer *writer, const table *table_of, const twt_member *member)
{
    put_id(writer, table_of, member);
    size_t owed = 0; /* blanks are put before the next word, so that no line ends in them */
    for (column which = 0; which < COLUMNS; which++) {
        size_t columns = table_of->columns[which];
        if (!columns)
            continue;
        const twt_cell *cell = fill(writer, table_of, member, which);
        owed += GAP;
        size_t used = twt_cell_columns(cell);
        if (used > 0) {
            twt_put_blanks(writer, owed);
            twt_cell_put(writer, cell, 0, cell->glyphs.count, 0);
            owed = used < columns ? columns - used : 0;
        } else {
            owed += columns;
        }
    }
    twt_put(writer, "\n", 1);
}

static void put_reason(twt_writer *writer, const twt_reason *reason)
{
    char sentence[TWT_REASON_TEXT_MAX];
    twt_cell *cell = twt_text_cell(writer, 0);
    twt_cell_add_string(cell, twt_reason_text(reason, NULL, NULL, sentence), TWT_STYLE_PLAIN);
    twt_put_string(writer, "  canonical: ");
    twt_cell_put_paragraph(writer, cell, strlen("  canonical: "), INDENT);
}

static void put_title(twt_writer *writer, uint32_t number, const twt_cluster *cluster)
{
    twt_cell *cell = twt_text_cell(writer, 0);
    twt_cell_add_string(cell, "Cluster ", TWT_STYLE_BOLD);
    twt_cell_add_number(cell, (uint64_t)number + 1);
    twt_cell_add_string(cell, ": ", TWT_STYLE_PLAIN);
    twt_add_count(cell, cluster->member_count, "version of ", "versions of ");
    twt_cell_add_id(cell, twt_writer_document(writer, cluster->canonical)->id, TWT_STYLE_BOLD);
    twt_cell_add_string(cell, ", lowest Jaccard ", TWT_STYLE_PLAIN);
    twt_cell_add_fixed(cell, cluster->lowest_jaccard, 3);
    twt_cell_put_paragraph(writer, cell, 0, INDENT);
}

void twt_text_put_cluster(twt_writer *writer, uint32_t number, const twt_cluster *cluster)
{
    table table_of = {.cluster = cluster};
    put_title(writer, number, cluster);
    for (size_t i = 0; i < cluster->reason_count; i++)
        put_reason(writer, &cluster->reasons[i]);
    measure(writer, &table_of);
    put_headings(writer, &table_of);
    for (size_t i = 0; i < cluster->member_count; i++)
        put_member(writer, &table_of, &cluster->members[i]);
}

/* The table of substitutions, the same one counted, and the altered facts with the words around them. Two changes are
 * the same when they are of one kind and replace the same normalised words by the same. */
#include "io/write/text_blocks.h"
#include "io/write/text_state.h"
#include "io/write/text_words.h"

#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "base/sort.h"

enum { KIND_COLUMNS = 11, CONTEXT_TOKENS = 5 };

typedef struct entry { /* changes that are the same */
    uint32_t rank, count, first;
} entry;

typedef struct entries {
    TWT_VEC(entry) all;
    TWT_VEC(twt_keyed) keyed, scratch;
} entries;

/* What a list holds: the rank of a change, lower ones first, or NOT_LISTED. */
enum { NOT_LISTED = UINT8_MAX };
typedef uint8_t (*ranking)(const twt_change *change);

static uint8_t rank_substitution(const twt_change *change)
{
    return change->a.begin < change->a.end && change->b.begin < change->b.end ? 0 : NOT_LISTED;
}

static uint8_t rank_fact(const twt_change *change)
{
    switch (change->kind) {
    case TWT_CHANGE_NEGATION:
        return 0;
    case TWT_CHANGE_NUMBER:
        return 1;
    case TWT_CHANGE_NAME:
        return 2;
    case TWT_CHANGE_QUOTATION:
        return 3;
    default:
        return NOT_LISTED;
    }
}

/* The first token that does not begin before offset. */
static size_t find_token(const twt_analysis *analysis, uint32_t offset)
{
    size_t begin = 0, end = analysis->token_count;
    while (begin < end) {
        size_t middle = begin + (end - begin) / 2;
        if (analysis->tokens[middle].begin < offset)
            begin = middle + 1;
        else
            end = middle;
    }
    return begin;
}

static uint64_t hash_words(const twt_analysis *analysis, twt_range range)
{
    uint64_t hash = 0;
    for (size_t t = find_token(analysis, range.begin);
         t < analysis->token_count && analysis->tokens[t].begin < range.end; t++)
        hash = twt_hash_combine(hash, analysis->tokens[t].hash);
    return hash;
}

static uint64_t hash_change(const twt_compared *compared, const twt_change *change)
{
    uint64_t hash = twt_hash_bytes(twt_change_kind_name(change->kind), strlen(twt_change_kind_name(change->kind)));
    hash = twt_hash_combine(hash, hash_words(compared->analyses[0], change->a));
    return twt_hash_combine(hash, hash_words(compared->analyses[1], change->b));
}

static int compare_entries(const void *left, const void *right)
{
    const entry *a = left, *b = right;
    if (a->rank != b->rank)
        return a->rank < b->rank ? -1 : 1;
    if (a->count != b->count)
        return a->count > b->count ? -1 : 1;
    return (a->first > b->first) - (a->first < b->first);
}

static bool group(entries *found, const twt_compared *compared, ranking rank)
{
    const twt_comparison *comparison = compared->comparison;
    twt_vec_clear(&found->all);
    twt_vec_clear(&found->keyed);
    for (size_t i = 0; i < comparison->change_count; i++) {
        twt_keyed item = {.value = i};
        if (rank(&comparison->changes[i]) == NOT_LISTED)
            continue;
        item.key = hash_change(compared, &comparison->changes[i]);
        if (!twt_vec_push(&found->keyed, item))
            return false;
    }
    size_t count = found->keyed.count;
    if (!twt_vec_reserve(&found->scratch, count))
        return false;
    twt_sort_keyed(found->keyed.data, found->scratch.data, count);
    for (size_t i = 0; i < count;) {
        entry same = {.first = (uint32_t)found->keyed.data[i].value};
        same.rank = rank(&comparison->changes[same.first]);
        for (uint64_t key = found->keyed.data[i].key; i < count && found->keyed.data[i].key == key; i++)
            same.count++;
        if (!twt_vec_push(&found->all, same))
            return false;
    }
    if (found->all.count)
        twt_sort_items(found->all.data, found->all.count, sizeof *found->all.data, compare_entries);
    return true;
}

/* ---- lines ----------------------------------------------------------------------------------------------- */

static size_t put_kind(twt_writer *writer, const twt_change *change, uint32_t count)
{
    char digits[TWT_NUMBER_MAX];
    size_t len = twt_format_number(digits, count);
    twt_cell *cell = twt_text_cell(writer, 0);
    twt_cell_add_string(cell, twt_change_kind_name(change->kind), TWT_STYLE_PLAIN);
    twt_put_blanks(writer, len < 5 ? 5 - len : 0);
    twt_put(writer, digits, len);
    twt_put_string(writer, "×  ");
    twt_cell_put(writer, cell, 0, cell->glyphs.count, KIND_COLUMNS);
    return (len < 5 ? 5 : len) + 3 + KIND_COLUMNS;
}

static twt_slice words_of(const twt_compared *compared, const twt_change *change, unsigned side)
{
    const twt_document *document = compared->documents[side];
    return twt_slice_of(document->text, document->text_len, side ? change->b : change->a);
}

static void put_substitution(twt_writer *writer, const twt_compared *compared, const entry *same, unsigned from)
{
    const twt_change *change = &compared->comparison->changes[same->first];
    size_t used = put_kind(writer, change, same->count);
    twt_slice old = words_of(compared, change, from), new = words_of(compared, change, !from);
    twt_cell *cell = twt_text_cell(writer, 0);
    twt_cell_add(cell, old.bytes, old.len, TWT_STYLE_OLD);
    twt_cell_add_string(cell, " → ", TWT_STYLE_PLAIN);
    twt_cell_add(cell, new.bytes, new.len, TWT_STYLE_NEW);
    twt_cell_put_paragraph(writer, cell, used, used);
}

static void add_marked(twt_writer *writer, twt_cell *cell, twt_slice words, bool is_new)
{
    if (!words.len)
        return;
    twt_style style = is_new ? TWT_STYLE_NEW : TWT_STYLE_OLD;
    bool is_coloured = writer->options.is_coloured;
    twt_cell_add_string(cell, is_coloured ? "" : is_new ? "{+" : "[-", style);
    twt_cell_add(cell, words.bytes, words.len, style);
    twt_cell_add_string(cell, is_coloured ? "" : is_new ? "+}" : "-]", style);
    twt_cell_add_string(cell, is_new ? "" : " ", TWT_STYLE_PLAIN); /* the text goes on behind the new words as it is */
}

/* The words around it are those of the text that has the new ones. */
static void put_fact(twt_writer *writer, const twt_compared *compared, const entry *same, unsigned from)
{
    const twt_change *change = &compared->comparison->changes[same->first];
    const twt_analysis *analysis = compared->analyses[!from];
    twt_range range = from ? change->a : change->b;
    size_t used = put_kind(writer, change, same->count);
    size_t begin = find_token(analysis, range.begin), end = find_token(analysis, range.end);
    size_t first = begin < CONTEXT_TOKENS ? 0 : begin - CONTEXT_TOKENS;
    twt_cell *cell = twt_text_cell(writer, 0);
    twt_cell_add_string(cell, first ? "… " : "", TWT_STYLE_PLAIN);
    if (first < begin) {
        twt_slice before =
            twt_slice_of(analysis->text, analysis->text_len, (twt_range){analysis->tokens[first].begin, range.begin});
        twt_cell_add(cell, before.bytes, before.len, TWT_STYLE_PLAIN);
        twt_cell_add_string(cell, " ", TWT_STYLE_PLAIN);
    }
    add_marked(writer, cell, words_of(compared, change, from), false);
    add_marked(writer, cell, words_of(compared, change, !from), true);
    size_t last = end + CONTEXT_TOKENS < analysis->token_count ? end + CONTEXT_TOKENS : analysis->token_count;
    if (end < last) {
        twt_slice after =
            twt_slice_of(analysis->text, analysis->text_len, (twt_range){range.end, analysis->tokens[last - 1].end});
        twt_cell_add(cell, after.bytes, after.len, TWT_STYLE_PLAIN);
    }
    twt_cell_add_string(cell, last < analysis->token_count ? " …" : "", TWT_STYLE_PLAIN);
    twt_cell_put_paragraph(writer, cell, used, used);
}

static void put_title(twt_writer *writer, const char *title, unsigned from)
{
    twt_put(writer, "\n", 1);
    twt_cell *cell = twt_text_cell(writer, 0);
    twt_cell_add_string(cell, title, TWT_STYLE_BOLD);
    twt_cell_add_string(cell, from ? ", from b to a" : ", from a to b", TWT_STYLE_PLAIN);
    twt_cell_put_paragraph(writer, cell, 0, 0);
}

static void put_alone(twt_writer *writer, const twt_compared *compared)
{
    uint64_t alone[2] = {0, 0};
    for (size_t i = 0; i < compared->comparison->change_count; i++) {
        const twt_change *change = &compared->comparison->changes[i];
        alone[0] += change->b.begin == change->b.end;
        alone[1] += change->a.begin == change->a.end;
    }
    if (!alone[0] && !alone[1])
        return;
    twt_cell *cell = twt_text_cell(writer, 0);
    twt_cell_add_string(cell, "Beside these, ", TWT_STYLE_PLAIN);
    twt_add_count(cell, alone[0], "stretch of words stands", "stretches of words stand");
    twt_cell_add_string(cell, " in a alone, ", TWT_STYLE_PLAIN);
    twt_cell_add_number(cell, alone[1]);
    twt_cell_add_string(cell, " in b alone.", TWT_STYLE_PLAIN);
    twt_put_blanks(writer, 2);
    twt_cell_put_paragraph(writer, cell, 2, 2);
}

void twt_text_put_changes(twt_writer *writer, const twt_compared *compared, unsigned from)
{
    if (!compared->comparison->changes)
        return;
    entries found = {0};
    if (group(&found, compared, rank_substitution)) {
        if (found.all.count)
            put_title(writer, "Substitutions", from);
        for (size_t i = 0; i < found.all.count; i++)
            put_substitution(writer, compared, &found.all.data[i], from);
        put_alone(writer, compared);
    } else {
        writer->is_short = true;
    }
    if (group(&found, compared, rank_fact)) {
        if (found.all.count)
            put_title(writer, "Altered facts", from);
        else
            twt_put_string(writer, "\nNo number, name, quotation or negation is altered.\n");
        for (size_t i = 0; i < found.all.count; i++)
            put_fact(writer, compared, &found.all.data[i], from);
    } else {
        writer->is_short = true;
    }
    twt_vec_free(&found.all);
    twt_vec_free(&found.keyed);
    twt_vec_free(&found.scratch);
}

/* Comma-separated values as RFC 4180 has them (lines end with CR LF), one set of columns for every kind of row:
 *
 *   pair     a and b with the verdict; id when it came with one
 *   passage  of the pair above it: kind and the bytes in a and b
 *   change   of the pair above it: kind, the bytes in a and b and the words there
 *   member   document a of the cluster a_cluster, compared with its canonical version b; the reasons stand with the
 * canonical one link     from a (or the cluster a_cluster) to b (or b_cluster)
 *
 * The summary is no row of a table and is left out. Spreadsheets run a cell that begins with = + - or @ as a formula,
 * so a cell of foreign text that begins with one of these, or with an apostrophe, gets an apostrophe in front: take one
 * leading apostrophe away to have the text back. Unsafe glyphs other than tab and line end are shown as \x1b or \u202e.
 */
#include <string.h>

#include "base/utf8.h"
#include "io/write/glyph.h"
#include "io/write/writer.h"

static const char header[] =
    "type,id,a,b,a_cluster,b_cluster,relation,confidence,jaccard,containment_a,containment_b,coverage_a,"
    "coverage_b,first,first_confidence,machine_signs,kind,a_begin,a_end,b_begin,b_end,a_words,"
    "b_words,reasons\r\n";

enum { VERDICT_CELLS = 10, KIND_CELLS = 7 };

static void begin(twt_writer *writer)
{
    twt_put_string(writer, header);
}

static void put_empty(twt_writer *writer, size_t count)
{
    for (size_t i = 0; i < count; i++)
        twt_put(writer, ",", 1);
}

/* A cell that needs no quotes: a word of the contract. */
static void put_word(twt_writer *writer, const char *word)
{
    twt_put(writer, ",", 1);
    twt_put_string(writer, word);
}

static void put_number(twt_writer *writer, uint64_t number)
{
    twt_put(writer, ",", 1);
    twt_put_number(writer, number);
}

static void put_share(twt_writer *writer, double share)
{
    twt_put(writer, ",", 1);
    twt_put_fixed(writer, share, 4);
}

static void put_quoted(twt_writer *writer, const char *text, size_t len)
{
    size_t done = 0, at = 0;
    while (at < len) {
        uint32_t code_point;
        size_t step = twt_utf8_read(text + at, len - at, &code_point);
        bool is_kept =
            !twt_glyph_is_unsafe(code_point) || code_point == '\t' || code_point == '\n' || code_point == '\r';
        if (is_kept && code_point != '"' && (code_point != 0xFFFD || step > 1)) {
            at += step;
            continue;
        }
        twt_put(writer, text + done, at - done);
        char form[TWT_UNSAFE_FORM_MAX] = "\"\"";
        twt_put(writer, form, code_point == '"' ? 2 : twt_unsafe_form(code_point, form));
        at += step;
        done = at;
    }
    twt_put(writer, text + done, len - done);
}

/* A cell of foreign text. */
static void put_text(twt_writer *writer, const char *text, size_t len)
{
    twt_put(writer, ",\"", 2);
    if (len && strchr("=+-@'\t\r\n", text[0]))
        twt_put(writer, "'", 1);
    put_quoted(writer, text, len);
    twt_put(writer, "\"", 1);
}

static void put_id(twt_writer *writer, const char *id)
{
    put_text(writer, id, strlen(id));
}

static void put_reasons(twt_writer *writer, const twt_reason *reasons, size_t count, const char *text_a,
                        const char *text_b)
{
    char sentence[TWT_REASON_TEXT_MAX];
    twt_put(writer, ",", 1);
    for (size_t i = 0; i < count; i++) {
        twt_put_string(writer, i ? " | " : "\"");
        twt_reason_text(&reasons[i], text_a, text_b, sentence);
        put_quoted(writer, sentence, strlen(sentence));
    }
    twt_put_string(writer, count ? "\"\r\n" : "\r\n");
}

static void put_names(twt_writer *writer, const char *type, const char *id, const char *a, const char *b)
{
    twt_put_string(writer, type);
    if (id)
        put_id(writer, id);
    else
        put_empty(writer, 1);
    put_id(writer, a);
    put_id(writer, b);
}

static void put_verdict(twt_writer *writer, const twt_verdict *verdict)
{
    put_word(writer, twt_relation_name(verdict->relation));
    twt_put(writer, ",", 1);
    twt_put_fixed(writer, verdict->confidence, 2);
    put_share(writer, verdict->jaccard);
    put_share(writer, verdict->containment[0]);
    put_share(writer, verdict->containment[1]);
    put_share(writer, verdict->coverage[0]);
    put_share(writer, verdict->coverage[1]);
    put_word(writer, twt_first_name(verdict->first));
    put_word(writer, twt_confidence_name(verdict->first_confidence));
    put_word(writer, twt_signs_name(verdict->machine_signs));
}

static void write_pair(twt_writer *writer, const twt_pair *pair)
{
    const twt_document *a = twt_writer_document(writer, pair->a), *b = twt_writer_document(writer, pair->b);
    put_names(writer, "pair", NULL, a->id, b->id);
    put_empty(writer, 2);
    put_verdict(writer, &pair->verdict);
    put_empty(writer, KIND_CELLS);
    put_reasons(writer, pair->reasons, pair->reason_count, a->text, b->text);
}

static void put_member(twt_writer *writer, uint32_t number, const twt_cluster *cluster, const twt_member *member)
{
    bool is_canonical = member->document == cluster->canonical;
    put_names(writer, "member", NULL, twt_writer_document(writer, member->document)->id,
              twt_writer_document(writer, cluster->canonical)->id);
    put_number(writer, (uint64_t)number + 1);
    put_number(writer, (uint64_t)number + 1);
    put_word(writer, twt_relation_name(member->relation));
    put_empty(writer, 1);
    put_share(writer, member->jaccard);
    put_empty(writer, VERDICT_CELLS - 3 + KIND_CELLS);
    put_reasons(writer, cluster->reasons, is_canonical ? cluster->reason_count : 0, NULL, NULL);
}

static void write_cluster(twt_writer *writer, uint32_t number, const twt_cluster *cluster)
{
    for (size_t i = 0; i < cluster->member_count; i++)
        put_member(writer, number, cluster, &cluster->members[i]);
}

static void put_end_id(twt_writer *writer, twt_link_end end)
{
    if (end.is_cluster)
        put_empty(writer, 1);
    else
        put_id(writer, twt_writer_document(writer, end.number)->id);
}

static void put_end_cluster(twt_writer *writer, twt_link_end end)
{
    if (end.is_cluster)
        put_number(writer, (uint64_t)end.number + 1);
    else
        put_empty(writer, 1);
}

static void write_link(twt_writer *writer, const twt_link *link)
{
    twt_put_string(writer, "link,");
    put_end_id(writer, link->from);
    put_end_id(writer, link->to);
    put_end_cluster(writer, link->from);
    put_end_cluster(writer, link->to);
    put_word(writer, twt_relation_name(link->relation));
    put_empty(writer, VERDICT_CELLS - 1 + KIND_CELLS);
    put_reasons(writer, NULL, 0, NULL, NULL);
}

static void write_summary(twt_writer *writer, const twt_summary *summary)
{
    (void)writer;
    (void)summary;
}

static void put_kind(twt_writer *writer, const twt_compared *compared, const char *type, const char *kind, twt_range a,
                     twt_range b)
{
    put_names(writer, type, compared->id, compared->documents[0]->id, compared->documents[1]->id);
    put_empty(writer, 2 + VERDICT_CELLS);
    put_word(writer, kind);
    put_number(writer, a.begin);
    put_number(writer, a.end);
    put_number(writer, b.begin);
    put_number(writer, b.end);
}

static void put_changed_words(twt_writer *writer, const twt_document *document, twt_range range)
{
    twt_slice words = twt_slice_of(document->text, document->text_len, range);
    put_text(writer, words.bytes, words.len);
}

static void write_comparison(twt_writer *writer, const twt_compared *compared)
{
    const twt_document *a = compared->documents[0], *b = compared->documents[1];
    const twt_comparison *comparison = compared->comparison;
    put_names(writer, "pair", compared->id, a->id, b->id);
    put_empty(writer, 2);
    put_verdict(writer, &comparison->verdict);
    put_empty(writer, KIND_CELLS);
    put_reasons(writer, comparison->reasons, comparison->reason_count, a->text, b->text);
    for (size_t i = 0; i < comparison->passage_count; i++) {
        const twt_passage *passage = &comparison->passages[i];
        put_kind(writer, compared, "passage", twt_passage_kind_name(passage->kind), passage->a, passage->b);
        put_empty(writer, 2);
        put_reasons(writer, NULL, 0, NULL, NULL);
    }
    for (size_t i = 0; i < comparison->change_count; i++) {
        const twt_change *change = &comparison->changes[i];
        put_kind(writer, compared, "change", twt_change_kind_name(change->kind), change->a, change->b);
        put_changed_words(writer, a, change->a);
        put_changed_words(writer, b, change->b);
        put_reasons(writer, NULL, 0, NULL, NULL);
    }
}

const twt_writer_form twt_writer_form_csv = {
    .begin = begin,
    .pair = write_pair,
    .cluster = write_cluster,
    .link = write_link,
    .summary = write_summary,
    .comparison = write_comparison,
};

/* What the parts of the text writer share. */
#ifndef TWT_IO_WRITER_TEXT_H
#define TWT_IO_WRITER_TEXT_H

#include "io/cell.h"
#include "io/writer.h"

typedef struct twt_held_pair { /* a verified pair until the clusters are known */
    uint32_t a, b;
    twt_verdict verdict;
    bool is_told; /* by the table of a cluster */
} twt_held_pair;

typedef struct twt_text_state {
    twt_cell cells[2];
    TWT_VEC(twt_held_pair) pairs;
    TWT_VEC(uint32_t) canonicals; /* of the clusters, by number */
    bool is_sorted;               /* the pairs, by (a, b) */
    bool has_links, has_output;
} twt_text_state;

static inline twt_text_state *twt_text_state_of(const twt_writer *writer)
{
    return writer->state;
}

/* The pair of two documents, or NULL. */
twt_held_pair *twt_text_find_pair(twt_text_state *state, uint32_t one, uint32_t other);

/* One of the two scratch cells, empty. */
twt_cell *twt_text_cell(twt_writer *writer, size_t which);

/* Words of one style: foreign text is made safe. */
void twt_text_put(twt_writer *writer, const char *text, twt_style style);

/* An empty line before all but the first block of the output. */
void twt_text_put_gap(twt_writer *writer);

/* ---- blocks ---------------------------------------------------------------------------------------------- */

void twt_text_put_cluster(twt_writer *writer, uint32_t number, const twt_cluster *cluster);
void twt_text_put_comparison(twt_writer *writer, const twt_compared *compared);

/* The rules that were asked, with every check of theirs; rules: without heading and verdict. */
void twt_text_put_checks(twt_writer *writer, const twt_checked *checked);
void twt_text_put_rules(twt_writer *writer, const twt_check *checks, size_t count);

/* The way of one pair through a scan. */
void twt_text_put_account(twt_writer *writer, const twt_account *account);

/* Time, memory and counts by stage. */
void twt_text_put_stats(twt_writer *writer, const twt_stats *stats);

/* Both texts side by side, the earlier one (side left) on the left. */
void twt_text_put_sentences(twt_writer *writer, const twt_compared *compared, unsigned left);

/* The table of substitutions and the altered facts; from is the side that is said to be replaced. */
void twt_text_put_changes(twt_writer *writer, const twt_compared *compared, unsigned from);

/* What a document is called beside another: its id, or a and b when the ids are the same. */
const char *twt_text_name(const twt_compared *compared, unsigned side);

/* ---- words ----------------------------------------------------------------------------------------------- */

/* "rewritten copy" and so on. */
const char *twt_relation_words(twt_relation relation);

/* "x is a rewritten copy of y" or "x and y are …" when the first is not known. */
void twt_add_verdict(twt_cell *cell, const twt_verdict *verdict, const char *name_a, const char *name_b);

/* "from is an excerpt of to": the verb of a link. */
const char *twt_link_words(twt_relation relation);

/* "512 bytes", "1.5 MB". */
void twt_add_bytes(twt_cell *cell, uint64_t bytes);

/* "1 cluster", "2 clusters". */
void twt_add_confidence(twt_cell *cell, double confidence); /* as per cent */
void twt_add_count(twt_cell *cell, uint64_t count, const char *singular, const char *plural);

/* 2023-03-23 or 2023-03-23 09:30 (UTC); nothing when the time is not known. */
void twt_add_time(twt_cell *cell, twt_time time);

/* "Harbour Trust (official)"; nothing when neither is known. */
void twt_add_source(twt_cell *cell, const twt_document *document);

#endif

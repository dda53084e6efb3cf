/* What the text writer keeps between records, and how its blocks put words. */
#ifndef TWT_IO_WRITE_TEXT_STATE_H
#define TWT_IO_WRITE_TEXT_STATE_H

#include "io/write/cell.h"
#include "io/write/writer.h"

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

/* Sets the state of a writer, frees it. */
void twt_text_begin(twt_writer *writer);
void twt_text_free(twt_writer *writer);

/* One of the two scratch cells, empty. */
twt_cell *twt_text_cell(twt_writer *writer, size_t which);

/* Words of one style: foreign text is made safe. */
void twt_text_put(twt_writer *writer, const char *text, twt_style style);

/* An empty line before all but the first block of the output. */
void twt_text_put_gap(twt_writer *writer);

#endif

/* Which sentences of two texts stand side by side. */
#ifndef TWT_IO_WRITE_SENTENCES_H
#define TWT_IO_WRITE_SENTENCES_H

#include "base/vec.h"
#include "io/write/writer.h"

#define TWT_NO_SENTENCE UINT32_MAX

typedef enum twt_row_kind { TWT_ROW_EQUAL, TWT_ROW_CHANGED, TWT_ROW_MOVED, TWT_ROW_LEFT, TWT_ROW_RIGHT } twt_row_kind;

typedef struct twt_row {
    uint32_t first[2]; /* sentences of the left and right side; the others by next; TWT_NO_SENTENCE: none */
    twt_row_kind kind;
} twt_row;

typedef struct twt_sentence_rows { /* zeroed: empty and valid */
    const twt_analysis *sides[2];  /* left, right */
    TWT_VEC(twt_row) rows;         /* in the order of the left text */
    TWT_VEC(uint32_t) next[2];     /* sentence -> the next of its row, ascending */
    TWT_VEC(uint8_t) is_kept[2];   /* token -> stands in a match */
} twt_sentence_rows;

/* left: the side of the comparison, 0 (a) or 1, that stands on the left. False when memory is short; free either way.
 */
bool twt_sentence_rows_fill(twt_sentence_rows *rows, const twt_compared *compared, unsigned left);
void twt_sentence_rows_free(twt_sentence_rows *rows);

#endif

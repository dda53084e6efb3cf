/* One span by table. */
#ifndef TWT_TEXT_FAST_SPAN_H
#define TWT_TEXT_FAST_SPAN_H

#include "text/token.h"

typedef struct twt_fast_reader {
    twt_words *words;
    const twt_text_kernel *kernel;
    const unsigned char *text;
    size_t len;
    size_t span;         /* begin of the span being read, */
    size_t limit;        /* and how far it may reach to be read fast */
    unsigned char *norm; /* end of the normalised bytes; there is always room for the rest of the text */
} twt_fast_reader;

typedef enum twt_fast_outcome {
    TWT_FAST_GOES_ON,
    TWT_FAST_IS_SLOW, /* this span is for the definition to read; some of its words may have been appended */
    TWT_FAST_NO_MEMORY
} twt_fast_outcome;

/* Appends the words of the span at of->span and gives its end. */
twt_fast_outcome twt_fast_read_span(twt_fast_reader *of, size_t *end);

#endif

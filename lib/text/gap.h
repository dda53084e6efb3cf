/* What stands between two tokens, and whether a sentence ends there. */
#ifndef TWT_TEXT_GAP_H
#define TWT_TEXT_GAP_H

#include "text/layout.h"
#include "text/mark.h"
#include "text/quotation.h"
#include "twicetold/types.h"

typedef struct twt_gap {
    twt_mark stop;       /* STOP, ELLIPSIS, CRY, FINAL; OTHER: none */
    size_t stop_end;     /* behind the stop and the closing marks that follow it */
    bool is_closed;      /* a closing mark follows the stop: “Why?” he said */
    bool is_stop_apart;  /* a blank stands before the stop */
    bool is_blank_after; /* something stands between the stop and the next token */
    bool is_line_end;    /* a line end that ends a sentence */
    bool is_paragraph_end;
    bool is_quote_opened;
    size_t trail_end;  /* end of what follows the left token without a blank */
    size_t lead_begin; /* begin of what precedes the right token without a blank */
} twt_gap;

/* Reads the gap [begin, end) before tokens[token]; follows quotations through it. */
twt_gap twt_gap_read(const twt_layout *layout, size_t begin, size_t end, size_t token, twt_quotation *quotation);

/* Whether a sentence ends between tokens left and right. */
bool twt_gap_ends_sentence(const twt_gap *gap, const twt_token *left, const twt_token *right, const char *norm);

#endif

/* Follows quotation marks through a text and flags the tokens between them. */
#ifndef TWT_TEXT_QUOTATION_H
#define TWT_TEXT_QUOTATION_H

#include <stdbool.h>
#include <stddef.h>

#include "twicetold/types.h"

typedef struct twt_quotation { /* zeroed: none open */
    twt_token *tokens;
    uint32_t mark;       /* that opened the quotation, or 0 */
    size_t first;        /* element position of its first token */
    bool is_single_open; /* ‘…’ is followed beside the others */
    size_t single_first;
} twt_quotation;

typedef struct twt_quotation_mark {
    uint32_t code;
    bool is_after_space;  /* a blank, the start or an opening bracket is before it */
    bool is_before_space; /* a blank, the end or a closing mark follows */
    bool is_before_word;  /* a token follows */
    size_t token;         /* element position of the next token */
} twt_quotation_mark;

typedef enum twt_quotation_role { TWT_QUOTATION_NONE, TWT_QUOTATION_OPENS, TWT_QUOTATION_CLOSES } twt_quotation_role;

/* What a mark does; tokens are flagged when their quotation is closed. */
twt_quotation_role twt_quotation_meet(twt_quotation *quotation, twt_quotation_mark mark);

/* The paragraph ends before the given token, and every quotation with it. */
void twt_quotation_end(twt_quotation *quotation, size_t token);

#endif

/* Figures, whatever digits and separators they are written with. */
#ifndef TWT_COMPARE_WORDS_NUMBER_FORM_H
#define TWT_COMPARE_WORDS_NUMBER_FORM_H

#include "twicetold/types.h"

#define TWT_NUMBER_MAX 48

typedef struct twt_number {
    char digits[TWT_NUMBER_MAX]; /* ASCII; a decimal point stays, thousands are joined; cut when longer */
    size_t count;
} twt_number;

/* The figure in a normalised word: 1,000 1.000 and ١٠٠٠ are the same, so are 2.5 and 2,5. Letters are passed over. */
void twt_number_read(const char *norm, size_t len, twt_number *out);

/* A number without small letters of ASCII: a misread word often holds a digit. */
bool twt_number_is_figure(const twt_analysis *text, const twt_token *token);

/* Drops noughts before the first other digit of a whole number: 05 is 5, 0.5 is not. */
void twt_number_trim(twt_number *number);

/* Multiplies by a power of ten. False when it would be too long. */
bool twt_number_scale(twt_number *number, uint64_t power);

/* Whether tens alone, 20, may be the beginning of a number: the twenty-seventh. */
bool twt_number_may_begin(const twt_number *tens, const twt_number *number);

bool twt_number_equal(const twt_number *a, const twt_number *b);

#endif

/* How the languages write numerals, days of the week and months. */
#ifndef TWT_COMPARE_WORDS_NUMERAL_LANGUAGES_H
#define TWT_COMPARE_WORDS_NUMERAL_LANGUAGES_H

#include <stdbool.h>

enum { TWT_NUMERAL_LANGUAGES = 29 };

/* Lists of "word=value" or "word|word=value", parted by blanks, in the normal form of tokens. A word with ? is weak: it
 * mostly means something else, there or in another language. NULL: none. */
typedef struct twt_numeral_language {
    const char *adding, *times, *scales; /* forty; hundred; million */
    const char *joints;                  /* and; without values */
    const char *ordinals, *endings;      /* each ordinal takes each of the endings, or none when there are none */
    const char *weekdays, *months;       /* from 1 */
    bool is_joined;                      /* a numeral is one word: zweiunddreissig */
    bool has_ones_first;                 /* five and twenty */
    bool has_ones_before_ten;            /* three ten, for thirteen */
    bool counts_by_twenties;             /* four twenties, sixty and ten */
} twt_numeral_language;

extern const twt_numeral_language twt_numeral_languages[TWT_NUMERAL_LANGUAGES];

#endif

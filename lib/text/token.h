/* Well-formed UTF-8 -> normalised words. */
#ifndef TWT_TEXT_TOKEN_H
#define TWT_TEXT_TOKEN_H

#include "base/vec.h"
#include "text/kernel.h"
#include "text/normalize.h"
#include "twicetold/types.h"

#define TWT_TOKEN_BYTES_MAX 1024 /* normalised bytes; longer words are split between code points */

enum {                       /* bytes without white space after which a span is cut: */
       TWT_SPAN_SOFT = 2048, /* before a code point that is a token by itself: changes nothing */
       TWT_SPAN_FIRM = 8192, /* between any two characters */
       TWT_SPAN_HARD = 65536 /* between a letter and its marks */
};

typedef struct twt_words {     /* zeroed: empty and valid; reused from text to text */
    TWT_VEC(twt_token) tokens; /* but for QUOTED, and CAPITALISED of those in gaps */
    TWT_VEC(uint64_t) hashes;  /* the tokens' */
    TWT_VEC(char) norm;
    TWT_VEC(uint32_t) gaps; /* tokens before which more may stand than twt_mark_is_quiet; ascending */
    /* scratch */
    twt_normalized normalized;
    TWT_VEC(uint32_t) cluster;
    TWT_VEC(char) breaks;
    twt_window window;
    unsigned char window_text[TWT_WINDOW]; /* the end of a text, filled up */
} twt_words;

/* Fills tokens, hashes, norm and gaps. */
TWT_MUST_USE twt_status twt_words_read_plain(twt_words *words, const char *text, size_t len);

/* Hashes the tokens that have no hash yet. */
TWT_MUST_USE twt_status twt_words_hash(twt_words *words, const twt_text_kernel *kernel);

/* Finds the gaps before the tokens from first on. */
TWT_MUST_USE twt_status twt_words_find_gaps(twt_words *words, const char *text, size_t first);

/* Appends the words of the span that begins at begin (no white space) and gives its end: white space or a cut. */
TWT_MUST_USE twt_status twt_words_read_span(twt_words *words, const char *text, size_t len, size_t begin, size_t *end);

/* breaks[i] is 1 where UAX #29 has a word boundary before code i. */
void twt_word_breaks(const uint32_t *codes, size_t count, char *breaks);

void twt_words_free(twt_words *words);

#endif

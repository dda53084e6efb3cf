/* A text read and its words counted, in one piece. */
#ifndef TWT_COMPARE_WORDS_PREPARED_H
#define TWT_COMPARE_WORDS_PREPARED_H

#include "compare/words/text_words.h"
#include "twicetold/compare.h"

struct twt_prepared {
    size_t size;
    twt_analysis analysis;
    twt_text_words words;
};

#endif

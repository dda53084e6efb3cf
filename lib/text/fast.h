/* The same words as twt_words_read_plain, most of them without libunistring. */
#ifndef TWT_TEXT_FAST_H
#define TWT_TEXT_FAST_H

#include "text/token.h"

/* Spans longer than this are left to the definition. */
#define TWT_FAST_SPAN_MAX TWT_SPAN_FIRM

TWT_MUST_USE twt_status twt_words_read_fast(twt_words *words, const char *text, size_t len,
                                            const twt_text_kernel *kernel);

#endif

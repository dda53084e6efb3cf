/* text: UTF-8 bytes -> tokens, sentences, shingles.
 *
 * Words are those of UAX #29 over the NFKC, full-case-folded text, with apostrophes and quotation marks unified,
 * soft hyphens and zero-width characters removed and hyphenated line ends joined. Ideographs and kana are one token
 * each, as are the code points of Thai, Lao, Khmer and Myanmar. lib/ALGORITHMS.md says it in full. */
#ifndef TWICETOLD_TEXT_H
#define TWICETOLD_TEXT_H

#include "twicetold/profile.h"
#include "twicetold/types.h"

#ifdef __cplusplus
extern "C" {
#endif

/* TWT_OK when text is well-formed UTF-8 of at most TWT_DOCUMENT_BYTES_MAX bytes; else TWT_ERROR_UTF8 (*error_offset,
 * unless NULL, is the first malformed byte) or TWT_ERROR_TOO_LARGE. Thread-safe. */
TWT_API TWT_MUST_USE twt_status twt_text_check(const char *text, size_t len, size_t *error_offset);

/* Scratch and result of one thread; not to be shared. */
typedef struct twt_analyzer twt_analyzer;

TWT_API TWT_MUST_USE twt_status twt_analyzer_new(const twt_profile *profile, twt_analyzer **out);
TWT_API void twt_analyzer_free(twt_analyzer *analyzer); /* NULL is fine */

enum {                            /* twt_analyzer_skip */
       TWT_SKIP_SENTENCES = 1,    /* no sentences; of the tokens' flags QUOTED and CAPITALISED mean nothing */
       TWT_SKIP_SHINGLE_SET = 2,  /* no shingle_set; shingles, from which a sketch comes out the same, are there */
       TWT_SKIP_SENTENCE_ENDS = 4 /* a paragraph is one sentence, from its first token to its last; flags as above */
};

/* What the runs from now on leave out, its counts 0: half the work when a text is only to be sketched and told from
 * others. All else is as without. */
TWT_API void twt_analyzer_skip(twt_analyzer *analyzer, unsigned parts);

/* Reads a text of len bytes. *out and all it points to live in the analyzer until its next run; out->text borrows text.
 * An empty text, or one without a word, is TWT_OK with no tokens.
 * Errors: TWT_ERROR_UTF8 (*error_offset, unless NULL, is the first malformed byte), TWT_ERROR_TOO_LARGE,
 * TWT_ERROR_MEMORY; the analyzer stays usable. Linear in len; no allocation once the buffers are large enough. */
TWT_API TWT_MUST_USE twt_status twt_analyzer_run(twt_analyzer *analyzer, const char *text, size_t len,
                                                 const twt_analysis **out, size_t *error_offset);

/* The definition: the same by libunistring alone, without the fast path. Slower, byte for byte the same result. */
TWT_API TWT_MUST_USE twt_status twt_analyzer_run_plain(twt_analyzer *analyzer, const char *text, size_t len,
                                                       const twt_analysis **out, size_t *error_offset);

#ifdef __cplusplus
}
#endif

#endif

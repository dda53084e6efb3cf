/* Which words are names: capital letters, in scripts that have them, where they mean something. */
#ifndef TWT_COMPARE_WORDS_NAME_FORM_H
#define TWT_COMPARE_WORDS_NAME_FORM_H

#include "twicetold/types.h"

typedef struct twt_names { /* how a text uses capital letters */
    const twt_analysis *text;
    bool marks_nouns; /* so many single words bear them (German, headings in title case) that only two in a row are a
                         name */
} twt_names;

/* Linear in the tokens. */
void twt_names_init(twt_names *names, const twt_analysis *text);

/* Whether the capitalised word at token is part of a name. */
bool twt_names_bear(const twt_names *names, size_t token);

/* Whether the word at a token belongs to a name. */
static inline bool twt_names_at(const twt_names *names, size_t token)
{
    return names->text->tokens[token].flags & TWT_TOKEN_CAPITALISED && twt_names_bear(names, token);
}

/* Whether no letter of the word at a token is small, as far as its first and its last one tell. */
bool twt_names_are_capitals(const twt_analysis *text, uint32_t token);

/* Whether the word at a token stands in a row of words in capitals, which say nothing there: four, or all three between
 * marks that close a sentence or a line. */
bool twt_names_are_shouted(const twt_analysis *text, uint32_t token);

/* The end of the name that begins at token: names side by side with nothing but blanks between. */
size_t twt_names_end(const twt_names *names, size_t token);

#endif

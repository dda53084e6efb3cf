/* Analyses of invented texts, without the text stage: words are runs of other than blanks and full stops, a sentence
 * ends at a full stop or at the end. */
#ifndef TWT_TESTS_TINY_TEXT_H
#define TWT_TESTS_TINY_TEXT_H

#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "base/rng.h"
#include "twicetold/types.h"

typedef struct tiny_text {
    twt_analysis analysis;
    char *text;
    twt_token *tokens;
    twt_sentence *sentences;
} tiny_text;

static inline tiny_text tiny_text_of(const char *string)
{
    size_t len = strlen(string);
    tiny_text tiny = {.text = strdup(string),
                      .tokens = calloc(len + 1, sizeof(twt_token)),
                      .sentences = calloc(len + 1, sizeof(twt_sentence))};
    uint32_t tokens = 0, sentences = 0, first = 0;
    for (size_t i = 0; i <= len;) {
        size_t begin = i;
        while (i < len && !strchr(" .", string[i]))
            i++;
        if (i > begin)
            tiny.tokens[tokens++] = (twt_token){
                .hash = twt_hash_bytes(string + begin, i - begin), .begin = (uint32_t)begin, .end = (uint32_t)i};
        if (tokens > first && (i == len || string[i] == '.')) {
            uint32_t end = (uint32_t)(i < len ? i + 1 : i);
            tiny.sentences[sentences++] = (twt_sentence){first, tokens, tiny.tokens[first].begin, end, 0};
            first = tokens;
        }
        i++;
    }
    uint64_t hash = 1;
    for (uint32_t i = 0; i < tokens; i++)
        hash = twt_hash_combine(hash, tiny.tokens[i].hash);
    tiny.analysis = (twt_analysis){.text = tiny.text,
                                   .text_len = len,
                                   .tokens = tiny.tokens,
                                   .token_count = tokens,
                                   .sentences = tiny.sentences,
                                   .sentence_count = sentences,
                                   .content_hash = {hash, twt_hash_mix(hash)}};
    return tiny;
}

static inline void tiny_text_free(tiny_text *tiny)
{
    free(tiny->text);
    free(tiny->tokens);
    free(tiny->sentences);
}

/* Appends a sentence of count words, each one of `words` different ones from `first` on. */
static inline char *add_sentence(char *at, uint64_t *state, unsigned count, unsigned first, unsigned words)
{
    for (unsigned i = 0; i < count; i++) {
        unsigned word = first + (unsigned)(twt_rng_next(state) % words);
        *at++ = 'a' + (char)(word % 26);
        *at++ = 'a' + (char)(word / 26 % 26);
        *at++ = 'a' + (char)(word / 676 % 26);
        *at++ = i + 1 < count ? ' ' : '.';
    }
    *at++ = ' ';
    *at = '\0';
    return at;
}

#endif

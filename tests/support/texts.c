#include "support/texts.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/rng.h"

enum { WORD_MAX = 16, SENTENCE_WORDS = 12, VOCABULARY = 20000 };

/* Word number n of the vocabulary: syllables by its digits. */
static size_t write_word(char *out, uint64_t n)
{
    static const char *const syllables[] = {"ba", "ce", "di", "fo", "gu", "ha", "ke", "li", "mo", "nu",
                                            "pa", "re", "si", "to", "vu", "wa", "xe", "yi", "zo", "qu"};
    size_t len = 0;
    do {
        memcpy(out + len, syllables[n % 20], 2);
        len += 2;
        n /= 20;
    } while (n && len + 2 < WORD_MAX);
    return len;
}

/* Frequent words are drawn more often: the product of two draws leans to small numbers. */
static uint64_t draw_word(uint64_t *rng)
{
    uint64_t a = twt_rng_next(rng) % VOCABULARY, b = twt_rng_next(rng) % VOCABULARY;
    return a * b / VOCABULARY;
}

char *texts_make(uint64_t seed, size_t words)
{
    char *text = malloc(words * (WORD_MAX + 2) + 1), *at = text;
    if (!text)
        abort();
    uint64_t rng = seed * 0x10001 + 1;
    for (size_t i = 0; i < words; i++) {
        size_t len = write_word(at, draw_word(&rng));
        if (i % SENTENCE_WORDS == 0)
            *at = (char)(*at - 'a' + 'A');
        at += len;
        if (i % SENTENCE_WORDS == SENTENCE_WORDS - 1 || i + 1 == words)
            *at++ = '.';
        *at++ = ' ';
    }
    *at = '\0';
    return text;
}

char *texts_edit(const char *text, uint64_t seed, size_t every)
{
    char *edited = malloc(2 * strlen(text) * WORD_MAX + 1), *at = edited;
    if (!edited)
        abort();
    uint64_t rng = seed * 0x10001 + 7;
    while (*text) {
        size_t len = strcspn(text, " .");
        if (len && twt_rng_next(&rng) % every == 0) {
            at += write_word(at, draw_word(&rng));
        } else {
            memcpy(at, text, len);
            at += len;
        }
        text += len;
        while (*text == ' ' || *text == '.')
            *at++ = *text++;
    }
    *at = '\0';
    return edited;
}

enum { WORDS_MAX = 4000 };

typedef struct word {
    const char *begin;
    size_t len;
} word;

static size_t split(const char *text, word *words)
{
    size_t count = 0;
    while (*text && count < WORDS_MAX) {
        size_t len = strcspn(text, " ");
        if (len)
            words[count++] = (word){text, len};
        text += len + strspn(text + len, " ");
    }
    return count;
}

char *texts_disorder(const char *text, uint64_t seed, size_t times)
{
    word words[WORDS_MAX];
    size_t count = split(text, words);
    uint64_t rng = seed * 0x10001 + 3;
    char *disordered = malloc(strlen(text) + 2), *at = disordered;
    if (!disordered)
        abort();
    for (size_t i = 0; i < times && count; i++) {
        size_t x = twt_rng_next(&rng) % count, y = twt_rng_next(&rng) % count;
        word kept = words[x];
        words[x] = words[y];
        words[y] = kept;
    }
    for (size_t i = 0; i < count; i++)
        at += sprintf(at, "%.*s ", (int)words[i].len, words[i].begin);
    *at = '\0';
    return disordered;
}

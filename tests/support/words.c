#include "support/words.h"

#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "base/sort.h"

enum { K = 3 };

static void *take(size_t count, size_t size)
{
    void *block = calloc(count + 1, size);
    if (!block)
        abort();
    return block;
}

static void add_shingles(twt_analysis *analysis)
{
    size_t n = analysis->token_count, count = n >= K ? n - K + 1 : n > 0;
    uint64_t *shingles = take(count, sizeof *shingles), *set = take(count, sizeof *set);
    uint64_t *scratch = take(count, sizeof *scratch);
    for (size_t i = 0; i < count; i++) {
        uint64_t hash = n < K ? n : K;
        for (size_t j = i; j < n && j < i + K; j++)
            hash = twt_hash_combine(hash, analysis->tokens[j].hash);
        shingles[i] = set[i] = hash;
    }
    twt_sort_u64(set, scratch, count);
    free(scratch);
    analysis->shingles = shingles;
    analysis->shingle_count = count;
    analysis->shingle_set = set;
    analysis->shingle_set_count = twt_unique_u64(set, count);
}

static void add_content_hash(twt_analysis *analysis)
{
    uint64_t hash = 1;
    for (size_t i = 0; i < analysis->token_count; i++)
        hash = twt_hash_combine(hash, analysis->tokens[i].hash);
    analysis->content_hash[0] = hash;
    analysis->content_hash[1] = twt_hash_mix(hash);
}

twt_analysis *words_new(const char *text)
{
    size_t len = strlen(text);
    twt_analysis *analysis = take(1, sizeof *analysis);
    char *copy = take(len, 1);
    twt_token *tokens = take(len, sizeof *tokens);
    twt_sentence *sentences = take(len, sizeof *sentences);
    memcpy(copy, text, len);
    size_t token_count = 0, sentence_count = 0, first = 0;
    for (size_t i = 0; i <= len;) {
        size_t word = strcspn(text + i, " .");
        if (word) {
            tokens[token_count++] = (twt_token){.hash = twt_hash_bytes(text + i, word),
                                                .begin = (uint32_t)i,
                                                .end = (uint32_t)(i + word),
                                                .norm_begin = (uint32_t)i,
                                                .norm_len = (uint16_t)word,
                                                .flags = TWT_TOKEN_LOWER};
        }
        i += word;
        if ((text[i] == '.' || i >= len) && token_count > first) {
            sentences[sentence_count++] = (twt_sentence){.token_begin = (uint32_t)first,
                                                         .token_end = (uint32_t)token_count,
                                                         .begin = tokens[first].begin,
                                                         .end = (uint32_t)(i < len ? i + 1 : len)};
            first = token_count;
        }
        i++;
    }
    *analysis = (twt_analysis){.text = copy,
                               .text_len = len,
                               .norm = copy,
                               .norm_len = len,
                               .tokens = tokens,
                               .token_count = token_count,
                               .sentences = sentences,
                               .sentence_count = sentence_count};
    add_shingles(analysis);
    add_content_hash(analysis);
    return analysis;
}

twt_analysis *words_from_hashes(const uint64_t *hashes, size_t count, size_t sentence_tokens)
{
    twt_analysis *analysis = take(1, sizeof *analysis);
    char *text = take(count, 1);
    twt_token *tokens = take(count, sizeof *tokens);
    twt_sentence *sentences = take(count, sizeof *sentences);
    memset(text, 'x', count);
    size_t sentence_count = 0;
    for (size_t i = 0; i < count; i++) {
        tokens[i] = (twt_token){.hash = hashes[i],
                                .begin = (uint32_t)i,
                                .end = (uint32_t)i + 1,
                                .norm_begin = (uint32_t)i,
                                .norm_len = 1,
                                .flags = TWT_TOKEN_LOWER};
        if (i % sentence_tokens == 0)
            sentences[sentence_count++] = (twt_sentence){.token_begin = (uint32_t)i, .begin = (uint32_t)i};
        sentences[sentence_count - 1].token_end = sentences[sentence_count - 1].end = (uint32_t)i + 1;
    }
    *analysis = (twt_analysis){.text = text,
                               .text_len = count,
                               .norm = text,
                               .norm_len = count,
                               .tokens = tokens,
                               .token_count = count,
                               .sentences = sentences,
                               .sentence_count = sentence_count};
    add_shingles(analysis);
    add_content_hash(analysis);
    return analysis;
}

void words_free(twt_analysis *analysis)
{
    if (!analysis)
        return;
    free((char *)analysis->text);
    free((twt_token *)analysis->tokens);
    free((twt_sentence *)analysis->sentences);
    free((uint64_t *)analysis->shingles);
    free((uint64_t *)analysis->shingle_set);
    free(analysis);
}

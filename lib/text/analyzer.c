/* The order of the steps, and the buffers they share from text to text. */
#include "base/alloc.h"
#include "text/fast.h"
#include "text/sentence.h"
#include "text/shingle.h"
#include "text/utf8.h"
#include "twicetold/text.h"

struct twt_analyzer {
    uint32_t shingle_tokens;
    twt_words words;
    twt_sentences sentences;
    twt_hashes shingles, shingle_set, scratch;
    twt_analysis analysis;
};

typedef twt_status (*words_reader)(twt_words *words, const char *text, size_t len);

twt_status twt_analyzer_new(const twt_profile *profile, twt_analyzer **out)
{
    *out = NULL;
    twt_status status = twt_profile_check(profile);
    if (status != TWT_OK)
        return status;
    twt_analyzer *analyzer = twt_alloc_zeroed(1, sizeof *analyzer);
    if (!analyzer)
        return TWT_ERROR_MEMORY;
    analyzer->shingle_tokens = profile->shingle_tokens;
    *out = analyzer;
    return TWT_OK;
}

void twt_analyzer_free(twt_analyzer *analyzer)
{
    if (!analyzer)
        return;
    twt_words_free(&analyzer->words);
    twt_vec_free(&analyzer->sentences);
    twt_vec_free(&analyzer->shingles);
    twt_vec_free(&analyzer->shingle_set);
    twt_vec_free(&analyzer->scratch);
    twt_free(analyzer);
}

static void publish(twt_analyzer *analyzer, const char *text, size_t len)
{
    twt_analysis *analysis = &analyzer->analysis;
    analysis->text = text;
    analysis->text_len = len;
    analysis->norm = analyzer->words.norm.data;
    analysis->norm_len = analyzer->words.norm.count;
    analysis->tokens = analyzer->words.tokens.data;
    analysis->token_count = analyzer->words.tokens.count;
    analysis->sentences = analyzer->sentences.data;
    analysis->sentence_count = analyzer->sentences.count;
    analysis->shingles = analyzer->shingles.data;
    analysis->shingle_count = analyzer->shingles.count;
    analysis->shingle_set = analyzer->shingle_set.data;
    analysis->shingle_set_count = analyzer->shingle_set.count;
}

twt_status twt_text_check(const char *text, size_t len, size_t *error_offset)
{
    if (len > TWT_DOCUMENT_BYTES_MAX)
        return TWT_ERROR_TOO_LARGE;
    size_t malformed = twt_utf8_check(text, len);
    if (malformed == len)
        return TWT_OK;
    if (error_offset)
        *error_offset = malformed;
    return TWT_ERROR_UTF8;
}

static twt_status run(twt_analyzer *analyzer, const char *text, size_t len, words_reader read_words,
                      const twt_analysis **out, size_t *error_offset)
{
    *out = NULL;
    twt_words *words = &analyzer->words;
    twt_status status = twt_text_check(text, len, error_offset);
    if (status == TWT_OK)
        status = read_words(words, text, len);
    if (status == TWT_OK)
        status = twt_sentences_read(&analyzer->sentences, text, len, words->tokens.data, words->tokens.count,
                                    words->norm.data);
    if (status == TWT_OK)
        status = twt_shingles_of(words->tokens.data, words->tokens.count, analyzer->shingle_tokens, &analyzer->shingles,
                                 &analyzer->shingle_set, &analyzer->scratch);
    if (status == TWT_OK)
        status = twt_content_hash(words->tokens.data, words->tokens.count, &analyzer->scratch,
                                  analyzer->analysis.content_hash);
    if (status != TWT_OK)
        return status;
    publish(analyzer, text, len);
    *out = &analyzer->analysis;
    return TWT_OK;
}

twt_status twt_analyzer_run(twt_analyzer *analyzer, const char *text, size_t len, const twt_analysis **out,
                            size_t *error_offset)
{
    return run(analyzer, text, len, twt_words_read_fast, out, error_offset);
}

twt_status twt_analyzer_run_plain(twt_analyzer *analyzer, const char *text, size_t len, const twt_analysis **out,
                                  size_t *error_offset)
{
    return run(analyzer, text, len, twt_words_read_plain, out, error_offset);
}

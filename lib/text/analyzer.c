/* The order of the steps, and the buffers they share from text to text. */
#include "text/analyzer.h"
#include "base/alloc.h"
#include "base/hash.h"
#include "base/utf8.h"
#include "text/fast.h"
#include "text/sentence.h"
#include "text/shingle.h"
#include "text/spaced.h"

struct twt_analyzer {
    uint32_t shingle_tokens;
    unsigned skipped; /* parts */
    const twt_text_kernel *kernel;
    twt_words words;
    twt_sentences sentences;
    twt_hashes shingles, shingle_set, scratch;
    twt_analysis analysis;
};

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
    analyzer->kernel = twt_text_kernel_at(0);
    *out = analyzer;
    return TWT_OK;
}

void twt_analyzer_use(twt_analyzer *analyzer, const twt_text_kernel *kernel)
{
    analyzer->kernel = kernel;
}

void twt_analyzer_skip(twt_analyzer *analyzer, unsigned parts)
{
    analyzer->skipped = parts;
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

static twt_status check(const char *text, size_t len, const twt_text_kernel *kernel, size_t *error_offset)
{
    if (len > TWT_DOCUMENT_BYTES_MAX)
        return TWT_ERROR_TOO_LARGE;
    if (kernel->is_utf8((const unsigned char *)text, len))
        return TWT_OK;
    if (error_offset)
        *error_offset = twt_utf8_check(text, len);
    return TWT_ERROR_UTF8;
}

twt_status twt_text_check(const char *text, size_t len, size_t *error_offset)
{
    return check(text, len, twt_text_kernel_at(0), error_offset);
}

static twt_status read_shingles(twt_analyzer *analyzer, const twt_text_kernel *kernel)
{
    const twt_words *words = &analyzer->words;
    twt_status status =
        twt_shingles_of(words->hashes.data, words->hashes.count, analyzer->shingle_tokens, &analyzer->shingles, kernel);
    twt_vec_clear(&analyzer->shingle_set);
    if (status == TWT_OK && !(analyzer->skipped & TWT_SKIP_SHINGLE_SET))
        status = twt_shingle_set_of(&analyzer->shingles, &analyzer->shingle_set, &analyzer->scratch, kernel);
    return status;
}

static twt_status read_sentences(twt_analyzer *analyzer, const char *text, size_t len)
{
    twt_vec_clear(&analyzer->sentences);
    if (analyzer->skipped & TWT_SKIP_SENTENCES)
        return TWT_OK;
    return analyzer->skipped & TWT_SKIP_SENTENCE_ENDS
               ? twt_paragraphs_read(&analyzer->sentences, text, len, &analyzer->words)
               : twt_sentences_read(&analyzer->sentences, text, len, &analyzer->words);
}

static twt_status run(twt_analyzer *analyzer, const char *text, size_t len, bool is_plain, const twt_analysis **out,
                      size_t *error_offset)
{
    *out = NULL;
    twt_words *words = &analyzer->words;
    const twt_text_kernel *kernel = is_plain ? &twt_text_kernel_scalar : analyzer->kernel;
    twt_status status = check(text, len, kernel, error_offset);
    if (status == TWT_OK)
        status = is_plain ? twt_words_read_plain(words, text, len) : twt_words_read_fast(words, text, len, kernel);
    if (status != TWT_OK)
        return status;
    twt_words_join_spaced(words, text, len, kernel);
    status = read_sentences(analyzer, text, len);
    if (status == TWT_OK)
        status = read_shingles(analyzer, kernel);
    if (status == TWT_OK)
        status = twt_content_hash(words->hashes.data, words->hashes.count, &analyzer->scratch,
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
    return run(analyzer, text, len, false, out, error_offset);
}

twt_status twt_analyzer_run_plain(twt_analyzer *analyzer, const char *text, size_t len, const twt_analysis **out,
                                  size_t *error_offset)
{
    return run(analyzer, text, len, true, out, error_offset);
}

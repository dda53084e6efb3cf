/* All that a text needs for its pairs is counted into scratch and copied out in one piece, since scratch holds far more
 * than its result. */
#include "compare/words/prepared.h"

#include "base/alloc.h"

struct twt_preparer {
    twt_word_counter counter;
    twt_prepared borrowed;
};

twt_status twt_preparer_new(twt_preparer **out)
{
    *out = twt_alloc_zeroed(1, sizeof **out);
    return *out ? TWT_OK : TWT_ERROR_MEMORY;
}

void twt_preparer_free(twt_preparer *preparer)
{
    if (!preparer)
        return;
    twt_word_counter_free(&preparer->counter);
    twt_free(preparer);
}

static size_t size_of(const twt_analysis *a, bool with_text)
{
    return a->token_count * sizeof *a->tokens + twt_padded(a->sentence_count * sizeof *a->sentences) +
           (a->shingle_count + a->shingle_set_count) * sizeof *a->shingles + twt_padded(a->norm_len) +
           (with_text ? twt_padded(a->text_len) : 0);
}

static twt_analysis copy_analysis(const twt_analysis *from, bool with_text, char **at)
{
    twt_analysis a = *from;
    a.tokens = twt_put_copy(at, a.tokens, a.token_count, sizeof *a.tokens);
    a.shingles = twt_put_copy(at, a.shingles, a.shingle_count, sizeof *a.shingles);
    a.shingle_set = twt_put_copy(at, a.shingle_set, a.shingle_set_count, sizeof *a.shingle_set);
    a.sentences = twt_put_copy(at, a.sentences, a.sentence_count, sizeof *a.sentences);
    a.norm = twt_put_copy(at, a.norm, a.norm_len, 1);
    if (with_text)
        a.text = twt_put_copy(at, a.text, a.text_len, 1);
    return a;
}

twt_status twt_preparer_run(twt_preparer *preparer, const twt_analysis *analysis, bool with_text, twt_prepared **out)
{
    twt_text_words words;
    *out = NULL;
    twt_status status = twt_word_counter_run(&preparer->counter, analysis, &words);
    if (status != TWT_OK)
        return status;
    size_t head = twt_padded(sizeof **out), size = head + size_of(analysis, with_text) + twt_text_words_size(&words);
    char *block = twt_alloc_array(size, 1), *at = block + head;
    if (!block)
        return TWT_ERROR_MEMORY;
    twt_prepared *prepared = (twt_prepared *)(void *)block;
    prepared->size = size;
    prepared->analysis = copy_analysis(analysis, with_text, &at);
    prepared->words = twt_text_words_copy(&words, &prepared->analysis, &at);
    *out = prepared;
    return TWT_OK;
}

twt_status twt_preparer_borrow(twt_preparer *preparer, const twt_analysis *analysis, const twt_prepared **out)
{
    twt_prepared *prepared = &preparer->borrowed;
    *out = NULL;
    prepared->analysis = *analysis;
    twt_status status = twt_word_counter_run(&preparer->counter, &prepared->analysis, &prepared->words);
    if (status == TWT_OK)
        *out = prepared;
    return status;
}

void twt_prepared_free(twt_prepared *prepared)
{
    twt_free(prepared);
}

const twt_analysis *twt_prepared_analysis(const twt_prepared *prepared)
{
    return &prepared->analysis;
}

size_t twt_prepared_size(const twt_prepared *prepared)
{
    return prepared->size;
}

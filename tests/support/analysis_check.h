/* What holds for every analysis, and how two of them may differ. For unit tests and fuzz targets alike: no assertions,
 * a phrase when something is wrong, else NULL. */
#ifndef TWT_TESTS_ANALYSIS_CHECK_H
#define TWT_TESTS_ANALYSIS_CHECK_H

#include <string.h>

#include "twicetold/text.h"

static inline bool analysis_is_boundary(const twt_analysis *analysis, uint32_t at)
{
    return at == analysis->text_len || (at < analysis->text_len && (analysis->text[at] & 0xc0) != 0x80);
}

static inline const char *analysis_token_fault(const twt_analysis *analysis)
{
    uint32_t begin = 0, end = 0, norm = 0;
    for (size_t i = 0; i < analysis->token_count; i++) {
        const twt_token *token = &analysis->tokens[i];
        if (token->begin < begin || token->end < end || token->begin >= token->end)
            return "token ranges don't ascend";
        if (!analysis_is_boundary(analysis, token->begin) || !analysis_is_boundary(analysis, token->end))
            return "a token range cuts a code point or leaves the text";
        if (token->norm_begin != norm || token->norm_len == 0)
            return "normalised words don't adjoin";
        if ((token->flags & TWT_TOKEN_CAPITALISED) && !(token->flags & TWT_TOKEN_UPPER))
            return "capitalised without a capital";
        begin = token->begin;
        end = token->end;
        norm += token->norm_len;
    }
    return norm == analysis->norm_len ? NULL : "normalised bytes that belong to no word";
}

static inline const char *analysis_sentence_fault(const twt_analysis *analysis)
{
    uint32_t token = 0, end = 0;
    for (size_t i = 0; i < analysis->sentence_count; i++) {
        const twt_sentence *sentence = &analysis->sentences[i];
        if (sentence->token_begin != token || sentence->token_end <= token)
            return "a token outside of sentences, or in two";
        token = sentence->token_end;
        if (token > analysis->token_count)
            return "a sentence without its tokens";
        if (sentence->begin > analysis->tokens[sentence->token_begin].begin ||
            sentence->end < analysis->tokens[token - 1].end)
            return "a sentence that does not span its tokens";
        if (sentence->begin < end || sentence->begin >= sentence->end)
            return "sentences overlap";
        if (!analysis_is_boundary(analysis, sentence->begin) || !analysis_is_boundary(analysis, sentence->end))
            return "a sentence cuts a code point or leaves the text";
        end = sentence->end;
    }
    return token == analysis->token_count ? NULL : "tokens without a sentence";
}

static inline const char *analysis_fault(const twt_analysis *analysis)
{
    const char *fault = analysis_token_fault(analysis);
    if (!fault)
        fault = analysis_sentence_fault(analysis);
    for (size_t i = 1; !fault && i < analysis->shingle_set_count; i++)
        if (analysis->shingle_set[i - 1] >= analysis->shingle_set[i])
            fault = "the shingle set does not ascend";
    return fault;
}

static inline bool analysis_same_bytes(const void *a, const void *b, size_t len)
{
    return len == 0 || memcmp(a, b, len) == 0;
}

/* Of a text read whole, and one of which only the paragraphs were. */
static inline bool analysis_same_paragraphs(const twt_analysis *whole, const twt_analysis *skipped)
{
    size_t found = 0, begin = 0;
    for (size_t i = 0; i < whole->sentence_count; i++) {
        bool is_last = i + 1 == whole->sentence_count;
        size_t end = whole->sentences[i].token_end;
        if (!is_last && !(whole->sentences[i + 1].flags & TWT_SENTENCE_PARAGRAPH))
            continue;
        const twt_token *tokens = whole->tokens;
        twt_sentence told = {(uint32_t)begin, (uint32_t)end, tokens[begin].begin, tokens[end - 1].end,
                             TWT_SENTENCE_PARAGRAPH};
        if (found == skipped->sentence_count || memcmp(&skipped->sentences[found++], &told, sizeof told) != 0)
            return false;
        begin = end;
    }
    return found == skipped->sentence_count;
}

static inline bool analysis_skips_sentences(const twt_analysis *whole, const twt_analysis *skipped, unsigned parts)
{
    if (parts & TWT_SKIP_SENTENCES)
        return skipped->sentence_count == 0;
    return parts & TWT_SKIP_SENTENCE_ENDS ? analysis_same_paragraphs(whole, skipped)
                                          : skipped->sentence_count == whole->sentence_count;
}

/* Of a text read whole, and one of which parts were skipped. */
static inline const char *analysis_skip_fault(const twt_analysis *whole, const twt_analysis *skipped, unsigned parts)
{
    const bool is_unsure = parts & (TWT_SKIP_SENTENCES | TWT_SKIP_SENTENCE_ENDS);
    const unsigned unsure = is_unsure ? TWT_TOKEN_QUOTED | TWT_TOKEN_CAPITALISED : 0;
    if (whole->token_count != skipped->token_count || whole->norm_len != skipped->norm_len ||
        !analysis_same_bytes(whole->norm, skipped->norm, whole->norm_len))
        return "words differ when parts are skipped";
    for (size_t i = 0; i < whole->token_count; i++) {
        twt_token a = whole->tokens[i], b = skipped->tokens[i];
        a.flags &= (uint16_t)~unsure;
        b.flags &= (uint16_t)~unsure;
        if (memcmp(&a, &b, sizeof a) != 0)
            return "tokens differ when parts are skipped";
    }
    if (!analysis_skips_sentences(whole, skipped, parts))
        return "sentences are not skipped, or are though not to be";
    if (skipped->shingle_set_count != (parts & TWT_SKIP_SHINGLE_SET ? 0 : whole->shingle_set_count))
        return "the shingle set is not skipped, or is though not to be";
    if (whole->shingle_count != skipped->shingle_count ||
        !analysis_same_bytes(whole->shingles, skipped->shingles, whole->shingle_count * sizeof *whole->shingles) ||
        memcmp(whole->content_hash, skipped->content_hash, sizeof whole->content_hash) != 0)
        return "shingles or content hash differ when parts are skipped";
    return NULL;
}

static inline const char *analysis_difference(const twt_analysis *a, const twt_analysis *b)
{
    if (a->token_count != b->token_count || a->norm_len != b->norm_len)
        return "number of words";
    if (!analysis_same_bytes(a->norm, b->norm, a->norm_len))
        return "normalised bytes";
    if (!analysis_same_bytes(a->tokens, b->tokens, a->token_count * sizeof *a->tokens))
        return "tokens";
    if (a->sentence_count != b->sentence_count ||
        !analysis_same_bytes(a->sentences, b->sentences, a->sentence_count * sizeof *a->sentences))
        return "sentences";
    if (a->shingle_count != b->shingle_count || a->shingle_set_count != b->shingle_set_count ||
        !analysis_same_bytes(a->shingles, b->shingles, a->shingle_count * sizeof *a->shingles) ||
        !analysis_same_bytes(a->shingle_set, b->shingle_set, a->shingle_set_count * sizeof *a->shingle_set))
        return "shingles";
    return analysis_same_bytes(a->content_hash, b->content_hash, sizeof a->content_hash) ? NULL : "content hash";
}

#endif

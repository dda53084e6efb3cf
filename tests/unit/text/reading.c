#include "reading.h"

#include <check.h>
#include <stdio.h>
#include <string.h>

static char written[1 << 16];

static const twt_analysis *read_text(twt_analyzer **analyzer, const char *text)
{
    twt_profile profile;
    twt_profile_init(&profile);
    ck_assert_int_eq(twt_analyzer_new(&profile, analyzer), TWT_OK);
    const twt_analysis *analysis;
    ck_assert_int_eq(twt_analyzer_run(*analyzer, text, strlen(text), &analysis, NULL), TWT_OK);
    reading_check(analysis);
    written[0] = '\0';
    return analysis;
}

static void write_bytes(const char *before, const char *bytes, size_t len, const char *after)
{
    size_t at = strlen(written);
    ck_assert_uint_lt(at + len + 8, sizeof written);
    snprintf(written + at, sizeof written - at, "%s%.*s%s", before, (int)len, bytes, after);
}

static void write_token(const twt_analysis *analysis, size_t i, bool with_flags)
{
    static const char letters[] = "NULCQS";
    const twt_token *token = &analysis->tokens[i];
    write_bytes(i ? " " : "", analysis->norm + token->norm_begin, token->norm_len, with_flags ? "/" : "");
    for (size_t flag = 0; with_flags && flag < 6; flag++)
        if (token->flags >> flag & 1)
            write_bytes("", letters + flag, 1, "");
}

const char *reading_words(const char *text)
{
    twt_analyzer *analyzer;
    const twt_analysis *analysis = read_text(&analyzer, text);
    for (size_t i = 0; i < analysis->token_count; i++)
        write_token(analysis, i, false);
    twt_analyzer_free(analyzer);
    return written;
}

const char *reading_flags(const char *text)
{
    twt_analyzer *analyzer;
    const twt_analysis *analysis = read_text(&analyzer, text);
    for (size_t i = 0; i < analysis->token_count; i++)
        write_token(analysis, i, true);
    twt_analyzer_free(analyzer);
    return written;
}

const char *reading_sentences(const char *text)
{
    twt_analyzer *analyzer;
    const twt_analysis *analysis = read_text(&analyzer, text);
    for (size_t i = 0; i < analysis->sentence_count; i++) {
        const twt_sentence *sentence = &analysis->sentences[i];
        write_bytes(sentence->flags & TWT_SENTENCE_PARAGRAPH ? "P[" : "[", text + sentence->begin,
                    sentence->end - sentence->begin, sentence->flags & TWT_SENTENCE_STOP ? "]." : "]");
    }
    twt_analyzer_free(analyzer);
    return written;
}

const char *reading_ranges(const char *text)
{
    twt_analyzer *analyzer;
    const twt_analysis *analysis = read_text(&analyzer, text);
    for (size_t i = 0; i < analysis->token_count; i++)
        write_bytes("[", text + analysis->tokens[i].begin, analysis->tokens[i].end - analysis->tokens[i].begin, "]");
    twt_analyzer_free(analyzer);
    return written;
}

uint64_t reading_hash(const char *text)
{
    twt_analyzer *analyzer;
    uint64_t hash = read_text(&analyzer, text)->content_hash[0];
    twt_analyzer_free(analyzer);
    return hash;
}

static void check_tokens(const twt_analysis *analysis)
{
    uint32_t begin = 0, end = 0, norm = 0;
    for (size_t i = 0; i < analysis->token_count; i++) {
        const twt_token *token = &analysis->tokens[i];
        ck_assert(token->begin >= begin && token->end >= end && token->begin < token->end);
        ck_assert_uint_le(token->end, analysis->text_len);
        ck_assert((analysis->text[token->begin] & 0xc0) != 0x80);
        ck_assert(token->end == analysis->text_len || (analysis->text[token->end] & 0xc0) != 0x80);
        ck_assert_uint_eq(token->norm_begin, norm);
        ck_assert_uint_gt(token->norm_len, 0);
        begin = token->begin;
        end = token->end;
        norm += token->norm_len;
    }
    ck_assert_uint_eq(norm, analysis->norm_len);
}

static void check_sentences(const twt_analysis *analysis)
{
    uint32_t token = 0, end = 0;
    for (size_t i = 0; i < analysis->sentence_count; i++) {
        const twt_sentence *sentence = &analysis->sentences[i];
        ck_assert_uint_eq(sentence->token_begin, token);
        ck_assert_uint_gt(sentence->token_end, token);
        token = sentence->token_end;
        ck_assert(sentence->begin >= end || analysis->tokens[sentence->token_begin].begin < end);
        ck_assert_uint_le(sentence->begin, analysis->tokens[sentence->token_begin].begin);
        ck_assert_uint_ge(sentence->end, analysis->tokens[token - 1].end);
        ck_assert_uint_le(sentence->end, analysis->text_len);
        end = sentence->end;
    }
    ck_assert_uint_eq(token, analysis->token_count);
}

void reading_check(const twt_analysis *analysis)
{
    check_tokens(analysis);
    check_sentences(analysis);
    ck_assert_uint_le(analysis->shingle_set_count, analysis->shingle_count);
    for (size_t i = 1; i < analysis->shingle_set_count; i++)
        ck_assert(analysis->shingle_set[i - 1] < analysis->shingle_set[i]);
}

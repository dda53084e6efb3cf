#include "reading.h"

#include <check.h>
#include <stdio.h>
#include <string.h>

#include "support/analysis_check.h"

static char written[1 << 16];

static const twt_analysis *read_text(twt_analyzer **analyzer, const char *text)
{
    twt_profile profile;
    twt_profile_init(&profile);
    ck_assert_int_eq(twt_analyzer_new(&profile, analyzer), TWT_OK);
    const twt_analysis *analysis;
    ck_assert_int_eq(twt_analyzer_run(*analyzer, text, strlen(text), &analysis, NULL), TWT_OK);
    const char *fault = analysis_fault(analysis);
    ck_assert_msg(!fault, "%s", fault);
    written[0] = '\0';
    return analysis;
}

static void write_bytes(const char *before, const char *bytes, size_t len, const char *after)
{
    size_t at = strlen(written);
    if (at + len + 8 > sizeof written)
        ck_abort_msg("no room to write this out");
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

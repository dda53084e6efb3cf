#include "text/sentence.h"

#include "text/gap.h"
#include "text/long_sentence.h"

typedef struct reader {
    twt_sentences *sentences;
    const twt_layout *layout;
    const twt_token *tokens;
    twt_sentence open; /* being read; token_end counts what it has so far */
    size_t paragraph;  /* the first sentence of this paragraph among the sentences */
} reader;

static bool is_short(const twt_sentence *sentence)
{
    return sentence->token_end - sentence->token_begin < TWT_SENTENCE_TOKENS_MIN;
}

/* A long sentence in pieces: the next begins where the words before it have their marks behind them. */
static bool push_sentence(reader *of, twt_sentence sentence)
{
    const twt_token *tokens = of->tokens;
    size_t cut;
    while ((cut = twt_long_sentence_cut(tokens, sentence.token_begin, sentence.token_end)) < sentence.token_end) {
        twt_quotation none = {.tokens = NULL};
        twt_gap gap = twt_gap_read(of->layout, tokens[cut - 1].end, tokens[cut].begin, cut, &none);
        twt_sentence piece = {sentence.token_begin, (uint32_t)cut, sentence.begin, (uint32_t)gap.trail_end,
                              sentence.flags & TWT_SENTENCE_PARAGRAPH};
        if (!twt_vec_push(of->sentences, piece))
            return false;
        sentence.token_begin = (uint32_t)cut;
        sentence.begin = (uint32_t)(gap.lead_begin > gap.trail_end ? gap.lead_begin : gap.trail_end);
        sentence.flags &= ~(uint32_t)TWT_SENTENCE_PARAGRAPH;
    }
    return twt_vec_push(of->sentences, sentence);
}

/* The open sentence ends at byte end; a short one stays open, to be joined to what follows in the paragraph. */
static bool end_sentence(reader *of, size_t end, bool is_stopped, bool is_paragraph_end)
{
    twt_sentence *open = &of->open;
    open->end = (uint32_t)end;
    open->flags = (open->flags & ~(uint32_t)TWT_SENTENCE_STOP) | (is_stopped ? TWT_SENTENCE_STOP : 0);
    if (is_short(open) && !is_paragraph_end)
        return true;
    size_t count = of->sentences->count;
    if (is_short(open) && count > of->paragraph) {
        twt_sentence *last = &of->sentences->data[count - 1];
        last->token_end = open->token_end;
        last->end = open->end;
        last->flags = (last->flags & ~(uint32_t)TWT_SENTENCE_STOP) | (open->flags & TWT_SENTENCE_STOP);
    } else if (!push_sentence(of, *open)) {
        return false;
    }
    if (is_paragraph_end)
        of->paragraph = of->sentences->count;
    open->token_begin = open->token_end;
    open->flags = is_paragraph_end ? TWT_SENTENCE_PARAGRAPH : 0;
    return true;
}

static size_t end_of_gap(const twt_gap *gap, bool *is_stopped)
{
    *is_stopped = gap->stop != TWT_MARK_OTHER;
    return *is_stopped ? gap->stop_end : gap->trail_end;
}

static bool read_gap(reader *of, const twt_layout *layout, size_t i, twt_token *tokens, const char *norm,
                     twt_quotation *quotation)
{
    twt_gap gap = twt_gap_read(layout, tokens[i - 1].end, tokens[i].begin, i, quotation);
    if (!twt_gap_ends_sentence(&gap, &tokens[i - 1], &tokens[i], norm)) {
        if ((tokens[i].flags & TWT_TOKEN_UPPER) && !gap.is_quote_opened)
            tokens[i].flags |= TWT_TOKEN_CAPITALISED;
        return true;
    }
    bool is_stopped;
    size_t sentence_end = end_of_gap(&gap, &is_stopped);
    size_t kept = of->open.token_begin;
    if (!end_sentence(of, sentence_end, is_stopped, gap.is_paragraph_end))
        return false;
    if (of->open.token_begin != kept)
        of->open.begin = (uint32_t)(gap.lead_begin > sentence_end ? gap.lead_begin : sentence_end);
    return true;
}

static bool read_end(reader *of, const twt_layout *layout, size_t count, const twt_token *tokens,
                     twt_quotation *quotation)
{
    twt_gap gap = twt_gap_read(layout, tokens[count - 1].end, layout->len, count, quotation);
    twt_quotation_end(quotation, count);
    bool is_stopped;
    size_t end = end_of_gap(&gap, &is_stopped);
    return end_sentence(of, end, is_stopped, true);
}

twt_status twt_sentences_read(twt_sentences *sentences, const char *text, size_t len, twt_words *words)
{
    twt_token *tokens = words->tokens.data;
    size_t count = words->tokens.count;
    twt_vec_clear(sentences);
    if (count == 0)
        return TWT_OK;
    twt_layout layout = twt_layout_of(text, len);
    twt_quotation quotation = {.tokens = tokens};
    reader of = {
        .sentences = sentences, .layout = &layout, .tokens = tokens, .open = {.flags = TWT_SENTENCE_PARAGRAPH}};
    twt_gap lead = twt_gap_read(&layout, 0, tokens[0].begin, 0, &quotation);
    of.open.begin = (uint32_t)lead.lead_begin;
    for (size_t i = 0; i < words->gaps.count; i++) {
        size_t token = words->gaps.data[i];
        of.open.token_end = (uint32_t)token;
        if (token > 0 && !read_gap(&of, &layout, token, tokens, words->norm.data, &quotation))
            return TWT_ERROR_MEMORY;
    }
    of.open.token_end = (uint32_t)count;
    return read_end(&of, &layout, count, tokens, &quotation) ? TWT_OK : TWT_ERROR_MEMORY;
}

/* ---- paragraphs alone ------------------------------------------------------------------------------------ */

/* Whether a byte of the gap ends a line, or may: the last ones of U+0085, U+2028 and U+2029 stand in other characters,
 * too. Without any the gap ends no paragraph. */
static bool may_end_line(const char *text, size_t begin, size_t end)
{
    bool is_found = false;
    for (size_t i = begin; i < end; i++) {
        unsigned char byte = (unsigned char)text[i];
        is_found |= (unsigned char)(byte - '\n') <= '\r' - '\n' || byte == 0x85 || byte == 0xa8 || byte == 0xa9;
    }
    return is_found;
}

/* Whether a paragraph ends before a token, whatever quotations are open. */
static bool ends_paragraph(const twt_layout *layout, const twt_token *tokens, size_t token)
{
    twt_quotation none = {.tokens = NULL};
    size_t begin = tokens[token - 1].end, end = tokens[token].begin;
    return may_end_line(layout->text, begin, end) && twt_gap_read(layout, begin, end, token, &none).is_paragraph_end;
}

static bool push_paragraph(twt_sentences *sentences, const twt_token *tokens, size_t begin, size_t end)
{
    twt_sentence paragraph = {(uint32_t)begin, (uint32_t)end, tokens[begin].begin, tokens[end - 1].end,
                              TWT_SENTENCE_PARAGRAPH};
    return twt_vec_push(sentences, paragraph);
}

twt_status twt_paragraphs_read(twt_sentences *sentences, const char *text, size_t len, const twt_words *words)
{
    const twt_token *tokens = words->tokens.data;
    size_t count = words->tokens.count, begin = 0;
    twt_vec_clear(sentences);
    if (count == 0)
        return TWT_OK;
    twt_layout layout = twt_layout_of(text, len);
    for (size_t i = 0; i < words->gaps.count; i++) {
        size_t token = words->gaps.data[i];
        if (token == 0 || !ends_paragraph(&layout, tokens, token))
            continue;
        if (!push_paragraph(sentences, tokens, begin, token))
            return TWT_ERROR_MEMORY;
        begin = token;
    }
    return push_paragraph(sentences, tokens, begin, count) ? TWT_OK : TWT_ERROR_MEMORY;
}

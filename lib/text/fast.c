/* Windows of the text are classified sixty-four bytes at a time; where only words of ASCII stand between white space,
 * their edges are all there is to know. Other spans are read one by one, by table or, the rarest, by the definition. */
#include "text/fast.h"

#include <string.h>

#include "base/bits.h"
#include "text/fast_span.h"

typedef twt_fast_reader reader;

typedef struct progress {
    const twt_window *window;
    size_t base;     /* where the window begins in the text */
    size_t usable;   /* how much of it holds whole spans */
    size_t at, edge; /* how far it is read */
} progress;

static bool is_blank(unsigned char byte)
{
    return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

static bool reserve_norm(reader *of, size_t from)
{
    twt_words *words = of->words;
    if (!twt_vec_reserve(&words->norm, of->len - from + TWT_FAST_STORE))
        return false;
    of->norm = (unsigned char *)words->norm.data + words->norm.count;
    return true;
}

static twt_status read_slowly(reader *of, size_t tokens, size_t norm, size_t *end)
{
    of->words->tokens.count = tokens;
    of->words->norm.count = norm;
    twt_status status = twt_words_read_span(of->words, (const char *)of->text, of->len, of->span, end);
    if (status == TWT_OK && !reserve_norm(of, *end))
        status = TWT_ERROR_MEMORY;
    return status;
}

/* Reads the span that begins at *at and gives its end. */
static twt_status read_span(reader *of, size_t *at)
{
    size_t tokens = of->words->tokens.count, norm = of->words->norm.count;
    of->span = *at;
    of->limit = of->len - *at < TWT_FAST_SPAN_MAX ? of->len : *at + TWT_FAST_SPAN_MAX;
    twt_fast_outcome outcome = twt_fast_read_span(of, at);
    twt_status status = outcome == TWT_FAST_NO_MEMORY ? TWT_ERROR_MEMORY : TWT_OK;
    if (outcome == TWT_FAST_IS_SLOW)
        status = read_slowly(of, tokens, norm, at);
    return status == TWT_OK ? twt_words_find_gaps(of->words, (const char *)of->text, tokens) : status;
}

static unsigned case_flag(unsigned char byte)
{
    return (unsigned)(byte >> 6) << (1 + (byte >> 5 & 1)); /* of A TWT_TOKEN_UPPER, of a TWT_TOKEN_LOWER, of 1 none */
}

/* Copies a word in steps; there is room behind it on both sides. */
static inline void copy_word(unsigned char *to, const unsigned char *from, size_t len)
{
    enum { STEP = 16 };
    memcpy(to, from, STEP);
    for (size_t i = STEP; i < len; i += STEP)
        memcpy(to + i, from + i, STEP);
}

static unsigned bit_at(const uint64_t *masks, size_t at)
{
    return masks[at / 64] >> at % 64 & 1;
}

/* A compiler must take bytes written for any field of any struct: hence the copies. */
typedef struct cursor {
    twt_token *tokens;
    uint32_t *gaps;
    unsigned char *bytes;
    uint32_t token, gap, norm; /* how many there are */
} cursor;

/* Writes the words up to offset end of the window and gives the edge behind them. */
static inline size_t write_words(cursor *to, const twt_window *window, const unsigned char *text, uint32_t base,
                                 size_t edge, size_t end)
{
    cursor now = *to;
    for (unsigned first; (first = window->edges[edge]) < end; edge += 2) {
        unsigned last = window->edges[edge + 1], len = last - first;
        copy_word(now.bytes + now.norm, window->small + first, len);
        unsigned is_loud = bit_at(window->loud, first);
        unsigned flags = case_flag(text[first]);
        flags |= (flags << 2 & TWT_TOKEN_CAPITALISED & (is_loud - 1)) | bit_at(window->number, last);
        now.gaps[now.gap] = now.token;
        now.gap += is_loud;
        now.tokens[now.token++] = (twt_token){.begin = base + first,
                                              .end = base + last,
                                              .norm_begin = now.norm,
                                              .norm_len = (uint16_t)len,
                                              .flags = (uint16_t)flags};
        now.norm += len;
    }
    *to = now;
    return edge;
}

/* Appends the words up to offset end of the window; a stretch without trouble. */
static bool append_words(reader *of, progress *now, size_t end)
{
    twt_words *words = of->words;
    size_t most = (end - now->at) / 2 + 1;
    if (!twt_vec_reserve(&words->tokens, most) || !twt_vec_reserve(&words->gaps, most))
        return false;
    cursor to = {.tokens = words->tokens.data,
                 .gaps = words->gaps.data,
                 .bytes = (unsigned char *)words->norm.data,
                 .token = (uint32_t)words->tokens.count,
                 .gap = (uint32_t)words->gaps.count,
                 .norm = (uint32_t)words->norm.count};
    now->edge = write_words(&to, now->window, of->text + now->base, (uint32_t)now->base, now->edge, end);
    words->tokens.count = to.token;
    words->gaps.count = to.gap;
    words->norm.count = to.norm;
    of->norm = to.bytes + to.norm;
    return true;
}

/* The first bit in [begin, end), or end. */
static size_t find_first(const uint64_t *masks, size_t begin, size_t end)
{
    if (begin >= end)
        return end;
    size_t i = begin / 64;
    uint64_t bits = masks[i] & UINT64_MAX << begin % 64;
    while (bits == 0) {
        if (++i * 64 >= end)
            return end;
        bits = masks[i];
    }
    size_t found = i * 64 + twt_bits_first(bits);
    return found < end ? found : end;
}

/* Behind the last bit in [begin, end), or begin. */
static size_t find_last(const uint64_t *masks, size_t begin, size_t end)
{
    if (begin >= end)
        return begin;
    size_t i = (end - 1) / 64;
    uint64_t bits = masks[i] & UINT64_MAX >> (63 - (end - 1) % 64);
    while (bits == 0) {
        if (i * 64 <= begin)
            return begin;
        bits = masks[--i];
    }
    size_t found = i * 64 + twt_bits_last(bits) + 1;
    return found > begin ? found : begin;
}

static void classify(const reader *of, const twt_text_kernel *kernel, size_t base, size_t size)
{
    twt_window *window = &of->words->window;
    if (size == TWT_WINDOW) {
        kernel->classify(window, of->text + base, TWT_WINDOW_BLOCKS);
        return;
    }
    unsigned char *filled = of->words->window_text; /* up to whole blocks, with blanks */
    size_t blocks = (size + TWT_BLOCK - 1) / TWT_BLOCK;
    memcpy(filled, of->text + base, size);
    memset(filled + size, ' ', blocks * TWT_BLOCK - size);
    kernel->classify(window, filled, blocks);
}

/* Reads the span that holds the trouble, at some byte of it or the blank behind it. */
static twt_status read_troubled(reader *of, progress *now, size_t trouble, size_t *seen)
{
    size_t span = find_last(now->window->blank, now->at, trouble);
    if (!append_words(of, now, span))
        return TWT_ERROR_MEMORY;
    size_t at = now->base + span;
    twt_status status = read_span(of, &at);
    while (status == TWT_OK && at + 1 < of->len && of->text[at] == ' ' && of->text[at + 1] >= 0x80) {
        at++; /* most texts that are not in ASCII are not from word to word */
        status = read_span(of, &at);
    }
    now->at = at - now->base;
    *seen = now->at + (at < of->len && is_blank(of->text[at])); /* that blank was the span's */
    while (now->window->edges[now->edge] < now->at)
        now->edge += 2;
    return status;
}

/* Reads some whole spans from *at on, where one begins. */
static twt_status read_window(reader *of, const twt_text_kernel *kernel, size_t *at)
{
    const twt_window *window = &of->words->window;
    size_t size = of->len - *at < TWT_WINDOW ? of->len - *at : TWT_WINDOW;
    classify(of, kernel, *at, size);
    progress now = {.window = window, .base = *at, .usable = size};
    if (*at + size < of->len)
        now.usable = find_last(window->blank, 0, size);
    if (now.usable == 0)
        return read_span(of, at);
    size_t seen = 0;
    while (now.at < now.usable) {
        size_t trouble = find_first(window->trouble, seen, now.usable);
        twt_status status = TWT_OK;
        if (trouble < now.usable) {
            status = read_troubled(of, &now, trouble, &seen);
        } else {
            status = append_words(of, &now, now.usable) ? TWT_OK : TWT_ERROR_MEMORY;
            now.at = now.usable;
        }
        if (status != TWT_OK)
            return status;
    }
    *at = now.base + now.at;
    return TWT_OK;
}

/* While they are in the nearest cache. */
static twt_status hash_words(reader *of, const twt_text_kernel *kernel)
{
    twt_status status = twt_words_hash(of->words, kernel);
    of->norm = (unsigned char *)of->words->norm.data + of->words->norm.count;
    return status;
}

twt_status twt_words_read_fast(twt_words *words, const char *text, size_t len, const twt_text_kernel *kernel)
{
    reader of = {.words = words, .text = (const unsigned char *)text, .len = len};
    twt_vec_clear(&words->tokens);
    twt_vec_clear(&words->hashes);
    twt_vec_clear(&words->norm);
    twt_vec_clear(&words->gaps);
    if (!reserve_norm(&of, 0))
        return TWT_ERROR_MEMORY;
    for (size_t at = 0; at < len;) {
        if (is_blank(of.text[at])) {
            at++;
            continue;
        }
        twt_status status = read_window(&of, kernel, &at);
        if (status == TWT_OK)
            status = hash_words(&of, kernel);
        if (status != TWT_OK)
            return status;
    }
    return TWT_OK;
}

/* Windows of the text are classified sixty-four bytes at a time; where only words of ASCII stand between white space,
 * their edges are all there is to know. Other spans are read one by one, by table or, the rarest, by the definition. */
#include "text/fast.h"

#include <string.h>

#include "base/bits.h"
#include "text/fast_span.h"

enum { LONG_STRETCH = 8 }; /* words */

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
    if (!twt_vec_reserve(&words->norm, of->len - from + TWT_NORM_BEYOND))
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

/* Hashes the words that have no hash yet, while they are in the nearest cache. */
static twt_status hash_words(reader *of)
{
    twt_status status = twt_words_hash(of->words, of->kernel);
    of->norm = (unsigned char *)of->words->norm.data + of->words->norm.count;
    return status;
}

static bool has_room(twt_words *words, size_t most)
{
    most += TWT_WORDS_BEYOND;
    return twt_vec_reserve(&words->tokens, most) && twt_vec_reserve(&words->hashes, most) &&
           twt_vec_reserve(&words->gaps, most);
}

/* Appends the words up to offset end of the window; a stretch without trouble. */
static twt_status append_words(reader *of, progress *now, size_t end)
{
    twt_words *words = of->words;
    if (now->window->edges[now->edge] >= end)
        return TWT_OK;
    /* A long stretch is hashed as it is written: what came before it is then not left for the end of the window. */
    bool is_long = now->window->edges[now->edge + 2 * LONG_STRETCH] < end;
    twt_status status = is_long ? hash_words(of) : TWT_OK;
    if (status == TWT_OK && !has_room(words, (end - now->at) / 2 + 1))
        status = TWT_ERROR_MEMORY;
    if (status != TWT_OK)
        return status;
    twt_word_list list = {.tokens = words->tokens.data,
                          .hashes = words->hashes.data,
                          .gaps = words->gaps.data,
                          .norm = (unsigned char *)words->norm.data,
                          .token_count = (uint32_t)words->tokens.count,
                          .hash_count = (uint32_t)words->hashes.count,
                          .gap_count = (uint32_t)words->gaps.count,
                          .norm_len = (uint32_t)words->norm.count};
    now->edge = of->kernel->write(&list, now->window, (uint32_t)now->base, now->edge, end);
    words->tokens.count = list.token_count;
    words->hashes.count = list.hash_count;
    words->gaps.count = list.gap_count;
    words->norm.count = list.norm_len;
    of->norm = list.norm + list.norm_len;
    return TWT_OK;
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

static void classify(const reader *of, size_t base, size_t size)
{
    twt_window *window = &of->words->window;
    if (size == TWT_WINDOW) {
        of->kernel->classify(window, of->text + base, TWT_WINDOW_BLOCKS);
        return;
    }
    unsigned char *filled = of->words->window_text; /* up to whole blocks, with blanks */
    size_t blocks = (size + TWT_BLOCK - 1) / TWT_BLOCK;
    memcpy(filled, of->text + base, size);
    memset(filled + size, ' ', blocks * TWT_BLOCK - size);
    of->kernel->classify(window, filled, blocks);
}

/* Reads the span that holds the trouble, at some byte of it or the blank behind it. */
static twt_status read_troubled(reader *of, progress *now, size_t trouble, size_t *seen)
{
    size_t span = find_last(now->window->blank, now->at, trouble);
    twt_status status = append_words(of, now, span);
    size_t at = now->base + span;
    if (status == TWT_OK)
        status = read_span(of, &at);
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
static twt_status read_window(reader *of, size_t *at)
{
    const twt_window *window = &of->words->window;
    size_t size = of->len - *at < TWT_WINDOW ? of->len - *at : TWT_WINDOW;
    classify(of, *at, size);
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
            status = append_words(of, &now, now.usable);
            now.at = now.usable;
        }
        if (status != TWT_OK)
            return status;
    }
    *at = now.base + now.at;
    return TWT_OK;
}

twt_status twt_words_read_fast(twt_words *words, const char *text, size_t len, const twt_text_kernel *kernel)
{
    reader of = {.words = words, .text = (const unsigned char *)text, .len = len, .kernel = kernel};
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
        twt_status status = read_window(&of, &at);
        if (status == TWT_OK)
            status = hash_words(&of);
        if (status != TWT_OK)
            return status;
    }
    return TWT_OK;
}

/* Words: UAX #29 over normalised code points, span by span. White space always parts words and never composes, so spans
 * are independent; reading them one by one keeps the scratch small and the whole linear. Departures from UAX #29,
 * here all of them further splits or trimmings: see lib/ALGORITHMS.md. */
#include "text/token.h"

#include <string.h>
#include <uniwbrk.h>

#include "base/hash.h"
#include "base/utf8.h"
#include "text/mark.h"
#include "text/property.h"

enum { SOFT_HYPHEN = 0xad, HYPHEN = 0x2010 };

/* White space that ends a span. Other kinds of it are rare and left to UAX #29. */
static bool ends_span(unsigned char byte)
{
    return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

static size_t skip_tabs(const char *text, size_t len, size_t at)
{
    while (at < len && (text[at] == ' ' || text[at] == '\t'))
        at++;
    return at;
}

/* Where the word goes on after a hyphen at the end of a line, at being behind the hyphen; 0 when it does not. */
static size_t over_line_end(const char *text, size_t len, size_t at, bool is_soft)
{
    size_t line_end = skip_tabs(text, len, at);
    if (line_end == len || (text[line_end] != '\n' && text[line_end] != '\r'))
        return 0;
    bool is_pair = text[line_end] == '\r' && line_end + 1 < len && text[line_end + 1] == '\n';
    size_t next = skip_tabs(text, len, line_end + 1 + is_pair);
    if (next == len)
        return 0;
    unsigned size;
    uint32_t code = twt_utf8_decode(text + next, &size);
    return (is_soft ? twt_is_letter(code) : twt_is_lower(code)) ? next : 0;
}

static size_t joined_line_end(const char *text, size_t len, size_t at, uint32_t code, uint32_t before)
{
    if (code != '-' && code != HYPHEN && code != SOFT_HYPHEN)
        return 0;
    if (!twt_is_letter(before) && !twt_is_mark(before))
        return 0;
    return over_line_end(text, len, at, code == SOFT_HYPHEN);
}

static twt_status end_cluster(twt_words *words, twt_range range)
{
    if (words->cluster.count == 0)
        return TWT_OK;
    twt_status status =
        twt_normalize_cluster(&words->normalized, words->cluster.data, words->cluster.count, range, true);
    twt_vec_clear(&words->cluster);
    return status;
}

/* Whether the span ends here although no white space does it. */
static bool is_cut(size_t span_len, uint32_t code, bool begins_cluster)
{
    if (span_len < TWT_SPAN_SOFT)
        return false;
    if (span_len >= TWT_SPAN_HARD)
        return true;
    return begins_cluster && (span_len >= TWT_SPAN_FIRM || twt_is_spaceless(code));
}

static twt_status normalize_span(twt_words *words, const char *text, size_t len, size_t begin, size_t *end)
{
    size_t at = begin;
    uint32_t before = 0;
    twt_range range = {0, 0};
    twt_normalized_clear(&words->normalized);
    twt_vec_clear(&words->cluster);
    while (at < len && !ends_span((unsigned char)text[at])) {
        unsigned size;
        uint32_t code = twt_utf8_decode(text + at, &size);
        size_t next = joined_line_end(text, len, at + size, code, before);
        if (next == 0 && !twt_is_ignorable(code)) {
            bool begins_cluster = twt_begins_cluster(code);
            if (is_cut(at - begin, code, begins_cluster))
                break;
            if (begins_cluster) {
                twt_status status = end_cluster(words, range);
                if (status != TWT_OK)
                    return status;
            }
            if (words->cluster.count == 0)
                range.begin = (uint32_t)at;
            if (!twt_vec_push(&words->cluster, twt_unify_mark(code)))
                return TWT_ERROR_MEMORY;
            range.end = (uint32_t)(at + size);
            before = code;
        }
        at = next ? next : at + size;
    }
    *end = at;
    return end_cluster(words, range);
}

void twt_word_breaks(const uint32_t *codes, size_t count, char *breaks)
{
    u32_wordbreaks(codes, count, breaks);
}

/* Each ideograph, kana, Thai letter and so on is parted from both neighbours, its marks stay with it. */
static void part_spaceless(const uint32_t *codes, size_t count, char *breaks)
{
    bool is_after = false;
    for (size_t i = 0; i < count; i++) {
        if (codes[i] < 0x300) {
            breaks[i] |= is_after;
            is_after = false;
            continue;
        }
        if (twt_is_mark(codes[i]))
            continue;
        bool is_spaceless = twt_is_spaceless(codes[i]);
        breaks[i] |= is_after || is_spaceless;
        is_after = is_spaceless;
    }
}

/* "end.Next": scraped text loses blanks, and UAX #29 takes this for one word. */
static bool is_lost_blank(const twt_origin *before, const twt_origin *after)
{
    return before->letter_case == TWT_TOKEN_LOWER && after->letter_case == TWT_TOKEN_UPPER;
}

/* Colons part words always: versions of Unicode differ on whether they do. */
static void part_stops(const twt_normalized *span, char *breaks)
{
    const twt_origin *origins = span->origins.data;
    for (size_t i = 1; i + 1 < span->codes.count; i++) {
        uint32_t code = span->codes.data[i];
        if (code == ':' || (code == '.' && is_lost_blank(&origins[i - 1], &origins[i + 1])))
            breaks[i] = breaks[i + 1] = 1;
    }
}

static uint32_t content_of(const uint32_t *codes, size_t begin, size_t end, bool *is_word)
{
    uint32_t flags = 0;
    *is_word = twt_is_currency(codes[begin]);
    for (size_t i = begin; i < end; i++) {
        if (twt_is_number(codes[i])) {
            flags |= TWT_TOKEN_NUMBER;
            *is_word = true;
        } else if (twt_is_letter(codes[i])) {
            *is_word = true;
        }
    }
    return flags;
}

static bool push_token(twt_words *words, size_t norm_begin, uint32_t begin, uint32_t end, uint32_t flags)
{
    size_t norm_len = words->norm.count - norm_begin;
    twt_token token = {.begin = begin,
                       .end = end,
                       .norm_begin = (uint32_t)norm_begin,
                       .norm_len = (uint16_t)norm_len,
                       .flags = (uint16_t)flags};
    return twt_vec_push(&words->tokens, token);
}

static twt_status append_word(twt_words *words, size_t begin, size_t end, uint32_t flags)
{
    const uint32_t *codes = words->normalized.codes.data;
    const twt_origin *origins = words->normalized.origins.data;
    size_t norm_begin = words->norm.count, piece = begin;
    for (size_t i = begin; i < end; i++) {
        char bytes[4];
        unsigned size = twt_utf8_encode(codes[i], bytes);
        if (words->norm.count + size - norm_begin > TWT_TOKEN_BYTES_MAX) {
            if (!push_token(words, norm_begin, origins[piece].begin, origins[i - 1].end,
                            flags | origins[piece].letter_case))
                return TWT_ERROR_MEMORY;
            norm_begin = words->norm.count;
            piece = i;
        }
        if (!twt_vec_reserve(&words->norm, size))
            return TWT_ERROR_MEMORY;
        memcpy(words->norm.data + words->norm.count, bytes, size);
        words->norm.count += size;
    }
    bool is_pushed =
        push_token(words, norm_begin, origins[piece].begin, origins[end - 1].end, flags | origins[piece].letter_case);
    return is_pushed ? TWT_OK : TWT_ERROR_MEMORY;
}

/* A segment without letter, number or currency sign is no word. */
static twt_status append_segment(twt_words *words, size_t begin, size_t end)
{
    const uint32_t *codes = words->normalized.codes.data;
    while (begin < end && twt_is_connector(codes[begin]))
        begin++;
    while (begin < end && twt_is_connector(codes[end - 1]))
        end--;
    if (begin == end)
        return TWT_OK;
    bool is_word;
    uint32_t flags = content_of(codes, begin, end, &is_word);
    if (!is_word)
        return TWT_OK;
    if (twt_is_spaceless(codes[begin]))
        flags |= TWT_TOKEN_SPACELESS;
    return append_word(words, begin, end, flags);
}

static twt_status append_words(twt_words *words)
{
    size_t count = words->normalized.codes.count;
    const uint32_t *codes = words->normalized.codes.data;
    if (count == 0)
        return TWT_OK;
    twt_vec_clear(&words->breaks);
    if (!twt_vec_reserve(&words->breaks, count))
        return TWT_ERROR_MEMORY;
    char *breaks = words->breaks.data;
    twt_word_breaks(codes, count, breaks);
    part_spaceless(codes, count, breaks);
    part_stops(&words->normalized, breaks);
    for (size_t begin = 0, end; begin < count; begin = end) {
        for (end = begin + 1; end < count && !breaks[end];)
            end++;
        twt_status status = append_segment(words, begin, end);
        if (status != TWT_OK)
            return status;
    }
    return TWT_OK;
}

twt_status twt_words_read_span(twt_words *words, const char *text, size_t len, size_t begin, size_t *end)
{
    twt_status status = normalize_span(words, text, len, begin, end);
    return status == TWT_OK ? append_words(words) : status;
}

static bool is_quiet(const char *text, size_t begin, size_t end)
{
    while (begin < end && twt_mark_is_quiet((unsigned char)text[begin]))
        begin++;
    return begin >= end;
}

twt_status twt_words_find_gaps(twt_words *words, const char *text, size_t first)
{
    twt_token *tokens = words->tokens.data;
    for (size_t i = first; i < words->tokens.count; i++) {
        if (i == 0 || !is_quiet(text, tokens[i - 1].end, tokens[i].begin)) {
            if (!twt_vec_push(&words->gaps, (uint32_t)i))
                return TWT_ERROR_MEMORY;
        } else if (tokens[i].flags & TWT_TOKEN_UPPER) {
            tokens[i].flags |= TWT_TOKEN_CAPITALISED;
        }
    }
    return TWT_OK;
}

twt_status twt_words_hash(twt_words *words, const twt_text_kernel *kernel)
{
    size_t from = words->hashes.count, count = words->tokens.count - from;
    if (count == 0)
        return TWT_OK;
    if (!twt_vec_reserve(&words->hashes, count) || !twt_vec_reserve(&words->norm, TWT_HASH_BEYOND))
        return TWT_ERROR_MEMORY;
    kernel->hash(words->hashes.data + from, words->tokens.data + from, count, words->norm.data);
    words->hashes.count += count;
    return TWT_OK;
}

twt_status twt_words_read_plain(twt_words *words, const char *text, size_t len)
{
    twt_vec_clear(&words->tokens);
    twt_vec_clear(&words->hashes);
    twt_vec_clear(&words->norm);
    twt_vec_clear(&words->gaps);
    for (size_t at = 0; at < len;) {
        if (ends_span((unsigned char)text[at])) {
            at++;
            continue;
        }
        twt_status status = twt_words_read_span(words, text, len, at, &at);
        if (status != TWT_OK)
            return status;
    }
    twt_status status = twt_words_hash(words, &twt_text_kernel_scalar);
    return status == TWT_OK ? twt_words_find_gaps(words, text, 0) : status;
}

void twt_words_free(twt_words *words)
{
    twt_vec_free(&words->tokens);
    twt_vec_free(&words->hashes);
    twt_vec_free(&words->norm);
    twt_vec_free(&words->gaps);
    twt_normalized_free(&words->normalized);
    twt_vec_free(&words->cluster);
    twt_vec_free(&words->breaks);
}

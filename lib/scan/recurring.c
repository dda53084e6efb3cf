#include "scan/recurring.h"

#include <string.h>

#include "base/hash.h"

enum {
    TOKENS_LEAST = 5,     /* a shorter paragraph is a heading or a name, and proves nothing */
    UNLIKE_LEAST = 3,     /* documents that have it and share little else */
    LOOKED_AT = 16,       /* of the documents that have a paragraph */
    PARAGRAPHS_HELD = 64, /* of each of two documents against each other */
};

/* ---- paragraphs of a text -------------------------------------------------------------------------------- */

typedef struct paragraph {
    uint32_t begin, end; /* bytes */
    uint32_t tokens;
    uint64_t hash;
} paragraph;

/* In order. Tokens are hashes already, and a paragraph waits for each of its own: one product a token is enough, where
 * twt_hash_combine takes three in a row. */
static uint64_t hash_of(const twt_token *tokens, size_t count, uint64_t hash)
{
    for (size_t t = 0; t < count; t++)
        hash = (hash ^ tokens[t].hash) * UINT64_C(0x9e3779b97f4a7c15);
    return hash;
}

/* The paragraph that begins at sentence *next, which is moved behind it. */
static paragraph read_paragraph(const twt_analysis *analysis, size_t *next)
{
    size_t s = *next;
    paragraph p = {.begin = analysis->sentences[s].begin};
    do {
        const twt_sentence *sentence = &analysis->sentences[s++];
        uint32_t tokens = sentence->token_end - sentence->token_begin;
        p.hash = hash_of(analysis->tokens + sentence->token_begin, tokens, p.hash);
        p.tokens += tokens;
        p.end = sentence->end;
    } while (s < analysis->sentence_count && !(analysis->sentences[s].flags & TWT_SENTENCE_PARAGRAPH));
    p.hash = twt_hash_mix(p.hash);
    *next = s;
    return p;
}

twt_status twt_paragraphs_collect(const twt_analysis *analysis, twt_paragraphs *paragraphs)
{
    for (size_t s = 0; s < analysis->sentence_count;) {
        paragraph p = read_paragraph(analysis, &s);
        if (p.tokens >= TOKENS_LEAST && !twt_vec_push(paragraphs, p.hash))
            return TWT_ERROR_MEMORY;
    }
    return TWT_OK;
}

/* ---- documents of a source ------------------------------------------------------------------------------- */

void twt_recurring_free(twt_recurring *recurring)
{
    twt_vec_free(&recurring->places);
    twt_vec_free(&recurring->sources);
    twt_free(recurring->masked);
    *recurring = (twt_recurring){0};
}

twt_status twt_recurring_add(twt_recurring *recurring, const char *source, uint64_t rank,
                             const twt_paragraphs *paragraphs)
{
    if (!source || !*source)
        return TWT_OK;
    struct twt_sourced sourced = {twt_hash_bytes(source, strlen(source)), rank, recurring->places.count};
    uint64_t number = recurring->sources.count;
    if (!twt_vec_reserve(&recurring->places, paragraphs->count) || !twt_vec_push(&recurring->sources, sourced))
        return TWT_ERROR_MEMORY;
    for (size_t i = 0; i < paragraphs->count; i++)
        recurring->places.data[recurring->places.count++] = (twt_keyed){paragraphs->data[i], number};
    return TWT_OK;
}

/* ---- what recurs ----------------------------------------------------------------------------------------- */

static size_t paragraphs_of(const twt_recurring *r, uint64_t document, const twt_keyed **places)
{
    size_t begin = r->sources.data[document].begin;
    size_t end = document + 1 < r->sources.count ? r->sources.data[document + 1].begin : r->places.count;
    *places = r->places.data + begin;
    return end - begin < PARAGRAPHS_HELD ? end - begin : PARAGRAPHS_HELD;
}

/* Less than half of the shorter one's paragraphs stand in the other. */
static bool is_unlike(const twt_recurring *r, uint64_t a, uint64_t b)
{
    const twt_keyed *of_a, *of_b;
    size_t count_a = paragraphs_of(r, a, &of_a), count_b = paragraphs_of(r, b, &of_b), shared = 0;
    for (size_t i = 0; i < count_a; i++)
        for (size_t j = 0; j < count_b; j++)
            if (of_a[i].key == of_b[j].key) {
                shared++;
                break;
            }
    return 2 * shared < (count_a < count_b ? count_a : count_b);
}

/* Whether among the documents of a run with one source there are enough that share little but this paragraph. */
static bool recurs(const twt_recurring *r, const twt_keyed *run, size_t count)
{
    uint64_t chosen[UNLIKE_LEAST];
    size_t found = 0;
    for (size_t i = 0; i < count && i < LOOKED_AT && found < UNLIKE_LEAST; i++) {
        bool is_new = true;
        for (size_t c = 0; is_new && c < found; c++)
            is_new = chosen[c] != run[i].value && is_unlike(r, chosen[c], run[i].value);
        if (is_new)
            chosen[found++] = run[i].value;
    }
    return found == UNLIKE_LEAST;
}

/* By (paragraph, source, rank): stable sorts, the last key first. */
static void sort_places(const twt_recurring *r, twt_keyed *sorted, twt_keyed *scratch, const twt_keyed *places,
                        size_t count)
{
    /* value is the number in places until the last sort, so that each key can be looked up */
    for (size_t i = 0; i < count; i++)
        sorted[i] = (twt_keyed){r->sources.data[places[i].value].rank, i};
    twt_sort_keyed(sorted, scratch, count);
    for (size_t i = 0; i < count; i++)
        sorted[i].key = r->sources.data[places[sorted[i].value].value].source;
    twt_sort_keyed(sorted, scratch, count);
    for (size_t i = 0; i < count; i++)
        sorted[i].key = places[sorted[i].value].key;
    twt_sort_keyed(sorted, scratch, count);
    for (size_t i = 0; i < count; i++)
        sorted[i].value = places[sorted[i].value].value;
}

static size_t run_length(const twt_recurring *r, const twt_keyed *run, size_t count)
{
    size_t length = 1;
    while (length < count && run[length].key == run->key &&
           r->sources.data[run[length].value].source == r->sources.data[run->value].source)
        length++;
    return length;
}

twt_status twt_recurring_find(twt_recurring *recurring)
{
    size_t count = recurring->places.count;
    twt_keyed *sorted = twt_alloc_array(count, sizeof *sorted), *scratch = twt_alloc_array(count, sizeof *scratch);
    recurring->masked = twt_alloc_array(count / UNLIKE_LEAST + 1, sizeof *recurring->masked);
    twt_status status = sorted && scratch && recurring->masked ? TWT_OK : TWT_ERROR_MEMORY;
    if (status == TWT_OK) {
        sort_places(recurring, sorted, scratch, recurring->places.data, count);
        for (size_t i = 0, length; i < count; i += length) {
            length = run_length(recurring, sorted + i, count - i);
            if (length >= UNLIKE_LEAST && recurs(recurring, sorted + i, length))
                recurring->masked[recurring->masked_count++] = sorted[i].key;
        }
        recurring->masked_count = twt_unique_u64(recurring->masked, recurring->masked_count);
    }
    twt_free(sorted);
    twt_free(scratch);
    return status;
}

/* ---- masking --------------------------------------------------------------------------------------------- */

static bool is_masked(const twt_recurring *r, uint64_t hash)
{
    size_t begin = 0, end = r->masked_count;
    while (begin < end) {
        size_t middle = begin + (end - begin) / 2;
        if (r->masked[middle] < hash)
            begin = middle + 1;
        else
            end = middle;
    }
    return begin < r->masked_count && r->masked[begin] == hash;
}

bool twt_recurring_mask(const twt_recurring *recurring, const twt_analysis *analysis, twt_bytes *masked,
                        twt_status *status)
{
    *status = TWT_OK;
    masked->count = 0;
    for (size_t s = 0; recurring->masked_count && s < analysis->sentence_count;) {
        paragraph p = read_paragraph(analysis, &s);
        if (p.tokens < TOKENS_LEAST || !is_masked(recurring, p.hash))
            continue;
        if (!masked->count && !twt_bytes_append(masked, analysis->text, analysis->text_len)) {
            *status = TWT_ERROR_MEMORY;
            return false;
        }
        memset(masked->data + p.begin, ' ', p.end - p.begin);
    }
    return masked->count > 0;
}

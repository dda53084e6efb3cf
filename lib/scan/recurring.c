#include "scan/recurring.h"

#include <string.h>

#include "base/hash.h"
#include "base/search.h"

enum { TOKENS_LEAST = 5 }; /* a shorter paragraph is a heading or a name */

/* ---- paragraphs of a text -------------------------------------------------------------------------------- */

typedef struct paragraph {
    uint32_t begin, end; /* bytes */
    uint32_t token_begin, token_end;
    uint64_t hash;
} paragraph;

/* In order. Tokens are hashes already, and a paragraph waits for each of its own: one product a token is enough, where
 * twt_hash_combine takes three in a row. */
static uint64_t hash_of(const twt_token *tokens, size_t count)
{
    uint64_t hash = 0;
    for (size_t t = 0; t < count; t++)
        hash = (hash ^ tokens[t].hash) * UINT64_C(0x9e3779b97f4a7c15);
    return twt_hash_mix(hash);
}

/* The paragraph that begins at sentence *next, which is moved behind it. */
static paragraph read_paragraph(const twt_analysis *analysis, size_t *next)
{
    size_t s = *next;
    paragraph p = {.begin = analysis->sentences[s].begin, .token_begin = analysis->sentences[s].token_begin};
    do {
        p.end = analysis->sentences[s].end;
        p.token_end = analysis->sentences[s++].token_end;
    } while (s < analysis->sentence_count && !(analysis->sentences[s].flags & TWT_SENTENCE_PARAGRAPH));
    p.hash = hash_of(analysis->tokens + p.token_begin, p.token_end - p.token_begin);
    *next = s;
    return p;
}

static uint32_t least_shingle(const twt_analysis *analysis, const paragraph *p)
{
    uint64_t least = UINT64_MAX;
    size_t shingle_tokens = analysis->token_count - analysis->shingle_count + 1;
    if (p->token_end - p->token_begin < TOKENS_LEAST)
        return TWT_PARAGRAPH_SHORT;
    for (size_t i = p->token_begin; i + shingle_tokens <= p->token_end; i++)
        if (analysis->shingles[i] < least)
            least = analysis->shingles[i];
    return (uint32_t)(twt_hash_mix(least) >> 32);
}

static int by_least(const void *a, const void *b)
{
    const twt_keyed *x = a, *y = b;
    uint64_t left = x->value != y->value ? x->value : x->key, right = x->value != y->value ? y->value : y->key;
    return (left > right) - (left < right);
}

twt_status twt_paragraphs_collect(const twt_analysis *analysis, twt_paragraphs *paragraphs)
{
    for (size_t s = 0; s < analysis->sentence_count;) {
        paragraph p = read_paragraph(analysis, &s);
        twt_keyed collected = {p.hash, least_shingle(analysis, &p)};
        if (!twt_vec_push(paragraphs, collected))
            return TWT_ERROR_MEMORY;
    }
    twt_sort_items(paragraphs->data, paragraphs->count, sizeof *paragraphs->data, by_least);
    return TWT_OK;
}

/* ---- documents ------------------------------------------------------------------------------------------- */

void twt_recurring_free(twt_recurring *recurring)
{
    twt_vec_free(&recurring->places);
    twt_vec_free(&recurring->documents);
    twt_free(recurring->masked);
    twt_free(recurring->furnished);
    *recurring = (twt_recurring){0};
}

twt_status twt_recurring_add(twt_recurring *recurring, uint32_t document_number, const char *source, uint64_t rank,
                             const twt_paragraphs *paragraphs)
{
    uint64_t known = source && *source ? twt_hash_bytes(source, strlen(source)) : 0;
    struct twt_furnished document = {document_number, false, known, rank, recurring->places.count};
    uint64_t number = recurring->documents.count;
    if (!twt_vec_reserve(&recurring->places, paragraphs->count) || !twt_vec_push(&recurring->documents, document))
        return TWT_ERROR_MEMORY;
    for (size_t i = 0; i < paragraphs->count; i++)
        recurring->places.data[recurring->places.count++] =
            (twt_keyed){paragraphs->data[i].key, number << 32 | paragraphs->data[i].value};
    return TWT_OK;
}

/* ---- masking --------------------------------------------------------------------------------------------- */

static bool is_masked(const twt_recurring *r, uint64_t hash)
{
    return twt_search_holds(r->masked, r->masked_count, hash);
}

/* Appends the shingles that lie between two tokens. */
static twt_status add_shingles(const twt_analysis *analysis, size_t begin, size_t end, twt_u64s *out)
{
    size_t shingle_tokens = analysis->token_count - analysis->shingle_count + 1;
    for (size_t i = begin; i + shingle_tokens <= end; i++)
        if (!twt_vec_push(out, analysis->shingles[i]))
            return TWT_ERROR_MEMORY;
    return TWT_OK;
}

twt_status twt_recurring_shingles(const twt_recurring *recurring, const twt_analysis *analysis, twt_u64s *shingles)
{
    twt_status status = TWT_OK;
    size_t begin = 0, end = 0; /* tokens of recurring paragraphs that follow each other */
    twt_vec_clear(shingles);
    for (size_t s = 0; status == TWT_OK && s < analysis->sentence_count;) {
        paragraph p = read_paragraph(analysis, &s);
        if (is_masked(recurring, p.hash)) {
            begin = begin < end ? begin : p.token_begin;
            end = p.token_end;
            continue;
        }
        status = add_shingles(analysis, begin, end, shingles);
        begin = end = 0;
    }
    return status == TWT_OK ? add_shingles(analysis, begin, end, shingles) : status;
}

bool twt_recurring_mask(const twt_recurring *recurring, const twt_analysis *analysis, twt_bytes *masked,
                        twt_status *status)
{
    *status = TWT_OK;
    masked->count = 0;
    for (size_t s = 0; recurring->masked_count && s < analysis->sentence_count;) {
        paragraph p = read_paragraph(analysis, &s);
        if (!is_masked(recurring, p.hash))
            continue;
        if (!masked->count && !twt_bytes_append(masked, analysis->text, analysis->text_len)) {
            *status = TWT_ERROR_MEMORY;
            return false;
        }
        memset(masked->data + p.begin, ' ', p.end - p.begin);
    }
    return masked->count > 0;
}

#include "compare/changes/quotation_pairing.h"

#define HOLDERS_MAX 8    /* quotations of b that may hold a bigram; more: it is too common to tell */
#define VOTES_LEAST 3    /* bigrams, or all of the shorter quotation's */
#define SHARE_LEAST 0.35 /* of the shorter quotation's bigrams */

/* ---- voting ---------------------------------------------------------------------------------------------- */

/* (bigram, number of the quotation) of words that both texts have, ascending by bigram, each once a quotation. */
static bool list_bigrams(twt_quotation_pairing *pairing, const twt_pair_words *words, int side)
{
    const twt_quoted_list *quoted = &pairing->quoted[side];
    const uint32_t *ids = twt_pair_ids(words, side);
    twt_keyed_list *out = &pairing->bigrams[side];
    size_t kept = 0;
    twt_vec_clear(out);
    for (size_t q = 0; q < quoted->count; q++)
        for (uint32_t i = quoted->data[q].begin; i + 1 < quoted->data[q].end; i++) {
            twt_keyed bigram = {(uint64_t)ids[i] << 32 | ids[i + 1], q};
            if (twt_pair_is_shared(words, ids[i]) && twt_pair_is_shared(words, ids[i + 1]) &&
                !twt_vec_push(out, bigram))
                return false;
        }
    if (!twt_keyed_list_sort(out))
        return false;
    for (size_t i = 0; i < out->count; i++)
        if (kept == 0 || out->data[kept - 1].key != out->data[i].key || out->data[kept - 1].value != out->data[i].value)
            out->data[kept++] = out->data[i];
    out->count = kept;
    return true;
}

/* One vote a shared bigram: key holds both numbers. */
static bool cast_votes(twt_quotation_pairing *pairing)
{
    const twt_keyed_list *a = &pairing->bigrams[0], *b = &pairing->bigrams[1];
    twt_vec_clear(&pairing->votes);
    for (size_t i = 0, j = 0; i < a->count && j < b->count;) {
        size_t i_end = twt_keyed_list_end(a, i), j_end = twt_keyed_list_end(b, j);
        if (a->data[i].key < b->data[j].key) {
            i = i_end;
        } else if (b->data[j].key < a->data[i].key) {
            j = j_end;
        } else {
            bool is_telling = i_end - i <= HOLDERS_MAX && j_end - j <= HOLDERS_MAX;
            for (size_t x = i; is_telling && x < i_end; x++)
                for (size_t y = j; y < j_end; y++)
                    if (!twt_vec_push(&pairing->votes, ((twt_keyed){a->data[x].value << 32 | b->data[y].value, 1})))
                        return false;
            i = i_end;
            j = j_end;
        }
    }
    return true;
}

static bool is_enough(const twt_quotation_pairing *pairing, uint64_t pair, uint64_t votes)
{
    uint32_t a = twt_quoted_length(&pairing->quoted[0].data[pair >> 32]),
             b = twt_quoted_length(&pairing->quoted[1].data[pair & UINT32_MAX]);
    uint32_t bigrams = (a < b ? a : b) - 1;
    return votes >= (bigrams < VOTES_LEAST ? bigrams : VOTES_LEAST) && (double)votes >= SHARE_LEAST * bigrams;
}

/* Counts the votes of each pair and orders the pairs: most votes first, then those that stand first in both texts, so
 * that the mirrored texts choose alike. */
static bool count_votes(twt_quotation_pairing *pairing)
{
    twt_keyed_list *votes = &pairing->votes;
    size_t kept = 0;
    if (!twt_keyed_list_sort(votes))
        return false;
    for (size_t i = 0, end; i < votes->count; i = end) {
        uint64_t pair = votes->data[i].key;
        end = twt_keyed_list_end(votes, i);
        if (!is_enough(pairing, pair, end - i))
            continue;
        uint64_t few = UINT32_MAX - (uint64_t)(end - i), place = (pair >> 32) + (pair & UINT32_MAX);
        votes->data[kept++] = (twt_keyed){few << 32 | place, pair};
    }
    votes->count = kept;
    return twt_keyed_list_sort(votes);
}

static void pair_up(twt_quotation_pairing *pairing)
{
    for (size_t i = 0; i < pairing->votes.count; i++) {
        uint64_t pair = pairing->votes.data[i].value;
        twt_quoted *a = &pairing->quoted[0].data[pair >> 32], *b = &pairing->quoted[1].data[pair & UINT32_MAX];
        if (a->partner != TWT_QUOTED_ALONE || b->partner != TWT_QUOTED_ALONE)
            continue;
        a->partner = (uint32_t)(pair & UINT32_MAX);
        b->partner = (uint32_t)(pair >> 32);
    }
}

twt_status twt_quotation_pairing_run(twt_quotation_pairing *pairing, const twt_pair_words *words,
                                     twt_quoted_list quoted[2])
{
    pairing->quoted = quoted;
    for (int s = 0; s < 2; s++)
        if (!list_bigrams(pairing, words, s))
            return TWT_ERROR_MEMORY;
    if (!cast_votes(pairing) || !count_votes(pairing))
        return TWT_ERROR_MEMORY;
    pair_up(pairing);
    return TWT_OK;
}

void twt_quotation_pairing_free(twt_quotation_pairing *pairing)
{
    twt_vec_free(&pairing->bigrams[0]);
    twt_vec_free(&pairing->bigrams[1]);
    twt_vec_free(&pairing->votes);
}

/* Anchors (unique shingles, heaviest chain), then gaps: inside a corridor - two sentences that say the same - and in
 * short gaps between matches every word may match; elsewhere only what is long or nearly equal. What the chain leaves
 * free is looked through a second time for moved text. A common word that stands alone, far from other matches, is
 * dropped: any two texts have such pairs. */
#include "compare/align.h"

#include <string.h>

#include "base/alloc.h"
#include "base/hash.h"
#include "compare/align_parts.h"

/* A hostile text can fill one stretch of the table; past so many probes a word is taken for a common one. */
enum { PROBES_MAX = 64 };

twt_status twt_aligner_new(twt_aligner **out)
{
    *out = twt_alloc_zeroed(1, sizeof **out);
    return *out ? TWT_OK : TWT_ERROR_MEMORY;
}

void twt_aligner_free(twt_aligner *aligner)
{
    if (!aligner)
        return;
    twt_anchors_free(&aligner->anchors);
    twt_fill_free(&aligner->gaps);
    twt_vec_free(&aligner->runs);
    twt_vec_free(&aligner->chain);
    twt_vec_free(&aligner->filled);
    twt_vec_free(&aligner->out);
    twt_vec_free(&aligner->corridors);
    twt_vec_free(&aligner->blocks);
    twt_vec_free(&aligner->counts);
    twt_vec_free(&aligner->a_hashes);
    twt_vec_free(&aligner->b_hashes);
    twt_vec_free(&aligner->weights);
    twt_vec_free(&aligner->a_home);
    twt_vec_free(&aligner->b_home);
    twt_vec_free(&aligner->keyed);
    twt_free(aligner);
}

static twt_word_count *slot_of(twt_word_count *slots, size_t mask, uint64_t key)
{
    size_t at = twt_hash_mix(key) & mask;
    for (int probe = 0; probe < PROBES_MAX; probe++, at = (at + 1) & mask)
        if (!slots[at].count || slots[at].key == key)
            return &slots[at];
    return NULL;
}

static void count_words(twt_word_count *slots, size_t mask, const twt_analysis *text)
{
    for (size_t i = 0; i < text->token_count; i++) {
        twt_word_count *slot = slot_of(slots, mask, text->tokens[i].hash);
        if (slot)
            slot->key = text->tokens[i].hash, slot->count++;
    }
}

static uint8_t weight_of(const twt_word_count *slot)
{
    if (!slot || slot->count > 8)
        return 1;
    return slot->count <= 2 ? TWT_WEIGHT_RARE : slot->count <= 4 ? 3 : 2;
}

/* How much a match of each token of a is worth: the rarer in both texts, the more. */
static bool weigh(twt_aligner *al, const twt_analysis *a, const twt_analysis *b)
{
    size_t size = 64;
    while (size < 2 * (a->token_count + b->token_count))
        size *= 2;
    twt_vec_clear(&al->counts);
    twt_vec_clear(&al->weights);
    if (!twt_vec_reserve(&al->counts, size) || !twt_vec_reserve(&al->weights, a->token_count))
        return false;
    memset(al->counts.data, 0, size * sizeof *al->counts.data);
    count_words(al->counts.data, size - 1, a);
    count_words(al->counts.data, size - 1, b);
    for (size_t i = 0; i < a->token_count; i++)
        al->weights.data[i] = weight_of(slot_of(al->counts.data, size - 1, a->tokens[i].hash));
    return true;
}

static void copy_hashes(const twt_analysis *text, uint64_t *hashes, uint32_t *home)
{
    for (size_t i = 0; i < text->token_count; i++)
        hashes[i] = text->tokens[i].hash;
    for (size_t s = 0; s < text->sentence_count; s++)
        for (uint32_t i = text->sentences[s].token_begin; i < text->sentences[s].token_end; i++)
            home[i] = (uint32_t)s;
}

static bool prepare(twt_aligner *al, const twt_analysis *a, const twt_analysis *b)
{
    al->a = a, al->b = b;
    twt_vec_clear(&al->runs);
    twt_vec_clear(&al->chain);
    twt_vec_clear(&al->out);
    twt_vec_clear(&al->corridors);
    twt_vec_clear(&al->blocks);
    twt_vec_clear(&al->a_hashes);
    twt_vec_clear(&al->b_hashes);
    twt_vec_clear(&al->a_home);
    twt_vec_clear(&al->b_home);
    if (!twt_vec_reserve(&al->a_hashes, a->token_count) || !twt_vec_reserve(&al->a_home, a->token_count) ||
        !twt_vec_reserve(&al->b_hashes, b->token_count) || !twt_vec_reserve(&al->b_home, b->token_count))
        return false;
    copy_hashes(a, al->a_hashes.data, al->a_home.data);
    copy_hashes(b, al->b_hashes.data, al->b_home.data);
    return weigh(al, a, b);
}

/* Both parts ascend by a. */
static bool merge_matches(twt_aligner *al)
{
    const twt_matches *chain = &al->chain, *moved = &al->filled;
    if (!twt_vec_reserve(&al->out, chain->count + moved->count))
        return false;
    size_t i = 0, j = 0;
    while (i < chain->count || j < moved->count) {
        bool is_chain = j == moved->count || (i < chain->count && chain->data[i].a < moved->data[j].a);
        al->out.data[al->out.count++] = is_chain ? chain->data[i++] : moved->data[j++];
    }
    return true;
}

twt_status twt_aligner_run(twt_aligner *aligner, const twt_analysis *a, const twt_analysis *b, const twt_seed *seeds,
                           size_t seed_count, twt_alignment *out)
{
    *out = (twt_alignment){0};
    if (!a->token_count || !b->token_count)
        return TWT_OK;
    if (!prepare(aligner, a, b) || !twt_align_chain(aligner, seeds, seed_count) ||
        !twt_align_moved(aligner, seeds, seed_count) || !merge_matches(aligner) || !twt_align_blocks(aligner))
        return TWT_ERROR_MEMORY;
    *out = (twt_alignment){.matches = aligner->out.data,
                           .match_count = aligner->out.count,
                           .blocks = aligner->blocks.data,
                           .block_count = aligner->blocks.count};
    return TWT_OK;
}

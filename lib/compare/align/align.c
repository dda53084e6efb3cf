/* Anchors (unique shingles, heaviest chain), then gaps: inside a corridor - two sentences that say the same - and in
 * short gaps between matches every word may match; elsewhere only what is long or nearly equal. What the chain leaves
 * free is looked through a second time for moved text. A common word that stands alone, far from other matches, is
 * dropped: any two texts have such pairs. */
#include "compare/align/align.h"

#include <string.h>

#include "base/alloc.h"
#include "compare/align/parts.h"

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
    twt_vec_free(&aligner->a_ids);
    twt_vec_free(&aligner->b_ids);
    twt_vec_free(&aligner->weights);
    twt_vec_free(&aligner->keyed);
    twt_free(aligner);
}

static bool prepare(twt_aligner *al, const twt_pair_words *words)
{
    al->words = words;
    al->a = twt_pair_text(words, 0), al->b = twt_pair_text(words, 1);
    al->a_home = twt_pair_homes(words, 0), al->b_home = twt_pair_homes(words, 1);
    twt_vec_clear(&al->runs);
    twt_vec_clear(&al->chain);
    twt_vec_clear(&al->out);
    twt_vec_clear(&al->corridors);
    twt_vec_clear(&al->blocks);
    size_t a_count = al->a->token_count, b_count = al->b->token_count;
    if (!twt_vec_resize(&al->a_ids, a_count) || !twt_vec_resize(&al->b_ids, b_count) ||
        !twt_vec_resize(&al->weights, a_count))
        return false;
    memcpy(al->a_ids.data, twt_pair_ids(words, 0), a_count * sizeof *al->a_ids.data);
    memcpy(al->b_ids.data, twt_pair_ids(words, 1), b_count * sizeof *al->b_ids.data);
    for (size_t i = 0; i < a_count; i++)
        al->weights.data[i] = words->worth.data[al->a_ids.data[i]];
    return true;
}

/* Puts the chain and the moved matches, which both ascend by a, in one ascending list. */
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

twt_status twt_aligner_run(twt_aligner *aligner, const twt_pair_words *words, const twt_seed *seeds, size_t seed_count,
                           twt_alignment *out)
{
    *out = (twt_alignment){0};
    if (!words->texts[0]->token_count || !words->texts[1]->token_count)
        return TWT_OK;
    if (!prepare(aligner, words) || !twt_align_chain(aligner, seeds, seed_count) || !twt_align_letters(aligner) ||
        !twt_align_moved(aligner, seeds, seed_count) || !merge_matches(aligner) || !twt_align_blocks(aligner))
        return TWT_ERROR_MEMORY;
    *out = (twt_alignment){.matches = aligner->out.data,
                           .match_count = aligner->out.count,
                           .blocks = aligner->blocks.data,
                           .block_count = aligner->blocks.count};
    return TWT_OK;
}

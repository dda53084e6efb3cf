/* Near a seed, a pair of sentences deserves less distrust: half the likeness will do. */
#include "compare/passages/links.h"

#include <string.h>

#include "compare/passages/seed_limit.h"

enum { NEAR_SENTENCES = 3 };
static const double seed_cosine = .30, seed_dice = .33; /* of sentence_seeds.c: those are here already */
static const double weak_cosine = .20, weak_dice = .20;

static bool mark_near(twt_link_finder *finder, int side, size_t sentences, const twt_sentence_links *links)
{
    if (!twt_vec_resize(&finder->is_near[side], sentences))
        return false;
    memset(finder->is_near[side].data, 0, sentences);
    for (size_t i = 0; i < links->count; i++) {
        uint32_t at = links->data[i].at[side];
        size_t begin = at > NEAR_SENTENCES ? at - NEAR_SENTENCES : 0, end = (size_t)at + NEAR_SENTENCES + 1;
        if (end > sentences)
            end = sentences;
        memset(finder->is_near[side].data + begin, 1, end - begin);
    }
    return true;
}

/* Of a sentence of side; those whose other sentence is near one, when this has been done from there. */
static bool add_of(const twt_link_finder *finder, const twt_pair_words *words, twt_sentence_index *index, int side,
                   uint32_t sentence, twt_sentence_links *links)
{
    twt_sentence_index_meet(index, words, sentence, weak_cosine, weak_dice);
    for (size_t i = 0; i < index->met.count; i++) {
        uint32_t other = index->met.data[i];
        twt_likeness like = twt_sentence_index_take(index, words, sentence, other, weak_cosine, weak_dice);
        if (like.cosine == 0 || (like.cosine > seed_cosine && like.dice > seed_dice))
            continue;
        if (side && finder->is_near[0].data[other])
            continue;
        twt_sentence_link link = {{side ? other : sentence, side ? sentence : other}, (float)like.cosine, true};
        if (!twt_vec_push(links, link))
            return false;
    }
    return true;
}

twt_status twt_link_finder_add_weak(twt_link_finder *finder, const twt_pair_words *words, twt_sentence_index index[2],
                                    twt_sentence_links *links)
{
    for (int side = 0; side < 2; side++)
        if (!mark_near(finder, side, words->sentences[side].count, links))
            return TWT_ERROR_MEMORY;
    size_t seeds = links->count, most = twt_seeds_most(words->sentences[0].count + words->sentences[1].count);
    for (int side = 0; side < 2; side++)
        for (uint32_t s = 0; s < words->sentences[side].count && links->count - seeds <= most; s++)
            if (finder->is_near[side].data[s] && !add_of(finder, words, &index[!side], side, s, links))
                return TWT_ERROR_MEMORY;
    if (links->count - seeds > most)
        links->count = seeds;
    return TWT_OK;
}

void twt_link_finder_free(twt_link_finder *finder)
{
    twt_vec_free(&finder->is_near[0]);
    twt_vec_free(&finder->is_near[1]);
}

/* Sanchez-Perez, Sidorov, Gelbukh, "A winning approach to text alignment for text reuse detection at PAN 2014",
 * section 3.1: two sentences make a seed when the cosine of their tf-idf vectors (df local to the pair) and Dice's
 * coefficient of their sets of words are both high enough. They compare all pairs; here an inverted index of one side
 * meets only pairs that share a word. */
#include "compare/passages/sentence_seeds.h"

#include <math.h>
#include <stdlib.h>

#include "base/hash.h"
#include "base/sort.h"
#include "compare/passages/chain.h"
#include "compare/passages/seed_limit.h"
#include "compare/passages/sentence_index.h"
#include "compare/words/pair_words.h"

static const double cosine_limit = .30, dice_limit = .33; /* theirs */

struct twt_seed_finder {
    const twt_pair_words *words; /* of the pair at hand */
    twt_sentence_index *index;   /* of the second side; borrowed */
    TWT_VEC(twt_keyed) equals[2];
    TWT_VEC(twt_keyed) scratch;
    twt_seeds seeds;
    bool is_thinned; /* there are so many that each sentence keeps its strongest */
    twt_chain chain;
};

twt_status twt_seed_finder_new(twt_seed_finder **out)
{
    *out = twt_alloc_zeroed(1, sizeof **out);
    return *out ? TWT_OK : TWT_ERROR_MEMORY;
}

void twt_seed_finder_free(twt_seed_finder *finder)
{
    if (!finder)
        return;
    twt_vec_free(&finder->equals[0]);
    twt_vec_free(&finder->equals[1]);
    twt_vec_free(&finder->scratch);
    twt_vec_free(&finder->seeds);
    twt_chain_free(&finder->chain);
    twt_free(finder);
}

static int compare_seeds(const void *left, const void *right)
{
    const twt_seed *a = left, *b = right;
    if (a->a != b->a)
        return a->a < b->a ? -1 : 1;
    return a->b < b->b ? -1 : a->b > b->b;
}

static bool keep_seeds_of(twt_seed_finder *finder, uint32_t sentence)
{
    size_t before = finder->seeds.count;
    twt_sentence_index *index = finder->index;
    twt_sentence_index_meet(index, finder->words, sentence, cosine_limit, dice_limit);
    for (size_t i = 0; i < index->met.count; i++) {
        uint32_t other = index->met.data[i];
        twt_likeness like = twt_sentence_index_take(index, finder->words, sentence, other, cosine_limit, dice_limit);
        twt_seed seed = {sentence, other, (float)(like.cosine < 1 ? like.cosine : 1), (float)like.dice, false};
        if (like.cosine > 0 && !twt_vec_push(&finder->seeds, seed))
            return false;
    }
    if (!finder->is_thinned && finder->seeds.count - before > 1)
        twt_sort_items(finder->seeds.data + before, finder->seeds.count - before, sizeof(twt_seed), compare_seeds);
    return true;
}

/* From the moment on when there are too many; all of them or those from begin on, of the last sentence. */
static void thin(twt_seed_finder *finder, size_t begin)
{
    size_t a = finder->words->sentences[0].count, b = finder->words->sentences[1].count;
    if (!finder->is_thinned && finder->seeds.count <= twt_seeds_most(a + b))
        return;
    twt_seeds_thin(&finder->seeds, finder->is_thinned ? begin : 0, a, b);
    finder->is_thinned = true;
}

static bool find_similar(twt_seed_finder *finder, size_t sentences)
{
    if (twt_sentence_index_fill(finder->index, finder->words, 1))
        return false;
    finder->is_thinned = false;
    for (uint32_t s = 0; s < sentences; s++) {
        size_t begin = finder->seeds.count;
        if (!keep_seeds_of(finder, s))
            return false;
        thin(finder, begin);
    }
    return true;
}

static uint64_t hash_sentence(const twt_analysis *text, const twt_sentence *sentence)
{
    uint64_t hash = 0;
    for (uint32_t i = sentence->token_begin; i < sentence->token_end; i++)
        hash = twt_hash_combine(hash, text->tokens[i].hash);
    return hash;
}

/* Whether all words of the sentence are beyond the work limit. */
static bool leads_nowhere(const twt_pair_words *words, int side, size_t sentence)
{
    const uint32_t *first = words->own[side].first_term + sentence;
    for (uint32_t i = first[0]; i < first[1]; i++)
        if (!words->is_beyond.data[words->terms[side][i].word])
            return false;
    return true;
}

/* These sentences by their hash and then in order. */
static bool gather_weightless(twt_seed_finder *finder, int side, const twt_analysis *text)
{
    twt_vec_clear(&finder->equals[side]);
    for (size_t s = 0; s < text->sentence_count; s++) {
        twt_keyed item = {hash_sentence(text, &text->sentences[s]), s};
        if (leads_nowhere(finder->words, side, s) && !twt_vec_push(&finder->equals[side], item))
            return false;
    }
    if (!twt_vec_resize(&finder->scratch, finder->equals[side].count))
        return false;
    twt_sort_keyed(finder->equals[side].data, finder->scratch.data, finder->equals[side].count);
    return true;
}

static bool pair_equals(twt_seed_finder *finder, const twt_analysis *const texts[2])
{
    if (!gather_weightless(finder, 0, texts[0]) || !gather_weightless(finder, 1, texts[1]))
        return false;
    if (!finder->equals[0].count || !finder->equals[1].count)
        return true;
    const twt_keyed *a = finder->equals[0].data, *b = finder->equals[1].data;
    const twt_keyed *end_a = a + finder->equals[0].count, *end_b = b + finder->equals[1].count;
    while (a < end_a && b < end_b) {
        if (a->key == b->key) {
            twt_seed seed = {(uint32_t)a++->value, (uint32_t)b++->value, 1, 1, false};
            if (!twt_vec_push(&finder->seeds, seed))
                return false;
        } else if (a->key < b->key) {
            a++;
        } else {
            b++;
        }
    }
    return true;
}

static bool mark_chain(twt_seed_finder *finder, size_t sentences_b, bool is_same)
{
    enum { ONE = 1024 };
    twt_vec_clear(&finder->chain.links);
    for (size_t i = 0; i < finder->seeds.count; i++) {
        const twt_seed *seed = &finder->seeds.data[i];
        twt_chain_link link = {seed->b, (uint32_t)lround(ONE * (double)seed->cosine), false};
        if (!twt_vec_push(&finder->chain.links, link))
            return false;
    }
    if (twt_chain_mark(&finder->chain, sentences_b))
        return false;
    for (size_t i = 0; i < finder->seeds.count; i++) {
        twt_seed *seed = &finder->seeds.data[i];
        /* a text beside itself: among several heaviest chains the diagonal is the one that is its own mirror image */
        seed->in_chain = is_same ? seed->a == seed->b : finder->chain.links.data[i].in_chain;
    }
    return true;
}

static bool find_seeds(twt_seed_finder *finder, const twt_analysis *const texts[2], bool is_same)
{
    if (!find_similar(finder, texts[0]->sentence_count))
        return false;
    if (finder->words->is_limited) {
        if (!pair_equals(finder, texts))
            return false;
        twt_sort_items(finder->seeds.data, finder->seeds.count, sizeof(twt_seed), compare_seeds);
    }
    return mark_chain(finder, texts[1]->sentence_count, is_same);
}

static void mirror(twt_seed *seeds, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        uint32_t a = seeds[i].a;
        seeds[i].a = seeds[i].b;
        seeds[i].b = a;
    }
    if (count > 1)
        twt_sort_items(seeds, count, sizeof *seeds, compare_seeds);
}

twt_status twt_seed_finder_run(twt_seed_finder *finder, twt_pair_words *words, twt_sentence_index *index,
                               const twt_seed **seeds, size_t *count)
{
    const twt_analysis *const *texts = words->texts;
    *seeds = NULL;
    *count = 0;
    twt_vec_clear(&finder->seeds);
    finder->words = words;
    finder->index = index;
    if (!texts[0]->sentence_count || !texts[1]->sentence_count)
        return TWT_OK;
    if (twt_pair_words_weigh(words, twt_pair_limit(texts[0], texts[1])) || !find_seeds(finder, texts, words->is_same)) {
        twt_vec_clear(&finder->seeds);
        return TWT_ERROR_MEMORY;
    }
    if (words->is_reversed)
        mirror(finder->seeds.data, finder->seeds.count);
    *seeds = finder->seeds.data;
    *count = finder->seeds.count;
    return TWT_OK;
}

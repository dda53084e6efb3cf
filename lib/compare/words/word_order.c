/* Two texts on one topic share words, but in any order; who retells a text keeps its order, even where no three words
 * in a row are left. So the longest increasing subsequence (Fredman 1975, by binary search) over the words that stand
 * once in each text tells retelling from topic, in any language and without a list of common words. */
#include "compare/words/word_order.h"

#include <math.h>

enum { MANY = 2, PHRASE_MAX = 4 };

struct twt_word_place {
    uint32_t at;     /* in b, when it stands there once */
    uint8_t seen[2]; /* how often in a and in b, up to MANY */
};

void twt_word_order_free(twt_word_order *order)
{
    twt_vec_free(&order->places);
    twt_vec_free(&order->tails);
    twt_vec_free(&order->singles);
}

static void forget_words(struct twt_word_place *places, const uint32_t *ids, twt_range range)
{
    for (uint32_t i = range.begin; i < range.end; i++)
        places[ids[i]] = (struct twt_word_place){0, {0, 0}};
}

static void see_words(struct twt_word_place *places, const uint32_t *ids, twt_range range, int text, twt_measures *m)
{
    for (uint32_t i = range.begin; i < range.end; i++) {
        struct twt_word_place *place = &places[ids[i]];
        m->words[text] += !place->seen[text];
        m->shared_words += text && place->seen[0] && !place->seen[1];
        place->at = i;
        place->seen[text] += place->seen[text] < MANY;
    }
}

/* tails[n] is the lowest value that ends an increasing subsequence of n + 1. */
static uint32_t put_in_order(uint32_t *tails, uint32_t count, uint32_t value)
{
    uint32_t low = 0, high = count;
    if (count && tails[count - 1] < value)
        low = count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (tails[middle] < value)
            low = middle + 1;
        else
            high = middle;
    }
    tails[low] = value;
    return low == count ? count + 1 : count;
}

/* A name or a fixed phrase keeps its order in any text, so it is one thing that may stand in order. A longer run is
 * more than that. */
static void count_phrases(twt_word_order *order, twt_measures *m)
{
    uint32_t words = 0;
    for (size_t i = 0; i < order->singles.count; i++) {
        const twt_range *now = &order->singles.data[i], *last = now - 1;
        bool goes_on = words && now->begin == last->begin + 1 && now->end == last->end + 1 && words < PHRASE_MAX;
        words = goes_on ? words + 1 : 1;
        if (goes_on)
            continue;
        m->single_phrases++;
        m->ordered_phrases = put_in_order(order->tails.data, m->ordered_phrases, now->end);
    }
}

static void add_single(twt_word_order *order, uint32_t in_a, uint32_t in_b, twt_measures *m)
{
    m->single_words++;
    m->ordered_words = put_in_order(order->tails.data, m->ordered_words, in_b);
    order->singles.data[order->singles.count++] = (twt_range){in_a, in_b};
}

/* For whole texts all is counted already; only the singles are collected. */
static void measure_whole(twt_word_order *order, const twt_pair_words *words, twt_measures *m)
{
    const uint32_t *a = twt_pair_ids(words, 0), *in_b = twt_pair_own(words, 1)->last;
    const uint32_t *numbers_in_b = twt_pair_side(words, 1) ? words->to_second.data : NULL;
    for (int text = 0; text < 2; text++)
        m->words[text] = twt_pair_own(words, text)->count;
    m->shared_words = words->shared;
    for (uint32_t i = 0; i < twt_pair_text(words, 0)->token_count; i++)
        if (words->worth.data[a[i]] == TWT_WORTH_RARE)
            add_single(order, i, in_b[numbers_in_b ? numbers_in_b[a[i]] : a[i]], m);
}

static void measure_stretch(twt_word_order *order, const twt_pair_words *words, twt_range range_a, twt_range range_b,
                            twt_measures *m)
{
    const uint32_t *a = twt_pair_ids(words, 0), *b = twt_pair_ids(words, 1);
    struct twt_word_place *places = order->places.data;
    forget_words(places, a, range_a);
    forget_words(places, b, range_b);
    see_words(places, a, range_a, 0, m);
    see_words(places, b, range_b, 1, m);
    for (uint32_t i = range_a.begin; i < range_a.end; i++)
        if (places[a[i]].seen[0] == 1 && places[a[i]].seen[1] == 1)
            add_single(order, i, places[a[i]].at, m);
}

static float lesser(float x, float y)
{
    return x < y ? x : y;
}

static bool is_whole(const twt_pair_words *words, int text, twt_range range)
{
    return range.begin == 0 && range.end == twt_pair_text(words, text)->token_count;
}

twt_status twt_word_order_measure(twt_word_order *order, const twt_pair_words *words, twt_range range_a,
                                  twt_range range_b, twt_measures *m)
{
    twt_vec_clear(&order->tails);
    twt_vec_clear(&order->singles);
    if (!twt_vec_resize(&order->places, words->count) || !twt_vec_reserve(&order->tails, range_a.end - range_a.begin) ||
        !twt_vec_reserve(&order->singles, range_a.end - range_a.begin))
        return TWT_ERROR_MEMORY;
    m->words[0] = m->words[1] = m->shared_words = m->single_words = m->ordered_words = 0;
    m->single_phrases = m->ordered_phrases = 0;
    m->syllables = lesser(twt_pair_own(words, 0)->syllables, twt_pair_own(words, 1)->syllables);
    if (is_whole(words, 0, range_a) && is_whole(words, 1, range_b))
        measure_whole(order, words, m);
    else
        measure_stretch(order, words, range_a, range_b, m);
    count_phrases(order, m);
    return TWT_OK;
}

/* Newton's steps for the cube root: the same bits everywhere, which cbrt does not promise. */
static double cube_root(double x)
{
    double y = x > 1 ? x : 1, last = 0;
    for (int i = 0; i < 40 && y != last; i++) {
        last = y;
        y = (2 * y + x / (y * y)) / 3;
    }
    return y;
}

static double sixth_root(double n)
{
    return cube_root(sqrt(n));
}

#define FEW 2 /* so that a handful says little, whatever its order */

/* How many of n singles are in order by chance. */
static double expected_of(double n)
{
    return 2 * sqrt(n) - 1.77 * sixth_root(n);
}

double twt_word_order_effect(const twt_measures *measures)
{
    double n = measures->single_phrases, root = cube_root(n);
    return n > 0 ? (measures->ordered_phrases - expected_of(n)) / (root * root + FEW) : 0;
}

double twt_word_order_share(const twt_measures *measures)
{
    double n = measures->single_words, above = n - expected_of(n);
    return above > .5 ? (measures->ordered_words - expected_of(n)) / above : 1;
}

double twt_word_order_likeness(const twt_measures *measures)
{
    double product = (double)measures->words[0] * measures->words[1];
    return product > 0 ? measures->shared_words / sqrt(product) : 0;
}

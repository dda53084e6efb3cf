/* Two texts on one topic share words, but in any order; who retells a text keeps its order, even where no three words
 * in a row are left. So the longest increasing subsequence (Fredman 1975, by binary search) over the words that stand
 * once in each text tells retelling from topic, in any language and without a list of common words. */
#include "compare/word_order.h"

#include <math.h>
#include <string.h>

#include "base/hash.h"

/* A hostile text can fill one stretch of the table; past so many probes a word is not counted. */
enum { PROBES_MAX = 64, MANY = 2 };

struct twt_word_place {
    uint64_t key;
    uint32_t at;     /* in b, when it stands there once */
    uint8_t seen[2]; /* how often in a and in b, up to MANY; both 0: a free slot */
};

void twt_word_order_free(twt_word_order *order)
{
    twt_vec_free(&order->places);
    twt_vec_free(&order->tails);
}

static struct twt_word_place *place_of(struct twt_word_place *places, size_t mask, uint64_t key)
{
    size_t at = twt_hash_mix(key) & mask;
    for (int probe = 0; probe < PROBES_MAX; probe++, at = (at + 1) & mask)
        if (places[at].key == key || !(places[at].seen[0] | places[at].seen[1]))
            return &places[at];
    return NULL;
}

static void see_words(struct twt_word_place *places, size_t mask, const twt_analysis *text, twt_range range, int side,
                      twt_measures *m)
{
    for (uint32_t i = range.begin; i < range.end; i++) {
        uint64_t key = text->tokens[i].hash;
        struct twt_word_place *place = place_of(places, mask, key);
        if (!place)
            continue;
        m->words[side] += !place->seen[side];
        m->shared_words += side && place->seen[0] && !place->seen[1];
        place->key = key;
        place->at = i;
        place->seen[side] += place->seen[side] < MANY;
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

twt_status twt_word_order_measure(twt_word_order *order, const twt_analysis *a, twt_range range_a,
                                  const twt_analysis *b, twt_range range_b, twt_measures *m)
{
    size_t size = 64, a_count = range_a.end - range_a.begin;
    while (size < 2 * (a_count + range_b.end - range_b.begin))
        size *= 2;
    twt_vec_clear(&order->places);
    twt_vec_clear(&order->tails);
    if (!twt_vec_reserve(&order->places, size) || !twt_vec_reserve(&order->tails, a_count))
        return TWT_ERROR_MEMORY;
    struct twt_word_place *places = order->places.data;
    memset(places, 0, size * sizeof *places);
    m->words[0] = m->words[1] = m->shared_words = m->single_words = m->ordered_words = 0;
    see_words(places, size - 1, a, range_a, 0, m);
    see_words(places, size - 1, b, range_b, 1, m);
    for (uint32_t i = range_a.begin; i < range_a.end; i++) {
        const struct twt_word_place *place = place_of(places, size - 1, a->tokens[i].hash);
        if (!place || place->seen[0] != 1 || place->seen[1] != 1)
            continue;
        m->single_words++;
        m->ordered_words = put_in_order(order->tails.data, m->ordered_words, place->at);
    }
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

/* Singles in order by chance. */
static double expected_of(double n)
{
    return 2 * sqrt(n) - 1.77 * sixth_root(n);
}

double twt_word_order_surprise(const twt_measures *measures)
{
    double n = measures->single_words;
    /* half a word more, for the steps of whole numbers when n is small */
    return n > 0 ? (measures->ordered_words - expected_of(n)) / (.9 * sixth_root(n) + .5) : 0;
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

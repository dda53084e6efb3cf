#include "candidate/pair_list.h"

#include <string.h>

static uint64_t bits_of(float weight, float share)
{
    uint32_t parts[2];
    memcpy(&parts[0], &weight, sizeof weight);
    memcpy(&parts[1], &share, sizeof share);
    return (uint64_t)parts[0] << 32 | parts[1];
}

bool twt_pair_list_add(twt_pair_list *list, uint32_t a, uint32_t b, uint32_t channel, float weight, float share)
{
    uint64_t key = a < b ? (uint64_t)a << 40 | (uint64_t)b << 16 : (uint64_t)b << 40 | (uint64_t)a << 16;
    twt_keyed item = {key | channel, bits_of(weight, share)};
    return twt_vec_push(&list->items, item);
}

static twt_candidate_pair pair_of(const twt_keyed *item)
{
    uint32_t parts[2] = {(uint32_t)(item->value >> 32), (uint32_t)item->value};
    twt_candidate_pair pair = {.a = (uint32_t)(item->key >> 40),
                               .b = (uint32_t)(item->key >> 16) & 0xffffff,
                               .channels = (uint32_t)item->key & 0xffff};
    memcpy(&pair.weight, &parts[0], sizeof pair.weight);
    memcpy(&pair.share, &parts[1], sizeof pair.share);
    return pair;
}

static bool sort_items(twt_pair_list *list)
{
    twt_keyed *scratch = twt_alloc_array(list->items.count, sizeof *scratch);
    if (scratch)
        twt_sort_keyed(list->items.data, scratch, list->items.count);
    twt_free(scratch);
    return scratch;
}

/* Takes back the last pair when no channel has it. */
static void drop_faint(twt_candidate_pairs *out)
{
    out->count -= out->count && !out->data[out->count - 1].channels;
}

bool twt_pair_list_join(twt_pair_list *list, twt_candidate_pairs *out)
{
    if (!sort_items(list))
        return false;
    for (size_t i = 0; i < list->items.count; i++) {
        twt_candidate_pair pair = pair_of(&list->items.data[i]);
        twt_candidate_pair *last = out->count ? &out->data[out->count - 1] : NULL;
        if (!last || last->a != pair.a || last->b != pair.b) {
            drop_faint(out);
            if (!twt_vec_push(out, pair))
                return false;
            continue;
        }
        last->channels |= pair.channels;
        last->weight += pair.weight; /* one of them at most is not 0 */
        last->share += pair.share;
    }
    drop_faint(out);
    return true;
}

void twt_pair_list_free(twt_pair_list *list)
{
    twt_vec_free(&list->items);
}

#include "compare/passages/chain.h"

#include <string.h>

static twt_chain_top top_up_to(const twt_chain *chain, uint32_t b)
{
    twt_chain_top best = {0, 0};
    for (size_t at = (size_t)b + 1; at > 0; at &= at - 1)
        if (chain->tops.data[at].weight > best.weight)
            best = chain->tops.data[at];
    return best;
}

static void raise_from(twt_chain *chain, uint32_t b, twt_chain_top top)
{
    for (size_t at = (size_t)b + 1; at < chain->tops.count; at += at & (~at + 1))
        if (chain->tops.data[at].weight < top.weight)
            chain->tops.data[at] = top;
}

static bool make_room(twt_chain *chain, size_t b_end)
{
    twt_vec_clear(&chain->tops);
    twt_vec_clear(&chain->before);
    if (!twt_vec_reserve(&chain->tops, b_end + 1) || !twt_vec_reserve(&chain->before, chain->links.count))
        return false;
    chain->tops.count = b_end + 1;
    chain->before.count = chain->links.count;
    memset(chain->tops.data, 0, chain->tops.count * sizeof *chain->tops.data);
    return true;
}

twt_status twt_chain_mark(twt_chain *chain, size_t b_end)
{
    if (!make_room(chain, b_end))
        return TWT_ERROR_MEMORY;
    twt_chain_top best = {0, 0};
    for (size_t i = 0; i < chain->links.count; i++) {
        twt_chain_link *link = &chain->links.data[i];
        twt_chain_top top = top_up_to(chain, link->b);
        chain->before.data[i] = top.last;
        top = (twt_chain_top){top.weight + link->weight, (uint32_t)i + 1};
        raise_from(chain, link->b, top);
        if (top.weight > best.weight)
            best = top;
        link->in_chain = false;
    }
    for (uint32_t last = best.last; last; last = chain->before.data[last - 1])
        chain->links.data[last - 1].in_chain = true;
    return TWT_OK;
}

void twt_chain_free(twt_chain *chain)
{
    twt_vec_free(&chain->links);
    twt_vec_free(&chain->tops);
    twt_vec_free(&chain->before);
}

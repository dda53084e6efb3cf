/* Disjoint sets as a forest (Galler and Fischer 1964): each set hangs on its first position, so that neither the order
 * of joining nor threads matter. */
#include "candidate/sets.h"

uint32_t twt_sets_root(uint32_t *parents, uint32_t position)
{
    while (parents[position] != position) {
        parents[position] = parents[parents[position]];
        position = parents[position];
    }
    return position;
}

void twt_sets_join(uint32_t *parents, uint32_t p, uint32_t q)
{
    uint32_t a = twt_sets_root(parents, p), b = twt_sets_root(parents, q);
    if (a < b)
        parents[b] = a;
    else
        parents[a] = b;
}

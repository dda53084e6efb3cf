#include "base/vec.h"

#include <stdint.h>

bool twt_vec_grow(void **data, size_t *cap, size_t need, size_t size)
{
    if (need <= *cap && *data)
        return true;
    size_t wanted = *cap + *cap / 2;
    if (wanted < need)
        wanted = need;
    if (wanted < 16)
        wanted = 16;
    void *grown = twt_realloc_array(*data, wanted, size);
    if (!grown)
        return false;
    *data = grown;
    *cap = wanted;
    return true;
}

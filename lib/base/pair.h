/* Lists of pairs: elements that begin with two uint32_t, a and b, ascending by (a, b). */
#ifndef TWT_BASE_PAIR_H
#define TWT_BASE_PAIR_H

#include <stddef.h>
#include <stdint.h>

/* The element of the pair among count elements of size bytes, or NULL. log count. */
const void *twt_pair_find(const void *items, size_t count, size_t size, uint32_t a, uint32_t b);

#endif

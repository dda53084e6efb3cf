/* The order in which pairs are best worked on, so that those of one document follow each other closely. */
#ifndef TWT_SCAN_ROUTE_H
#define TWT_SCAN_ROUTE_H

#include "base/alloc.h"
#include "twicetold/types.h"

/* *out, to be freed with twt_free: positions in pairs, each once. Documents are visited depth first along the pairs;
 * when one is reached, its pairs with those visited before it follow. Linear in pairs and document_count; the numbers
 * of the documents are below that. Then pairs of the same two texts are brought together: first_copies (NULL: all texts
 * differ) has each document's first with the same words. TWT_ERROR_MEMORY. */
TWT_MUST_USE twt_status twt_route_find(const twt_candidate_pair *pairs, size_t count, size_t document_count,
                                       const uint32_t *first_copies, uint32_t **out);

#endif

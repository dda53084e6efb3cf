/* Keys of many features at once, once for each instruction set; all give the same bits as the scalar one. */
#ifndef TWT_CANDIDATE_KERNEL_H
#define TWT_CANDIDATE_KERNEL_H

#include <stddef.h>
#include <stdint.h>

/* keys[i], keys[count + i] and keys[2 * count + i] become those of the word, bigram and trigram that begin at
 * hashes[i], for i under count; two hashes more are read. */
typedef void (*twt_keys_kernel)(uint64_t *keys, const uint64_t *hashes, size_t count);

void twt_keys_scalar(uint64_t *keys, const uint64_t *hashes, size_t count);
void twt_keys_avx512(uint64_t *keys, const uint64_t *hashes, size_t count);

/* The kernels that this build has and this CPU can run, fastest first, the scalar one last; NULL when index is past
 * them. AVX2 and NEON multiply no 64 bits and would gain nothing. */
twt_keys_kernel twt_keys_kernel_at(size_t index);

#endif

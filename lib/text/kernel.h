/* What is done to many bytes at once, once for each instruction set; all give the same bits as the scalar one. Kernels
 * read whole blocks: the last one of a text is to be filled up with blanks. */
#ifndef TWT_TEXT_KERNEL_H
#define TWT_TEXT_KERNEL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "twicetold/types.h"

enum { TWT_BLOCK = 64, TWT_WINDOW_BLOCKS = 32, TWT_WINDOW = TWT_BLOCK * TWT_WINDOW_BLOCKS };

enum { /* what kernels read or write, of no meaning, beyond what is there */
       TWT_MASKS_BEYOND = 16,
       TWT_WORDS_BEYOND = 8,
       TWT_NORM_BEYOND = 64,
       TWT_HASH_BEYOND = 16,
       TWT_SORT_BEYOND = 8
};

#define TWT_SORT_SCRATCH(count) ((count)*6 + 32)

/* A stretch of text, classified; bit i of a mask speaks of byte i of its block. */
typedef struct twt_window {
    uint64_t blank[TWT_WINDOW_BLOCKS]; /* white space that ends a span */
    /* Spans without such a bit, nor behind them at the blank that ends them, hold nothing but words of ASCII letters
     * and digits and marks that part them. */
    uint64_t trouble[TWT_WINDOW_BLOCKS];
    uint64_t capital[TWT_WINDOW_BLOCKS + TWT_MASKS_BEYOND]; /* of ASCII */
    uint64_t number[TWT_WINDOW_BLOCKS + TWT_MASKS_BEYOND];  /* at the end of a run of letters and digits: it holds a
                                                               digit */
    uint64_t loud[TWT_WINDOW_BLOCKS + TWT_MASKS_BEYOND];    /* at its begin: what stands before it may not be quiet
                                                               (mark.h) */
    /* Begin and end of each such run of letters and digits, by turns, and UINT16_MAX. */
    uint16_t edges[TWT_WINDOW + TWT_BLOCK];
    unsigned char small[TWT_WINDOW + TWT_BLOCK]; /* the text, ASCII capitals made small */
} twt_window;

/* The words of a text so far. There is room for TWT_WORDS_BEYOND tokens, hashes and gaps and TWT_NORM_BEYOND bytes more
 * than what is to be written. */
typedef struct twt_word_list {
    twt_token *tokens;
    uint64_t *hashes; /* the first hash_count tokens' */
    uint32_t *gaps;   /* tokens before which it is loud */
    unsigned char *norm;
    uint32_t token_count, hash_count, gap_count, norm_len;
} twt_word_list;

typedef struct twt_text_kernel {
    const char *name;
    bool (*is_utf8)(const unsigned char *text, size_t len); /* well-formed, that is */
    /* Classifies blocks of text that begin where a span begins; of to, only the entries of those blocks are valid. */
    void (*classify)(twt_window *to, const unsigned char *text, size_t blocks);
    /* Appends the runs from an edge of the window on that begin before offset end, a stretch without trouble, as words;
     * the window begins at byte base of the text. Where no hash is due it may make theirs. Gives the edge behind them.
     */
    size_t (*write)(twt_word_list *to, const twt_window *window, uint32_t base, size_t edge, size_t end);
    /* hashes[i] = tokens[i].hash = hash of its normalised bytes, for i under count; norm has TWT_HASH_BEYOND bytes more
     * than the tokens tell of. */
    void (*hash)(uint64_t *hashes, twt_token *tokens, size_t count, const char *norm);
    /* to[i] = hash of the shingle of hashes[i] to hashes[i + k - 1], for i under count. */
    void (*combine)(uint64_t *to, const uint64_t *hashes, size_t count, size_t k);
    /* Sorts hashes that are spread evenly, each once, and gives how many; false when they crowd, and nothing is done.
     * to has room for TWT_SORT_BEYOND more than count, scratch for TWT_SORT_SCRATCH(count). */
    bool (*sort)(uint64_t *to, const uint64_t *hashes, size_t count, uint64_t *scratch, size_t *kept);
} twt_text_kernel;

extern const twt_text_kernel twt_text_kernel_scalar, twt_text_kernel_avx2, twt_text_kernel_vbmi2, twt_text_kernel_neon;

/* The kernels that this build has and this CPU can run, fastest first, the scalar one last; NULL when index is past
 * them. */
const twt_text_kernel *twt_text_kernel_at(size_t index);

#endif

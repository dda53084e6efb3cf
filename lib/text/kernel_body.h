/* The kernels' logic, in plain C over masks of 64 bytes. A kernel's file defines, before it includes this:
 *
 *     block                            64 bytes in registers
 *     load(from), store(to, block)
 *     between(block, low, high)        the mask of bytes in [low, high]
 *     lowered(block)                   ASCII capitals made small
 *     write_edges(to, mask, base)      base plus the offset of each bit, appended
 *
 * the last perhaps as kernel_edges.h has it. */
#include <string.h>

#include "base/hash.h"
#include "text/kernel.h"

typedef struct masks {
    uint64_t word, blank, joint, hyphen, odd, high;
    uint64_t lead, second, apostrophe; /* of marks of General Punctuation, UTF-8 e2 80 xx */
} masks;

static inline uint64_t is(block bytes, unsigned char byte)
{
    return between(bytes, byte, byte);
}

static inline masks masks_of(block bytes, block small, uint64_t digit)
{
    return (masks){.word = between(small, 'a', 'z') | digit,
                   .blank = is(bytes, ' ') | between(bytes, '\t', '\r'),
                   .joint = is(bytes, '.') | is(bytes, ',') | is(bytes, '\'') | is(bytes, ';') | is(bytes, '`'),
                   .hyphen = is(bytes, '-'),
                   .odd = is(bytes, '_') | is(bytes, '$'),
                   .high = between(bytes, 0x80, 0xff)};
}

/* The mask of what stands count bytes before. */
static inline uint64_t back(uint64_t now, uint64_t before, unsigned count)
{
    return now << count | before >> (64 - count);
}

/* What is not ASCII, but for the marks of General Punctuation that do no more than part words, and ‘’ where they do not
 * join any. */
static inline uint64_t high_trouble(block bytes, masks *now, const masks *last)
{
    now->lead = is(bytes, 0xe2);
    now->second = is(bytes, 0x80) & back(now->lead, last->lead, 1);
    uint64_t third = back(now->second, last->second, 1);
    now->apostrophe = third & between(bytes, 0x98, 0x99);                    /* ‘’ */
    uint64_t mark = now->apostrophe | (third & (between(bytes, 0x92, 0x95) | /* ‒–—― */
                                                between(bytes, 0x9c, 0xa3) | /* “”„‟†‡•‣ */
                                                is(bytes, 0xa6)));           /* … */
    uint64_t joined = now->word & back(now->apostrophe, last->apostrophe, 1) & back(now->word, last->word, 4);
    return joined | (now->high & ~(now->lead | now->second | mark));
}

/* Where the text needs a closer look. Everything is told looking back, at the last byte that it takes to know. */
static inline uint64_t trouble_of(block bytes, masks *now, const masks *last)
{
    uint64_t joined = now->word & back(now->joint, last->joint, 1) & back(now->word, last->word, 2);
    uint64_t line_end = now->blank & back(now->hyphen, last->hyphen, 1) & ~back(now->blank, last->blank, 2);
    uint64_t trouble = joined | line_end | now->odd;
    return now->high | last->high ? trouble | high_trouble(bytes, now, last) : trouble;
}

/* The sum of runs of bits and of some among these bits, with the carry of the block before: where a run ends, it has a
 * bit when one of those is in the run, since adding it makes the rest of the run overflow into its end. */
static inline uint64_t add(uint64_t runs, uint64_t some, uint64_t *carry)
{
    uint64_t sum = runs + *carry;
    uint64_t total = sum + some;
    *carry = (sum < runs) | (total < some);
    return total;
}

/* Marks that a gap between words must be read for: twt_mark_is_quiet of the others. */
static inline uint64_t loud_of(block bytes, const masks *now)
{
    return now->high | between(bytes, '\n', '\r') | is(bytes, '.') | is(bytes, '?') | between(bytes, '!', '"');
}

enum { FULL = 15 }; /* blocks within a word, after which it may be longer than TWT_TOKEN_BYTES_MAX */

static inline void classify_blocks(twt_window *to, const unsigned char *text, size_t blocks)
{
    masks last = {.blank = UINT64_MAX};
    uint64_t carry = 0, loud = 1; /* nothing is known of what stands before the window */
    uint16_t *edges = to->edges;
    unsigned full = 0;
    for (size_t i = 0; i < blocks; i++) {
        block bytes = load(text + i * TWT_BLOCK), small = lowered(bytes);
        store(to->small + i * TWT_BLOCK, small);
        uint64_t digit = between(bytes, '0', '9');
        masks now = masks_of(bytes, small, digit);
        full = now.word == UINT64_MAX ? full + 1 : 0;
        to->trouble[i] = trouble_of(bytes, &now, &last) | (full == FULL);
        to->blank[i] = now.blank;
        to->capital[i] = between(bytes, 'A', 'Z');
        to->number[i] = add(now.word, digit, &carry);
        to->loud[i] = add(~now.word, loud_of(bytes, &now), &loud);
        edges = write_edges(edges, now.word ^ back(now.word, last.word, 1), i * TWT_BLOCK);
        last = now;
    }
    to->number[blocks] = carry;
    if (last.word >> 63)
        *edges++ = (uint16_t)(blocks * TWT_BLOCK);
    *edges = UINT16_MAX;
}

static inline void combine_each(uint64_t *to, const uint64_t *hashes, size_t count, size_t k)
{
    for (size_t at = 0; at < count; at++) {
        uint64_t hash = hashes[at];
        for (size_t i = 1; i < k; i++)
            hash = twt_hash_combine(hash, hashes[at + i]);
        to[at] = hash;
    }
}

/* k is a constant where it is the usual one, so that a compiler may make lanes of the loop. */
static inline void combine_shingles(uint64_t *to, const uint64_t *hashes, size_t count, size_t k)
{
    if (k == 3)
        combine_each(to, hashes, count, 3);
    else
        combine_each(to, hashes, count, k);
}

typedef struct leads {               /* of UTF-8 sequences */
    uint64_t high, two, three, four; /* three: of three bytes or four */
    uint64_t e0, ed, f0, f4;         /* whose second byte may not be just any */
} leads;

/* The ranges are those of the Unicode Standard, table 3-7. */
static inline bool is_block_utf8(block bytes, leads *now, const leads *last)
{
    uint64_t four = between(bytes, 0xf0, 0xf4), three = between(bytes, 0xe0, 0xef) | four;
    uint64_t two = between(bytes, 0xc2, 0xdf) | three, follow = between(bytes, 0x80, 0xbf);
    *now = (leads){now->high, two, three, four, is(bytes, 0xe0), is(bytes, 0xed), is(bytes, 0xf0), is(bytes, 0xf4)};
    uint64_t due = back(two, last->two, 1) | back(three, last->three, 2) | back(four, last->four, 3);
    uint64_t low = between(bytes, 0x80, 0x8f), middle = between(bytes, 0x90, 0x9f);
    uint64_t wrong = back(now->e0, last->e0, 1) & (low | middle); /* overlong */
    wrong |= back(now->ed, last->ed, 1) & ~(low | middle);        /* surrogates */
    wrong |= back(now->f0, last->f0, 1) & low;                    /* overlong */
    wrong |= back(now->f4, last->f4, 1) & ~low;                   /* above U+10FFFF */
    return (follow ^ due) == 0 && (now->high & ~(two | follow)) == 0 && wrong == 0;
}

/* text is followed by a block that ends with blanks, so that no sequence is open at its end. */
static inline bool are_blocks_utf8(const unsigned char *text, size_t blocks, leads *last)
{
    for (size_t i = 0; i < blocks; i++) {
        block bytes = load(text + i * TWT_BLOCK);
        leads now = {.high = between(bytes, 0x80, 0xff)};
        if ((now.high | last->high) != 0 && !is_block_utf8(bytes, &now, last))
            return false;
        *last = now;
    }
    return true;
}

static inline bool is_text_utf8(const unsigned char *text, size_t len)
{
    leads last = {0};
    unsigned char end[TWT_BLOCK];
    size_t whole = len / TWT_BLOCK * TWT_BLOCK;
    memset(end, ' ', sizeof end);
    if (len > whole)
        memcpy(end, text + whole, len - whole);
    return are_blocks_utf8(text, whole / TWT_BLOCK, &last) && are_blocks_utf8(end, 1, &last);
}

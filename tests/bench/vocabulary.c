/* Words are ranked by count; ranks are cut into blocks that grow with the rank, so that words of a block are of like
 * frequency. A world permutes each block by an affine map. Words seen up to RARE times get spellings of their own in
 * each world: a corpus that grows goes on meeting new words (Heaps 1978). */
#include "vocabulary.h"

#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "base/rng.h"
#include "corpus.h"

enum { COMMON = 128, RARE = 3, BLOCKS_MAX = 256 };

typedef struct entry {
    uint64_t hash;
    uint64_t count;
    size_t text; /* of the word in the arena; 0 when the place is free */
    uint32_t len, rank;
} entry;

typedef struct block {
    uint32_t begin, size;
} block;

struct vocabulary {
    entry *table; /* open addressing; table_size is a power of two */
    size_t table_size, count;
    buffer arena;
    uint32_t *by_rank; /* places in the table */
    block blocks[BLOCKS_MAX];
    size_t block_count;
};

void buffer_add(buffer *out, const char *bytes, size_t len)
{
    if (out->cap - out->len < len) {
        out->cap = 2 * (out->len + len) + 256;
        out->bytes = must_have(realloc(out->bytes, out->cap));
    }
    memcpy(out->bytes + out->len, bytes, len);
    out->len += len;
}

/* Bytes of the letter or digit at text[at], or 0. Two-byte letters: U+00C0 to U+07FF. */
static size_t letter_len(const char *text, size_t len, size_t at)
{
    unsigned char c = (unsigned char)text[at];
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'))
        return 1;
    return c >= 0xc3 && c <= 0xdf && at + 1 < len ? 2 : 0;
}

bool word_next(const char *text, size_t len, size_t from, word *out)
{
    size_t at = from, step;
    while (at < len && !letter_len(text, len, at))
        at++;
    *out = (word){.begin = at, .is_number = true};
    while (at < len && at - out->begin < WORD_BYTES_MAX - 1 && (step = letter_len(text, len, at))) {
        out->is_number = out->is_number && text[at] >= '0' && text[at] <= '9';
        at += step;
    }
    out->end = at;
    return at > out->begin;
}

static bool is_upper(char c)
{
    return c >= 'A' && c <= 'Z';
}

static char lower(char c)
{
    return is_upper(c) ? (char)(c + 'a' - 'A') : c;
}

static char upper(char c)
{
    return c >= 'a' && c <= 'z' ? (char)(c + 'A' - 'a') : c;
}

static size_t lower_word(const char *bytes, size_t len, char out[WORD_BYTES_MAX])
{
    for (size_t i = 0; i < len; i++)
        out[i] = lower(bytes[i]);
    return len;
}

static entry *place_of(const vocabulary *v, uint64_t hash, const char *bytes, size_t len)
{
    size_t at = hash & (v->table_size - 1);
    for (;; at = (at + 1) & (v->table_size - 1)) {
        entry *e = &v->table[at];
        if (!e->text || (e->hash == hash && e->len == len && memcmp(v->arena.bytes + e->text, bytes, len) == 0))
            return e;
    }
}

static void grow(vocabulary *v)
{
    entry *old = v->table;
    size_t old_size = v->table_size;
    v->table_size = old_size ? 2 * old_size : 1 << 16;
    v->table = must_have(calloc(v->table_size, sizeof *v->table));
    for (size_t i = 0; i < old_size; i++)
        if (old[i].text)
            *place_of(v, old[i].hash, v->arena.bytes + old[i].text, old[i].len) = old[i];
    free(old);
}

vocabulary *vocabulary_new(void)
{
    vocabulary *v = must_have(calloc(1, sizeof *v));
    grow(v);
    buffer_add(&v->arena, "", 1); /* so that no word lies at 0 */
    return v;
}

void vocabulary_free(vocabulary *v)
{
    free(v->table);
    free(v->arena.bytes);
    free(v->by_rank);
    free(v);
}

void vocabulary_count(vocabulary *v, const char *text, size_t len)
{
    char low[WORD_BYTES_MAX];
    word w = {.end = 0};
    while (word_next(text, len, w.end, &w)) {
        size_t size = lower_word(text + w.begin, w.end - w.begin, low);
        uint64_t hash = twt_hash_bytes(low, size);
        entry *e = place_of(v, hash, low, size);
        if (!e->text) {
            *e = (entry){.hash = hash, .text = v->arena.len, .len = (uint32_t)size};
            buffer_add(&v->arena, low, size);
            v->count++;
        }
        e->count++;
        if (2 * v->count > v->table_size)
            grow(v);
    }
}

static const vocabulary *ranked; /* qsort has no context */

static int by_count(const void *x, const void *y)
{
    const entry *a = &ranked->table[*(const uint32_t *)x], *b = &ranked->table[*(const uint32_t *)y];
    if (a->count != b->count)
        return a->count > b->count ? -1 : 1;
    uint32_t len = a->len < b->len ? a->len : b->len;
    int order = memcmp(ranked->arena.bytes + a->text, ranked->arena.bytes + b->text, len);
    return order ? order : a->len < b->len ? -1 : 1;
}

void vocabulary_rank(vocabulary *v)
{
    v->by_rank = must_have(malloc((v->count + 1) * sizeof *v->by_rank));
    size_t n = 0;
    for (size_t i = 0; i < v->table_size; i++)
        if (v->table[i].text)
            v->by_rank[n++] = (uint32_t)i;
    ranked = v;
    qsort(v->by_rank, n, sizeof *v->by_rank, by_count);
    for (size_t r = 0; r < n; r++)
        v->table[v->by_rank[r]].rank = (uint32_t)r;
    for (uint32_t begin = 0; begin < n && v->block_count < BLOCKS_MAX;) {
        uint32_t size = begin < COMMON ? COMMON : begin / 8 > 64 ? begin / 8 : 64;
        size = begin + size > n || v->block_count == BLOCKS_MAX - 1 ? (uint32_t)n - begin : size;
        v->blocks[v->block_count++] = (block){begin, size};
        begin += size;
    }
}

static const block *block_of(const vocabulary *v, uint32_t rank)
{
    size_t low = 0, high = v->block_count;
    while (high - low > 1) {
        size_t middle = (low + high) / 2;
        *(v->blocks[middle].begin <= rank ? &low : &high) = middle;
    }
    return &v->blocks[low];
}

static void add_like(const char *like, size_t like_len, const char *bytes, size_t len, buffer *out)
{
    bool is_first = is_upper(like[0]), is_all = is_first && like_len > 1 && is_upper(like[1]);
    for (size_t i = 0; i < len; i++) {
        char c = is_all || (is_first && i == 0) ? upper(bytes[i]) : bytes[i];
        buffer_add(out, &c, 1);
    }
}

static uint32_t divisor(uint32_t a, uint32_t b)
{
    return b ? divisor(b, a % b) : a;
}

/* The place of offset under the block's permutation in a world. */
static uint32_t permuted(const block *b, uint64_t world, uint32_t offset)
{
    uint64_t seed = twt_hash_combine(world, b->begin);
    uint32_t factor = (uint32_t)(twt_rng_next(&seed) % b->size) | 1;
    while (divisor(factor, b->size) != 1)
        factor += 2;
    return (uint32_t)(((uint64_t)factor * offset + twt_rng_next(&seed) % b->size) % b->size);
}

static void add_new_word(const char *like, size_t like_len, uint64_t seed, buffer *out)
{
    static const char consonants[] = "bcdfghklmnprstvz", vowels[] = "aeiou";
    char made[WORD_BYTES_MAX];
    size_t len = like_len < 5 ? 5 : like_len;
    for (size_t i = 0; i < len; i++)
        made[i] = i % 2 ? vowels[twt_rng_next(&seed) % 5] : consonants[twt_rng_next(&seed) % 16];
    add_like(like, like_len, made, len, out);
}

static void add_number(size_t len, uint64_t seed, buffer *out)
{
    for (size_t i = 0; i < len; i++) {
        char digit = (char)('0' + (i ? twt_rng_next(&seed) % 10 : 1 + twt_rng_next(&seed) % 9));
        buffer_add(out, &digit, 1);
    }
}

void vocabulary_rename(const vocabulary *v, uint64_t world, const char *bytes, size_t len, bool is_number, buffer *out)
{
    char low[WORD_BYTES_MAX];
    uint64_t hash = twt_hash_bytes(low, lower_word(bytes, len, low));
    const entry *e = place_of(v, hash, low, len);
    if (!world || (e->text && e->rank < COMMON)) {
        buffer_add(out, bytes, len);
    } else if (is_number) {
        add_number(len, twt_hash_combine(world, hash), out);
    } else if (!e->text || e->count <= RARE) {
        add_new_word(bytes, len, twt_hash_combine(world, hash), out);
    } else {
        const block *b = block_of(v, e->rank);
        const entry *other = &v->table[v->by_rank[b->begin + permuted(b, world, e->rank - b->begin)]];
        add_like(bytes, len, v->arena.bytes + other->text, other->len, out);
    }
}

void vocabulary_substitute(const vocabulary *v, uint64_t *rng, const char *bytes, size_t len, buffer *out)
{
    char low[WORD_BYTES_MAX];
    const entry *e = place_of(v, twt_hash_bytes(low, lower_word(bytes, len, low)), low, len);
    const block *b = e->text ? block_of(v, e->rank) : &v->blocks[v->block_count - 1];
    const entry *other = &v->table[v->by_rank[b->begin + (uint32_t)(twt_rng_next(rng) % b->size)]];
    add_like(bytes, len, v->arena.bytes + other->text, other->len, out);
}

/* Words are numbered through a hash table of their 64-bit hashes; a sentence's words are gathered with a stamp per
 * word, so that no sort is needed. */
#include "compare/words/text_words.h"

#include <string.h>

#include "base/bits.h"
#include "base/utf8.h"
#include "compare/words/spaceless.h"
#include "compare/words/word_letters.h"

/* A hostile text can fill one stretch of the table; past so many probes the words are sorted instead. */
enum { PROBES_MAX = 64 };
enum { WORDS_LEAST = 30 };   /* of fewer the mean length says little */
#define SYLLABLE_LETTERS 3.5 /* the mean of the words of a Vietnamese text, each once; 3.2 to 4 */
#define WORD_LETTERS 4.0     /* of texts in twenty other languages one in a hundred has less; most 5 to 7 */
#define UPPER UINT64_C(0xffffffff00000000)

void twt_word_counter_free(twt_word_counter *counter)
{
    twt_vec_free(&counter->hashes);
    twt_vec_free(&counter->slots);
    twt_vec_free(&counter->table);
    twt_vec_free(&counter->totals);
    twt_vec_free(&counter->last);
    twt_vec_free(&counter->df);
    twt_vec_free(&counter->ends);
    twt_vec_free(&counter->ids);
    twt_vec_free(&counter->homes);
    twt_vec_free(&counter->terms);
    twt_vec_free(&counter->postings);
    twt_vec_free(&counter->first_term);
    twt_vec_free(&counter->first_posting);
    twt_vec_free(&counter->masks);
    twt_vec_free(&counter->stamps);
    twt_vec_free(&counter->at);
    twt_vec_free(&counter->ranks);
}

/* ---- numbers --------------------------------------------------------------------------------------------- */

static bool make_room(twt_word_counter *c, const twt_analysis *text)
{
    size_t tokens = text->token_count, sentences = text->sentence_count;
    twt_vec_clear(&c->hashes);
    return twt_vec_reserve(&c->hashes, tokens) && twt_vec_resize(&c->slots, twt_table_slots(tokens)) &&
           twt_vec_resize(&c->totals, tokens) && twt_vec_resize(&c->last, tokens) && twt_vec_resize(&c->df, tokens) &&
           twt_vec_resize(&c->ids, tokens) && twt_vec_resize(&c->homes, tokens) && twt_vec_resize(&c->terms, tokens) &&
           twt_vec_resize(&c->postings, tokens) && twt_vec_resize(&c->first_term, sentences + 1) &&
           twt_vec_resize(&c->first_posting, tokens + 1) && twt_vec_resize(&c->stamps, tokens) &&
           twt_vec_resize(&c->at, tokens);
}

static uint32_t add_word(twt_word_counter *c, uint64_t hash)
{
    size_t word = c->hashes.count++;
    c->hashes.data[word] = hash;
    c->totals.data[word] = c->df.data[word] = c->stamps.data[word] = 0;
    return (uint32_t)word;
}

static void put(twt_word_counter *c, size_t token, uint32_t word)
{
    c->ids.data[token] = word;
    c->last.data[word] = (uint32_t)token;
    c->totals.data[word]++;
}

/* Open addressing with linear steps. Most tokens are repeats and are settled by one look at a slot and one at their
 * word. NULL when too many slots were in the way: hostile words. */
static const uint64_t *slot_of(const uint64_t *slots, size_t count, const uint64_t *hashes, uint64_t hash)
{
    size_t slot = (size_t)hash & (count - 1);
    for (int probe = 0; probe < PROBES_MAX; probe++, slot = (slot + 1) & (count - 1)) {
        uint64_t held = slots[slot];
        if (!held || ((held & UPPER) == (hash & UPPER) && hashes[(uint32_t)held - 1] == hash))
            return &slots[slot];
    }
    return NULL;
}

static void fill_slot(uint64_t *slots, const uint64_t *held, uint64_t hash, uint32_t word)
{
    slots[held - slots] = (hash & UPPER) | ((uint64_t)word + 1);
}

/* False when too many words share their slots: not done. */
static bool number_tokens(twt_word_counter *c, const twt_analysis *text)
{
    uint64_t *slots = c->slots.data;
    memset(slots, 0, c->slots.count * sizeof *slots);
    for (size_t i = 0; i < text->token_count; i++) {
        uint64_t hash = twt_spaceless_hash(text, i);
        const uint64_t *held = slot_of(slots, c->slots.count, c->hashes.data, hash);
        if (!held)
            return false;
        if (!*held)
            fill_slot(slots, held, hash, add_word(c, hash));
        put(c, i, (uint32_t)*held - 1);
    }
    return true;
}

/* The same without a table: all tokens sorted by their hash. */
static bool number_by_rank(twt_word_counter *c, const twt_analysis *text)
{
    size_t count = text->token_count;
    twt_vec_clear(&c->hashes);
    if (!twt_vec_resize(&c->ranks, 2 * count))
        return false;
    twt_keyed *ranks = c->ranks.data;
    for (size_t i = 0; i < count; i++)
        ranks[i] = (twt_keyed){twt_spaceless_hash(text, i), i};
    twt_sort_keyed(ranks, ranks + count, count);
    for (size_t i = 0; i < count; i++) {
        if (i == 0 || ranks[i].key != ranks[i - 1].key)
            add_word(c, ranks[i].key);
        put(c, ranks[i].value, (uint32_t)c->hashes.count - 1);
    }
    return true;
}

/* Small, since it is looked into once for every word of every text that this one meets. False when too many words share
 * their slots. */
static bool fill_table(twt_word_counter *c)
{
    uint64_t *table = c->table.data;
    memset(table, 0, c->table.count * sizeof *table);
    for (uint32_t word = 0; word < c->hashes.count; word++) {
        uint64_t hash = c->hashes.data[word];
        const uint64_t *held = slot_of(table, c->table.count, c->hashes.data, hash);
        if (!held)
            return false;
        fill_slot(table, held, hash, word);
    }
    return true;
}

/* ---- sentences ------------------------------------------------------------------------------------------- */

static uint32_t gather_terms(twt_word_counter *c, const twt_analysis *text, uint32_t sentence, uint32_t count)
{
    const twt_sentence *range = &text->sentences[sentence];
    for (uint32_t i = range->token_begin; i < range->token_end; i++) {
        uint32_t word = c->ids.data[i];
        c->homes.data[i] = sentence;
        if (c->stamps.data[word] == sentence + 1) {
            c->terms.data[c->at.data[word]].tf++;
            continue;
        }
        c->stamps.data[word] = sentence + 1;
        c->at.data[word] = count;
        c->df.data[word]++;
        c->terms.data[count++] = (twt_term){word, 1};
    }
    return count;
}

static uint32_t gather_sentences(twt_word_counter *c, const twt_analysis *text)
{
    uint32_t count = 0;
    for (uint32_t s = 0; s < text->sentence_count; s++) {
        c->first_term.data[s] = count;
        count = gather_terms(c, text, s, count);
    }
    c->first_term.data[text->sentence_count] = count;
    return count;
}

/* Counting sort of the terms by word. */
static void post_terms(twt_word_counter *c, const twt_analysis *text)
{
    uint32_t *first = c->first_posting.data, sum = 0;
    size_t count = c->hashes.count;
    for (size_t i = 0; i < count; i++) {
        first[i] = sum;
        sum += c->df.data[i];
    }
    for (uint32_t s = 0; s < text->sentence_count; s++)
        for (uint32_t i = c->first_term.data[s]; i < c->first_term.data[s + 1]; i++) {
            twt_term term = c->terms.data[i];
            c->postings.data[first[term.word]++] = (twt_posting){s, term.tf < TWT_TF_MAX ? term.tf : TWT_TF_MAX};
        }
    memmove(first + 1, first, count * sizeof *first);
    first[0] = 0;
}

static uint32_t block_count_of(const twt_analysis *text)
{
    size_t count = (text->sentence_count + TWT_SENTENCE_BLOCK - 1) / TWT_SENTENCE_BLOCK;
    return count <= TWT_SENTENCE_BLOCKS_MAX ? (uint32_t)count : 0;
}

static bool mark_sentences(twt_word_counter *c, const twt_analysis *text, uint32_t block_count)
{
    if (!twt_vec_resize(&c->masks, c->hashes.count * block_count))
        return false;
    if (c->masks.count)
        memset(c->masks.data, 0, c->masks.count * sizeof *c->masks.data);
    for (uint32_t s = 0; block_count && s < text->sentence_count; s++) {
        uint64_t *block = c->masks.data + s / TWT_SENTENCE_BLOCK, bit = UINT64_C(1) << s % TWT_SENTENCE_BLOCK;
        for (uint32_t i = c->first_term.data[s]; i < c->first_term.data[s + 1]; i++)
            block[(size_t)c->terms.data[i].word * block_count] |= bit;
    }
    return true;
}

/* ---- the run --------------------------------------------------------------------------------------------- */

/* Of an alphabet: those take two bytes at most. norm: of the text, one byte at least. No branch to guess. */
static uint32_t is_letter(const char *norm, const twt_token *token)
{
    uint32_t is_two = token->norm_len == 2, first = (unsigned char)norm[is_two ? token->norm_begin : 0];
    uint32_t is_one = (token->norm_len == 1) | (is_two & (first >= 0xc0));
    return is_one & !(token->flags & (TWT_TOKEN_NUMBER | TWT_TOKEN_SPACELESS));
}

static void count_forms(const twt_analysis *text, twt_text_words *out)
{
    const char *norm = text->norm_len ? text->norm : "";
    for (size_t i = 0; i < text->token_count; i++) {
        out->letters += is_letter(norm, &text->tokens[i]);
        out->figures += (text->tokens[i].flags & TWT_TOKEN_NUMBER) != 0;
    }
}

/* Of the words between spaces, without figures; Hangul syllables are made of letters. */
static float syllables_of(const twt_word_counter *c, const twt_analysis *text)
{
    size_t letters = 0, words = 0;
    for (size_t w = 0; w < c->hashes.count; w++) {
        const twt_token *token = &text->tokens[c->last.data[w]];
        const char *norm = text->norm + token->norm_begin;
        if (token->flags & (TWT_TOKEN_NUMBER | TWT_TOKEN_SPACELESS) || twt_word_is_syllables(norm, token->norm_len))
            continue;
        letters += twt_utf8_count(norm, token->norm_len);
        words++;
    }
    if (words < WORDS_LEAST)
        return 0;
    double mean = (double)letters / (double)words, share = (WORD_LETTERS - mean) / (WORD_LETTERS - SYLLABLE_LETTERS);
    return (float)(share < 0 ? 0 : share > 1 ? 1 : share);
}

static bool find_ends(twt_word_counter *c, const twt_analysis *text)
{
    if (!twt_vec_resize(&c->ends, c->hashes.count))
        return false;
    for (size_t w = 0; w < c->ends.count; w++)
        c->ends.data[w] = twt_word_ends_of(text, &text->tokens[c->last.data[w]]);
    return true;
}

twt_status twt_word_counter_run(twt_word_counter *c, const twt_analysis *text, twt_text_words *out)
{
    if (!make_room(c, text))
        return TWT_ERROR_MEMORY;
    if ((!number_tokens(c, text) && !number_by_rank(c, text)) ||
        !twt_vec_resize(&c->table, twt_table_slots(c->hashes.count)) || !find_ends(c, text))
        return TWT_ERROR_MEMORY;
    uint32_t terms = gather_sentences(c, text), block_count = block_count_of(text);
    post_terms(c, text);
    if (!mark_sentences(c, text, block_count))
        return TWT_ERROR_MEMORY;
    *out = (twt_text_words){.text = text,
                            .count = (uint32_t)c->hashes.count,
                            .term_count = terms,
                            .slot_count = fill_table(c) ? c->table.count : 0,
                            .hashes = c->hashes.data,
                            .totals = c->totals.data,
                            .last = c->last.data,
                            .df = c->df.data,
                            .ends = c->ends.data,
                            .ids = c->ids.data,
                            .homes = c->homes.data,
                            .terms = c->terms.data,
                            .first_term = c->first_term.data,
                            .postings = c->postings.data,
                            .first_posting = c->first_posting.data,
                            .block_count = block_count,
                            .masks = c->masks.data,
                            .slots = c->table.data};
    count_forms(text, out);
    out->syllables = syllables_of(c, text);
    twt_names_init(&out->names, text);
    return TWT_OK;
}

void twt_text_words_find(const twt_text_words *words, const uint64_t *hashes, size_t count, uint32_t *out)
{
    for (size_t i = 0; i < count; i++) {
        const uint64_t *held = slot_of(words->slots, words->slot_count, words->hashes, hashes[i]);
        out[i] = held ? (uint32_t)*held - 1 : TWT_NO_WORD; /* an empty slot is 0 */
    }
}

/* ---- copies ---------------------------------------------------------------------------------------------- */

size_t twt_text_words_size(const twt_text_words *w)
{
    size_t tokens = w->text->token_count, sentences = w->text->sentence_count;
    return w->count * sizeof *w->hashes + 3 * twt_padded(w->count * sizeof *w->totals) +
           twt_padded(w->count * sizeof *w->ends) + 2 * twt_padded(tokens * sizeof *w->ids) +
           w->term_count * (sizeof *w->terms + sizeof *w->postings) +
           (size_t)w->count * w->block_count * sizeof *w->masks + twt_padded((sentences + 1) * sizeof *w->first_term) +
           twt_padded(((size_t)w->count + 1) * sizeof *w->first_posting) + w->slot_count * sizeof *w->slots;
}

twt_text_words twt_text_words_copy(const twt_text_words *words, const twt_analysis *text, char **at)
{
    twt_text_words w = *words;
    size_t tokens = text->token_count, sentences = text->sentence_count;
    w.text = w.names.text = text;
    w.hashes = twt_put_copy(at, w.hashes, w.count, sizeof *w.hashes);
    w.totals = twt_put_copy(at, w.totals, w.count, sizeof *w.totals);
    w.last = twt_put_copy(at, w.last, w.count, sizeof *w.last);
    w.df = twt_put_copy(at, w.df, w.count, sizeof *w.df);
    w.ends = twt_put_copy(at, w.ends, w.count, sizeof *w.ends);
    w.ids = twt_put_copy(at, w.ids, tokens, sizeof *w.ids);
    w.homes = twt_put_copy(at, w.homes, tokens, sizeof *w.homes);
    w.terms = twt_put_copy(at, w.terms, w.term_count, sizeof *w.terms);
    w.postings = twt_put_copy(at, w.postings, w.term_count, sizeof *w.postings);
    w.first_term = twt_put_copy(at, w.first_term, sentences + 1, sizeof *w.first_term);
    w.first_posting = twt_put_copy(at, w.first_posting, (size_t)w.count + 1, sizeof *w.first_posting);
    w.masks = twt_put_copy(at, w.masks, (size_t)w.count * w.block_count, sizeof *w.masks);
    w.slots = twt_put_copy(at, w.slots, w.slot_count, sizeof *w.slots);
    return w;
}

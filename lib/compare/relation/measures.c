#include "compare/relation/measures.h"

#include <string.h>

enum {
    SEEDED = 1, /* marks of a sentence */
    COPIED = 2,
    FIVE = 5,
    COVERING_RUN = 8 /* tokens of a run that counts as covered outside sentences that say the same */
};

void twt_measures_free(twt_measure_scratch *scratch)
{
    for (int side = 0; side < 2; side++)
        twt_vec_free(&scratch->marks[side]);
}

static bool prepare(twt_measure_scratch *scratch, const twt_pair_words *words)
{
    for (int side = 0; side < 2; side++) {
        size_t sentences = twt_pair_text(words, side)->sentence_count;
        if (!twt_vec_resize(&scratch->marks[side], sentences))
            return false;
        if (sentences)
            memset(scratch->marks[side].data, 0, sentences);
        scratch->homes[side] = twt_pair_homes(words, side);
    }
    return true;
}

static void count_tokens(const twt_text_words *own, int side, twt_measures *m)
{
    m->tokens[side] = (uint32_t)own->text->token_count;
    m->sentences[side] = (uint32_t)own->text->sentence_count;
    m->shingles[side] = (uint32_t)own->text->shingle_set_count;
    m->letters[side] = own->letters;
    m->figures[side] = own->figures;
}

static void count_seeds(twt_measure_scratch *scratch, const twt_seed *seeds, size_t seed_count, twt_measures *m)
{
    m->seeds = (uint32_t)seed_count;
    for (size_t i = 0; i < seed_count; i++) {
        m->chain += seeds[i].in_chain;
        scratch->marks[0].data[seeds[i].a] |= SEEDED;
        scratch->marks[1].data[seeds[i].b] |= SEEDED;
    }
}

/* One side of one match: which sentences it fills, and what it covers outside the seeded ones. */
static void count_stretch(twt_measure_scratch *scratch, const twt_analysis *text, int side, uint32_t begin,
                          uint32_t end, twt_measures *m)
{
    for (uint32_t at = begin; at < end;) {
        uint32_t home = scratch->homes[side][at];
        const twt_sentence *sentence = &text->sentences[home];
        uint32_t stop = sentence->token_end < end ? sentence->token_end : end;
        uint8_t *marks = &scratch->marks[side].data[home];
        if (at == sentence->token_begin && stop == sentence->token_end)
            *marks |= COPIED;
        if (!(*marks & SEEDED) && end - begin >= COVERING_RUN)
            m->covered_tokens[side] += stop - at;
        at = stop;
    }
}

static void count_matches(twt_measure_scratch *scratch, const twt_analysis *const texts[2],
                          const twt_alignment *alignment, twt_measures *m)
{
    m->runs = (uint32_t)alignment->match_count;
    for (size_t i = 0; i < alignment->match_count; i++) {
        const twt_match *match = &alignment->matches[i];
        m->matched_tokens += match->count;
        if (match->count > m->longest_run)
            m->longest_run = match->count;
        if (match->count >= FIVE)
            m->five_runs += match->count - FIVE + 1;
        count_stretch(scratch, texts[0], 0, match->a, match->a + match->count, m);
        count_stretch(scratch, texts[1], 1, match->b, match->b + match->count, m);
    }
}

/* The densest stretch of matches (Bentley 1984, maximum subarray): an equal token counts one, an unequal one between
 * two matches minus a half. Moved matches stand alone. */
static uint32_t densest(const twt_alignment *alignment)
{
    int64_t best = 0, now = 0; /* halves of tokens */
    const twt_match *last = NULL;
    for (size_t i = 0; i < alignment->match_count; i++) {
        const twt_match *match = &alignment->matches[i];
        int64_t own = 2 * (int64_t)match->count;
        if (!match->is_moved) {
            if (last) {
                uint32_t a = match->a - last->a - last->count, b = match->b - last->b - last->count;
                now -= a > b ? a : b;
            }
            own = now = (now > 0 ? now : 0) + own;
            last = match;
        }
        best = own > best ? own : best;
    }
    return (uint32_t)(best / 2);
}

static void count_sentences(const twt_measure_scratch *scratch, const twt_analysis *text, int side, twt_measures *m)
{
    for (size_t s = 0; s < text->sentence_count; s++) {
        uint8_t marks = scratch->marks[side].data[s];
        if (!(marks & SEEDED))
            continue;
        m->seeded_sentences[side]++;
        m->copied_sentences[side] += (marks & COPIED) != 0;
        m->covered_tokens[side] += text->sentences[s].token_end - text->sentences[s].token_begin;
    }
}

static void count_blocks(const twt_alignment *alignment, twt_measures *m)
{
    m->blocks = (uint32_t)alignment->block_count;
    m->aligned_tokens = m->matched_tokens;
    for (size_t i = 0; i < alignment->block_count; i++) {
        const twt_block *block = &alignment->blocks[i];
        uint32_t a = block->a_end - block->a_begin, b = block->b_end - block->b_begin;
        m->aligned_tokens += a > b ? a : b;
    }
}

twt_status twt_measures_count(twt_measure_scratch *scratch, const twt_pair_words *words, const twt_overlap *overlap,
                              const twt_seed *seeds, size_t seed_count, const twt_alignment *alignment,
                              twt_measures *out)
{
    const twt_analysis *const texts[2] = {twt_pair_text(words, 0), twt_pair_text(words, 1)};
    twt_measures m = {.shared_shingles = overlap->shared};
    if (!prepare(scratch, words))
        return TWT_ERROR_MEMORY;
    for (int side = 0; side < 2; side++)
        count_tokens(twt_pair_own(words, side), side, &m);
    count_seeds(scratch, seeds, seed_count, &m);
    count_matches(scratch, texts, alignment, &m);
    count_sentences(scratch, texts[0], 0, &m);
    count_sentences(scratch, texts[1], 1, &m);
    count_blocks(alignment, &m);
    m.dense_tokens = densest(alignment);
    m.touched_sentences = m.seeded_sentences[0] - m.copied_sentences[0];
    *out = m;
    return TWT_OK;
}

static void swap(uint32_t pair[2])
{
    uint32_t first = pair[0];
    pair[0] = pair[1];
    pair[1] = first;
}

twt_measures twt_measures_mirror(const twt_measures *measures)
{
    twt_measures m = *measures;
    swap(m.tokens);
    swap(m.sentences);
    swap(m.shingles);
    swap(m.seeded_sentences);
    swap(m.copied_sentences);
    swap(m.covered_tokens);
    swap(m.broken_sentences);
    swap(m.words);
    swap(m.letters);
    swap(m.figures);
    swap(m.facts_own);
    swap(m.all_facts_own);
    swap(m.blocks_alone);
    swap(m.figures_own);
    swap(m.topic_letters);
    m.touched_sentences = m.seeded_sentences[0] - m.copied_sentences[0];
    return m;
}

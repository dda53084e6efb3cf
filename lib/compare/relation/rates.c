/* What the rules look at, made of what was counted. */
#include "compare/relation/rules.h"

#include "compare/words/topic.h"
#include "compare/words/word_order.h"

#define SYLLABLES_ALIKE .1 /* what likeness is more where words are syllables: they are few */

static double ratio(double part, double whole)
{
    return whole > 0 ? part / whole : 0;
}

static uint32_t lesser(const uint32_t pair[2])
{
    return pair[0] < pair[1] ? pair[0] : pair[1];
}

static void put_order(twt_rates *rates, const twt_measures *m)
{
    double likeness = twt_word_order_likeness(m);
    rates->of[TWT_MEASURE_LIKENESS] = likeness;
    /* Of 39,700 candidate pairs between texts that are no copies of each other .5 % reach 10.5, of 10,700 short machine
     * rewrites 90 %. */
    rates->of[TWT_MEASURE_ORDER_EVIDENCE] =
        5 * twt_word_order_effect(m) + 20 * (likeness - SYLLABLES_ALIKE * (double)m->syllables);
    rates->of[TWT_MEASURE_REUSE_EVIDENCE] = rates->of[TWT_MEASURE_ORDER_EVIDENCE] + m->collection_evidence;
    rates->of[TWT_MEASURE_ORDER_SHARE] = twt_word_order_share(m);
    rates->of[TWT_MEASURE_SINGLE_WORDS] = m->single_words;
}

static void put_topic(twt_rates *rates, const twt_measures *m)
{
    rates->of[TWT_MEASURE_TOPIC] = twt_topic_beyond_chance(m);
    rates->of[TWT_MEASURE_TOPIC_LETTERS] = m->shared_topic_letters;
}

static void put_sentences(twt_rates *rates, const twt_measures *m)
{
    double cover[2] = {ratio(m->covered_tokens[0], m->tokens[0]), ratio(m->covered_tokens[1], m->tokens[1])};
    int best = cover[1] > cover[0];
    rates->of[TWT_MEASURE_SEEDS] = m->seeds;
    rates->of[TWT_MEASURE_CHAIN] = m->chain;
    rates->of[TWT_MEASURE_COVERAGE_BETTER] = cover[best];
    rates->of[TWT_MEASURE_COVERAGE_WORSE] = cover[!best];
    rates->of[TWT_MEASURE_COPIED] = ratio((double)m->copied_sentences[0] + m->copied_sentences[1],
                                          (double)m->seeded_sentences[0] + m->seeded_sentences[1]);
}

enum { FIGURES_LEAST = 3, FACTS_LEAST = 4 }; /* one or two may differ by chance */

static double kept(double same, double others, double least)
{
    return same + others < least ? 1 : same / (same + others);
}

/* The share that both have, with one added, so that a few facts say little. */
static double in_both(uint32_t shared, const uint32_t own[2])
{
    return (shared + 1.) / (shared + lesser(own) + 1.);
}

static void put_figures(twt_rates *rates, const twt_measures *m)
{
    double letters[2] = {ratio(m->letters[0], m->tokens[0]), ratio(m->letters[1], m->tokens[1])};
    uint32_t words[2] = {m->tokens[0] - m->figures[0], m->tokens[1] - m->figures[1]};
    /* names are counted in both texts */
    double names = (m->names - (double)m->names_replaced) / 2, renamed = m->names_replaced / 2.;
    rates->of[TWT_MEASURE_LETTERS] = letters[letters[1] > letters[0]];
    rates->of[TWT_MEASURE_FIGURES_KEPT] = kept(m->figures_kept, m->figures_replaced, FIGURES_LEAST);
    rates->of[TWT_MEASURE_FACTS_KEPT] = kept(m->figures_kept + names, m->figures_replaced + renamed, FACTS_LEAST);
    rates->of[TWT_MEASURE_FACTS_SHARED] = in_both(m->facts_shared, m->facts_own);
    rates->of[TWT_MEASURE_FACTS_TOLD] = in_both(m->all_facts_shared, m->all_facts_own);
    rates->of[TWT_MEASURE_FIGURES_SHARED] = in_both(m->figures_shared, m->figures_own);
    rates->of[TWT_MEASURE_WORDING] = ratio((double)m->matched_tokens - m->figures_kept, lesser(words));
}

static void put_lengths(twt_rates *rates, const twt_measures *m)
{
    uint32_t shorter = lesser(m->tokens), longer = m->tokens[0] > shorter ? m->tokens[0] : m->tokens[1];
    rates->of[TWT_MEASURE_TOKENS] = shorter;
    rates->of[TWT_MEASURE_LENGTHS] = ratio(shorter, longer);
}

static void put_alignment(twt_rates *rates, const twt_measures *m)
{
    rates->of[TWT_MEASURE_CONTAINED] = ratio(m->shared_shingles, lesser(m->shingles));
    rates->of[TWT_MEASURE_DENSE_TOKENS] = m->dense_tokens;
    rates->of[TWT_MEASURE_TOLD_TOKENS] = m->told_tokens;
    rates->of[TWT_MEASURE_SURELY_TOLD] = m->surely_told;
    rates->of[TWT_MEASURE_ALIGNED_TOKENS] = m->aligned_tokens;
    rates->of[TWT_MEASURE_MATCHED] = ratio(m->matched_tokens, m->aligned_tokens);
    rates->of[TWT_MEASURE_KEPT] = ratio(m->matched_tokens, lesser(m->tokens));
    rates->of[TWT_MEASURE_MEAN_RUN] = ratio(m->matched_tokens, m->runs);
    rates->of[TWT_MEASURE_LONGEST_RUN] = m->longest_run;
    rates->of[TWT_MEASURE_FIVE_RUNS] = ratio(m->five_runs, lesser(m->tokens) > 4 ? lesser(m->tokens) - 4 : 1);
}

static void put_blocks(twt_rates *rates, const twt_measures *m)
{
    const uint32_t *of = m->blocks_of;
    double hundred = m->aligned_tokens / 100.0;
    double content =
        (double)of[TWT_CHANGE_WORD] + of[TWT_CHANGE_NAME] + of[TWT_CHANGE_QUOTATION] + of[TWT_CHANGE_NEGATION];
    rates->of[TWT_MEASURE_BLOCKS] = m->blocks;
    rates->of[TWT_MEASURE_MISREAD] = ratio(m->misread_blocks, m->blocks);
    rates->of[TWT_MEASURE_MISREAD_RATE] = ratio(m->misread_blocks, hundred);
    rates->of[TWT_MEASURE_NUMBERS] = ratio(of[TWT_CHANGE_NUMBER], m->blocks);
    rates->of[TWT_MEASURE_SLOTS] = ratio((double)of[TWT_CHANGE_NUMBER] + of[TWT_CHANGE_NAME], m->blocks);
    rates->of[TWT_MEASURE_PUT_IN] = ratio(m->blocks_alone[m->blocks_alone[1] > m->blocks_alone[0]], m->blocks);
    double apart = lesser(m->figures_own);
    rates->of[TWT_MEASURE_FIGURES_APART] =
        ratio(apart, apart + m->blocks - of[TWT_CHANGE_NUMBER] - of[TWT_CHANGE_NAME]);
    rates->of[TWT_MEASURE_NEGATIONS] = of[TWT_CHANGE_NEGATION];
    rates->of[TWT_MEASURE_CONTENT_RATE] = ratio(content, hundred);
    rates->of[TWT_MEASURE_WORD_RATE] = ratio(of[TWT_CHANGE_WORD], hundred);
}

twt_rates twt_rates_of(const twt_measures *measures)
{
    twt_rates rates = {.of = {0}};
    put_order(&rates, measures);
    put_topic(&rates, measures);
    put_sentences(&rates, measures);
    put_lengths(&rates, measures);
    put_alignment(&rates, measures);
    put_figures(&rates, measures);
    put_blocks(&rates, measures);
    return rates;
}

twt_rates twt_rates_of_stretch(const twt_measures *stretch)
{
    twt_rates rates = {.of = {0}};
    put_order(&rates, stretch);
    return rates;
}

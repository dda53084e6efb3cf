/* Each finder on two texts, with the words of the pair numbered for the occasion. */
#ifndef TWT_TESTS_COMPARE_PAIRED_H
#define TWT_TESTS_COMPARE_PAIRED_H

#include "compare/align/align.h"
#include "compare/changes/changes.h"
#include "compare/changes/quotations.h"
#include "compare/passages/passages.h"
#include "compare/passages/sentence_seeds.h"
#include "compare/words/word_order.h"

typedef struct paired_words { /* zeroed: empty and valid */
    twt_word_counter counters[2];
    twt_pair_words words;
} paired_words;

static inline twt_status paired_words_number(paired_words *paired, const twt_analysis *a, const twt_analysis *b)
{
    twt_text_words own[2];
    twt_status status = twt_word_counter_run(&paired->counters[0], a, &own[0]);
    if (status == TWT_OK)
        status = twt_word_counter_run(&paired->counters[1], b, &own[1]);
    return status == TWT_OK ? twt_pair_words_join(&paired->words, &own[0], &own[1]) : status;
}

static inline void paired_words_free(paired_words *paired)
{
    twt_word_counter_free(&paired->counters[0]);
    twt_word_counter_free(&paired->counters[1]);
    twt_pair_words_free(&paired->words);
}

/* Runs call, which may use words, on the numbered words of (a, b). */
#define PAIRED(a, b, call)                                                                                             \
    paired_words numbered = {.words = {.is_same = false}};                                                             \
    twt_pair_words *words = &numbered.words;                                                                           \
    twt_sentence_index indexes[2] = {{.side = 0}, {.side = 0}};                                                        \
    twt_status status = paired_words_number(&numbered, a, b);                                                          \
    if (status == TWT_OK)                                                                                              \
        status = (call);                                                                                               \
    paired_words_free(&numbered);                                                                                      \
    twt_sentence_index_free(&indexes[0]);                                                                              \
    twt_sentence_index_free(&indexes[1]);                                                                              \
    return status

static inline twt_status paired_seed_finder_run(twt_seed_finder *finder, const twt_analysis *a, const twt_analysis *b,
                                                const twt_seed **seeds, size_t *count)
{
    *seeds = NULL, *count = 0;
    PAIRED(a, b, twt_seed_finder_run(finder, words, &indexes[1], seeds, count));
}

static inline twt_status paired_aligner_run(twt_aligner *aligner, const twt_analysis *a, const twt_analysis *b,
                                            const twt_seed *seeds, size_t seed_count, twt_alignment *out)
{
    PAIRED(a, b, twt_aligner_run(aligner, words, seeds, seed_count, out));
}

static inline twt_status paired_passage_finder_run(twt_passage_finder *finder, const twt_analysis *a,
                                                   const twt_analysis *b, const twt_seed *seeds, size_t seed_count,
                                                   const twt_match *matches, size_t match_count,
                                                   const twt_passage **passages, size_t *count)
{
    *passages = NULL, *count = 0;
    PAIRED(a, b,
           twt_passage_finder_run(finder, words, indexes, seeds, seed_count, matches, match_count, passages, count));
}

static inline twt_status paired_word_order_measure(twt_word_order *order, const twt_analysis *a, twt_range range_a,
                                                   const twt_analysis *b, twt_range range_b, twt_measures *measures)
{
    PAIRED(a, b, twt_word_order_measure(order, words, range_a, range_b, measures));
}

static inline twt_status paired_change_finder_run(twt_change_finder *finder, const twt_analysis *a,
                                                  const twt_analysis *b, const twt_alignment *alignment,
                                                  twt_measures *measures, const twt_change **changes, size_t *count)
{
    PAIRED(a, b, twt_change_finder_run(finder, words, alignment, measures, changes, count));
}

static inline twt_status paired_quotation_finder_run(twt_quotation_finder *finder, const twt_analysis *a,
                                                     const twt_analysis *b, twt_measures *measures,
                                                     twt_quotation_result *out)
{
    PAIRED(a, b, twt_quotation_finder_run(finder, words, measures, out));
}

#endif

/* A comparer with its parts, and the pair that it is at. */
#ifndef TWT_COMPARE_RUN_H
#define TWT_COMPARE_RUN_H

#include "compare/align/align.h"
#include "compare/align/equal_texts.h"
#include "compare/changes/told_facts.h"
#include "compare/evidence/evidence.h"
#include "compare/mirror.h"
#include "compare/passages/passages.h"
#include "compare/passages/sentence_seeds.h"
#include "compare/relation/measures.h"
#include "compare/relation/relation.h"
#include "compare/words/overlap.h"
#include "compare/words/word_kin.h"
#include "compare/words/word_order.h"
#include "twicetold/compare.h"

typedef struct twt_run { /* a pair in the order in which it is compared, and what is known of it so far */
    const twt_analysis *a, *b;
    unsigned want;
    float collection_evidence;
    bool is_mirrored, is_equal, has_reuse;
    bool has_passages, has_changes; /* those were found; were measured */
    twt_overlap overlap;
    twt_alignment alignment;
    const twt_passage *found; /* asked for or not */
    size_t passage_count;
    twt_measures counted; /* before any evidence of a collection is added */
    twt_ruling ruling;
    twt_comparison result; /* as compared */
} twt_run;

struct twt_comparer {
    twt_word_counter counters[2]; /* of texts that come unprepared */
    twt_pair_words words, forms;  /* forms: with the forms of a word as one */
    twt_word_kin kin;
    twt_sentence_index indexes[2]; /* of their sides, as far as needed */
    twt_seed_finder *seeds;
    twt_aligner *aligner;
    twt_passage_finder *passages;
    twt_measure_scratch measures;
    twt_word_order order;
    twt_evidence evidence;
    twt_told_facts told_facts;
    twt_mirror mirror;
    TWT_VEC(twt_reason) reasons;
    TWT_VEC(twt_reason) all_reasons; /* with those of the metadata */
    const twt_reason *own_reasons;   /* of the last run, without them */
    size_t own_reason_count;
    twt_equal_texts equal;
    twt_run at; /* the last one */
    twt_comparison result;
};

#endif

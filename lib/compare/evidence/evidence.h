/* The evidence parts in their order: changes and names before the relation is decided; quotations, broken sentences,
 * signs and who came first after it. */
#ifndef TWT_COMPARE_EVIDENCE_EVIDENCE_H
#define TWT_COMPARE_EVIDENCE_EVIDENCE_H

#include "compare/align/token_map.h"
#include "compare/changes/changes.h"
#include "compare/changes/quotations.h"
#include "compare/first/first.h"
#include "compare/relation/facts.h"
#include "compare/signs/signs.h"

enum { TWT_EVIDENCE_REASONS = TWT_SIGN_REASONS + TWT_FIRST_TEXT_REASONS };

typedef struct twt_evidence { /* scratch and result of one thread */
    twt_change_finder *finder;
    twt_quotation_finder *quotation_finder;
    twt_sign_counter counter;
    twt_fact_counter fact_counter;
    twt_token_map map;
    twt_first_counter first_counter;
    twt_first_counts first_counts;
    const twt_analysis *a, *b;
    const twt_change *changes; /* of the last run */
    size_t change_count;
    twt_quotation_result quotations;
    twt_sign_examples examples;
} twt_evidence;

/* Fills *evidence; to be freed also when it fails. TWT_ERROR_MEMORY. */
TWT_MUST_USE twt_status twt_evidence_init(twt_evidence *evidence);
void twt_evidence_free(twt_evidence *evidence); /* zeroed is fine */

/* Fills the fields of measures that the relation is decided on: changes, names and facts. TWT_ERROR_MEMORY: the
 * evidence stays usable. */
TWT_MUST_USE twt_status twt_evidence_measure(twt_evidence *evidence, const twt_pair_words *words,
                                             const twt_alignment *alignment, twt_measures *measures);

/* Adds what is told of the pair measured last once there is a relation: quotations and broken sentences (in measures),
 * and what says who came first. TWT_ERROR_MEMORY: the evidence stays usable. */
TWT_MUST_USE twt_status twt_evidence_detail(twt_evidence *evidence, const twt_pair_words *words, const twt_seed *seeds,
                                            size_t seed_count, const twt_alignment *alignment, twt_relation relation,
                                            twt_measures *measures);

/* Decides machine signs and who came first by the words alone, for the relation in verdict. Returns how many reasons.
 */
size_t twt_evidence_explain(const twt_evidence *evidence, const twt_measures *measures, twt_verdict *verdict,
                            twt_reason out[TWT_EVIDENCE_REASONS]);

#endif

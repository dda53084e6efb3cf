#include "compare/evidence/evidence.h"

#include <string.h>

twt_status twt_evidence_init(twt_evidence *evidence)
{
    *evidence = (twt_evidence){.finder = NULL};
    twt_status status = twt_change_finder_new(&evidence->finder);
    if (status == TWT_OK)
        status = twt_quotation_finder_new(&evidence->quotation_finder);
    return status;
}

void twt_evidence_free(twt_evidence *evidence)
{
    twt_change_finder_free(evidence->finder);
    twt_quotation_finder_free(evidence->quotation_finder);
    twt_sign_counter_free(&evidence->counter);
    twt_fact_counter_free(&evidence->fact_counter);
    twt_token_map_free(&evidence->map);
    twt_first_counter_free(&evidence->first_counter);
    *evidence = (twt_evidence){.finder = NULL};
}

twt_status twt_evidence_measure(twt_evidence *evidence, const twt_pair_words *words, const twt_alignment *alignment,
                                twt_measures *measures)
{
    evidence->a = twt_pair_text(words, 0);
    evidence->b = twt_pair_text(words, 1);
    twt_status status = twt_change_finder_run(evidence->finder, words, alignment, measures, &evidence->changes,
                                              &evidence->change_count);
    if (status == TWT_OK && !twt_token_map_fill(&evidence->map, evidence->a, evidence->b, alignment))
        status = TWT_ERROR_MEMORY;
    if (status == TWT_OK) {
        const twt_names names[2] = {twt_pair_own(words, 0)->names, twt_pair_own(words, 1)->names};
        status = twt_sign_counter_names(&evidence->counter, names, &evidence->map, evidence->changes,
                                        twt_change_finder_blocks(evidence->finder), evidence->change_count, measures,
                                        &evidence->examples);
    }
    return status == TWT_OK ? twt_fact_counter_run(&evidence->fact_counter, words, measures) : status;
}

twt_status twt_evidence_detail(twt_evidence *evidence, const twt_pair_words *words, const twt_seed *seeds,
                               size_t seed_count, const twt_alignment *alignment, twt_relation relation,
                               twt_measures *measures)
{
    twt_status status = twt_quotation_finder_run(evidence->quotation_finder, words, measures, &evidence->quotations);
    if (status != TWT_OK)
        return status;
    twt_signs_count_broken(evidence->a, evidence->b, &evidence->map, measures, &evidence->examples);
    const twt_told_pair pair = {.texts = {evidence->a, evidence->b},
                                .alignment = alignment,
                                .map = &evidence->map,
                                .seeds = seeds,
                                .seed_count = seed_count,
                                .words = words,
                                .measures = measures,
                                .relation = relation};
    return twt_first_counter_run(&evidence->first_counter, &pair, &evidence->first_counts);
}

size_t twt_evidence_explain(const twt_evidence *evidence, const twt_measures *measures, twt_verdict *verdict,
                            twt_reason out[TWT_EVIDENCE_REASONS])
{
    size_t count = 0;
    verdict->machine_signs = TWT_SIGNS_NONE;
    verdict->first = TWT_FIRST_UNKNOWN;
    verdict->first_confidence = TWT_CONFIDENCE_UNKNOWN;
    if (!twt_relation_is_reuse(verdict->relation))
        return 0;
    twt_first_facts facts = {.a = evidence->a,
                             .b = evidence->b,
                             .map = &evidence->map,
                             .measures = measures,
                             .examples = &evidence->examples,
                             .quotations = &evidence->quotations,
                             .counts = &evidence->first_counts,
                             .relation = verdict->relation};
    twt_reason first[TWT_FIRST_TEXT_REASONS];
    size_t of_first = twt_first_from_text(&facts, first);
    if (verdict->relation == TWT_RELATION_REWRITTEN)
        verdict->machine_signs = twt_signs_decide(measures, &evidence->examples, &evidence->quotations,
                                                  twt_first_wording(&facts), out, &count);
    memcpy(out + count, first, of_first * sizeof *first);
    twt_first_decide(first, of_first, &verdict->first, &verdict->first_confidence);
    return count + of_first;
}

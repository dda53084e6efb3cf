/* What one thread needs to add texts: most are taken as a set, without the order that the collector gives. */
#include "candidate/candidates.h"
#include "candidate/feature_set.h"

struct twt_candidate_intake {
    twt_candidates *candidates;
    twt_feature_collector *collector; /* for what the set does not take */
    twt_feature_set set;
    twt_postings_writer writer;
    twt_shorts_writer shorts;
};

twt_status twt_candidate_intake_new(twt_candidates *candidates, twt_candidate_intake **out)
{
    *out = NULL;
    twt_candidate_intake *intake = twt_alloc_zeroed(1, sizeof *intake);
    if (!intake)
        return TWT_ERROR_MEMORY;
    intake->candidates = candidates;
    twt_feature_set_init(&intake->set);
    twt_status status = twt_feature_collector_new(&intake->collector);
    if (status == TWT_OK)
        status = twt_postings_writer_init(&intake->writer, twt_candidates_postings(candidates));
    if (status == TWT_OK)
        status = twt_shorts_writer_init(&intake->shorts, twt_candidates_shorts(candidates));
    if (status == TWT_OK)
        *out = intake;
    else
        twt_candidate_intake_free(intake);
    return status;
}

void twt_candidate_intake_free(twt_candidate_intake *intake)
{
    if (!intake)
        return;
    twt_feature_collector_free(intake->collector);
    twt_feature_set_free(&intake->set);
    twt_postings_writer_free(&intake->writer);
    twt_shorts_writer_free(&intake->shorts);
    twt_free(intake);
}

twt_status twt_candidate_intake_add(twt_candidate_intake *intake, uint32_t document, uint64_t rank,
                                    const uint32_t *slots, const twt_analysis *analysis, size_t *feature_count)
{
    bool takes_part, is_filled;
    *feature_count = 0;
    twt_status status = twt_candidates_enter(intake->candidates, document, rank, slots, &takes_part);
    if (status != TWT_OK || !takes_part)
        return status;
    status = twt_feature_set_run(&intake->set, analysis, &is_filled);
    if (status != TWT_OK)
        return status;
    twt_features features = {intake->set.keys.data, intake->set.keys.count};
    if (is_filled)
        status = twt_postings_add_loose(&intake->writer, document, features.keys, features.count, intake->set.counts);
    else
        status = twt_feature_collector_run(intake->collector, analysis, &features);
    if (status == TWT_OK && !is_filled)
        status = twt_postings_add(&intake->writer, document, &features);
    *feature_count = features.count;
    return status == TWT_OK ? twt_shorts_add(&intake->shorts, document, &features) : status;
}

twt_status twt_candidate_intake_end(twt_candidate_intake *intake)
{
    twt_status status = twt_postings_writer_close(&intake->writer);
    return status == TWT_OK ? twt_shorts_writer_close(&intake->shorts) : status;
}

#include "compare/relation/facts.h"

#include <string.h>

#include "compare/words/name_form.h"
#include "compare/words/number_form.h"

enum { COVERED_PART = 3 };

void twt_fact_counter_free(twt_fact_counter *counter)
{
    twt_vec_free(&counter->seen);
}

static bool is_told_whole(const twt_measures *measures)
{
    for (int side = 0; side < 2; side++)
        if (COVERED_PART * (uint64_t)measures->covered_tokens[side] >= measures->tokens[side])
            return true;
    return false;
}

/* What a name in one text is in the other does not matter, as long as the word is there. */
static void count(twt_fact_counter *counter, const twt_pair_words *words, int side, twt_measures *measures)
{
    const twt_analysis *text = twt_pair_text(words, side);
    const uint32_t *ids = twt_pair_ids(words, side);
    const twt_names *names = &twt_pair_own(words, side)->names;
    for (size_t i = 0; i < text->token_count; i++) {
        uint8_t *seen = &counter->seen.data[ids[i]];
        if (*seen || !(twt_number_is_figure(text, &text->tokens[i]) || twt_names_at(names, i)))
            continue;
        *seen = 1;
        if (twt_pair_is_shared(words, ids[i]))
            measures->all_facts_shared++;
        else
            measures->all_facts_own[side]++;
    }
}

twt_status twt_fact_counter_run(twt_fact_counter *counter, const twt_pair_words *words, twt_measures *measures)
{
    size_t numbers = words->count;
    measures->facts_shared = measures->facts_own[0] = measures->facts_own[1] = 0;
    measures->all_facts_shared = measures->all_facts_own[0] = measures->all_facts_own[1] = 0;
    if (numbers == 0)
        return TWT_OK;
    if (!twt_vec_resize(&counter->seen, numbers))
        return TWT_ERROR_MEMORY;
    memset(counter->seen.data, 0, numbers);
    for (int side = 0; side < 2; side++)
        count(counter, words, side, measures);
    if (is_told_whole(measures)) {
        measures->facts_shared = measures->all_facts_shared;
        for (int side = 0; side < 2; side++)
            measures->facts_own[side] = measures->all_facts_own[side];
    }
    return TWT_OK;
}

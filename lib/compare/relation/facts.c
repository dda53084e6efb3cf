#include "compare/relation/facts.h"

#include <string.h>

#include "base/hash.h"
#include "compare/words/name_form.h"
#include "compare/words/number_form.h"

enum { COVERED_PART = 3, SPELT_MOST = 32 };

void twt_fact_counter_free(twt_fact_counter *counter)
{
    twt_vec_free(&counter->seen);
    twt_vec_free(&counter->figures);
}

static bool is_told_whole(const twt_measures *measures)
{
    for (int side = 0; side < 2; side++)
        if (COVERED_PART * (uint64_t)measures->covered_tokens[side] >= measures->tokens[side])
            return true;
    return false;
}

static uint64_t digits_of(const twt_analysis *text, const twt_token *token)
{
    twt_number number;
    twt_number_read(text->norm + token->norm_begin, token->norm_len, &number);
    return twt_hash_bytes(number.digits, number.count);
}

/* Whether the first text has the figure with other separators; each is found once. */
static bool is_spelt_otherwise(twt_fact_counter *counter, uint64_t digits)
{
    for (size_t i = 0; i < counter->figures.count; i++)
        if (counter->figures.data[i] == digits) {
            counter->figures.data[i] = counter->figures.data[--counter->figures.count];
            return true;
        }
    return false;
}

static void count_fact(twt_measures *m, int side, bool is_shared)
{
    ++*(is_shared ? &m->all_facts_shared : &m->all_facts_own[side]);
}

/* A figure is a fact, too. */
static void count_figure(twt_measures *m, int side, bool is_shared)
{
    count_fact(m, side, is_shared);
    ++*(is_shared ? &m->figures_shared : &m->figures_own[side]);
}

/* A figure of one text alone: the first text's are kept for the other's. */
static twt_status count_own_figure(twt_fact_counter *counter, uint64_t digits, int side, twt_measures *m)
{
    if (side && is_spelt_otherwise(counter, digits)) {
        m->all_facts_own[0]--, m->figures_own[0]--;
        count_figure(m, side, true);
        return TWT_OK;
    }
    count_figure(m, side, false);
    bool is_kept = !side && counter->figures.count < SPELT_MOST;
    return !is_kept || twt_vec_push(&counter->figures, digits) ? TWT_OK : TWT_ERROR_MEMORY;
}

/* What a name in one text is in the other does not matter, as long as the word is there. */
static twt_status count(twt_fact_counter *counter, const twt_pair_words *words, int side, twt_measures *measures)
{
    const twt_analysis *text = twt_pair_text(words, side);
    const uint32_t *ids = twt_pair_ids(words, side);
    const twt_names *names = &twt_pair_own(words, side)->names;
    uint8_t *seen = counter->seen.data;
    size_t count = text->token_count;
    twt_status status = TWT_OK;
    for (size_t i = 0; status == TWT_OK && i < count; i++) {
        bool is_figure = twt_number_is_figure(text, &text->tokens[i]);
        if (!(is_figure || twt_names_at(names, i)) || seen[ids[i]])
            continue;
        seen[ids[i]] = 1;
        bool is_shared = twt_pair_is_shared(words, ids[i]);
        if (is_figure && !is_shared)
            status = count_own_figure(counter, digits_of(text, &text->tokens[i]), side, measures);
        else if (is_figure)
            count_figure(measures, side, is_shared);
        else
            count_fact(measures, side, is_shared);
    }
    return status;
}

static void settle(twt_measures *m)
{
    bool is_whole = is_told_whole(m);
    m->facts_shared = is_whole ? m->all_facts_shared : 0;
    m->figures_shared = is_whole ? m->figures_shared : 0;
    for (int side = 0; side < 2; side++) {
        m->facts_own[side] = is_whole ? m->all_facts_own[side] : 0;
        m->figures_own[side] = is_whole ? m->figures_own[side] : 0;
    }
}

twt_status twt_fact_counter_run(twt_fact_counter *counter, const twt_pair_words *words, twt_measures *measures)
{
    size_t numbers = words->count;
    measures->facts_shared = measures->facts_own[0] = measures->facts_own[1] = 0;
    measures->figures_shared = measures->figures_own[0] = measures->figures_own[1] = 0;
    measures->all_facts_shared = measures->all_facts_own[0] = measures->all_facts_own[1] = 0;
    if (numbers == 0)
        return TWT_OK;
    if (!twt_vec_resize(&counter->seen, numbers))
        return TWT_ERROR_MEMORY;
    memset(counter->seen.data, 0, numbers);
    twt_vec_clear(&counter->figures);
    twt_status status = count(counter, words, 0, measures);
    if (status == TWT_OK)
        status = count(counter, words, 1, measures);
    settle(measures);
    return status;
}

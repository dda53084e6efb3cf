/* The words are known by their numbers in the pair.
 */
#include "compare/first/counts.h"

#include <string.h>

#include "base/utf8.h"
#include "compare/words/number_form.h"

enum { LONG_LEAST = 4 };                           /* letters: in most languages words that join others are shorter */
enum { ANSWER_TIMES = 2 };                         /* one as long as the other at most */
enum { SENTENCE_TOLD = 1, SENTENCE_ANSWERED = 2 }; /* 0: the other text has nothing for it */

void twt_first_counter_free(twt_first_counter *counter)
{
    for (int s = 0; s < 2; s++) {
        twt_vec_free(&counter->words[s]);
        twt_vec_free(&counter->sentences[s]);
    }
}

static bool begin(twt_first_counter *counter, const twt_told_pair *pair)
{
    for (int s = 0; s < 2; s++) {
        size_t words = pair->words->count, sentences = pair->texts[s]->sentence_count;
        twt_vec_clear(&counter->words[s]);
        twt_vec_clear(&counter->sentences[s]);
        if (!twt_vec_reserve(&counter->words[s], words) || !twt_vec_reserve(&counter->sentences[s], sentences))
            return false;
        memset(counter->words[s].data, 0, words * sizeof *counter->words[s].data);
        memset(counter->sentences[s].data, 0, sentences);
    }
    return true;
}

/* ---- told and rest --------------------------------------------------------------------------------------- */

static bool is_half_matched(const twt_sentence *sentence, const uint32_t *map)
{
    uint32_t matched = 0;
    for (uint32_t i = sentence->token_begin; i < sentence->token_end; i++)
        matched += map[i] != TWT_TOKEN_NOWHERE;
    return 2 * matched >= sentence->token_end - sentence->token_begin;
}

/* A sentence is told in the other text when it has a seed or half of its words are matched. */
static void mark_sentences(twt_first_counter *counter, const twt_told_pair *pair)
{
    for (size_t i = 0; i < pair->seed_count; i++) {
        counter->sentences[0].data[pair->seeds[i].a] = SENTENCE_TOLD;
        counter->sentences[1].data[pair->seeds[i].b] = SENTENCE_TOLD;
    }
    for (int s = 0; s < 2; s++)
        for (size_t i = 0; i < pair->texts[s]->sentence_count; i++)
            counter->sentences[s].data[i] |= is_half_matched(&pair->texts[s]->sentences[i], pair->map->to[s].data);
}

typedef struct span { /* of sentences of both texts */
    uint32_t begin[2], end[2];
} span;

/* Tokens of the sentences that are not told. */
static uint32_t untold_tokens(const twt_first_counter *counter, const twt_told_pair *pair, int side, const span *of)
{
    uint32_t sum = 0;
    for (uint32_t i = of->begin[side]; i < of->end[side]; i++) {
        const twt_sentence *sentence = &pair->texts[side]->sentences[i];
        sum += counter->sentences[side].data[i] ? 0 : sentence->token_end - sentence->token_begin;
    }
    return sum;
}

static void mark_answered(twt_first_counter *counter, const twt_told_pair *pair, const span *between)
{
    uint32_t a = untold_tokens(counter, pair, 0, between), b = untold_tokens(counter, pair, 1, between);
    if (a > ANSWER_TIMES * (uint64_t)b || b > ANSWER_TIMES * (uint64_t)a)
        return;
    for (int s = 0; s < 2; s++)
        for (uint32_t i = between->begin[s]; i < between->end[s]; i++)
            if (counter->sentences[s].data[i] == 0)
                counter->sentences[s].data[i] = SENTENCE_ANSWERED;
}

/* Two stretches between the same told sentences, about as long, tell the same in other words: translating machines
 * leave such, in which no sentence finds its partner. */
static void mark_places(twt_first_counter *counter, const twt_told_pair *pair)
{
    const twt_seed *last = NULL;
    for (size_t i = 0; i < pair->seed_count; i++) {
        const twt_seed *seed = &pair->seeds[i];
        if (!seed->in_chain)
            continue;
        if (last != NULL)
            mark_answered(counter, pair, &(span){{last->a + 1, last->b + 1}, {seed->a, seed->b}});
        last = seed;
    }
}

/* From the first match of the main chain to its last: what both texts tell. */
static void find_stretch(const twt_alignment *alignment, twt_range out[2])
{
    out[0] = out[1] = (twt_range){UINT32_MAX, 0};
    for (size_t i = 0; i < alignment->match_count; i++) {
        const twt_match *match = &alignment->matches[i];
        if (match->is_moved)
            continue;
        out[0] = (twt_range){out[0].end ? out[0].begin : match->a, match->a + match->count};
        out[1] = (twt_range){out[1].end ? out[1].begin : match->b, match->b + match->count};
    }
}

/* Whether a word has so many letters; no more are counted. */
static bool is_long(const twt_analysis *text, const twt_token *token)
{
    uint32_t letters = 0;
    for (uint32_t i = 0; i < token->norm_len && letters < LONG_LEAST; i++)
        letters += !twt_utf8_is_inside(text->norm[token->norm_begin + i]);
    return letters >= LONG_LEAST;
}

static uint16_t form_of(const twt_analysis *text, const twt_token *token)
{
    bool counts_as_long = token->flags & TWT_TOKEN_SPACELESS || is_long(text, token);
    bool is_figure = token->flags & TWT_TOKEN_NUMBER && twt_number_is_figure(text, token);
    return (counts_as_long ? TWT_KNOWN_LONG : 0) | (is_figure ? TWT_KNOWN_FIGURE : 0);
}

typedef struct marked_side {
    const twt_analysis *text;
    const uint32_t *ids;
    uint16_t *words;
} marked_side;

/* The words of a sentence, or of a part of it that lies in the stretch or outside as a whole. */
static inline void mark_part(const marked_side *side, uint32_t begin, uint32_t end, uint16_t told, bool in_stretch)
{
    for (uint32_t i = begin; i < end; i++) {
        const twt_token *token = &side->text->tokens[i];
        uint16_t word = side->words[side->ids[i]];
        word |= word ? 0 : form_of(side->text, token);
        word |= told | (token->flags & TWT_TOKEN_CAPITALISED ? TWT_KNOWN_NAME : 0);
        if (in_stretch)
            word |= word & TWT_KNOWN_ONCE ? TWT_KNOWN_OFTEN : TWT_KNOWN_ONCE;
        side->words[side->ids[i]] = word;
    }
}

static uint32_t within(uint32_t at, uint32_t begin, uint32_t end)
{
    return at < begin ? begin : at > end ? end : at;
}

static void mark_words(twt_first_counter *counter, const twt_told_pair *pair, int side, twt_range stretch,
                       twt_first_counts *out)
{
    static const uint16_t known[] = {
        TWT_KNOWN_REST, [SENTENCE_TOLD] = TWT_KNOWN_TOLD, [SENTENCE_ANSWERED] = TWT_KNOWN_ANSWERED};
    const twt_analysis *text = pair->texts[side];
    const marked_side marked = {text, twt_pair_ids(pair->words, side), counter->words[side].data};
    out->tokens[side] = (uint32_t)text->token_count;
    for (size_t s = 0; s < text->sentence_count; s++) {
        uint16_t told = known[counter->sentences[side].data[s]];
        uint32_t begin = text->sentences[s].token_begin, end = text->sentences[s].token_end;
        uint32_t from = within(stretch.begin, begin, end), to = within(stretch.end, from, end);
        out->rest_tokens[side] += told == TWT_KNOWN_REST ? end - begin : 0;
        mark_part(&marked, begin, from, told, false);
        mark_part(&marked, from, to, told, true);
        mark_part(&marked, to, end, told, false);
    }
}

static void count_facts(uint16_t a, uint16_t b, twt_first_counts *out)
{
    const uint16_t here[2] = {a, b};
    bool is_figure = (a | b) & TWT_KNOWN_FIGURE, is_shared = a && b;
    if (!((a | b) & (TWT_KNOWN_FIGURE | TWT_KNOWN_NAME)))
        return;
    out->shared_figures += is_shared && is_figure;
    out->shared_facts += is_shared;
    for (int s = 0; s < 2; s++) {
        bool is_own = here[s] && !here[1 - s];
        out->own_figures[s] += is_own && is_figure;
        out->own_facts[s] += is_own;
        out->own_told_figures[s] += is_own && is_figure && here[s] & TWT_KNOWN_TOLD;
    }
}

static void count_words(const twt_first_counter *counter, size_t words, twt_first_counts *out)
{
    for (size_t i = 0; i < words; i++) {
        uint16_t a = counter->words[0].data[i], b = counter->words[1].data[i];
        count_facts(a, b, out);
        if (!((a | b) & TWT_KNOWN_LONG))
            continue;
        bool in_a = a & TWT_KNOWN_REST, in_b = b & TWT_KNOWN_REST;
        out->rest_words[0] += in_a;
        out->rest_words[1] += in_b;
        out->rest_shared += in_a && in_b;
    }
}

/* ---- the run --------------------------------------------------------------------------------------------- */

twt_status twt_first_counter_run(twt_first_counter *counter, const twt_told_pair *pair, twt_first_counts *out)
{
    *out = (twt_first_counts){.capitals = 0};
    if (pair->words->count == 0 || !twt_relation_is_reuse(pair->relation))
        return TWT_OK;
    if (!begin(counter, pair))
        return TWT_ERROR_MEMORY;
    twt_range stretch[2];
    mark_sentences(counter, pair);
    mark_places(counter, pair);
    find_stretch(pair->alignment, stretch);
    for (int s = 0; s < 2; s++)
        mark_words(counter, pair, s, stretch[s], out);
    count_words(counter, pair->words->count, out);
    if (twt_first_asks_place(pair, out))
        twt_first_count_place(counter, pair, out);
    if (twt_first_asks_wording(pair, out)) {
        twt_first_count_wording(counter, pair, out);
        twt_first_count_mending(pair, out);
    }
    return TWT_OK;
}

/* A row is a limit. Rows of one way must all be met, one way of a clause is enough, and a rule needs all of its
 * clauses. The limits were measured on pairs whose kind is known (lib/ALGORITHMS.md has the tables). */
#include "compare/relation/rules.h"

#include <math.h>

#include "base/check.h"
#include "twicetold/compare.h"

enum { STRETCH = TWT_RULES, SURE_STRETCH }; /* rules of our own */

typedef struct row {
    int rule;
    uint32_t clause, way;
    twt_measure_code measure;
    twt_sense sense;
    double limit;
} row;

#define LIKE .25 /* letters open and close in the same order */
#define ORDERED .5
#define SINGLES_LEAST 4 /* of fewer, all in order is what chance gives too */
/* Texts with fewer aligned tokens are a sentence or two: there the alignment decides, in longer texts the pairing of
 * sentences. */
#define SHORT 40

/* Who retells a text keeps its figures and changes the words; a form keeps the words and changes the figures. Where
 * both tell three figures or more, 1 % of machine rewrites and 63 % of pairs of market notices stay under it. */
#define SAME_FACTS .6

/* The share of all figures and names that both have, wherever they stand: where each text has as many of its own as
 * both share, two things are told in one form. Of 19,000 copies in l2r and mixset .1 %, of 10,400 pairs of notices
 * without eight equal words in a row 36 %. */
#define SHARED_FACTS .5

/* The same share of figures alone: who retells or edits adds figures or drops some, and seldom does both. A form that
 * one office fills in has the same names again and again. 1 % of the rewritten pairs in l2r and apt-eval stay under it,
 * half of those in Reuters. */
#define SHARED_FIGURES .7

/* The share of figures among all that differs. Who alters a figure or two in a rewrite has replaced many words as well:
 * of the rewritten pairs under SHARED_FIGURES 4 of 85 in l2r and apt-eval reach it, and 153 of 183 in Reuters. */
#define APART_FIGURES .2

/* Of the words in another's place that many are figures or names where something else is told in the same form. */
#define OTHER_SLOTS .25

/* Where one text alone has the figures, as one with its lines numbered, no figure is new. */
#define PUT_IN_ONLY .95

/* Who edits leaves stretches of a text as they were; where fewer places of the shorter text begin five equal words, the
 * likeness is one of topic or form. */
#define STRETCHES .2

/* What related asks for. 96 of 100 pairs of reports on one event, in news and notices, reach both, 4 of 100 random
 * pairs there. */
#define ONE_TOPIC .06
#define TOPIC_LETTERS_LEAST 20

#define ROW(rule, clause, way, measure, sense, limit)                                                                  \
    {                                                                                                                  \
        TWT_RULE_##rule, clause, way, TWT_MEASURE_##measure, TWT_##sense, limit                                        \
    }

/* clang-format off */
static const row rows[] = {
    ROW(EXACT, 1, 1, SAME_WORDS, AT_LEAST, 1),

    /* There is reuse when the words are told in the same order, */
    ROW(REUSE, 1, 1, REUSE_EVIDENCE, AT_LEAST, TWT_REUSED),
    ROW(REUSE, 1, 1, LIKENESS, AT_LEAST, LIKE),
    ROW(REUSE, 1, 1, SINGLE_WORDS, AT_LEAST, SINGLES_LEAST),
    /* or two pairs of sentences in order cover half a text, */
    ROW(REUSE, 1, 2, CHAIN, AT_LEAST, 2),
    ROW(REUSE, 1, 2, COVERAGE_BETTER, AT_LEAST, .5),
    ROW(REUSE, 1, 2, COVERAGE_WORSE, AT_LEAST, .25),
    ROW(REUSE, 1, 2, REUSE_EVIDENCE, AT_LEAST, TWT_REUSED_IN_ORDER),
    /* or a passage shows it alone, */
    ROW(REUSE, 1, 3, DENSE_TOKENS, AT_LEAST, 40),
    ROW(REUSE, 1, 4, TOLD_TOKENS, AT_LEAST, 40),
    ROW(REUSE, 1, 5, SURELY_TOLD, AT_LEAST, 30),
    /* or a sentence stands whole in the other text, */
    ROW(REUSE, 1, 6, CONTAINED, AT_LEAST, .6),
    ROW(REUSE, 1, 6, DENSE_TOKENS, AT_LEAST, 8),
    ROW(REUSE, 1, 7, CONTAINED, AT_LEAST, .9),
    ROW(REUSE, 1, 7, DENSE_TOKENS, AT_LEAST, 6),
    /* or a headline has most of its few words equal, side by side; */
    ROW(REUSE, 1, 8, SINGLE_WORDS, UNDER, SINGLES_LEAST),
    ROW(REUSE, 1, 8, KEPT, AT_LEAST, .7),
    ROW(REUSE, 1, 8, LIKENESS, AT_LEAST, .6),
    ROW(REUSE, 1, 8, DENSE_TOKENS, AT_LEAST, 2),
    /* and, where words are set letter by letter, five-word runs: any two such texts share letters in every order. */
    ROW(REUSE, 2, 1, LETTERS, UNDER, .3),
    ROW(REUSE, 2, 2, FIVE_RUNS, AT_LEAST, .4),

    /* 2 % of letters misread make 6 to 12 spelling blocks per 100 tokens, 2 where a letter is a token. */
    ROW(NOISY, 1, 1, ALIGNED_TOKENS, AT_LEAST, 40),
    ROW(NOISY, 1, 1, MISREAD, AT_LEAST, .5),
    ROW(NOISY, 1, 1, MISREAD_RATE, AT_LEAST, 2),
    ROW(NOISY, 1, 2, ALIGNED_TOKENS, UNDER, SHORT),
    ROW(NOISY, 1, 2, KEPT, AT_LEAST, .4),
    ROW(NOISY, 1, 2, MISREAD, AT_LEAST, .5),
    ROW(NOISY, 1, 2, MISREAD_RATE, AT_LEAST, 4),
    ROW(NOISY, 2, 1, COVERAGE_BETTER, AT_LEAST, .5),
    /* Where one letter in eight is misread, many sentences don't find their like. */
    ROW(NOISY, 2, 2, COVERAGE_BETTER, AT_LEAST, .25),
    ROW(NOISY, 2, 2, MISREAD_RATE, AT_LEAST, 10),
    ROW(NOISY, 2, 3, ALIGNED_TOKENS, UNDER, SHORT),

    /* New figures, or a form filled in anew: figures and names. A "not" gained or lost is no new figure. */
    ROW(UPDATED, 1, 1, ALIGNED_TOKENS, AT_LEAST, 12),
    ROW(UPDATED, 1, 1, COVERAGE_BETTER, AT_LEAST, .5),
    ROW(UPDATED, 1, 1, WORDING, AT_LEAST, .5),
    ROW(UPDATED, 1, 2, ALIGNED_TOKENS, UNDER, 12),
    ROW(UPDATED, 1, 2, KEPT, AT_LEAST, .6),
    ROW(UPDATED, 1, 2, MATCHED, AT_LEAST, .6),
    ROW(UPDATED, 1, 2, COVERAGE_WORSE, AT_LEAST, .5),
    ROW(UPDATED, 2, 1, BLOCKS, AT_LEAST, 1),
    ROW(UPDATED, 2, 1, PUT_IN, UNDER, PUT_IN_ONLY),
    ROW(UPDATED, 2, 1, NEGATIONS, AT_MOST, 0),
    ROW(UPDATED, 2, 2, BLOCKS, AT_LEAST, 1),
    ROW(UPDATED, 2, 2, TOKENS, UNDER, SHORT),
    ROW(UPDATED, 2, 2, NEGATIONS, AT_MOST, 0),
    ROW(UPDATED, 2, 3, FIGURES_APART, AT_LEAST, APART_FIGURES),
    ROW(UPDATED, 2, 3, NEGATIONS, AT_MOST, 0),
    ROW(UPDATED, 3, 1, NUMBERS, AT_LEAST, .4),
    ROW(UPDATED, 3, 1, CONTENT_RATE, UNDER, 2),
    ROW(UPDATED, 3, 2, SLOTS, AT_LEAST, .7),
    ROW(UPDATED, 3, 2, NUMBERS, AT_LEAST, .2),
    ROW(UPDATED, 3, 2, WORD_RATE, UNDER, 3),
    ROW(UPDATED, 3, 2, COVERAGE_WORSE, AT_LEAST, .5),
    ROW(UPDATED, 3, 3, FIGURES_KEPT, UNDER, SAME_FACTS),
    ROW(UPDATED, 3, 3, FIVE_RUNS, AT_LEAST, STRETCHES),
    ROW(UPDATED, 3, 3, COVERAGE_WORSE, AT_LEAST, .5),
    ROW(UPDATED, 3, 4, FACTS_SHARED, UNDER, SHARED_FACTS),
    ROW(UPDATED, 3, 4, FIVE_RUNS, AT_LEAST, STRETCHES),
    ROW(UPDATED, 3, 4, COVERAGE_WORSE, AT_LEAST, .5),
    ROW(UPDATED, 3, 5, FIGURES_SHARED, UNDER, SHARED_FIGURES),
    ROW(UPDATED, 3, 5, FIGURES_APART, AT_LEAST, APART_FIGURES),
    ROW(UPDATED, 3, 5, FIVE_RUNS, AT_LEAST, STRETCHES),
    ROW(UPDATED, 3, 5, FIVE_RUNS, UNDER, .5),
    ROW(UPDATED, 3, 5, COVERAGE_WORSE, AT_LEAST, .5),

    /* Retold from end to end: two reports that quote the same people are covered in part, and their order is their own.
     * Texts whose sentences do not pair off must plainly be reused. */
    ROW(REWRITTEN, 1, 1, ALIGNED_TOKENS, AT_LEAST, 60),
    ROW(REWRITTEN, 1, 1, FIGURES_KEPT, AT_LEAST, SAME_FACTS),
    ROW(REWRITTEN, 1, 1, FACTS_KEPT, AT_LEAST, SAME_FACTS),
    ROW(REWRITTEN, 1, 1, FACTS_SHARED, AT_LEAST, SHARED_FACTS),
    /* Heavily reworded texts align in few words; then their own length must do, and their facts be the same. */
    ROW(REWRITTEN, 1, 2, TOKENS, AT_LEAST, 60),
    ROW(REWRITTEN, 1, 2, SINGLE_WORDS, AT_LEAST, 16),
    ROW(REWRITTEN, 1, 2, DENSE_TOKENS, UNDER, 20),
    ROW(REWRITTEN, 1, 2, FIGURES_KEPT, AT_LEAST, SAME_FACTS),
    ROW(REWRITTEN, 1, 2, FACTS_KEPT, AT_LEAST, SAME_FACTS),
    ROW(REWRITTEN, 1, 2, FACTS_TOLD, AT_LEAST, .7),
    /* In a brief few words are many: there must be other words, not other spellings or facts, and no stretch as it was.
     * Of rewrites told so 1,103 of 1,252 meet the last two rows, of passages of two reports on one event 7 of 33. */
    ROW(REWRITTEN, 1, 3, ALIGNED_TOKENS, AT_LEAST, SHORT),
    ROW(REWRITTEN, 1, 3, FIVE_RUNS, UNDER, STRETCHES),
    ROW(REWRITTEN, 1, 3, WORD_RATE, AT_LEAST, 3),
    ROW(REWRITTEN, 1, 3, ORDER_EVIDENCE, AT_LEAST, 12),
    ROW(REWRITTEN, 1, 3, SLOTS, UNDER, OTHER_SLOTS),
    ROW(REWRITTEN, 1, 3, FIGURES_KEPT, AT_LEAST, SAME_FACTS),
    ROW(REWRITTEN, 1, 3, FACTS_KEPT, AT_LEAST, SAME_FACTS),
    ROW(REWRITTEN, 1, 3, FACTS_SHARED, AT_LEAST, SHARED_FACTS),
    ROW(REWRITTEN, 2, 1, COVERAGE_BETTER, AT_LEAST, .75),
    ROW(REWRITTEN, 2, 2, ORDER_SHARE, AT_LEAST, .6),
    ROW(REWRITTEN, 2, 2, COVERAGE_BETTER, AT_LEAST, .5),
    ROW(REWRITTEN, 2, 3, ORDER_SHARE, AT_LEAST, .6),
    ROW(REWRITTEN, 2, 3, COVERAGE_WORSE, AT_LEAST, .35),
    ROW(REWRITTEN, 2, 3, SEEDS, AT_LEAST, 3),
    ROW(REWRITTEN, 2, 4, ORDER_SHARE, AT_LEAST, .6),
    ROW(REWRITTEN, 2, 4, COVERAGE_BETTER, AT_LEAST, .25),
    ROW(REWRITTEN, 2, 4, KEPT, AT_LEAST, .3),
    ROW(REWRITTEN, 2, 4, ORDER_EVIDENCE, AT_LEAST, 15),
    /* In the order of the whole text, and no passage stands out that would be all they share. */
    ROW(REWRITTEN, 2, 5, LENGTHS, AT_LEAST, .5),
    ROW(REWRITTEN, 2, 5, SINGLE_WORDS, AT_LEAST, 16),
    ROW(REWRITTEN, 2, 5, ORDER_EVIDENCE, AT_LEAST, 11),
    ROW(REWRITTEN, 2, 5, ORDER_SHARE, AT_LEAST, .4),
    ROW(REWRITTEN, 2, 5, DENSE_TOKENS, UNDER, 20),
    ROW(REWRITTEN, 2, 5, FACTS_TOLD, AT_LEAST, .7),
    /* Words were replaced everywhere: no long stretch is left as it was. Names alone don't count: they may be one
     * rename. */
    ROW(REWRITTEN, 3, 1, COPIED, AT_MOST, .25),
    ROW(REWRITTEN, 3, 1, MEAN_RUN, AT_MOST, 16),
    ROW(REWRITTEN, 3, 1, LONGEST_RUN, AT_MOST, 36),
    ROW(REWRITTEN, 3, 1, CONTAINED, UNDER, .65),
    /* Or in nearly every sentence, evenly: a spinner that puts one word for another leaves more sequences whole. */
    ROW(REWRITTEN, 3, 2, COPIED, AT_MOST, .2),
    ROW(REWRITTEN, 3, 2, MEAN_RUN, AT_MOST, 12),
    ROW(REWRITTEN, 3, 2, LONGEST_RUN, AT_MOST, 48),
    ROW(REWRITTEN, 3, 2, CONTAINED, UNDER, .75),
    ROW(REWRITTEN, 3, 2, WORD_RATE, AT_LEAST, 7),
    ROW(REWRITTEN, 4, 1, CONTENT_RATE, AT_LEAST, 6),
    ROW(REWRITTEN, 4, 1, WORD_RATE, AT_LEAST, 3),
    ROW(REWRITTEN, 4, 2, MATCHED, UNDER, .7),
    /* Words that one text alone has, nearly throughout, were put in or taken out: a table that got its headings. */
    ROW(REWRITTEN, 5, 1, PUT_IN, UNDER, .75),
    ROW(REWRITTEN, 5, 2, KEPT, UNDER, .6),
    ROW(REWRITTEN, 6, 1, FIGURES_SHARED, AT_LEAST, SHARED_FIGURES),
    ROW(REWRITTEN, 6, 2, FIGURES_APART, UNDER, APART_FIGURES),

    ROW(EXCERPT, 1, 1, COVERAGE_BETTER, AT_LEAST, .6),
    ROW(EXCERPT, 1, 1, ALIGNED_TOKENS, AT_LEAST, 40),
    ROW(EXCERPT, 1, 1, CONTAINED, AT_LEAST, .3),
    ROW(EXCERPT, 1, 2, CONTAINED, AT_LEAST, .6),
    ROW(EXCERPT, 1, 2, DENSE_TOKENS, AT_LEAST, 6),
    ROW(EXCERPT, 2, 1, COVERAGE_WORSE, UNDER, .5),
    /* One sentence that two are like covers both. */
    ROW(EXCERPT, 2, 2, ALIGNED_TOKENS, UNDER, SHORT),
    ROW(EXCERPT, 2, 2, LENGTHS, UNDER, .5),

    ROW(NEAR_DUPLICATE, 1, 1, COVERAGE_WORSE, AT_LEAST, .5),
    ROW(NEAR_DUPLICATE, 1, 1, CONTAINED, AT_LEAST, .3),
    ROW(NEAR_DUPLICATE, 1, 1, FIVE_RUNS, AT_LEAST, STRETCHES),
    /* One word in the middle of a headline leaves no five. */
    ROW(NEAR_DUPLICATE, 1, 2, ALIGNED_TOKENS, UNDER, SHORT),
    ROW(NEAR_DUPLICATE, 1, 2, COVERAGE_WORSE, AT_LEAST, .5),
    ROW(NEAR_DUPLICATE, 1, 2, CONTAINED, AT_LEAST, .4),
    ROW(NEAR_DUPLICATE, 1, 2, KEPT, AT_LEAST, .7),
    ROW(NEAR_DUPLICATE, 1, 2, NUMBERS, AT_MOST, 0),
    ROW(NEAR_DUPLICATE, 2, 1, FIGURES_KEPT, AT_LEAST, SAME_FACTS),
    ROW(NEAR_DUPLICATE, 2, 1, FACTS_KEPT, AT_LEAST, SAME_FACTS),
    ROW(NEAR_DUPLICATE, 2, 1, FACTS_SHARED, AT_LEAST, SHARED_FACTS),
    ROW(NEAR_DUPLICATE, 2, 2, FIVE_RUNS, AT_LEAST, .5),
    ROW(NEAR_DUPLICATE, 3, 1, FIGURES_SHARED, AT_LEAST, SHARED_FIGURES),
    ROW(NEAR_DUPLICATE, 3, 2, FIGURES_APART, UNDER, APART_FIGURES),
    ROW(NEAR_DUPLICATE, 3, 3, FIVE_RUNS, AT_LEAST, .5),
    ROW(NEAR_DUPLICATE, 4, 1, ALIGNED_TOKENS, AT_LEAST, SHORT),
    ROW(NEAR_DUPLICATE, 4, 2, LENGTHS, AT_LEAST, .5),

    ROW(PARTIAL, 1, 1, FIGURES_KEPT, AT_LEAST, SAME_FACTS),
    ROW(PARTIAL, 1, 1, FACTS_KEPT, AT_LEAST, SAME_FACTS),
    ROW(PARTIAL, 1, 1, FACTS_SHARED, AT_LEAST, SHARED_FACTS),
    ROW(PARTIAL, 1, 2, LONGEST_RUN, AT_LEAST, 12),
    ROW(PARTIAL, 1, 3, FIVE_RUNS, AT_LEAST, STRETCHES),
    /* A passage that says it alone, whatever its names are. */
    ROW(PARTIAL, 1, 4, FIGURES_KEPT, AT_LEAST, SAME_FACTS),
    ROW(PARTIAL, 1, 4, FACTS_KEPT, AT_LEAST, SAME_FACTS),
    ROW(PARTIAL, 1, 4, TOLD_TOKENS, AT_LEAST, 40),
    ROW(PARTIAL, 1, 5, FIGURES_KEPT, AT_LEAST, SAME_FACTS),
    ROW(PARTIAL, 1, 5, FACTS_KEPT, AT_LEAST, SAME_FACTS),
    ROW(PARTIAL, 1, 5, SURELY_TOLD, AT_LEAST, 30),
    ROW(PARTIAL, 1, 6, FIGURES_KEPT, AT_LEAST, SAME_FACTS),
    ROW(PARTIAL, 1, 6, FACTS_KEPT, AT_LEAST, SAME_FACTS),
    ROW(PARTIAL, 1, 6, DENSE_TOKENS, AT_LEAST, 40),
    /* Facts spelt in another way, not a form: of the words in another's place few are figures or names. */
    ROW(PARTIAL, 1, 7, ORDER_EVIDENCE, AT_LEAST, 15),
    ROW(PARTIAL, 1, 7, SLOTS, UNDER, OTHER_SLOTS),

    ROW(RELATED, 1, 1, TOPIC, AT_LEAST, ONE_TOPIC),
    ROW(RELATED, 1, 1, TOPIC_LETTERS, AT_LEAST, TOPIC_LETTERS_LEAST),

    /* More than of a whole text is asked of a stretch that was picked out of many; in another order only copies are so
     * alike. */
    {STRETCH, 1, 1, TWT_MEASURE_ORDER_EVIDENCE, TWT_AT_LEAST, TWT_REUSED + 2},
    {STRETCH, 2, 1, TWT_MEASURE_ORDER_SHARE, TWT_AT_LEAST, ORDERED},
    {STRETCH, 2, 2, TWT_MEASURE_LIKENESS, TWT_AT_LEAST, .5},
    /* Two sentences on one thing, picked out of many, reach 14.1. */
    {SURE_STRETCH, 1, 1, TWT_MEASURE_ORDER_EVIDENCE, TWT_AT_LEAST, TWT_REUSED + 4},
};
/* clang-format on */

enum { ROWS = sizeof rows / sizeof *rows };

_Static_assert((size_t)ROWS <= (size_t)TWT_CHECKS_MAX, "an explanation has room for all of them");

static bool is_met(const row *at, const twt_rates *rates)
{
    return twt_check_is_met(at->sense, rates->of[at->measure], at->limit);
}

static const row *first_of(int rule)
{
    const row *at = rows;
    while (at < rows + ROWS && at->rule != rule)
        at++;
    return at;
}

static bool is_of_clause(const row *at, const row *clause)
{
    return at < rows + ROWS && at->rule == clause->rule && at->clause == clause->clause;
}

/* Moves *at past the way. */
static bool way_holds(const row **at, const twt_rates *rates)
{
    const row *way = *at;
    bool is_good = true;
    for (; is_of_clause(*at, way) && (*at)->way == way->way; ++*at)
        is_good = is_good && is_met(*at, rates);
    return is_good;
}

static bool clause_holds(const row **at, const twt_rates *rates)
{
    const row *clause = *at;
    bool is_good = false;
    while (is_of_clause(*at, clause))
        is_good |= way_holds(at, rates);
    return is_good;
}

/* What twt_checks_hold says of the rule's checks, without making them: every pair is asked several rules. */
static bool holds(int rule, const twt_rates *rates)
{
    const row *at = first_of(rule);
    bool is_good = true;
    while (is_good && at < rows + ROWS && at->rule == rule)
        is_good = clause_holds(&at, rates);
    return is_good;
}

bool twt_rule_holds(twt_rule rule, const twt_rates *rates)
{
    return holds((int)rule, rates);
}

/* What the measure lacks in one way; moves *at past it. */
static double way_lacks(const row **at, twt_measure_code measure, const twt_rates *rates)
{
    const row *way = *at;
    double lacks = INFINITY;
    bool is_good = true;
    for (; is_of_clause(*at, way) && (*at)->way == way->way; ++*at)
        if ((*at)->measure == measure)
            lacks = (*at)->limit - rates->of[measure];
        else
            is_good = is_good && is_met(*at, rates);
    return is_good ? lacks : INFINITY;
}

double twt_rule_lacks(twt_rule rule, twt_measure_code measure, const twt_rates *rates)
{
    double least = INFINITY;
    for (const row *at = first_of((int)rule); at < rows + ROWS && at->rule == (int)rule;)
        least = fmin(least, way_lacks(&at, measure, rates));
    return least;
}

bool twt_rule_stretch_holds(const twt_rates *stretch)
{
    return holds(STRETCH, stretch);
}

bool twt_rule_stretch_is_sure(const twt_rates *stretch)
{
    return holds(STRETCH, stretch) && holds(SURE_STRETCH, stretch);
}

size_t twt_rule_check(twt_rule rule, const twt_rates *rates, twt_check *out, size_t room)
{
    size_t count = 0;
    for (const row *at = first_of((int)rule); at < rows + ROWS && at->rule == (int)rule && count < room; at++)
        out[count++] = (twt_check){.rule = rule,
                                   .clause = at->clause,
                                   .way = at->way,
                                   .measure = at->measure,
                                   .sense = at->sense,
                                   .value = rates->of[at->measure],
                                   .limit = at->limit,
                                   .is_met = is_met(at, rates)};
    return count;
}

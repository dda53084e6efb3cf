/* What the counts are worth. Each term is a distance in standard deviations from what chance gives when neither text
 * came from the other, times a weight, and limited, so that longer or more varied words alone never decide. Weights:
 * logistic regression on 20,000 labelled pairs, about the lowest that any corpus gave once the others were left out
 * (lib/ALGORITHMS.md). */
#include <math.h>

#include "compare/first/terms.h"
#include "compare/words/word_order.h"

/* Both texts tell the same, so that their wording can be compared: their vocabularies are alike, half of one of them
 * lies between matches, and neither has facts of its own where the other has others: those are reports of two events
 * written alike, of which none is a rewrite (88 % of Reuters' notices, 2 to 10 % of rewrites by language models). */
#define LIKENESS_LEAST 0.33
#define TOLD_LEAST 0.5

#define LONGER_POINTS 0.3 /* with variety, 1.5 deviations of each decide */
#define VARIED_POINTS 0.36
#define VARIED_TIMES 1.5 /* the points for longer words, at most */
#define WORDING_MOST 0.9 /* points of either */
#define DIFFERING_LEAST 5
#define EDITED_LEAST 20 /* where most was kept, fewer words say nothing of who was at work */
#define FRESH_LEAST 5

/* Of the words that differ a rewriting model repeats few, the fewer the shorter the text: of the more varied side of
 * l2r's and mixset's decided pairs 5 % stay under these shares. Where that side repeats more (scripture, codes of law)
 * a model wrote neither, and plainer words may as well be the later ones: of 1,700 chapters put into Basic English that
 * were decided, the wrong way round nearly all, two in three do. */
static const struct {
    uint32_t tokens; /* of both texts, up to */
    double once;
} varied_least[] = {{120, .64}, {240, .57}, {400, .52}, {600, .46}, {UINT32_MAX, .42}};

#define DETAIL_POINTS 0.5
#define DETAIL_MOST 1.2
#define FIGURE_WEIGHT 2 /* names are reworded, figures are lost */
#define RECASED_SHARE                                                                                                  \
    5                 /* names count where one capital in five at most is small in the other text, and no              \
                         name was replaced by another */
#define DETAIL_LEAD 4 /* times as many: where both have their own, details were replaced, not lost */

#define MENDED_POINTS 0.6
#define MENDED_MOST 1.2

/* 1.1 deviations decide: that much one pair in four has by chance, but few whose rests are foreign have no direction.
 */
#define BELONGS_POINTS 0.85
#define BELONGS_MOST 2.4
#define REST_LEAST 20 /* tokens of either rest */
#define RECURRING_LEAST 3
#define REST_LIKENESS 0.2 /* of the rests at most: reports of one event quote the same words and go on with them */
#define OWN_FIGURES 1     /* in what is told; with more on both sides the passage is a form filled in twice */

static double limited(double value, double most)
{
    return value > most ? most : value < -most ? -most : value;
}

/* ---- the wording that differs ---------------------------------------------------------------------------- */

static uint32_t smaller(const uint32_t of[2])
{
    return of[0] < of[1] ? of[0] : of[1];
}

static bool has_other_facts(const twt_first_counts *counts)
{
    uint32_t figures = smaller(counts->own_figures), facts = smaller(counts->own_facts);
    return (figures >= 1 && 2 * figures >= counts->shared_figures) || (facts >= 2 && 2 * facts >= counts->shared_facts);
}

static bool is_told(const twt_first_facts *facts)
{
    for (int s = 0; s < 2; s++) {
        double told = (double)facts->measures->matched_tokens + facts->counts->differing[s];
        if (told >= TOLD_LEAST * facts->counts->tokens[s])
            return true;
    }
    return false;
}

/* Whether the two may tell the same, as far as words, figures and names say. */
static bool may_tell_the_same(const twt_measures *measures, const twt_first_counts *counts, twt_relation relation)
{
    return relation != TWT_RELATION_NOISY && twt_word_order_likeness(measures) >= LIKENESS_LEAST &&
           !has_other_facts(counts);
}

bool twt_first_asks_wording(const twt_told_pair *pair, const twt_first_counts *counts)
{
    return may_tell_the_same(pair->measures, counts, pair->relation);
}

static bool tells_the_same(const twt_first_facts *facts)
{
    return may_tell_the_same(facts->measures, facts->counts, facts->relation) && is_told(facts);
}

static bool has_wording(const twt_first_facts *facts)
{
    bool is_reworded = facts->relation == TWT_RELATION_REWRITTEN || facts->relation == TWT_RELATION_PARTIAL;
    return is_reworded && smaller(facts->counts->differing) >= DIFFERING_LEAST;
}

/* Whether the wording is that of a rewriting model on one side at least. */
static bool is_varied(const twt_first_counts *counts)
{
    uint32_t tokens = counts->tokens[0] + counts->tokens[1];
    size_t row = 0;
    while (tokens > varied_least[row].tokens)
        row++;
    for (int s = 0; s < 2; s++)
        if (counts->once[s] >= varied_least[row].once * counts->differing[s])
            return true;
    return false;
}

/* Variance of a mean; a letter at least, as a few words may happen to be alike. */
static double variance_of_mean(const twt_first_counts *counts, int side)
{
    double n = counts->fresh[side], mean = (double)counts->letters[side] / n;
    double variance = (double)counts->squares[side] / n - mean * mean;
    return (variance > 1 ? variance : 1) / n;
}

static double mean_letters(const twt_first_counts *counts, int side)
{
    return (double)counts->letters[side] / counts->fresh[side];
}

static double share_once(const twt_first_counts *counts, int side)
{
    return (double)counts->once[side] / counts->differing[side];
}

/* By how many standard deviations the fresh words of b are longer; 0 where there are few. */
static double lead_in_length(const twt_first_counts *counts)
{
    if (smaller(counts->fresh) < FRESH_LEAST)
        return 0;
    double spread = sqrt(variance_of_mean(counts, 0) + variance_of_mean(counts, 1));
    return (mean_letters(counts, 1) - mean_letters(counts, 0)) / spread;
}

/* By how many the words of b that differ repeat less. */
static double lead_in_variety(const twt_first_counts *counts)
{
    double n[2] = {counts->differing[0], counts->differing[1]};
    double all = (counts->once[0] + counts->once[1]) / (n[0] + n[1]), spread = all * (1 - all);
    return (share_once(counts, 1) - share_once(counts, 0)) /
           sqrt((spread > .01 ? spread : .01) * (1 / n[0] + 1 / n[1]));
}

typedef struct wording { /* deviations by which that of b is longer and more varied */
    double longer, varied;
} wording;

/* A language model that rewrites does both: it brings in longer words and repeats fewer. Translating machines bring in
 * longer words too, but repeat themselves (one word for several of the source, articles before everything); writers
 * told to be plain do neither. Where the two disagree nobody knows who was at work. */
static bool is_models(const wording *of)
{
    return of->longer * of->varied > 0;
}

static const twt_range *wording_of(const twt_first_counts *counts, const twt_range example[2])
{
    return example[0].begin < example[0].end ? example : counts->wording;
}

/* Rewriting by machine lengthens words; who came first has the shorter ones. */
static double points_of_length(const wording *of)
{
    return limited(LONGER_POINTS * of->longer, WORDING_MOST);
}

/* It avoids repeating a word; who came first says it again. */
static double points_of_variety(const wording *of)
{
    return limited(VARIED_POINTS * of->varied, WORDING_MOST);
}

static void add_wording(const twt_first_counts *counts, const wording *of, twt_first_adder *to)
{
    uint32_t tenths[2], percent[2];
    for (int s = 0; s < 2; s++) {
        tenths[s] = (uint32_t)lround(10 * mean_letters(counts, s));
        percent[s] = (uint32_t)lround(100 * share_once(counts, s));
    }
    double longer = points_of_length(of), varied = limited(points_of_variety(of), VARIED_TIMES * fabs(longer));
    twt_first_add(to, TWT_REASON_FIRST_LONGER, longer, tenths, wording_of(counts, counts->longer[longer < 0]));
    twt_first_add(to, TWT_REASON_FIRST_VARIED, varied, percent, wording_of(counts, counts->repeated[varied < 0]));
}

/* ---- counts compared with each other --------------------------------------------------------------------- */

/* By how many standard deviations one count is above the other when each thing might as well be on either side. */
static double lead_of(const uint32_t counts[2])
{
    double sum = (double)counts[0] + counts[1];
    return ((double)counts[0] - counts[1]) / sqrt(sum + 1);
}

static void weigh_details(const twt_first_facts *facts, twt_first_adder *to)
{
    const twt_first_counts *counts = facts->counts;
    bool has_names = facts->measures->names_replaced == 0 && RECASED_SHARE * counts->recased <= counts->capitals;
    uint32_t weights[2], details[2];
    for (int s = 0; s < 2; s++) {
        uint32_t others = (has_names ? counts->names[s] : 0) + counts->brackets[s];
        weights[s] = FIGURE_WEIGHT * counts->figures[s] + others;
        details[s] = counts->figures[s] + others;
    }
    if (DETAIL_LEAD * smaller(details) > details[0] + details[1] - smaller(details))
        return;
    double points = limited(DETAIL_POINTS * lead_of(weights), DETAIL_MOST);
    const twt_range none = {0, 0};
    const twt_range example[2] = {points > 0 ? counts->detail[0] : none, points < 0 ? counts->detail[1] : none};
    twt_first_add(to, TWT_REASON_FIRST_DETAIL, points, details, example);
}

/* Who polishes mends; who garbles makes slips. So what the wording speaks against is left out. */
static void weigh_mending(const twt_first_facts *facts, const wording *words, twt_first_adder *to)
{
    const twt_first_counts *counts = facts->counts;
    double points = limited(MENDED_POINTS * lead_of(counts->mended), MENDED_MOST);
    if (points * words->longer >= 0 && points * words->varied >= 0)
        twt_first_add(to, TWT_REASON_FIRST_MENDED, points, counts->mended, counts->mending[points < 0]);
}

/* ---- a shared passage and the rest ------------------------------------------------------------------------ */

static bool has_foreign_rests(const twt_first_counts *counts)
{
    double rests = (double)counts->rest_words[0] * counts->rest_words[1];
    return smaller(counts->rest_tokens) >= REST_LEAST && rests > 0 &&
           counts->rest_shared <= REST_LIKENESS * sqrt(rests) && smaller(counts->own_told_figures) <= OWN_FIGURES;
}

static bool may_belong(const twt_first_counts *counts, twt_relation relation)
{
    bool is_part =
        relation == TWT_RELATION_PARTIAL || relation == TWT_RELATION_EXCERPT || relation == TWT_RELATION_REWRITTEN;
    return is_part && has_foreign_rests(counts);
}

bool twt_first_asks_place(const twt_told_pair *pair, const twt_first_counts *counts)
{
    return may_belong(counts, pair->relation);
}

static void weigh_place(const twt_first_facts *facts, twt_first_adder *to)
{
    const twt_first_counts *counts = facts->counts;
    if (!may_belong(counts, facts->relation) || counts->recurring[0] + counts->recurring[1] < RECURRING_LEAST)
        return;
    double points = limited(BELONGS_POINTS * lead_of(counts->recurring), BELONGS_MOST);
    const twt_range none = {0, 0};
    const twt_range example[2] = {points > 0 ? counts->recurrence[0] : none, points < 0 ? counts->recurrence[1] : none};
    twt_first_add(to, TWT_REASON_FIRST_BELONGS, points, counts->recurring, example);
}

/* One text has broken sentences: it was garbled, and what is known of rewriters who polish does not hold. */
static bool has_broken(const twt_measures *measures)
{
    return (measures->broken_sentences[0] > 0) != (measures->broken_sentences[1] > 0);
}

/* What is known of how the writers write. */
static bool is_careful(const twt_first_facts *facts)
{
    return tells_the_same(facts) && !has_broken(facts->measures) && (!has_wording(facts) || is_varied(facts->counts));
}

static wording wording_leads(const twt_first_facts *facts)
{
    if (!has_wording(facts) || !is_careful(facts))
        return (wording){0, 0};
    return (wording){lead_in_length(facts->counts), lead_in_variety(facts->counts)};
}

/* Of an edited copy the wording is no evidence by itself, but it may still tell a machine's slips from a writer's. */
static wording mending_leads(const twt_first_facts *facts, wording reworded)
{
    if (has_wording(facts) || smaller(facts->counts->differing) < EDITED_LEAST)
        return reworded;
    return (wording){lead_in_length(facts->counts), lead_in_variety(facts->counts)};
}

void twt_first_weigh_counts(const twt_first_facts *facts, twt_first_adder *to)
{
    twt_relation relation = facts->relation;
    wording words = wording_leads(facts);
    if (is_models(&words))
        add_wording(facts->counts, &words, to);
    if (tells_the_same(facts))
        weigh_details(facts, to);
    if (is_careful(facts) && relation != TWT_RELATION_EXCERPT && relation != TWT_RELATION_UPDATED) {
        wording around = mending_leads(facts, words);
        weigh_mending(facts, &around, to);
    }
    weigh_place(facts, to);
}

double twt_first_wording(const twt_first_facts *facts)
{
    wording words = wording_leads(facts);
    return fabs(points_of_length(&words) + points_of_variety(&words));
}

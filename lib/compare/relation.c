/* First whether there is reuse at all, by the order and likeness of the words, by a dense passage, or by sentences that
 * say the same; then which kind. Each relation is a claim over the measures, and the first that holds is the verdict.
 * The limits were measured on pairs whose kind is known (lib/ALGORITHMS.md has the tables). */
#include "compare/relation.h"

#include "compare/word_order.h"

typedef struct figures {          /* measures as shares, whatever the side */
    double better, worse;         /* coverage of the better and of the less covered side */
    double contained;             /* shared shingles of the side that has more of its own in the other */
    double copied;                /* share of seeded sentences copied word for word */
    double matched;               /* share of aligned tokens that are equal */
    double kept;                  /* equal tokens over those of the shorter side */
    double run;                   /* mean tokens of a run of equal tokens */
    double spelling, numeric;     /* share of replaced blocks */
    double slots;                 /* share of replaced blocks that are figures or names, as in a form */
    double noise, content, words; /* spelling, content and plain word blocks per 100 aligned tokens */
    double surprise, likeness, ordered;
    uint32_t aligned;
} figures;

static double ratio(double part, double whole)
{
    return whole > 0 ? part / whole : 0;
}

static figures figures_of(const twt_measures *m)
{
    const uint32_t *of = m->blocks_of;
    double cover[2] = {ratio(m->covered_tokens[0], m->tokens[0]), ratio(m->covered_tokens[1], m->tokens[1])};
    uint32_t fewer = m->shingles[0] < m->shingles[1] ? m->shingles[0] : m->shingles[1];
    int best = cover[1] > cover[0];
    double hundred = m->aligned_tokens / 100.0;
    double words = of[TWT_CHANGE_WORD] + of[TWT_CHANGE_NAME] + of[TWT_CHANGE_QUOTATION] + of[TWT_CHANGE_NEGATION];
    return (figures){.better = cover[best],
                     .worse = cover[!best],
                     .contained = ratio(m->shared_shingles, fewer),
                     .copied = ratio(m->copied_sentences[0] + m->copied_sentences[1],
                                     m->seeded_sentences[0] + m->seeded_sentences[1]),
                     .matched = ratio(m->matched_tokens, m->aligned_tokens),
                     .kept = ratio(m->matched_tokens, m->tokens[0] < m->tokens[1] ? m->tokens[0] : m->tokens[1]),
                     .run = ratio(m->matched_tokens, m->runs),
                     .spelling = ratio(m->misread_blocks, m->blocks),
                     .numeric = ratio(of[TWT_CHANGE_NUMBER], m->blocks),
                     .slots = ratio(of[TWT_CHANGE_NUMBER] + of[TWT_CHANGE_NAME], m->blocks),
                     .noise = ratio(m->misread_blocks, hundred),
                     .content = ratio(words, hundred),
                     .words = ratio(of[TWT_CHANGE_WORD], hundred),
                     .surprise = twt_word_order_surprise(m),
                     .likeness = twt_word_order_likeness(m),
                     .ordered = twt_word_order_share(m),
                     .aligned = m->aligned_tokens};
}

enum { ALIGNED_LEAST = 60, PASSAGE_LEAST = 40, DENSE_LEAST = 40, TOLD_LEAST = 40, SEEDS_LEAST = 3, SINGLES_FEW = 25 };

/* ---- whether there is reuse at all ----------------------------------------------------------------------- */

/* What order and likeness of the words are worth together. Of 57,800 candidate pairs between texts that are no copies
 * of each other .4 % are taken for reuse, of 10,700 short machine rewrites 90 %. */
static double evidence_of(const figures *f)
{
    return f->surprise + 20 * f->likeness;
}

#define REUSED 10.5
#define LIKE_LEAST .33 /* letters open and close in the same order */
/* Longer texts on one topic, told in one way, reach REUSED, but not this; of few words it says little. */
#define ORDERED .5
#define PAIRED_LESS 3     /* with two pairs of sentences that cover half a text */
#define STRETCH_MORE 2    /* a stretch was picked out of many */
#define SHUFFLED .5       /* likeness of stretches that only copies reach, in whatever order */
#define PLAINLY_REUSED 15 /* of texts whose sentences need not pair off to be called rewritten */
#define RETOLD .6         /* share in order of a text that was retold as a whole */

static bool has_reuse(const figures *f, const twt_measures *m)
{
    bool is_ordered = f->ordered >= ORDERED || m->single_words < SINGLES_FEW;
    bool is_retold = evidence_of(f) >= REUSED && f->likeness >= LIKE_LEAST && is_ordered;
    bool is_paired = m->chain >= 2 && f->better >= .5 && f->worse >= .25 && evidence_of(f) >= REUSED - PAIRED_LESS;
    return is_retold || is_paired || m->dense_tokens >= DENSE_LEAST || m->told_tokens >= TOLD_LEAST;
}

bool twt_relation_has_reuse(const twt_measures *measures)
{
    figures f = figures_of(measures);
    return has_reuse(&f, measures);
}

double twt_relation_evidence(const twt_measures *measures)
{
    figures f = figures_of(measures);
    return evidence_of(&f);
}

bool twt_relation_is_told(const twt_measures *stretch)
{
    double likeness = twt_word_order_likeness(stretch), evidence = twt_word_order_surprise(stretch) + 20 * likeness;
    bool is_in_order = twt_word_order_share(stretch) >= ORDERED;
    return evidence >= REUSED + STRETCH_MORE && (is_in_order || likeness >= SHUFFLED);
}

/* ---- which ----------------------------------------------------------------------------------------------- */

/* 2 % of letters misread make 6 to 12 spelling blocks per 100 tokens; British spelling for American at most 3. */
static bool is_noisy(const figures *f)
{
    return f->aligned >= PASSAGE_LEAST && f->better >= .5 && f->spelling >= .5 && f->noise >= 4;
}

/* New figures, or a form filled in anew: figures and names. A "not" gained or lost is no new figure. */
static bool is_updated(const figures *f, const twt_measures *m)
{
    bool is_refilled = f->slots >= .7 && f->numeric >= .2 && f->words < 3 && f->worse >= .5;
    bool is_refigured = f->numeric >= .4 && f->content < 2;
    bool keeps_sense = m->blocks_of[TWT_CHANGE_NEGATION] == 0;
    return f->aligned >= PASSAGE_LEAST && f->better >= .5 && m->blocks && keeps_sense && (is_refilled || is_refigured);
}

/* Words were replaced everywhere: no long stretch is left as it was. Names alone don't count: they may be one rename.
 */
static bool is_reworded(const figures *f, const twt_measures *m)
{
    bool is_touched = f->copied <= .25 && f->run <= 16 && m->longest_run <= 36;
    return is_touched && ((f->content >= 6 && f->words >= 3) || f->matched < .7);
}

/* Retold from end to end: two reports that quote the same people are covered in part, and their order is their own. */
static bool is_rewritten(const figures *f, const twt_measures *m)
{
    bool is_half = f->better >= .5 || (f->worse >= .35 && m->seeds >= SEEDS_LEAST);
    bool is_plain = f->better >= .25 && f->kept >= .3 && evidence_of(f) >= PLAINLY_REUSED;
    bool is_covered = f->better >= .75 || (f->ordered >= RETOLD && (is_half || is_plain));
    return is_covered && f->aligned >= ALIGNED_LEAST && is_reworded(f, m);
}

static void add(twt_ruling *ruling, twt_reason_code code, double value)
{
    ruling->reasons[ruling->reason_count++] = (twt_reason){.code = code, .value = value};
}

static twt_relation first_that_holds(const figures *f, const twt_measures *m)
{
    if (!has_reuse(f, m))
        return m->seeds ? TWT_RELATION_RELATED : TWT_RELATION_UNRELATED;
    if (is_noisy(f))
        return TWT_RELATION_NOISY;
    if (is_updated(f, m))
        return TWT_RELATION_UPDATED;
    if (is_rewritten(f, m))
        return TWT_RELATION_REWRITTEN;
    if (f->better >= .6 && f->worse < .5 && f->aligned >= PASSAGE_LEAST && f->contained >= .3)
        return TWT_RELATION_EXCERPT;
    if (f->worse >= .5 && f->contained >= .3)
        return TWT_RELATION_NEAR_DUPLICATE;
    return TWT_RELATION_PARTIAL;
}

static void explain(twt_ruling *ruling, const figures *f, const twt_measures *m)
{
    switch (ruling->relation) {
    case TWT_RELATION_EXACT:
        add(ruling, TWT_REASON_EQUAL_TEXT, 1);
        break;
    case TWT_RELATION_NOISY:
        add(ruling, TWT_REASON_SPELLING_NOISE, f->spelling);
        add(ruling, TWT_REASON_COVERED, f->worse);
        break;
    case TWT_RELATION_UPDATED:
        add(ruling, TWT_REASON_NEW_FIGURES, f->numeric);
        add(ruling, TWT_REASON_COVERED, f->worse);
        break;
    case TWT_RELATION_REWRITTEN:
        add(ruling, TWT_REASON_REWORDED, f->content);
        add(ruling, TWT_REASON_CONTAINED, f->better);
        break;
    case TWT_RELATION_EXCERPT:
        add(ruling, TWT_REASON_CONTAINED, f->better);
        break;
    case TWT_RELATION_NEAR_DUPLICATE:
        add(ruling, TWT_REASON_COVERED, f->worse);
        break;
    case TWT_RELATION_PARTIAL:
        add(ruling, TWT_REASON_SHARED_PASSAGE, f->aligned);
        break;
    case TWT_RELATION_RELATED:
        add(ruling, TWT_REASON_SAME_TOPIC, m->seeds);
        break;
    case TWT_RELATION_UNRELATED:
        add(ruling, TWT_REASON_NOTHING_SHARED, 0);
        break;
    }
}

twt_ruling twt_relation_decide(const twt_measures *measures, bool is_equal)
{
    figures f = figures_of(measures);
    twt_ruling ruling = {.relation = is_equal ? TWT_RELATION_EXACT : first_that_holds(&f, measures)};
    explain(&ruling, &f, measures);
    return ruling;
}

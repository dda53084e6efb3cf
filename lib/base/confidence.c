/* Additive log odds (logistic regression, Cox 1958) over lines between knots that only rise. */
#include "base/confidence.h"

#include <math.h>

enum { FIGURES_LEAST = 3, FACTS_LEAST = 4 }; /* fewer that differ may do so by chance */

typedef struct knot {
    int32_t value, points; /* points in thousandths of a nat */
} knot;

typedef struct axis {
    const knot *knots; /* ascending in both */
    size_t count;
} axis;

typedef enum piece {            /* of evidence */
                     ORDER,     /* hundredths of order_evidence */
                     DENSE,     /* tokens of the densest passage */
                     TOLD,      /* tokens of passages that show reuse by themselves */
                     WORDS,     /* distinct words that both texts have */
                     CONTAINED, /* per cent of one text's shingles that the other has, the higher */
                     FACTS,     /* per cent of figures and names that were kept */
                     SHARED,    /* per cent of figures and names that both texts have */
                     TEXT,      /* points of all of these */
                     AROUND,    /* hundredths of collection_evidence */
                     RARITY,    /* per cent of what words that nobody else has would be */
                     PIECES
} piece;

#include "base/confidence_points.h"

#define AXIS(knots)                                                                                                    \
    {                                                                                                                  \
        knots, sizeof knots / sizeof *knots                                                                            \
    }

static const axis axes[PIECES] = {
    [ORDER] = AXIS(order_knots),   [DENSE] = AXIS(dense_knots),         [TOLD] = AXIS(told_knots),
    [WORDS] = AXIS(words_knots),   [CONTAINED] = AXIS(contained_knots), [FACTS] = AXIS(facts_knots),
    [SHARED] = AXIS(shared_knots), [TEXT] = AXIS(text_knots),           [AROUND] = AXIS(around_knots),
    [RARITY] = AXIS(rarity_knots)};

/* thousandths of ln((h - 1/2) / (100 - h + 1/2)), h from 51 to 99: from there on the chance is h */
static const int32_t steps[] = {
    20,   60,   100,  140,  180,  221,  261,  302,  343,  385,  426,  468,  511,  554,  597,  641,  686,
    731,  777,  824,  871,  920,  969,  1020, 1072, 1125, 1180, 1237, 1295, 1355, 1418, 1483, 1551, 1621,
    1696, 1774, 1857, 1946, 2041, 2143, 2254, 2376, 2512, 2666, 2844, 3055, 3317, 3664, 4185,
};

enum { STEPS = sizeof steps / sizeof *steps };

unsigned twt_chance_of_points(int64_t points)
{
    int64_t size = points < 0 ? -points : points;
    unsigned count = 0;
    while (count < STEPS && size >= steps[count])
        count++;
    return points < 0 ? 50 - count : 50 + count;
}

static int64_t points_of(piece of, int64_t value)
{
    const knot *first = axes[of].knots, *last = first + axes[of].count - 1, *next = first + 1;
    if (value <= first->value)
        return first->points;
    if (value >= last->value)
        return last->points;
    while (next->value < value)
        next++;
    const knot *before = next - 1;
    return before->points + (next->points - before->points) * (value - before->value) / (next->value - before->value);
}

static int64_t whole(double value)
{
    return isfinite(value) ? (int64_t)floor(fmin(fmax(value, -1e9), 1e9)) : 0;
}

static int64_t contained_of(const twt_measures *m)
{
    uint32_t fewer = m->shingles[0] < m->shingles[1] ? m->shingles[0] : m->shingles[1];
    return fewer ? 100 * (int64_t)m->shared_shingles / fewer : 0;
}

/* 100 where there are too few to tell. */
static int64_t kept_of(uint32_t same, uint32_t others, uint32_t least)
{
    return same + others < least ? 100 : 100 * (int64_t)same / ((int64_t)same + others);
}

unsigned twt_facts_kept(const twt_measures *m)
{
    int64_t figures = kept_of(m->figures_kept, m->figures_replaced, FIGURES_LEAST);
    /* in halves, since names are counted in both texts */
    int64_t facts = kept_of(2 * m->figures_kept + m->names - m->names_replaced,
                            2 * m->figures_replaced + m->names_replaced, 2 * FACTS_LEAST);
    return (unsigned)(figures < facts ? figures : facts);
}

unsigned twt_facts_shared(const twt_measures *m)
{
    uint32_t own = m->facts_own[0] < m->facts_own[1] ? m->facts_own[0] : m->facts_own[1];
    uint64_t shared = (uint64_t)m->facts_shared + 1; /* so that few facts say little */
    return (unsigned)(100 * shared / (shared + own));
}

int64_t twt_points_of_text(const twt_measures *m)
{
    return BEGIN_CHOSEN + points_of(ORDER, whole(100 * (double)m->order_evidence)) + points_of(DENSE, m->dense_tokens) +
           points_of(TOLD, m->told_tokens) + points_of(WORDS, m->shared_words) + points_of(CONTAINED, contained_of(m)) +
           points_of(FACTS, twt_facts_kept(m)) + points_of(SHARED, twt_facts_shared(m));
}

unsigned twt_chance_of_chosen(const twt_measures *measures)
{
    return twt_chance_of_points(twt_points_of_text(measures));
}

unsigned twt_chance_of_found(int64_t points, float collection_evidence, float rarity)
{
    return twt_chance_of_points(BEGIN_FOUND + points_of(TEXT, points) +
                                points_of(AROUND, whole(100 * (double)collection_evidence)) +
                                points_of(RARITY, whole(100 * (double)rarity)));
}

double twt_confidence_of(twt_relation relation, unsigned chance)
{
    if (relation == TWT_RELATION_EXACT)
        return 1;
    return (twt_relation_is_reuse(relation) ? chance : 100 - chance) / 100.0;
}

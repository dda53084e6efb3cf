/* The probability that two texts share their text, from what was measured of them.
 *
 * Each piece of evidence is worth points, a table of straight lines a piece; the sum is a log odds. The tables stand in
 * confidence_points.h, fitted on pairs whose truth is known. All in whole numbers, so that every machine says the
 * same. */
#ifndef TWT_BASE_CONFIDENCE_H
#define TWT_BASE_CONFIDENCE_H

#include "twicetold/types.h"

/* In hundredths, 1 to 99. No evidence ever counts against reuse. */
unsigned twt_chance_of_chosen(const twt_measures *measures);

/* The same of a pair that a scan found, in two steps, since what the collection knows of it counts and is known later:
 * points of the texts alone, and the chance with the texts around and the rarity of the words in common. */
int64_t twt_points_of_text(const twt_measures *measures);
unsigned twt_chance_of_found(int64_t points, float collection_evidence, float rarity);

/* What was kept of the figures and names that both texts have in one place: per cent; 100 where they are too few. */
unsigned twt_facts_kept(const twt_measures *measures);

/* Of the figures and names of the text that has fewer of its own: how many both have, one added on each side; per cent.
 */
unsigned twt_facts_shared(const twt_measures *measures);

/* That a claim is right (twt_verdict.confidence) when the texts share their text with this chance. */
double twt_confidence_of(twt_relation relation, unsigned chance);

/* The hundredths of a log odds in thousandths of a nat: 50 at 0, 100 - h at the opposite. */
unsigned twt_chance_of_points(int64_t points);

#endif

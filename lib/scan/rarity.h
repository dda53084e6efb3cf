/* What the collection knows of a pair and the pair alone does not: whether the words that both texts share are rare in
 * it. Market notices and earnings reports share wording with hundreds of others; that is a formula, not a rewrite. */
#ifndef TWT_SCAN_RARITY_H
#define TWT_SCAN_RARITY_H

#include "twicetold/types.h"

typedef enum twt_rarity {
    TWT_RARITY_ENOUGH,  /* the verdict stands */
    TWT_RARITY_FORMULA, /* too common for a version of one text: a shared passage at most */
    TWT_RARITY_NONE     /* too common for any claim */
} twt_rarity;

/* Weight of the shared rare features for each word in common, in units of ln N for N families: near 1 when each of
 * these words is in no other family, more when they also stand in the same order, next to 0 when they are everybody's.
 * TWT_RARITY_UNKNOWN for a pair that the rare features did not see, and where families are too few to tell. */
double twt_rarity_of_words(const twt_candidate_pair *candidate, uint32_t shared_words, size_t families);

#define TWT_RARITY_UNKNOWN .3

enum { TWT_RARITY_CHECKS_MAX = 4 };

/* What the candidate was held against (TWT_RULE_FORMULA or TWT_RULE_COMMON); returns how many. Nothing is asked of
 * what claims no version and no update, and of a pair that the rare features did not see. around: as of
 * twt_neighbours_evidence, the doubt taken off; a version for which the texts around speak needs no rare words. */
size_t twt_rarity_checks(const twt_candidate_pair *candidate, const twt_comparison *comparison, size_t families,
                         double around, twt_check out[TWT_RARITY_CHECKS_MAX]);

/* What these checks say. */
twt_rarity twt_rarity_of(const twt_candidate_pair *candidate, const twt_comparison *comparison, size_t families,
                         double around);

/* Whether the texts alone show reuse, of a comparison that claims none within the collection. */
bool twt_rarity_took_away(const twt_comparison *comparison);

#endif

/* compare: a candidate pair -> a verdict with its evidence.
 *
 * Exact overlap, sentence seeds (Sanchez-Perez et al., PAN 2014), token alignment, passages, changes, relation, machine
 * signs and which text came first. Symmetric: comparing (b, a) gives the mirror image of (a, b). */
#ifndef TWICETOLD_COMPARE_H
#define TWICETOLD_COMPARE_H

#include "twicetold/profile.h"
#include "twicetold/types.h"

#ifdef __cplusplus
extern "C" {
#endif

enum { /* what twt_comparer_run is asked for, besides the verdict */
       TWT_WANT_PASSAGES = 1,
       TWT_WANT_CHANGES = 2,
       /* Only the relation and the measures that decide it, at a part of the cost; without reuse it is always unrelated,
        * never related. twt_comparer_tell adds what is left out. */
       TWT_WANT_RELATION = 4,
       /* Only whether there is reuse (twt_relation_is_reuse of the relation); which kind may come out otherwise later.
        * Nothing but twt_comparer_settle can follow. */
       TWT_WANT_CLAIM = 8
};

/* Scratch and result of one thread; not to be shared. */
typedef struct twt_comparer twt_comparer;

TWT_API TWT_MUST_USE twt_status twt_comparer_new(const twt_profile *profile, twt_comparer **out);
TWT_API void twt_comparer_free(twt_comparer *comparer); /* NULL is fine */

/* Compares two analysed texts on their words alone (no metadata). *out and all it points to live in the comparer until
 * its next run. Time is bounded for hostile texts: beyond a work limit common words no longer count as seeds or
 * anchors, and of a hundred thousand seeds and more each sentence keeps eight. Errors: TWT_ERROR_MEMORY; the comparer
 * stays usable. */
TWT_API TWT_MUST_USE twt_status twt_comparer_run(twt_comparer *comparer, const twt_analysis *a, const twt_analysis *b,
                                                 unsigned want, const twt_comparison **out);

/* The same of two texts of a collection that says something of them: how rare their common words are in it, which texts
 * stand near to one of them or to both. collection_evidence counts as twt_measures.order_evidence does. */
TWT_API TWT_MUST_USE twt_status twt_comparer_run_within(twt_comparer *comparer, const twt_analysis *a,
                                                        const twt_analysis *b, double collection_evidence,
                                                        unsigned want, const twt_comparison **out);

/* A text made ready for many pairs: what comparing needs of it alone. Immutable; may be shared between threads. */
typedef struct twt_prepared twt_prepared;

/* Scratch of one thread. */
typedef struct twt_preparer twt_preparer;

TWT_API TWT_MUST_USE twt_status twt_preparer_new(twt_preparer **out);
TWT_API void twt_preparer_free(twt_preparer *preparer); /* NULL is fine */

/* Copies an analysis and what was counted in it; the text itself is borrowed unless it is copied, too. *out is to be
 * freed. Linear. TWT_ERROR_MEMORY: *out is NULL. */
TWT_API TWT_MUST_USE twt_status twt_preparer_run(twt_preparer *preparer, const twt_analysis *analysis, bool with_text,
                                                 twt_prepared **out);

/* The same without a copy: *out lives in the preparer until its next run and borrows what the analysis points to. Its
 * size is 0. */
TWT_API TWT_MUST_USE twt_status twt_preparer_borrow(twt_preparer *preparer, const twt_analysis *analysis,
                                                    const twt_prepared **out);
TWT_API void twt_prepared_free(twt_prepared *prepared); /* NULL is fine */

TWT_API const twt_analysis *twt_prepared_analysis(const twt_prepared *prepared);

/* Bytes of memory that it takes. */
TWT_API size_t twt_prepared_size(const twt_prepared *prepared);

/* As twt_comparer_run_within, in a fraction of the time. */
TWT_API TWT_MUST_USE twt_status twt_comparer_run_prepared(twt_comparer *comparer, const twt_prepared *a,
                                                          const twt_prepared *b, double collection_evidence,
                                                          unsigned want, const twt_comparison **out);

/* How much more collection_evidence it takes until order and likeness of the words show reuse; below 0 when there is more
 * than it takes, infinite when other limits forbid it, -infinite when the texts show reuse in another way. The relation
 * stays the same for all evidence that leaves this number on the same side of 0. Thread-safe. */
TWT_API double twt_comparison_lacks(const twt_comparison *comparison);

/* Decides the last run, which had TWT_WANT_RELATION or TWT_WANT_CLAIM, again with other evidence: then *out is what a run
 * with that shows, at a small part of the cost. Its texts must still live. Errors: TWT_ERROR_MEMORY; then the comparer must
 * run again. */
TWT_API TWT_MUST_USE twt_status twt_comparer_weigh(twt_comparer *comparer, double collection_evidence,
                                                   const twt_comparison **out);

/* Adds to the last run what TWT_WANT_CLAIM left out: then *out is what a run with TWT_WANT_RELATION shows. Its texts must
 * still live. Errors: TWT_ERROR_MEMORY; then the comparer must run again. */
TWT_API TWT_MUST_USE twt_status twt_comparer_settle(twt_comparer *comparer, const twt_comparison **out);

/* Adds to the last run what TWT_WANT_RELATION left out: then *out is what a run without it shows. Its texts must still
 * live. Errors: TWT_ERROR_MEMORY; then the comparer must run again. */
TWT_API TWT_MUST_USE twt_status twt_comparer_tell(twt_comparer *comparer, const twt_comparison **out);

/* Adds what the documents' metadata say (tier, time, credit by source name in the other's text) to the evidence of who
 * came first and decides again. Replaces the FIRST reasons of the last run's comparison, which *out shows. */
TWT_API TWT_MUST_USE twt_status twt_comparer_add_metadata(twt_comparer *comparer, const twt_document *a,
                                                          const twt_document *b, const twt_comparison **out);

enum { TWT_CHECKS_MAX = 168 };

/* Why the relation is what it is: each measure and the limit it was compared with, rule by rule in the order of asking,
 * up to the first rule that held. UNRELATED and PARTIAL have no limits of their own. Returns how many. Thread-safe. */
TWT_API size_t twt_comparison_checks(const twt_comparison *comparison, twt_check out[TWT_CHECKS_MAX]);

#ifdef __cplusplus
}
#endif

#endif

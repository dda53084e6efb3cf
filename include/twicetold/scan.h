/* scan: the only stage that knows the order of the others. Documents in, verified pairs, clusters and links out.
 *
 * twt_scan does it for many documents, twt_explainer for two. */
#ifndef TWICETOLD_SCAN_H
#define TWICETOLD_SCAN_H

#include "twicetold/candidate.h"
#include "twicetold/profile.h"
#include "twicetold/sketch.h"
#include "twicetold/types.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef enum twt_stage {
    TWT_STAGE_READ,
    TWT_STAGE_ANALYSE,
    TWT_STAGE_CANDIDATE,
    TWT_STAGE_COMPARE,
    TWT_STAGE_CLUSTER,
    TWT_STAGE_EXPLAIN, /* twt_scan_explain, after the run */
    TWT_STAGES
} twt_stage;

#define TWT_THREADS_MAX 1024

typedef struct twt_scan_options {
    size_t size; /* sizeof(twt_scan_options), set by twt_scan_options_init */
    twt_profile profile;
    twt_kernel kernel;
    twt_candidate_options candidate;
    bool is_explainable;    /* keeps what twt_scan_explain needs: the candidates and what is known of them; off */
    bool is_timed;          /* tells text, sketches and features apart in twt_scan_stats, at about a microsecond a document; off */
    uint32_t threads;       /* 1 to TWT_THREADS_MAX; default 1 */
    uint64_t memory;        /* bytes that a scan should do with, see below; 0, the default: no limit */
    const char *tmp_folder; /* where what is beyond memory goes; borrowed; needed when memory is not 0 */
    /* Told now and then how far a stage is; total 0 when unknown. One call at a time, from any thread. May be NULL. */
    void (*progress)(void *context, twt_stage stage, uint64_t done, uint64_t total);
    /* Asked now and then, from any thread, whether to stop. May be NULL. */
    bool (*is_cancelled)(void *context);
    void *context;
} twt_scan_options;

/* With a limit texts and features beyond it go to files in tmp_folder (together up to four times the size of the
 * texts), which have no name there and vanish with the scan or the process. The result is the same. What can't be put
 * aside is about 1.5 KB a document and 150 MB beside them: a limit below that is exceeded. */
TWT_API void twt_scan_options_init(twt_scan_options *options);

/* Single-writer while documents are added; shared-read after a run. */
typedef struct twt_scan twt_scan;

TWT_API TWT_MUST_USE twt_status twt_scan_new(const twt_scan_options *options, twt_scan **out);
TWT_API void twt_scan_free(twt_scan *scan);

/* Adds a document (copied). is_preferred overrides the choice of the canonical version.
 * Errors leave the scan as it was: TWT_ERROR_UTF8 (*error_offset, unless NULL: the first malformed byte),
 * TWT_ERROR_TOO_LARGE, TWT_ERROR_DUPLICATE_ID, TWT_ERROR_ARGUMENT, TWT_ERROR_MEMORY, TWT_ERROR_IO (tmp_folder;
 * twt_scan_fault). A text without words is taken in and stays single. */
TWT_API TWT_MUST_USE twt_status twt_scan_add(twt_scan *scan, const twt_document *document, bool is_preferred,
                                             size_t *error_offset);

/* Finds, verifies and clusters. Once a scan. Errors: TWT_ERROR_MEMORY, TWT_ERROR_CANCELLED, TWT_ERROR_IO (tmp_folder).
 */
TWT_API TWT_MUST_USE twt_status twt_scan_run(twt_scan *scan);

/* Where and why, after TWT_ERROR_IO; its strings live as long as the scan. */
TWT_API void twt_scan_fault(const twt_scan *scan, twt_fault *out);

/* The results live as long as the scan. Documents are numbered in the order of adding. */
TWT_API size_t twt_scan_document_count(const twt_scan *scan);
TWT_API const twt_document *twt_scan_document(const twt_scan *scan, uint32_t number);
/* True when there is a document with this id; *number (unless NULL) is then its number. Before a run, too. */
TWT_API bool twt_scan_find(const twt_scan *scan, const char *id, uint32_t *number);
TWT_API const twt_pair *twt_scan_pairs(const twt_scan *scan, size_t *count); /* ascending by (a, b) */
TWT_API const twt_cluster *twt_scan_clusters(const twt_scan *scan, size_t *count);
TWT_API const twt_link *twt_scan_links(const twt_scan *scan, size_t *count);
TWT_API void twt_scan_summary(const twt_scan *scan, twt_summary *out); /* skipped is 0: the reader knows it */

/* What the run cost, stage by stage. Zeroed before a run. */
TWT_API void twt_scan_stats(const twt_scan *scan, twt_stats *out);

/* Why two documents are told as they are, or not at all: after a run, with options.is_explainable. *out lives until the
 * next call or the end of the scan; single-writer. Errors: TWT_ERROR_ARGUMENT (not run, not explainable, no such
 * documents, one document twice), TWT_ERROR_MEMORY, TWT_ERROR_CANCELLED. Reads the text of each family's representative
 * once. */
TWT_API TWT_MUST_USE twt_status twt_scan_explain(twt_scan *scan, uint32_t a, uint32_t b, const twt_account **out);

/* ---- two documents --------------------------------------------------------------------------------------- */

/* Scratch and result of one thread. */
typedef struct twt_explainer twt_explainer;

typedef struct twt_explanation {
    const twt_analysis *a, *b;
    const twt_comparison *comparison;
} twt_explanation;

TWT_API TWT_MUST_USE twt_status twt_explainer_new(const twt_profile *profile, twt_explainer **out); /* NULL: defaults */
TWT_API void twt_explainer_free(twt_explainer *explainer);

/* Analyses and compares; want as in compare.h. *out lives in the explainer until its next run. A text that stood on the
 * same side in the run before is not read again: give the one that is compared with many on one side. Memory: a copy of
 * both texts beside what was read of them.
 * Errors: TWT_ERROR_UTF8 and TWT_ERROR_TOO_LARGE (*fault_side is 0 or 1, *error_offset the byte; both may be NULL),
 * TWT_ERROR_MEMORY. */
TWT_API TWT_MUST_USE twt_status twt_explainer_run(twt_explainer *explainer, const twt_document *a,
                                                  const twt_document *b, unsigned want, const twt_explanation **out,
                                                  int *fault_side, size_t *error_offset);

/* The short way: two texts in, the verdict out. */
TWT_API TWT_MUST_USE twt_status twt_compare_texts(const char *a, size_t a_len, const char *b, size_t b_len,
                                                  twt_verdict *out);

#ifdef __cplusplus
}
#endif

#endif

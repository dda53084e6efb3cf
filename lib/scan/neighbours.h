/* What the texts around a pair say of it, once each pair was looked at by itself. A text and its source share what
 * nobody else has: their words are rare, no other text stands as near to one of them without being near to the other (a
 * rival), and a third version of the text is plainly one of both. Answers to one form and reports on one event have
 * rivals all around, and nothing that all of them come from. Who speaks for others is heard himself first: a pair that
 * its own neighbours speak against makes no third version. */
#ifndef TWT_SCAN_NEIGHBOURS_H
#define TWT_SCAN_NEIGHBOURS_H

#include "twicetold/types.h"

typedef struct twt_neighbour {
    uint32_t text; /* a document that stands for its family */
    float share;   /* as in twt_candidate_pair */
    float order;   /* as twt_measures.order_evidence, of the two texts by themselves, less what speaks against them */
} twt_neighbour;

typedef struct twt_neighbours { /* zeroed: empty and valid, nothing is said; shared-read once built */
    const uint32_t *texts;      /* by document: who stands for its copies and its family; not owned */
    size_t document_count;
    double trust;           /* 0 to 1: how much a collection of this size knows of what is rare */
    uint32_t *begins;       /* by text: its first place in all; document_count + 1 of them */
    twt_neighbour *all;     /* by text ascending, those whose rare features are known */
    twt_neighbour *nearest; /* the same places, the nearest few of each text in front */
} twt_neighbours;

typedef struct twt_standing {
    double third;    /* order evidence of the best third text, with the side that it shows less of */
    double rival;    /* shares: by how much one side has a nearer text than the other; the lesser of both sides */
    double stranger; /* the same of texts that are no versions of that side */
    double own;      /* versions of one side that are none of the other, the lesser number; 0 when one is of both */
    double usual;    /* share that one side has with many others, the lesser: of a language that few texts are in, all
                        words are rare */
} twt_standing;

/* How many families it takes until anything is said. */
enum { TWT_NEIGHBOURS_LEAST = 65 };

/* pairs: ascending; orders, doubts: of each; doubts may be NULL: nothing speaks against anybody. texts lives as long
 * as the neighbours. Linear but for the nearest, which cost a constant a pair. TWT_ERROR_MEMORY. */
TWT_MUST_USE twt_status twt_neighbours_build(twt_neighbours *neighbours, const twt_candidate_pair *pairs,
                                             const float *orders, const float *doubts, size_t count,
                                             const uint32_t *texts, size_t document_count, size_t family_count);
void twt_neighbours_free(twt_neighbours *neighbours);

/* What stands around two texts that stand for their families and share so much. Symmetric; a bounded number of
 * searches. */
twt_standing twt_neighbours_stand(const twt_neighbours *neighbours, uint32_t a, uint32_t b, double share);

/* Whether anything can be said of a pair: the rare features saw it, and it is not of one family. texts: as above. */
bool twt_neighbours_may_know(const uint32_t *texts, size_t document_count, const twt_candidate_pair *candidate);

/* Whether something can be said and the collection is large enough to say it. */
bool twt_neighbours_know(const twt_neighbours *neighbours, const twt_candidate_pair *candidate);

typedef struct twt_hearing { /* what the others say of a pair, heard once for whatever doubt there is about it */
    double trust;            /* as in twt_neighbours; 0 where nothing is known */
    double sum;              /* within its bounds */
} twt_hearing;

/* A bounded number of searches. */
twt_hearing twt_neighbours_hear(const twt_neighbours *neighbours, const twt_candidate_pair *candidate);

/* Evidence of reuse, below 0 against it, in the unit of twt_measures.order_evidence, less the doubt about a pair; of
 * doubt 0 it is what the others say alone. 0 where nothing is known. */
double twt_hearing_evidence(twt_hearing hearing, double doubt);
double twt_neighbours_evidence(const twt_neighbours *neighbours, const twt_candidate_pair *candidate, double doubt);

/* The least and the most that evidence can be with this doubt, whatever stands around; 0 lies between. */
void twt_neighbours_reach(const twt_neighbours *neighbours, double doubt, double reach[2]);

#define TWT_DOUBT_LEAST (-6.)

/* What two texts show that counts for less, or against them, once a collection is known: likeness, since rare words say
 * it better, and other figures and names in the same place, as far as changes were measured. */
double twt_neighbours_doubt(const twt_measures *measures);

#endif

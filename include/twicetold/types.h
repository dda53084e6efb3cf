/* The nouns that the stages share: plain data, no verbs but the names of enumerations.
 *
 * Offsets are bytes into the text as it was given; a range is half open, [begin, end).
 * Pointers in these structs are borrowed: the header of the function that filled the struct says for how long. */
#ifndef TWICETOLD_TYPES_H
#define TWICETOLD_TYPES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "twicetold/export.h"

#ifdef __cplusplus
extern "C" {
#endif

/* ---- status ---------------------------------------------------------------------------------------------- */

/* 0 is good, negative an error, positive a normal condition. */
typedef enum twt_status {
    TWT_OK = 0,
    TWT_END = 1,                  /* nothing more to read */
    TWT_ERROR_MEMORY = -1,        /* out of memory */
    TWT_ERROR_ARGUMENT = -2,      /* a caller's value is out of range */
    TWT_ERROR_UTF8 = -3,          /* malformed UTF-8 */
    TWT_ERROR_TOO_LARGE = -4,     /* over a documented limit */
    TWT_ERROR_IO = -5,            /* the operating system refused; fault.os_error says why */
    TWT_ERROR_FORMAT = -6,        /* malformed JSON, CSV or front matter */
    TWT_ERROR_BINARY = -7,        /* no text: NUL bytes, UTF-16, HTML, an archive */
    TWT_ERROR_EMPTY = -8,         /* no word in it */
    TWT_ERROR_DUPLICATE_ID = -9,  /* a document with this id was given before */
    TWT_ERROR_CANCELLED = -10,    /* the caller asked to stop */
    TWT_ERROR_UNSUPPORTED = -11   /* not on this machine or in this build */
} twt_status;

/* One sentence for a status. Static, thread-safe. */
TWT_API const char *twt_status_text(twt_status status);

/* Where an error lies. Strings are static or live until the next call on the object that reported it. */
typedef struct twt_fault {
    const char *path;   /* file, or NULL */
    uint64_t line;      /* from 1; 0 when unknown */
    uint64_t byte;      /* offset from the start of the line when line is known, else of the file; UINT64_MAX when unknown */
    const char *reason; /* a static phrase such as "malformed UTF-8", or NULL: then twt_status_text serves */
    int os_error;       /* errno, or 0 */
} twt_fault;

/* ---- bytes and documents --------------------------------------------------------------------------------- */

#define TWT_DOCUMENT_BYTES_MAX ((size_t)128 << 20) /* longer texts are refused with TWT_ERROR_TOO_LARGE */
#define TWT_DOCUMENTS_MAX ((size_t)1 << 24)

typedef struct twt_range {
    uint32_t begin, end;
} twt_range;

typedef enum twt_tier { /* who speaks; a higher one outranks a lower one */
    TWT_TIER_UNKNOWN,
    TWT_TIER_OTHER,
    TWT_TIER_OUTLET,
    TWT_TIER_AGENCY,
    TWT_TIER_OFFICIAL
} twt_tier;

typedef enum twt_precision { TWT_PRECISION_NONE, TWT_PRECISION_DATE, TWT_PRECISION_TIME } twt_precision;

typedef struct twt_time {
    int64_t seconds; /* since 1970-01-01T00:00:00Z */
    twt_precision precision;
} twt_time;

typedef struct twt_document {
    const char *id; /* NUL-terminated UTF-8, never NULL or empty */
    const char *text;
    size_t text_len; /* bytes */
    const char *title, *source, *url; /* NUL-terminated, or NULL */
    twt_time published;
    twt_tier tier;
    const char *path; /* where it was read, or NULL */
    uint64_t line;    /* first line in path, from 1; 0 for a whole file */
} twt_document;

/* ---- text ------------------------------------------------------------------------------------------------ */

enum { /* twt_token.flags */
    TWT_TOKEN_NUMBER = 1,      /* holds a decimal digit or another number */
    TWT_TOKEN_UPPER = 2,       /* begins with an upper-case or title-case letter */
    TWT_TOKEN_LOWER = 4,       /* begins with a lower-case letter */
    TWT_TOKEN_CAPITALISED = 8, /* TWT_TOKEN_UPPER and not the first word of a sentence, quotation or line */
    TWT_TOKEN_QUOTED = 16,     /* inside quotation marks */
    TWT_TOKEN_SPACELESS = 32   /* one code point of a script written without spaces */
};

typedef struct twt_token { /* a normalised word */
    uint64_t hash;       /* of its normalised bytes */
    uint32_t begin, end; /* its bytes in the text */
    uint32_t norm_begin; /* its normalised bytes in twt_analysis.norm */
    uint16_t norm_len;
    uint16_t flags;
} twt_token;

enum { /* twt_sentence.flags */
    TWT_SENTENCE_PARAGRAPH = 1, /* the first of a paragraph */
    TWT_SENTENCE_STOP = 2       /* closed by a mark (. ! ? …), not by a line end, the end of the text or a cut */
};

typedef struct twt_sentence { /* or a piece of one of more than 64 tokens */
    uint32_t token_begin, token_end; /* element positions in twt_analysis.tokens */
    uint32_t begin, end;             /* its bytes in the text, closing mark included */
    uint32_t flags;
} twt_sentence;

typedef struct twt_analysis { /* a text, read */
    const char *text;
    size_t text_len;
    const char *norm; /* the normalised words, one after the other, nothing between */
    size_t norm_len;
    const twt_token *tokens;
    size_t token_count;
    const twt_sentence *sentences; /* every token lies in exactly one */
    size_t sentence_count;
    const uint64_t *shingles; /* by position: shingle i begins at token i */
    size_t shingle_count;     /* token_count - k + 1; 1 when 0 < token_count < k; 0 when empty */
    const uint64_t *shingle_set; /* the same, ascending, each once */
    size_t shingle_set_count;
    uint64_t content_hash[2]; /* of all token hashes in order: equal when equal after normalisation */
} twt_analysis;

/* ---- candidates ------------------------------------------------------------------------------------------ */

enum { /* twt_candidate_pair.channels */
    TWT_CHANNEL_BANDS = 1,
    TWT_CHANNEL_RARE = 2,
    TWT_CHANNEL_FAMILY = 4, /* of one family, or of two whose representatives are candidates */
    TWT_CHANNEL_SHORT = 8,  /* rare features, among the short documents alone */
    TWT_CHANNEL_ADDED = 16  /* rare features of what a member adds to its family */
};

typedef struct twt_candidate_pair {
    uint32_t a, b;  /* document numbers, a < b */
    float weight;   /* of the rare features that both have: sum of ln(N/df); of members of families that of their
                       representatives; by TWT_CHANNEL_ADDED of those that one adds; 0 when rare features did not bring them
                       together */
    float share;    /* weight over s^3/4 l^1/4, where s and l are the smaller and the larger weight of all features of one
                       document; 0 to 1. By TWT_CHANNEL_SHORT: half of what it is over words and bigrams of the short ones */
    uint32_t channels;
} twt_candidate_pair;

/* ---- verdicts -------------------------------------------------------------------------------------------- */

typedef enum twt_relation { /* the first that holds */
    TWT_RELATION_EXACT,          /* the same words */
    TWT_RELATION_NOISY,          /* the same but for misread or mistyped letters */
    TWT_RELATION_UPDATED,        /* the wording kept, with other figures (and names) in it */
    TWT_RELATION_REWRITTEN,      /* retold from end to end in other words */
    TWT_RELATION_EXCERPT,        /* one stands in the other, which goes on */
    TWT_RELATION_NEAR_DUPLICATE, /* the same but for edits */
    TWT_RELATION_PARTIAL,        /* a passage is shared, or something weaker than all of these */
    TWT_RELATION_RELATED,        /* no reuse, but one topic */
    TWT_RELATION_UNRELATED
} twt_relation;

/* "near_duplicate" and so on. Static, thread-safe. */
TWT_API const char *twt_relation_name(twt_relation relation);

/* Whether a relation claims reuse: all but related and unrelated. */
TWT_API bool twt_relation_is_reuse(twt_relation relation);

/* Which text came first, how sure that is, and how much looks like a machine's rewriting. */
typedef enum twt_first { TWT_FIRST_UNKNOWN, TWT_FIRST_A, TWT_FIRST_B } twt_first;
typedef enum twt_confidence { TWT_CONFIDENCE_UNKNOWN, TWT_CONFIDENCE_LIKELY, TWT_CONFIDENCE_CERTAIN } twt_confidence;
typedef enum twt_signs { TWT_SIGNS_NONE, TWT_SIGNS_SOME, TWT_SIGNS_STRONG } twt_signs;

typedef enum twt_passage_kind { /* by the share of its words in runs of three that the other side has */
    TWT_PASSAGE_VERBATIM,       /* .9 and more */
    TWT_PASSAGE_EDITED,         /* .4 and more */
    TWT_PASSAGE_REWRITTEN,
    TWT_PASSAGE_MOVED           /* any of these, in another place of the order */
} twt_passage_kind;

typedef struct twt_passage { /* a stretch told in both texts */
    twt_range a, b;
    twt_passage_kind kind;
} twt_passage;

typedef enum twt_change_kind {
    TWT_CHANGE_NUMBER, /* figures, in digits or words; days of the week, months */
    TWT_CHANGE_NAME,
    TWT_CHANGE_QUOTATION,
    TWT_CHANGE_NEGATION,
    TWT_CHANGE_SPELLING,
    TWT_CHANGE_INFLECTION, /* printed as "word" */
    TWT_CHANGE_FUNCTION,   /* printed as "word" */
    TWT_CHANGE_WORD,
    TWT_CHANGE_KINDS
} twt_change_kind;

typedef struct twt_change { /* a replaced block; one side may be empty: words gained or lost */
    twt_change_kind kind;
    twt_range a, b;
} twt_change;

typedef struct twt_match { /* equal tokens, side by side */
    uint32_t a, b, count; /* element positions of the first token, and how many */
    bool is_moved;        /* outside the main chain */
} twt_match;

typedef struct twt_seed { /* two sentences that say the same */
    uint32_t a, b; /* element positions of the sentences */
    float cosine, dice;
    bool in_chain; /* of the longest chain that runs in the same order through both texts */
} twt_seed;

typedef enum twt_reason_code { /* what a reason says; twt_reason_text makes the sentence */
    /* the relation */
    TWT_REASON_EQUAL_TEXT,        /* the words are the same */
    TWT_REASON_SPELLING_NOISE,    /* value: share of replaced blocks that look like misread or mistyped letters */
    TWT_REASON_NEW_FIGURES,       /* value: share of replaced blocks that are numbers or dates */
    TWT_REASON_REWORDED,          /* value: replaced content blocks per 100 aligned tokens */
    TWT_REASON_CONTAINED,         /* value: coverage of the better covered side */
    TWT_REASON_COVERED,           /* value: coverage of the less covered side */
    TWT_REASON_SHARED_PASSAGE,    /* value: aligned tokens */
    TWT_REASON_LIKE_WORDS,        /* value: shared words over the geometric mean of both vocabularies */
    TWT_REASON_SAME_ORDER,        /* value: words that stand once in each text and keep one order; counts: all that stand once */
    TWT_REASON_SAME_TOPIC,        /* value: of the names, figures and longer words, those that both have */
    TWT_REASON_NOTHING_SHARED,
    TWT_REASON_SHORT_TEXT,        /* value: aligned tokens, under the limit for a firmer word */
    TWT_REASON_COMMON_WORDING,    /* value: share of the rarer words that both have; a scan knows what is common */
    TWT_REASON_RECURRING,         /* value: share of both texts that recurs in many documents of a scan: furniture */
    /* machine signs: count in value, an example in a and b */
    TWT_REASON_SIGN_ORDER,        /* value: share of seeds in the monotone chain */
    TWT_REASON_SIGN_QUOTATION,    /* words changed inside a quotation that both texts quote */
    TWT_REASON_SIGN_BROKEN,       /* sentences broken by a stray full stop */
    TWT_REASON_SIGN_NAMES,        /* value: share of names replaced */
    TWT_REASON_SIGN_TOUCHED,      /* value: share of aligned sentences touched */
    TWT_REASON_QUOTATIONS_KEPT,   /* exculpatory: quotations that stayed word for word */
    TWT_REASON_TRANSLATION_NOTE,  /* two human translations of one statement look the same */
    /* which came first: value is points, above 0 for a, below 0 for b */
    TWT_REASON_FIRST_TIER,        /* its source ranks higher (twt_tier) */
    TWT_REASON_FIRST_TIME,        /* published earlier, ten minutes at least */
    TWT_REASON_FIRST_DATE,        /* published on an earlier day, where a time is not known of both */
    TWT_REASON_FIRST_CREDIT,      /* a, b: the words that credit the other */
    TWT_REASON_FIRST_QUOTATION,   /* a quotation altered or lost on the other side */
    TWT_REASON_FIRST_TRUNCATED,   /* the other is this one without its end */
    TWT_REASON_FIRST_BROKEN,      /* broken sentences on the other side */
    TWT_REASON_FIRST_LAYOUT,      /* headings and paragraphs lost on the other side */
    TWT_REASON_FIRST_LONGER,      /* words of its own are longer on the other side; counts: mean letters in tenths */
    TWT_REASON_FIRST_VARIED,      /* fewer words repeated on the other side; counts: percent that stand once */
    TWT_REASON_FIRST_DETAIL,      /* figures, names, brackets lost on the other side; counts: those of one side alone */
    TWT_REASON_FIRST_MENDED,      /* slips mended on the other side; counts: mended slips */
    TWT_REASON_FIRST_BELONGS,     /* the text goes on with the words of a shared passage; counts: words that recur nearby */
    /* the canonical version of a cluster: the deciding term */
    TWT_REASON_CANONICAL_PREFERRED,   /* by the caller's word */
    TWT_REASON_CANONICAL_TIER,        /* the highest */
    TWT_REASON_CANONICAL_CREDITED,    /* by other members */
    TWT_REASON_CANONICAL_FIRST,       /* most evidence of having come first */
    TWT_REASON_CANONICAL_EARLIEST,    /* published */
    TWT_REASON_CANONICAL_SUPPORTED,   /* most text that two other members have as well */
    TWT_REASON_CANONICAL_MEDOID,      /* the nearest to all members, by Jaccard */
    TWT_REASON_CANONICAL_LONGEST,
    TWT_REASON_CANONICAL_SMALLEST_ID, /* nothing else differs */
    TWT_REASON_CODES
} twt_reason_code;

typedef struct twt_reason {
    twt_reason_code code;
    double value;   /* a count, a share or points, as the code says */
    twt_range a, b; /* bytes that it speaks of in each text: an example or a stretch; empty when there are none */
    uint32_t counts[2]; /* what was counted in a and in b, as the code says; else 0 */
} twt_reason;

/* "sign_order" and so on. Static, thread-safe. */
TWT_API const char *twt_reason_name(twt_reason_code code);

#define TWT_REASON_TEXT_MAX 512

/* Writes the sentence of a reason, NUL-terminated, into buffer of TWT_REASON_TEXT_MAX bytes; text_a and text_b
 * (may be NULL) give the words of the example, cut at whole code points; stretches are not quoted. Returns buffer.
 * Thread-safe. */
TWT_API const char *twt_reason_text(const twt_reason *reason, const char *text_a, const char *text_b, char *buffer);

typedef struct twt_measures { /* what the relation was decided on; [0] is a, [1] is b */
    uint32_t tokens[2], sentences[2], shingles[2]; /* shingles: distinct */
    uint32_t shared_shingles;
    uint32_t seeds, chain;          /* sentence seeds; those in the longest monotone chain */
    uint32_t seeded_sentences[2];   /* sentences with a seed */
    uint32_t copied_sentences[2];   /* of those, word for word */
    uint32_t covered_tokens[2];     /* tokens in seeded sentences or passages */
    uint32_t matched_tokens;        /* equal tokens in the alignment */
    uint32_t aligned_tokens;        /* matched tokens and those of replaced blocks, the longer side of each */
    uint32_t runs, longest_run;     /* maximal stretches of equal tokens */
    uint32_t five_runs;             /* five equal tokens in a row, overlapping */
    uint32_t letters[2], figures[2]; /* tokens of one letter; tokens that are figures */
    uint32_t figures_kept, figures_replaced; /* in the alignment: equal; others in their place */
    uint32_t facts_shared, facts_own[2]; /* distinct figures and names of both texts, and of each alone; not counted where
                                            neither text is covered to a third */
    uint32_t all_facts_shared, all_facts_own[2]; /* the same, counted in any case */
    uint32_t figures_shared, figures_own[2]; /* of those the figures */
    uint32_t blocks;                /* replaced blocks */
    uint32_t blocks_of[TWT_CHANGE_KINDS];
    uint32_t blocks_alone[2];       /* those with words of this text only: gained or lost, not replaced */
    uint32_t misread_blocks;        /* those of spelling, where letters are misread all over, not spelt another way */
    uint32_t quotations, quotations_kept, quotations_changed; /* quotations that both texts hold */
    uint32_t names, names_replaced;
    uint32_t broken_sentences[2];
    uint32_t touched_sentences;     /* seeded sentences of a that are not word for word */
    uint32_t words[2], shared_words; /* distinct words; those in both */
    uint32_t single_words;          /* words that stand in each text exactly once */
    uint32_t ordered_words;         /* the most of those that stand in the same order in both */
    float syllables;                /* how far the words of both are as short as syllables are, 0 to 1 */
    uint32_t single_phrases;        /* the same, up to four that follow each other in both counted as one */
    uint32_t ordered_phrases;
    uint32_t told_tokens;           /* of passages that show reuse by themselves, the shorter side; 0 when not needed */
    uint32_t surely_told;           /* the same of passages that show it beyond doubt, for which fewer are enough */
    uint32_t topic_letters[2], shared_topic_letters; /* of names, figures and longer words, each once; counted where there
                                                        is no reuse */
    float order_evidence;           /* of reuse, from the order and likeness of the words */
    float collection_evidence;      /* of reuse, from the texts around it; below 0 speaks against; 0 when nothing is known */
    uint32_t dense_tokens;          /* the densest passage: its equal tokens, less half of those between them */
} twt_measures;

/* What confidence says. A relation that claims reuse is right when the two texts share their text, all of it or a
 * passage: one comes from the other, or both from a third. related and unrelated are right when they do not. exact
 * claims equal words and is always 1; nothing else is over .99, since of the pairs that it was fitted on about one in a
 * hundred has a doubtful label. It does not speak of which kind of reuse it is.
 *
 * Of pairs said .9 about 90 % are right (lib/ALGORITHMS.md has the measurement), when they come like this: for two
 * texts compared, somebody chose the pair among texts on like topics, and reuse is as likely as not; for the pairs of a
 * scan, they were found and told by it, and the texts around them count as evidence. So a scan and a comparison of the
 * same two texts may say different numbers. A pair just under the limits of reuse is called related or unrelated with
 * less than .5: more evidence is asked for than even odds. */
typedef struct twt_verdict {
    twt_relation relation;
    double confidence;     /* that the claim is right, as above; 0 to 1, in hundredths */
    double jaccard;        /* of the distinct shingles */
    double containment[2]; /* share of a found in b, share of b found in a; distinct shingles */
    double coverage[2];    /* share of each side's tokens inside matched sentences or passages */
    twt_signs machine_signs;
    twt_first first;
    twt_confidence first_confidence;
} twt_verdict;

typedef struct twt_comparison { /* everything known of a pair */
    twt_verdict verdict;
    twt_measures measures;
    const twt_reason *reasons; /* in the order of twt_reason_code */
    size_t reason_count;
    const twt_match *matches; /* ascending by a */
    size_t match_count;
    const twt_seed *seeds; /* ascending by a, then b */
    size_t seed_count;
    const twt_passage *passages; /* ascending by a; NULL unless asked for */
    size_t passage_count;
    const twt_change *changes; /* ascending by a; NULL unless asked for */
    size_t change_count;
} twt_comparison;

/* ---- checks ---------------------------------------------------------------------------------------------- */

typedef enum twt_measure_code { /* what is compared with a limit; rates are per 100 aligned tokens */
    /* of the words of both texts */
    TWT_MEASURE_SAME_WORDS,       /* 1 when the words are the same after normalisation */
    TWT_MEASURE_REUSE_EVIDENCE,   /* that of order and likeness and that of the collection together; enough from 10.5 on */
    TWT_MEASURE_ORDER_EVIDENCE,   /* order and likeness of the words together */
    TWT_MEASURE_LIKENESS,         /* shared words over the geometric mean of both vocabularies */
    TWT_MEASURE_ORDER_SHARE,      /* of the words that stand once in each text, in the same order; 0 as by chance */
    TWT_MEASURE_SINGLE_WORDS,     /* words that stand once in each text */
    TWT_MEASURE_DENSE_TOKENS,     /* the densest passage */
    TWT_MEASURE_TOLD_TOKENS,      /* of passages that show reuse by themselves */
    TWT_MEASURE_SURELY_TOLD,      /* of those that show it beyond doubt */
    TWT_MEASURE_CONTAINED,        /* share of a text's distinct shingles that the other has; the higher of both */
    TWT_MEASURE_TOKENS,           /* of the shorter text */
    TWT_MEASURE_LENGTHS,          /* tokens of the shorter text over those of the longer */
    TWT_MEASURE_LETTERS,          /* share of the tokens that are one letter, on the side that has more of them */
    TWT_MEASURE_TOPIC,            /* names, figures and longer words in common, by their letters, beyond chance */
    TWT_MEASURE_TOPIC_LETTERS,    /* how many letters those in common have */
    /* of the sentences that say the same */
    TWT_MEASURE_SEEDS,            /* pairs of such sentences */
    TWT_MEASURE_CHAIN,            /* seeds in the same order */
    TWT_MEASURE_COVERAGE_BETTER,  /* twt_verdict.coverage of the side that has more of it */
    TWT_MEASURE_COVERAGE_WORSE,   /* and of the other */
    TWT_MEASURE_COPIED,           /* share of the seeded sentences that are copied word for word */
    /* of the alignment */
    TWT_MEASURE_ALIGNED_TOKENS,   /* as twt_measures.aligned_tokens */
    TWT_MEASURE_MATCHED,          /* share of the aligned tokens that are equal */
    TWT_MEASURE_KEPT,             /* equal tokens over those of the shorter side */
    TWT_MEASURE_MEAN_RUN,         /* tokens of a run of equal tokens */
    TWT_MEASURE_LONGEST_RUN,
    TWT_MEASURE_FIVE_RUNS,        /* five equal tokens in a row, over all such places of the shorter side */
    TWT_MEASURE_FIGURES_KEPT,     /* equal figures, over all that stand in each other's place; 1 when they are under three */
    TWT_MEASURE_FACTS_KEPT,       /* the same of figures and names; 1 when they are under four */
    TWT_MEASURE_FACTS_SHARED,     /* distinct figures and names of the text with fewer of its own: the share that both have, one
                                     added; 1 where neither text is covered to a third */
    TWT_MEASURE_FACTS_TOLD,       /* the same, however little the texts are covered */
    TWT_MEASURE_FIGURES_SHARED,   /* the same as FACTS_SHARED of figures alone */
    TWT_MEASURE_FIGURES_APART,    /* figures of that text alone, over these and the replaced blocks that are neither figures
                                     nor names */
    TWT_MEASURE_WORDING,          /* equal tokens that are no figures, over those of the shorter side */
    TWT_MEASURE_BLOCKS,           /* of replaced, gained or lost words */
    TWT_MEASURE_MISREAD,          /* share of the blocks whose letters are misread */
    TWT_MEASURE_MISREAD_RATE,     /* such blocks */
    TWT_MEASURE_NUMBERS,          /* share of the blocks that are figures */
    TWT_MEASURE_SLOTS,            /* share of the blocks that are figures or names, as in a form */
    TWT_MEASURE_PUT_IN,           /* share of the blocks where one text alone has words; of the text with more such blocks */
    TWT_MEASURE_NEGATIONS,        /* blocks that are one */
    TWT_MEASURE_CONTENT_RATE,     /* blocks of words, names, quotations and negations */
    TWT_MEASURE_WORD_RATE,        /* blocks of plain words */
    /* of the collection */
    TWT_MEASURE_SHARED_BANDS,     /* that both sketches have */
    TWT_MEASURE_ESTIMATED_JACCARD, /* by the sketches */
    TWT_MEASURE_OWN_JACCARD,      /* the same of what is not furniture */
    TWT_MEASURE_FAMILIES,         /* of copies, in the whole collection */
    TWT_MEASURE_RARE_WEIGHT,      /* of shared rare features: sum of ln(N/df) */
    TWT_MEASURE_RARE_SHARE,       /* as twt_candidate_pair.share */
    TWT_MEASURE_NEAREST_A,        /* RARE_SHARE; its limit is what the last of a's nearest few share with a */
    TWT_MEASURE_NEAREST_B,        /* the same of b */
    TWT_MEASURE_WORD_RARITY,      /* rare weight for each word in common, in units of ln N */
    TWT_MEASURE_AROUND,           /* evidence of the texts around the pair; 0 when nothing is known */
    TWT_MEASURE_JACCARD,          /* of the shingles */
    TWT_MEASURE_CODES
} twt_measure_code;

/* "coverage_better" and so on, and the same in words. Static, thread-safe. */
TWT_API const char *twt_measure_name(twt_measure_code code);
TWT_API const char *twt_measure_text(twt_measure_code code);

typedef enum twt_rule { /* in the order of asking: the first that holds names the relation, but for REUSE */
    TWT_RULE_EXACT,
    TWT_RULE_REUSE, /* whether there is any; when not, RELATED is asked next */
    TWT_RULE_NOISY,
    TWT_RULE_UPDATED,
    TWT_RULE_REWRITTEN,
    TWT_RULE_EXCERPT,
    TWT_RULE_NEAR_DUPLICATE,
    TWT_RULE_PARTIAL, /* reuse, none of the others, and not merely one form with other facts in it */
    TWT_RULE_RELATED,
    TWT_RULE_UNRELATED,
    /* of a scan: a candidate is what meets BANDS, or RARE or SHORT together with NEAREST. FORMULA weakens a verdict to
     * partial, since the wording is everybody's; COMMON takes away an updated one for that */
    TWT_RULE_BANDS,
    TWT_RULE_FAMILY_A, /* whether a belongs to the family of its representative; FAMILY_B: b */
    TWT_RULE_FAMILY_B,
    TWT_RULE_RARE,
    TWT_RULE_SHORT, /* rare features among the short documents */
    TWT_RULE_NEAREST, /* what RARE or SHORT found is more than faint, or among the nearest */
    TWT_RULE_ADDED, /* another way to be a candidate: rare features of what a member adds to its family */
    TWT_RULE_FORMULA,
    TWT_RULE_COMMON,
    TWT_RULES
} twt_rule;

/* "reuse" or the name of the relation. Static, thread-safe. */
TWT_API const char *twt_rule_name(twt_rule rule);

typedef enum twt_sense { TWT_AT_LEAST, TWT_AT_MOST, TWT_UNDER } twt_sense;

/* A measure compared with a limit. A rule holds when each of its clauses does, a clause when one of its ways does, a way
 * when all of its checks are met. */
typedef struct twt_check {
    twt_rule rule;
    uint32_t clause, way; /* from 1; ways are numbered inside the clause */
    twt_measure_code measure;
    twt_sense sense;
    double value, limit;
    bool is_met;
} twt_check;

typedef struct twt_pair { /* a verified pair */
    uint32_t a, b; /* document numbers in the order of input, a < b */
    twt_verdict verdict;
    const twt_reason *reasons;
    size_t reason_count;
} twt_pair;

/* ---- clusters -------------------------------------------------------------------------------------------- */

typedef struct twt_member {
    uint32_t document;
    twt_relation relation; /* to the canonical version; the canonical version itself is exact */
    double jaccard;        /* to the canonical version */
    bool is_direct;        /* verified against the canonical version, not admitted over another member */
} twt_member;

typedef struct twt_cluster {
    uint32_t canonical; /* document number */
    const twt_member *members; /* the canonical version first, then in the order of input */
    size_t member_count;
    double lowest_jaccard; /* of a member to the canonical version */
    const twt_reason *reasons; /* why this one is canonical */
    size_t reason_count;
} twt_cluster;

typedef struct twt_link_end {
    bool is_cluster;
    uint32_t number; /* of the cluster (element position) or of the document */
} twt_link_end;

typedef struct twt_link {
    twt_link_end from, to;
    twt_relation relation; /* excerpt, updated or partial */
} twt_link;

/* ---- the account of a pair ------------------------------------------------------------------------------- */

typedef enum twt_step { /* of a scan: where a pair fell out */
    TWT_STEP_WORDS,     /* a text has none */
    TWT_STEP_CANDIDATE, /* neither bands nor rare features brought the two together, or a limit on numbers of pairs did not */
    TWT_STEP_VERIFY,    /* no reuse */
    TWT_STEP_COMMON,    /* the texts alone show reuse; those around them speak against it */
    TWT_STEP_RECURRING, /* what they share recurs in the documents of one source or of many */
    TWT_STEP_REPORTED   /* it did not fall out */
} twt_step;

/* "candidate" and so on. Static, thread-safe. */
TWT_API const char *twt_step_name(twt_step step);

typedef struct twt_shared_feature { /* a word, bigram or trigram that both representatives have */
    twt_range at;                   /* its first place in the text of a's representative */
    uint32_t families;              /* of the collection that have it */
    double weight;
    bool is_counted; /* false when too many families have it */
} twt_shared_feature;

#define TWT_NO_NUMBER UINT32_MAX

typedef struct twt_account { /* all that a scan compared two documents with; [0] is a, the earlier one */
    uint32_t documents[2];
    uint32_t words[2];
    twt_step step;          /* where the pair fell out */
    twt_relation relation;  /* as reported; TWT_RELATION_UNRELATED when it is not */
    double confidence;      /* as reported; 0 when it is not */
    uint32_t first_copies[2];    /* the first document with the same words, which stands for this one until verification */
    uint32_t representatives[2]; /* of their families; rare features are those of these */
    uint32_t hubs[2];            /* the one of more than 64 like texts that each is compared with; or TWT_NO_NUMBER */
    size_t family_count;         /* of the collection */
    const twt_shared_feature *features; /* the heaviest first; NULL when none were weighed */
    size_t feature_count;               /* at most TWT_ACCOUNT_FEATURES */
    size_t shared_features;             /* of how many */
    bool is_candidate;
    bool is_spared;         /* it would be reported, but was not looked at: a hub vouches for both, or representatives show no reuse */
    uint32_t channels;      /* of the candidate */
    twt_relation verified;  /* by the texts alone; also of a pair that was no candidate */
    uint32_t masked_bytes[2];    /* of paragraphs that recur in the documents of one source or of many */
    twt_relation masked;         /* without these, when that is less; else as verified */
    const twt_check *checks;     /* BANDS, FAMILY and RARE; the relation's; FORMULA or COMMON, as far as they were asked */
    size_t check_count;
    uint32_t clusters[2];        /* element positions, or TWT_NO_NUMBER */
    uint32_t canonicals[2];      /* of these clusters, or TWT_NO_NUMBER */
    twt_relation to_other[2];    /* of each document to the other's canonical version; UNRELATED when that is no pair */
    const twt_link *link;        /* between them or their clusters; or NULL */
} twt_account;

enum { TWT_ACCOUNT_FEATURES = 12 };

/* ---- statistics ------------------------------------------------------------------------------------------ */

typedef enum twt_phase { /* of a scan, one after the other */
    TWT_PHASE_READ,     /* from twt_scan_new to the run: what the caller reads, and taking it in */
    TWT_PHASE_ANALYSE,  /* texts -> tokens, sketches, features */
    TWT_PHASE_POSTINGS, /* handing them to the candidates, block by block between ANALYSE */
    TWT_PHASE_BANDS,    /* bands and families */
    TWT_PHASE_RARE,     /* rare features */
    TWT_PHASE_MERGE,    /* of all channels, families and exact copies expanded; recurring paragraphs */
    TWT_PHASE_VERIFY,
    TWT_PHASE_CLUSTER,
    TWT_PHASES
} twt_phase;

/* "analyse" and so on. Static, thread-safe. */
TWT_API const char *twt_phase_name(twt_phase phase);

typedef struct twt_phase_cost {
    double wall_seconds;
    double cpu_seconds;  /* of the whole process, all threads together */
    uint64_t peak_bytes; /* most memory that the process has held from its start to the end of the phase; 0 when unknown */
} twt_phase_cost;

typedef struct twt_verify_counts {
    uint64_t ended_at[TWT_STEP_REPORTED + 1]; /* candidates by twt_step: CANDIDATE (spared: both are versions of one hub),
                                                 VERIFY, COMMON, RECURRING, REPORTED */
    uint64_t weakened; /* reported as a passage because the wording is common */
    uint64_t masked;   /* compared again without recurring paragraphs */
    uint64_t texts;    /* analysed once more */
} twt_verify_counts;

typedef struct twt_stats { /* of a scan; all but costs are the same in every run of one input */
    twt_phase_cost phases[TWT_PHASES];
    double text_cpu_seconds, sketch_cpu_seconds, feature_cpu_seconds; /* of ANALYSE, by the clocks of its threads */
    uint32_t threads;
    uint64_t documents, bytes, words;
    uint64_t wordless;  /* documents without a word */
    uint64_t copies;    /* documents with the same words as one before; no part of what follows until verification */
    uint64_t features;  /* words, bigrams and trigrams, of each document its distinct ones */
    uint64_t families;
    uint64_t recurring; /* paragraphs that recur in the documents of one source or of many */
    uint64_t candidates;
    uint64_t candidates_by[5]; /* in the order of TWT_CHANNEL_; a pair may come by several */
    twt_verify_counts verify;  /* may depend on the threads in texts */
    uint64_t spilled_bytes;    /* put into files because memory has a limit; may depend on the threads */
    uint64_t clusters, largest_cluster, links;
} twt_stats;

/* ---- report ---------------------------------------------------------------------------------------------- */

typedef struct twt_summary {
    uint64_t documents, bytes; /* taken in */
    uint64_t skipped;          /* refused, each with a fault */
    uint64_t candidates;       /* pairs looked at */
    uint64_t pairs;            /* verified pairs that claim reuse */
    uint64_t clusters, clustered_documents, links;
    double seconds; /* wall clock; the only field that varies between runs */
} twt_summary;

#ifdef __cplusplus
}
#endif

#endif

/* What measures and rules are called. */
#include "base/check.h"

enum { COUNT = 0, RATE = 2, SHARE = 3 }; /* decimals */

static const struct {
    const char *name, *text;
    unsigned decimals;
} measures[TWT_MEASURE_CODES] = {
    [TWT_MEASURE_SAME_WORDS] = {"same_words", "the words are the same", COUNT},
    [TWT_MEASURE_REUSE_EVIDENCE] = {"reuse_evidence", "order and likeness of the words, and what the collection says",
                                    RATE},
    [TWT_MEASURE_ORDER_EVIDENCE] = {"order_evidence", "order and likeness of the words together", RATE},
    [TWT_MEASURE_LIKENESS] = {"likeness", "shared words over both vocabularies", SHARE},
    [TWT_MEASURE_ORDER_SHARE] = {"order_share", "words in the same order, beyond chance", SHARE},
    [TWT_MEASURE_SINGLE_WORDS] = {"single_words", "words that stand once in each text", COUNT},
    [TWT_MEASURE_DENSE_TOKENS] = {"dense_tokens", "words of the densest passage", COUNT},
    [TWT_MEASURE_TOLD_TOKENS] = {"told_tokens", "words of passages that show reuse alone", COUNT},
    [TWT_MEASURE_SURELY_TOLD] = {"surely_told", "words of passages that show it beyond doubt", COUNT},
    [TWT_MEASURE_CONTAINED] = {"contained", "three-word sequences found in the other", SHARE},
    [TWT_MEASURE_TOKENS] = {"tokens", "words of the shorter text", COUNT},
    [TWT_MEASURE_LENGTHS] = {"lengths", "words of the shorter text over those of the longer", SHARE},
    [TWT_MEASURE_LETTERS] = {"letters", "words of one letter", SHARE},
    [TWT_MEASURE_TOPIC] = {"topic", "names, figures and longer words in common, beyond chance", SHARE},
    [TWT_MEASURE_TOPIC_LETTERS] = {"topic_letters", "letters of these words", COUNT},
    [TWT_MEASURE_SEEDS] = {"seeds", "pairs of sentences alike", COUNT},
    [TWT_MEASURE_CHAIN] = {"chain", "pairs of sentences alike that keep one order", COUNT},
    [TWT_MEASURE_COVERAGE_BETTER] = {"coverage_better", "coverage of the better covered text", SHARE},
    [TWT_MEASURE_COVERAGE_WORSE] = {"coverage_worse", "coverage of the less covered text", SHARE},
    [TWT_MEASURE_COPIED] = {"copied", "sentences copied word for word, of those alike", SHARE},
    [TWT_MEASURE_ALIGNED_TOKENS] = {"aligned_tokens", "aligned words", COUNT},
    [TWT_MEASURE_MATCHED] = {"matched", "equal words, of the aligned", SHARE},
    [TWT_MEASURE_KEPT] = {"kept", "equal words, of the shorter text", SHARE},
    [TWT_MEASURE_MEAN_RUN] = {"mean_run", "words of a run of equal words, on average", RATE},
    [TWT_MEASURE_LONGEST_RUN] = {"longest_run", "words of the longest run of equal words", COUNT},
    [TWT_MEASURE_FIVE_RUNS] = {"five_runs", "five equal words in a row, of the shorter text", SHARE},
    [TWT_MEASURE_FIGURES_KEPT] = {"figures_kept", "figures told alike, where both tell one", SHARE},
    [TWT_MEASURE_FACTS_KEPT] = {"facts_kept", "figures and names told alike", SHARE},
    [TWT_MEASURE_FACTS_TOLD] = {"facts_told", "figures and names that both have, wherever they stand", SHARE},
    [TWT_MEASURE_FACTS_SHARED] = {"facts_shared", "figures and names that both have", SHARE},
    [TWT_MEASURE_FIGURES_SHARED] = {"figures_shared", "figures that both have", SHARE},
    [TWT_MEASURE_FIGURES_APART] = {"figures_apart", "figures of their own, of these and the replaced words", SHARE},
    [TWT_MEASURE_WORDING] = {"wording", "equal words without figures, of the shorter text", SHARE},
    [TWT_MEASURE_BLOCKS] = {"blocks", "replaced blocks", COUNT},
    [TWT_MEASURE_MISREAD] = {"misread", "misread or mistyped, of the replaced blocks", SHARE},
    [TWT_MEASURE_MISREAD_RATE] = {"misread_rate", "misread blocks per 100 aligned words", RATE},
    [TWT_MEASURE_NUMBERS] = {"numbers", "figures and dates, of the replaced blocks", SHARE},
    [TWT_MEASURE_SLOTS] = {"slots", "figures, dates and names, of the replaced blocks", SHARE},
    [TWT_MEASURE_PUT_IN] = {"put_in", "words put in by one text alone, of the replaced blocks", SHARE},
    [TWT_MEASURE_NEGATIONS] = {"negations", "negations gained or lost", COUNT},
    [TWT_MEASURE_CONTENT_RATE] = {"content_rate", "replaced words and names per 100 aligned words", RATE},
    [TWT_MEASURE_SHARED_BANDS] = {"shared_bands", "bands shared by the sketches", COUNT},
    [TWT_MEASURE_ESTIMATED_JACCARD] = {"estimated_jaccard", "Jaccard estimated by the sketches", SHARE},
    [TWT_MEASURE_OWN_JACCARD] = {"own_jaccard", "the same without paragraphs that recur", SHARE},
    [TWT_MEASURE_FAMILIES] = {"families", "families of copies in the collection", COUNT},
    [TWT_MEASURE_RARE_WEIGHT] = {"rare_weight", "weight of the shared rare features", RATE},
    [TWT_MEASURE_WORD_RARITY] = {"word_rarity", "rarity of the words in common", SHARE},
    [TWT_MEASURE_AROUND] = {"around", "evidence of the texts around", RATE},
    [TWT_MEASURE_RARE_SHARE] = {"rare_share", "weight shared, of what could be", SHARE},
    [TWT_MEASURE_NEAREST_A] = {"nearest_a", "weight shared, beside that of the nearest of a", SHARE},
    [TWT_MEASURE_NEAREST_B] = {"nearest_b", "weight shared, beside that of the nearest of b", SHARE},
    [TWT_MEASURE_JACCARD] = {"jaccard", "Jaccard of the three-word sequences", SHARE},
    [TWT_MEASURE_WORD_RATE] = {"word_rate", "replaced plain words per 100 aligned words", RATE},
};

const char *twt_measure_name(twt_measure_code code)
{
    return (unsigned)code < TWT_MEASURE_CODES ? measures[code].name : "unknown";
}

const char *twt_measure_text(twt_measure_code code)
{
    return (unsigned)code < TWT_MEASURE_CODES ? measures[code].text : "unknown";
}

unsigned twt_measure_decimals(twt_measure_code code)
{
    return (unsigned)code < TWT_MEASURE_CODES ? measures[code].decimals : SHARE;
}

const char *twt_rule_name(twt_rule rule)
{
    static const char *const names[TWT_RULES] = {
        [TWT_RULE_EXACT] = "exact",
        [TWT_RULE_REUSE] = "reuse",
        [TWT_RULE_NOISY] = "noisy",
        [TWT_RULE_UPDATED] = "updated",
        [TWT_RULE_REWRITTEN] = "rewritten",
        [TWT_RULE_EXCERPT] = "excerpt",
        [TWT_RULE_NEAR_DUPLICATE] = "near_duplicate",
        [TWT_RULE_PARTIAL] = "partial",
        [TWT_RULE_RELATED] = "related",
        [TWT_RULE_UNRELATED] = "unrelated",
        [TWT_RULE_BANDS] = "bands",
        [TWT_RULE_FAMILY_A] = "family_a",
        [TWT_RULE_FAMILY_B] = "family_b",
        [TWT_RULE_RARE] = "rare",
        [TWT_RULE_SHORT] = "short",
        [TWT_RULE_NEAREST] = "nearest",
        [TWT_RULE_ADDED] = "added",
        [TWT_RULE_FORMULA] = "formula",
        [TWT_RULE_COMMON] = "common",
    };
    return (unsigned)rule < TWT_RULES ? names[rule] : "unknown";
}

const char *twt_step_name(twt_step step)
{
    static const char *const names[] = {"words", "candidate", "verify", "common", "recurring", "reported"};
    return (unsigned)step < sizeof names / sizeof *names ? names[step] : "unknown";
}

const char *twt_phase_name(twt_phase phase)
{
    static const char *const names[TWT_PHASES] = {"read", "analyse", "postings", "bands",
                                                  "rare", "merge",   "verify",   "cluster"};
    return (unsigned)phase < TWT_PHASES ? names[phase] : "unknown";
}

/* ---- putting together ------------------------------------------------------------------------------------ */

size_t twt_checks_rule_end(const twt_check *checks, size_t count, size_t begin)
{
    size_t end = begin;
    while (end < count && checks[end].rule == checks[begin].rule)
        end++;
    return end;
}

size_t twt_checks_clause_end(const twt_check *checks, size_t count, size_t begin)
{
    size_t end = begin, most = twt_checks_rule_end(checks, count, begin);
    while (end < most && checks[end].clause == checks[begin].clause)
        end++;
    return end;
}

size_t twt_checks_way_end(const twt_check *checks, size_t count, size_t begin)
{
    size_t end = begin, most = twt_checks_clause_end(checks, count, begin);
    while (end < most && checks[end].way == checks[begin].way)
        end++;
    return end;
}

static bool are_all_met(const twt_check *checks, size_t begin, size_t end)
{
    while (begin < end && checks[begin].is_met)
        begin++;
    return begin == end;
}

bool twt_checks_hold(const twt_check *checks, size_t count)
{
    for (size_t clause = 0, end; clause < count; clause = end) {
        bool is_good = false;
        end = twt_checks_clause_end(checks, count, clause);
        for (size_t way = clause, next; way < end; way = next) {
            next = twt_checks_way_end(checks, count, way);
            is_good |= are_all_met(checks, way, next);
        }
        if (!is_good)
            return false;
    }
    return true;
}

bool twt_checks_rule_holds(const twt_check *checks, size_t count, twt_rule rule)
{
    size_t begin = 0;
    while (begin < count && checks[begin].rule != rule)
        begin = twt_checks_rule_end(checks, count, begin);
    return begin < count && twt_checks_hold(checks + begin, twt_checks_rule_end(checks, count, begin) - begin);
}

/* What measures and rules are called. */
#include "twicetold/types.h"

static const struct {
    const char *name, *text;
} measures[TWT_MEASURE_CODES] = {
    [TWT_MEASURE_SAME_WORDS] = {"same_words", "the words are the same"},
    [TWT_MEASURE_ORDER_EVIDENCE] = {"order_evidence", "order and likeness of the words together"},
    [TWT_MEASURE_LIKENESS] = {"likeness", "shared words over both vocabularies"},
    [TWT_MEASURE_ORDER_SHARE] = {"order_share", "words in the same order, beyond chance"},
    [TWT_MEASURE_SINGLE_WORDS] = {"single_words", "words that stand once in each text"},
    [TWT_MEASURE_DENSE_TOKENS] = {"dense_tokens", "words of the densest passage"},
    [TWT_MEASURE_TOLD_TOKENS] = {"told_tokens", "words of passages that show reuse alone"},
    [TWT_MEASURE_CONTAINED] = {"contained", "three-word sequences found in the other"},
    [TWT_MEASURE_SEEDS] = {"seeds", "pairs of sentences alike"},
    [TWT_MEASURE_CHAIN] = {"chain", "of them in the same order"},
    [TWT_MEASURE_COVERAGE_BETTER] = {"coverage_better", "coverage of the better covered text"},
    [TWT_MEASURE_COVERAGE_WORSE] = {"coverage_worse", "coverage of the other text"},
    [TWT_MEASURE_COPIED] = {"copied", "sentences copied word for word, of those alike"},
    [TWT_MEASURE_ALIGNED_TOKENS] = {"aligned_tokens", "aligned words"},
    [TWT_MEASURE_MATCHED] = {"matched", "equal words, of the aligned"},
    [TWT_MEASURE_KEPT] = {"kept", "equal words, of the shorter text"},
    [TWT_MEASURE_MEAN_RUN] = {"mean_run", "words of a run of equal words, on average"},
    [TWT_MEASURE_LONGEST_RUN] = {"longest_run", "words of the longest run of equal words"},
    [TWT_MEASURE_BLOCKS] = {"blocks", "replaced blocks"},
    [TWT_MEASURE_MISREAD] = {"misread", "of them misread or mistyped letters"},
    [TWT_MEASURE_MISREAD_RATE] = {"misread_rate", "misread blocks per 100 aligned words"},
    [TWT_MEASURE_NUMBERS] = {"numbers", "figures and dates, of the replaced blocks"},
    [TWT_MEASURE_SLOTS] = {"slots", "figures, dates and names, of the replaced blocks"},
    [TWT_MEASURE_NEGATIONS] = {"negations", "negations gained or lost"},
    [TWT_MEASURE_CONTENT_RATE] = {"content_rate", "replaced words and names per 100 aligned words"},
    [TWT_MEASURE_WORD_RATE] = {"word_rate", "replaced plain words per 100 aligned words"},
};

const char *twt_measure_name(twt_measure_code code)
{
    return (unsigned)code < TWT_MEASURE_CODES ? measures[code].name : "unknown";
}

const char *twt_measure_text(twt_measure_code code)
{
    return (unsigned)code < TWT_MEASURE_CODES ? measures[code].text : "unknown";
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
    };
    return (unsigned)rule < TWT_RULES ? names[rule] : "unknown";
}

#include "io/write/names.h"

const char *twt_first_name(twt_first first)
{
    return first == TWT_FIRST_A ? "a" : first == TWT_FIRST_B ? "b" : "unknown";
}

const char *twt_confidence_name(twt_confidence confidence)
{
    return confidence == TWT_CONFIDENCE_CERTAIN  ? "certain"
           : confidence == TWT_CONFIDENCE_LIKELY ? "likely"
                                                 : "unknown";
}

const char *twt_signs_name(twt_signs signs)
{
    return signs == TWT_SIGNS_STRONG ? "strong" : signs == TWT_SIGNS_SOME ? "some" : "none";
}

const char *twt_passage_kind_name(twt_passage_kind kind)
{
    static const char *const names[] = {"verbatim", "edited", "rewritten", "moved"};
    return names[kind];
}

const char *twt_change_kind_name(twt_change_kind kind)
{
    static const char *const names[TWT_CHANGE_KINDS] = {"number",   "name", "quotation", "negation",
                                                        "spelling", "word", "word",      "word"};
    return names[kind];
}

/* What reasons are called. */
#include "base/reason.h"

const char *twt_reason_name(twt_reason_code code)
{
    static const char *const names[TWT_REASON_CODES] = {
        [TWT_REASON_EQUAL_TEXT] = "equal_text",
        [TWT_REASON_SPELLING_NOISE] = "spelling_noise",
        [TWT_REASON_NEW_FIGURES] = "new_figures",
        [TWT_REASON_REWORDED] = "reworded",
        [TWT_REASON_CONTAINED] = "contained",
        [TWT_REASON_COVERED] = "covered",
        [TWT_REASON_SHARED_PASSAGE] = "shared_passage",
        [TWT_REASON_SAME_TOPIC] = "same_topic",
        [TWT_REASON_NOTHING_SHARED] = "nothing_shared",
        [TWT_REASON_SHORT_TEXT] = "short_text",
        [TWT_REASON_COMMON_WORDING] = "common_wording",
        [TWT_REASON_SIGN_ORDER] = "sign_order",
        [TWT_REASON_SIGN_QUOTATION] = "sign_quotation",
        [TWT_REASON_SIGN_BROKEN] = "sign_broken",
        [TWT_REASON_SIGN_NAMES] = "sign_names",
        [TWT_REASON_SIGN_TOUCHED] = "sign_touched",
        [TWT_REASON_QUOTATIONS_KEPT] = "quotations_kept",
        [TWT_REASON_TRANSLATION_NOTE] = "translation_note",
        [TWT_REASON_FIRST_TIER] = "first_tier",
        [TWT_REASON_FIRST_TIME] = "first_time",
        [TWT_REASON_FIRST_DATE] = "first_date",
        [TWT_REASON_FIRST_CREDIT] = "first_credit",
        [TWT_REASON_FIRST_QUOTATION] = "first_quotation",
        [TWT_REASON_FIRST_TRUNCATED] = "first_truncated",
        [TWT_REASON_FIRST_BROKEN] = "first_broken",
        [TWT_REASON_FIRST_LAYOUT] = "first_layout",
        [TWT_REASON_FIRST_LONGER] = "first_longer",
        [TWT_REASON_FIRST_VARIED] = "first_varied",
        [TWT_REASON_FIRST_DETAIL] = "first_detail",
        [TWT_REASON_FIRST_MENDED] = "first_mended",
        [TWT_REASON_FIRST_BELONGS] = "first_belongs",
        [TWT_REASON_CANONICAL_PREFERRED] = "canonical_preferred",
        [TWT_REASON_CANONICAL_TIER] = "canonical_tier",
        [TWT_REASON_CANONICAL_CREDITED] = "canonical_credited",
        [TWT_REASON_CANONICAL_FIRST] = "canonical_first",
        [TWT_REASON_CANONICAL_EARLIEST] = "canonical_earliest",
        [TWT_REASON_CANONICAL_SUPPORTED] = "canonical_supported",
        [TWT_REASON_CANONICAL_MEDOID] = "canonical_medoid",
        [TWT_REASON_CANONICAL_LONGEST] = "canonical_longest",
        [TWT_REASON_CANONICAL_SMALLEST_ID] = "canonical_smallest_id",
    };
    return (unsigned)code < TWT_REASON_CODES ? names[code] : "unknown";
}

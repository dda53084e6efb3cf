#include "twicetold/types.h"

#include <string.h>

#include "support/suite.h"
#include "twicetold/version.h"

START_TEST(every_status_has_a_sentence_of_its_own)
{
    for (int s = TWT_ERROR_UNSUPPORTED; s <= TWT_END; s++) {
        ck_assert_str_ne(twt_status_text((twt_status)s), "unknown status");
        for (int other = s + 1; other <= TWT_END; other++)
            ck_assert_str_ne(twt_status_text((twt_status)s), twt_status_text((twt_status)other));
    }
    ck_assert_str_eq(twt_status_text((twt_status)99), "unknown status");
}
END_TEST

START_TEST(relations_have_the_names_of_the_contract)
{
    static const char *const names[] = {"exact",          "noisy",   "updated", "rewritten", "excerpt",
                                        "near_duplicate", "partial", "related", "unrelated"};
    for (int r = 0; r <= TWT_RELATION_UNRELATED; r++) {
        ck_assert_str_eq(twt_relation_name((twt_relation)r), names[r]);
        ck_assert(twt_relation_is_reuse((twt_relation)r) == (r < TWT_RELATION_RELATED));
    }
    ck_assert_str_eq(twt_relation_name((twt_relation)99), "unknown");
}
END_TEST

START_TEST(the_version_has_three_numbers)
{
    ck_assert_uint_eq(strspn(twt_version(), "0123456789."), strlen(twt_version()));
    ck_assert_ptr_nonnull(strchr(strchr(twt_version(), '.') + 1, '.'));
}
END_TEST

TWT_SUITE("base_status", every_status_has_a_sentence_of_its_own, relations_have_the_names_of_the_contract,
          the_version_has_three_numbers)

#include "twicetold/profile.h"

#include "support/suite.h"

START_TEST(the_defaults_are_good)
{
    twt_profile profile;
    twt_profile_init(&profile);
    ck_assert_int_eq(twt_profile_check(&profile), TWT_OK);
    ck_assert_uint_eq(profile.shingle_tokens, 3);
    ck_assert_uint_eq(profile.slots, 128);
}
END_TEST

START_TEST(fields_out_of_range_are_refused)
{
    static const struct {
        uint32_t shingle_tokens, slots;
    } bad[] = {{0, 128}, {17, 128}, {3, 0}, {3, 8}, {3, 120}, {3, TWT_SLOTS_MAX + 16}};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        twt_profile profile;
        twt_profile_init(&profile);
        profile.shingle_tokens = bad[i].shingle_tokens;
        profile.slots = bad[i].slots;
        ck_assert_int_eq(twt_profile_check(&profile), TWT_ERROR_ARGUMENT);
    }
}
END_TEST

START_TEST(every_field_changes_the_id)
{
    twt_profile plain, other;
    twt_profile_init(&plain);
    other = plain;
    ck_assert_uint_eq(twt_profile_id(&plain), twt_profile_id(&other));
    other.shingle_tokens = 4;
    ck_assert_uint_ne(twt_profile_id(&plain), twt_profile_id(&other));
    other = plain;
    other.slots = 64;
    ck_assert_uint_ne(twt_profile_id(&plain), twt_profile_id(&other));
    other = plain;
    other.seed++;
    ck_assert_uint_ne(twt_profile_id(&plain), twt_profile_id(&other));
}
END_TEST

TWT_SUITE("base_profile", the_defaults_are_good, fields_out_of_range_are_refused, every_field_changes_the_id)

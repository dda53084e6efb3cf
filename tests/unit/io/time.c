#include <stdio.h>
#include <string.h>
#include <time.h>

#include "support/suite.h"
#include "twicetold/io.h"

static twt_time parsed(const char *text)
{
    twt_time time = {0};
    ck_assert_msg(twt_time_parse(text, &time) == TWT_OK, "%s refused", text);
    return time;
}

START_TEST(a_date_is_its_midnight_and_says_that_it_is_a_date)
{
    ck_assert_int_eq(parsed("1970-01-01").seconds, 0);
    ck_assert_int_eq(parsed("1970-01-01").precision, TWT_PRECISION_DATE);
    ck_assert_int_eq(parsed("2024-03-05").seconds, 1709596800);
    ck_assert_int_eq(parsed("1969-12-31").seconds, -86400);
    ck_assert_int_eq(parsed("0001-01-01").seconds, -62135596800);
    ck_assert_int_eq(parsed("9999-12-31").seconds, 253402214400);
}
END_TEST

START_TEST(times_are_utc_unless_they_name_a_zone)
{
    int64_t nine_thirty = 1709596800 + 9 * 3600 + 30 * 60;
    static const char *const same[] = {
        "2024-03-05T09:30",           "2024-03-05T09:30:00",    "2024-03-05T09:30:00Z",
        "2024-03-05t09:30:00z",       "2024-03-05T09:30Z",      "2024-03-05T09:30:00.250",
        "2024-03-05T09:30:00,999Z",   "2024-03-05 09:30",       "2024-03-05T10:30:00+01:00",
        "2024-03-05T10:30:00.5+0100", "2024-03-05T10:30+01",    "2024-03-05 10:30:00 +0100",
        "2024-03-04T23:30-10:00",     "2024-03-05T09:30-00:00", "2024-03-05T15:15+05:45",
        "2024-03-05 09:30:00 Z",
    };
    for (size_t i = 0; i < sizeof same / sizeof *same; i++) {
        ck_assert_msg(parsed(same[i]).seconds == nine_thirty, "%s", same[i]);
        ck_assert_int_eq(parsed(same[i]).precision, TWT_PRECISION_TIME);
    }
}
END_TEST

START_TEST(what_no_calendar_has_is_refused)
{
    static const char *const bad[] = {
        "",
        " ",
        "2024",
        "2024-03",
        "2024-3-5",
        "20240305",
        "2024-03-05T",
        "2024-03-05 ",
        " 2024-03-05",
        "2024-13-01",
        "2024-00-01",
        "2024-01-00",
        "2024-01-32",
        "2024-04-31",
        "2023-02-29",
        "1900-02-29",
        "0000-01-01",
        "10000-01-01",
        "-2024-01-01",
        "2024-03-05T24:00",
        "2024-03-05T23:60",
        "2024-03-05T23:59:60",
        "2024-03-05T9:30",
        "2024-03-05T09",
        "2024-03-05T0930",
        "2024-03-05T09:30:",
        "2024-03-05T09:30:0",
        "2024-03-05T09:30:00.",
        "2024-03-05T09:30:00.Z",
        "2024-03-05T09:30:00X",
        "2024-03-05T09:30+",
        "2024-03-05T09:30+1",
        "2024-03-05T09:30+24:00",
        "2024-03-05T09:30+01:60",
        "2024-03-05T09:30+01:",
        "2024-03-05T09:30Z ",
        "2024-03-05T09:30 ",
        "2024-03-05Z",
        "2024-03-05+01:00",
        "2024-03-05T09:30ZZ",
        "2024/03/05",
        "5 March 2024",
        "2024-03-05T09:30+01:000",
    };
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        twt_time time = {.seconds = 7};
        ck_assert_msg(twt_time_parse(bad[i], &time) == TWT_ERROR_FORMAT, "%s taken", bad[i]);
        ck_assert_int_eq(time.seconds, 7);
    }
    twt_time time;
    ck_assert_int_eq(twt_time_parse("2024-02-29", &time), TWT_OK);
    ck_assert_int_eq(twt_time_parse("2000-02-29", &time), TWT_OK);
}
END_TEST

/* The calendar of the C library is the oracle, every day of 9999 years. */
START_TEST(every_day_comes_back)
{
    int64_t day = -719162;
    for (int year = 1; year <= 9999; year++)
        for (int month = 1; month <= 12; month++)
            for (int of_month = 1; of_month <= 31; of_month++) {
                char text[32];
                twt_time time;
                snprintf(text, sizeof text, "%04d-%02d-%02d", year, month, of_month);
                if (twt_time_parse(text, &time) != TWT_OK)
                    continue;
                if (time.seconds != day * 86400)
                    ck_abort_msg("%s is day %d", text, (int)day);
                day++;
            }
    ck_assert_int_eq(day, 2932897);
    for (int64_t seconds = -62135596800; seconds < 253402300800; seconds += 1000003 * 61) {
        char text[32];
        struct tm tm;
        time_t t = (time_t)seconds;
        gmtime_r(&t, &tm);
        ck_assert_uint_gt(strftime(text, sizeof text, "-%m-%dT%H:%M:%SZ", &tm), 0);
        char whole[80];
        snprintf(whole, sizeof whole, "%04d%s", tm.tm_year + 1900, text);
        ck_assert_int_eq(parsed(whole).seconds, seconds);
    }
}
END_TEST

START_TEST(tiers_have_four_words)
{
    twt_tier tier = TWT_TIER_UNKNOWN;
    ck_assert_int_eq(twt_tier_parse("official", &tier), TWT_OK);
    ck_assert_int_eq(tier, TWT_TIER_OFFICIAL);
    ck_assert_int_eq(twt_tier_parse("agency", &tier), TWT_OK);
    ck_assert_int_eq(tier, TWT_TIER_AGENCY);
    ck_assert_int_eq(twt_tier_parse("outlet", &tier), TWT_OK);
    ck_assert_int_eq(tier, TWT_TIER_OUTLET);
    ck_assert_int_eq(twt_tier_parse("other", &tier), TWT_OK);
    ck_assert_int_eq(tier, TWT_TIER_OTHER);
    ck_assert_int_eq(twt_tier_parse("unknown", &tier), TWT_ERROR_FORMAT);
    ck_assert_int_eq(twt_tier_parse("Official", &tier), TWT_ERROR_FORMAT);
    ck_assert_int_eq(twt_tier_parse("", &tier), TWT_ERROR_FORMAT);
    ck_assert_int_eq(tier, TWT_TIER_OTHER);
}
END_TEST

TWT_SUITE("io_time", a_date_is_its_midnight_and_says_that_it_is_a_date, times_are_utc_unless_they_name_a_zone,
          what_no_calendar_has_is_refused, every_day_comes_back, tiers_have_four_words)

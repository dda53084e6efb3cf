/* Days from a civil date by counting years from March, so that the leap day comes last and months have a linear rule
 * (Hinnant, "chrono-compatible low-level date algorithms", 2013). */
#include "twicetold/io.h"

#include <string.h>

/* Reads exactly count digits; -1 when there are fewer. */
static int take_digits(const char **p, int count)
{
    int value = 0;
    for (int i = 0; i < count; i++, (*p)++) {
        if (**p < '0' || **p > '9')
            return -1;
        value = value * 10 + (**p - '0');
    }
    return value;
}

static bool take(const char **p, char wanted)
{
    bool is_there = **p == wanted;
    *p += is_there;
    return is_there;
}

static int days_in(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return days[month - 1] + (month == 2 && is_leap);
}

static int64_t days_since_1970(int year, int month, int day)
{
    int64_t y = month <= 2 ? year - 1 : year;
    int64_t since_march = (month + 9) % 12;
    int64_t day_of_year = (153 * since_march + 2) / 5 + day - 1;
    return y * 365 + y / 4 - y / 100 + y / 400 + day_of_year - 719468;
}

static bool take_date(const char **p, int64_t *days)
{
    int year = take_digits(p, 4);
    if (year < 1 || !take(p, '-'))
        return false;
    int month = take_digits(p, 2);
    if (month < 1 || month > 12 || !take(p, '-'))
        return false;
    int day = take_digits(p, 2);
    if (day < 1 || day > days_in(year, month))
        return false;
    *days = days_since_1970(year, month, day);
    return true;
}

static bool take_clock(const char **p, int64_t *seconds)
{
    int hour = take_digits(p, 2);
    if (hour < 0 || hour > 23 || !take(p, ':'))
        return false;
    int minute = take_digits(p, 2);
    if (minute < 0 || minute > 59)
        return false;
    *seconds = hour * 3600 + minute * 60;
    if (!take(p, ':'))
        return true;
    int second = take_digits(p, 2);
    if (second < 0 || second > 59)
        return false;
    *seconds += second;
    if (!take(p, '.') && !take(p, ','))
        return true;
    size_t digits = strspn(*p, "0123456789"); /* under a second: dropped */
    *p += digits;
    return digits > 0;
}

/* Z, +hh, +hhmm, +hh:mm or nothing. */
static bool take_zone(const char **p, int64_t *offset)
{
    *offset = 0;
    if (**p == '\0' || take(p, 'Z') || take(p, 'z'))
        return true;
    int sign = take(p, '+') ? 1 : take(p, '-') ? -1 : 0;
    if (sign == 0)
        return false;
    int hour = take_digits(p, 2), minute = 0;
    if (hour < 0 || hour > 23)
        return false;
    if (take(p, ':') || **p != '\0')
        minute = take_digits(p, 2);
    if (minute < 0 || minute > 59)
        return false;
    *offset = sign * (hour * 3600 + minute * 60);
    return true;
}

twt_status twt_time_parse(const char *text, twt_time *out)
{
    int64_t days, clock, offset;
    if (!take_date(&text, &days))
        return TWT_ERROR_FORMAT;
    if (*text == '\0') {
        *out = (twt_time){.seconds = days * 86400, .precision = TWT_PRECISION_DATE};
        return TWT_OK;
    }
    if ((!take(&text, 'T') && !take(&text, 't') && !take(&text, ' ')) || !take_clock(&text, &clock))
        return TWT_ERROR_FORMAT;
    if (take(&text, ' ') && *text == '\0')
        return TWT_ERROR_FORMAT;
    if (!take_zone(&text, &offset) || *text != '\0')
        return TWT_ERROR_FORMAT;
    *out = (twt_time){.seconds = days * 86400 + clock - offset, .precision = TWT_PRECISION_TIME};
    return TWT_OK;
}

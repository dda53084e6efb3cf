#include "io/read/json_scan.h"

#include <string.h>

#include "base/rng.h"
#include "io/read/json.h"
#include "support/suite.h"

enum { ID, TEXT, COUNT };

static void clear(twt_field fields[COUNT])
{
    fields[ID] = (twt_field){"id", "id is no string", NULL, 0, false};
    fields[TEXT] = (twt_field){"text", "text is no string", NULL, 0, true};
}

/* Whether the fast lane took the line; then jansson must have said the same. */
static bool agrees(const char *line, size_t len)
{
    static char copy[1024];
    twt_field fast[COUNT], slow[COUNT];
    twt_json json = {0};
    twt_fault fault;
    memcpy(copy, line, len);
    clear(fast);
    clear(slow);
    if (!twt_json_scan(copy, len, fast, COUNT)) {
        ck_assert_mem_eq(copy, line, len);
        ck_assert_ptr_null(fast[TEXT].value);
        return false;
    }
    ck_assert_msg(twt_json_load(&json, line, len, slow, COUNT, &fault) == TWT_OK, "jansson refuses %.*s", (int)len,
                  line);
    for (size_t i = 0; i < COUNT; i++) {
        if (!fast[i].value != !slow[i].value)
            ck_abort_msg("%s is there but once in %.*s", fast[i].name, (int)len, line);
        if (fast[i].value && (fast[i].len != slow[i].len || memcmp(fast[i].value, slow[i].value, slow[i].len + 1) != 0))
            ck_abort_msg("%s differs in %.*s", fast[i].name, (int)len, line);
    }
    twt_json_clear(&json);
    return true;
}

START_TEST(objects_of_strings_take_the_fast_lane)
{
    static const char *const lines[] = {
        "{}",
        " { } ",
        "{\"text\":\"x\"}",
        "{\"id\" : \"a\" , \"text\" :\t\"x\"}\r",
        "{\"text\":\"\"}",
        "{\"text\":\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"}",
        "{\"text\":\"caf\xc3\xa9 \\u00e9\\u20AC\\ud83d\\ude00 \xf0\x9f\x98\x80\"}",
        "{\"text\":\"a long text, that is more than eight bytes, \\n with escapes \\n and \\n more\"}",
        "{\"other\":\"\\u0041\",\"text\":\"x\",\"idx\":\"no\"}",
        "{\"text\":\"x\x7f\"}",
    };
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        ck_assert_msg(agrees(lines[i], strlen(lines[i])), "%s", lines[i]);
}
END_TEST

START_TEST(all_else_is_left_to_jansson)
{
    static const char *const lines[] = {
        "",
        "{",
        "[]",
        "{\"text\":1}",
        "{\"text\":null}",
        "{\"text\":[\"x\"]}",
        "{\"text\":\"x\"} y",
        "{\"text\":\"x\",}",
        "{\"text\":\"x\",\"text\":\"y\"}",
        "{\"te\\u0078t\":\"x\"}",
        "{\"text\":\"\\u0000\"}",
        "{\"text\":\"\\ud800\"}",
        "{\"text\":\"\\udc00\"}",
        "{\"text\":\"\\ud800\\u0041\"}",
        "{\"text\":\"\\ud800\\ud800\"}",
        "{\"text\":\"\\x\"}",
        "{\"text\":\"\\u12g4\"}",
        "{\"text\":\"\\u12\"}",
        "{\"text\":\"\xff\"}",
        "{\"text\":\"a\tb\"}",
        "{\"text\":\"x\\\"}",
        "{\"text\":\"x",
        "{\"text\" \"x\"}",
        "{\"text\":\"x\"\"id\":\"y\"}",
        "{,}",
        "{\"text\":\"x\"}}",
        "{\"1\":\"\",\"2\":\"\",\"3\":\"\",\"4\":\"\",\"5\":\"\",\"6\":\"\",\"7\":\"\",\"8\":\"\",\"9\":\"\",\"10\":"
        "\"\","
        "\"11\":\"\",\"12\":\"\",\"13\":\"\",\"14\":\"\",\"15\":\"\",\"16\":\"\",\"17\":\"\"}",
    };
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        ck_assert_msg(!agrees(lines[i], strlen(lines[i])), "%s", lines[i]);
    ck_assert(!agrees("{\"text\":\"a\0b\"}", 14));
}
END_TEST

START_TEST(it_says_what_jansson_says_of_any_soup)
{
    static const char *const pieces[] = {
        "a",
        "\"",
        "\\\"",
        "\\\\",
        "\\n",
        "\\u00e9",
        "\\ud83d",
        "\\ude00",
        "\\u",
        "\\u0000",
        "\\",
        "\xc3\xa9",
        "\xff",
        "\x1f",
        "longer than eight bytes",
        "\",\"id\":\"",
        "\",\"x\":\"",
        "\",\"text\":\"",
        "\"}",
        " ",
    };
    uint64_t rng = 3;
    size_t taken = 0;
    for (int round = 0; round < 200000; round++) {
        char line[1024] = "{\"text\":\"";
        for (uint64_t i = twt_rng_next(&rng) % 8; i > 0; i--)
            strcat(line, pieces[twt_rng_next(&rng) % (sizeof pieces / sizeof *pieces)]);
        strcat(line, "\"}");
        taken += agrees(line, strlen(line));
    }
    ck_assert_uint_gt(taken, 20000);
}
END_TEST

START_TEST(many_escapes_take_linear_time)
{
    enum { LEN = 8000000 };
    char *line = malloc(LEN + 16);
    twt_field fields[COUNT];
    clear(fields);
    strcpy(line, "{\"text\":\"");
    memset(line + 9, '\\', LEN);
    strcpy(line + 9 + LEN, "\"}");
    ck_assert(twt_json_scan(line, LEN + 11, fields, COUNT));
    ck_assert_uint_eq(fields[TEXT].len, LEN / 2);
    free(line);
}
END_TEST

TWT_SUITE("io_json_scan", objects_of_strings_take_the_fast_lane, all_else_is_left_to_jansson,
          it_says_what_jansson_says_of_any_soup, many_escapes_take_linear_time)

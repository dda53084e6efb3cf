#include "io/write/glyph.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/suite.h"

START_TEST(widths_are_those_of_a_terminal)
{
    static const struct {
        const char *text;
        size_t columns;
    } cases[] = {{"", 0},
                 {"Council", 7},
                 {"Fünf", 4},
                 {"Fu\xCC\x88nf", 4},
                 {"Совет", 5},
                 {"Συμβούλιο", 9},
                 {"市議会", 6},
                 {"위원회", 6},
                 {"カタ", 4},
                 {"ｶﾀ", 2},
                 {"Ａ", 2},
                 {"नगर", 3},
                 {"שָׁלוֹם", 4},
                 {"“x” – …", 7},
                 {"🙂", 2},
                 {"a\xE2\x80\x8B"
                  "b",
                  2}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        ck_assert_uint_eq(twt_glyph_columns(cases[i].text, strlen(cases[i].text)), cases[i].columns);
}
END_TEST

START_TEST(what_commands_a_terminal_is_unsafe)
{
    static const uint32_t unsafe[] = {0,    7,    8,    9,      0xA,    0xD,    0x1B,  0x7F,
                                      0x85, 0x9B, 0x9F, 0x2028, 0x202E, 0x2066, 0x2069};
    static const uint32_t safe[] = {' ', '~', 0xA0, 0xAD, 0x200E, 0x200D, 0x202F, 0x2065, 0x206A, 0xFFFD, 0x1F642};
    for (size_t i = 0; i < sizeof unsafe / sizeof *unsafe; i++)
        ck_assert(twt_glyph_is_unsafe(unsafe[i]));
    for (size_t i = 0; i < sizeof safe / sizeof *safe; i++)
        ck_assert(!twt_glyph_is_unsafe(safe[i]));
}
END_TEST

static void each_range(const char *line, void (*check)(uint32_t, const char *))
{
    char *at;
    uint32_t first = (uint32_t)strtoul(line, &at, 16), last = first;
    if (at == line)
        return;
    if (at[0] == '.' && at[1] == '.')
        last = (uint32_t)strtoul(at + 2, &at, 16);
    while (*at == ' ' || *at == ';')
        at++;
    for (uint32_t c = first; c <= last; c++)
        check(c, at);
}

static size_t checked;

/* Conjoining vowels and finals, and marks, are counted with the glyph they join. */
static void check_wide(uint32_t c, const char *width)
{
    bool is_wide = width[0] == 'W' || width[0] == 'F';
    unsigned columns = twt_glyph_width(c);
    if (is_wide ? columns == 1 : columns == 2)
        ck_abort_msg("U+%04X takes %u columns", c, columns);
    checked++;
}

START_TEST(wide_ones_are_those_of_the_unicode_data)
{
    FILE *file = fopen("/usr/share/unicode/EastAsianWidth.txt", "r");
    if (!file)
        return; /* the package unicode-data is not here */
    char line[512];
    while (fgets(line, sizeof line, file))
        each_range(line, check_wide);
    fclose(file);
    ck_assert_uint_gt(checked, 100000);
}
END_TEST

static bool spans_digits(uint32_t c)
{
    return (c >= 0x600 && c <= 0x605) || c == 0x6DD || c == 0x70F || c == 0x890 || c == 0x891 || c == 0x8E2 ||
           c == 0x110BD || c == 0x110CD;
}

START_TEST(marks_and_format_characters_take_no_column)
{
    FILE *file = fopen("/usr/share/unicode/UnicodeData.txt", "r");
    if (!file)
        return;
    char line[1024];
    while (fgets(line, sizeof line, file)) {
        char *at;
        uint32_t c = (uint32_t)strtoul(line, &at, 16);
        const char *category = strchr(at + 1, ';') + 1;
        bool is_zero = !strncmp(category, "Mn", 2) || !strncmp(category, "Me", 2) ||
                       (!strncmp(category, "Cf", 2) && c != 0xAD && !spans_digits(c)) || (c >= 0x1160 && c <= 0x11FF);
        if ((twt_glyph_width(c) == 0) != is_zero)
            ck_abort_msg("U+%04X", c);
    }
    fclose(file);
}
END_TEST

TWT_SUITE("io_glyph", widths_are_those_of_a_terminal, what_commands_a_terminal_is_unsafe,
          wide_ones_are_those_of_the_unicode_data, marks_and_format_characters_take_no_column)

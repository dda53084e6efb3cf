#include <stdio.h>
#include <string.h>

#include "support/suite.h"
#include "text/token.h"
#include "unicode_data.h"

enum { MOST = 32 };

/* "÷ 0061 × 0308 ÷": codes and the places of the ÷. Returns the number of codes. */
static size_t read_line(const char *line, uint32_t *codes, char *breaks)
{
    size_t count = 0;
    while (*line) {
        if (strncmp(line, "÷", 2) == 0 || strncmp(line, "×", 2) == 0) {
            breaks[count] = strncmp(line, "÷", 2) == 0;
            line += 2;
            char *end;
            unsigned long code = strtoul(line, &end, 16);
            if (end == line)
                break;
            ck_assert_uint_lt(count + 1, MOST);
            codes[count++] = (uint32_t)code;
            line = end;
        } else {
            line++;
        }
    }
    return count;
}

START_TEST(every_line_of_the_word_break_test_holds)
{
    unicode_file *file = unicode_file_open("auxiliary/WordBreakTest.txt");
    size_t held = 0, unknown = 0;
    for (char *line; (line = unicode_file_line(file));) {
        uint32_t codes[MOST];
        char wanted[MOST], got[MOST];
        size_t count = read_line(line, codes, wanted);
        if (count == 0 || !unicode_all_known(codes, count)) {
            unknown++;
            continue;
        }
        twt_word_breaks(codes, count, got);
        for (size_t i = 1; i < count; i++)
            ck_assert_msg(got[i] == wanted[i], "%s, before code %zu", line, i);
        held++;
    }
    printf("WordBreakTest: %zu lines hold, %zu left out\n", held, unknown);
    ck_assert_uint_gt(held, 1500);
    unicode_file_close(file);
}
END_TEST

#define main run_suite
TWT_SUITE("text_word_breaks", every_line_of_the_word_break_test_holds)
#undef main

UNICODE_MAIN("auxiliary/WordBreakTest.txt")

#include "text/normalize.h"

#include <stdio.h>
#include <string.h>

#include "base/utf8.h"
#include "support/suite.h"
#include "text/property.h"
#include "unicode_data.h"

enum { MOST = 64 };

/* All clusters of a string, as the word reader takes them. (An assertion of Check costs a system call: none in here.)
 */
static void normalize(twt_normalized *to, const uint32_t *codes, size_t count, bool is_folding)
{
    twt_normalized_clear(to);
    for (size_t begin = 0, end; begin < count; begin = end) {
        for (end = begin + 1; end < count && !twt_begins_cluster(codes[end]);)
            end++;
        twt_range range = {(uint32_t)begin, (uint32_t)end};
        if (twt_normalize_cluster(to, codes + begin, end - begin, range, is_folding) != TWT_OK)
            ck_abort_msg("refused");
    }
}

/* Marks that the reader unifies differ from plain NFKC on purpose. */
static void assert_codes(const twt_normalized *got, const uint32_t *wanted, size_t count, const char *line)
{
    bool is_same = got->codes.count == count && got->origins.count == count;
    for (size_t i = 0; is_same && i < count; i++)
        is_same = got->codes.data[i] == twt_unify_mark(wanted[i]);
    if (!is_same)
        ck_abort_msg("%s: %zu code points, U+%04X...", line, got->codes.count, (unsigned)got->codes.data[0]);
}

START_TEST(every_line_of_the_normalization_test_holds)
{
    unicode_file *file = unicode_file_open("NormalizationTest.txt");
    twt_normalized got = {0};
    size_t held = 0, unknown = 0;
    for (char *line; (line = unicode_file_line(file));) {
        if (line[0] == '@')
            continue;
        uint32_t columns[5][MOST];
        size_t counts[5];
        char *at = line;
        for (int i = 0; i < 5; i++) {
            counts[i] = unicode_codes(at, columns[i], MOST);
            at = strchr(at, ';') + 1;
        }
        if (!unicode_all_known(columns[0], counts[0])) {
            unknown++;
            continue;
        }
        for (int i = 0; i < 5; i++) {
            normalize(&got, columns[i], counts[i], false);
            assert_codes(&got, columns[3], counts[3], line);
        }
        held++;
    }
    printf("NormalizationTest: %zu lines hold, %zu left out\n", held, unknown);
    ck_assert_uint_gt(held, 18000);
    twt_normalized_free(&got);
    unicode_file_close(file);
}
END_TEST

START_TEST(every_mapping_of_nfkc_casefold_holds)
{
    unicode_file *file = unicode_file_open("DerivedNormalizationProps.txt");
    twt_normalized got = {0}, wanted = {0};
    size_t held = 0;
    for (char *line; (line = unicode_file_line(file));) {
        if (!strstr(line, "NFKC_CF"))
            continue;
        unsigned first = 0, last;
        if (sscanf(line, "%x..%x", &first, &last) != 2)
            last = first;
        uint32_t mapped[MOST];
        size_t count = unicode_codes(strrchr(line, ';') + 1, mapped, MOST);
        for (uint32_t code = first; code <= last; code++) {
            if (!unicode_all_known(&code, 1) || twt_is_ignorable(code) || count == 0)
                continue;
            normalize(&got, &code, 1, true);
            normalize(&wanted, mapped, count, false);
            assert_codes(&got, wanted.codes.data, wanted.codes.count, line);
            held++;
        }
    }
    ck_assert_uint_gt(held, 5000);
    twt_normalized_free(&got);
    twt_normalized_free(&wanted);
    unicode_file_close(file);
}
END_TEST

START_TEST(what_composes_backwards_begins_no_cluster)
{
    unicode_file *file = unicode_file_open("UnicodeData.txt");
    for (char *line; (line = unicode_file_line(file));) {
        char *at = line;
        for (int i = 0; i < 5; i++)
            at = strchr(at, ';') + 1;
        uint32_t parts[MOST];
        size_t count = *at == '<' ? 0 : unicode_codes(at, parts, MOST);
        if (count == 2 && unicode_all_known(parts, 2))
            ck_assert_msg(!twt_begins_cluster(parts[1]), "U+%04X composes with U+%04X", (unsigned)parts[1],
                          (unsigned)parts[0]);
    }
    ck_assert(!twt_begins_cluster(0x1161) && !twt_begins_cluster(0x11a8));
    unicode_file_close(file);
}
END_TEST

START_TEST(normalising_twice_changes_nothing)
{
    twt_normalized once = {0}, twice = {0};
    for (uint32_t code = 0; code < UNICODE_CODES; code++) {
        if ((code >= 0xd800 && code < 0xe000) || twt_is_ignorable(code))
            continue;
        normalize(&once, &code, 1, true);
        normalize(&twice, once.codes.data, once.codes.count, true);
        if (once.codes.count != twice.codes.count ||
            memcmp(once.codes.data, twice.codes.data, once.codes.count * sizeof code) != 0)
            ck_abort_msg("U+%04X", (unsigned)code);
    }
    twt_normalized_free(&once);
    twt_normalized_free(&twice);
}
END_TEST

#define main run_suite
TWT_SUITE("text_normalize", every_line_of_the_normalization_test_holds, every_mapping_of_nfkc_casefold_holds,
          what_composes_backwards_begins_no_cluster, normalising_twice_changes_nothing)
#undef main

UNICODE_MAIN("NormalizationTest.txt")

#include <string.h>

#include "base/rng.h"
#include "support/suite.h"
#include "twicetold/io.h"

START_TEST(a_pattern_without_a_slash_is_held_against_the_name)
{
    ck_assert(twt_glob_matches("*.txt", "a/b/c.txt"));
    ck_assert(twt_glob_matches("c.txt", "a/b/c.txt"));
    ck_assert(!twt_glob_matches("b", "a/b/c.txt"));
    ck_assert(twt_glob_matches("*", "a/b"));
    ck_assert(twt_glob_matches("**", "a/b"));
    ck_assert(!twt_glob_matches("", "a"));
    ck_assert(twt_glob_matches("", ""));
}
END_TEST

START_TEST(stars_and_question_marks_stop_at_slashes)
{
    ck_assert(twt_glob_matches("a/*.txt", "a/b.txt"));
    ck_assert(!twt_glob_matches("a/*.txt", "a/b/c.txt"));
    ck_assert(!twt_glob_matches("a?b/c", "a/b/c"));
    ck_assert(twt_glob_matches("a/?", "a/b"));
    ck_assert(!twt_glob_matches("a/?", "a/"));
    ck_assert(twt_glob_matches("a/*", "a/"));
}
END_TEST

START_TEST(double_stars_cross_slashes_and_stand_for_no_folder_too)
{
    ck_assert(twt_glob_matches("a/**", "a/b/c.txt"));
    ck_assert(twt_glob_matches("a/**/c.txt", "a/b/b/c.txt"));
    ck_assert(twt_glob_matches("a/**/c.txt", "a/c.txt"));
    ck_assert(twt_glob_matches("**/c.txt", "c.txt"));
    ck_assert(twt_glob_matches("**/c.txt", "a/b/c.txt"));
    ck_assert(!twt_glob_matches("**/c.txt", "a/bc.txt"));
    ck_assert(!twt_glob_matches("a**/c.txt", "ac.txt"));
    ck_assert(twt_glob_matches("a**/c.txt", "ax/y/c.txt"));
}
END_TEST

START_TEST(a_question_mark_is_one_character_of_any_length)
{
    ck_assert(twt_glob_matches("?", "\xc3\xa9"));
    ck_assert(!twt_glob_matches("??", "\xc3\xa9"));
    ck_assert(twt_glob_matches("a?b", "a\xf0\x9f\x98\x80"
                                      "b"));
    ck_assert(twt_glob_matches("a??b", "a\xe2\x82\xac\xe2\x82\xac"
                                       "b"));
}
END_TEST

START_TEST(nothing_else_is_special)
{
    ck_assert(twt_glob_matches("[a]\\{b}", "[a]\\{b}"));
    ck_assert(!twt_glob_matches("[a]", "a"));
}
END_TEST

/* The definition, by trying everything. */
static bool matches_slowly(const char *pattern, const char *path, bool is_component_start)
{
    if (!*pattern)
        return !*path;
    if (pattern[0] == '*' && pattern[1] == '*') {
        if (is_component_start && pattern[2] == '/' && matches_slowly(pattern + 3, path, true))
            return true;
        for (;; path++) {
            if (matches_slowly(pattern + 2, path, false))
                return true;
            if (!*path)
                return false;
        }
    }
    if (*pattern == '*') {
        for (;; path++) {
            if (matches_slowly(pattern + 1, path, false))
                return true;
            if (!*path || *path == '/')
                return false;
        }
    }
    if (!*path || (*pattern == '?' ? *path == '/' : *path != *pattern))
        return false;
    return matches_slowly(pattern + 1, path + 1, *pattern == '/');
}

START_TEST(the_automaton_agrees_with_trying_everything)
{
    uint64_t rng = 1;
    size_t matched = 0;
    for (int i = 0; i < 200000; i++) {
        char pattern[9], path[9];
        size_t pattern_len = twt_rng_next(&rng) % 8 + 1, path_len = twt_rng_next(&rng) % 9;
        for (size_t j = 0; j < pattern_len; j++)
            pattern[j] = "ab/**?/*"[twt_rng_next(&rng) % 8];
        for (size_t j = 0; j < path_len; j++)
            path[j] = "ab/ab"[twt_rng_next(&rng) % 5];
        pattern[pattern_len] = path[path_len] = '\0';
        const char *held = path;
        if (!strchr(pattern, '/') && strrchr(path, '/'))
            held = strrchr(path, '/') + 1;
        bool wanted = matches_slowly(pattern, held, true);
        ck_assert_msg(twt_glob_matches(pattern, path) == wanted, "%s against %s: %d expected", pattern, path, wanted);
        matched += wanted;
    }
    ck_assert_uint_gt(matched, 10000);
}
END_TEST

START_TEST(many_stars_take_no_longer)
{
    static char pattern[1001], path[20001];
    for (int i = 0; i < 1000; i += 2)
        memcpy(pattern + i, "*a", 2);
    memset(path, 'a', 20000);
    path[19999] = 'b';
    ck_assert(!twt_glob_matches(pattern, path));
    for (int i = 0; i < 1000; i += 4)
        memcpy(pattern + i, "**/a", 4);
    ck_assert(!twt_glob_matches(pattern, path));
}
END_TEST

START_TEST(a_pattern_over_the_limit_matches_nothing)
{
    static char pattern[1200];
    memset(pattern, 'a', 1024);
    ck_assert(twt_glob_matches(pattern, pattern));
    memset(pattern, '*', 1100);
    ck_assert(!twt_glob_matches(pattern, "a"));
}
END_TEST

TWT_SUITE("io_glob", a_pattern_without_a_slash_is_held_against_the_name, stars_and_question_marks_stop_at_slashes,
          double_stars_cross_slashes_and_stand_for_no_folder_too, a_question_mark_is_one_character_of_any_length,
          nothing_else_is_special, the_automaton_agrees_with_trying_everything, many_stars_take_no_longer,
          a_pattern_over_the_limit_matches_nothing)

/* The main function of a unit test.
 *
 *     START_TEST(empty_text_has_no_tokens) { ... } END_TEST
 *     TWT_SUITE("text_token", empty_text_has_no_tokens, ...)
 */
#ifndef TWT_TESTS_SUITE_H
#define TWT_TESTS_SUITE_H

#include <check.h>
#include <stdlib.h>

#define TWT_SUITE(name, ...)                                                                                           \
    int main(void)                                                                                                     \
    {                                                                                                                  \
        const TTest *const tests[] = {__VA_ARGS__};                                                                    \
        Suite *suite = suite_create(name);                                                                             \
        TCase *all = tcase_create("all");                                                                              \
        tcase_set_timeout(all, 240);                                                                                   \
        for (size_t i = 0; i < sizeof(tests) / sizeof(*tests); i++)                                                    \
            tcase_add_test(all, tests[i]);                                                                             \
        suite_add_tcase(suite, all);                                                                                   \
        SRunner *runner = srunner_create(suite);                                                                       \
        srunner_run_all(runner, CK_ENV);                                                                               \
        int failed = srunner_ntests_failed(runner);                                                                    \
        srunner_free(runner);                                                                                          \
        return failed ? EXIT_FAILURE : EXIT_SUCCESS;                                                                   \
    }

#endif

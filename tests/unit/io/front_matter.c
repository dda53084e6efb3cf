#include "io/read/front_matter.h"

#include <string.h>

#include "support/failing_alloc.h"
#include "support/suite.h"

static char text[200000];
static twt_bytes strings;

/* What the block gave; text is what became of it. */
static twt_document taken(const char *given)
{
    twt_document document = {.id = "x"};
    strcpy(text, given);
    ck_assert_int_eq(twt_front_matter_take(text, strlen(text), &strings, &document), TWT_OK);
    ck_assert_uint_eq(strlen(text), strlen(given));
    return document;
}

START_TEST(values_become_metadata_and_the_block_is_blanked)
{
    twt_document d =
        taken("---\ntitle: \"A: b\"\ndate: 2024-03-05 09:30:00 +0100\nsource: The Body\n"
              "url: 'https://e.org/'\ntier: official # comment\ntags: [a, b]\nmore:\n  title: no\n---\nText\n");
    ck_assert_str_eq(d.title, "A: b");
    ck_assert_int_eq(d.published.precision, TWT_PRECISION_TIME);
    ck_assert_int_eq(d.published.seconds, 1709627400);
    ck_assert_str_eq(d.source, "The Body");
    ck_assert_str_eq(d.url, "https://e.org/");
    ck_assert_int_eq(d.tier, TWT_TIER_OFFICIAL);
    ck_assert_ptr_nonnull(strstr(text, "\nText\n"));
    ck_assert_uint_eq(strspn(text, " \n"), strlen(text) - 5);
}
END_TEST

START_TEST(published_wins_over_date_and_dots_close_too)
{
    twt_document d = taken("---\r\ndate: 2024-01-01\r\npublished: 2024-01-02\r\n...\r\nText");
    ck_assert_int_eq(d.published.seconds, 1704153600);
    ck_assert_int_eq(d.published.precision, TWT_PRECISION_DATE);
    ck_assert_str_eq(text + strlen(text) - 5, "\nText");
}
END_TEST

START_TEST(a_blanked_byte_order_mark_may_stand_before_it)
{
    ck_assert_str_eq(taken("   ---\ntitle: T\n---\n").title, "T");
}
END_TEST

START_TEST(values_that_make_no_sense_are_left_out)
{
    twt_document d = taken("---\ntitle: T\ndate: last week\ntier: high\nsource: ~\nurl:\n---\nText");
    ck_assert_str_eq(d.title, "T");
    ck_assert_int_eq(d.published.precision, TWT_PRECISION_NONE);
    ck_assert_int_eq(d.tier, TWT_TIER_UNKNOWN);
    ck_assert_ptr_null(d.source);
    ck_assert_ptr_null(d.url);
    d = taken("---\ntitle: [a, b]\nsource: {a: b}\nurl: \"a\\0b\"\n? [x]\n: y\n*z : w\n---\n");
    ck_assert_ptr_null(d.title);
    ck_assert_ptr_null(d.source);
    ck_assert_ptr_null(d.url);
}
END_TEST

static const char *const no_blocks[] = {
    "",
    "-",
    "---",
    "---\n",
    "--- \nno end",
    "----\ntitle: T\n----\n",
    " ---\ntitle: T\n---\n",
    "\n---\ntitle: T\n---\n",
    "---\n---\n",
    "---\njust a sentence\n---\nText",
    "---\n- a\n- b\n---\nText",
    "---\ntitle: a: b\n---\nText",
    "---\ntitle: \"open\n---\nText",
    "---\ntitle: T\n\tx: y\n---\nText",
    "---\ntitle: T\n  --- \nText",
    "---\n[a, b]\n---\n",
    "---\n%BAD\n---\n",
};

START_TEST(what_is_no_mapping_stays_text)
{
    const char *given = no_blocks[_i];
    twt_document d = taken(given);
    ck_assert_str_eq(text, given);
    ck_assert_ptr_null(d.title);
}
END_TEST

/* The second would take libyaml seconds, the third is twice named and once kept. */
START_TEST(hostile_blocks_are_cheap)
{
    static char given[200000];
    strcpy(given, "---\ntitle: T\nx: ");
    memset(given + strlen(given), 'a', 70000);
    strcat(given, "\n---\n");
    ck_assert_ptr_null(taken(given).title);

    memset(given, 0, sizeof given);
    strcpy(given, "---\ntitle: T\nx: ");
    memset(given + strlen(given), '[', 60000);
    strcat(given, "\n---\n");
    ck_assert_ptr_null(taken(given).title);

    memset(given, 0, sizeof given);
    strcpy(given, "---\na: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\ntitle: T\ntitle: U\n---\n");
    ck_assert_str_eq(taken(given).title, "T");
}
END_TEST

/* libyaml allocates out of the sweep's sight. */
START_TEST(every_refused_allocation_is_reported)
{
    for (size_t n = 1;; n++) {
        char block[] = "---\ntitle: T\n---\n";
        twt_bytes own = {0};
        twt_document d = {0};
        failing_alloc_arm(n);
        twt_status status = twt_front_matter_take(block, sizeof block - 1, &own, &d);
        bool was_refused = failing_alloc_disarm();
        twt_bytes_free(&own);
        if (!was_refused)
            break;
        ck_assert_int_eq(status, TWT_ERROR_MEMORY);
    }
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("io_front_matter");
    TCase *all = tcase_create("all");
    tcase_add_test(all, values_become_metadata_and_the_block_is_blanked);
    tcase_add_test(all, published_wins_over_date_and_dots_close_too);
    tcase_add_test(all, a_blanked_byte_order_mark_may_stand_before_it);
    tcase_add_test(all, values_that_make_no_sense_are_left_out);
    tcase_add_loop_test(all, what_is_no_mapping_stays_text, 0, sizeof no_blocks / sizeof *no_blocks);
    tcase_add_test(all, hostile_blocks_are_cheap);
    tcase_add_test(all, every_refused_allocation_is_reported);
    suite_add_tcase(suite, all);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    twt_bytes_free(&strings);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}

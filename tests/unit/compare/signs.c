#include "compare/signs/signs.h"

#include <stdio.h>
#include <string.h>

#include "paired.h"
#include "support/failing_alloc.h"
#include "support/suite.h"
#include "told.h"

typedef struct counted {
    twt_measures measures;
    twt_sign_examples examples;
    char broken[2][200], names[2][200];
} counted;

static void cut(const char *text, twt_range range, char out[200])
{
    snprintf(out, 200, "%.*s", (int)(range.end - range.begin), text + range.begin);
}

static counted count(const char *a, const char *b)
{
    told pair;
    counted out = {.measures = {.blocks = 0}};
    twt_change_finder *finder;
    twt_sign_counter counter = {.is_renamed = {{.count = 0}}};
    twt_token_map map = {.to = {{.count = 0}}};
    const twt_change *changes;
    size_t change_count;
    twt_names names[2];
    told_open(&pair, a, b);
    told_names(&pair, names);
    ck_assert_int_eq(twt_change_finder_new(&finder), TWT_OK);
    ck_assert_int_eq(
        paired_change_finder_run(finder, pair.a, pair.b, &pair.alignment, &out.measures, &changes, &change_count),
        TWT_OK);
    ck_assert(twt_token_map_fill(&map, pair.a, pair.b, &pair.alignment));
    ck_assert_int_eq(twt_sign_counter_names(&counter, names, &map, changes, twt_change_finder_blocks(finder),
                                            change_count, &out.measures, &out.examples),
                     TWT_OK);
    twt_signs_count_broken(pair.a, pair.b, &map, &out.measures, &out.examples);
    for (int s = 0; s < 2; s++) {
        cut(s ? b : a, out.examples.broken[s], out.broken[s]);
        cut(s ? b : a, out.examples.names[s], out.names[s]);
    }
    twt_token_map_free(&map);
    twt_sign_counter_free(&counter);
    twt_change_finder_free(finder);
    told_close(&pair);
    return out;
}

/* ---- names ------------------------------------------------------------------------------------------------- */

START_TEST(names_kept_and_replaced_are_counted_in_both_texts)
{
    counted out = count("Then Ann Smithers met the Harbour Trust in the old town of Oxmere.",
                        "Then Ann Smithers met the Harbour Foundation in the old town of Oxmere.");
    ck_assert_uint_eq(out.measures.names, 6);
    ck_assert_uint_eq(out.measures.names_replaced, 2);
    ck_assert_str_eq(out.names[0], "Harbour Trust");
    ck_assert_str_eq(out.names[1], "Harbour Foundation");
}
END_TEST

START_TEST(names_of_what_only_one_text_tells_do_not_count)
{
    counted out = count("The house is old. Then Ann Smithers left for Oxmere at night.", "The house is old.");
    ck_assert_uint_eq(out.measures.names, 0);
    ck_assert_uint_eq(out.measures.names_replaced, 0);
    ck_assert_str_eq(out.names[0], "");
}
END_TEST

/* ---- broken sentences --------------------------------------------------------------------------------------- */

#define HEAD "They met in the hall. It was late. "

static void check_broken(const char *a, const char *b, uint32_t in_a, uint32_t in_b)
{
    counted one = count(a, b), other = count(b, a);
    ck_assert_uint_eq(one.measures.broken_sentences[0], in_a);
    ck_assert_uint_eq(one.measures.broken_sentences[1], in_b);
    ck_assert_uint_eq(other.measures.broken_sentences[0], in_b);
    ck_assert_uint_eq(other.measures.broken_sentences[1], in_a);
}

START_TEST(a_stray_full_stop_breaks_a_sentence)
{
    counted out = count(HEAD "He showed us the actions since the report was published to mend the service. Good.",
                        HEAD "He showed us the actions since publication. of the report to mend the service. Good.");
    ck_assert_uint_eq(out.measures.broken_sentences[0], 0);
    ck_assert_uint_eq(out.measures.broken_sentences[1], 1);
    ck_assert_str_eq(out.broken[1], "since publication. of the report");
    ck_assert_str_eq(out.broken[0], "");
    check_broken(HEAD "Мы видели работу после выхода отчёта в городе. Да.",
                 HEAD "Мы видели работу после выхода. отчёта в городе. Да.", 0, 1);
}
END_TEST

START_TEST(a_stop_that_both_texts_have_breaks_nothing)
{
    check_broken(HEAD "He saw approx. forty of the men. Good.", HEAD "He saw approx. forty of the women. Good.", 0, 0);
    check_broken(HEAD "He saw the men. they left. Good.", HEAD "He saw the men. they went. Good.", 0, 0);
}
END_TEST

START_TEST(sentences_joined_by_a_comma_were_not_broken)
{
    check_broken(HEAD "He saw the men. they left the town. Good.", HEAD "He saw the men, they left the town. Good.", 0,
                 0);
}
END_TEST

START_TEST(abbreviations_and_ellipses_break_nothing)
{
    check_broken(HEAD "He saw Dr. no of the town. Good.", HEAD "He saw Dr no of the town. Good.", 0, 0);
    check_broken(HEAD "He saw the men... of the town. Good.", HEAD "He saw the men of the town. Good.", 0, 0);
    check_broken(HEAD "He came at 5 p.m. on that day. Good.", HEAD "He came at 5 pm on that day. Good.", 0, 0);
}
END_TEST

START_TEST(a_text_without_capitals_is_not_broken)
{
    check_broken("we met in the hall. it was late. we saw the house. it was old. we left then.",
                 "We met in the hall, it was late. We saw the house and it was old, we left then.", 0, 0);
}
END_TEST

START_TEST(a_new_paragraph_in_the_other_text_closes_a_sentence)
{
    check_broken(HEAD "He saw the house of stone. in the town they slept. Good.",
                 HEAD "He saw the house of stone\n\nin the town they slept. Good.", 0, 0);
}
END_TEST

/* ---- the decision -------------------------------------------------------------------------------------------- */

static twt_measures rewritten(void)
{
    return (twt_measures){.tokens = {100, 100},
                          .covered_tokens = {90, 90},
                          .seeds = 10,
                          .chain = 10,
                          .seeded_sentences = {10, 10},
                          .copied_sentences = {8, 8},
                          .names = 20};
}

enum { A_MODELS = 4, ANYBODYS = 0 }; /* tenths of points that the words give */

static twt_signs decide(const twt_measures *measures, int tenths, twt_reason reasons[TWT_SIGN_REASONS],
                        size_t *reason_count)
{
    twt_sign_examples examples = {.broken = {{0, 0}, {1, 2}}};
    twt_quotation_result quotations = {.counts = {0, 0}};
    return twt_signs_decide(measures, &examples, &quotations, tenths / 10., reasons, reason_count);
}

static twt_signs signs_by(const twt_measures *measures, int tenths)
{
    twt_reason reasons[TWT_SIGN_REASONS];
    size_t reason_count;
    twt_signs signs = decide(measures, tenths, reasons, &reason_count);
    for (size_t i = 1; i < reason_count; i++)
        ck_assert_int_lt(reasons[i - 1].code, reasons[i].code);
    return signs;
}

static twt_signs signs_of(const twt_measures *measures)
{
    return signs_by(measures, A_MODELS);
}

START_TEST(order_and_one_more_sign_are_strong)
{
    twt_measures m = rewritten();
    ck_assert_int_eq(signs_of(&m), TWT_SIGNS_NONE);
    m.quotations_changed = 1;
    ck_assert_int_eq(signs_of(&m), TWT_SIGNS_STRONG);
    m = rewritten();
    m.broken_sentences[1] = 1;
    ck_assert_int_eq(signs_of(&m), TWT_SIGNS_STRONG);
    m = rewritten();
    m.names_replaced = 3;
    ck_assert_int_eq(signs_of(&m), TWT_SIGNS_NONE);
    m.names_replaced = 4;
    ck_assert_int_eq(signs_of(&m), TWT_SIGNS_STRONG);
    m = rewritten();
    m.copied_sentences[0] = m.copied_sentences[1] = 3;
    ck_assert_int_eq(signs_of(&m), TWT_SIGNS_STRONG);
}
END_TEST

START_TEST(order_and_other_wording_are_strong_where_the_words_are_a_models)
{
    twt_measures m = rewritten();
    m.copied_sentences[0] = m.copied_sentences[1] = 3;
    ck_assert_int_eq(signs_by(&m, A_MODELS), TWT_SIGNS_STRONG);
    ck_assert_int_eq(signs_by(&m, ANYBODYS), TWT_SIGNS_SOME);
    m.broken_sentences[1] = 1;
    ck_assert_int_eq(signs_by(&m, ANYBODYS), TWT_SIGNS_STRONG);
}
END_TEST

START_TEST(in_a_brief_no_sign_is_strong)
{
    twt_measures m = rewritten();
    m.broken_sentences[1] = 1;
    m.tokens[1] = m.covered_tokens[1] = 59;
    ck_assert_int_eq(signs_of(&m), TWT_SIGNS_SOME);
}
END_TEST

START_TEST(two_signs_without_order_are_some)
{
    twt_measures m = rewritten();
    m.chain = 8;
    m.quotations_changed = 1;
    ck_assert_int_eq(signs_of(&m), TWT_SIGNS_NONE);
    m.broken_sentences[0] = 1;
    ck_assert_int_eq(signs_of(&m), TWT_SIGNS_SOME);
    m.chain = 10;
    m.covered_tokens[1] = 40;
    ck_assert_int_eq(signs_of(&m), TWT_SIGNS_SOME);
}
END_TEST

START_TEST(quotations_spared_weaken_mere_rewording)
{
    twt_measures m = rewritten();
    m.copied_sentences[0] = m.copied_sentences[1] = 0;
    m.quotations_kept = 2;
    ck_assert_int_eq(signs_of(&m), TWT_SIGNS_SOME);
    m.broken_sentences[0] = 1;
    ck_assert_int_eq(signs_of(&m), TWT_SIGNS_STRONG);
    m.broken_sentences[0] = 0;
    m.quotations_changed = 1;
    ck_assert_int_eq(signs_of(&m), TWT_SIGNS_STRONG);
}
END_TEST

START_TEST(nothing_shared_is_no_sign)
{
    twt_measures m = {.blocks = 0};
    ck_assert_int_eq(signs_of(&m), TWT_SIGNS_NONE);
}
END_TEST

START_TEST(quotations_kept_are_said_even_without_signs)
{
    twt_reason reasons[TWT_SIGN_REASONS];
    size_t reason_count;
    twt_measures m = rewritten();
    m.quotations_kept = 2;
    ck_assert_int_eq(decide(&m, A_MODELS, reasons, &reason_count), TWT_SIGNS_NONE);
    ck_assert_uint_eq(reason_count, 1);
    ck_assert_int_eq(reasons[0].code, TWT_REASON_QUOTATIONS_KEPT);
    ck_assert(reasons[0].value > 1.5);
}
END_TEST

START_TEST(all_signs_together_fit_and_end_with_the_note)
{
    twt_reason reasons[TWT_SIGN_REASONS];
    size_t reason_count;
    twt_measures m = rewritten();
    m.quotations_changed = m.quotations_kept = m.broken_sentences[1] = 1;
    m.names_replaced = 10;
    m.copied_sentences[0] = m.copied_sentences[1] = 0;
    ck_assert_int_eq(decide(&m, A_MODELS, reasons, &reason_count), TWT_SIGNS_STRONG);
    ck_assert_uint_eq(reason_count, TWT_SIGN_REASONS);
    ck_assert_int_eq(reasons[TWT_SIGN_REASONS - 1].code, TWT_REASON_TRANSLATION_NOTE);
    ck_assert_uint_eq(reasons[2].b.end, 2);
}
END_TEST

START_TEST(every_allocation_may_fail)
{
    told pair;
    twt_names names[2];
    told_open(&pair, "Then Ann Smithers met the Harbour Trust.", "Then Ann Smithers met the Harbour Foundation.");
    told_names(&pair, names);
    for (size_t n = 1;; n++) {
        twt_sign_counter counter = {.is_renamed = {{.count = 0}}};
        twt_token_map map = {.to = {{.count = 0}}};
        twt_measures measures;
        twt_sign_examples examples;
        failing_alloc_arm(n);
        twt_status status = twt_token_map_fill(&map, pair.a, pair.b, &pair.alignment) ? TWT_OK : TWT_ERROR_MEMORY;
        if (status == TWT_OK)
            status = twt_sign_counter_names(&counter, names, &map, NULL, NULL, 0, &measures, &examples);
        bool was_refused = failing_alloc_disarm();
        ck_assert_int_eq(status, was_refused ? TWT_ERROR_MEMORY : TWT_OK);
        twt_sign_counter_free(&counter);
        twt_token_map_free(&map);
        if (!was_refused)
            break;
    }
    told_close(&pair);
}
END_TEST

TWT_SUITE("compare_signs", names_kept_and_replaced_are_counted_in_both_texts,
          names_of_what_only_one_text_tells_do_not_count, a_stray_full_stop_breaks_a_sentence,
          a_stop_that_both_texts_have_breaks_nothing, sentences_joined_by_a_comma_were_not_broken,
          abbreviations_and_ellipses_break_nothing, a_text_without_capitals_is_not_broken,
          a_new_paragraph_in_the_other_text_closes_a_sentence, order_and_one_more_sign_are_strong,
          order_and_other_wording_are_strong_where_the_words_are_a_models, in_a_brief_no_sign_is_strong,
          two_signs_without_order_are_some, quotations_spared_weaken_mere_rewording, nothing_shared_is_no_sign,
          quotations_kept_are_said_even_without_signs, all_signs_together_fit_and_end_with_the_note,
          every_allocation_may_fail)

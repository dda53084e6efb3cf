#include "compare/first/first.h"

#include <stdio.h>
#include <string.h>

#include "paired.h"
#include "support/suite.h"
#include "told.h"

typedef struct evidence {
    twt_reason reasons[TWT_FIRST_TEXT_REASONS];
    size_t count;
    twt_first first;
    twt_confidence confidence;
} evidence;

static evidence weigh(const char *a, const char *b)
{
    told pair;
    evidence out;
    twt_measures measures = {.blocks = 0};
    twt_sign_examples examples;
    twt_quotation_finder *finder;
    twt_quotation_result quotations;
    twt_sign_counter counter = {.is_renamed = {{.count = 0}}};
    twt_token_map map = {.to = {{.count = 0}}};
    twt_names names[2];
    told_open(&pair, a, b);
    told_names(&pair, names);
    ck_assert_int_eq(twt_quotation_finder_new(&finder), TWT_OK);
    ck_assert_int_eq(paired_quotation_finder_run(finder, pair.a, pair.b, &measures, &quotations), TWT_OK);
    ck_assert(twt_token_map_fill(&map, pair.a, pair.b, &pair.alignment));
    ck_assert_int_eq(twt_sign_counter_names(&counter, names, &map, NULL, NULL, 0, &measures, &examples), TWT_OK);
    twt_signs_count_broken(pair.a, pair.b, &map, &measures, &examples);
    measures.tokens[0] = measures.covered_tokens[0] = (uint32_t)pair.a->token_count;
    measures.tokens[1] = measures.covered_tokens[1] = (uint32_t)pair.b->token_count;
    twt_first_counts counts = {.capitals = 0};
    twt_first_facts facts = {.a = pair.a,
                             .b = pair.b,
                             .map = &map,
                             .measures = &measures,
                             .examples = &examples,
                             .quotations = &quotations,
                             .counts = &counts};
    out.count = twt_first_from_text(&facts, out.reasons);
    twt_first_decide(out.reasons, out.count, &out.first, &out.confidence);
    twt_sign_counter_free(&counter);
    twt_token_map_free(&map);
    twt_quotation_finder_free(finder);
    told_close(&pair);
    return out;
}

/* The points of a reason for a; 0 when it was not given. The mirrored pair must give the mirrored points. */
static double points(const char *a, const char *b, twt_reason_code code)
{
    double found[2] = {0, 0};
    for (int mirrored = 0; mirrored < 2; mirrored++) {
        evidence out = mirrored ? weigh(b, a) : weigh(a, b);
        for (size_t i = 0; i < out.count; i++) {
            ck_assert(i == 0 || out.reasons[i - 1].code < out.reasons[i].code);
            if (out.reasons[i].code == code)
                found[mirrored] = out.reasons[i].value;
        }
    }
    ck_assert(found[0] == -found[1]);
    return found[0];
}

#define NEAR(x, y) ck_assert_double_eq_tol(x, y, 1e-9)

/* ---- text -------------------------------------------------------------------------------------------------- */

START_TEST(a_quotation_lost_speaks_for_the_text_that_has_it)
{
    const char *with = "She said: \"We are very glad to be here at last.\" He said: \"No more words are needed now.\"";
    const char *without = "She said we are very glad to be here at last. He said: \"No more words are needed now.\"";
    NEAR(points(with, without, TWT_REASON_FIRST_QUOTATION), 1.2);
    evidence out = weigh(with, without);
    ck_assert_int_eq(out.first, TWT_FIRST_A);
    ck_assert_int_eq(out.confidence, TWT_CONFIDENCE_LIKELY);
}
END_TEST

START_TEST(a_statement_that_never_quotes_lost_nothing)
{
    NEAR(points("She said: \"We are very glad to be here at last.\" So it went.",
                "We are very glad to be here at last. So it went.", TWT_REASON_FIRST_QUOTATION),
         0);
}
END_TEST

#define START_OF "The town hall was full when the meeting began at noon and nobody left before the end of the talk. "
#define END_OF                                                                                                         \
    "Later that night a fire broke out in the old mill by the river, and the brigade of the next village came to "     \
    "help "                                                                                                            \
    "because its own engine was being mended in the city."

START_TEST(a_text_cut_short_came_second)
{
    NEAR(points(START_OF END_OF, START_OF, TWT_REASON_FIRST_TRUNCATED), 0.8);
    NEAR(points(START_OF, START_OF, TWT_REASON_FIRST_TRUNCATED), 0);
    NEAR(points(END_OF " " START_OF, START_OF, TWT_REASON_FIRST_TRUNCATED), 0);
    ck_assert_int_eq(weigh(START_OF END_OF, START_OF).first, TWT_FIRST_UNKNOWN);
}
END_TEST

START_TEST(broken_sentences_speak_for_the_other_text)
{
    NEAR(points("It was late. They met. He saw the house of stone in the town.",
                "It was late. They met. He saw the house. of stone in the town.", TWT_REASON_FIRST_BROKEN),
         0.8);
}
END_TEST

#define HEADING "A heading of four words"
#define FIRST_MAN "The first thing of the town was here today."
#define REST_OF_THEM "The second was here today."
#define LAST_OF_THEM "The third was late."

START_TEST(lost_paragraphs_speak_beside_broken_sentences_alone)
{
    const char *with = HEADING "\n\n" FIRST_MAN "\n\n" REST_OF_THEM "\n\n" LAST_OF_THEM;
    const char *broken = HEADING ": The first thing. of the town was here today. " REST_OF_THEM " " LAST_OF_THEM;
    NEAR(points(with, broken, TWT_REASON_FIRST_LAYOUT), 0.4);
    NEAR(points(with, HEADING " " FIRST_MAN " " REST_OF_THEM " " LAST_OF_THEM, TWT_REASON_FIRST_LAYOUT), 0);
}
END_TEST

START_TEST(empty_texts_say_nothing)
{
    ck_assert_uint_eq(weigh("", "").count, 0);
    ck_assert_uint_eq(weigh("Some words here", "").count, 0);
}
END_TEST

/* ---- metadata ------------------------------------------------------------------------------------------------ */

static twt_document document(const char *text)
{
    return (twt_document){.id = "x", .text = text, .text_len = strlen(text)};
}

static double sum_of(const twt_document *a, const twt_document *b)
{
    twt_reason reasons[TWT_FIRST_METADATA_REASONS], mirrored[TWT_FIRST_METADATA_REASONS];
    size_t count = twt_first_from_metadata(a, b, reasons);
    double sum = 0;
    ck_assert_uint_eq(twt_first_from_metadata(b, a, mirrored), count);
    for (size_t i = 0; i < count; i++) {
        ck_assert_int_eq(reasons[i].code, mirrored[i].code);
        ck_assert(reasons[i].value == -mirrored[i].value);
        ck_assert_mem_eq(&reasons[i].a, &mirrored[i].b, sizeof(twt_range));
        sum += reasons[i].value;
    }
    return sum;
}

START_TEST(the_higher_tier_came_first)
{
    twt_document a = document(""), b = document("");
    a.tier = TWT_TIER_OFFICIAL;
    NEAR(sum_of(&a, &b), 3);
    b.tier = TWT_TIER_OFFICIAL;
    NEAR(sum_of(&a, &b), 0);
    a.tier = TWT_TIER_OUTLET;
    b.tier = TWT_TIER_AGENCY;
    NEAR(sum_of(&a, &b), -3);
    b.tier = TWT_TIER_UNKNOWN;
    NEAR(sum_of(&a, &b), 0);
}
END_TEST

START_TEST(times_speak_when_far_enough_apart)
{
    twt_document a = document(""), b = document("");
    a.published = (twt_time){1000, TWT_PRECISION_TIME};
    b.published = (twt_time){1599, TWT_PRECISION_TIME};
    NEAR(sum_of(&a, &b), 0);
    b.published.seconds = 1600;
    NEAR(sum_of(&a, &b), 2.5);
    b.published.precision = TWT_PRECISION_DATE;
    NEAR(sum_of(&a, &b), 0);
    b.published.seconds = -1;
    NEAR(sum_of(&a, &b), -1);
    b.published.precision = TWT_PRECISION_NONE;
    NEAR(sum_of(&a, &b), 0);
    a.published = (twt_time){INT64_MIN, TWT_PRECISION_TIME};
    b.published = (twt_time){INT64_MAX, TWT_PRECISION_TIME};
    NEAR(sum_of(&a, &b), 2.5);
}
END_TEST

START_TEST(a_credit_speaks_for_the_credited)
{
    twt_document a = document("The bridge is shut."), b = document("The bridge is shut, the Oxmere Herald reports.");
    a.source = "Oxmere Herald";
    NEAR(sum_of(&a, &b), 2);
    twt_reason reasons[TWT_FIRST_METADATA_REASONS];
    ck_assert_uint_eq(twt_first_from_metadata(&a, &b, reasons), 1);
    ck_assert_uint_eq(reasons[0].a.end, 0);
    ck_assert_ptr_nonnull(strstr(b.text + reasons[0].b.begin, "Oxmere Herald"));
    b.source = "Oxmere Herald";
    NEAR(sum_of(&a, &b), 0);
}
END_TEST

START_TEST(a_name_inside_a_word_is_no_credit)
{
    twt_document a = document("x"), b = document("The Timestables are old and the times are hard.");
    a.source = "Times";
    NEAR(sum_of(&a, &b), 0);
    b = document("so says The Times");
    NEAR(sum_of(&a, &b), 2);
    b = document("so says “Times” and others");
    NEAR(sum_of(&a, &b), 2);
    b = document("Ob Ärztetimesé");
    a.source = "times";
    NEAR(sum_of(&a, &b), 0);
    b = document("据新华社报道");
    a.source = "新华社";
    NEAR(sum_of(&a, &b), 2);
    a.source = "";
    NEAR(sum_of(&a, &b), 0);
}
END_TEST

START_TEST(a_credit_is_shown_with_the_words_around_it)
{
    twt_document a = document("x");
    twt_document b =
        document("Vor vielen Jahren stand über der Brücke, wie der Oxmere Bote am Sonntag schrieb, ein großes altes "
                 "Haus mit einem hohen Turm.");
    a.source = "Oxmere Bote";
    twt_reason reasons[TWT_FIRST_METADATA_REASONS];
    char sentence[TWT_REASON_TEXT_MAX];
    ck_assert_uint_eq(twt_first_from_metadata(&a, &b, reasons), 1);
    ck_assert_str_eq(
        twt_reason_text(&reasons[0], a.text, b.text, sentence),
        "b credits the source of a (2.0 points for a): “Jahren stand über der Brücke, wie der Oxmere Bote am "
        "Sonntag schrieb, ein großes altes”");
    b = document("ÜÜÜÜÜÜÜÜÜÜÜÜÜÜÜÜÜÜÜÜÜÜÜÜÜÜÜÜÜÜÜÜ,Oxmere Bote,ÜÜÜÜÜÜÜÜÜÜÜÜÜÜÜÜÜÜÜÜÜÜÜÜÜÜÜÜÜÜÜÜ");
    ck_assert_uint_eq(twt_first_from_metadata(&a, &b, reasons), 1);
    ck_assert_str_eq(twt_reason_text(&reasons[0], a.text, b.text, sentence),
                     "b credits the source of a (2.0 points for a): “Oxmere Bote”");
}
END_TEST

START_TEST(texts_that_credit_each_other_say_nothing)
{
    twt_document a = document("as the Herald said"), b = document("as the Post said");
    a.source = "Post";
    b.source = "Herald";
    NEAR(sum_of(&a, &b), 0);
}
END_TEST

/* ---- the sum -------------------------------------------------------------------------------------------------- */

static void check_sum(const twt_reason *reasons, size_t count, twt_first first, twt_confidence confidence)
{
    twt_first got;
    twt_confidence sure;
    twt_first_decide(reasons, count, &got, &sure);
    ck_assert_int_eq(got, first);
    ck_assert_int_eq(sure, confidence);
}

START_TEST(the_sum_decides_and_text_alone_is_never_certain)
{
    twt_reason text[] = {{.code = TWT_REASON_FIRST_LONGER, .value = 2.1},
                         {.code = TWT_REASON_FIRST_QUOTATION, .value = 1.2}};
    check_sum(text, 0, TWT_FIRST_UNKNOWN, TWT_CONFIDENCE_UNKNOWN);
    check_sum(text, 2, TWT_FIRST_A, TWT_CONFIDENCE_LIKELY);
    twt_reason tier[] = {{.code = TWT_REASON_FIRST_TIER, .value = -3},
                         {.code = TWT_REASON_FIRST_QUOTATION, .value = 1.2}};
    check_sum(tier, 1, TWT_FIRST_B, TWT_CONFIDENCE_CERTAIN);
    check_sum(tier, 2, TWT_FIRST_B, TWT_CONFIDENCE_LIKELY);
    twt_reason against[] = {{.code = TWT_REASON_FIRST_DATE, .value = 1},
                            {.code = TWT_REASON_FIRST_QUOTATION, .value = -1.2}};
    check_sum(against, 1, TWT_FIRST_A, TWT_CONFIDENCE_LIKELY);
    check_sum(against, 2, TWT_FIRST_UNKNOWN, TWT_CONFIDENCE_UNKNOWN);
    twt_reason other[] = {{.code = TWT_REASON_SIGN_BROKEN, .value = 9}};
    check_sum(other, 1, TWT_FIRST_UNKNOWN, TWT_CONFIDENCE_UNKNOWN);
}
END_TEST

TWT_SUITE("compare_first", a_quotation_lost_speaks_for_the_text_that_has_it, a_statement_that_never_quotes_lost_nothing,
          a_text_cut_short_came_second, broken_sentences_speak_for_the_other_text,
          lost_paragraphs_speak_beside_broken_sentences_alone, empty_texts_say_nothing, the_higher_tier_came_first,
          times_speak_when_far_enough_apart, a_credit_speaks_for_the_credited, a_name_inside_a_word_is_no_credit,
          a_credit_is_shown_with_the_words_around_it, texts_that_credit_each_other_say_nothing,
          the_sum_decides_and_text_alone_is_never_certain)

#include "compare/evidence/examples.h"

#include <string.h>

#include "opened.h"
#include "support/suite.h"
#include "support/texts.h"
#include "twicetold/compare.h"
#include "twicetold/text.h"

static const char statement[] =
    "# Pier to be repaired\n\n"
    "The harbour council will repair the northern pier before winter, the mayor said on Tuesday.\n\n"
    "\"We have waited nine years for this money,\" said Ada Holm, who leads the council.\n\n"
    "Work begins on 4 May and is to cost 12.4 million crowns. The pier has been closed since a storm in 2019 tore away "
    "its outer half. Fishermen had complained that boats must land their catch at Rosvik, forty kilometres away.\n\n"
    "The council will not raise harbour fees to pay for the repair.\n\n"
    "A first report is due in August. Residents may send comments to the harbour office until the end of the month.";

static const char garbled[] =
    "The port council will mend the north pier before winter, the city head said on Tuesday. "
    "\"We have awaited nine years for this cash,\" said Ada Holm, who heads the council. "
    "Work starts on 4 May and is to cost 12.4 million crowns. The pier has been closed. since a storm in 2019 ripped "
    "away "
    "its outer part. Fishers had grumbled that vessels must land their haul at Rosvik, forty kilometres off. "
    "The council will raise port charges to pay for the mending. "
    "An initial report is expected in August. Inhabitants may submit remarks to the port office until the close of the "
    "month.";

static const twt_comparison *compare(pair *p, const char *a, const char *b)
{
    const twt_analysis *analyses[2];
    const twt_comparison *comparison = NULL;
    ck_assert_int_eq(twt_analyzer_run(p->analyzers[0], a, strlen(a), &analyses[0], NULL), TWT_OK);
    ck_assert_int_eq(twt_analyzer_run(p->analyzers[1], b, strlen(b), &analyses[1], NULL), TWT_OK);
    ck_assert_int_eq(twt_comparer_run(p->comparer, analyses[0], analyses[1], 0, &comparison), TWT_OK);
    return comparison;
}

static const twt_reason *reason_of(const twt_comparison *c, twt_reason_code code)
{
    for (size_t i = 0; i < c->reason_count; i++)
        if (c->reasons[i].code == code)
            return &c->reasons[i];
    ck_abort_msg("no reason %s", twt_reason_name(code));
    return NULL;
}

/* Of the notes alone there is nothing to show. */
static bool has_example(twt_reason_code code)
{
    return code != TWT_REASON_NOTHING_SHARED && code != TWT_REASON_TRANSLATION_NOTE;
}

static bool is_on_both_sides(twt_reason_code code)
{
    return code != TWT_REASON_SIGN_BROKEN && code != TWT_REASON_FIRST_BROKEN && code != TWT_REASON_FIRST_TRUNCATED &&
           code != TWT_REASON_FIRST_DETAIL && code != TWT_REASON_FIRST_BELONGS;
}

static void ck_assert_examples(const twt_comparison *c, const char *a, const char *b)
{
    for (size_t i = 0; i < c->reason_count; i++) {
        const twt_reason *reason = &c->reasons[i];
        bool in_a = reason->a.begin < reason->a.end, in_b = reason->b.begin < reason->b.end;
        ck_assert_uint_le(reason->a.end, strlen(a));
        ck_assert_uint_le(reason->b.end, strlen(b));
        if (!has_example(reason->code))
            continue;
        ck_assert_msg(in_a || in_b, "%s has no example", twt_reason_name(reason->code));
        ck_assert_msg(!is_on_both_sides(reason->code) || (in_a && in_b), "%s: one side has no example",
                      twt_reason_name(reason->code));
    }
}

START_TEST(every_reason_says_which_bytes_it_speaks_of)
{
    bool seen[TWT_RELATION_UNRELATED + 1] = {false};
    pair p;
    open_pair(&p);
    for (uint64_t seed = 0; seed < 60; seed++) {
        char *a = texts_make(seed, 220), *more = texts_make(seed + 1000, 400);
        char *b = texts_edit(a, seed, 2 + seed % 13), *c = malloc(strlen(more) + strlen(b) + 2);
        strcpy(c, more);
        strcat(c, " ");
        strcat(c, b);
        const char *others[] = {b, c, c + strlen(more) / 2, more, a};
        for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
            const twt_comparison *found = compare(&p, a, others[i]);
            seen[found->verdict.relation] = true;
            ck_assert_examples(found, a, others[i]);
        }
        free(a), free(b), free(c), free(more);
    }
    ck_assert(seen[TWT_RELATION_EXACT] && seen[TWT_RELATION_NEAR_DUPLICATE] && seen[TWT_RELATION_REWRITTEN]);
    ck_assert(seen[TWT_RELATION_EXCERPT]);
    close_pair(&p);
}
END_TEST

START_TEST(signs_of_a_garbled_copy_have_their_places)
{
    pair p;
    open_pair(&p);
    const twt_comparison *c = compare(&p, statement, garbled);
    ck_assert_int_eq(c->verdict.relation, TWT_RELATION_REWRITTEN);
    ck_assert_examples(c, statement, garbled);
    const twt_reason *order = reason_of(c, TWT_REASON_SIGN_ORDER);
    ck_assert_int_eq(strncmp(statement + order->a.begin, "The harbour council", 19), 0);
    ck_assert_uint_eq(order->a.end, strlen(statement));
    ck_assert_uint_eq(order->b.begin, 0);
    ck_assert_uint_eq(order->b.end, strlen(garbled));
    const twt_reason *touched = reason_of(c, TWT_REASON_SIGN_TOUCHED);
    ck_assert(touched->a.end - touched->a.begin > 20 && touched->b.end - touched->b.begin > 20);
    close_pair(&p);
}
END_TEST

/* Every sentence told anew, most words replaced; what is left keeps its order. */
START_TEST(where_order_is_the_reason_the_stretch_with_the_words_is_shown)
{
    static const char report[] =
        "A goods train loaded with solvent left the rails near Estwick before dawn, and four hundred villagers were "
        "moved. "
        "Seven wagons came off by the Millbeck viaduct; two lay on their side. The driver was unhurt. "
        "Fumes drifted east over fields, said Rob Hallet of the brigade, away from any houses. "
        "Railcourse sent cranes from Aldmouth while passengers to Garrowby went by coach until Friday evening.";
    static const char retold[] =
        "Before it grew light some solvent wagons had jumped the track at Estwick, which cost four hundred people "
        "their sleep. "
        "Close to a viaduct named Millbeck seven of these stood crooked, a pair of them tipped on one side; nothing "
        "befell the driver. "
        "It is lucky, Hallet told us, that fumes blew east where there are fields rather than houses. "
        "From Aldmouth cranes are coming at the bidding of Railcourse; for Garrowby take a coach up to Friday.";
    pair p;
    open_pair(&p);
    const twt_comparison *c = compare(&p, report, retold);
    ck_assert(c->verdict.relation == TWT_RELATION_PARTIAL || c->verdict.relation == TWT_RELATION_REWRITTEN);
    const twt_reason *order = reason_of(c, TWT_REASON_SAME_ORDER);
    ck_assert_uint_eq(order->counts[0], c->measures.single_words);
    ck_assert_uint_ge(order->a.end - order->a.begin, 200);
    ck_assert_uint_ge(order->b.end - order->b.begin, 200);
    ck_assert_examples(c, report, retold);
    close_pair(&p);
}
END_TEST

START_TEST(a_lost_paragraph_is_shown_where_the_other_runs_on)
{
    pair p;
    open_pair(&p);
    const twt_reason *layout = reason_of(compare(&p, statement, garbled), TWT_REASON_FIRST_LAYOUT);
    ck_assert_uint_gt(layout->a.begin, 2);
    ck_assert_int_eq(memcmp(statement + layout->a.begin - 2, "\n\n", 2), 0);
    ck_assert_uint_lt(layout->b.begin, layout->b.end);
    close_pair(&p);
}
END_TEST

START_TEST(a_change_is_quoted_and_a_stretch_is_not)
{
    char sentence[TWT_REASON_TEXT_MAX];
    pair p;
    open_pair(&p);
    const twt_comparison *c = compare(&p, statement, garbled);
    const twt_reason *reworded = reason_of(c, TWT_REASON_REWORDED), *contained = reason_of(c, TWT_REASON_CONTAINED);
    ck_assert_ptr_nonnull(strstr(twt_reason_text(reworded, statement, garbled, sentence), "” → “"));
    ck_assert_ptr_null(strstr(twt_reason_text(contained, statement, garbled, sentence), "“"));
    close_pair(&p);
}
END_TEST

START_TEST(examples_are_mirrored_with_the_sides)
{
    pair p;
    open_pair(&p);
    const twt_comparison *c = compare(&p, statement, garbled);
    twt_reason there[32];
    size_t count = c->reason_count;
    ck_assert_uint_le(count, 32);
    memcpy(there, c->reasons, count * sizeof *there);
    c = compare(&p, garbled, statement);
    ck_assert_uint_eq(c->reason_count, count);
    for (size_t i = 0; i < count; i++) {
        ck_assert_int_eq(c->reasons[i].code, there[i].code);
        ck_assert(c->reasons[i].a.begin == there[i].b.begin && c->reasons[i].a.end == there[i].b.end);
        ck_assert(c->reasons[i].b.begin == there[i].a.begin && c->reasons[i].b.end == there[i].a.end);
    }
    close_pair(&p);
}
END_TEST

START_TEST(an_example_that_is_there_stays)
{
    twt_reason reason = {.code = TWT_REASON_EQUAL_TEXT, .a = {3, 5}};
    twt_analysis empty = {.text_len = 9};
    twt_example_facts facts = {.texts = {&empty, &empty}};
    twt_example_fill(&reason, &facts);
    ck_assert(reason.a.begin == 3 && reason.a.end == 5 && reason.b.end == 0);
}
END_TEST

TWT_SUITE("compare_examples", every_reason_says_which_bytes_it_speaks_of, signs_of_a_garbled_copy_have_their_places,
          where_order_is_the_reason_the_stretch_with_the_words_is_shown,
          a_lost_paragraph_is_shown_where_the_other_runs_on, a_change_is_quoted_and_a_stretch_is_not,
          examples_are_mirrored_with_the_sides, an_example_that_is_there_stays)

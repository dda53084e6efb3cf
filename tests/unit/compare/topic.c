#include "compare/words/topic.h"

#include <string.h>

#include "opened.h"

static const char wire[] =
    "A cargo train loaded with timber left the rails outside Kaldbrück on Sunday night and blocked both tracks of the "
    "northern line. Nobody was hurt, the operator Nordbahn said. A broken axle on the ninth wagon is thought to be the "
    "cause. Cranes from Lindau are to lift the wagons on Monday; until then passengers are taken by bus between "
    "Kaldbrück and Ostermoor. Nordbahn put the damage at 2.4 million crowns.";

static const char local[] =
    "Ostermoor. Commuters waited in sleet for a place on one of four coaches this morning, because the railway line to "
    "Kaldbrück is closed. Sigrid Aune saw why from her kitchen: fourteen wagons lie across the tracks like matches, "
    "and her garden is full of timber. \"It sounded like thunder that would not end,\" she told us. Nordbahn expects "
    "cranes in the afternoon and trains again on Wednesday at the earliest.";

static const char table[] = "BRAMOOR GRAIN MARKET, THURSDAY 12 SEPTEMBER\n"
                            "Wheat 214.50 +3.25\nBarley 188.00 -1.75\nRapeseed 431.25 +6.50\nMaize 196.75 +0.25\n"
                            "Sunflower 502.00 -4.00\nVolume 18,340 tonnes\n";

static const char story[] =
    "Oil crops led the way at Bramoor on Thursday. Rapeseed climbed 6.50 to 431.25 a tonne as crushers bought ahead of "
    "the holidays, while sunflower gave back some of last week's rise and ended at 502.00. Wheat was dearer by 3.25 "
    "and barley cheaper by 1.75. Farmers who deliver to the market sold 18,340 tonnes in all.";

static const char library[] =
    "The town library lends tools from next month. Borrowers may keep a drill or a ladder for two weeks and pay "
    "nothing as long as they bring it back clean. Volunteers repair what breaks.\n\nPublished by the Harbour Gazette.";

static const char swimmers[] =
    "Seven swimmers set out across the sound at dawn and five arrived. The water had eleven degrees, the organisers "
    "said, and the two who turned round were given soup and blankets.\n\nPublished by the Harbour Gazette.";

static twt_comparison compare(const char *a, const char *b, unsigned want)
{
    pair p;
    const twt_analysis *texts[2];
    const twt_comparison *comparison;
    open_pair(&p);
    for (int side = 0; side < 2; side++) {
        const char *text = side ? b : a;
        ck_assert_int_eq(twt_analyzer_run(p.analyzers[side], text, strlen(text), &texts[side], NULL), TWT_OK);
    }
    ck_assert_int_eq(twt_comparer_run(p.comparer, texts[0], texts[1], want, &comparison), TWT_OK);
    twt_comparison out = *comparison;
    close_pair(&p);
    return out;
}

START_TEST(two_reports_of_one_event_are_related)
{
    ck_assert_int_eq(compare(wire, local, 0).verdict.relation, TWT_RELATION_RELATED);
    ck_assert_int_eq(compare(local, wire, 0).verdict.relation, TWT_RELATION_RELATED);
}
END_TEST

START_TEST(a_table_of_prices_and_a_story_made_of_it_are_related)
{
    ck_assert_int_eq(compare(table, story, 0).verdict.relation, TWT_RELATION_RELATED);
}
END_TEST

START_TEST(a_line_below_every_text_is_no_topic)
{
    twt_comparison c = compare(library, swimmers, 0);
    ck_assert_uint_gt(c.measures.seeds, 0);
    ck_assert_int_eq(c.verdict.relation, TWT_RELATION_UNRELATED);
    ck_assert_int_eq(compare(wire, story, 0).verdict.relation, TWT_RELATION_UNRELATED);
}
END_TEST

START_TEST(letters_beyond_the_mean_count_and_all_of_names_and_figures)
{
    /* 4 letters a word on average: weather has 3 more, and so is Kaldoro a name of 7 */
    twt_measures m =
        compare("from into weather over 4,200 and upon Kaldoro", "weather with Kaldoro that they 31 and", 0).measures;
    ck_assert_uint_eq(m.topic_letters[0], 3 + 5 + 7);
    ck_assert_uint_eq(m.topic_letters[1], 3 + 2 + 7);
    ck_assert_uint_eq(m.shared_topic_letters, 3 + 7);
}
END_TEST

START_TEST(exchanged_texts_are_on_one_topic_alike)
{
    twt_measures one = compare(wire, local, 0).measures, other = compare(local, wire, 0).measures;
    ck_assert_uint_eq(one.topic_letters[0], other.topic_letters[1]);
    ck_assert_uint_eq(one.topic_letters[1], other.topic_letters[0]);
    ck_assert_uint_eq(one.shared_topic_letters, other.shared_topic_letters);
    ck_assert(twt_topic_share(&one) == twt_topic_share(&other));
}
END_TEST

START_TEST(larger_texts_share_more_by_chance)
{
    twt_measures few = {.topic_letters = {100, 100}, .shared_topic_letters = 20},
                 many = {.topic_letters = {2500, 2500}, .shared_topic_letters = 500}, none = {.seeds = 0};
    ck_assert(twt_topic_share(&few) == twt_topic_share(&many));
    ck_assert(twt_topic_beyond_chance(&few) > twt_topic_beyond_chance(&many));
    ck_assert(twt_topic_share(&none) == 0 && twt_topic_beyond_chance(&none) == 0);
}
END_TEST

START_TEST(who_asks_for_reuse_alone_pays_for_no_topic)
{
    twt_comparison c = compare(wire, local, TWT_WANT_RELATION);
    ck_assert_int_eq(c.verdict.relation, TWT_RELATION_UNRELATED);
    ck_assert_uint_eq(c.measures.topic_letters[0], 0);
}
END_TEST

TWT_SUITE("compare_topic", two_reports_of_one_event_are_related, a_table_of_prices_and_a_story_made_of_it_are_related,
          a_line_below_every_text_is_no_topic, letters_beyond_the_mean_count_and_all_of_names_and_figures,
          exchanged_texts_are_on_one_topic_alike, larger_texts_share_more_by_chance,
          who_asks_for_reuse_alone_pays_for_no_topic)

/* What wording, details, slips and the place of a passage say of who came first, through the comparer. */
#include <stdio.h>
#include <string.h>

#include "support/suite.h"
#include "twicetold/compare.h"
#include "twicetold/text.h"

typedef struct compared {
    twt_analyzer *readers[2];
    twt_comparer *comparer;
    const twt_comparison *result;
    const char *texts[2];
} compared;

static void open_pair(compared *pair, const char *a, const char *b)
{
    const twt_analysis *read[2];
    twt_profile profile;
    twt_profile_init(&profile);
    pair->texts[0] = a;
    pair->texts[1] = b;
    for (int s = 0; s < 2; s++) {
        ck_assert_int_eq(twt_analyzer_new(&profile, &pair->readers[s]), TWT_OK);
        ck_assert_int_eq(twt_analyzer_run(pair->readers[s], pair->texts[s], strlen(pair->texts[s]), &read[s], NULL),
                         TWT_OK);
    }
    ck_assert_int_eq(twt_comparer_new(&profile, &pair->comparer), TWT_OK);
    ck_assert_int_eq(twt_comparer_run(pair->comparer, read[0], read[1], 0, &pair->result), TWT_OK);
}

static void close_pair(compared *pair)
{
    twt_comparer_free(pair->comparer);
    twt_analyzer_free(pair->readers[0]);
    twt_analyzer_free(pair->readers[1]);
}

static twt_reason reason_of(const compared *pair, twt_reason_code code)
{
    for (size_t i = 0; i < pair->result->reason_count; i++)
        if (pair->result->reasons[i].code == code)
            return pair->result->reasons[i];
    return (twt_reason){.code = code};
}

/* The reason of the pair; the mirrored pair must give the mirrored one. */
static twt_reason weigh(const char *a, const char *b, twt_reason_code code)
{
    compared pair, mirrored;
    open_pair(&pair, a, b);
    open_pair(&mirrored, b, a);
    twt_reason reason = reason_of(&pair, code), other = reason_of(&mirrored, code);
    ck_assert(reason.value == -other.value);
    ck_assert_uint_eq(reason.counts[0], other.counts[1]);
    ck_assert_uint_eq(reason.counts[1], other.counts[0]);
    ck_assert_mem_eq(&reason.a, &other.b, sizeof reason.a);
    ck_assert_mem_eq(&reason.b, &other.a, sizeof reason.b);
    close_pair(&pair);
    close_pair(&mirrored);
    return reason;
}

static void check_text(const twt_reason *reason, const char *a, const char *b, const char *text)
{
    char sentence[TWT_REASON_TEXT_MAX];
    ck_assert_str_eq(twt_reason_text(reason, a, b, sentence), text);
}

static const char plain[] =
    "The harbour board shut the east pier on Monday after divers found that the old piles had been eaten by worms. The "
    "board said that the pier would stay shut until the piles were changed, and that the ferry would use the west "
    "pier. The men who work on the pier were told on Sunday night. The board will ask the town for money to change "
    "the piles, and the town will say in June what it can give. Until then the board will keep a man on the pier day "
    "and night.";

static const char polished[] =
    "The harbour board closed the eastern pier on Monday after divers discovered that the ageing piles had been "
    "devoured by worms. The board announced that the structure would remain inaccessible until the supports were "
    "replaced, and that the ferry would use the western landing. The employees stationed on the pier were informed on "
    "Sunday evening. The authority intends to request municipal funding to replace the foundations, and the town will "
    "announce in June what contribution it can provide. Meanwhile the board will maintain a watchman on the pier "
    "around the clock.";

START_TEST(longer_words_and_fewer_repeats_are_the_rewriters)
{
    twt_reason longer = weigh(plain, polished, TWT_REASON_FIRST_LONGER);
    ck_assert_double_gt(longer.value, 0.3);
    ck_assert_uint_gt(longer.counts[1], longer.counts[0] + 10);
    twt_reason varied = weigh(plain, polished, TWT_REASON_FIRST_VARIED);
    ck_assert_double_gt(varied.value, 0);
    ck_assert_uint_gt(varied.counts[1], varied.counts[0]);
    compared pair;
    open_pair(&pair, plain, polished);
    ck_assert_int_eq(pair.result->verdict.first_confidence == TWT_CONFIDENCE_CERTAIN, false);
    ck_assert_int_ne(pair.result->verdict.first, TWT_FIRST_B);
    close_pair(&pair);
}
END_TEST

/* As a translating machine renders it: longer words that polished has not, and the same ones again and again. */
static const char translated[] =
    "The harbour commission closed the oriental pier on the Monday after that the divers discovered that the piles of "
    "the pier had been consumed by the caterpillars. The commission announced that the construction would remain "
    "inaccessible until the substitution of the supports of the pier, and that the transporter would utilise the "
    "occidental landing. The employees of the pier were informed on the evening of the Sunday. The commission intends "
    "to request municipal financing for the substitution of the foundations of the pier, and the municipality will "
    "announce in the June which contribution the municipality can provide. Meanwhile the commission will maintain a "
    "guardian of the pier for the day and for the night.";

START_TEST(longer_words_that_repeat_may_be_a_translation)
{
    static const twt_reason_code codes[] = {TWT_REASON_FIRST_LONGER, TWT_REASON_FIRST_VARIED};
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
        ck_assert(weigh(polished, translated, codes[i]).value == 0);
    compared pair;
    open_pair(&pair, polished, translated);
    ck_assert_int_eq(pair.result->verdict.relation, TWT_RELATION_REWRITTEN);
    ck_assert_int_eq(pair.result->verdict.first, TWT_FIRST_UNKNOWN);
    close_pair(&pair);
}
END_TEST

/* Whose words come again and again is no rewriting model, whichever text has the longer ones. */
START_TEST(words_that_repeat_say_nothing)
{
    char often[2][4 * sizeof polished] = {"", ""};
    for (int i = 0; i < 3; i++) {
        strcat(strcat(often[0], plain), " ");
        strcat(strcat(often[1], polished), " ");
    }
    ck_assert(weigh(often[0], often[1], TWT_REASON_FIRST_LONGER).value == 0);
    ck_assert(weigh(often[0], often[1], TWT_REASON_FIRST_VARIED).value == 0);
}
END_TEST

static const char with_figures[] =
    "The orchard of 1200 trees was sold on Monday for 4,500 crowns, said the clerk of the court. It was planted in "
    "1931 (by monks) and bore 80 tons of plums last year. The buyer, a miller, wants to fell the oldest trees and to "
    "plant pears in their place. The plums will still be sold at the market by the bridge this autumn.";

static const char without_figures[] =
    "The orchard was sold on Monday for a large sum, said the clerk of the court. It was planted long ago and bore "
    "many tons of plums last year. The buyer, a miller, wants to fell the oldest trees and to plant pears in their "
    "place. The plums will still be sold at the market by the bridge this autumn.";

static const char other_figures[] =
    "The orchard of 300 trees was sold on Monday for 900 crowns, said the clerk of the court. It was planted in "
    "1958 and bore 15 tons of plums last year. The buyer, a miller, wants to fell the oldest trees and to "
    "plant pears in their place. The plums will still be sold at the market by the bridge this autumn.";

START_TEST(figures_lost_speak_for_the_text_that_has_them)
{
    twt_reason lost = weigh(with_figures, without_figures, TWT_REASON_FIRST_DETAIL);
    ck_assert_double_gt(lost.value, 0.9);
    ck_assert_uint_eq(lost.counts[0], 5);
    ck_assert_uint_eq(lost.counts[1], 0);
    check_text(&lost, with_figures, without_figures,
               "figures, names or brackets: 5 in a alone, 0 in b alone (1.2 points for a): “1200”");
}
END_TEST

START_TEST(other_figures_in_one_form_say_nothing)
{
    static const twt_reason_code codes[] = {TWT_REASON_FIRST_LONGER, TWT_REASON_FIRST_VARIED, TWT_REASON_FIRST_DETAIL,
                                            TWT_REASON_FIRST_MENDED};
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
        ck_assert(weigh(with_figures, other_figures, codes[i]).value == 0);
}
END_TEST

static const char careless[] =
    "we went down to the river on friday and and it was cold.The boat was full of water , so we had to bail it out "
    "first!! After an hour the sun came out and we rowed to the far bank. there we made a fire and cooked the fish "
    "that my brother had caught on the way down. In the evening we rowed home again through the mist.";

static const char careful[] =
    "We went down to the river on friday and it was cold. The boat was full of water, so we had to bail it out "
    "first! After an hour, the sun came out and we rowed to the far bank. There we made a fire and cooked the fish "
    "that my brother had caught on the way down. In the evening we rowed home again through the mist.";

START_TEST(slips_put_right_speak_for_the_careless_text)
{
    twt_reason mended = weigh(careless, careful, TWT_REASON_FIRST_MENDED);
    ck_assert_uint_eq(mended.counts[0], 7);
    ck_assert_uint_eq(mended.counts[1], 0);
    ck_assert_double_gt(mended.value, 1);
    ck_assert_uint_lt(mended.a.begin, mended.a.end);
    ck_assert_uint_lt(mended.b.begin, mended.b.end);
    ck_assert(weigh(careful, careful, TWT_REASON_FIRST_MENDED).value == 0);
}
END_TEST

START_TEST(a_misread_copy_put_nothing_right)
{
    const char *clear =
        "The meeting of the parish council will begin at seven. All who live here may come and speak, and the clerk "
        "will write down what is said. The bridge, the well and the road to the mill will be talked about first. Then "
        "a vote is taken, and the council will tell the district what the parish wants. There is tea after the end of "
        "the meeting, and children may come with their parents.";
    const char *misread =
        "The rneeting of the parish counci1 will begin at seven. All who live here rnay corne and speak and the c1erk "
        "will write down what is said. The hridge, the well and the road to the rnill will be ta1ked about first. Then "
        "a vote is taken and the counci1 will tell the district what the parish wants. There is tea after the end of "
        "the rneeting and chi1dren rnay corne with their parents.";
    compared pair;
    open_pair(&pair, clear, misread);
    ck_assert_int_eq(pair.result->verdict.relation, TWT_RELATION_NOISY);
    ck_assert(reason_of(&pair, TWT_REASON_FIRST_MENDED).value == 0);
    ck_assert(reason_of(&pair, TWT_REASON_FIRST_DETAIL).value == 0);
    close_pair(&pair);
}
END_TEST

#define PASSAGE                                                                                                        \
    "The lighthouse keeper Anselm Torvik trimmed the lantern every evening, polished the brass reflector with chalk "  \
    "and vinegar, and wrote the weather into the keeper's ledger before midnight. "
#define AT_HOME                                                                                                        \
    "Ships steered by the lantern on the cape for ninety years. Torvik came to the lighthouse as a boy, and the "      \
    "ledger shows his hand from the first winter on. The reflector was cast in a foundry in the north, and its brass " \
    "was never changed. After Torvik nobody was keeper: the lantern burns by electricity, and the ledger lies in the " \
    "museum beside a jar of vinegar and a lump of chalk.\n"
#define ELSEWHERE                                                                                                      \
    "Baking sourdough takes patience. Mix rye flour and lukewarm water, cover the bowl, leave it near the oven. Feed " \
    "the leaven twice daily. Knead until the dough stretches thin. Shape two loaves, dust them, slash their tops and " \
    "bake on stone until golden. Cool on racks before slicing. Butter melts best while crumbs remain warm.\n"

START_TEST(a_passage_belongs_to_the_text_that_goes_on_with_its_words)
{
    twt_reason place = weigh(PASSAGE AT_HOME, ELSEWHERE PASSAGE, TWT_REASON_FIRST_BELONGS);
    ck_assert_double_gt(place.value, 1);
    ck_assert_uint_ge(place.counts[0], 6);
    ck_assert_uint_le(place.counts[1], 1); /* after */
    ck_assert_uint_lt(place.a.begin, place.a.end);
    ck_assert(weigh(PASSAGE, ELSEWHERE PASSAGE, TWT_REASON_FIRST_BELONGS).value == 0);
    ck_assert(weigh(PASSAGE AT_HOME, AT_HOME PASSAGE, TWT_REASON_FIRST_BELONGS).value == 0);
    compared pair;
    open_pair(&pair, ELSEWHERE PASSAGE, PASSAGE AT_HOME);
    ck_assert_int_eq(pair.result->verdict.first, TWT_FIRST_B);
    ck_assert_int_eq(pair.result->verdict.first_confidence, TWT_CONFIDENCE_LIKELY);
    close_pair(&pair);
}
END_TEST

/* 26 * 12 words that no other text has. */
static void write_filler(char *to)
{
    for (char a = 'a'; a <= 'z'; a++)
        for (char b = 'a'; b < 'm'; b++)
            to += sprintf(to, "%cq%czz%s", a, b, (b - 'a') % 6 == 5 ? ". " : " ");
}

#define PASSAGE_GOES_ON                                                                                                \
    "On clear nights the beam reached the fishing banks, and skippers swore that they could read a newspaper by it "   \
    "from a mile away. "

#define ROUND_ABOUT                                                                                                    \
    "A brass bell hangs in the village inn of the fishermen. Old Torvik painted the sign above its door in blue. "     \
    "Children buy chalk there for a penny and draw whales on the quay. On market days a barrel of vinegar stands "     \
    "open beside the scales. A lantern is lent to whoever walks home by the marsh. The landlord still has a ledger "   \
    "of drowned sailors and what they owed.\n"

START_TEST(what_stands_far_from_a_passage_says_nothing_of_it)
{
    static char filler[26 * 12 * 8], near[sizeof filler + 2000], far[sizeof filler + 2000];
    write_filler(filler);
    snprintf(near, sizeof near, "%s%s%s%s", PASSAGE, PASSAGE_GOES_ON, ROUND_ABOUT, filler);
    snprintf(far, sizeof far, "%s%s%s%s", PASSAGE, PASSAGE_GOES_ON, filler, ROUND_ABOUT);
    ck_assert_double_ge(weigh(near, ELSEWHERE PASSAGE PASSAGE_GOES_ON, TWT_REASON_FIRST_BELONGS).value, 1);
    ck_assert_double_eq(weigh(far, ELSEWHERE PASSAGE PASSAGE_GOES_ON, TWT_REASON_FIRST_BELONGS).value, 0);
}
END_TEST

TWT_SUITE("compare_first_counts", longer_words_and_fewer_repeats_are_the_rewriters,
          longer_words_that_repeat_may_be_a_translation, words_that_repeat_say_nothing,
          figures_lost_speak_for_the_text_that_has_them, other_figures_in_one_form_say_nothing,
          slips_put_right_speak_for_the_careless_text, a_misread_copy_put_nothing_right,
          a_passage_belongs_to_the_text_that_goes_on_with_its_words, what_stands_far_from_a_passage_says_nothing_of_it)

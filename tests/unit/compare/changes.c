#include "compare/changes/changes.h"

#include <stdio.h>
#include <string.h>

#include "base/alloc.h"
#include "base/rng.h"
#include "paired.h"
#include "support/failing_alloc.h"
#include "support/suite.h"
#include "told.h"

static void check_changes(const char *a, const char *b, const char *expected)
{
    char *lines = told_changes(a, b);
    ck_assert_str_eq(lines, expected);
    twt_free(lines);
}

static void check_holds(const char *a, const char *b, const char *expected)
{
    char *lines = told_changes(a, b);
    ck_assert_msg(strstr(lines, expected) != NULL, "wanted %s got\n%s", expected, lines);
    twt_free(lines);
}

/* ---- kinds ----------------------------------------------------------------------------------------------- */

START_TEST(equal_texts_have_no_changes)
{
    check_changes("The bridge at Oxmere is closed.", "The bridge at Oxmere is closed.", "");
    check_changes("", "", "");
    check_changes("One word", "", "");
}
END_TEST

START_TEST(a_name_is_widened_to_the_words_of_the_name_before_it)
{
    check_changes("They met the Children's Trust on a very cold morning.",
                  "They met the Children's Foundation on a very cold morning.",
                  "name: Children's Trust -> Children's Foundation\n");
    check_changes("The action plans for the Fostering Service were read in full.",
                  "The action plans for the Support Service were read in full.", "name: Fostering -> Support\n");
    check_changes("We met colleagues of North and West Oxmere Council on this day.",
                  "We met colleagues of West and North Oxmere Council on this day.",
                  "name: North and West -> West and North\n");
    check_changes("We heard colleagues in West and North Northmoor Council on this day.",
                  "We heard colleagues in the North West and Northern Council on this day.",
                  "word:  -> the\nname: West and North Northmoor -> North West and Northern\n");
}
END_TEST

START_TEST(a_name_does_not_reach_over_a_comma)
{
    check_changes("so said Ann Smithers, Leader of the new council of Oxmere.",
                  "so said Ann Smithers, Warden of the new council of Oxmere.", "name: Leader -> Warden\n");
}
END_TEST

START_TEST(a_name_that_only_moved_is_no_name)
{
    char *lines = told_changes("In the old town of Oxmere a bridge over the river was closed at noon.",
                               "A bridge over the river was closed at noon in the old town of Oxmere.");
    ck_assert_ptr_null(strstr(lines, "name"));
    twt_free(lines);
    check_changes("Then she said I must go home at once.", "Then she said we must go home at once.", "word: I -> we\n");
}
END_TEST

START_TEST(figures_are_numbers)
{
    check_changes("They found 12 people in the house.", "They found 15 people in the house.", "number: 12 -> 15\n");
    check_changes("They found 12 people in the house.", "They found 15 individuals in the house.",
                  "number: 12 -> 15\nword: people -> individuals\n");
    check_changes("It rose to 5m last year.", "It rose to 5bn last year.", "number: 5m -> 5bn\n");
    check_changes("It rose by 2.5 points last year.", "It rose by 25 points last year.", "number: 2.5 -> 25\n");
    check_changes("في الحي ٢٣ بيتا جديدا", "في الحي ٢٤ بيتا جديدا", "number: ٢٣ -> ٢٤\n");
    check_changes("共有12人参加会议", "共有15人参加会议", "number: 12 -> 15\n");
}
END_TEST

START_TEST(the_same_figure_written_otherwise_is_no_number)
{
    check_changes("It cost 1,000 pounds in all.", "It cost 1000 pounds in all.", "spelling: 1,000 -> 1000\n");
    check_changes("It cost 1,000 pounds in all.", "It cost 1 000 pounds in all.", "spelling: 1,000 -> 1 000\n");
    check_changes("It rose by 2.5 points.", "It rose by 2,5 points.", "spelling: 2.5 -> 2,5\n");
}
END_TEST

START_TEST(numerals_in_words_are_numbers)
{
    check_changes("They found five people in the house.", "They found six people in the house.",
                  "number: five -> six\n");
    check_changes("They found thirty-two people in it.", "They found forty-two people in it.",
                  "number: thirty -> forty\n");
    check_changes("They found 12 people in the house.", "They found eleven people in the house.",
                  "number: 12 -> eleven\n");
    check_changes("It cost two million crowns.", "It cost 2.5 million crowns.", "number: two -> 2.5\n");
    check_changes("Man fand zweiunddreißig Leute im Haus.", "Man fand dreiunddreißig Leute im Haus.",
                  "number: zweiunddreißig -> dreiunddreißig\n");
    check_changes("It cost two hundred crowns.", "It cost two crowns.", "number: hundred -> \n");
}
END_TEST

START_TEST(days_months_and_ranks_are_numbers)
{
    check_changes("They met on Tuesday in the hall.", "They met on Thursday in the hall.",
                  "number: Tuesday -> Thursday\n");
    check_changes("Ils se voient mardi à la mairie.", "Ils se voient samedi à la mairie.", "number: mardi -> samedi\n");
    check_changes("Sales fell in March there.", "Sales fell in August there.", "number: March -> August\n");
    check_changes("In the third quarter it grew.", "In the fourth quarter it grew.", "number: third -> fourth\n");
    check_changes("In the 3rd quarter it grew.", "In the third quarter it grew.", "spelling: 3rd -> third\n");
}
END_TEST

START_TEST(a_numeral_in_words_or_figures_is_no_number)
{
    check_changes("They found five people in the house.", "They found 5 people in the house.", "spelling: five -> 5\n");
    check_changes("They found thirty-two people in it.", "They found 32 people in it.", "spelling: thirty-two -> 32\n");
    check_changes("It cost two million crowns.", "It cost 2,000,000 crowns.", "spelling: two million -> 2,000,000\n");
    check_changes("It cost 5.6bn crowns.", "It cost 5.6 billion crowns.",
                  "spelling: 5.6bn -> 5.6\nword:  -> billion\n");
}
END_TEST

START_TEST(words_that_may_be_numerals_elsewhere_are_words)
{
    check_changes("It gives access to the old quay.", "It gives access on the old quay.", "word: to -> on\n");
    check_changes("Five people were hurt in the house.", "Several people were hurt in the house.",
                  "word: Five -> Several\n");
}
END_TEST

START_TEST(a_figure_that_only_moved_is_no_number)
{
    char *lines =
        told_changes("They met on 23 March 2023 in the town hall.", "They met on March 23, 2023 in the town hall.");
    ck_assert_ptr_null(strstr(lines, "number"));
    twt_free(lines);
}
END_TEST

START_TEST(a_month_is_a_number)
{
    check_changes("It was on 23 March 2023 in Oxmere.", "It was on 23 April 2023 in Oxmere.",
                  "number: March -> April\n");
    check_changes("C'était le 23 mars 2023 à Oxmere.", "C'était le 23 avril 2023 à Oxmere.", "number: mars -> avril\n");
    check_changes("Fue el 23 de marzo de 2023 en Oxmere.", "Fue el 23 de abril de 2023 en Oxmere.",
                  "number: marzo -> abril\n");
}
END_TEST

START_TEST(a_negation_gained_or_lost_is_told_in_many_languages)
{
    static const char *const pairs[][3] = {
        {"The plant is safe for the town.", "The plant is not safe for the town.", "negation:  -> not\n"},
        {"They can pay the whole sum now.", "They can't pay the whole sum now.", "negation: can -> can't\n"},
        {"It was a fair trial for all.", "It was an unfair trial for all.", "negation: "},
        {"Das Werk ist sicher für alle.", "Das Werk ist nicht sicher für alle.", "negation:  -> nicht\n"},
        {"Es gibt einen Plan für alle hier.", "Es gibt keinen Plan für alle hier.", "negation: einen -> keinen\n"},
        {"Le pont est sûr pour la ville.", "Le pont n'est pas sûr pour la ville.", "negation: "},
        {"El puente es seguro para todos.", "El puente no es seguro para todos.", "negation:  -> no\n"},
        {"O plano é seguro para todos.", "O plano não é seguro para todos.", "negation:  -> não\n"},
        {"Il ponte è sicuro per tutti.", "Il ponte non è sicuro per tutti.", "negation:  -> non\n"},
        {"De brug is veilig voor de stad.", "De brug is niet veilig voor de stad.", "negation:  -> niet\n"},
        {"Most jest bezpieczny dla miasta.", "Most nie jest bezpieczny dla miasta.", "negation:  -> nie\n"},
        {"Мост сегодня безопасен для города.", "Мост сегодня не безопасен для города.", "negation:  -> не\n"},
        {"الجسر يعمل اليوم في المدينة", "الجسر لا يعمل اليوم في المدينة", "negation:  -> لا\n"},
        {"这座桥对城市是安全的", "这座桥对城市不是安全的", "negation:  -> 不\n"},
        {"Bron är säker för staden i dag.", "Bron är inte säker för staden i dag.", "negation:  -> inte\n"},
        {"Broen er sikker for byen i dag.", "Broen er ikke sikker for byen i dag.", "negation:  -> ikke\n"},
    };
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        check_holds(pairs[i][0], pairs[i][1], pairs[i][2]);
}
END_TEST

START_TEST(a_negation_said_otherwise_is_none)
{
    static const char *const pairs[][2] = {
        {"We can't overstate the weight of this.", "We cannot overstate the weight of this."},
        {"We mustn't lose sight of the good.", "We must not forget the good."},
        {"They did not come to the town.", "They never came to the town."},
        {"Il ne vient pas à la fête ce soir.", "Il vient pas à la fête ce soir."},
        {"No plano da casa nova há uma porta.", "Num plano da casa nova há uma porta."},
        {"我们不同意这个计划", "我们不赞成这个计划"},
    };
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        char *lines = told_changes(pairs[i][0], pairs[i][1]);
        ck_assert_msg(strstr(lines, "negation") == NULL, "%s got\n%s", pairs[i][1], lines);
        twt_free(lines);
    }
}
END_TEST

START_TEST(spelling_is_told_from_words)
{
    check_changes("The colour of the wall was grey.", "The color of the wall was grey.", "spelling: colour -> color\n");
    check_changes("They organise a very long inspection here.", "They organize a very long inspec tion here.",
                  "spelling: organise -> organize\nspelling: inspection -> inspec tion\n");
    check_changes("The modern town has a wall.", "The modem town has a wall.", "spelling: modern -> modem\n");
    check_changes("The council's men were very late.", "The councils men were very late.",
                  "spelling: council's -> councils\n");
    check_changes("They don't want a wall.", "They dont want a wall.", "spelling: don't -> dont\n");
    check_changes("The station was closed at night.", "The building was closed at night.",
                  "word: station -> building\n");
}
END_TEST

START_TEST(the_same_letters_divided_otherwise_are_a_spelling)
{
    check_changes("The board said that it would not be moved by this at all.",
                  "The board saidthat itwould notbe movedby this at all.",
                  "spelling: said that it would not be moved by -> saidthat itwould notbe movedby\n");
    check_changes("He paid for 12 horses there.", "He paid for12 horses there.", "spelling: for 12 -> for12\n");
    check_changes("Rooms 11 5 were shut all day.", "Rooms 1 15 were shut all day.",
                  "number: 11 -> 1\nnumber: 5 -> 15\n");
}
END_TEST

START_TEST(other_forms_of_a_stem_are_inflections)
{
    check_changes("They report the matter to us.", "They reported the matter to us.",
                  "inflection: report -> reported\n");
    check_changes("Он был в доме у реки.", "Он был в домах у реки.", "inflection: доме -> домах\n");
    check_changes("Das hat er gesagt und getan.", "Das hat er sagt und getan.", "inflection: gesagt -> sagt\n");
}
END_TEST

START_TEST(short_frequent_words_are_function_words)
{
    check_changes("The man in the house and the man at the wall saw the dog in the town.",
                  "The man in the house and the man in the wall saw the dog at the town.",
                  "function: at -> in\nfunction: in -> at\n");
}
END_TEST

START_TEST(words_inside_a_quotation_are_told_as_such)
{
    check_changes("She said: \"We are deeply grateful for all the help.\"",
                  "She said: \"We are really grateful for all the help.\"", "quotation: deeply -> really\n");
    check_changes("She said we are deeply grateful for all the help.",
                  "She said: \"We are really grateful for all the help.\"", "word: deeply -> really\n");
}
END_TEST

START_TEST(german_nouns_are_no_names)
{
    check_holds(
        "Gestern kam der Leiter mit dem Bericht in die Sitzung, und die Frage nach dem Geld stand am Ende im Raum. "
        "Dann ging der Leiter mit dem Hund nach Hause.",
        "Gestern kam der Leiter mit dem Bericht in die Sitzung, und die Frage nach dem Recht stand am Ende im Raum. "
        "Dann ging der Leiter mit dem Hund nach Hause.",
        "word: Geld -> Recht\n");
}
END_TEST

START_TEST(misread_letters_everywhere_make_even_short_words_spellings)
{
    check_changes(
        "The cat was not on the mat when Iran won the old cup and all the town was glad about that good news.",
        "The eat wae nol on lhe mat whcn Iren won tbe old cup ond all the town was gled about that gaod news.",
        "spelling: cat -> eat\nspelling: was -> wae\nspelling: not -> nol\nspelling: the -> lhe\n"
        "spelling: when -> whcn\nspelling: Iran -> Iren\nspelling: the -> tbe\nspelling: and -> ond\n"
        "spelling: glad -> gled\nspelling: good -> gaod\n");
}
END_TEST

/* ---- what is left out ------------------------------------------------------------------------------------- */

START_TEST(whole_sentences_gained_are_no_change)
{
    check_changes("The bridge is closed. The town is angry.",
                  "The bridge is closed. Nobody knows why it happened. The town is angry.", "");
}
END_TEST

START_TEST(a_long_row_of_figures_is_told_figure_by_figure)
{
    char texts[2][1000];
    for (int s = 0; s < 2; s++) {
        size_t len = (size_t)sprintf(texts[s], "The water stood at");
        for (int i = 0; i < 60; i++)
            len += (size_t)sprintf(texts[s] + len, " %d", 100 + 7 * i + 3000 * s);
        sprintf(texts[s] + len, " centimetres on the day.");
    }
    char *lines = told_changes(texts[0], texts[1]);
    size_t count = 0;
    for (const char *at = lines; (at = strstr(at, "number: ")) != NULL; at++)
        count++;
    ck_assert_uint_eq(count, 60);
    ck_assert_ptr_nonnull(strstr(lines, "number: 513 -> 3513\n"));
    twt_free(lines);
}
END_TEST

START_TEST(a_long_stretch_of_other_words_is_other_text)
{
    check_changes(
        "It began. One two three four five six seven eight nine ten twelve many people came and went away again at "
        "night or so they said to us there. The end.",
        "It began. Nobody knew what would happen in a house like that with all its windows broken since last winter "
        "when storms blew hard over. The end.",
        "");
}
END_TEST

/* ---- properties ------------------------------------------------------------------------------------------- */

static const char *const vocabulary[] = {"the",   "of",    "North", "West",   "and",   "council", "Council",
                                         "12",    "not",   "said",  "\"",     "\"",    "house",   "houses",
                                         "Trust", ".",     ",",     "été",    "не",    "桥",      "15",
                                         "2023",  "March", "April", "colour", "color", "\n\n"};

static void write_random(char *out, size_t words, uint64_t *state)
{
    size_t len = 0;
    for (size_t i = 0; i < words; i++) {
        const char *word = vocabulary[twt_rng_next(state) % (sizeof vocabulary / sizeof *vocabulary)];
        len += (size_t)sprintf(out + len, "%s%s", i > 0 ? " " : "", word);
    }
}

static bool is_boundary(const twt_analysis *text, uint32_t at)
{
    return at == text->text_len || ((unsigned char)text->text[at] & 0xC0) != 0x80;
}

static void check_order(const twt_analysis *text, twt_range now, uint32_t *last)
{
    ck_assert_uint_le(now.begin, now.end);
    ck_assert_uint_le(now.end, text->text_len);
    ck_assert_uint_le(*last, now.begin);
    ck_assert(is_boundary(text, now.begin) && is_boundary(text, now.end));
    *last = now.end;
}

static void check_claims(const told *pair, const twt_change *changes, size_t count, const twt_measures *measures)
{
    uint32_t last[2] = {0, 0}, kinds = 0, of[TWT_CHANGE_KINDS] = {0}, alone[2] = {0, 0};
    for (size_t i = 0; i < count; i++) {
        check_order(pair->a, changes[i].a, &last[0]);
        check_order(pair->b, changes[i].b, &last[1]);
        ck_assert(changes[i].a.begin < changes[i].a.end || changes[i].b.begin < changes[i].b.end);
        of[changes[i].kind]++;
        alone[0] += changes[i].b.begin == changes[i].b.end;
        alone[1] += changes[i].a.begin == changes[i].a.end;
    }
    for (size_t k = 0; k < TWT_CHANGE_KINDS; k++) {
        ck_assert_uint_eq(of[k], measures->blocks_of[k]);
        kinds += measures->blocks_of[k];
    }
    ck_assert_uint_eq(kinds, measures->blocks);
    ck_assert_uint_eq(alone[0], measures->blocks_alone[0]);
    ck_assert_uint_eq(alone[1], measures->blocks_alone[1]);
    ck_assert_uint_eq(count, measures->blocks);
}

static twt_alignment mirror(const told *pair, twt_match *matches, twt_block *blocks)
{
    for (size_t i = 0; i < pair->alignment.match_count; i++) {
        twt_match m = pair->alignment.matches[i];
        matches[i] = (twt_match){m.b, m.a, m.count, m.is_moved};
    }
    for (size_t i = 0; i < pair->alignment.block_count; i++) {
        twt_block b = pair->alignment.blocks[i];
        blocks[i] = (twt_block){b.b_begin, b.b_end, b.a_begin, b.a_end};
    }
    return (twt_alignment){matches, pair->alignment.match_count, blocks, pair->alignment.block_count};
}

START_TEST(random_pairs_keep_every_claim_and_mirror)
{
    static char texts[2][2000];
    static twt_match matches[600];
    static twt_block blocks[600];
    uint64_t state = 7;
    twt_change_finder *finders[2];
    for (int s = 0; s < 2; s++)
        ck_assert_int_eq(twt_change_finder_new(&finders[s]), TWT_OK);
    for (int round = 0; round < 300; round++) {
        told pair;
        twt_measures measures[2];
        const twt_change *changes[2];
        size_t counts[2];
        for (int s = 0; s < 2; s++)
            write_random(texts[s], twt_rng_next(&state) % 120, &state);
        told_open(&pair, texts[0], texts[1]);
        twt_alignment mirrored = mirror(&pair, matches, blocks);
        ck_assert_int_eq(paired_change_finder_run(finders[0], pair.a, pair.b, &pair.alignment, &measures[0],
                                                  &changes[0], &counts[0]),
                         TWT_OK);
        ck_assert_int_eq(
            paired_change_finder_run(finders[1], pair.b, pair.a, &mirrored, &measures[1], &changes[1], &counts[1]),
            TWT_OK);
        check_claims(&pair, changes[0], counts[0], &measures[0]);
        ck_assert_uint_eq(counts[0], counts[1]);
        for (size_t i = 0; i < counts[0]; i++) {
            ck_assert_int_eq(changes[0][i].kind, changes[1][i].kind);
            ck_assert_mem_eq(&changes[0][i].a, &changes[1][i].b, sizeof(twt_range));
            ck_assert_mem_eq(&changes[0][i].b, &changes[1][i].a, sizeof(twt_range));
        }
        told_close(&pair);
    }
    for (int s = 0; s < 2; s++)
        twt_change_finder_free(finders[s]);
}
END_TEST

START_TEST(every_allocation_may_fail)
{
    told pair;
    told_open(&pair, "They met the Children's Trust on 12 March and did not pay.",
              "They met the Children's Foundation on 15 March and did pay at once.");
    for (size_t n = 1;; n++) {
        twt_change_finder *finder = NULL;
        twt_measures measures;
        const twt_change *changes;
        size_t count = 0;
        failing_alloc_arm(n);
        twt_status status = twt_change_finder_new(&finder);
        if (status == TWT_OK)
            status = paired_change_finder_run(finder, pair.a, pair.b, &pair.alignment, &measures, &changes, &count);
        bool was_refused = failing_alloc_disarm();
        ck_assert_int_eq(status, was_refused ? TWT_ERROR_MEMORY : TWT_OK);
        if (finder != NULL) { /* still usable */
            ck_assert_int_eq(
                paired_change_finder_run(finder, pair.a, pair.b, &pair.alignment, &measures, &changes, &count), TWT_OK);
            ck_assert_uint_gt(count, 2);
        }
        twt_change_finder_free(finder);
        if (!was_refused)
            break;
    }
    told_close(&pair);
}
END_TEST

/* ---- hostile ---------------------------------------------------------------------------------------------- */

/* Every second word replaced, a sentence without an end. */
START_TEST(a_million_tokens_of_changes_take_linear_time)
{
    enum { WORDS = 300000 };
    static const char *const words[] = {"not", "12", "Name", "misspelt"};
    char *texts[2];
    for (int s = 0; s < 2; s++) {
        size_t len = 0;
        texts[s] = twt_alloc_array(WORDS, 24);
        for (size_t i = 0; i < WORDS; i++)
            len += (size_t)sprintf(texts[s] + len, "%s ",
                                   i % 2 ? "same"
                                   : s   ? words[i / 2 % 4]
                                         : words[(i / 2 + 1) % 4]);
    }
    twt_profile profile;
    twt_analyzer *readers[2];
    const twt_analysis *read[2];
    twt_profile_init(&profile);
    for (int s = 0; s < 2; s++) {
        ck_assert_int_eq(twt_analyzer_new(&profile, &readers[s]), TWT_OK);
        ck_assert_int_eq(twt_analyzer_run(readers[s], texts[s], strlen(texts[s]), &read[s], NULL), TWT_OK);
        ck_assert_uint_eq(read[s]->token_count, WORDS);
    }
    twt_match *matches = twt_alloc_array(WORDS, sizeof *matches);
    twt_block *blocks = twt_alloc_array(WORDS, sizeof *blocks);
    for (uint32_t i = 0; i < WORDS / 2; i++) {
        blocks[i] = (twt_block){2 * i, 2 * i + 1, 2 * i, 2 * i + 1};
        matches[i] = (twt_match){2 * i + 1, 2 * i + 1, 1, false};
    }
    twt_alignment alignment = {matches, WORDS / 2, blocks, WORDS / 2};
    twt_change_finder *finder;
    twt_measures measures;
    const twt_change *changes;
    size_t count;
    ck_assert_int_eq(twt_change_finder_new(&finder), TWT_OK);
    ck_assert_int_eq(paired_change_finder_run(finder, read[0], read[1], &alignment, &measures, &changes, &count),
                     TWT_OK);
    ck_assert_uint_gt(count, WORDS / 4);
    twt_change_finder_free(finder);
    for (int s = 0; s < 2; s++) {
        twt_analyzer_free(readers[s]);
        twt_free(texts[s]);
    }
    twt_free(matches);
    twt_free(blocks);
}
END_TEST

TWT_SUITE("compare_changes", equal_texts_have_no_changes, a_name_is_widened_to_the_words_of_the_name_before_it,
          a_name_does_not_reach_over_a_comma, a_name_that_only_moved_is_no_name, figures_are_numbers,
          the_same_figure_written_otherwise_is_no_number, numerals_in_words_are_numbers,
          days_months_and_ranks_are_numbers, a_numeral_in_words_or_figures_is_no_number,
          words_that_may_be_numerals_elsewhere_are_words, a_figure_that_only_moved_is_no_number, a_month_is_a_number,
          a_negation_gained_or_lost_is_told_in_many_languages, a_negation_said_otherwise_is_none,
          spelling_is_told_from_words, the_same_letters_divided_otherwise_are_a_spelling,
          other_forms_of_a_stem_are_inflections, short_frequent_words_are_function_words,
          words_inside_a_quotation_are_told_as_such, german_nouns_are_no_names,
          misread_letters_everywhere_make_even_short_words_spellings, whole_sentences_gained_are_no_change,
          a_long_row_of_figures_is_told_figure_by_figure, a_long_stretch_of_other_words_is_other_text,
          random_pairs_keep_every_claim_and_mirror, every_allocation_may_fail,
          a_million_tokens_of_changes_take_linear_time)

/* The evidence through the comparer: a statement and its garbled paraphrase, both invented. */
#include <stdio.h>
#include <string.h>

#include "support/suite.h"
#include "twicetold/compare.h"
#include "twicetold/text.h"

static const char statement[] =
    "Update on Harbour Service Inspection\n\nChildren and harbours\n\n12 May 2031\n\n"
    "The Wardens of East and South Oxmere Districts met urgently last night with senior harbour officers and the "
    "Pilots' "
    "Trust to discuss the inspection report issued earlier this week.\n\n"
    "Both Wardens raised detailed issues within the report and sought assurances that action was being taken to "
    "address "
    "the critical findings. The meeting examined the existing plans for the Mooring Service, which have already been "
    "reviewed and updated since the very recent report.\n\n"
    "The Trust will be engaging with the Inspectorate to validate the progress made so far, prior to its revisiting "
    "the "
    "harbour in June.\n\n"
    "We have had a frank and tough discussion with the Pilots' Trust, because it is essential that we urgently work "
    "together to improve the standard of the Mooring Service.\n\n"
    "I am grateful to the Trust for quickly fielding their top team, and for showing us the actions already underway "
    "since "
    "the report was published to put this service right.\n\nWarden Ilse Marren, East Oxmere\n\n"
    "We had a constructive meeting with colleagues of East and South Oxmere to discuss the outcome of the inspection. "
    "We "
    "must not lose sight of the improvements that the Inspectorate has already recognised.\n";

static const char paraphrase[] =
    "Children and harbours 12 May 2031 The Wardens of East and South Oxmere Districts gathered urgently last night "
    "with senior "
    "harbour officials and the Pilots' Trust to talk about the inspection report released earlier this week. "
    "Both Wardens raised issues detailed in the report and sought guarantees that action was being taken to tackle "
    "the critical findings. The meeting reviewed the existing plans for the Anchor Service, which have already been "
    "checked and updated since the last report. "
    "The Trust will engage with the Inspectorate to confirm the progress made so far, before it returns to the "
    "harbour in June. "
    "We have had a frank and hard discussion with the Pilots' Foundation because it is vital that we urgently work "
    "together to lift the standard of the Mooring Service. "
    "I am thankful to the Trust for putting their senior team on the ground, and for showing us the actions that took "
    "place "
    "since publication. of the report to mend this service. Warden Ilse Marren, East Oxmere "
    "We had a useful meeting with colleagues of East and South Oxmere to discuss the result of the inspection. We "
    "must not forget the improvements that the Inspectorate has already recognized.\n";

typedef struct compared {
    twt_analyzer *readers[2];
    twt_comparer *comparer;
    const twt_analysis *read[2];
    const twt_comparison *result;
} compared;

static void open_pair(compared *pair, const char *a, const char *b)
{
    const char *texts[2] = {a, b};
    twt_profile profile;
    twt_profile_init(&profile);
    for (int s = 0; s < 2; s++) {
        ck_assert_int_eq(twt_analyzer_new(&profile, &pair->readers[s]), TWT_OK);
        ck_assert_int_eq(twt_analyzer_run(pair->readers[s], texts[s], strlen(texts[s]), &pair->read[s], NULL), TWT_OK);
    }
    ck_assert_int_eq(twt_comparer_new(&profile, &pair->comparer), TWT_OK);
    ck_assert_int_eq(twt_comparer_run(pair->comparer, pair->read[0], pair->read[1], TWT_WANT_CHANGES, &pair->result),
                     TWT_OK);
}

static void close_pair(compared *pair)
{
    twt_analyzer_free(pair->readers[0]);
    twt_analyzer_free(pair->readers[1]);
    twt_comparer_free(pair->comparer);
}

static bool holds_change(const compared *pair, twt_change_kind kind, const char *a, const char *b)
{
    for (size_t i = 0; i < pair->result->change_count; i++) {
        const twt_change *change = &pair->result->changes[i];
        if (change->kind == kind && change->a.end - change->a.begin == strlen(a) &&
            change->b.end - change->b.begin == strlen(b) &&
            memcmp(pair->read[0]->text + change->a.begin, a, strlen(a)) == 0 &&
            memcmp(pair->read[1]->text + change->b.begin, b, strlen(b)) == 0)
            return true;
    }
    return false;
}

static const twt_reason *find_reason(const compared *pair, twt_reason_code code)
{
    const twt_reason *found = NULL;
    for (size_t i = 0; i < pair->result->reason_count; i++) {
        ck_assert(i == 0 || pair->result->reasons[i - 1].code < pair->result->reasons[i].code);
        if (pair->result->reasons[i].code == code)
            found = &pair->result->reasons[i];
    }
    return found;
}

START_TEST(a_garbled_paraphrase_shows_its_signs)
{
    compared pair;
    open_pair(&pair, statement, paraphrase);
    ck_assert_int_eq(pair.result->verdict.relation, TWT_RELATION_REWRITTEN);
    ck_assert_int_eq(pair.result->verdict.machine_signs, TWT_SIGNS_STRONG);
    ck_assert_int_eq(pair.result->verdict.first, TWT_FIRST_A);
    ck_assert_int_eq(pair.result->verdict.first_confidence, TWT_CONFIDENCE_LIKELY);
    ck_assert(holds_change(&pair, TWT_CHANGE_NAME, "Pilots' Trust", "Pilots' Foundation"));
    ck_assert(holds_change(&pair, TWT_CHANGE_NAME, "Mooring", "Anchor"));
    ck_assert(holds_change(&pair, TWT_CHANGE_SPELLING, "recognised", "recognized"));
    const twt_reason *broken = find_reason(&pair, TWT_REASON_SIGN_BROKEN);
    char sentence[TWT_REASON_TEXT_MAX];
    ck_assert_ptr_nonnull(broken);
    ck_assert_str_eq(twt_reason_text(broken, statement, paraphrase, sentence),
                     "a sentence is broken by a stray full stop: “since publication. of the report”");
    close_pair(&pair);
}
END_TEST

START_TEST(the_mirrored_pair_says_the_mirrored_things)
{
    compared pair, mirrored;
    open_pair(&pair, statement, paraphrase);
    open_pair(&mirrored, paraphrase, statement);
    ck_assert_int_eq(mirrored.result->verdict.machine_signs, TWT_SIGNS_STRONG);
    ck_assert_int_eq(mirrored.result->verdict.first, TWT_FIRST_B);
    ck_assert(holds_change(&mirrored, TWT_CHANGE_NAME, "Pilots' Foundation", "Pilots' Trust"));
    ck_assert_uint_eq(mirrored.result->change_count, pair.result->change_count);
    ck_assert_uint_eq(mirrored.result->reason_count, pair.result->reason_count);
    close_pair(&pair);
    close_pair(&mirrored);
}
END_TEST

START_TEST(metadata_joins_and_is_replaced_by_the_next)
{
    compared pair;
    open_pair(&pair, statement, paraphrase);
    twt_document a = {.id = "a", .text = statement, .text_len = strlen(statement), .tier = TWT_TIER_OFFICIAL};
    twt_document b = {.id = "b", .text = paraphrase, .text_len = strlen(paraphrase), .tier = TWT_TIER_OUTLET};
    size_t before = pair.result->reason_count;
    for (int again = 0; again < 2; again++) {
        ck_assert_int_eq(twt_comparer_add_metadata(pair.comparer, &a, &b, &pair.result), TWT_OK);
        ck_assert_uint_eq(pair.result->reason_count, before + 1);
        ck_assert_ptr_nonnull(find_reason(&pair, TWT_REASON_FIRST_TIER));
        ck_assert_int_eq(pair.result->verdict.first_confidence, TWT_CONFIDENCE_CERTAIN);
    }
    a.tier = TWT_TIER_UNKNOWN;
    ck_assert_int_eq(twt_comparer_add_metadata(pair.comparer, &a, &b, &pair.result), TWT_OK);
    ck_assert_uint_eq(pair.result->reason_count, before);
    ck_assert_int_eq(pair.result->verdict.first_confidence, TWT_CONFIDENCE_LIKELY);
    close_pair(&pair);
}
END_TEST

START_TEST(unrelated_texts_have_no_first_and_no_signs)
{
    compared pair;
    open_pair(&pair, statement, "A recipe for soup. Take two onions and a leek. Boil them for an hour in clear water.");
    twt_document a = {.id = "a", .text = "", .tier = TWT_TIER_OFFICIAL}, b = {.id = "b", .text = ""};
    ck_assert_int_eq(twt_comparer_add_metadata(pair.comparer, &a, &b, &pair.result), TWT_OK);
    ck_assert_int_eq(pair.result->verdict.machine_signs, TWT_SIGNS_NONE);
    ck_assert_int_eq(pair.result->verdict.first, TWT_FIRST_UNKNOWN);
    close_pair(&pair);
}
END_TEST

START_TEST(facts_are_counted_once_wherever_they_stand)
{
    compared pair;
    open_pair(
        &pair,
        "The board of Oxmere Glass said that it sold its works at Tarn Fell for 14 crowns a share to Hallowby. The "
        "sale of the works at Tarn Fell ends on 3 May, it said.",
        "The board of Dunmoor Lead said that it sold its works at Tarn Fell for 92 crowns a share to Wexcombe. The "
        "sale of the works at Tarn Fell ends on 3 June, it said.");
    const twt_measures *m = &pair.result->measures;
    ck_assert_uint_eq(m->facts_shared, 3); /* Tarn, Fell, 3 */
    ck_assert_uint_eq(m->facts_own[0], 5); /* Oxmere, Glass, 14, Hallowby, May */
    ck_assert_uint_eq(m->facts_own[1], 5);
    ck_assert_uint_eq(m->figures_shared, 1);
    ck_assert_uint_eq(m->figures_own[0], 1);
    ck_assert_uint_eq(m->figures_own[1], 1);
    ck_assert(!twt_relation_is_reuse(pair.result->verdict.relation) ||
              pair.result->verdict.relation == TWT_RELATION_UPDATED);
    close_pair(&pair);
}
END_TEST

/* The statement between long rows of other words. */
START_TEST(facts_of_texts_hardly_covered_are_counted_apart)
{
    compared pair;
    char texts[2][16384];
    for (int side = 0; side < 2; side++) {
        size_t len = (size_t)sprintf(texts[side], "%s\n", statement);
        for (int i = 0; i < 120; i++)
            len += (size_t)sprintf(texts[side] + len, "%c%dx %c%dy %c%dz went on and then some more to Port%c. ",
                                   "pq"[side], i, "rs"[side], i, "tu"[side], i, "AB"[side]);
    }
    open_pair(&pair, texts[0], texts[1]);
    const twt_measures *m = &pair.result->measures;
    ck_assert(twt_relation_is_reuse(pair.result->verdict.relation));
    ck_assert_uint_eq(m->facts_shared + m->facts_own[0] + m->facts_own[1], 0);
    ck_assert_uint_gt(m->all_facts_shared, 5);
    ck_assert_uint_eq(m->all_facts_own[0], 1);
    ck_assert_uint_eq(m->all_facts_own[1], 1);
    close_pair(&pair);
}
END_TEST

START_TEST(a_figure_with_other_separators_is_the_same_fact)
{
    compared pair;
    open_pair(&pair, "The council sold 5,000 homes and kept 12 of them for 1.500 families, its clerk said on the day.",
              "The council sold 5000 homes and kept 15 of them for 1500 families, as its clerk said on the day.");
    const twt_measures *m = &pair.result->measures;
    ck_assert_uint_eq(m->figures_shared, 2);
    ck_assert_uint_eq(m->figures_own[0], 1); /* 12 */
    ck_assert_uint_eq(m->figures_own[1], 1);
    close_pair(&pair);
}
END_TEST

START_TEST(nouns_with_capitals_are_no_facts)
{
    compared pair;
    open_pair(
        &pair,
        "Am Abend hat der Rat die neue Brücke am Hafen für den Verkehr freigegeben, weil die Arbeiten an dem Geländer "
        "und an der Treppe beendet sind.",
        "Am Abend hat der Rat die neue Brücke am Hafen für den Verkehr geöffnet, weil das Werk an dem Zaun und an der "
        "Stiege beendet ist.");
    ck_assert_uint_eq(pair.result->measures.facts_shared, 0);
    ck_assert_uint_eq(pair.result->measures.facts_own[0], 0);
    close_pair(&pair);
}
END_TEST

/* Letters that scanners take for others. */
static void misread(const char *text, char *out)
{
    static const char from[] = "elounhtis", to[] = "c1 0uobl5";
    size_t len = strlen(text);
    for (size_t i = 0; i <= len; i++) {
        const char *at = i % 7 == 0 && text[i] ? strchr(from, text[i]) : NULL;
        out[i] = at && to[at - from] != ' ' ? to[at - from] : text[i];
    }
}

START_TEST(misread_letters_are_noise)
{
    static char scanned[sizeof statement];
    compared pair;
    misread(statement, scanned);
    open_pair(&pair, statement, scanned);
    ck_assert_int_eq(pair.result->verdict.relation, TWT_RELATION_NOISY);
    ck_assert_uint_eq(pair.result->measures.misread_blocks, pair.result->measures.blocks_of[TWT_CHANGE_SPELLING]);
    close_pair(&pair);
}
END_TEST

START_TEST(another_way_of_spelling_is_no_noise)
{
    compared pair;
    open_pair(&pair,
              "The theatre at the centre of Oxmere was organised by neighbours who favoured colour over all else. They "
              "travelled "
              "many metres through the harbour and recognised the behaviour of sailors. Nobody criticised their "
              "honour, and the "
              "programme of the museum analysed the labour of the women who ran it all.",
              "The theater at the center of Oxmere was organized by neighbors who favored color over all else. They "
              "traveled many "
              "meters through the harbor and recognized the behavior of sailors. Nobody criticized their honor, and "
              "the program "
              "of the museum analyzed the labor of the women who ran it all.");
    ck_assert_int_ne(pair.result->verdict.relation, TWT_RELATION_NOISY);
    ck_assert_int_ne(pair.result->verdict.relation, TWT_RELATION_REWRITTEN);
    ck_assert_uint_ge(pair.result->measures.blocks_of[TWT_CHANGE_SPELLING], 15);
    ck_assert_uint_eq(pair.result->measures.misread_blocks, 0);
    close_pair(&pair);
}
END_TEST

TWT_SUITE("compare_evidence", misread_letters_are_noise, another_way_of_spelling_is_no_noise,
          a_garbled_paraphrase_shows_its_signs, the_mirrored_pair_says_the_mirrored_things,
          metadata_joins_and_is_replaced_by_the_next, unrelated_texts_have_no_first_and_no_signs,
          facts_are_counted_once_wherever_they_stand, facts_of_texts_hardly_covered_are_counted_apart,
          a_figure_with_other_separators_is_the_same_fact, nouns_with_capitals_are_no_facts)

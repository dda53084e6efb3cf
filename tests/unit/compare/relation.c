#include "compare/relation/relation.h"
#include "compare/relation/measures.h"

#include "support/suite.h"

/* Two texts of 300 words, the same but for what a test changes. */
static twt_measures copy_of_300(void)
{
    return (twt_measures){.tokens = {300, 300},
                          .sentences = {15, 15},
                          .shingles = {298, 298},
                          .shared_shingles = 280,
                          .seeds = 15,
                          .chain = 15,
                          .seeded_sentences = {15, 15},
                          .copied_sentences = {12, 12},
                          .covered_tokens = {300, 300},
                          .matched_tokens = 297,
                          .aligned_tokens = 300,
                          .runs = 4,
                          .longest_run = 120,
                          .five_runs = 281,
                          .blocks = 3,
                          .blocks_of = {[TWT_CHANGE_WORD] = 3},
                          .words = {170, 170},
                          .shared_words = 167,
                          .single_words = 110,
                          .ordered_words = 110,
                          .dense_tokens = 290};
}

static twt_measures rewrite_of_300(void)
{
    twt_measures m = copy_of_300();
    m.shared_shingles = 60;
    m.copied_sentences[0] = m.copied_sentences[1] = 0;
    m.matched_tokens = 190;
    m.runs = 60;
    m.longest_run = 9;
    m.five_runs = 40;
    m.blocks = 55;
    m.blocks_of[TWT_CHANGE_WORD] = 40;
    m.blocks_of[TWT_CHANGE_FUNCTION] = 15;
    m.shared_words = 95;
    m.single_words = 50;
    m.ordered_words = 46;
    m.dense_tokens = 100;
    return m;
}

static twt_relation relation_of(const twt_measures *m)
{
    return twt_relation_decide(m, false).relation;
}

static void set_blocks(twt_measures *m, twt_change_kind kind, uint32_t count)
{
    m->blocks = count;
    for (int i = 0; i < TWT_CHANGE_KINDS; i++)
        m->blocks_of[i] = i == (int)kind ? count : 0;
}

START_TEST(nothing_measured_is_unrelated)
{
    twt_measures m = {0};
    ck_assert_int_eq(relation_of(&m), TWT_RELATION_UNRELATED);
    m.seeds = 1; /* a line below every text, for all one knows */
    ck_assert_int_eq(relation_of(&m), TWT_RELATION_UNRELATED);
    m.topic_letters[0] = m.topic_letters[1] = 200, m.shared_topic_letters = 20;
    ck_assert_int_eq(relation_of(&m), TWT_RELATION_RELATED);
}
END_TEST

START_TEST(equal_texts_are_exact)
{
    twt_measures m = {0};
    ck_assert_int_eq(twt_relation_decide(&m, true).relation, TWT_RELATION_EXACT);
}
END_TEST

START_TEST(a_few_changed_words_are_a_near_duplicate)
{
    twt_measures m = copy_of_300();
    ck_assert_int_eq(relation_of(&m), TWT_RELATION_NEAR_DUPLICATE);
    set_blocks(&m, TWT_CHANGE_NEGATION, 1);
    ck_assert_int_eq(relation_of(&m), TWT_RELATION_NEAR_DUPLICATE);
}
END_TEST

START_TEST(new_figures_are_an_update_even_when_there_are_many)
{
    twt_measures m = copy_of_300();
    set_blocks(&m, TWT_CHANGE_NUMBER, 40);
    m.matched_tokens = 260, m.runs = 41, m.longest_run = 12;
    m.copied_sentences[0] = m.copied_sentences[1] = 1;
    ck_assert_int_eq(relation_of(&m), TWT_RELATION_UPDATED);
}
END_TEST

START_TEST(a_lost_not_among_new_figures_is_no_update)
{
    twt_measures m = copy_of_300();
    set_blocks(&m, TWT_CHANGE_NUMBER, 3);
    ck_assert_int_eq(relation_of(&m), TWT_RELATION_UPDATED);
    m.blocks = 4, m.blocks_of[TWT_CHANGE_NEGATION] = 1;
    ck_assert_int_eq(relation_of(&m), TWT_RELATION_NEAR_DUPLICATE);
}
END_TEST

START_TEST(lines_numbered_in_one_copy_are_no_new_figures)
{
    twt_measures m = copy_of_300();
    set_blocks(&m, TWT_CHANGE_NUMBER, 20);
    m.tokens[1] = 320, m.blocks_alone[1] = 20;
    m.matched_tokens = 300, m.aligned_tokens = 320, m.runs = 21, m.longest_run = 15;
    m.copied_sentences[0] = m.copied_sentences[1] = 1;
    ck_assert_int_eq(relation_of(&m), TWT_RELATION_NEAR_DUPLICATE);
    m.blocks_alone[1] = 15;
    ck_assert_int_eq(relation_of(&m), TWT_RELATION_UPDATED);
}
END_TEST

START_TEST(a_form_filled_in_anew_is_an_update)
{
    twt_measures m = copy_of_300();
    set_blocks(&m, TWT_CHANGE_NUMBER, 12);
    m.blocks = 32, m.blocks_of[TWT_CHANGE_NAME] = 20;
    m.matched_tokens = 268, m.runs = 33, m.longest_run = 14;
    m.copied_sentences[0] = m.copied_sentences[1] = 1;
    ck_assert_int_eq(relation_of(&m), TWT_RELATION_UPDATED);
}
END_TEST

START_TEST(misread_letters_are_noise)
{
    twt_measures m = copy_of_300();
    set_blocks(&m, TWT_CHANGE_SPELLING, 90);
    m.misread_blocks = 85;
    m.matched_tokens = 210, m.runs = 70, m.longest_run = 10, m.shared_shingles = 100;
    m.copied_sentences[0] = m.copied_sentences[1] = 0;
    ck_assert_int_eq(relation_of(&m), TWT_RELATION_NOISY);
}
END_TEST

START_TEST(another_spelling_of_some_words_is_no_noise)
{
    twt_measures m = copy_of_300();
    set_blocks(&m, TWT_CHANGE_SPELLING, 8);
    ck_assert_int_eq(relation_of(&m), TWT_RELATION_NEAR_DUPLICATE);
}
END_TEST

START_TEST(a_rename_is_no_rewrite)
{
    twt_measures m = copy_of_300();
    set_blocks(&m, TWT_CHANGE_NAME, 30);
    m.matched_tokens = 270, m.runs = 31, m.longest_run = 15;
    m.copied_sentences[0] = m.copied_sentences[1] = 2;
    ck_assert_int_eq(relation_of(&m), TWT_RELATION_NEAR_DUPLICATE);
}
END_TEST

START_TEST(words_replaced_everywhere_are_a_rewrite)
{
    twt_measures m = rewrite_of_300();
    ck_assert_int_eq(relation_of(&m), TWT_RELATION_REWRITTEN);
}
END_TEST

static twt_measures brief_retold(void)
{
    twt_measures m = rewrite_of_300();
    m.tokens[0] = m.tokens[1] = m.covered_tokens[0] = m.covered_tokens[1] = 55;
    m.shingles[0] = m.shingles[1] = 53, m.shared_shingles = 8;
    m.matched_tokens = 30, m.aligned_tokens = 55, m.runs = 12, m.five_runs = 4, m.longest_run = 6;
    m.words[0] = m.words[1] = 45, m.shared_words = 30, m.single_words = 22, m.ordered_words = 21;
    m.dense_tokens = 20;
    set_blocks(&m, TWT_CHANGE_WORD, 8);
    return m;
}

START_TEST(a_brief_is_rewritten_when_no_stretch_of_it_is_left)
{
    twt_measures m = brief_retold();
    ck_assert_int_eq(relation_of(&m), TWT_RELATION_REWRITTEN);
    m.five_runs = 20;
    ck_assert_int_ne(relation_of(&m), TWT_RELATION_REWRITTEN);
    m = brief_retold();
    m.blocks_of[TWT_CHANGE_WORD] = 5, m.blocks_of[TWT_CHANGE_NAME] = 3;
    ck_assert_int_ne(relation_of(&m), TWT_RELATION_REWRITTEN);
    m = brief_retold();
    set_blocks(&m, TWT_CHANGE_SPELLING, 8);
    ck_assert_int_ne(relation_of(&m), TWT_RELATION_REWRITTEN);
}
END_TEST

START_TEST(a_sentence_or_two_are_never_called_rewritten)
{
    twt_measures m = brief_retold();
    m.aligned_tokens = 39;
    ck_assert_int_ne(relation_of(&m), TWT_RELATION_REWRITTEN);
}
END_TEST

START_TEST(a_sentence_with_another_figure_in_it_is_no_near_duplicate)
{
    twt_measures m = {.tokens = {20, 20},
                      .sentences = {1, 1},
                      .shingles = {18, 18},
                      .shared_shingles = 9,
                      .seeds = 1,
                      .chain = 1,
                      .covered_tokens = {20, 20},
                      .matched_tokens = 16,
                      .aligned_tokens = 20,
                      .runs = 5,
                      .longest_run = 4,
                      .blocks = 4,
                      .blocks_of = {[TWT_CHANGE_WORD] = 4},
                      .words = {20, 20},
                      .shared_words = 16,
                      .single_words = 16,
                      .ordered_words = 16,
                      .single_phrases = 5,
                      .ordered_phrases = 5,
                      .dense_tokens = 14};
    ck_assert_int_eq(relation_of(&m), TWT_RELATION_NEAR_DUPLICATE);
    m.blocks_of[TWT_CHANGE_WORD] = 3, m.blocks_of[TWT_CHANGE_NUMBER] = 1;
    ck_assert_int_eq(relation_of(&m), TWT_RELATION_PARTIAL);
}
END_TEST

START_TEST(a_copy_with_a_long_stretch_untouched_is_no_rewrite)
{
    twt_measures m = rewrite_of_300();
    m.longest_run = 60, m.shared_shingles = 120, m.five_runs = 90;
    ck_assert_int_eq(relation_of(&m), TWT_RELATION_NEAR_DUPLICATE);
}
END_TEST

START_TEST(two_thirds_of_the_three_word_sequences_left_are_an_edit)
{
    twt_measures m = rewrite_of_300();
    set_blocks(&m, TWT_CHANGE_WORD, 20);
    m.five_runs = 120, m.shared_shingles = 190;
    ck_assert_int_eq(relation_of(&m), TWT_RELATION_REWRITTEN);
    m.shared_shingles = 196;
    ck_assert_int_eq(relation_of(&m), TWT_RELATION_NEAR_DUPLICATE);
}
END_TEST

START_TEST(one_word_for_another_throughout_is_a_rewrite)
{
    twt_measures m = rewrite_of_300();
    set_blocks(&m, TWT_CHANGE_WORD, 24);
    m.matched_tokens = 276, m.runs = 24, m.longest_run = 40, m.five_runs = 170, m.shared_shingles = 220;
    m.copied_sentences[0] = m.copied_sentences[1] = 3;
    ck_assert_int_eq(relation_of(&m), TWT_RELATION_REWRITTEN);
    m.copied_sentences[0] = m.copied_sentences[1] = 4; /* of fifteen */
    ck_assert_int_eq(relation_of(&m), TWT_RELATION_NEAR_DUPLICATE);
    m.copied_sentences[0] = m.copied_sentences[1] = 3;
    set_blocks(&m, TWT_CHANGE_SPELLING, 24);
    ck_assert_int_ne(relation_of(&m), TWT_RELATION_REWRITTEN);
}
END_TEST

START_TEST(words_put_in_throughout_are_no_rewrite)
{
    twt_measures m = rewrite_of_300();
    m.five_runs = 70, m.shared_shingles = 120, m.blocks_alone[1] = 41;
    ck_assert_int_eq(relation_of(&m), TWT_RELATION_REWRITTEN);
    m.blocks_alone[1] = 42;
    ck_assert_int_eq(relation_of(&m), TWT_RELATION_NEAR_DUPLICATE);
    m.blocks_alone[0] = m.blocks_alone[1] = 27;
    ck_assert_int_eq(relation_of(&m), TWT_RELATION_REWRITTEN);
    m.blocks_alone[1] = 55, m.matched_tokens = 179; /* told anew for the most part */
    ck_assert_int_eq(relation_of(&m), TWT_RELATION_REWRITTEN);
}
END_TEST

START_TEST(where_no_passage_shows_it_the_order_of_the_words_is_the_reason)
{
    twt_measures m = rewrite_of_300();
    m.aligned_tokens = 50, m.matched_tokens = 40, m.dense_tokens = 20, m.covered_tokens[0] = m.covered_tokens[1] = 40;
    m.single_phrases = 45, m.ordered_phrases = 40;
    twt_ruling ruling = twt_relation_decide(&m, false);
    ck_assert_int_eq(ruling.relation, TWT_RELATION_PARTIAL);
    ck_assert_uint_eq(ruling.reason_count, 3);
    ck_assert_int_eq(ruling.reasons[0].code, TWT_REASON_SHARED_PASSAGE);
    ck_assert_int_eq(ruling.reasons[1].code, TWT_REASON_LIKE_WORDS);
    ck_assert_int_eq(ruling.reasons[2].code, TWT_REASON_SAME_ORDER);
    ck_assert_double_eq_tol(ruling.reasons[2].value, 46, 1e-9);
    ck_assert_uint_eq(ruling.reasons[2].counts[0], 50);
    ck_assert_uint_eq(ruling.reasons[2].counts[1], 50);
    m.dense_tokens = 45;
    ck_assert_uint_eq(twt_relation_decide(&m, false).reason_count, 1);
}
END_TEST

START_TEST(a_text_found_in_a_longer_one_is_an_excerpt)
{
    twt_measures m = copy_of_300();
    m.tokens[1] = 1200, m.shingles[1] = 1190, m.words[1] = 500;
    ck_assert_int_eq(relation_of(&m), TWT_RELATION_EXCERPT);
}
END_TEST

/* A line of a list that has another line like it: both lines of the longer text are paired with the only one. */
static twt_measures line_of_two(uint32_t tokens)
{
    return (twt_measures){.tokens = {2 * tokens + 4, tokens},
                          .sentences = {2, 1},
                          .shingles = {2 * tokens + 2, tokens - 2},
                          .shared_shingles = tokens - 2,
                          .seeds = 2,
                          .chain = 2,
                          .seeded_sentences = {2, 1},
                          .copied_sentences = {1, 1},
                          .covered_tokens = {2 * tokens + 4, tokens},
                          .matched_tokens = tokens,
                          .aligned_tokens = tokens,
                          .runs = 1,
                          .longest_run = tokens,
                          .five_runs = tokens > 4 ? tokens - 4 : 0,
                          .words = {2 * tokens, tokens},
                          .shared_words = tokens,
                          .single_words = tokens,
                          .ordered_words = tokens,
                          .dense_tokens = tokens};
}

START_TEST(one_line_that_two_are_like_is_no_version_of_both)
{
    twt_measures m = line_of_two(9);
    ck_assert_int_eq(relation_of(&m), TWT_RELATION_EXCERPT);
    m.tokens[0] = 18; /* not longer by more than it has again */
    ck_assert_int_eq(relation_of(&m), TWT_RELATION_NEAR_DUPLICATE);
}
END_TEST

START_TEST(of_a_line_of_few_words_not_even_an_excerpt)
{
    twt_measures m = line_of_two(4);
    ck_assert_int_eq(relation_of(&m), TWT_RELATION_PARTIAL);
}
END_TEST

START_TEST(a_shared_passage_in_long_texts_is_partial)
{
    twt_measures m = {.tokens = {2000, 2000},
                      .shingles = {1900, 1900},
                      .shared_shingles = 48,
                      .seeds = 2,
                      .chain = 2,
                      .covered_tokens = {60, 60},
                      .matched_tokens = 50,
                      .aligned_tokens = 50,
                      .runs = 1,
                      .longest_run = 50,
                      .words = {600, 600},
                      .shared_words = 150,
                      .single_words = 60,
                      .ordered_words = 20,
                      .dense_tokens = 50};
    ck_assert_int_eq(relation_of(&m), TWT_RELATION_PARTIAL);
    m.dense_tokens = 12, m.longest_run = 12;
    ck_assert_int_eq(relation_of(&m), TWT_RELATION_UNRELATED);
    m.told_tokens = 50;
    ck_assert_int_eq(relation_of(&m), TWT_RELATION_PARTIAL);
    m.told_tokens = 39;
    ck_assert_int_eq(relation_of(&m), TWT_RELATION_UNRELATED);
    m.surely_told = 30;
    ck_assert_int_eq(relation_of(&m), TWT_RELATION_PARTIAL);
    m.surely_told = 29;
    ck_assert_int_eq(relation_of(&m), TWT_RELATION_UNRELATED);
}
END_TEST

/* Two sentences of 35 words each, 18 of which stand once in both; so many of these follow each other. */
static twt_measures stretch_in_order(uint32_t ordered)
{
    return (twt_measures){.tokens = {35, 35},
                          .words = {32, 32},
                          .shared_words = 18,
                          .single_words = 18,
                          .ordered_words = ordered,
                          .single_phrases = 18,
                          .ordered_phrases = ordered};
}

START_TEST(a_stretch_is_told_and_told_beyond_doubt_by_its_order)
{
    twt_measures m = stretch_in_order(5);
    ck_assert(!twt_relation_is_told(&m));
    m = stretch_in_order(8);
    ck_assert(twt_relation_is_told(&m));
    ck_assert(!twt_relation_is_surely_told(&m));
    m = stretch_in_order(14);
    ck_assert(twt_relation_is_told(&m));
    ck_assert(twt_relation_is_surely_told(&m));
}
END_TEST

START_TEST(one_topic_in_another_order_is_no_reuse)
{
    twt_measures m = {.tokens = {900, 900},
                      .seeds = 4,
                      .chain = 2,
                      .covered_tokens = {90, 80},
                      .words = {400, 400},
                      .shared_words = 170,
                      .single_words = 76,
                      .ordered_words = 29,
                      .dense_tokens = 20,
                      .topic_letters = {1000, 1000},
                      .shared_topic_letters = 250};
    ck_assert_int_eq(relation_of(&m), TWT_RELATION_RELATED);
}
END_TEST

START_TEST(words_alike_without_a_stretch_in_common_are_no_near_duplicate)
{
    twt_measures m = copy_of_300();
    m.five_runs = 50, m.longest_run = 9;
    ck_assert_int_eq(relation_of(&m), TWT_RELATION_PARTIAL);
    m.five_runs = 70;
    ck_assert_int_eq(relation_of(&m), TWT_RELATION_NEAR_DUPLICATE);
}
END_TEST

START_TEST(a_form_with_other_figures_is_no_rewrite)
{
    twt_measures m = rewrite_of_300();
    m.figures_kept = 6, m.figures_replaced = 4;
    ck_assert_int_eq(relation_of(&m), TWT_RELATION_REWRITTEN);
    m.figures_kept = 3, m.figures_replaced = 7;
    ck_assert_int_eq(relation_of(&m), TWT_RELATION_UNRELATED);
    m.five_runs = 70; /* stretches of the form stand as they were */
    ck_assert_int_eq(relation_of(&m), TWT_RELATION_UPDATED);
    m.blocks_of[TWT_CHANGE_NEGATION] = 1;
    ck_assert_int_eq(relation_of(&m), TWT_RELATION_PARTIAL);
}
END_TEST

START_TEST(other_names_and_figures_together_are_no_rewrite)
{
    twt_measures m = rewrite_of_300();
    m.names = 16, m.names_replaced = 12, m.figures_kept = 2;
    ck_assert_int_eq(relation_of(&m), TWT_RELATION_UNRELATED);
    m.figures_kept = 8; /* the figures hold what the names let go */
    ck_assert_int_eq(relation_of(&m), TWT_RELATION_REWRITTEN);
}
END_TEST

START_TEST(one_or_two_other_figures_take_back_nothing)
{
    twt_measures m = rewrite_of_300();
    m.figures_replaced = 2;
    ck_assert_int_eq(relation_of(&m), TWT_RELATION_REWRITTEN);
}
END_TEST

START_TEST(a_verbatim_passage_stands_whatever_the_figures)
{
    twt_measures m = rewrite_of_300();
    m.figures_replaced = 9, m.longest_run = 12;
    ck_assert_int_eq(relation_of(&m), TWT_RELATION_PARTIAL);
}
END_TEST

static void set_facts(twt_measures *m, uint32_t shared, uint32_t of_a, uint32_t of_b)
{
    m->facts_shared = m->all_facts_shared = shared;
    m->facts_own[0] = m->all_facts_own[0] = of_a;
    m->facts_own[1] = m->all_facts_own[1] = of_b;
}

START_TEST(one_form_with_other_facts_in_it_is_no_copy)
{
    twt_measures m = rewrite_of_300();
    set_facts(&m, 6, 7, 20);
    ck_assert_int_eq(relation_of(&m), TWT_RELATION_REWRITTEN);
    set_facts(&m, 6, 8, 20);
    ck_assert_int_eq(relation_of(&m), TWT_RELATION_PARTIAL); /* by its densest passage */
    m.dense_tokens = 30;
    ck_assert_int_eq(relation_of(&m), TWT_RELATION_UNRELATED);
    set_facts(&m, 6, 0, 20); /* one text says less, and nothing else */
    ck_assert_int_eq(relation_of(&m), TWT_RELATION_REWRITTEN);
    m = copy_of_300();
    m.shared_shingles = 150, m.five_runs = 90, m.blocks_of[TWT_CHANGE_WORD] = 12;
    ck_assert_int_eq(relation_of(&m), TWT_RELATION_NEAR_DUPLICATE);
    set_facts(&m, 2, 9, 9);
    ck_assert_int_eq(relation_of(&m), TWT_RELATION_UPDATED);
}
END_TEST

START_TEST(one_office_fills_in_its_form_with_other_figures)
{
    twt_measures m = rewrite_of_300();
    m.facts_shared = 9, m.figures_shared = 1, m.figures_own[0] = 20; /* names of the office, the same each time */
    ck_assert_int_eq(relation_of(&m), TWT_RELATION_REWRITTEN);       /* one text says more */
    m.figures_own[1] = 15;
    ck_assert_int_eq(relation_of(&m), TWT_RELATION_PARTIAL);
    m.figures_own[1] = 2; /* altered among many other words */
    ck_assert_int_eq(relation_of(&m), TWT_RELATION_REWRITTEN);
    m.figures_own[1] = 15, m.figures_shared = 35; /* some among many */
    ck_assert_int_eq(relation_of(&m), TWT_RELATION_REWRITTEN);
    m = copy_of_300();
    m.shared_shingles = 150, m.five_runs = 90, m.blocks_of[TWT_CHANGE_WORD] = 12;
    m.facts_shared = 9, m.figures_own[0] = m.figures_own[1] = 4;
    ck_assert_int_eq(relation_of(&m), TWT_RELATION_UPDATED);
    m.five_runs = 160; /* half of the text stands as it was: a copy in which a figure was mended */
    ck_assert_int_eq(relation_of(&m), TWT_RELATION_NEAR_DUPLICATE);
}
END_TEST

START_TEST(facts_spelt_in_another_way_leave_a_passage)
{
    twt_measures m = rewrite_of_300();
    set_facts(&m, 6, 8, 20);
    m.dense_tokens = 30;
    m.single_phrases = 50, m.ordered_phrases = 46;
    ck_assert_int_eq(relation_of(&m), TWT_RELATION_PARTIAL);
    ck_assert(!twt_relation_is_claimed(&m)); /* changes may be more than were counted */
    m.blocks_of[TWT_CHANGE_NAME] = 14;
    ck_assert_int_eq(relation_of(&m), TWT_RELATION_UNRELATED); /* a form: what is new are names */
    m.blocks_of[TWT_CHANGE_NAME] = 0, m.ordered_phrases = 20;
    ck_assert_int_eq(relation_of(&m), TWT_RELATION_UNRELATED);
}
END_TEST

/* Few words are left and few sentences find each other, but all is told in the same order. */
static twt_measures retelling_of_300(void)
{
    twt_measures m = rewrite_of_300();
    m.shared_shingles = 8;
    m.seeds = m.chain = 2;
    m.covered_tokens[0] = m.covered_tokens[1] = 60;
    m.matched_tokens = 25;
    m.aligned_tokens = 50;
    m.runs = 15, m.longest_run = 4, m.five_runs = 0, m.dense_tokens = 9;
    m.shared_words = 75;
    m.single_words = m.single_phrases = 40;
    m.ordered_words = m.ordered_phrases = 32;
    set_facts(&m, 9, 2, 3);
    return m;
}

START_TEST(a_whole_text_retold_in_other_words_is_rewritten)
{
    twt_measures m = retelling_of_300();
    ck_assert_int_eq(relation_of(&m), TWT_RELATION_REWRITTEN);
    twt_measures mirrored = twt_measures_mirror(&m);
    ck_assert_int_eq(relation_of(&mirrored), TWT_RELATION_REWRITTEN);
}
END_TEST

START_TEST(where_a_passage_explains_it_the_whole_is_not_rewritten)
{
    twt_measures m = retelling_of_300();
    m.dense_tokens = 25;
    ck_assert_int_eq(relation_of(&m), TWT_RELATION_PARTIAL);
}
END_TEST

START_TEST(what_is_retold_in_half_a_text_is_not_the_whole)
{
    twt_measures m = retelling_of_300();
    m.tokens[1] = 700;
    ck_assert_int_eq(relation_of(&m), TWT_RELATION_PARTIAL);
}
END_TEST

START_TEST(two_reports_alike_with_facts_of_their_own_are_no_retelling)
{
    twt_measures m = retelling_of_300();
    m.all_facts_own[0] = m.all_facts_own[1] = 6;
    ck_assert_int_eq(relation_of(&m), TWT_RELATION_PARTIAL);
}
END_TEST

START_TEST(words_set_letter_by_letter_prove_nothing_but_by_long_runs)
{
    twt_measures m = rewrite_of_300();
    m.letters[1] = 200;
    ck_assert(!twt_relation_has_reuse(&m));
    m.five_runs = 150;
    ck_assert(twt_relation_has_reuse(&m));
}
END_TEST

/* ---- properties ------------------------------------------------------------------------------------------ */

START_TEST(every_relation_has_its_reason)
{
    twt_measures measures[] = {copy_of_300(), rewrite_of_300(), {.seeds = 0}};
    for (size_t i = 0; i < sizeof measures / sizeof *measures; i++)
        for (int is_equal = 0; is_equal < 2; is_equal++) {
            twt_ruling ruling = twt_relation_decide(&measures[i], is_equal);
            ck_assert_uint_gt(ruling.reason_count, 0);
            ck_assert_uint_le(ruling.reason_count, TWT_RULING_REASONS);
            for (size_t j = 0; j < ruling.reason_count; j++) {
                ck_assert(ruling.reasons[j].code <= TWT_REASON_SHORT_TEXT);
                ck_assert(j == 0 || ruling.reasons[j - 1].code < ruling.reasons[j].code);
            }
        }
}
END_TEST

TWT_SUITE("compare_relation", nothing_measured_is_unrelated, equal_texts_are_exact,
          a_few_changed_words_are_a_near_duplicate, new_figures_are_an_update_even_when_there_are_many,
          a_lost_not_among_new_figures_is_no_update, lines_numbered_in_one_copy_are_no_new_figures,
          a_form_filled_in_anew_is_an_update, misread_letters_are_noise, another_spelling_of_some_words_is_no_noise,
          a_rename_is_no_rewrite, words_replaced_everywhere_are_a_rewrite,
          a_brief_is_rewritten_when_no_stretch_of_it_is_left, a_sentence_or_two_are_never_called_rewritten,
          a_sentence_with_another_figure_in_it_is_no_near_duplicate, a_copy_with_a_long_stretch_untouched_is_no_rewrite,
          two_thirds_of_the_three_word_sequences_left_are_an_edit, one_word_for_another_throughout_is_a_rewrite,
          words_put_in_throughout_are_no_rewrite, where_no_passage_shows_it_the_order_of_the_words_is_the_reason,
          a_text_found_in_a_longer_one_is_an_excerpt, one_line_that_two_are_like_is_no_version_of_both,
          of_a_line_of_few_words_not_even_an_excerpt, a_shared_passage_in_long_texts_is_partial,
          a_stretch_is_told_and_told_beyond_doubt_by_its_order, one_topic_in_another_order_is_no_reuse,
          words_alike_without_a_stretch_in_common_are_no_near_duplicate, a_form_with_other_figures_is_no_rewrite,
          other_names_and_figures_together_are_no_rewrite, one_or_two_other_figures_take_back_nothing,
          a_verbatim_passage_stands_whatever_the_figures, one_form_with_other_facts_in_it_is_no_copy,
          facts_spelt_in_another_way_leave_a_passage, a_whole_text_retold_in_other_words_is_rewritten,
          where_a_passage_explains_it_the_whole_is_not_rewritten, what_is_retold_in_half_a_text_is_not_the_whole,
          two_reports_alike_with_facts_of_their_own_are_no_retelling,
          words_set_letter_by_letter_prove_nothing_but_by_long_runs, every_relation_has_its_reason,
          one_office_fills_in_its_form_with_other_figures)

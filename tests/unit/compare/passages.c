#include "compare/passages/passages.h"

#include <stdio.h>

#include "compare/passages/sentence_seeds.h"
#include "paired.h"
#include "support/failing_alloc.h"
#include "support/suite.h"
#include "tiny_text.h"

enum { TEXT_MAX = 1 << 16, PASSAGES_MAX = 256 };

typedef struct found_passages { /* a copy of a result */
    twt_passage passages[PASSAGES_MAX];
    size_t count;
} found_passages;

static twt_status run(twt_seed_finder *seed_finder, twt_passage_finder *finder, const tiny_text *a, const tiny_text *b,
                      const twt_passage **passages, size_t *count)
{
    const twt_seed *seeds;
    size_t seed_count;
    twt_status status = paired_seed_finder_run(seed_finder, &a->analysis, &b->analysis, &seeds, &seed_count);
    return status ? status
                  : paired_passage_finder_run(finder, &a->analysis, &b->analysis, seeds, seed_count, NULL, 0, passages,
                                              count);
}

static void find(const tiny_text *a, const tiny_text *b, found_passages *out)
{
    twt_seed_finder *seed_finder;
    twt_passage_finder *finder;
    const twt_passage *passages;
    ck_assert_int_eq(twt_seed_finder_new(&seed_finder), TWT_OK);
    ck_assert_int_eq(twt_passage_finder_new(&finder), TWT_OK);
    ck_assert_int_eq(run(seed_finder, finder, a, b, &passages, &out->count), TWT_OK);
    ck_assert_uint_le(out->count, PASSAGES_MAX);
    for (size_t i = 0; i < out->count; i++)
        out->passages[i] = passages[i];
    twt_seed_finder_free(seed_finder);
    twt_passage_finder_free(finder);
}

static const char report[] = "the regional council approved a new footbridge over the mill stream on tuesday evening. "
                             "engineers expect the work to take nine months and to cost four million crowns. "
                             "residents had asked for a safer crossing since the flood washed away the old planks. "
                             "a ferry will carry schoolchildren until the bridge opens to the public.";
static const char reworded[] = "on tuesday night the regional council agreed to a new footbridge over the mill stream. "
                               "the work should take nine months and cost four million crowns according to engineers. "
                               "residents wanted a safer crossing ever since the flood washed the old planks away. "
                               "until the bridge opens a ferry is to carry schoolchildren.";

/* sentences of other words before and after */
static tiny_text embed(uint64_t seed, const char *first, const char *second, uint32_t at[2])
{
    char string[TEXT_MAX], *end = string;
    const char *parts[2] = {first, second};
    for (int i = 0; i < 2; i++) {
        for (int s = 0; s < 12; s++)
            end = add_sentence(end, &seed, 12, (unsigned)(seed % 7) * 1000, 500);
        at[i] = (uint32_t)(end - string);
        end += sprintf(end, "%s ", parts[i]);
    }
    for (int s = 0; s < 12; s++)
        end = add_sentence(end, &seed, 12, 9000, 500);
    return tiny_text_of(string);
}

START_TEST(nothing_shared_has_no_passage)
{
    uint64_t state = 4;
    char one[TEXT_MAX], other[TEXT_MAX], *end = one;
    for (int i = 0; i < 20; i++)
        end = add_sentence(end, &state, 12, 0, 500);
    end = other;
    for (int i = 0; i < 20; i++)
        end = add_sentence(end, &state, 12, 700, 500);
    tiny_text a = tiny_text_of(one), b = tiny_text_of(other), none = tiny_text_of("");
    found_passages found;
    find(&a, &b, &found);
    ck_assert_uint_eq(found.count, 0);
    find(&none, &none, &found);
    ck_assert_uint_eq(found.count, 0);
    find(&a, &none, &found);
    ck_assert_uint_eq(found.count, 0);
    tiny_text_free(&a);
    tiny_text_free(&b);
    tiny_text_free(&none);
}
END_TEST

START_TEST(a_copied_paragraph_is_found_to_the_byte)
{
    uint32_t at_a[2], at_b[2];
    tiny_text a = embed(1, report, "", at_a), b = embed(8, "", report, at_b);
    found_passages found;
    find(&a, &b, &found);
    ck_assert_uint_eq(found.count, 1);
    twt_passage passage = found.passages[0];
    ck_assert_int_eq(passage.kind, TWT_PASSAGE_VERBATIM);
    ck_assert_uint_eq(passage.a.begin, at_a[0]);
    ck_assert_uint_eq(passage.a.end, at_a[0] + sizeof report - 1);
    ck_assert_uint_eq(passage.b.begin, at_b[1]);
    ck_assert_uint_eq(passage.b.end, at_b[1] + sizeof report - 1);
    tiny_text_free(&a);
    tiny_text_free(&b);
}
END_TEST

START_TEST(a_reworded_paragraph_is_found_to_the_sentence)
{
    uint32_t at_a[2], at_b[2];
    tiny_text a = embed(1, report, "", at_a), b = embed(8, reworded, "", at_b);
    found_passages found;
    find(&a, &b, &found);
    ck_assert_uint_eq(found.count, 1);
    twt_passage passage = found.passages[0];
    ck_assert_int_ne(passage.kind, TWT_PASSAGE_VERBATIM);
    ck_assert_uint_eq(passage.a.begin, at_a[0]);
    ck_assert_uint_eq(passage.a.end, at_a[0] + sizeof report - 1);
    ck_assert_uint_eq(passage.b.begin, at_b[0]);
    ck_assert_uint_eq(passage.b.end, at_b[0] + sizeof reworded - 1);
    tiny_text_free(&a);
    tiny_text_free(&b);
}
END_TEST

START_TEST(two_passages_in_the_other_order_are_moved)
{
    static const char notice[] =
        "opening hours of the swimming pool change from monday onwards for the whole summer season. "
        "early swimmers may enter through the side gate at six and families get a discount at noon.";
    uint32_t at[2];
    tiny_text a = embed(1, report, notice, at), b = embed(8, notice, report, at);
    found_passages found;
    find(&a, &b, &found);
    ck_assert_uint_eq(found.count, 2);
    ck_assert_int_eq(found.passages[0].kind, TWT_PASSAGE_VERBATIM); /* the heavier one */
    ck_assert_int_eq(found.passages[1].kind, TWT_PASSAGE_MOVED);
    tiny_text_free(&a);
    tiny_text_free(&b);
}
END_TEST

START_TEST(a_short_passage_is_dropped)
{
    uint32_t at[2];
    const char *line = "a ferry will carry schoolchildren until the bridge opens to the public.";
    tiny_text a = embed(1, line, "", at), b = embed(8, line, "", at);
    found_passages found;
    find(&a, &b, &found);
    ck_assert_uint_eq(found.count, 0);
    tiny_text_free(&a);
    tiny_text_free(&b);
}
END_TEST

START_TEST(equal_texts_are_one_passage)
{
    tiny_text a = tiny_text_of(report);
    found_passages found;
    find(&a, &a, &found);
    ck_assert_uint_eq(found.count, 1);
    ck_assert_int_eq(found.passages[0].kind, TWT_PASSAGE_VERBATIM);
    ck_assert_uint_eq(found.passages[0].a.begin, 0);
    ck_assert_uint_eq(found.passages[0].b.end, sizeof report - 1);
    tiny_text_free(&a);
}
END_TEST

START_TEST(a_long_run_of_equal_tokens_is_a_passage_without_seeds)
{
    uint32_t at[2];
    tiny_text a = embed(1, report, "", at), b = embed(8, report, "", at);
    uint32_t first = 12 * 12, count = 14 + 14; /* the sentences before; two of the report */
    twt_match match = {first, first, count, false};
    twt_passage_finder *finder;
    const twt_passage *passages;
    size_t passage_count;
    ck_assert_int_eq(twt_passage_finder_new(&finder), TWT_OK);
    ck_assert_int_eq(
        paired_passage_finder_run(finder, &a.analysis, &b.analysis, NULL, 0, &match, 1, &passages, &passage_count),
        TWT_OK);
    ck_assert_uint_eq(passage_count, 1);
    ck_assert_int_eq(passages[0].kind, TWT_PASSAGE_VERBATIM);
    ck_assert_uint_eq(passages[0].a.begin, a.tokens[first].begin);
    match.count = 5; /* under 150 bytes */
    ck_assert_int_eq(
        paired_passage_finder_run(finder, &a.analysis, &b.analysis, NULL, 0, &match, 1, &passages, &passage_count),
        TWT_OK);
    ck_assert_uint_eq(passage_count, 0);
    twt_passage_finder_free(finder);
    tiny_text_free(&a);
    tiny_text_free(&b);
}
END_TEST

static char *add_words(char *at, unsigned first, unsigned count, const char *last)
{
    for (unsigned i = 0; i < count; i++)
        at += sprintf(at, "word%u%s", first + i, i + 1 < count ? " " : last);
    return at;
}

/* Sixty sentences of ten words; b tells every twelfth of them again, seven words each, with three of a later one. */
static void summary_pair(tiny_text *long_text, tiny_text *with_summary, uint32_t at[2])
{
    char one[TEXT_MAX], other[TEXT_MAX], *end = one;
    uint64_t state = 6;
    for (unsigned i = 0; i < 60; i++)
        end = add_words(end, 10 * i, 10, ". ");
    end = other;
    for (int i = 0; i < 12; i++)
        end = add_sentence(end, &state, 12, 0, 500);
    at[0] = (uint32_t)(end - other);
    for (unsigned i = 0; i < 5; i++) {
        end = add_words(end, 120 * i, 7, " ");
        end = add_words(end, 120 * i + 60, 3, ". ");
    }
    at[1] = (uint32_t)(end - other) - 1;
    for (int i = 0; i < 12; i++)
        end = add_sentence(end, &state, 12, 2000, 500);
    *long_text = tiny_text_of(one);
    *with_summary = tiny_text_of(other);
}

START_TEST(a_summary_stands_against_the_whole_text)
{
    tiny_text a, b;
    uint32_t at[2];
    summary_pair(&a, &b, at);
    found_passages found;
    find(&a, &b, &found);
    ck_assert_uint_eq(found.count, 1);
    ck_assert_int_eq(found.passages[0].kind, TWT_PASSAGE_REWRITTEN);
    ck_assert_uint_eq(found.passages[0].a.begin, 0);
    ck_assert_uint_ge(found.passages[0].a.end + 2, a.analysis.text_len);
    ck_assert_uint_eq(found.passages[0].b.begin, at[0]);
    ck_assert_uint_eq(found.passages[0].b.end, at[1]);
    find(&b, &a, &found);
    ck_assert_uint_eq(found.count, 1);
    ck_assert_uint_eq(found.passages[0].a.begin, at[0]);
    tiny_text_free(&a);
    tiny_text_free(&b);
}
END_TEST

START_TEST(one_likeness_of_a_few_common_words_is_no_passage)
{
    uint32_t at[2];
    tiny_text a = embed(1,
                        "the harbour authority and the town council will meet again in the old town hall on thursday "
                        "to speak of many other things that nobody had thought of so far.",
                        "", at);
    tiny_text b =
        embed(8,
              "the harbour authority and the town council sold fish at a loss during a winter that was longer "
              "than any other winter which old people here could remember at all.",
              "", at);
    found_passages found;
    find(&a, &b, &found);
    ck_assert_uint_eq(found.count, 0);
    tiny_text_free(&a);
    tiny_text_free(&b);
}
END_TEST

/* Four sentences, each told again with four of its words; the small words of the two texts differ, so that the
 * stretches as a whole are not alike. */
START_TEST(weakly_alike_sentences_in_a_row_are_a_passage)
{
    char one[TEXT_MAX], other[TEXT_MAX], *end_one = one, *end_other = other;
    uint32_t at_a[2], at_b[2];
    for (unsigned i = 0; i < 4; i++) {
        end_one = add_words(end_one, 20 * i, 4, " ");
        end_one = add_words(end_one + sprintf(end_one, "of this and "), 1000 + 20 * i, 5, ". ");
        end_other = add_words(end_other, 20 * i, 4, " ");
        end_other = add_words(end_other + sprintf(end_other, "at some but "), 2000 + 20 * i, 5, ". ");
    }
    tiny_text a = embed(1, one, "", at_a), b = embed(8, other, "", at_b);
    found_passages found;
    find(&a, &b, &found);
    ck_assert_uint_eq(found.count, 1);
    ck_assert_uint_le(found.passages[0].a.begin, at_a[0] + 40);
    ck_assert_uint_ge(found.passages[0].a.end + 80, at_a[0] + strlen(one));
    ck_assert_int_eq(found.passages[0].kind, TWT_PASSAGE_REWRITTEN);
    tiny_text_free(&a);
    tiny_text_free(&b);
}
END_TEST

START_TEST(a_sentence_between_two_told_ones_belongs_to_the_passage)
{
    static const char first[] =
        "the regional council approved a new footbridge over the mill stream on tuesday evening. ";
    static const char last[] = "residents had asked for a safer crossing since the flood washed away the old planks.";
    char one[600], other[600];
    uint32_t at_a[2], at_b[2];
    sprintf(one, "%sthe mayor spoke of a long wait and thanked everybody. %s", first, last);
    sprintf(other, "%sapplause followed when someone opened the windows. %s", first, last);
    tiny_text a = embed(1, one, "", at_a), b = embed(8, other, "", at_b);
    found_passages found;
    find(&a, &b, &found);
    ck_assert_uint_eq(found.count, 1);
    ck_assert_uint_eq(found.passages[0].a.begin, at_a[0]);
    ck_assert_uint_eq(found.passages[0].a.end, at_a[0] + strlen(one));
    ck_assert_uint_eq(found.passages[0].b.end, at_b[0] + strlen(other));
    ck_assert_int_eq(found.passages[0].kind, TWT_PASSAGE_EDITED);
    tiny_text_free(&a);
    tiny_text_free(&b);
}
END_TEST

/* A shuffled and thinned copy of some sentences among others. */
static void random_pair(uint64_t *state, tiny_text *a, tiny_text *b)
{
    char pool[40][200], one[TEXT_MAX], other[TEXT_MAX], *end_one = one, *end_other = other;
    for (int i = 0; i < 40; i++)
        add_sentence(pool[i], state, 6 + (unsigned)(twt_rng_next(state) % 10), 0, 300);
    for (int i = 0; i < 25; i++)
        end_one = stpcpy(end_one, pool[i]);
    unsigned from = (unsigned)(twt_rng_next(state) % 20);
    for (unsigned i = 0; i < 25; i++) {
        unsigned pick = twt_rng_next(state) % 4 ? from + i % 20 : (unsigned)(twt_rng_next(state) % 40);
        char sentence[200];
        strcpy(sentence, pool[pick]);
        for (char *at = sentence; *at; at++)
            if (twt_rng_next(state) % 30 == 0 && *at != '.' && *at != ' ')
                *at = 'z';
        end_other = stpcpy(end_other, sentence);
    }
    *a = tiny_text_of(one);
    *b = tiny_text_of(other);
}

START_TEST(passages_lie_within_the_texts_and_in_order)
{
    uint64_t state = 21;
    for (int round = 0; round < 60; round++) {
        tiny_text a, b;
        random_pair(&state, &a, &b);
        found_passages found;
        find(&a, &b, &found);
        for (size_t i = 0; i < found.count; i++) {
            twt_passage passage = found.passages[i];
            ck_assert_uint_ge(passage.a.end, passage.a.begin + 150);
            ck_assert_uint_ge(passage.b.end, passage.b.begin + 150);
            ck_assert_uint_le(passage.a.end, a.analysis.text_len);
            ck_assert_uint_le(passage.b.end, b.analysis.text_len);
            ck_assert(i == 0 || found.passages[i - 1].a.begin <= passage.a.begin);
        }
        tiny_text_free(&a);
        tiny_text_free(&b);
    }
}
END_TEST

START_TEST(the_other_order_gives_the_mirror_image)
{
    uint64_t state = 2;
    size_t all = 0;
    for (int round = 0; round < 60; round++) {
        tiny_text a, b;
        random_pair(&state, &a, &b);
        found_passages forth, back;
        find(&a, &b, &forth);
        find(&b, &a, &back);
        ck_assert_uint_eq(forth.count, back.count);
        all += forth.count;
        for (size_t i = 0; i < forth.count; i++) {
            bool is_there = false;
            for (size_t j = 0; j < back.count; j++)
                is_there |= !memcmp(&forth.passages[i].a, &back.passages[j].b, sizeof(twt_range)) &&
                            !memcmp(&forth.passages[i].b, &back.passages[j].a, sizeof(twt_range)) &&
                            forth.passages[i].kind == back.passages[j].kind;
            ck_assert(is_there);
        }
        tiny_text_free(&a);
        tiny_text_free(&b);
    }
    ck_assert_uint_gt(all, 60);
}
END_TEST

static tiny_text repeated(const char *unit, size_t times, const char *last)
{
    char *string = malloc(times * strlen(unit) + strlen(last) + 1), *end = string;
    for (size_t i = 0; i < times; i++)
        end = stpcpy(end, unit);
    stpcpy(end, last);
    tiny_text text = tiny_text_of(string);
    free(string);
    return text;
}

START_TEST(fifty_thousand_sentences_alike_stay_fast)
{
    tiny_text a = repeated("please mind the gap here. ", 50000, "one"),
              b = repeated("please mind the gap here. ", 40000, "two");
    found_passages found;
    find(&a, &b, &found);
    ck_assert_uint_ge(found.count, 1);
    tiny_text_free(&a);
    tiny_text_free(&b);
}
END_TEST

START_TEST(one_word_half_a_million_times_stays_fast)
{
    tiny_text a = repeated("na ", 500000, "one"), b = repeated("na ", 400000, "two");
    found_passages found;
    find(&a, &b, &found);
    tiny_text_free(&a);
    tiny_text_free(&b);
}
END_TEST

START_TEST(every_refused_allocation_is_told)
{
    uint64_t state = 3;
    tiny_text a, b;
    random_pair(&state, &a, &b);
    for (size_t n = 1;; n++) {
        twt_seed_finder *seed_finder = NULL;
        twt_passage_finder *finder = NULL;
        const twt_passage *passages = NULL;
        size_t count = 0;
        failing_alloc_arm(n);
        twt_status status = twt_seed_finder_new(&seed_finder);
        if (!status)
            status = twt_passage_finder_new(&finder);
        if (!status)
            status = run(seed_finder, finder, &a, &b, &passages, &count);
        bool is_refused = failing_alloc_disarm();
        ck_assert_int_eq(status, is_refused ? TWT_ERROR_MEMORY : TWT_OK);
        if (finder) { /* still usable */
            ck_assert_int_eq(run(seed_finder, finder, &a, &b, &passages, &count), TWT_OK);
            ck_assert_uint_gt(count, 0);
        }
        twt_seed_finder_free(seed_finder);
        twt_passage_finder_free(finder);
        if (!is_refused)
            break;
    }
    tiny_text_free(&a);
    tiny_text_free(&b);
}
END_TEST

TWT_SUITE("compare_passages", nothing_shared_has_no_passage, a_copied_paragraph_is_found_to_the_byte,
          a_reworded_paragraph_is_found_to_the_sentence, two_passages_in_the_other_order_are_moved,
          a_short_passage_is_dropped, equal_texts_are_one_passage,
          a_long_run_of_equal_tokens_is_a_passage_without_seeds, a_summary_stands_against_the_whole_text,
          one_likeness_of_a_few_common_words_is_no_passage, weakly_alike_sentences_in_a_row_are_a_passage,
          a_sentence_between_two_told_ones_belongs_to_the_passage, passages_lie_within_the_texts_and_in_order,
          the_other_order_gives_the_mirror_image, fifty_thousand_sentences_alike_stay_fast,
          one_word_half_a_million_times_stays_fast, every_refused_allocation_is_told)

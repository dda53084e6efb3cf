/* Words are met in a table of the letters that they begin or end with, so that no two are compared that share neither.
 * Truncation to a few letters does as well as a stemmer in most languages of Europe (McNamee and Mayfield 2004); here
 * it only picks whom to look at. */
#include "compare/words/word_kin.h"

#include <string.h>

#include "base/bits.h"
#include "base/utf8.h"

enum { STEPS_MAX = 32 }; /* words looked at for one beginning or end; more begin like this in hostile texts alone */

void twt_word_kin_free(twt_word_kin *kin)
{
    twt_vec_free(&kin->lone[0]);
    twt_vec_free(&kin->lone[1]);
    twt_vec_free(&kin->heads);
    twt_vec_free(&kin->links);
}

/* ---- words of one text alone ------------------------------------------------------------------------------ */

static bool add(twt_word_kin *kin, const twt_text_words *of, int side, uint32_t own)
{
    const twt_word_ends *ends = &of->ends[own];
    twt_lone_word word = {.ends = *ends, .own = own, .best = TWT_NO_WORD};
    return !ends->letters || twt_vec_push(&kin->lone[side], word);
}

static bool gather(twt_word_kin *kin, const twt_pair_words *words)
{
    uint32_t first = words->own[0].count;
    twt_vec_clear(&kin->lone[0]);
    twt_vec_clear(&kin->lone[1]);
    for (uint32_t w = 0; w < first; w++)
        if (words->to_second.data[w] == TWT_NO_WORD && !add(kin, &words->own[0], 0, w))
            return false;
    for (uint32_t w = 0; w < words->own[1].count; w++)
        if (words->from_second.data[w] >= first && !add(kin, &words->own[1], 1, w))
            return false;
    return true;
}

/* ---- likeness --------------------------------------------------------------------------------------------- */

typedef struct letters { /* of a word */
    const char *bytes;
    uint32_t len, count;
} letters;

static letters letters_of(const twt_text_words *of, const twt_lone_word *word)
{
    const twt_token *token = &of->text->tokens[of->last[word->own]];
    return (letters){of->text->norm + token->norm_begin, token->norm_len, word->ends.letters};
}

/* Letters that both begin with. */
static uint32_t common_begin(letters a, letters b)
{
    uint32_t at = 0, count = 0;
    while (at < a.len && at < b.len && a.bytes[at] == b.bytes[at])
        count += !twt_utf8_is_inside(a.bytes[at++]);
    bool is_broken = (at < a.len && twt_utf8_is_inside(a.bytes[at])) || (at < b.len && twt_utf8_is_inside(b.bytes[at]));
    return count - is_broken;
}

/* Letters that both end with. */
static uint32_t common_end(letters a, letters b)
{
    uint32_t at = 0, count = 0;
    for (; at < a.len && at < b.len && a.bytes[a.len - 1 - at] == b.bytes[b.len - 1 - at]; at++)
        count += !twt_utf8_is_inside(a.bytes[a.len - 1 - at]);
    return count;
}

/* How much of the longer word stands at the beginning or the end of both; 0: other words. Three letters in five and a
 * short end, or a short prefix before the whole of the other. */
static uint32_t score_of(letters a, letters b)
{
    uint32_t longer = a.count > b.count ? a.count : b.count;
    uint32_t shorter = a.count + b.count - longer, begin = common_begin(a, b);
    bool is_stem = begin * 5 >= longer * 3 && longer - begin <= 5 && (begin > 3 || longer + shorter - 2 * begin <= 3);
    if (is_stem)
        return 256 * begin / longer;
    uint32_t end = begin ? 0 : common_end(a, b);
    return end == shorter && end * 5 >= longer * 3 && longer - end <= 3 ? 256 * end / longer : 0;
}

/* What score_of asks of the lengths alone, before the letters are fetched. */
static bool may_be_kin(uint32_t one, uint32_t other)
{
    uint32_t shorter = one < other ? one : other, longer = one + other - shorter;
    return shorter * 5 >= longer * 3 && longer - shorter <= 5;
}

static void note(twt_lone_word *word, uint32_t other, uint32_t score)
{
    if (score > word->best_score || (score == word->best_score && other < word->best)) {
        word->best = other;
        word->best_score = score;
    }
}

/* ---- meeting ---------------------------------------------------------------------------------------------- */

/* Links the words of the first side by their keys. */
static bool fill_table(twt_word_kin *kin)
{
    size_t links = 2 * kin->lone[0].count, heads = twt_table_slots(kin->lone[0].count);
    if (!twt_vec_resize(&kin->heads, heads) || !twt_vec_resize(&kin->links, links))
        return false;
    memset(kin->heads.data, 0xFF, heads * sizeof *kin->heads.data);
    for (uint32_t i = 0; i < links; i++) {
        uint32_t key = kin->lone[0].data[i / 2].ends.keys[i % 2], *head = &kin->heads.data[key & (heads - 1)];
        kin->links.data[i] = (twt_kin_link){key, *head};
        *head = i;
    }
    return true;
}

static void look_up(twt_word_kin *kin, const twt_pair_words *words, uint32_t at, int end)
{
    twt_lone_word *word = &kin->lone[1].data[at];
    uint32_t link = kin->heads.data[word->ends.keys[end] & (kin->heads.count - 1)];
    for (int step = 0; step < STEPS_MAX && link != TWT_NO_WORD; step++, link = kin->links.data[link].next) {
        if (kin->links.data[link].key != word->ends.keys[end])
            continue;
        twt_lone_word *other = &kin->lone[0].data[link / 2];
        if (!may_be_kin(other->ends.letters, word->ends.letters))
            continue;
        uint32_t score = score_of(letters_of(&words->own[0], other), letters_of(&words->own[1], word));
        if (!score)
            continue;
        note(word, link / 2, score);
        note(other, at, score);
    }
}

twt_status twt_word_kin_join(twt_word_kin *kin, const twt_pair_words *words, twt_pair_words *out)
{
    if (!gather(kin, words) || !fill_table(kin) || !twt_pair_words_copy(words, out))
        return TWT_ERROR_MEMORY;
    for (uint32_t i = 0; i < kin->lone[1].count; i++)
        for (int end = 0; end < 2; end++)
            look_up(kin, words, i, end);
    for (uint32_t i = 0; i < kin->lone[1].count; i++) {
        const twt_lone_word *word = &kin->lone[1].data[i];
        if (word->best != TWT_NO_WORD && kin->lone[0].data[word->best].best == i)
            out->from_second.data[word->own] = kin->lone[0].data[word->best].own;
    }
    twt_pair_words_number(out);
    return TWT_OK;
}

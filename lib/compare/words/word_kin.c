/* Words are met in a table of the letters that they begin or end with, so that no two are compared that share neither.
 * Truncation to a few letters does as well as a stemmer in most languages of Europe (McNamee and Mayfield 2004); here
 * it only picks whom to look at. */
#include "compare/words/word_kin.h"

#include <string.h>

#include "base/bits.h"
#include "base/utf8.h"
#include "compare/words/word_letters.h"

enum { STEPS_MAX = 32 }; /* words looked at for one beginning or end; more begin like this in hostile texts alone */

void twt_word_kin_free(twt_word_kin *kin)
{
    twt_vec_free(&kin->lone[0]);
    twt_vec_free(&kin->lone[1]);
    twt_vec_free(&kin->heads);
    twt_vec_free(&kin->links);
    twt_vec_free(&kin->known);
    twt_vec_free(&kin->look_ups);
}

/* ---- words of one text alone ------------------------------------------------------------------------------ */

/* Most words are alone, but which can't be foreseen: no branch to guess. */
static bool gather_side(twt_word_kin *kin, const twt_pair_words *words, int side)
{
    const twt_text_words *of = &words->own[side];
    const uint32_t *other = side ? words->from_second.data : words->to_second.data;
    uint32_t least = side ? words->own[0].count : TWT_NO_WORD; /* of a word that the other text lacks */
    if (!twt_vec_resize(&kin->lone[side], (size_t)of->count + 1))
        return false;
    twt_lone_word *lone = kin->lone[side].data;
    size_t count = 0;
    for (uint32_t w = 0; w < of->count; w++) {
        lone[count] = (twt_lone_word){.ends = of->ends[w], .own = w, .best = TWT_NO_WORD};
        count += (other[w] >= least) & (of->ends[w].letters > 0);
    }
    kin->lone[side].count = count;
    return true;
}

/* ---- likeness --------------------------------------------------------------------------------------------- */

typedef struct letters { /* of a word */
    const char *bytes;
    uint32_t len, count;
} letters;

/* room: for those of syllables. */
static letters letters_of(const twt_text_words *of, const twt_word_ends *ends, char room[TWT_LETTERS_MAX])
{
    const char *norm = of->text->norm + ends->begin;
    if (!twt_word_is_syllables(norm, ends->len))
        return (letters){norm, ends->len, ends->letters};
    return (letters){room, (uint32_t)twt_word_put_letters(norm, ends->len, room), ends->letters};
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

enum { SHORT_LETTERS = 5 }; /* of longer words three letters in common are no stem */

/* What score_of asks that is known before the letters are fetched. */
static bool may_be_kin(const twt_word_ends *one, const twt_word_ends *other)
{
    uint32_t shorter = one->letters < other->letters ? one->letters : other->letters;
    uint32_t longer = one->letters + other->letters - shorter;
    bool has_stem = longer <= SHORT_LETTERS ? one->keys[0] == other->keys[0] : one->stem == other->stem;
    bool has_end = one->keys[1] == other->keys[1] && longer - shorter <= 3;
    return shorter * 5 >= longer * 3 && longer - shorter <= 5 && (has_stem || has_end);
}

static void note(twt_lone_word *word, uint32_t other, uint32_t score)
{
    if (score > word->best_score || (score == word->best_score && other < word->best)) {
        word->best = other;
        word->best_score = score;
    }
}

/* ---- meeting ---------------------------------------------------------------------------------------------- */

enum { KNOWN_BITS = 8 }; /* a slot: few look-ups are in vain */

static uint64_t *known_at(const twt_word_kin *kin, uint32_t key)
{
    return &kin->known.data[(key >> 3) & (kin->known.count - 1)];
}

static unsigned bit_of(uint32_t key)
{
    return key >> 26;
}

/* Links the words of the first side by their keys. */
static bool fill_table(twt_word_kin *kin)
{
    size_t links = 2 * kin->lone[0].count, heads = twt_table_slots(kin->lone[0].count);
    if (!twt_vec_resize(&kin->heads, heads) || !twt_vec_resize(&kin->links, links) ||
        !twt_vec_resize(&kin->known, heads * KNOWN_BITS / 64))
        return false;
    memset(kin->heads.data, 0xFF, heads * sizeof *kin->heads.data);
    memset(kin->known.data, 0, kin->known.count * sizeof *kin->known.data);
    for (uint32_t i = 0; i < links; i++) {
        uint32_t key = kin->lone[0].data[i / 2].ends.keys[i % 2], *head = &kin->heads.data[key & (heads - 1)];
        kin->links.data[i] = (twt_kin_link){key, *head};
        *head = i;
        *known_at(kin, key) |= UINT64_C(1) << bit_of(key);
    }
    return true;
}

/* Those of the second side whose key the first has, most likely: no branch to guess. */
static bool gather_look_ups(twt_word_kin *kin)
{
    if (!twt_vec_resize(&kin->look_ups, 2 * kin->lone[1].count + 1))
        return false;
    uint32_t *look_ups = kin->look_ups.data;
    size_t count = 0;
    for (uint32_t i = 0; i < 2 * kin->lone[1].count; i++) {
        uint32_t key = kin->lone[1].data[i / 2].ends.keys[i % 2];
        look_ups[count] = i;
        count += *known_at(kin, key) >> bit_of(key) & 1;
    }
    kin->look_ups.count = count;
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
        if (!may_be_kin(&other->ends, &word->ends))
            continue;
        char rooms[2][TWT_LETTERS_MAX];
        uint32_t score = score_of(letters_of(&words->own[0], &other->ends, rooms[0]),
                                  letters_of(&words->own[1], &word->ends, rooms[1]));
        if (!score)
            continue;
        note(word, link / 2, score);
        note(other, at, score);
    }
}

twt_status twt_word_kin_join(twt_word_kin *kin, const twt_pair_words *words, twt_pair_words *out)
{
    if (!gather_side(kin, words, 0) || !gather_side(kin, words, 1) || !fill_table(kin) || !gather_look_ups(kin) ||
        !twt_pair_words_copy(words, out))
        return TWT_ERROR_MEMORY;
    for (size_t i = 0; i < kin->look_ups.count; i++)
        look_up(kin, words, kin->look_ups.data[i] / 2, (int)(kin->look_ups.data[i] % 2));
    for (uint32_t i = 0; i < kin->lone[1].count; i++) {
        const twt_lone_word *word = &kin->lone[1].data[i];
        if (word->best != TWT_NO_WORD && kin->lone[0].data[word->best].best == i)
            out->from_second.data[word->own] = kin->lone[0].data[word->best].own;
    }
    twt_pair_words_number(out);
    return TWT_OK;
}

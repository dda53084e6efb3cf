#include "compare/changes/told_endings.h"

#include <string.h>

#include "base/hash.h"
#include "base/utf8.h"

enum {
    STEM_MIN = 3,
    WORD_BYTES = 4 * TWT_WORD_POINTS_MAX,
    NAMES_MAX = 64,    /* words of names that are looked at */
    KEPT_MIN = 3,      /* of these in both texts */
    FORM_STEM_MIN = 4, /* letters that two forms of a name have in common at the least */
    FORM_REST_MAX = 4, /* and that follow: Corn and Cornmarket are none */
    FORMS_MAX = 1      /* pairs of such: Council and Councillor do not say that names are inflected */
};

typedef struct piece { /* of a word */
    char bytes[WORD_BYTES];
    size_t len;
} piece;

typedef struct endings {
    piece stem, from, to; /* of the two words in question: what they have in common, and how they go on */
} endings;

static piece encode(const twt_word *word, size_t begin, size_t end)
{
    piece of = {.len = 0};
    for (size_t i = begin; i < end; i++)
        of.len += twt_utf8_encode(word->points[i], of.bytes + of.len);
    return of;
}

/* The longer ending first: fewer words have it. */
static endings endings_of(const twt_word *a, const twt_word *b)
{
    size_t stem = twt_name_words_compare(a, b).before;
    bool is_first = a->count >= b->count;
    const twt_word *from = is_first ? a : b, *to = is_first ? b : a;
    return (endings){encode(a, 0, stem), encode(from, stem, from->count), encode(to, stem, to->count)};
}

static bool is_piece(const piece *of, const char *bytes, size_t len)
{
    return of->len == len && memcmp(of->bytes, bytes, len) == 0;
}

static bool has_word(const twt_pair_words *words, const char *bytes, size_t len)
{
    uint64_t hash = twt_hash_bytes(bytes, len);
    uint32_t found[2];
    twt_text_words_find(&words->own[0], &hash, 1, &found[0]);
    twt_text_words_find(&words->own[1], &hash, 1, &found[1]);
    return found[0] != TWT_NO_WORD || found[1] != TWT_NO_WORD;
}

/* ---- other words ----------------------------------------------------------------------------------------- */

/* Whether a word that ends like the one in question is there with the other ending, too. */
static bool takes_both(const twt_pair_words *words, const endings *of, const char *bytes, size_t len)
{
    char other[2 * WORD_BYTES];
    if (len <= of->from.len || len > WORD_BYTES)
        return false;
    size_t stem = len - of->from.len;
    if (memcmp(bytes + stem, of->from.bytes, of->from.len) != 0 || twt_utf8_count(bytes, stem) < STEM_MIN ||
        is_piece(&of->stem, bytes, stem))
        return false;
    memcpy(other, bytes, stem);
    memcpy(other + stem, of->to.bytes, of->to.len);
    return has_word(words, other, stem + of->to.len);
}

static bool is_known(const twt_pair_words *words, const twt_word *a, const twt_word *b)
{
    endings of = endings_of(a, b);
    if (words->own[0].slot_count == 0 || words->own[1].slot_count == 0)
        return true;
    for (int side = 0; side < 2; side++)
        for (uint32_t i = 0; i < words->own[side].count; i++) {
            size_t len, token = words->own[side].last[i];
            const char *bytes = twt_joined_bytes(words->texts[side], token, token + 1, &len);
            if (takes_both(words, &of, bytes, len))
                return true;
        }
    return false;
}

/* ---- other names ----------------------------------------------------------------------------------------- */

typedef struct name_list {
    twt_word names[NAMES_MAX];
    size_t count, kept;
} name_list;

static void list_names(name_list *list, const twt_told *told)
{
    const twt_pair_words *words = told->words;
    list->count = list->kept = 0;
    for (int side = 0; side < 2; side++)
        for (uint32_t i = 0; i < words->own[side].count && list->count < NAMES_MAX; i++) {
            uint32_t word = side ? words->from_second.data[i] : i, token = words->own[side].last[i];
            bool is_kept = twt_pair_is_shared(words, word);
            if (!(told->cases.data[word] & TWT_TOLD_NAMED) || (side && is_kept))
                continue;
            list->kept += is_kept;
            list->names[list->count++] = twt_name_word_of(words->texts[side], (twt_range){token, token + 1});
        }
}

static bool are_forms(const twt_word *a, const twt_word *b)
{
    twt_name_difference of = twt_name_words_compare(a, b);
    return of.before >= FORM_STEM_MIN && (of.rest[0] > 0 || of.rest[1] > 0) && of.rest[0] <= FORM_REST_MAX &&
           of.rest[1] <= FORM_REST_MAX && twt_name_words_may_be_forms(a, b);
}

static bool are_equal(const twt_word *a, const twt_word *b)
{
    return a->count == b->count && memcmp(a->points, b->points, a->count * sizeof *a->points) == 0;
}

/* Pairs of names that are forms of one, but for the two in question. */
static size_t count_forms(const name_list *list, const twt_word *a, const twt_word *b)
{
    size_t count = 0;
    for (size_t i = 0; i < list->count; i++)
        for (size_t j = i + 1; j < list->count; j++) {
            const twt_word *one = &list->names[i], *other = &list->names[j];
            bool is_pair = (are_equal(one, a) && are_equal(other, b)) || (are_equal(one, b) && are_equal(other, a));
            count += !is_pair && are_forms(one, other);
        }
    return count;
}

bool twt_told_endings_tell(const twt_told *told, const twt_word *a, const twt_word *b)
{
    name_list list;
    if (is_known(told->words, a, b))
        return false;
    list_names(&list, told);
    return list.kept >= KEPT_MIN && count_forms(&list, a, b) <= FORMS_MAX;
}

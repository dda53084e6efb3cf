#include "compare/words/numeral_words.h"

#include <string.h>

#include "base/hash.h"
#include "base/keyed.h"
#include "compare/words/numeral_languages.h"

enum { WORD_MOST = 64 }; /* bytes */

static void set_bit(uint64_t *bits, uint64_t at)
{
    bits[at / 64] |= UINT64_C(1) << at % 64;
}

/* ---- reading the table ------------------------------------------------------------------------------------ */

typedef struct reading {
    twt_numeral_words *to;
    const twt_numeral_language *from;
    uint32_t language; /* its bit */
} reading;

static bool add_word(const reading *of, const char *bytes, size_t len, twt_numeral_word word)
{
    twt_numeral_words *to = of->to;
    *(word.does == TWT_NUMERAL_JOINS ? &word.joins : &word.languages) = of->language;
    bool is_date = word.does == TWT_NUMERAL_DAYS || word.does == TWT_NUMERAL_MONTHS;
    if (of->from->is_joined && !is_date && len >= 2) {
        set_bit(to->begins, twt_numeral_edge_of(bytes));
        set_bit(to->ends, twt_numeral_edge_of(bytes + len - 2));
    }
    twt_keyed item = {twt_hash_bytes(bytes, len), to->words.count};
    return twt_vec_push(&to->words, word) && twt_vec_push(&to->order, item);
}

/* Ordinals are listed without their endings. */
static bool add_endings(const reading *of, const char *bytes, size_t len, twt_numeral_word word)
{
    char joined[WORD_MOST];
    if (word.does != TWT_NUMERAL_ORDERS || of->from->endings == NULL)
        return add_word(of, bytes, len, word);
    for (const char *at = of->from->endings; *at != '\0';) {
        size_t ending = strcspn(at, " ");
        if (len + ending > WORD_MOST)
            return true;
        memcpy(joined, bytes, len);
        memcpy(joined + len, at, ending);
        if (!add_word(of, joined, len + ending, word))
            return false;
        at += ending + (at[ending] == ' ');
    }
    return true;
}

/* The forms of one numeral: een?|één?=1. */
static bool add_forms(const reading *of, const char *begin, const char *end, twt_numeral_word word)
{
    const char *value = memchr(begin, '=', (size_t)(end - begin)), *forms_end = value ? value : end;
    for (const char *digit = value ? value + 1 : end; digit < end; digit++)
        word.value = word.value * 10 + (uint64_t)(*digit - '0');
    for (const char *form = begin; form < forms_end; form++) {
        const char *bar = memchr(form, '|', (size_t)(forms_end - form)), *form_end = bar ? bar : forms_end;
        word.is_weak = form_end[-1] == '?';
        if (!add_endings(of, form, (size_t)(form_end - form) - word.is_weak, word))
            return false;
        form = form_end;
    }
    return true;
}

static bool add_list(const reading *of, const char *list, unsigned does)
{
    for (const char *at = list; at != NULL && *at != '\0';) {
        const char *end = at + strcspn(at, " ");
        if (!add_forms(of, at, end, (twt_numeral_word){.does = (uint8_t)does}))
            return false;
        at = *end == ' ' ? end + 1 : end;
    }
    return true;
}

static bool add_language(twt_numeral_words *to, const twt_numeral_language *from, uint32_t bit)
{
    reading of = {to, from, bit};
    to->traits.joined |= from->is_joined ? bit : 0;
    to->traits.ones_first |= from->has_ones_first ? bit : 0;
    to->traits.ones_before_ten |= from->has_ones_before_ten ? bit : 0;
    to->traits.by_twenties |= from->counts_by_twenties ? bit : 0;
    return add_list(&of, from->adding, TWT_NUMERAL_ADDS) && add_list(&of, from->times, TWT_NUMERAL_TIMES) &&
           add_list(&of, from->scales, TWT_NUMERAL_SCALES) && add_list(&of, from->joints, TWT_NUMERAL_JOINS) &&
           add_list(&of, from->ordinals, TWT_NUMERAL_ORDERS) && add_list(&of, from->weekdays, TWT_NUMERAL_DAYS) &&
           add_list(&of, from->months, TWT_NUMERAL_MONTHS);
}

/* ---- the words of all languages --------------------------------------------------------------------------- */

/* What a word is in another language, too. */
static void merge(twt_numeral_word *into, const twt_numeral_word *from)
{
    if (into->languages == 0 && from->languages != 0) {
        into->does = from->does;
        into->value = from->value;
    }
    into->languages |= from->languages;
    into->joins |= from->joins;
    into->is_weak |= from->is_weak;
}

/* Brings the words into the order of their hashes, each once. */
static bool order_words(twt_numeral_words *of)
{
    size_t count = of->words.count;
    if (!twt_keyed_list_sort(&of->order) || !twt_vec_reserve(&of->words, count) || !twt_vec_reserve(&of->hashes, count))
        return false;
    twt_numeral_word *sorted = of->words.data + count;
    for (size_t i = 0; i < of->order.count; i++) {
        uint64_t hash = of->order.data[i].key;
        const twt_numeral_word *word = &of->words.data[of->order.data[i].value];
        if (of->hashes.count > 0 && of->hashes.data[of->hashes.count - 1] == hash) {
            merge(&sorted[of->hashes.count - 1], word);
            continue;
        }
        sorted[of->hashes.count] = *word;
        of->hashes.data[of->hashes.count++] = hash;
    }
    memmove(of->words.data, sorted, of->hashes.count * sizeof *sorted);
    of->words.count = of->hashes.count;
    return true;
}

/* There are three thousand. */
static void fill_slots(twt_numeral_words *of)
{
    for (size_t i = 0; i < of->hashes.count; i++) {
        size_t at = of->hashes.data[i] % TWT_NUMERAL_SLOTS;
        while (of->slots[at])
            at = (at + 1) % TWT_NUMERAL_SLOTS;
        of->slots[at] = (uint16_t)(i + 1);
    }
}

twt_status twt_numeral_words_new(twt_numeral_words **out)
{
    twt_numeral_words *words = *out = twt_alloc_zeroed(1, sizeof *words);
    bool is_done = words != NULL;
    for (size_t i = 0; is_done && i < TWT_NUMERAL_LANGUAGES; i++)
        is_done = add_language(words, &twt_numeral_languages[i], UINT32_C(1) << i);
    if (is_done && order_words(words)) {
        fill_slots(words);
        return TWT_OK;
    }
    twt_numeral_words_free(words);
    *out = NULL;
    return TWT_ERROR_MEMORY;
}

void twt_numeral_words_free(twt_numeral_words *words)
{
    if (words == NULL)
        return;
    twt_vec_free(&words->order);
    twt_vec_free(&words->words);
    twt_vec_free(&words->hashes);
    twt_free(words);
}

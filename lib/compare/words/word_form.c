/* Spelling: optimal string alignment distance (Damerau 1964; Levenshtein 1966) on code points, after letters that print
 * alike are folded together (rn m, l 1, o 0, an accent lost, an apostrophe lost).
 * Stem: a long common beginning, or a long common end when only a prefix was put before it. */
#include "compare/words/word_form.h"

#include <string.h>

#include "base/bits.h"
#include "base/utf8.h"

static size_t lesser(size_t a, size_t b)
{
    return a < b ? a : b;
}

static size_t greater(size_t a, size_t b)
{
    return a > b ? a : b;
}

/* ---- distance -------------------------------------------------------------------------------------------- */

typedef struct stretch { /* letters of a word that follow each other */
    const uint32_t *points;
    size_t count;
} stretch;

/* Leaves out what both begin and end with: an edit of least cost never touches it. */
static void leave_out_equal(stretch *a, stretch *b)
{
    while (a->count && b->count && *a->points == *b->points) {
        a->points++, a->count--;
        b->points++, b->count--;
    }
    while (a->count && b->count && a->points[a->count - 1] == b->points[b->count - 1])
        a->count--, b->count--;
}

/* One row of the table, only the columns within limit of the diagonal; returns the least value of the row. */
static size_t fill_row(stretch a, stretch b, size_t i, size_t limit, size_t row[3][TWT_WORD_POINTS_MAX + 1])
{
    size_t *now = row[i % 3];
    const size_t *before = row[(i + 2) % 3], *earlier = row[(i + 1) % 3], far = limit + 1;
    size_t from = i > limit ? i - limit : 1, to = lesser(b.count, i + limit), least = far;
    now[from - 1] = from == 1 && i <= limit ? i : far;
    for (size_t j = from; j <= to; j++) {
        size_t best = before[j - 1] + (a.points[i - 1] != b.points[j - 1]);
        best = lesser(best, lesser(now[j - 1], j < i + limit ? before[j] : far) + 1);
        if (i > 1 && j > 1 && a.points[i - 1] == b.points[j - 2] && a.points[i - 2] == b.points[j - 1])
            best = lesser(best, earlier[j - 2] + 1);
        now[j] = lesser(best, far);
        least = lesser(least, now[j]);
    }
    return lesser(least, now[from - 1]);
}

/* The distance of stretches that differ in their first and in their last letter. */
static size_t fill_rows(stretch a, stretch b, size_t limit)
{
    size_t row[3][TWT_WORD_POINTS_MAX + 1], far = limit + 1;
    for (size_t j = 0; j <= b.count; j++) {
        row[0][j] = lesser(j, far);
        row[1][j] = row[2][j] = far;
    }
    size_t last = 0, least;
    for (size_t i = 1; i <= a.count; i++) {
        least = fill_row(a, b, i, limit, row);
        if (least > limit && last > limit)
            return far; /* two rows beyond: not even a swap leads back */
        last = least;
    }
    return row[a.count % 3][b.count];
}

size_t twt_word_distance(const twt_word *one, const twt_word *other, size_t limit)
{
    stretch a = {one->points, one->count}, b = {other->points, other->count};
    if (greater(a.count, b.count) - lesser(a.count, b.count) > limit)
        return limit + 1;
    leave_out_equal(&a, &b);
    if (lesser(a.count, b.count) == 0 || greater(a.count, b.count) == 1)
        return lesser(greater(a.count, b.count), limit + 1);
    return fill_rows(a, b, limit);
}

/* A bound that costs nothing: an edit changes at most one letter into another. */
static size_t least_distance(const twt_word *a, const twt_word *b)
{
    return ((size_t)twt_bits_count(a->letters ^ b->letters) + 1) / 2;
}

/* ---- letters that print alike ----------------------------------------------------------------------------- */

/* U+00E0 to U+00FF without their accents; 0: keep. */
static const char plain_latin[32] = {'a', 'a', 'a', 'a', 'a', 'a', 0,   'c', 'e', 'e', 'e', 'e', 'l', 'l', 'l', 'l',
                                     0,   'n', 'o', 'o', 'o', 'o', 'o', 0,   0,   'u', 'u', 'u', 'u', 'y', 0,   'y'};

static uint32_t fold_point(uint32_t point)
{
    switch (point) {
    case '0':
        return 'o';
    case '1':
    case 'i':
    case 0x131: /* dotless i */
        return 'l';
    case '5':
        return 's';
    case '8':
        return 'b';
    default:
        break;
    }
    if (point >= 0xE0 && point <= 0xFF && plain_latin[point - 0xE0] != 0)
        return (uint32_t)plain_latin[point - 0xE0];
    return point;
}

static bool is_apostrophe(uint32_t point)
{
    return point == '\'' || point == 0x2019 || point == 0x2BC;
}

/* Two letters that print like one. */
static uint32_t join_points(uint32_t first, uint32_t second)
{
    if (first == 'r' && second == 'n')
        return 'm';
    if (first == 'v' && second == 'v')
        return 'w';
    if (first == 'c' && second == 'l')
        return 'd';
    return 0;
}

/* A letter that may be the first of two that print like one, or is dropped. */
static bool may_join(uint32_t point)
{
    return point == 'r' || point == 'v' || point == 'c' || is_apostrophe(point);
}

/* ---- reading --------------------------------------------------------------------------------------------- */

static bool holds_digit(const twt_word *word)
{
    for (size_t i = 0; i < word->count; i++)
        if (word->points[i] >= '0' && word->points[i] <= '9')
            return true;
    return false;
}

void twt_word_decode(const char *norm, size_t len, twt_word *out)
{
    size_t count = 0;
    uint64_t letters = 0;
    uint32_t highest = 0;
    for (size_t at = 0; at < len && count < TWT_WORD_POINTS_MAX;) {
        uint32_t point = (unsigned char)norm[at];
        at += point < 0x80 ? 1 : twt_utf8_read(norm + at, len - at, &point);
        out->points[count++] = point;
        letters |= UINT64_C(1) << (point & 63);
        highest = point > highest ? point : highest;
    }
    out->count = count;
    out->letters = letters;
    out->printed = count == 0 || may_join(out->points[0]) ? TWT_ANY_PRINT : fold_point(out->points[0]);
    out->is_figure = highest < 'a' && holds_digit(out);
}

/* ---- words as they print ----------------------------------------------------------------------------------- */

#define END UINT32_MAX /* no code point */

/* The next letter of a word as it prints, from *at on; END when there is none. */
static uint32_t next_printed(const twt_word *word, size_t *at)
{
    uint32_t first = END;
    while (*at < word->count) {
        uint32_t point = fold_point(word->points[*at]);
        if (first != END && !is_apostrophe(point)) {
            uint32_t joined = join_points(first, point);
            *at += joined != 0;
            return joined != 0 ? joined : first;
        }
        ++*at;
        if (!is_apostrophe(point))
            first = point;
        if (first != END && !may_join(first))
            break;
    }
    return first;
}

static bool words_equal(const twt_word *a, const twt_word *b)
{
    return a->count == b->count && a->letters == b->letters &&
           memcmp(a->points, b->points, a->count * sizeof *a->points) == 0;
}

/* ---- likeness -------------------------------------------------------------------------------------------- */

static size_t common_prefix(const twt_word *a, const twt_word *b)
{
    size_t count = lesser(a->count, b->count), i = 0;
    while (i < count && a->points[i] == b->points[i])
        i++;
    return i;
}

static size_t common_suffix(const twt_word *a, const twt_word *b)
{
    size_t count = lesser(a->count, b->count), i = 0;
    while (i < count && a->points[a->count - 1 - i] == b->points[b->count - 1 - i])
        i++;
    return i;
}

/* At least three in five letters in common at the beginning and short ends; or one is the other with a short prefix. */
static bool shares_stem(const twt_word *a, const twt_word *b)
{
    size_t longer = greater(a->count, b->count), shorter = lesser(a->count, b->count);
    size_t prefix = common_prefix(a, b), suffix = common_suffix(a, b);
    if (prefix >= 3 && prefix * 5 >= longer * 3 && longer - prefix <= 5)
        return prefix > 3 || longer + shorter - 2 * prefix <= 3;
    return suffix == shorter && suffix >= 4 && suffix * 5 >= longer * 3 && longer - suffix <= 3;
}

/* centre, center */
static bool ends_swapped(const twt_word *a, const twt_word *b)
{
    size_t n = a->count, m = b->count;
    return n > 1 && m > 1 && a->points[n - 1] == b->points[m - 2] && a->points[n - 2] == b->points[m - 1];
}

/* Misread or mistyped letters, by how many the word's length can bear. One letter inside a long word is a spelling
 * whatever the pair; more of them, one in a short word, or one at an end, where words are inflected, turn up between
 * different words too. */
static unsigned misreading_of(const twt_word *a, const twt_word *b)
{
    size_t shorter = lesser(a->count, b->count), limit = shorter < 8 ? 1 : shorter < 12 ? 2 : 3;
    if (shorter < 3 || least_distance(a, b) > limit)
        return 0;
    size_t distance = twt_word_distance(a, b, limit);
    if (distance > limit)
        return 0;
    bool is_inside = common_prefix(a, b) > 0 && (common_suffix(a, b) > 0 || ends_swapped(a, b));
    bool is_plain = shorter >= 5 && distance <= (shorter < 10 ? 1u : 2u) && is_inside;
    return is_plain ? TWT_LIKE_SPELLING : TWT_LIKE_MISREAD;
}

static bool print_alike(const twt_word *a, const twt_word *b)
{
    if (!twt_word_may_print_alike(a, b))
        return false;
    size_t at_a = 0, at_b = 0, letters = 0;
    for (;; letters++) {
        uint32_t x = next_printed(a, &at_a), y = next_printed(b, &at_b);
        if (x != y)
            return false;
        if (x == END)
            return letters >= 3;
    }
}

unsigned twt_word_print_likeness(const twt_word *a, const twt_word *b)
{
    if (words_equal(a, b))
        return TWT_LIKE_EQUAL;
    return !a->is_figure && !b->is_figure && print_alike(a, b) ? TWT_LIKE_PRINT : 0;
}

unsigned twt_word_likeness(const twt_word *a, const twt_word *b)
{
    if (words_equal(a, b))
        return TWT_LIKE_EQUAL;
    if (a->is_figure || b->is_figure)
        return 0; /* a figure is never a spelling of another */
    unsigned spelling = print_alike(a, b) ? TWT_LIKE_SPELLING | TWT_LIKE_PRINT : misreading_of(a, b);
    return spelling | (shares_stem(a, b) ? TWT_LIKE_STEM : 0u);
}

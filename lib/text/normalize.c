/* NFKC with full case folding (Unicode Standard 3.13, D145–D147; UAX #15), a cluster at a time: a cluster is a code
 * point with all that may compose with it or change places behind it, so clusters are normalised apart from each other
 * and every result keeps the bytes of its cluster. */
#include "text/normalize.h"

#include <stdlib.h>
#include <unicase.h>
#include <unictype.h>
#include <uninorm.h>

#include "text/property.h"

enum { STACK_CODES = 96 };

typedef struct piece {
    uint32_t *codes; /* what libunistring gave: place, or a block of its own, or NULL */
    size_t count;
    uint32_t place[STACK_CODES];
} piece;

static void release(piece *of)
{
    if (of->codes != of->place)
        free(of->codes);
}

static uint32_t first_of_decomposition(uint32_t code)
{
    ucs4_t parts[UC_DECOMPOSITION_MAX_LENGTH];
    int tag;
    while (uc_decomposition(code, &tag, parts) > 0)
        code = parts[0];
    return code;
}

static bool is_trailing_jamo(uint32_t code)
{
    return (code >= 0x1160 && code <= 0x11ff) || (code >= 0xd7b0 && code <= 0xd7ff);
}

bool twt_begins_cluster(uint32_t code)
{
    if (code < 0x300)
        return true;
    if (code >= 0xac00 && code <= 0xd7a3)
        return true;
    code = first_of_decomposition(code);
    return !twt_is_mark(code) && uc_combining_class(code) == 0 && !is_trailing_jamo(code);
}

uint32_t twt_unify_mark(uint32_t code)
{
    switch (code) {
    case '`':
    case 0xb4:   /* acute accent, typed for an apostrophe */
    case 0x2bb:  /* okina */
    case 0x2bc:  /* modifier apostrophe */
    case 0x5f3:  /* geresh */
    case 0x1fef: /* the same as ` */
    case 0x1ffd: /* the same as U+00B4 */
    case 0x2018:
    case 0x2019:
    case 0x201b:
    case 0x2032:
    case 0xff07:
        return '\'';
    case 0x5f4: /* gershayim */
    case 0x201c:
    case 0x201d:
    case 0x201e:
    case 0x201f:
    case 0xff02:
        return '"';
    default:
        return code;
    }
}

static uint32_t case_of(uint32_t code)
{
    if (twt_is_upper(code))
        return TWT_TOKEN_UPPER;
    return twt_is_lower(code) ? TWT_TOKEN_LOWER : 0;
}

static bool append(twt_normalized *to, const uint32_t *codes, size_t count, twt_origin origin)
{
    if (!twt_vec_reserve(&to->codes, count) || !twt_vec_reserve(&to->origins, count))
        return false;
    for (size_t i = 0; i < count; i++) {
        to->codes.data[to->codes.count++] = twt_unify_mark(codes[i]);
        to->origins.data[to->origins.count++] = origin;
    }
    return true;
}

static bool normalize(piece *to, uninorm_t form, const piece *from)
{
    to->count = STACK_CODES;
    to->codes = u32_normalize(form, from->codes, from->count, to->place, &to->count);
    return to->codes != NULL;
}

static bool fold(piece *to, const piece *from)
{
    to->count = STACK_CODES;
    to->codes = u32_casefold(from->codes, from->count, NULL, NULL, to->place, &to->count);
    return to->codes != NULL;
}

static twt_status normalize_ascii(twt_normalized *to, uint32_t code, twt_range range, bool is_folding)
{
    bool is_upper = code >= 'A' && code <= 'Z';
    bool is_lower = code >= 'a' && code <= 'z';
    twt_origin origin = {range.begin, range.end, is_upper ? TWT_TOKEN_UPPER : is_lower ? TWT_TOKEN_LOWER : 0};
    uint32_t folded = is_upper && is_folding ? code + ('a' - 'A') : code;
    return append(to, &folded, 1, origin) ? TWT_OK : TWT_ERROR_MEMORY;
}

twt_status twt_normalize_cluster(twt_normalized *to, const uint32_t *codes, size_t count, twt_range range,
                                 bool is_folding)
{
    if (count == 1 && codes[0] < 0x80)
        return normalize_ascii(to, codes[0], range, is_folding);
    const piece given = {.codes = (uint32_t *)codes, .count = count};
    piece apart, folded, whole;
    apart.codes = folded.codes = whole.codes = NULL;
    twt_status status = TWT_ERROR_MEMORY; /* libunistring has no other error here */
    if (!normalize(&apart, UNINORM_NFKD, &given))
        goto done;
    if (is_folding && !fold(&folded, &apart))
        goto done;
    if (!normalize(&whole, UNINORM_NFKC, is_folding ? &folded : &apart))
        goto done;
    twt_origin origin = {range.begin, range.end, case_of(apart.codes[0])};
    if (append(to, whole.codes, whole.count, origin))
        status = TWT_OK;
done:
    release(&whole);
    release(&folded);
    release(&apart);
    return status;
}

void twt_normalized_clear(twt_normalized *normalized)
{
    twt_vec_clear(&normalized->codes);
    twt_vec_clear(&normalized->origins);
}

void twt_normalized_free(twt_normalized *normalized)
{
    twt_vec_free(&normalized->codes);
    twt_vec_free(&normalized->origins);
}

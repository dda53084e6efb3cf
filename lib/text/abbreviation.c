/* A short list is enough: a stop that is taken for the end of a sentence here is so taken in every version of a text.
 * What it must spare are the pairs that news is full of. */
#include "text/abbreviation.h"

#include <stddef.h>
#include <string.h>

enum { SMALL = TWT_TOKEN_LOWER | TWT_TOKEN_NUMBER, FIGURE = TWT_TOKEN_NUMBER, LONGEST = 6 };

typedef struct abbreviation {
    char word[LONGEST + 2]; /* filled up with NUL: compared as a whole */
    uint32_t followed_by;   /* flags of the next token, any of which makes it one; 0: whatever follows */
} abbreviation;

static const abbreviation abbreviations[] = {
    /* before a name */
    {"mr", 0},
    {"mrs", 0},
    {"ms", 0},
    {"dr", 0},
    {"prof", 0},
    {"st", 0},
    {"gov", 0},
    {"sen", 0},
    {"rep", 0},
    {"gen", 0},
    {"col", 0},
    {"lt", 0},
    {"sgt", 0},
    {"capt", 0},
    {"rev", 0},
    {"hon", 0},
    {"mt", 0},
    {"vs", 0},
    {"cllr", 0},
    /* before a figure */
    {"no", FIGURE},
    {"nos", FIGURE},
    {"nr", FIGURE},
    {"pp", FIGURE},
    {"fig", FIGURE},
    {"art", FIGURE},
    {"vol", FIGURE},
    {"jan", FIGURE},
    {"feb", FIGURE},
    {"mar", FIGURE},
    {"apr", FIGURE},
    {"aug", FIGURE},
    {"sept", FIGURE},
    {"sep", FIGURE},
    {"oct", FIGURE},
    {"nov", FIGURE},
    {"dec", FIGURE},
    /* behind a name, and others that end a sentence now and then */
    {"inc", SMALL},
    {"corp", SMALL},
    {"co", SMALL},
    {"ltd", SMALL},
    {"jr", SMALL},
    {"sr", SMALL},
    {"etc", SMALL},
    {"al", SMALL},
    {"dept", SMALL},
    {"ca", SMALL},
    {"cf", SMALL},
    {"bzw", SMALL},
    {"approx", SMALL},
    {"est", SMALL},
};

static bool is_listed(const char *word, size_t len, uint32_t next_flags)
{
    if (len > LONGEST)
        return false;
    char filled[LONGEST + 2] = {0};
    memcpy(filled, word, len);
    for (size_t i = 0; i < sizeof abbreviations / sizeof *abbreviations; i++) {
        const abbreviation *entry = &abbreviations[i];
        if (memcmp(entry->word, filled, sizeof filled) == 0)
            return entry->followed_by == 0 || (entry->followed_by & next_flags);
    }
    return false;
}

/* One letter, or letters parted by stops: J. Smith, U.S. */
static bool is_initial(const char *word, size_t len)
{
    size_t last = len;
    do
        last--;
    while (last > 0 && (word[last] & 0xc0) == 0x80);
    return last == 0 || word[last - 1] == '.';
}

bool twt_is_abbreviated(const twt_token *left, const twt_token *right, const char *norm)
{
    const char *word = norm + left->norm_begin;
    size_t len = left->norm_len;
    if (left->flags & TWT_TOKEN_SPACELESS)
        return false;
    if (left->flags & TWT_TOKEN_NUMBER) /* the 3. und 4. of May, but not: in 2020. After that */
        return len <= 2 && (right->flags & SMALL);
    return is_initial(word, len) || is_listed(word, len, right->flags);
}

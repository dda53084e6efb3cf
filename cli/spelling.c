#include "spelling.h"

#include <limits.h>
#include <string.h>

enum { WORD_MAX = 31 };

static unsigned least(unsigned a, unsigned b, unsigned c)
{
    unsigned ab = a < b ? a : b;
    return ab < c ? ab : c;
}

unsigned spelling_distance(const char *a, const char *b)
{
    size_t a_len = strlen(a), b_len = strlen(b);
    unsigned row[WORD_MAX + 1];
    if (a_len > WORD_MAX || b_len > WORD_MAX)
        return UINT_MAX;
    for (unsigned j = 0; j <= b_len; j++)
        row[j] = j;
    for (unsigned i = 1; i <= a_len; i++) {
        unsigned diagonal = row[0];
        row[0] = i;
        for (unsigned j = 1; j <= b_len; j++) {
            unsigned replaced = diagonal + (a[i - 1] != b[j - 1]);
            diagonal = row[j];
            row[j] = least(row[j] + 1, row[j - 1] + 1, replaced);
        }
    }
    return row[b_len];
}

bool spelling_is_nearer(const char *name, const char *known, unsigned *best)
{
    size_t len = strlen(name);
    bool is_prefix = len >= 2 && strncmp(name, known, len) == 0;
    unsigned distance = is_prefix ? 1 : spelling_distance(name, known);
    if (distance > 2 || distance >= strlen(known) || distance >= *best)
        return false;
    *best = distance;
    return true;
}

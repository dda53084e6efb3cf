#include "text/long_sentence.h"

#include <stdbool.h>
#include <stdint.h>

enum { LONG = 64, PIECE_LEAST = 12, PIECE_MOST = 40, SPACELESS_SCALE = 2 };

/* Ideographs make some 1.6 times as many tokens as the words of a translation. */
static size_t scale_of(const twt_token *tokens, size_t begin)
{
    size_t spaceless = 0;
    for (size_t i = begin; i < begin + LONG; i++)
        spaceless += (tokens[i].flags & TWT_TOKEN_SPACELESS) != 0;
    return 2 * spaceless > LONG ? SPACELESS_SCALE : 1;
}

/* Bytes between the token and the one before; tokens that came out of one character lie in the same bytes. */
static int64_t gap_before(const twt_token *tokens, size_t at)
{
    return (int64_t)tokens[at].begin - (int64_t)tokens[at - 1].end;
}

static bool is_better(const twt_token *tokens, size_t at, size_t than)
{
    int64_t gap = gap_before(tokens, at), other = gap_before(tokens, than);
    return gap != other ? gap > other : tokens[at].hash <= tokens[than].hash;
}

size_t twt_long_sentence_cut(const twt_token *tokens, size_t begin, size_t end)
{
    if (end - begin <= LONG)
        return end;
    size_t scale = scale_of(tokens, begin);
    if (end - begin <= scale * LONG)
        return end;
    size_t best = begin + scale * PIECE_LEAST;
    for (size_t at = best + 1; at <= begin + scale * PIECE_MOST; at++)
        if (is_better(tokens, at, best))
            best = at;
    while (best < end && gap_before(tokens, best) < 0)
        best++;
    return best;
}

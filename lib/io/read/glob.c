/* The pattern is a small automaton: a state is a position in it, and all states that the path so far can be in are
 * followed at once (Thompson 1968). Cost: pattern times path, whatever the stars are. */
#include <string.h>

#include "twicetold/io.h"

#define PATTERN_MAX 1024

enum { STAYED = 1, ENTERED = 2 }; /* how a state was reached */

static bool is_continuation(char c)
{
    return ((unsigned char)c & 0xc0) == 0x80;
}

static bool is_double_star(const char *pattern, size_t at)
{
    return pattern[at] == '*' && pattern[at + 1] == '*';
}

/* Stars may stand for nothing: adds the states behind them. A "**" that begins a part of the path, and was not there
 * before this byte, may be absent together with its slash. */
static void pass_stars(const char *pattern, size_t len, unsigned char *states)
{
    for (size_t i = 0; i < len; i++) {
        if (!states[i] || pattern[i] != '*')
            continue;
        bool is_double = is_double_star(pattern, i);
        states[i + (is_double ? 2 : 1)] |= ENTERED;
        if (is_double && pattern[i + 2] == '/' && states[i] & ENTERED && (i == 0 || pattern[i - 1] == '/'))
            states[i + 3] |= ENTERED;
    }
}

/* The states behind one byte of the path; false when there is none. */
static bool step(const char *pattern, size_t len, const unsigned char *from, unsigned char *to, char byte)
{
    bool is_any = false;
    memset(to, 0, len + 1);
    for (size_t i = 0; i <= len; i++) {
        if (!from[i])
            continue;
        bool stays = i > 0 && pattern[i - 1] == '?' && is_continuation(byte); /* the rest of what "?" took */
        bool moves = false;
        if (i < len && pattern[i] == '*')
            stays |= byte != '/' || is_double_star(pattern, i);
        else if (i < len && pattern[i] == '?')
            moves = byte != '/' && !is_continuation(byte);
        else if (i < len)
            moves = pattern[i] == byte;
        if (stays)
            to[i] |= STAYED;
        if (moves)
            to[i + 1] |= ENTERED;
        is_any |= stays || moves;
    }
    return is_any;
}

bool twt_glob_matches(const char *pattern, const char *path)
{
    size_t len = strlen(pattern);
    if (len > PATTERN_MAX)
        return false;
    const char *slash = strrchr(path, '/');
    if (slash && !strchr(pattern, '/'))
        path = slash + 1;
    unsigned char states[2][PATTERN_MAX + 4] = {{ENTERED}};
    int now = 0;
    pass_stars(pattern, len, states[now]);
    for (; *path; path++) {
        if (!step(pattern, len, states[now], states[!now], *path))
            return false;
        now = !now;
        pass_stars(pattern, len, states[now]);
    }
    return states[now][len] != 0;
}

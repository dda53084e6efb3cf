/* Wide print, as scanned statements have it in headings and on whole pages. A group is what single blanks hold
 * together; where its pieces have hardly more than a letter each, it is one word. Of 8,754 scanned statements 107 are
 * set so, most of their words with half of their letters apart; of 78,500 texts in six other collections none is. */
#include "text/spaced.h"

#include "base/utf8.h"

enum {
    GROUPS_LEAST = 8,       /* in a text, of those that show how it is set: */
    PIECES_PLAIN = 3,       /*     so many pieces at least, */
    PIECE_PLAIN = 125,      /*     letters in a hundred of them at most */
    PIECES_LEAST = 2,       /* of any word in it: "o f" */
    PIECES_MOST = 40,       /* more are a line that has lost its wider gaps */
    PIECE_MOST = 175,       /* letters in a hundred pieces: recognition joins some: "S ta te m e n t" */
    TOKEN_BYTES_COMMON = 5, /* from so many bytes of text a word on, blanks and all, no text is set so */
    SET = TWT_TOKEN_UPPER | TWT_TOKEN_LOWER | TWT_TOKEN_NUMBER
};

typedef struct group {
    size_t begin, end; /* tokens */
    bool is_word, is_plain;
} group;

/* How many letters a token has, if all take as many bytes as its first. */
static unsigned letters_of(const twt_token *token, const char *text)
{
    unsigned size;
    twt_utf8_decode(text + token->begin, &size);
    return (token->end - token->begin + size - 1) / size;
}

/* Whether the next token stands one blank behind this one, in the text and at once in norm. */
static bool goes_on(const twt_token *token, const char *text)
{
    const twt_token *next = token + 1;
    return token->flags & SET && next->flags & SET && next->begin == token->end + 1 && text[token->end] == ' ' &&
           next->norm_begin == token->norm_begin + token->norm_len;
}

static group group_at(const twt_words *words, const char *text, size_t begin)
{
    const twt_token *tokens = words->tokens.data;
    size_t end = begin, letters = 0;
    do
        letters += letters_of(&tokens[end], text);
    while (++end < words->tokens.count && goes_on(&tokens[end - 1], text));
    size_t pieces = end - begin;
    bool is_word = pieces >= PIECES_LEAST && pieces <= PIECES_MOST && 100 * letters <= PIECE_MOST * pieces;
    bool is_plain = is_word && pieces >= PIECES_PLAIN && 100 * letters <= PIECE_PLAIN * pieces &&
                    !(tokens[begin].flags & TWT_TOKEN_NUMBER);
    return (group){begin, end, is_word, is_plain};
}

static bool is_set_apart(const twt_words *words, const char *text)
{
    unsigned plain = 0;
    for (size_t at = 0; at < words->tokens.count && plain < GROUPS_LEAST;) {
        group now = group_at(words, text, at);
        plain += now.is_plain;
        at = now.end;
    }
    return plain == GROUPS_LEAST;
}

static twt_token joined(const twt_token *first, const twt_token *last)
{
    twt_token whole = *first;
    whole.end = last->end;
    whole.norm_len = (uint16_t)(last->norm_begin + last->norm_len - first->norm_begin);
    for (const twt_token *piece = first; piece <= last; piece++)
        whole.flags |= piece->flags & TWT_TOKEN_NUMBER;
    return whole;
}

/* Writes the group's tokens to *to on, as one or as they are. */
static void move_group(twt_words *words, const twt_text_kernel *kernel, const group *from, size_t *to)
{
    twt_token *tokens = words->tokens.data;
    if (from->is_word) {
        tokens[*to] = joined(&tokens[from->begin], &tokens[from->end - 1]);
        kernel->hash(words->hashes.data + *to, &tokens[*to], 1, words->norm.data);
        ++*to;
        return;
    }
    for (size_t i = from->begin; i < from->end; i++, ++*to) {
        tokens[*to] = tokens[i];
        words->hashes.data[*to] = words->hashes.data[i];
    }
}

/* Moves the gaps in front of the group's tokens, which are to begin at token to; a word that was put together has none
 * left inside. */
static void move_gaps(twt_words *words, const group *of, size_t to, size_t *next, size_t *kept)
{
    uint32_t *gaps = words->gaps.data;
    for (; *next < words->gaps.count && gaps[*next] < of->end; ++*next)
        if (!of->is_word || gaps[*next] == of->begin)
            gaps[(*kept)++] = (uint32_t)(gaps[*next] - of->begin + to);
}

static void join(twt_words *words, const char *text, const twt_text_kernel *kernel)
{
    size_t to = 0, gap = 0, kept = 0;
    for (size_t at = 0; at < words->tokens.count;) {
        group now = group_at(words, text, at);
        move_gaps(words, &now, to, &gap, &kept);
        move_group(words, kernel, &now, &to);
        at = now.end;
    }
    words->tokens.count = words->hashes.count = to;
    words->gaps.count = kept;
}

void twt_words_join_spaced(twt_words *words, const char *text, size_t len, const twt_text_kernel *kernel)
{
    if (len / TOKEN_BYTES_COMMON < words->tokens.count && is_set_apart(words, text))
        join(words, text, kernel);
}

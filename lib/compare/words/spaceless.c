#include "compare/words/spaceless.h"

#include "base/hash.h"
#include "base/utf8.h"

enum {
    LETTERS = 3,
    IDEOGRAPHS = 0x3400, /* the first; what comes after in scripts without spaces are ideographs, too */
    MARKS_BEGIN = 0x3005,
    MARKS_END = 0x3008, /* 々 and its kin stand for an ideograph */
};

bool twt_spaceless_is_ideograph(const twt_analysis *text, size_t token)
{
    unsigned size;
    uint32_t code = twt_utf8_decode(text->norm + text->tokens[token].norm_begin, &size);
    return code >= IDEOGRAPHS || (code >= MARKS_BEGIN && code < MARKS_END);
}

uint64_t twt_spaceless_hash_of_letter(const twt_analysis *text, size_t token)
{
    const twt_token *tokens = text->tokens;
    uint64_t hash = tokens[token].hash;
    for (size_t i = token + 1; i < token + LETTERS && i < text->token_count; i++) {
        if (tokens[i].begin != tokens[i - 1].end || !twt_spaceless_is_letter(text, i))
            break;
        hash = twt_hash_combine(hash, tokens[i].hash);
    }
    return hash;
}

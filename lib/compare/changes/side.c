#include "compare/changes/side.h"

#include "compare/words/text_gap.h"

static bool has_words(const twt_side *of)
{
    for (uint32_t i = of->begin; i < of->end; i++)
        if (twt_numeral_stands_at(of->numerals, i))
            return true;
    return false;
}

twt_side twt_side_of(twt_numeral_places *numerals, uint32_t begin, uint32_t end)
{
    twt_side of = {.text = numerals->text, .begin = begin, .end = end, .numerals = numerals};
    of.has_words = has_words(&of);
    return of;
}

twt_side twt_side_around(twt_side of, uint32_t reach)
{
    const twt_analysis *text = of.text;
    if (text->token_count == 0)
        return of;
    size_t token = of.begin < text->token_count ? of.begin : text->token_count - 1;
    size_t sentence = twt_sentence_of(text, token);
    uint32_t least = 0, most = (uint32_t)text->token_count;
    if (sentence < text->sentence_count) {
        least = text->sentences[sentence].token_begin;
        most = text->sentences[sentence].token_end;
    }
    uint32_t begin = of.begin > reach ? of.begin - reach : 0, end = of.end + reach;
    begin = begin < least ? least : begin;
    end = end > most ? most : end;
    of.begin = begin < of.begin ? begin : of.begin;
    of.end = end > of.end ? end : of.end;
    return of;
}

bool twt_side_is_empty(twt_side of)
{
    return of.begin == of.end;
}

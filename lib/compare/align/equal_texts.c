#include "compare/align/equal_texts.h"

bool twt_is_equal_content(const twt_analysis *a, const twt_analysis *b)
{
    return a->token_count && a->token_count == b->token_count && a->content_hash[0] == b->content_hash[0] &&
           a->content_hash[1] == b->content_hash[1];
}

static twt_status pair_sentences(twt_equal_texts *equal, const twt_analysis *a, const twt_analysis *b)
{
    twt_vec_clear(&equal->seeds);
    for (size_t i = 0, j = 0; i < a->sentence_count && j < b->sentence_count;) {
        const twt_sentence *s = &a->sentences[i], *t = &b->sentences[j];
        twt_seed seed = {.a = (uint32_t)i, .b = (uint32_t)j, .cosine = 1, .dice = 1, .in_chain = true};
        if (s->token_begin == t->token_begin && s->token_end == t->token_end && !twt_vec_push(&equal->seeds, seed))
            return TWT_ERROR_MEMORY;
        i += s->token_end <= t->token_end;
        j += t->token_end <= s->token_end;
    }
    return TWT_OK;
}

twt_status twt_equal_texts_align(twt_equal_texts *equal, const twt_analysis *a, const twt_analysis *b,
                                 twt_alignment *alignment)
{
    equal->match = (twt_match){.count = (uint32_t)a->token_count};
    *alignment = (twt_alignment){.matches = &equal->match, .match_count = a->token_count > 0};
    return pair_sentences(equal, a, b);
}

void twt_equal_texts_free(twt_equal_texts *equal)
{
    twt_vec_free(&equal->seeds);
}

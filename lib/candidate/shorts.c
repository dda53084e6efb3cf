/* A short text has few words, and hardly one is rare: a word that 300 of 33,000 texts have is none, but of the short
 * ones few may have it. So these are looked at once more, as a collection of their own. Trigrams are left out: of a
 * short text hardly one survives rewriting, and they are half of its weight. */
#include "candidate/shorts.h"

#include "base/sort.h"
#include "candidate/postings.h"
#include "candidate/rare.h"
#include "candidate/rare_pairs.h"
#include "candidate/rare_rule.h"

enum { DF_MAX = 48 }; /* 24 finds a tenth less of what is missing; 100 costs twice the shares and finds little more */

twt_status twt_shorts_init(twt_shorts *shorts, const twt_candidate_options *options, size_t document_count,
                           twt_spill *spill)
{
    *shorts = (twt_shorts){.words_max = options->short_words, .document_count = document_count};
    shorts->is_short = twt_alloc_zeroed(document_count, sizeof *shorts->is_short);
    return shorts->is_short ? twt_postings_init(&shorts->postings, document_count, spill) : TWT_ERROR_MEMORY;
}

void twt_shorts_free(twt_shorts *shorts)
{
    twt_postings_free(&shorts->postings);
    twt_free(shorts->is_short);
    *shorts = (twt_shorts){.words_max = 0};
}

twt_status twt_shorts_writer_init(twt_shorts_writer *writer, twt_shorts *shorts)
{
    *writer = (twt_shorts_writer){.shorts = shorts};
    return twt_postings_writer_init(&writer->postings, &shorts->postings);
}

void twt_shorts_writer_free(twt_shorts_writer *writer)
{
    twt_postings_writer_free(&writer->postings);
    twt_vec_free(&writer->keys);
    twt_vec_free(&writer->scratch);
}

twt_status twt_shorts_writer_close(twt_shorts_writer *writer)
{
    return twt_postings_writer_close(&writer->postings);
}

bool twt_features_are_short(const twt_features *features, uint32_t words_max)
{
    size_t words = 0;
    for (size_t i = 0; i < features->count && words <= words_max; i++)
        words += features->keys[i] & TWT_FEATURE_WORD;
    return words <= words_max;
}

bool twt_features_of_short(const twt_features *features, twt_u64s *keys)
{
    twt_vec_clear(keys);
    if (!twt_vec_reserve(keys, features->count))
        return false;
    for (size_t i = 0; i < features->count; i++) {
        keys->data[keys->count] = features->keys[i];
        keys->count += (features->keys[i] & TWT_FEATURE_KINDS) != 0;
    }
    return true;
}

twt_status twt_shorts_add(twt_shorts_writer *writer, uint32_t document, const twt_features *features)
{
    if (!twt_features_are_short(features, writer->shorts->words_max))
        return TWT_OK;
    if (!twt_features_of_short(features, &writer->keys) || !twt_vec_reserve(&writer->scratch, writer->keys.count))
        return TWT_ERROR_MEMORY;
    twt_sort_spread_u64(writer->keys.data, writer->scratch.data, writer->keys.count, 64);
    writer->shorts->is_short[document] = true;
    return twt_postings_add(&writer->postings, document, &(twt_features){writer->keys.data, writer->keys.count});
}

twt_candidate_options twt_short_options(const twt_candidate_options *options)
{
    twt_candidate_options among = *options;
    among.df_max = among.df_max_word = among.df_max_star = DF_MAX;
    among.share_min = options->short_share_min / TWT_SHORT_SHARE;
    return among;
}

/* Numbers the families of short representatives in their order. numbers: by document; families: by number. */
static size_t number_families(const twt_shorts *shorts, const uint32_t *family_of_document, size_t family_count,
                              uint32_t *numbers, uint32_t *families)
{
    size_t count = 0;
    for (size_t f = 0; f < family_count; f++)
        families[f] = TWT_NO_FAMILY;
    for (uint32_t d = 0; d < shorts->document_count; d++) {
        numbers[d] = TWT_NO_FAMILY;
        if (shorts->is_short[d] && family_of_document[d] != TWT_NO_FAMILY)
            families[family_of_document[d]] = d;
    }
    for (uint32_t f = 0; f < family_count; f++)
        if (families[f] != TWT_NO_FAMILY) {
            numbers[families[f]] = (uint32_t)count;
            families[count++] = f;
        }
    return count;
}

static twt_status find(const twt_candidate_options *options, twt_shorts *shorts, const uint32_t *numbers,
                       const uint32_t *families, size_t count, size_t threads, twt_rare_pairs *pairs)
{
    twt_candidate_options among = twt_short_options(options);
    twt_owners owners = {.of_document = numbers, .family_count = count};
    twt_status status = twt_rare_find(&among, &shorts->postings, &owners, threads, pairs, NULL);
    for (size_t i = 0; i < pairs->count; i++) {
        twt_rare_pair *pair = &pairs->data[i];
        *pair = (twt_rare_pair){families[pair->a], families[pair->b], pair->weight,
                                pair->share * (float)TWT_SHORT_SHARE, TWT_CHANNEL_SHORT};
    }
    return status;
}

static bool is_before(const twt_rare_pair *left, const twt_rare_pair *right)
{
    return left->a != right->a ? left->a < right->a : left->b < right->b;
}

/* Of a pair that both know, the weight is the whole collection's and the share that among the short ones. */
static bool join(const twt_rare_pairs *rare, const twt_rare_pairs *among, twt_rare_pairs *out)
{
    if (!twt_vec_reserve(out, rare->count + among->count))
        return false;
    for (size_t i = 0, j = 0; i < rare->count || j < among->count;) {
        const twt_rare_pair *r = i < rare->count ? &rare->data[i] : NULL,
                            *s = j < among->count ? &among->data[j] : NULL;
        bool takes_rare = r && (!s || !is_before(s, r)), takes_short = s && (!r || !is_before(r, s));
        twt_rare_pair *joint = &out->data[out->count++];
        *joint = takes_rare ? *r : *s;
        if (takes_rare && takes_short) {
            joint->share = s->share;
            joint->channels |= s->channels;
        }
        i += takes_rare;
        j += takes_short;
    }
    return true;
}

static twt_status find_and_join(const twt_candidate_options *options, twt_shorts *shorts, const uint32_t *numbers,
                                const uint32_t *families, size_t count, size_t threads, twt_rare_pairs *pairs)
{
    twt_rare_pairs among = {0}, joint = {0};
    twt_status status = find(options, shorts, numbers, families, count, threads, &among);
    if (status == TWT_OK && !join(pairs, &among, &joint))
        status = TWT_ERROR_MEMORY;
    if (status == TWT_OK) {
        twt_rare_pairs old = *pairs;
        *pairs = joint;
        joint = old;
    }
    twt_vec_free(&among);
    twt_vec_free(&joint);
    return status;
}

twt_status twt_shorts_find(const twt_candidate_options *options, twt_shorts *shorts, const uint32_t *family_of_document,
                           size_t family_count, size_t threads, twt_rare_pairs *pairs)
{
    uint32_t *numbers = twt_alloc_array(shorts->document_count, sizeof *numbers);
    uint32_t *families = twt_alloc_array(family_count, sizeof *families);
    twt_status status = numbers && families ? TWT_OK : TWT_ERROR_MEMORY;
    if (status == TWT_OK) {
        size_t count = number_families(shorts, family_of_document, family_count, numbers, families);
        if (count > TWT_SMALL_FAMILIES)
            status = find_and_join(options, shorts, numbers, families, count, threads, pairs);
    }
    twt_free(numbers);
    twt_free(families);
    return status;
}

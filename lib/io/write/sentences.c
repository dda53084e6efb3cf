/* Sentences side by side. Two sentences are partners when they share a seed or half of the words of the shorter one in
 * the alignment; each sentence holds to its best partner (most aligned words, then the cosine of the seed), and what
 * holds together is a row, so that a sentence broken in two stands beside its whole. Cost: matches + seeds * log. */
#include "io/write/sentences.h"

#include <string.h>

#include "base/sort.h"

typedef struct tie { /* sentences that have something in common */
    uint32_t left, right, words, cosine;
} tie;

typedef struct work {
    const twt_compared *compared;
    unsigned left;
    twt_sentence_rows *rows;
    TWT_VEC(uint32_t) home[2]; /* token -> sentence */
    TWT_VEC(tie) ties;
    TWT_VEC(twt_keyed) keyed; /* ties by (left, right) */
    TWT_VEC(twt_keyed) scratch;
    TWT_VEC(tie) best[2];      /* sentence -> its best tie */
    TWT_VEC(uint32_t) parent;  /* disjoint sets: left sentences, then right ones */
    TWT_VEC(uint32_t) head[2]; /* set -> its first sentence of a side */
    TWT_VEC(uint32_t) tail[2];
    TWT_VEC(uint32_t) chain;    /* length - 1 -> the row that ends the best ascending chain of that length */
    TWT_VEC(uint32_t) previous; /* row -> the row before it in that chain */
} work;

static void work_free(work *w)
{
    for (unsigned side = 0; side < 2; side++) {
        twt_vec_free(&w->home[side]);
        twt_vec_free(&w->best[side]);
        twt_vec_free(&w->head[side]);
        twt_vec_free(&w->tail[side]);
    }
    twt_vec_free(&w->ties);
    twt_vec_free(&w->keyed);
    twt_vec_free(&w->scratch);
    twt_vec_free(&w->parent);
    twt_vec_free(&w->chain);
    twt_vec_free(&w->previous);
}

void twt_sentence_rows_free(twt_sentence_rows *rows)
{
    twt_vec_free(&rows->rows);
    for (unsigned side = 0; side < 2; side++) {
        twt_vec_free(&rows->next[side]);
        twt_vec_free(&rows->is_kept[side]);
    }
}

static bool reserve(work *w)
{
    size_t sets = w->rows->sides[0]->sentence_count + w->rows->sides[1]->sentence_count;
    bool is_good = twt_vec_reserve(&w->parent, sets) && twt_vec_reserve(&w->rows->rows, sets) &&
                   twt_vec_reserve(&w->chain, sets) && twt_vec_reserve(&w->previous, sets);
    for (unsigned side = 0; side < 2; side++) {
        const twt_analysis *analysis = w->rows->sides[side];
        is_good = is_good && twt_vec_reserve(&w->home[side], analysis->token_count) &&
                  twt_vec_reserve(&w->rows->is_kept[side], analysis->token_count) &&
                  twt_vec_reserve(&w->rows->next[side], analysis->sentence_count) &&
                  twt_vec_reserve(&w->best[side], analysis->sentence_count) && twt_vec_reserve(&w->head[side], sets) &&
                  twt_vec_reserve(&w->tail[side], sets);
        if (!is_good)
            return false;
        memset(w->rows->is_kept[side].data, 0, analysis->token_count);
        memset(w->best[side].data, 0, analysis->sentence_count * sizeof(tie));
        for (uint32_t s = 0; s < analysis->sentence_count; s++) {
            w->rows->next[side].data[s] = TWT_NO_SENTENCE;
            for (uint32_t t = analysis->sentences[s].token_begin; t < analysis->sentences[s].token_end; t++)
                w->home[side].data[t] = s;
        }
        for (size_t s = 0; s < sets; s++)
            w->head[side].data[s] = w->tail[side].data[s] = TWT_NO_SENTENCE;
    }
    for (uint32_t s = 0; s < sets; s++)
        w->parent.data[s] = s;
    return is_good;
}

/* ---- ties ------------------------------------------------------------------------------------------------ */

static bool add_match(work *w, const twt_match *match)
{
    uint32_t begin[2] = {w->left ? match->b : match->a, w->left ? match->a : match->b};
    for (unsigned side = 0; side < 2; side++)
        memset(w->rows->is_kept[side].data + begin[side], 1, match->count);
    for (uint32_t done = 0; done < match->count;) {
        uint32_t s[2], words = match->count - done;
        for (unsigned side = 0; side < 2; side++) {
            s[side] = w->home[side].data[begin[side] + done];
            uint32_t rest = w->rows->sides[side]->sentences[s[side]].token_end - (begin[side] + done);
            words = rest < words ? rest : words;
        }
        tie shared = {s[0], s[1], words, 0};
        if (!twt_vec_push(&w->ties, shared))
            return false;
        done += words;
    }
    return true;
}

static bool collect(work *w)
{
    const twt_comparison *comparison = w->compared->comparison;
    for (size_t i = 0; i < comparison->match_count; i++) {
        const twt_match *match = &comparison->matches[i];
        bool is_inside = (uint64_t)match->a + match->count <= w->compared->analyses[0]->token_count &&
                         (uint64_t)match->b + match->count <= w->compared->analyses[1]->token_count;
        if (is_inside && !add_match(w, match))
            return false;
    }
    for (size_t i = 0; i < comparison->seed_count; i++) {
        const twt_seed *seed = &comparison->seeds[i];
        tie said = {w->left ? seed->b : seed->a, w->left ? seed->a : seed->b, 0, 1 + (uint32_t)(seed->cosine * 1000)};
        bool is_inside =
            seed->a < w->compared->analyses[0]->sentence_count && seed->b < w->compared->analyses[1]->sentence_count;
        if (is_inside && !twt_vec_push(&w->ties, said))
            return false;
    }
    return true;
}

static uint32_t token_count(const work *w, unsigned side, uint32_t sentence)
{
    const twt_sentence *s = &w->rows->sides[side]->sentences[sentence];
    return s->token_end - s->token_begin;
}

static bool is_better(const tie *one, const tie *other)
{
    return one->words != other->words ? one->words > other->words : one->cosine > other->cosine;
}

static void weigh(work *w, const tie *sum)
{
    uint32_t left = token_count(w, 0, sum->left), right = token_count(w, 1, sum->right);
    if (sum->cosine == 0 && sum->words * 2 < (left < right ? left : right))
        return;
    if (is_better(sum, &w->best[0].data[sum->left]))
        w->best[0].data[sum->left] = *sum;
    if (is_better(sum, &w->best[1].data[sum->right]))
        w->best[1].data[sum->right] = *sum;
}

static bool find_best(work *w)
{
    if (!collect(w))
        return false;
    size_t count = w->ties.count;
    if (!twt_vec_reserve(&w->keyed, count) || !twt_vec_reserve(&w->scratch, count))
        return false;
    for (size_t i = 0; i < count; i++)
        w->keyed.data[i] = (twt_keyed){(uint64_t)w->ties.data[i].left << 32 | w->ties.data[i].right, i};
    twt_sort_keyed(w->keyed.data, w->scratch.data, count);
    for (size_t i = 0; i < count;) {
        tie sum = {.left = w->ties.data[w->keyed.data[i].value].left, .right = (uint32_t)w->keyed.data[i].key};
        uint64_t key = w->keyed.data[i].key;
        for (; i < count && w->keyed.data[i].key == key; i++) {
            const tie *part = &w->ties.data[w->keyed.data[i].value];
            sum.words += part->words;
            sum.cosine = part->cosine > sum.cosine ? part->cosine : sum.cosine;
        }
        weigh(w, &sum);
    }
    return true;
}

/* ---- rows ------------------------------------------------------------------------------------------------ */

static uint32_t find_set(work *w, uint32_t node)
{
    uint32_t *parent = w->parent.data;
    for (; parent[node] != node; node = parent[node])
        parent[node] = parent[parent[node]];
    return node;
}

static void join_sets(work *w)
{
    uint32_t left_count = (uint32_t)w->rows->sides[0]->sentence_count;
    for (unsigned side = 0; side < 2; side++) {
        for (size_t s = 0; s < w->rows->sides[side]->sentence_count; s++) {
            const tie *best = &w->best[side].data[s];
            if (best->words || best->cosine)
                w->parent.data[find_set(w, left_count + best->right)] = find_set(w, best->left);
        }
    }
    for (unsigned side = 0; side < 2; side++) {
        for (uint32_t s = 0; s < w->rows->sides[side]->sentence_count; s++) {
            uint32_t set = find_set(w, side ? left_count + s : s);
            if (w->head[side].data[set] == TWT_NO_SENTENCE)
                w->head[side].data[set] = s;
            else
                w->rows->next[side].data[w->tail[side].data[set]] = s;
            w->tail[side].data[set] = s;
        }
    }
}

/* A sentence broken in two is a change, even though no word is. */
static bool has_equal_words(const twt_sentence_rows *rows, const twt_row *row)
{
    const twt_sentence *sentences[2];
    for (unsigned side = 0; side < 2; side++) {
        if (rows->next[side].data[row->first[side]] != TWT_NO_SENTENCE)
            return false;
        sentences[side] = &rows->sides[side]->sentences[row->first[side]];
    }
    uint32_t count = sentences[0]->token_end - sentences[0]->token_begin;
    if (sentences[1]->token_end - sentences[1]->token_begin != count)
        return false;
    const twt_token *left = rows->sides[0]->tokens + sentences[0]->token_begin;
    const twt_token *right = rows->sides[1]->tokens + sentences[1]->token_begin;
    for (uint32_t t = 0; t < count; t++) {
        if (left[t].hash != right[t].hash)
            return false;
    }
    return true;
}

/* What the right text has alone, from a sentence on up to the next one with a partner. */
static void add_right(work *w, uint32_t sentence)
{
    uint32_t left_count = (uint32_t)w->rows->sides[0]->sentence_count;
    for (; sentence < w->rows->sides[1]->sentence_count; sentence++) {
        uint32_t set = find_set(w, left_count + sentence);
        if (w->head[0].data[set] != TWT_NO_SENTENCE)
            return;
        twt_row row = {{TWT_NO_SENTENCE, sentence}, TWT_ROW_RIGHT};
        w->rows->rows.data[w->rows->rows.count++] = row;
    }
}

static void add_right_behind(work *w, uint32_t partner)
{
    for (; partner != TWT_NO_SENTENCE; partner = w->rows->next[1].data[partner])
        add_right(w, partner + 1);
}

/* Between two rows with partners stands first what the left text has alone, then the right one. */
static void fill_rows(work *w)
{
    twt_sentence_rows *rows = w->rows;
    uint32_t partner = TWT_NO_SENTENCE; /* of the last row that had one */
    bool is_begun = false;
    for (uint32_t s = 0; s < rows->sides[0]->sentence_count; s++) {
        uint32_t set = find_set(w, s);
        if (w->head[0].data[set] != s)
            continue;
        twt_row row = {{s, w->head[1].data[set]}, TWT_ROW_LEFT};
        if (row.first[1] != TWT_NO_SENTENCE) {
            row.kind = has_equal_words(rows, &row) ? TWT_ROW_EQUAL : TWT_ROW_CHANGED;
            if (is_begun)
                add_right_behind(w, partner);
            else
                add_right(w, 0);
            is_begun = true;
            partner = row.first[1];
        }
        rows->rows.data[rows->rows.count++] = row;
    }
    if (is_begun)
        add_right_behind(w, partner);
    else
        add_right(w, 0);
}

/* The rows with partners outside the longest ascending chain (Schensted 1961) are moved. */
static void mark_moved(work *w)
{
    twt_row *rows = w->rows->rows.data;
    uint32_t *chain = w->chain.data, length = 0;
    for (uint32_t i = 0; i < w->rows->rows.count; i++) {
        if (rows[i].kind != TWT_ROW_EQUAL && rows[i].kind != TWT_ROW_CHANGED)
            continue;
        uint32_t begin = 0, end = length;
        while (begin < end) {
            uint32_t middle = begin + (end - begin) / 2;
            if (rows[chain[middle]].first[1] < rows[i].first[1])
                begin = middle + 1;
            else
                end = middle;
        }
        w->previous.data[i] = begin ? chain[begin - 1] : TWT_NO_SENTENCE;
        chain[begin] = i;
        length += begin == length;
    }
    uint32_t in_chain = length ? chain[length - 1] : TWT_NO_SENTENCE;
    for (uint32_t i = (uint32_t)w->rows->rows.count; i-- > 0;) {
        if (i == in_chain)
            in_chain = w->previous.data[i];
        else if (rows[i].kind == TWT_ROW_EQUAL || rows[i].kind == TWT_ROW_CHANGED)
            rows[i].kind = TWT_ROW_MOVED;
    }
}

bool twt_sentence_rows_fill(twt_sentence_rows *rows, const twt_compared *compared, unsigned left)
{
    work w = {.compared = compared, .left = left, .rows = rows};
    rows->sides[0] = compared->analyses[left];
    rows->sides[1] = compared->analyses[!left];
    bool is_good = reserve(&w) && find_best(&w);
    if (is_good) {
        join_sets(&w);
        fill_rows(&w);
        mark_moved(&w);
    }
    work_free(&w);
    return is_good;
}

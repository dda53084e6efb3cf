#include "compare/changes/told_facts.h"

#include <string.h>

void twt_told_facts_free(twt_told_facts *facts)
{
    twt_told_free(&facts->told);
    twt_told_figures_free(&facts->figures);
    twt_told_names_free(&facts->names);
    twt_told_slots_free(&facts->slots);
    twt_told_negations_free(&facts->negations);
    twt_told_quotations_free(&facts->quotations);
    twt_vec_free(&facts->found);
    twt_vec_free(&facts->holders[0]);
    twt_vec_free(&facts->holders[1]);
    twt_vec_free(&facts->kinds);
    twt_vec_free(&facts->changes);
    twt_vec_free(&facts->order);
}

/* ---- joining --------------------------------------------------------------------------------------------- */

static void hold(twt_told_facts *facts, int side, uint32_t begin, uint32_t end, uint32_t holder)
{
    for (uint32_t i = begin; i < end; i++)
        facts->holders[side].data[i] = holder;
}

static bool mark_holders(twt_told_facts *facts, const twt_change_list *list)
{
    for (int side = 0; side < 2; side++) {
        size_t count = facts->told.texts[side]->token_count;
        if (!twt_vec_resize(&facts->holders[side], count))
            return false;
        hold(facts, side, 0, (uint32_t)count, 0);
    }
    if (!twt_vec_resize(&facts->kinds, list->count))
        return false;
    for (uint32_t i = 0; i < list->count; i++) {
        const twt_block *at = &list->blocks[i];
        facts->kinds.data[i] =
            (uint8_t)twt_told_kind_of(&facts->told, &facts->figures, &facts->negations, list->changes[i].kind, at);
        hold(facts, 0, at->a_begin, at->a_end, i + 1);
        hold(facts, 1, at->b_begin, at->b_end, i + 1);
    }
    return true;
}

static bool is_within(const twt_block *part, const twt_block *whole)
{
    return whole->a_begin <= part->a_begin && part->a_end <= whole->a_end && whole->b_begin <= part->b_begin &&
           part->b_end <= whole->b_end;
}

/* On both sides. */
static bool do_overlap(const twt_block *one, const twt_block *other)
{
    return one->a_begin < other->a_end && other->a_begin < one->a_end && one->b_begin < other->b_end &&
           other->b_begin < one->b_end;
}

/* Whether the alignment has one fact in another's place already, and not only a part of what was found: 300 of 5 300.
 */
static bool is_known(const twt_told_facts *facts, const twt_block *at, twt_change_kind kind,
                     const twt_told_change *found)
{
    twt_range a = {at->a_begin, at->a_end}, b = {at->b_begin, at->b_end};
    if (kind == TWT_CHANGE_SPELLING && found->kind == TWT_CHANGE_NAME)
        return true; /* of a name only where letters are misread everywhere, or print alike */
    if (kind != found->kind || (!found->yields && is_within(at, &found->at)))
        return false;
    if (kind == TWT_CHANGE_NAME)
        return do_overlap(at, &found->at);
    return kind != TWT_CHANGE_NUMBER ||
           (twt_told_figures_has_lone(&facts->figures, 0, a) && twt_told_figures_has_lone(&facts->figures, 1, b));
}

/* Whether what was found gives way to what the alignment told; else the lesser changes that it overlaps are dropped. */
static bool gives_way(twt_told_facts *facts, const twt_change_list *list, const twt_told_change *found)
{
    uint32_t begins[2] = {found->at.a_begin, found->at.b_begin}, ends[2] = {found->at.a_end, found->at.b_end};
    for (int side = 0; side < 2; side++)
        for (uint32_t i = begins[side]; i < ends[side]; i++) {
            uint32_t holder = facts->holders[side].data[i];
            if (holder && is_known(facts, &list->blocks[holder - 1], facts->kinds.data[holder - 1], found))
                return true;
        }
    for (int side = 0; side < 2; side++)
        for (uint32_t i = begins[side]; i < ends[side]; i++) {
            uint32_t holder = facts->holders[side].data[i];
            uint8_t *kind = holder ? &facts->kinds.data[holder - 1] : NULL;
            if (kind && (*kind == found->kind || *kind >= TWT_CHANGE_SPELLING))
                *kind = TWT_CHANGE_KINDS;
        }
    return false;
}

static twt_range bytes_of(const twt_analysis *text, uint32_t begin, uint32_t end)
{
    if (begin < end)
        return (twt_range){text->tokens[begin].begin, text->tokens[end - 1].end};
    uint32_t at = begin < text->token_count ? text->tokens[begin].begin : (uint32_t)text->text_len;
    return (twt_range){at, at};
}

static bool sort_changes(twt_told_facts *facts)
{
    size_t count = facts->changes.count;
    twt_vec_clear(&facts->order);
    if (!twt_vec_reserve(&facts->order, 2 * count) || !twt_vec_reserve(&facts->changes, count))
        return false;
    twt_change *from = facts->changes.data;
    for (size_t i = 0; i < count; i++)
        facts->order.data[i] = (twt_keyed){(uint64_t)from[i].a.begin << 32 | from[i].b.begin, i};
    twt_sort_keyed(facts->order.data, facts->order.data + count, count);
    for (size_t i = 0; i < count; i++)
        from[count + i] = from[facts->order.data[i].value];
    memmove(from, from + count, count * sizeof *from);
    return true;
}

static bool join_lists(twt_told_facts *facts, const twt_change_list *list)
{
    const twt_analysis *const *texts = facts->told.texts;
    twt_vec_clear(&facts->changes);
    if (!mark_holders(facts, list))
        return false;
    for (size_t i = 0; i < facts->found.count; i++) {
        const twt_told_change *found = &facts->found.data[i];
        twt_change change = {found->kind, bytes_of(texts[0], found->at.a_begin, found->at.a_end),
                             bytes_of(texts[1], found->at.b_begin, found->at.b_end)};
        if (!gives_way(facts, list, found) && !twt_vec_push(&facts->changes, change))
            return false;
    }
    for (size_t i = 0; i < list->count; i++) {
        twt_change change = list->changes[i];
        change.kind = (twt_change_kind)facts->kinds.data[i];
        if (change.kind != TWT_CHANGE_KINDS && !twt_vec_push(&facts->changes, change))
            return false;
    }
    return sort_changes(facts);
}

static bool holds_negation(const twt_change_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        if (list->changes[i].kind == TWT_CHANGE_NEGATION)
            return true;
    return false;
}

twt_status twt_told_facts_run(twt_told_facts *facts, const twt_pair_words *words, const twt_pair_words *forms,
                              twt_sentence_index *index, const twt_quotation_result *quotations,
                              const twt_change_list *list, twt_change_list *out)
{
    *out = *list;
    twt_vec_clear(&facts->found);
    if (!words->texts[0]->sentence_count || !words->texts[1]->sentence_count)
        return TWT_OK;
    if (twt_told_begin(&facts->told, words, forms, index) != TWT_OK ||
        !twt_told_figures_find(&facts->figures, &facts->told, &facts->found) ||
        !twt_told_names_find(&facts->names, &facts->told, &facts->found) ||
        !twt_told_slots_find(&facts->slots, &facts->told, &facts->found) ||
        (holds_negation(list) && !twt_told_negations_count(&facts->negations, &facts->told)) ||
        !twt_told_quotations_find(&facts->quotations, &facts->told, quotations, &facts->found) ||
        !join_lists(facts, list))
        return TWT_ERROR_MEMORY;
    *out = (twt_change_list){.changes = facts->changes.data, .count = facts->changes.count};
    return TWT_OK;
}

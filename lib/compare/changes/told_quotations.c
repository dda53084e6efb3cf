#include "compare/changes/told_quotations.h"

#include <string.h>

void twt_told_quotations_free(twt_told_quotations *quotations)
{
    for (int side = 0; side < 2; side++) {
        twt_vec_free(&quotations->places[side]);
        twt_vec_free(&quotations->is_taken[side]);
    }
}

static bool add_change(const twt_quoted *a, const twt_quoted *b, twt_told_changes *out)
{
    uint32_t left = twt_quoted_length(a), right = twt_quoted_length(b), longer = left > right ? left : right;
    bool is_kept = a->is_changed && 2 * a->common >= longer;
    twt_told_change change = {TWT_CHANGE_QUOTATION, is_kept, {a->begin, a->end, b->begin, b->end}};
    return twt_vec_push(out, change);
}

/* The groups that a quotation without a partner reaches into. */
static bool add_places(twt_told_quotations *scratch, const twt_told *told, int side, const twt_quoted *quoted,
                       size_t at)
{
    uint32_t last = TWT_NO_ANSWER;
    for (uint32_t i = quoted->begin; i < quoted->end; i++) {
        uint32_t group = twt_told_group(told, side, i);
        if (group != TWT_NO_ANSWER && group != last && !twt_vec_push(&scratch->places[side], ((twt_keyed){group, at})))
            return false;
        last = group;
    }
    return true;
}

static bool gather(twt_told_quotations *scratch, const twt_told *told, const twt_quotation_result *quotations, int side)
{
    size_t count = quotations->counts[side];
    twt_vec_clear(&scratch->places[side]);
    if (!twt_vec_resize(&scratch->is_taken[side], count))
        return false;
    for (size_t q = 0; q < count; q++) {
        const twt_quoted *quoted = &quotations->quoted[side][q];
        scratch->is_taken[side].data[q] = false;
        if (quoted->partner == TWT_QUOTED_ALONE && !add_places(scratch, told, side, quoted, q))
            return false;
    }
    return twt_keyed_list_sort(&scratch->places[side]);
}

static bool pair_alone(twt_told_quotations *scratch, const twt_quotation_result *quotations, twt_told_changes *out)
{
    const twt_keyed *a = scratch->places[0].data, *b = scratch->places[1].data;
    for (size_t i = 0, j = 0, i_end, j_end; i < scratch->places[0].count && j < scratch->places[1].count;) {
        uint64_t left = a[i].key, right = b[j].key;
        i_end = left <= right ? twt_keyed_list_end(&scratch->places[0], i) : i;
        j_end = right <= left ? twt_keyed_list_end(&scratch->places[1], j) : j;
        if (i_end == i + 1 && j_end == j + 1) {
            uint8_t *is_taken[2] = {&scratch->is_taken[0].data[a[i].value], &scratch->is_taken[1].data[b[j].value]};
            if (!*is_taken[0] && !*is_taken[1] &&
                !add_change(&quotations->quoted[0][a[i].value], &quotations->quoted[1][b[j].value], out))
                return false;
            *is_taken[0] = *is_taken[1] = true;
        }
        i = i_end;
        j = j_end;
    }
    return true;
}

bool twt_told_quotations_find(twt_told_quotations *scratch, const twt_told *told,
                              const twt_quotation_result *quotations, twt_told_changes *out)
{
    for (size_t q = 0; q < quotations->counts[0]; q++) {
        const twt_quoted *a = &quotations->quoted[0][q];
        if (a->is_changed && !add_change(a, &quotations->quoted[1][a->partner], out))
            return false;
    }
    for (int side = 0; side < 2; side++)
        if (!gather(scratch, told, quotations, side))
            return false;
    return pair_alone(scratch, quotations, out);
}

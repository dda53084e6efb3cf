#include "compare/mirror.h"

#include "base/reason.h"

#include "compare/relation/measures.h"

void twt_mirror_free(twt_mirror *mirror)
{
    twt_vec_free(&mirror->matches);
    twt_vec_free(&mirror->seeds);
    twt_vec_free(&mirror->passages);
    twt_vec_free(&mirror->changes);
    twt_vec_free(&mirror->reasons);
    twt_vec_free(&mirror->keyed);
}

twt_reason twt_mirror_reason(const twt_reason *reason)
{
    bool is_points = twt_reason_is_about_first(reason->code);
    return (twt_reason){.code = reason->code,
                        .value = is_points && reason->value != 0 ? -reason->value : reason->value,
                        .a = reason->b,
                        .b = reason->a,
                        .counts = {reason->counts[1], reason->counts[0]}};
}

/* Empties keyed and makes room to sort count items. */
static bool begin_sort(twt_mirror *mirror, size_t count)
{
    twt_vec_clear(&mirror->keyed);
    return twt_vec_reserve(&mirror->keyed, 2 * count);
}

static void push_key(twt_mirror *mirror, uint32_t high, uint32_t low)
{
    size_t at = mirror->keyed.count++;
    mirror->keyed.data[at] = (twt_keyed){(uint64_t)high << 32 | low, at};
}

static const twt_keyed *sorted(twt_mirror *mirror)
{
    size_t count = mirror->keyed.count;
    twt_sort_keyed(mirror->keyed.data, mirror->keyed.data + count, count);
    return mirror->keyed.data;
}

static bool mirror_matches(twt_mirror *mirror, const twt_match *matches, size_t count)
{
    twt_vec_clear(&mirror->matches);
    if (!begin_sort(mirror, count) || !twt_vec_reserve(&mirror->matches, count))
        return false;
    for (size_t i = 0; i < count; i++)
        push_key(mirror, matches[i].b, matches[i].a);
    const twt_keyed *order = sorted(mirror);
    for (size_t i = 0; i < count; i++) {
        const twt_match *from = &matches[order[i].value];
        mirror->matches.data[i] =
            (twt_match){.a = from->b, .b = from->a, .count = from->count, .is_moved = from->is_moved};
    }
    return true;
}

static bool mirror_seeds(twt_mirror *mirror, const twt_seed *seeds, size_t count)
{
    twt_vec_clear(&mirror->seeds);
    if (!begin_sort(mirror, count) || !twt_vec_reserve(&mirror->seeds, count))
        return false;
    for (size_t i = 0; i < count; i++)
        push_key(mirror, seeds[i].b, seeds[i].a);
    const twt_keyed *order = sorted(mirror);
    for (size_t i = 0; i < count; i++) {
        mirror->seeds.data[i] = seeds[order[i].value];
        mirror->seeds.data[i].a = seeds[order[i].value].b;
        mirror->seeds.data[i].b = seeds[order[i].value].a;
    }
    return true;
}

static bool mirror_passages(twt_mirror *mirror, const twt_passage *passages, size_t count)
{
    twt_vec_clear(&mirror->passages);
    if (!begin_sort(mirror, count) || !twt_vec_reserve(&mirror->passages, count))
        return false;
    for (size_t i = 0; i < count; i++)
        push_key(mirror, passages[i].b.begin, passages[i].b.end);
    const twt_keyed *order = sorted(mirror);
    for (size_t i = 0; i < count; i++) {
        const twt_passage *from = &passages[order[i].value];
        mirror->passages.data[i] = (twt_passage){.a = from->b, .b = from->a, .kind = from->kind};
    }
    return true;
}

static bool mirror_changes(twt_mirror *mirror, const twt_change *changes, size_t count)
{
    twt_vec_clear(&mirror->changes);
    if (!begin_sort(mirror, count) || !twt_vec_reserve(&mirror->changes, count))
        return false;
    for (size_t i = 0; i < count; i++)
        push_key(mirror, changes[i].b.begin, changes[i].b.end);
    const twt_keyed *order = sorted(mirror);
    for (size_t i = 0; i < count; i++) {
        const twt_change *from = &changes[order[i].value];
        mirror->changes.data[i] = (twt_change){.kind = from->kind, .a = from->b, .b = from->a};
    }
    return true;
}

static bool mirror_reasons(twt_mirror *mirror, const twt_reason *reasons, size_t count)
{
    twt_vec_clear(&mirror->reasons);
    if (!twt_vec_reserve(&mirror->reasons, count))
        return false;
    for (size_t i = 0; i < count; i++)
        mirror->reasons.data[i] = twt_mirror_reason(&reasons[i]);
    return true;
}

static void mirror_verdict(twt_verdict *verdict)
{
    double contained = verdict->containment[0], covered = verdict->coverage[0];
    verdict->containment[0] = verdict->containment[1];
    verdict->containment[1] = contained;
    verdict->coverage[0] = verdict->coverage[1];
    verdict->coverage[1] = covered;
    if (verdict->first != TWT_FIRST_UNKNOWN)
        verdict->first = verdict->first == TWT_FIRST_A ? TWT_FIRST_B : TWT_FIRST_A;
}

twt_status twt_mirror_comparison(twt_mirror *mirror, twt_comparison *c)
{
    if (!mirror_matches(mirror, c->matches, c->match_count) || !mirror_seeds(mirror, c->seeds, c->seed_count) ||
        !mirror_passages(mirror, c->passages, c->passage_count) ||
        !mirror_changes(mirror, c->changes, c->change_count) || !mirror_reasons(mirror, c->reasons, c->reason_count))
        return TWT_ERROR_MEMORY;
    mirror_verdict(&c->verdict);
    c->measures = twt_measures_mirror(&c->measures);
    c->matches = mirror->matches.data;
    c->seeds = mirror->seeds.data;
    c->passages = c->passages ? mirror->passages.data : NULL;
    c->changes = c->changes ? mirror->changes.data : NULL;
    c->reasons = mirror->reasons.data;
    return TWT_OK;
}

/* Two texts, parted by the first line of "===": the mirrored pair has the mirrored result, and all that is shown lies
 * within the texts. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "twicetold/compare.h"
#include "twicetold/profile.h"
#include "twicetold/text.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { EVERYTHING = TWT_WANT_PASSAGES | TWT_WANT_CHANGES | TWT_WANT_RELATION };

static void check(bool is_true)
{
    if (!is_true)
        abort();
}

static void check_range(twt_range range, const twt_analysis *text)
{
    check(range.begin <= range.end && range.end <= text->text_len);
}

static bool are_mirrored(const twt_change *one, const twt_change *other)
{
    return one->kind == other->kind && one->a.begin == other->b.begin && one->a.end == other->b.end &&
           one->b.begin == other->a.begin && one->b.end == other->a.end;
}

/* In the mirrored list they are ordered by the other side. */
static bool holds_mirrored(const twt_comparison *in, const twt_change *change)
{
    for (size_t i = 0; i < in->change_count; i++)
        if (are_mirrored(&in->changes[i], change))
            return true;
    return false;
}

static void check_pair(const twt_analysis *a, const twt_analysis *b)
{
    twt_profile profile;
    twt_comparer *comparers[2];
    const twt_comparison *forth, *back;
    twt_profile_init(&profile);
    check(twt_comparer_new(&profile, &comparers[0]) == TWT_OK && twt_comparer_new(&profile, &comparers[1]) == TWT_OK);
    check(twt_comparer_run(comparers[0], a, b, EVERYTHING, &forth) == TWT_OK);
    check(twt_comparer_run(comparers[1], b, a, EVERYTHING, &back) == TWT_OK);
    check(forth->verdict.relation == back->verdict.relation && forth->change_count == back->change_count);
    for (size_t i = 0; i < forth->change_count; i++) {
        check_range(forth->changes[i].a, a);
        check_range(forth->changes[i].b, b);
        check(holds_mirrored(back, &forth->changes[i]));
    }
    for (size_t i = 0; i < forth->passage_count; i++) {
        check_range(forth->passages[i].a, a);
        check_range(forth->passages[i].b, b);
    }
    twt_comparer_free(comparers[0]);
    twt_comparer_free(comparers[1]);
}

static size_t find_parting(const char *text, size_t size, size_t *parting)
{
    for (size_t i = 0; i + 5 <= size; i++)
        if (memcmp(text + i, "\n===\n", 5) == 0) {
            *parting = 5;
            return i;
        }
    *parting = 0;
    return size / 2;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    twt_profile profile;
    twt_analyzer *readers[2];
    const twt_analysis *texts[2];
    size_t parting, at = find_parting((const char *)data, size, &parting);
    const char *begins[2] = {(const char *)data, (const char *)data + at + parting};
    size_t lengths[2] = {at, size - at - parting};
    bool is_read = true;
    twt_profile_init(&profile);
    for (int side = 0; side < 2; side++) {
        check(twt_analyzer_new(&profile, &readers[side]) == TWT_OK);
        is_read = is_read && twt_analyzer_run(readers[side], begins[side], lengths[side], &texts[side], NULL) == TWT_OK;
    }
    if (is_read)
        check_pair(texts[0], texts[1]);
    twt_analyzer_free(readers[0]);
    twt_analyzer_free(readers[1]);
    return 0;
}

/* A record is a number of eight bytes – earlier family 24 bits, weight 15, a bit that tells what follows, 24 bits –
 * with the one later family, or how many follow in four bytes each. The weight ln(N/df) of a feature that two have is
 * under 16 for any N. */
#include "candidate/rare.h"

enum { PARTS_MAX = 1024, FAMILIES_PER_PART = 32, RUN_MAX = 1024, BLOCK = TWT_OWNERS_BEYOND + 1 };

twt_status twt_shares_init(twt_shares *shares, size_t family_count, twt_spill *spill)
{
    *shares = (twt_shares){.shift = 0};
    while ((family_count >> shares->shift) + 1 > PARTS_MAX || (1 << shares->shift) < FAMILIES_PER_PART)
        shares->shift++;
    return twt_streams_init(&shares->parts, (family_count >> shares->shift) + 1, spill);
}

void twt_shares_free(twt_shares *shares)
{
    twt_streams_free(&shares->parts);
}

static twt_status put_run(const twt_shares *shares, twt_streams_writer *writer, uint32_t weight, uint32_t earlier,
                          const uint32_t *later, size_t count)
{
    size_t part = earlier >> shares->shift, len = sizeof(uint64_t) + (count > 1 ? count * sizeof *later : 0);
    unsigned char *to = twt_streams_room(writer, part, len + TWT_OWNERS_BEYOND * sizeof *later);
    if (!to)
        return writer->status;
    uint64_t head = (uint64_t)earlier << TWT_SHARE_EARLIER_SHIFT | (uint64_t)weight << TWT_SHARE_WEIGHT_SHIFT |
                    (count > 1 ? count : TWT_SHARE_IS_SINGLE | *later);
    uint32_t halves[2] = {(uint32_t)head, (uint32_t)(head >> 32)}; /* the one later family is read from the first */
    memcpy(to, halves, sizeof halves);
    for (size_t i = 0; count > 1 && i < count; i += BLOCK) /* mostly one block: no call */
        memcpy(to + sizeof head + i * sizeof *later, later + i, BLOCK * sizeof *later);
    twt_streams_advance(writer, part, len);
    return TWT_OK;
}

twt_status twt_shares_put(const twt_shares *shares, twt_streams_writer *writer, const twt_rare_rule *rule, bool is_word,
                          const uint32_t *owners, size_t df)
{
    uint32_t weight = twt_rare_weigh(rule, df);
    bool is_for_all = df <= rule->df_all[is_word];
    for (size_t i = 0; i + 1 < (is_for_all ? df : 2); i++)
        for (size_t j = i + 1; j < df; j += RUN_MAX) {
            size_t count = df - j < RUN_MAX ? df - j : RUN_MAX;
            twt_status status = put_run(shares, writer, weight, owners[i], owners + j, count);
            if (status != TWT_OK)
                return status;
        }
    return TWT_OK;
}

/* A record is a number of eight bytes – earlier family 24 bits, weight 15, a bit that tells what follows, 24 bits –
 * with the one later family, or how many follow in two bytes each, or in three where there are many families. The
 * weight ln(N/df) of a feature that two have is under 16 for any N. */
#include "candidate/rare_shares.h"

#include "candidate/rare_rule.h"

enum { PARTS_MAX = 1024, FAMILIES_PER_PART = 32, RUN_MAX = 1024 };

/* Later families are copied in blocks, whether they are there or not. */
enum { WIDTH_MAX = 3, BLOCK = 16, BEYOND = BLOCK + sizeof(uint64_t) };

twt_status twt_shares_init(twt_shares *shares, size_t family_count, twt_spill *spill)
{
    *shares = (twt_shares){.width = family_count <= 1 << 16 ? 2 : WIDTH_MAX};
    while ((family_count >> shares->shift) + 1 > PARTS_MAX || (1 << shares->shift) < FAMILIES_PER_PART)
        shares->shift++;
    return twt_streams_init(&shares->parts, (family_count >> shares->shift) + 1, spill);
}

void twt_shares_free(twt_shares *shares)
{
    twt_streams_free(&shares->parts);
}

static void put_bytes(unsigned char *to, uint64_t bytes)
{
    bytes = twt_little_endian64(bytes);
    memcpy(to, &bytes, sizeof bytes);
}

static void pack(unsigned char *to, const uint32_t *owners, size_t count, unsigned width)
{
    for (size_t i = 0; i < count; i++)
        put_bytes(to + i * width, owners[i]);
}

typedef struct sharing { /* one feature */
    const twt_shares *shares;
    twt_streams_writer *writer;
    uint32_t weight;
} sharing;

/* later: of the first of count; packed: of all. */
static twt_status put_run(const sharing *s, uint32_t earlier, uint32_t later, const unsigned char *packed, size_t count)
{
    size_t part = earlier >> s->shares->shift, len = count > 1 ? count * s->shares->width : 0;
    unsigned char *to = twt_streams_room(s->writer, part, sizeof(uint64_t) + len + BEYOND);
    if (!to)
        return s->writer->status;
    put_bytes(to, (uint64_t)earlier << TWT_SHARE_EARLIER_SHIFT | (uint64_t)s->weight << TWT_SHARE_WEIGHT_SHIFT |
                      (count > 1 ? count : TWT_SHARE_IS_SINGLE | later));
    to += sizeof(uint64_t);
    size_t i = 0;
    do /* mostly one block, even of none: no branch to guess */
        memcpy(to + i, packed + i, BLOCK);
    while ((i += BLOCK) < len);
    twt_streams_advance(s->writer, part, sizeof(uint64_t) + len);
    return TWT_OK;
}

/* One owner with later ones. */
static twt_status put_with(const sharing *s, uint32_t earlier, const uint32_t *later, size_t all)
{
    unsigned char packed[RUN_MAX * WIDTH_MAX + BEYOND];
    twt_status status = TWT_OK;
    for (size_t begin = 0; status == TWT_OK && begin < all; begin += RUN_MAX) {
        size_t count = all - begin < RUN_MAX ? all - begin : RUN_MAX;
        pack(packed, later + begin, count, s->shares->width);
        status = put_run(s, earlier, later[begin], packed, count);
    }
    return status;
}

/* Each with all behind it, packed once. */
static twt_status put_families(const sharing *s, const uint32_t *owners, size_t df)
{
    unsigned char packed[RUN_MAX * WIDTH_MAX + BEYOND];
    twt_status status = TWT_OK;
    pack(packed, owners, df, s->shares->width);
    for (size_t i = 1; status == TWT_OK && i < df; i++)
        status = put_run(s, owners[i - 1], owners[i], packed + i * s->shares->width, df - i);
    return status;
}

twt_status twt_shares_put(const twt_shares *shares, twt_streams_writer *writer, const twt_rare_rule *rule, bool is_word,
                          const uint32_t *owners, size_t df)
{
    sharing s = {shares, writer, twt_rare_weigh(rule, df)};
    bool is_for_all = df <= rule->df_all[is_word];
    if (is_for_all && df <= RUN_MAX)
        return put_families(&s, owners, df);
    twt_status status = put_with(&s, owners[0], owners + 1, df - 1);
    for (size_t i = 1; is_for_all && status == TWT_OK && i + 1 < df; i++)
        status = put_with(&s, owners[i], owners + i + 1, df - i - 1);
    return status;
}

twt_status twt_shares_put_additions(const twt_shares *shares, twt_streams_writer *writer, const twt_rare_rule *rule,
                                    const uint32_t *families, size_t df, const uint32_t *additions, size_t count)
{
    sharing s = {shares, writer, twt_rare_weigh(rule, df + count)};
    twt_status status = TWT_OK;
    for (size_t i = 0; status == TWT_OK && i < df; i++)
        status = put_with(&s, families[i], additions, count);
    for (size_t i = 0; status == TWT_OK && i + 1 < count; i++)
        status = put_with(&s, additions[i], additions + i + 1, count - i - 1);
    return status;
}

#include "compare/passages/chain.h"

#include "base/rng.h"
#include "support/suite.h"

static uint64_t heaviest_slowly(const twt_chain_link *links, unsigned count)
{
    uint64_t best = 0;
    for (unsigned set = 0; set < 1u << count; set++) {
        uint64_t weight = 0;
        uint32_t last = 0;
        bool is_chain = true;
        for (unsigned i = 0; i < count; i++) {
            if (!(set >> i & 1))
                continue;
            is_chain &= links[i].b >= last;
            last = links[i].b;
            weight += links[i].weight;
        }
        if (is_chain && weight > best)
            best = weight;
    }
    return best;
}

START_TEST(marked_links_are_a_chain_of_the_greatest_weight)
{
    uint64_t state = 9;
    twt_chain chain = {0};
    for (int round = 0; round < 300; round++) {
        unsigned count = (unsigned)(twt_rng_next(&state) % 11);
        twt_vec_clear(&chain.links);
        for (unsigned i = 0; i < count; i++) {
            twt_chain_link link = {(uint32_t)(twt_rng_next(&state) % 8), (uint32_t)(1 + twt_rng_next(&state) % 5),
                                   false};
            ck_assert(twt_vec_push(&chain.links, link));
        }
        ck_assert_int_eq(twt_chain_mark(&chain, 8), TWT_OK);
        uint64_t weight = 0;
        uint32_t last = 0;
        for (unsigned i = 0; i < count; i++)
            if (chain.links.data[i].in_chain) {
                ck_assert_uint_ge(chain.links.data[i].b, last);
                last = chain.links.data[i].b;
                weight += chain.links.data[i].weight;
            }
        ck_assert_uint_eq(weight, heaviest_slowly(chain.links.data, count));
    }
    twt_chain_free(&chain);
}
END_TEST

TWT_SUITE("compare_chain", marked_links_are_a_chain_of_the_greatest_weight)

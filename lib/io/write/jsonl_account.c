/* {"type":"explanation"} of a scan: the way of one pair through all stages. */
#include "io/write/jsonl.h"

static void put_id(twt_writer *writer, uint32_t number)
{
    if (number == TWT_NO_NUMBER)
        twt_put_string(writer, "null");
    else
        twt_json_put_key_string(writer, "", twt_writer_document(writer, number)->id);
}

static void put_ids(twt_writer *writer, const char *key, const uint32_t numbers[2])
{
    twt_put_string(writer, key);
    put_id(writer, numbers[0]);
    twt_put_string(writer, ",");
    put_id(writer, numbers[1]);
    twt_put_string(writer, "]");
}

static void put_counts(twt_writer *writer, const char *key, const uint32_t counts[2])
{
    twt_json_put_key_number(writer, key, counts[0]);
    twt_json_put_key_number(writer, ",", counts[1]);
    twt_put_string(writer, "]");
}

static void put_relation(twt_writer *writer, const char *key, twt_relation relation, bool is_known)
{
    twt_put_string(writer, key);
    if (is_known)
        twt_json_put_key_string(writer, "", twt_relation_name(relation));
    else
        twt_put_string(writer, "null");
}

static void put_truth(twt_writer *writer, const char *key, bool value)
{
    twt_put_string(writer, key);
    twt_put_string(writer, value ? "true" : "false");
}

static void put_channels(twt_writer *writer, uint32_t channels)
{
    static const char *const names[] = {"bands", "rare", "family", "short", "added"}; /* by bit */
    const char *between = "";
    twt_put_string(writer, ",\"channels\":[");
    for (unsigned bit = 0; bit < sizeof names / sizeof *names; bit++) {
        if (!(channels >> bit & 1))
            continue;
        twt_json_put_key_string(writer, between, names[bit]);
        between = ",";
    }
    twt_put_string(writer, "]");
}

static void put_features(twt_writer *writer, const twt_account *account)
{
    const twt_document *from = account->feature_count ? twt_writer_document(writer, account->representatives[0]) : NULL;
    twt_json_put_key_number(writer, ",\"shared_features\":", account->shared_features);
    twt_put_string(writer, ",\"features\":[");
    for (size_t i = 0; i < account->feature_count; i++) {
        const twt_shared_feature *feature = &account->features[i];
        twt_slice words = twt_slice_of(from->text, from->text_len, feature->at);
        twt_put_string(writer, i ? ",{\"words\":" : "{\"words\":");
        twt_json_put(writer, words.bytes, words.len);
        twt_json_put_key_number(writer, ",\"families\":", feature->families);
        twt_put_string(writer, ",\"weight\":");
        twt_put_fixed(writer, feature->weight, 4);
        put_truth(writer, ",\"counted\":", feature->is_counted);
        twt_put_string(writer, "}");
    }
    twt_put_string(writer, "]");
}

static void put_masked(twt_writer *writer, const twt_account *account)
{
    twt_put_string(writer, ",\"masked\":");
    if (!account->masked_bytes[0] && !account->masked_bytes[1]) {
        twt_put_string(writer, "null");
        return;
    }
    put_counts(writer, "{\"bytes\":[", account->masked_bytes);
    put_relation(writer, ",\"relation\":", account->masked, true);
    twt_put_string(writer, "}");
}

static void put_clusters(twt_writer *writer, const twt_account *account)
{
    twt_put_string(writer, ",\"clusters\":[");
    for (int side = 0; side < 2; side++) {
        twt_put(writer, ",", side > 0);
        if (account->clusters[side] == TWT_NO_NUMBER)
            twt_put_string(writer, "null");
        else
            twt_put_number(writer, (uint64_t)account->clusters[side] + 1);
    }
    put_ids(writer, "],\"canonicals\":[", account->canonicals);
    twt_put_string(writer, ",\"to_other_canonical\":[");
    for (int side = 0; side < 2; side++)
        put_relation(writer, side ? "," : "", account->to_other[side], twt_relation_is_reuse(account->to_other[side]));
    put_relation(writer, "],\"link\":", account->link ? account->link->relation : TWT_RELATION_UNRELATED,
                 account->link != NULL);
}

void twt_json_write_account(twt_writer *writer, const twt_account *account)
{
    bool is_reported = account->step == TWT_STEP_REPORTED;
    twt_json_put_key_string(writer,
                            "{\"type\":\"explanation\",\"a\":", twt_writer_document(writer, account->documents[0])->id);
    twt_json_put_key_string(writer, ",\"b\":", twt_writer_document(writer, account->documents[1])->id);
    put_relation(writer, ",\"relation\":", account->relation, is_reported);
    twt_put_string(writer, ",\"confidence\":");
    if (is_reported)
        twt_put_fixed(writer, account->confidence, 2);
    else
        twt_put_string(writer, "null");
    put_truth(writer, ",\"reported\":", is_reported);
    twt_json_put_key_string(writer, ",\"step\":", twt_step_name(account->step));
    put_counts(writer, ",\"words\":[", account->words);
    put_ids(writer, ",\"first_copies\":[", account->first_copies);
    twt_json_put_key_number(writer, ",\"families\":", account->family_count);
    put_ids(writer, ",\"representatives\":[", account->representatives);
    put_ids(writer, ",\"hubs\":[", account->hubs);
    put_truth(writer, ",\"candidate\":", account->is_candidate);
    put_truth(writer, ",\"spared\":", account->is_spared);
    put_channels(writer, account->channels);
    put_relation(writer, ",\"verified\":", account->verified, account->step != TWT_STEP_WORDS);
    put_masked(writer, account);
    twt_json_put_rules(writer, account->checks, account->check_count);
    put_features(writer, account);
    put_clusters(writer, account);
    twt_put_string(writer, "}\n");
}

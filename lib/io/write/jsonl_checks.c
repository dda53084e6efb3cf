/* {"type":"explanation"}: rules in the order of asking, each with the checks that it is made of. */
#include "base/check.h"
#include "io/write/jsonl.h"

enum { DECIMALS = 6 }; /* so that a value beside its limit shows on which side it lies */

static void put_value(twt_writer *writer, const char *key, double value, twt_measure_code measure)
{
    twt_put_string(writer, key);
    twt_put_signed(writer, value, twt_measure_decimals(measure) ? DECIMALS : 0);
}

static void put_check(twt_writer *writer, const twt_check *check)
{
    static const char *const senses[] = {[TWT_AT_LEAST] = "at_least", [TWT_AT_MOST] = "at_most", [TWT_UNDER] = "under"};
    twt_json_put_key_number(writer, "{\"clause\":", check->clause);
    twt_json_put_key_number(writer, ",\"way\":", check->way);
    twt_json_put_key_string(writer, ",\"measure\":", twt_measure_name(check->measure));
    put_value(writer, ",\"value\":", check->value, check->measure);
    twt_json_put_key_string(writer, ",\"sense\":", senses[check->sense]);
    put_value(writer, ",\"limit\":", check->limit, check->measure);
    twt_put_string(writer, check->is_met ? ",\"met\":true}" : ",\"met\":false}");
}

static void put_rule(twt_writer *writer, const twt_check *checks, size_t count)
{
    twt_json_put_key_string(writer, "{\"rule\":", twt_rule_name(checks->rule));
    twt_put_string(writer, twt_checks_hold(checks, count) ? ",\"holds\":true" : ",\"holds\":false");
    twt_put_string(writer, ",\"checks\":[");
    for (size_t i = 0; i < count; i++) {
        twt_put(writer, ",", i > 0);
        put_check(writer, &checks[i]);
    }
    twt_put_string(writer, "]}");
}

void twt_json_put_rules(twt_writer *writer, const twt_check *checks, size_t count)
{
    twt_put_string(writer, ",\"rules\":[");
    for (size_t begin = 0, end; begin < count; begin = end) {
        end = twt_checks_rule_end(checks, count, begin);
        twt_put(writer, ",", begin > 0);
        put_rule(writer, checks + begin, end - begin);
    }
    twt_put_string(writer, "]");
}

void twt_json_write_checks(twt_writer *writer, const twt_checked *checked)
{
    twt_put_string(writer, "{\"type\":\"explanation\"");
    if (checked->id)
        twt_json_put_key_string(writer, ",\"id\":", checked->id);
    twt_json_put_key_string(writer, ",\"a\":", checked->documents[0]->id);
    twt_json_put_key_string(writer, ",\"b\":", checked->documents[1]->id);
    twt_json_put_key_string(writer, ",\"relation\":", twt_relation_name(checked->relation));
    twt_json_put_rules(writer, checked->checks, checked->check_count);
    twt_put_string(writer, "}\n");
}

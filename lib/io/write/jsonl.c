/* One JSON object a line, the keys in the order of the contract. Strings are escaped here and not by jansson: nothing
 * has to be built to be written, and the bytes do not depend on the version of a library. */
#include <string.h>

#include "base/utf8.h"
#include "io/write/glyph.h"
#include "io/write/jsonl.h"

static void put_escape(twt_writer *writer, uint32_t unit)
{
    char escape[6] = "\\u";
    for (unsigned i = 0; i < 4; i++)
        escape[2 + i] = "0123456789abcdef"[unit >> (12 - 4 * i) & 15];
    twt_put(writer, escape, sizeof escape);
}

static void put_ascii(twt_writer *writer, char c)
{
    switch (c) {
    case '"':
        twt_put(writer, "\\\"", 2);
        break;
    case '\\':
        twt_put(writer, "\\\\", 2);
        break;
    case '\n':
        twt_put(writer, "\\n", 2);
        break;
    case '\r':
        twt_put(writer, "\\r", 2);
        break;
    case '\t':
        twt_put(writer, "\\t", 2);
        break;
    default:
        put_escape(writer, (unsigned char)c);
    }
}

static bool is_plain(char c)
{
    return c >= 0x20 && c < 0x7f && c != '"' && c != '\\';
}

void twt_json_put(twt_writer *writer, const char *text, size_t len)
{
    twt_put(writer, "\"", 1);
    size_t done = 0, at = 0;
    while (at < len) {
        if (is_plain(text[at])) {
            at++;
            continue;
        }
        uint32_t code_point;
        size_t step = twt_utf8_read(text + at, len - at, &code_point);
        bool is_malformed = code_point == TWT_UTF8_REPLACEMENT && step == 1;
        if (code_point >= 0x80 && !is_malformed && !twt_glyph_is_unsafe(code_point)) {
            at += step;
            continue;
        }
        twt_put(writer, text + done, at - done);
        if (code_point < 0x80)
            put_ascii(writer, text[at]);
        else
            put_escape(writer, code_point);
        at += step;
        done = at;
    }
    twt_put(writer, text + done, len - done);
    twt_put(writer, "\"", 1);
}

static void put_string(twt_writer *writer, const char *text)
{
    twt_json_put(writer, text, strlen(text));
}

void twt_json_put_key_string(twt_writer *writer, const char *key, const char *text)
{
    twt_put_string(writer, key);
    put_string(writer, text);
}

void twt_json_put_key_number(twt_writer *writer, const char *key, uint64_t number)
{
    twt_put_string(writer, key);
    twt_put_number(writer, number);
}

static void put_shares(twt_writer *writer, const char *key, const double shares[2])
{
    twt_put_string(writer, key);
    twt_put(writer, "[", 1);
    twt_put_fixed(writer, shares[0], 4);
    twt_put(writer, ",", 1);
    twt_put_fixed(writer, shares[1], 4);
    twt_put(writer, "]", 1);
}

void twt_json_put_range(twt_writer *writer, const char *key, twt_range range)
{
    twt_json_put_key_number(writer, key, range.begin);
    twt_json_put_key_number(writer, ",", range.end);
    twt_put(writer, "]", 1);
}

static void put_reasons(twt_writer *writer, const twt_reason *reasons, size_t count, const char *text_a,
                        const char *text_b)
{
    char sentence[TWT_REASON_TEXT_MAX];
    twt_put_string(writer, ",\"reasons\":[");
    for (size_t i = 0; i < count; i++)
        twt_json_put_key_string(writer, i ? "," : "", twt_reason_text(&reasons[i], text_a, text_b, sentence));
    twt_put(writer, "]", 1);
}

/* The same reasons in the same order, for programs: what is measured, and the bytes that it was measured on. */
static void put_evidence(twt_writer *writer, const twt_reason *reasons, size_t count)
{
    twt_put_string(writer, ",\"evidence\":[");
    for (size_t i = 0; i < count; i++) {
        const twt_reason *reason = &reasons[i];
        twt_json_put_key_string(writer, i ? ",{\"reason\":" : "{\"reason\":", twt_reason_name(reason->code));
        twt_put_string(writer, ",\"value\":");
        twt_put_signed(writer, reason->value, 4);
        if (reason->a.begin < reason->a.end)
            twt_json_put_range(writer, ",\"a\":[", reason->a);
        if (reason->b.begin < reason->b.end)
            twt_json_put_range(writer, ",\"b\":[", reason->b);
        twt_put(writer, "}", 1);
    }
    twt_put(writer, "]", 1);
}

static void put_verdict(twt_writer *writer, const twt_document *a, const twt_document *b, const twt_verdict *verdict)
{
    twt_json_put_key_string(writer, ",\"a\":", a->id);
    twt_json_put_key_string(writer, ",\"b\":", b->id);
    twt_json_put_key_string(writer, ",\"relation\":", twt_relation_name(verdict->relation));
    twt_put_string(writer, ",\"confidence\":");
    twt_put_fixed(writer, verdict->confidence, 2);
    twt_put_string(writer, ",\"jaccard\":");
    twt_put_fixed(writer, verdict->jaccard, 4);
    put_shares(writer, ",\"containment\":", verdict->containment);
    put_shares(writer, ",\"coverage\":", verdict->coverage);
    twt_json_put_key_string(writer, ",\"first\":", twt_first_name(verdict->first));
    twt_json_put_key_string(writer, ",\"first_confidence\":", twt_confidence_name(verdict->first_confidence));
    twt_json_put_key_string(writer, ",\"machine_signs\":", twt_signs_name(verdict->machine_signs));
}

static void write_pair(twt_writer *writer, const twt_pair *pair)
{
    const twt_document *a = twt_writer_document(writer, pair->a), *b = twt_writer_document(writer, pair->b);
    twt_put_string(writer, "{\"type\":\"pair\"");
    put_verdict(writer, a, b, &pair->verdict);
    put_reasons(writer, pair->reasons, pair->reason_count, a->text, b->text);
    put_evidence(writer, pair->reasons, pair->reason_count);
    twt_put(writer, "}\n", 2);
}

static void write_cluster(twt_writer *writer, uint32_t number, const twt_cluster *cluster)
{
    twt_json_put_key_number(writer, "{\"type\":\"cluster\",\"cluster\":", (uint64_t)number + 1);
    twt_json_put_key_string(writer, ",\"canonical\":", twt_writer_document(writer, cluster->canonical)->id);
    put_reasons(writer, cluster->reasons, cluster->reason_count, NULL, NULL);
    twt_put_string(writer, ",\"members\":[");
    for (size_t i = 0; i < cluster->member_count; i++) {
        const twt_member *member = &cluster->members[i];
        twt_put_string(writer, i ? ",{" : "{");
        twt_json_put_key_string(writer, "\"id\":", twt_writer_document(writer, member->document)->id);
        twt_json_put_key_string(writer, ",\"relation\":", twt_relation_name(member->relation));
        twt_put_string(writer, ",\"jaccard\":");
        twt_put_fixed(writer, member->jaccard, 4);
        twt_put(writer, "}", 1);
    }
    twt_put(writer, "]}\n", 3);
}

static void put_link_end(twt_writer *writer, const char *key, twt_link_end end)
{
    if (end.is_cluster)
        twt_json_put_key_number(writer, key, (uint64_t)end.number + 1);
    else
        twt_json_put_key_string(writer, key, twt_writer_document(writer, end.number)->id);
}

static void write_link(twt_writer *writer, const twt_link *link)
{
    twt_put_string(writer, "{\"type\":\"link\"");
    put_link_end(writer, ",\"from\":", link->from);
    put_link_end(writer, ",\"to\":", link->to);
    twt_json_put_key_string(writer, ",\"relation\":", twt_relation_name(link->relation));
    twt_put(writer, "}\n", 2);
}

static void write_summary(twt_writer *writer, const twt_summary *summary)
{
    twt_json_put_key_number(writer, "{\"type\":\"summary\",\"documents\":", summary->documents);
    twt_json_put_key_number(writer, ",\"bytes\":", summary->bytes);
    twt_json_put_key_number(writer, ",\"clusters\":", summary->clusters);
    twt_json_put_key_number(writer, ",\"skipped\":", summary->skipped);
    twt_json_put_key_number(writer, ",\"candidates\":", summary->candidates);
    twt_json_put_key_number(writer, ",\"pairs\":", summary->pairs);
    twt_json_put_key_number(writer, ",\"clustered_documents\":", summary->clustered_documents);
    twt_json_put_key_number(writer, ",\"links\":", summary->links);
    twt_put_string(writer, ",\"seconds\":");
    twt_put_fixed(writer, summary->seconds, 3);
    twt_put(writer, "}\n", 2);
}

static void put_passages(twt_writer *writer, const twt_comparison *comparison)
{
    twt_put_string(writer, ",\"passages\":[");
    for (size_t i = 0; i < comparison->passage_count; i++) {
        const twt_passage *passage = &comparison->passages[i];
        twt_json_put_range(writer, i ? ",{\"a\":[" : "{\"a\":[", passage->a);
        twt_json_put_range(writer, ",\"b\":[", passage->b);
        twt_json_put_key_string(writer, ",\"kind\":", twt_passage_kind_name(passage->kind));
        twt_put(writer, "}", 1);
    }
    twt_put(writer, "]", 1);
}

static void put_words(twt_writer *writer, const char *key, const twt_document *document, twt_range range)
{
    twt_slice words = twt_slice_of(document->text, document->text_len, range);
    twt_put_string(writer, key);
    twt_json_put(writer, words.bytes, words.len);
}

static void put_changes(twt_writer *writer, const twt_compared *compared)
{
    twt_put_string(writer, ",\"changes\":[");
    for (size_t i = 0; i < compared->comparison->change_count; i++) {
        const twt_change *change = &compared->comparison->changes[i];
        twt_json_put_key_string(writer, i ? ",{\"kind\":" : "{\"kind\":", twt_change_kind_name(change->kind));
        put_words(writer, ",\"a\":", compared->documents[0], change->a);
        put_words(writer, ",\"b\":", compared->documents[1], change->b);
        twt_json_put_range(writer, ",\"a_at\":[", change->a);
        twt_json_put_range(writer, ",\"b_at\":[", change->b);
        twt_put(writer, "}", 1);
    }
    twt_put(writer, "]", 1);
}

static void write_comparison(twt_writer *writer, const twt_compared *compared)
{
    const twt_document *a = compared->documents[0], *b = compared->documents[1];
    const twt_comparison *comparison = compared->comparison;
    twt_put_string(writer, "{\"type\":\"pair\"");
    if (compared->id)
        twt_json_put_key_string(writer, ",\"id\":", compared->id);
    put_verdict(writer, a, b, &comparison->verdict);
    put_reasons(writer, comparison->reasons, comparison->reason_count, a->text, b->text);
    put_evidence(writer, comparison->reasons, comparison->reason_count);
    put_passages(writer, comparison);
    put_changes(writer, compared);
    twt_put(writer, "}\n", 2);
}

const twt_writer_form twt_writer_form_jsonl = {
    .pair = write_pair,
    .cluster = write_cluster,
    .link = write_link,
    .summary = write_summary,
    .comparison = write_comparison,
    .checks = twt_json_write_checks,
    .account = twt_json_write_account,
    .stats = twt_json_write_stats,
};

/* The handle of the writers: a buffer, the first failure of write, and the table of functions of the format.
 *
 * The buffer is handed over at the ends of records alone, so a record that memory was too short for can be taken back
 * whole. */
#include "io/write/writer.h"

#include <math.h>
#include <string.h>

#include "base/vec.h"

enum { DRAIN_BYTES = 1 << 16 };

void twt_writer_options_init(twt_writer_options *options)
{
    *options = (twt_writer_options){.size = sizeof *options, .format = TWT_FORMAT_TEXT, .width = 100};
}

static const twt_writer_form *form_of(const twt_writer_options *options)
{
    if (options->size != sizeof *options || !options->write || options->width < 40 || options->width > 400)
        return NULL;
    switch (options->format) {
    case TWT_FORMAT_TEXT:
        return &twt_writer_form_text;
    case TWT_FORMAT_JSONL:
        return &twt_writer_form_jsonl;
    case TWT_FORMAT_CSV:
        return &twt_writer_form_csv;
    }
    return NULL;
}

twt_status twt_writer_new(const twt_writer_options *options, twt_writer **out)
{
    *out = NULL;
    const twt_writer_form *form = form_of(options);
    if (!form)
        return TWT_ERROR_ARGUMENT;
    twt_writer *writer = twt_alloc_zeroed(1, sizeof *writer);
    if (!writer)
        return TWT_ERROR_MEMORY;
    writer->options = *options;
    writer->form = form;
    if (form->begin)
        form->begin(writer);
    if (writer->is_short || !twt_vec_reserve(&writer->buffer, DRAIN_BYTES)) {
        twt_writer_free(writer);
        return TWT_ERROR_MEMORY;
    }
    *out = writer;
    return TWT_OK;
}

void twt_writer_free(twt_writer *writer)
{
    if (!writer)
        return;
    if (writer->form->free_state)
        writer->form->free_state(writer);
    twt_bytes_free(&writer->buffer);
    twt_free(writer);
}

/* ---- records --------------------------------------------------------------------------------------------- */

static twt_status drain(twt_writer *writer)
{
    if (writer->buffer.count == 0)
        return TWT_OK;
    twt_status status = writer->options.write(writer->options.context, writer->buffer.data, writer->buffer.count);
    writer->buffer.count = 0;
    if (status != TWT_OK)
        writer->failure = status < 0 ? status : TWT_ERROR_IO;
    return writer->failure;
}

static twt_status end_record(twt_writer *writer, size_t begin)
{
    if (writer->is_short) {
        writer->is_short = false;
        writer->buffer.count = begin;
        return TWT_ERROR_MEMORY;
    }
    return writer->buffer.count < DRAIN_BYTES ? TWT_OK : drain(writer);
}

static bool is_known(const twt_writer *writer, uint32_t number)
{
    return writer->options.document && writer->options.document(writer->options.context, number);
}

const twt_document *twt_writer_document(const twt_writer *writer, uint32_t number)
{
    return writer->options.document(writer->options.context, number);
}

twt_status twt_writer_pair(twt_writer *writer, const twt_pair *pair)
{
    if (writer->failure)
        return writer->failure;
    if (!is_known(writer, pair->a) || !is_known(writer, pair->b))
        return TWT_ERROR_ARGUMENT;
    size_t begin = writer->buffer.count;
    writer->form->pair(writer, pair);
    return end_record(writer, begin);
}

twt_status twt_writer_cluster(twt_writer *writer, uint32_t number, const twt_cluster *cluster)
{
    if (writer->failure)
        return writer->failure;
    bool are_known = is_known(writer, cluster->canonical);
    for (size_t i = 0; i < cluster->member_count && are_known; i++)
        are_known = is_known(writer, cluster->members[i].document);
    if (!are_known)
        return TWT_ERROR_ARGUMENT;
    size_t begin = writer->buffer.count;
    writer->form->cluster(writer, number, cluster);
    return end_record(writer, begin);
}

twt_status twt_writer_link(twt_writer *writer, const twt_link *link)
{
    if (writer->failure)
        return writer->failure;
    const twt_link_end ends[2] = {link->from, link->to};
    for (size_t i = 0; i < 2; i++) {
        if (!ends[i].is_cluster && !is_known(writer, ends[i].number))
            return TWT_ERROR_ARGUMENT;
    }
    size_t begin = writer->buffer.count;
    writer->form->link(writer, link);
    return end_record(writer, begin);
}

twt_status twt_writer_summary(twt_writer *writer, const twt_summary *summary)
{
    if (writer->failure)
        return writer->failure;
    size_t begin = writer->buffer.count;
    writer->form->summary(writer, summary);
    return end_record(writer, begin);
}

twt_status twt_writer_comparison(twt_writer *writer, const char *id, const twt_document *a, const twt_document *b,
                                 const twt_analysis *analysis_a, const twt_analysis *analysis_b,
                                 const twt_comparison *comparison)
{
    if (writer->failure)
        return writer->failure;
    const twt_compared compared = {id, {a, b}, {analysis_a, analysis_b}, comparison};
    size_t begin = writer->buffer.count;
    writer->form->comparison(writer, &compared);
    return end_record(writer, begin);
}

twt_status twt_writer_checks(twt_writer *writer, const char *id, const twt_document *a, const twt_document *b,
                             twt_relation relation, const twt_check *checks, size_t count)
{
    if (writer->failure)
        return writer->failure;
    if (!writer->form->checks)
        return TWT_ERROR_UNSUPPORTED;
    const twt_checked checked = {id, {a, b}, relation, checks, count};
    size_t begin = writer->buffer.count;
    writer->form->checks(writer, &checked);
    return end_record(writer, begin);
}

/* Whether there is a document for each number that is one. */
static bool are_known(const twt_writer *writer, const uint32_t numbers[2])
{
    return (numbers[0] == TWT_NO_NUMBER || is_known(writer, numbers[0])) &&
           (numbers[1] == TWT_NO_NUMBER || is_known(writer, numbers[1]));
}

twt_status twt_writer_account(twt_writer *writer, const twt_account *account)
{
    if (writer->failure)
        return writer->failure;
    if (!writer->form->account)
        return TWT_ERROR_UNSUPPORTED;
    if (!is_known(writer, account->documents[0]) || !is_known(writer, account->documents[1]) ||
        !are_known(writer, account->first_copies) || !are_known(writer, account->representatives) ||
        !are_known(writer, account->hubs) || !are_known(writer, account->canonicals))
        return TWT_ERROR_ARGUMENT;
    size_t begin = writer->buffer.count;
    writer->form->account(writer, account);
    return end_record(writer, begin);
}

twt_status twt_writer_stats(twt_writer *writer, const twt_stats *stats)
{
    if (writer->failure)
        return writer->failure;
    if (!writer->form->stats)
        return TWT_ERROR_UNSUPPORTED;
    size_t begin = writer->buffer.count;
    writer->form->stats(writer, stats);
    return end_record(writer, begin);
}

twt_status twt_writer_flush(twt_writer *writer)
{
    if (writer->failure)
        return writer->failure;
    size_t begin = writer->buffer.count;
    if (writer->form->end)
        writer->form->end(writer);
    twt_status status = end_record(writer, begin);
    return status == TWT_OK ? drain(writer) : status;
}

/* ---- putting --------------------------------------------------------------------------------------------- */

void twt_put(twt_writer *writer, const char *bytes, size_t len)
{
    if (!writer->is_short && !twt_bytes_append(&writer->buffer, bytes, len))
        writer->is_short = true;
}

void twt_put_string(twt_writer *writer, const char *text)
{
    twt_put(writer, text, strlen(text));
}

void twt_put_number(twt_writer *writer, uint64_t number)
{
    char digits[TWT_NUMBER_MAX];
    twt_put(writer, digits, twt_format_number(digits, number));
}

void twt_put_fixed(twt_writer *writer, double number, unsigned decimals)
{
    char digits[TWT_NUMBER_MAX];
    twt_put(writer, digits, twt_format_fixed(digits, number, decimals));
}

void twt_put_signed(twt_writer *writer, double number, unsigned decimals)
{
    char digits[TWT_NUMBER_MAX];
    twt_put(writer, digits, twt_format_signed(digits, number, decimals));
}

size_t twt_format_number(char digits[TWT_NUMBER_MAX], uint64_t number)
{
    size_t len = 1, at;
    for (uint64_t rest = number; rest >= 10; rest /= 10)
        len++;
    for (at = len; at > 0; number /= 10)
        digits[--at] = (char)('0' + number % 10);
    return len;
}

size_t twt_format_fixed(char digits[TWT_NUMBER_MAX], double number, unsigned decimals)
{
    uint64_t scale = 1;
    for (unsigned i = 0; i < decimals; i++)
        scale *= 10;
    /* One multiplication and a library rounding: nothing that a compiler could fuse and round otherwise. */
    double units = number * (double)scale;
    uint64_t whole = units > 0 ? (uint64_t)llround(units < 9e18 ? units : 9e18) : 0;
    size_t len = twt_format_number(digits, whole / scale);
    if (decimals == 0)
        return len;
    digits[len] = '.';
    for (unsigned i = decimals; i > 0; i--) {
        digits[len + i] = (char)('0' + whole % 10);
        whole /= 10;
    }
    return len + 1 + decimals;
}

size_t twt_format_signed(char digits[TWT_NUMBER_MAX], double number, unsigned decimals)
{
    size_t len = twt_format_fixed(digits, fabs(number), decimals);
    bool is_zero = true;
    for (size_t i = 0; i < len; i++)
        is_zero = is_zero && (digits[i] == '0' || digits[i] == '.');
    if (number >= 0 || is_zero)
        return len;
    memmove(digits + 1, digits, len);
    digits[0] = '-';
    return len + 1;
}

size_t twt_unsafe_form(uint32_t code_point, char form[TWT_UNSAFE_FORM_MAX])
{
    static const char digits[] = "0123456789abcdef";
    size_t digit_count = code_point < 0x100 ? 2 : 4;
    if (code_point == 0xFFFD) {
        memcpy(form, "\xEF\xBF\xBD", 3);
        return 3;
    }
    form[0] = '\\';
    form[1] = digit_count == 2 ? 'x' : 'u';
    for (size_t i = 0; i < digit_count; i++)
        form[2 + i] = digits[code_point >> (4 * (digit_count - 1 - i)) & 15];
    return 2 + digit_count;
}

twt_slice twt_slice_of(const char *text, size_t text_len, twt_range range)
{
    size_t end = range.end < text_len ? range.end : text_len;
    size_t begin = range.begin < end ? range.begin : end;
    return (twt_slice){text ? text + begin : "", end - begin};
}

/* ---- words of the contract ------------------------------------------------------------------------------- */

const char *twt_first_name(twt_first first)
{
    return first == TWT_FIRST_A ? "a" : first == TWT_FIRST_B ? "b" : "unknown";
}

const char *twt_confidence_name(twt_confidence confidence)
{
    return confidence == TWT_CONFIDENCE_CERTAIN  ? "certain"
           : confidence == TWT_CONFIDENCE_LIKELY ? "likely"
                                                 : "unknown";
}

const char *twt_signs_name(twt_signs signs)
{
    return signs == TWT_SIGNS_STRONG ? "strong" : signs == TWT_SIGNS_SOME ? "some" : "none";
}

const char *twt_passage_kind_name(twt_passage_kind kind)
{
    static const char *const names[] = {"verbatim", "edited", "rewritten", "moved"};
    return names[kind];
}

const char *twt_change_kind_name(twt_change_kind kind)
{
    static const char *const names[TWT_CHANGE_KINDS] = {"number",   "name", "quotation", "negation",
                                                        "spelling", "word", "word",      "word"};
    return names[kind];
}

/* The handle of the writers: a buffer, the first failure of write, and the table of functions of the format.
 *
 * The buffer is handed over at the ends of records alone, so a record that memory was too short for can be taken back
 * whole. */
#include "io/write/writer.h"

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

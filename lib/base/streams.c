#include "base/streams.h"

#include <string.h>

twt_status twt_streams_init(twt_streams *streams, size_t count, twt_spill *spill)
{
    *streams = (twt_streams){.spill = spill};
    streams->items = twt_alloc_zeroed(count, sizeof *streams->items);
    if (!streams->items)
        return TWT_ERROR_MEMORY;
    streams->count = count;
    pthread_mutex_init(&streams->lock, NULL);
    return TWT_OK;
}

void twt_streams_free(twt_streams *streams)
{
    if (!streams->items)
        return;
    for (size_t s = 0; s < streams->count; s++)
        twt_streams_drop(streams, s);
    twt_free(streams->items);
    pthread_mutex_destroy(&streams->lock);
    *streams = (twt_streams){0};
}

size_t twt_streams_len(const twt_streams *streams, size_t stream)
{
    size_t len = 0;
    for (size_t i = 0; i < streams->items[stream].count; i++)
        len += streams->items[stream].data[i].len;
    return len;
}

static twt_status load_chunk(twt_streams *streams, twt_chunk *chunk)
{
    if (chunk->data)
        return TWT_OK;
    unsigned char *data = twt_spill_take_chunk(streams->spill);
    twt_status status = data ? twt_spill_read(streams->spill, chunk->offset, data, chunk->len) : TWT_ERROR_MEMORY;
    if (status != TWT_OK) {
        twt_spill_give_chunk(streams->spill, data);
        return status;
    }
    chunk->data = data;
    chunk->is_loaded = true;
    return TWT_OK;
}

twt_status twt_streams_load(twt_streams *streams, size_t stream)
{
    twt_status status = TWT_OK;
    for (size_t i = 0; status == TWT_OK && i < streams->items[stream].count; i++)
        status = load_chunk(streams, &streams->items[stream].data[i]);
    return status;
}

void twt_streams_drop(twt_streams *streams, size_t stream)
{
    twt_stream *s = &streams->items[stream];
    for (size_t i = 0; i < s->count; i++) {
        if (s->data[i].data && !s->data[i].is_loaded)
            twt_spill_release(streams->spill, TWT_CHUNK_BYTES);
        twt_spill_give_chunk(streams->spill, s->data[i].data);
    }
    twt_vec_free(s);
}

twt_status twt_streams_writer_init(twt_streams_writer *writer, twt_streams *streams)
{
    *writer = (twt_streams_writer){.streams = streams, .spill = streams->spill};
    writer->open = twt_alloc_zeroed(streams->count, sizeof *writer->open);
    writer->lens = twt_alloc_zeroed(streams->count, sizeof *writer->lens);
    return writer->open && writer->lens ? TWT_OK : TWT_ERROR_MEMORY;
}

static twt_status append(twt_streams *streams, size_t stream, twt_chunk chunk)
{
    pthread_mutex_lock(&streams->lock);
    bool is_good = twt_vec_push(&streams->items[stream], chunk);
    pthread_mutex_unlock(&streams->lock);
    return is_good ? TWT_OK : TWT_ERROR_MEMORY;
}

/* The chunk goes to the stream, or its bytes to the file; then it is used again. */
static twt_status close_chunk(twt_streams_writer *writer, size_t stream)
{
    twt_streams *streams = writer->streams;
    twt_chunk chunk = {.len = writer->lens[stream]};
    bool is_held = twt_spill_hold(streams->spill, TWT_CHUNK_BYTES);
    twt_status status = TWT_OK;
    if (is_held)
        chunk.data = writer->open[stream];
    else
        status = twt_spill_write(streams->spill, writer->open[stream], chunk.len, &chunk.offset);
    if (status == TWT_OK)
        status = append(streams, stream, chunk);
    if (is_held && status == TWT_OK)
        writer->open[stream] = NULL;
    else if (is_held)
        twt_spill_release(streams->spill, TWT_CHUNK_BYTES);
    writer->lens[stream] = 0;
    return status;
}

unsigned char *twt_streams_writer_turn(twt_streams_writer *writer, size_t stream)
{
    if (writer->open[stream])
        writer->status = close_chunk(writer, stream);
    if (writer->status == TWT_OK && !writer->open[stream]) {
        writer->open[stream] = twt_spill_take_chunk(writer->spill);
        writer->status = writer->open[stream] ? TWT_OK : TWT_ERROR_MEMORY;
    }
    return writer->status == TWT_OK ? writer->open[stream] : NULL;
}

twt_status twt_streams_writer_close(twt_streams_writer *writer)
{
    for (size_t s = 0; writer->status == TWT_OK && s < writer->streams->count; s++)
        if (writer->open[s] && writer->lens[s])
            writer->status = close_chunk(writer, s);
    return writer->status;
}

void twt_streams_writer_free(twt_streams_writer *writer)
{
    for (size_t s = 0; writer->open && s < writer->streams->count; s++)
        twt_spill_give_chunk(writer->spill, writer->open[s]);
    twt_free(writer->open);
    twt_free(writer->lens);
    *writer = (twt_streams_writer){0};
}

/* Many sequences of bytes that grow side by side: records written in any order, each sequence read later as a whole.
 *
 * They are kept in chunks, which a spill takes to its file when memory is used up. A record lies in one chunk. */
#ifndef TWT_BASE_STREAMS_H
#define TWT_BASE_STREAMS_H

#include "base/spill.h"
#include "base/vec.h"

typedef struct twt_chunk {
    unsigned char *data; /* NULL: at offset in the file */
    uint64_t offset;
    size_t len;
    bool is_loaded; /* from the file, and counts for no memory of the spill */
} twt_chunk;

typedef TWT_VEC(twt_chunk) twt_stream;

typedef struct twt_streams { /* zeroed: none, and valid */
    twt_stream *items;
    size_t count;
    twt_spill *spill;     /* hands out the chunks */
    pthread_mutex_t lock; /* guards the chunks while there are writers */
} twt_streams;

/* Errors: TWT_ERROR_MEMORY. spill outlives the streams. */
TWT_MUST_USE twt_status twt_streams_init(twt_streams *streams, size_t count, twt_spill *spill);
void twt_streams_free(twt_streams *streams);

/* Bytes of one stream, of closed chunks. */
size_t twt_streams_len(const twt_streams *streams, size_t stream);

/* Brings all of a stream's chunks into memory: items[stream] then has data throughout. Threads with different streams
 * don't disturb each other. Errors: TWT_ERROR_MEMORY, TWT_ERROR_IO. */
TWT_MUST_USE twt_status twt_streams_load(twt_streams *streams, size_t stream);

/* Gives one stream's memory back. */
void twt_streams_drop(twt_streams *streams, size_t stream);

/* One thread's open chunks. */
typedef struct twt_streams_writer { /* zeroed: none, and valid */
    twt_streams *streams;
    twt_spill *spill;
    unsigned char **open; /* NULL: no chunk yet */
    size_t *lens;
    twt_status status; /* why there was no room */
} twt_streams_writer;

TWT_MUST_USE twt_status twt_streams_writer_init(twt_streams_writer *writer, twt_streams *streams);

/* Closes the open chunks. */
TWT_MUST_USE twt_status twt_streams_writer_close(twt_streams_writer *writer);
void twt_streams_writer_free(twt_streams_writer *writer);

/* For a full chunk: closes it and opens another. NULL: writer->status. */
unsigned char *twt_streams_writer_turn(twt_streams_writer *writer, size_t stream);

/* Where the next record of up to bytes, at most TWT_CHUNK_BYTES, is to be written; NULL: writer->status. */
static inline unsigned char *twt_streams_room(twt_streams_writer *writer, size_t stream, size_t bytes)
{
    unsigned char *open = writer->open[stream];
    if (!open || writer->lens[stream] + bytes > TWT_CHUNK_BYTES)
        open = twt_streams_writer_turn(writer, stream);
    return open ? open + writer->lens[stream] : NULL;
}

/* After it was written. */
static inline void twt_streams_advance(twt_streams_writer *writer, size_t stream, size_t bytes)
{
    writer->lens[stream] += bytes;
}

#endif

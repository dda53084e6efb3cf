#include "scan/texts.h"

#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

enum { SEGMENT = 64 << 20 };
/* A look at one page maps those around it, too. */
enum { AROUND = 128 << 10 };
/* Parts of the limit of memory: for texts that stay in it, and for pages of the file that count as the process's. */
enum { HELD_PART = 8, WINDOW_PART = 16 };

void twt_texts_init(twt_texts *texts, const char *folder, uint64_t memory)
{
    memset(texts, 0, sizeof *texts);
    twt_spill_init(&texts->spill, folder, memory / HELD_PART);
    texts->window = memory / WINDOW_PART;
    atomic_init(&texts->looked_at, 0);
}

void twt_texts_free(twt_texts *texts)
{
    for (size_t i = 0; i < texts->segments.count; i++)
        munmap(texts->segments.data[i].map, texts->segments.data[i].len);
    twt_vec_free(&texts->segments);
    twt_spill_free(&texts->spill);
}

bool twt_texts_hold(twt_texts *texts, size_t bytes)
{
    return twt_spill_hold(&texts->spill, bytes);
}

static twt_status add_segment(twt_texts *texts, size_t least)
{
    size_t page = (size_t)sysconf(_SC_PAGESIZE), len = least > SEGMENT ? (least + page - 1) / page * page : SEGMENT;
    uint64_t offset;
    if (!twt_vec_reserve(&texts->segments, 1))
        return TWT_ERROR_MEMORY;
    twt_status status = twt_spill_reserve(&texts->spill, len, &offset);
    if (status != TWT_OK)
        return status;
    void *map = mmap(NULL, len, PROT_READ | PROT_WRITE, MAP_SHARED, texts->spill.fd, (off_t)offset);
    if (map == MAP_FAILED)
        return TWT_ERROR_MEMORY;
    texts->segments.data[texts->segments.count++] = (twt_text_segment){map, len};
    texts->used = 0;
    return TWT_OK;
}

twt_status twt_texts_put(twt_texts *texts, const char *text, size_t len, const char **out)
{
    size_t count = texts->segments.count;
    bool has_room = count && texts->segments.data[count - 1].len - texts->used > len;
    twt_status status = has_room ? TWT_OK : add_segment(texts, len + 1);
    if (status != TWT_OK)
        return status;
    char *to = texts->segments.data[texts->segments.count - 1].map + texts->used;
    if (len)
        memcpy(to, text, len);
    to[len] = '\0';
    texts->used += len + 1;
    *out = to;
    twt_texts_look(texts, len);
    return TWT_OK;
}

void twt_texts_look(twt_texts *texts, size_t len)
{
    uint64_t now = AROUND + (uint64_t)len;
    if (!texts->segments.count || atomic_fetch_add(&texts->looked_at, now) + now <= texts->window)
        return;
    atomic_store(&texts->looked_at, 0);
    for (size_t i = 0; i < texts->segments.count; i++)
        madvise(texts->segments.data[i].map, texts->segments.data[i].len, MADV_DONTNEED);
}

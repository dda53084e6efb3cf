#include "scan/store.h"

#include <string.h>

#include "base/hash.h"
#include "base/vec.h"

static size_t slot_of(const twt_store *store, const char *id)
{
    return twt_hash_bytes(id, strlen(id)) & (store->table_size - 1);
}

/* The slot that holds id, or the free one where it belongs. */
static size_t find_slot(const twt_store *store, const char *id)
{
    size_t slot = slot_of(store, id);
    while (store->table[slot] && strcmp(store->items[store->table[slot] - 1].document.id, id) != 0)
        slot = (slot + 1) & (store->table_size - 1);
    return slot;
}

static bool reserve_table(twt_store *store)
{
    if (2 * (store->count + 1) <= store->table_size)
        return true;
    twt_store larger = *store;
    larger.table_size = store->table_size ? 2 * store->table_size : 256;
    larger.table = twt_alloc_zeroed(larger.table_size, sizeof *larger.table);
    if (!larger.table)
        return false;
    for (size_t i = 0; i < store->count; i++)
        larger.table[find_slot(&larger, store->items[i].document.id)] = (uint32_t)i + 1;
    twt_free(store->table);
    *store = larger;
    return true;
}

static size_t size_of(const char *string)
{
    return string ? strlen(string) + 1 : 0;
}

static const char *place(char **next, const char *string)
{
    if (!string)
        return NULL;
    size_t size = strlen(string) + 1;
    char *copy = memcpy(*next, string, size);
    *next += size;
    return copy;
}

static void copy_strings(const twt_document *from, char *next, twt_stored *to)
{
    to->document.id = place(&next, from->id);
    to->document.title = place(&next, from->title);
    to->document.source = place(&next, from->source);
    to->document.url = place(&next, from->url);
    to->document.path = place(&next, from->path);
}

static char *copy_text(const twt_document *from, char *next)
{
    if (from->text_len)
        memcpy(next, from->text, from->text_len);
    next[from->text_len] = '\0';
    return next + from->text_len + 1;
}

/* One block a document: text, unless it goes to the file, then the strings. */
static twt_status copy_document(twt_store *store, const twt_document *from, twt_stored *to)
{
    size_t size =
        size_of(from->id) + size_of(from->title) + size_of(from->source) + size_of(from->url) + size_of(from->path);
    bool is_held = twt_texts_hold(&store->texts, from->text_len + 1);
    to->is_in_file = !is_held;
    to->document = *from;
    char *next = twt_slabs_take(&store->slabs, size + (is_held ? from->text_len + 1 : 0));
    if (!next) {
        if (is_held)
            twt_spill_release(&store->texts.spill, from->text_len + 1);
        return TWT_ERROR_MEMORY;
    }
    if (is_held) {
        to->document.text = next;
        next = copy_text(from, next);
    }
    copy_strings(from, next, to);
    return is_held ? TWT_OK : twt_texts_put(&store->texts, from->text, from->text_len, &to->document.text);
}

void twt_store_init(twt_store *store, const char *folder, uint64_t memory)
{
    memset(store, 0, sizeof *store);
    twt_texts_init(&store->texts, folder, memory);
}

twt_status twt_store_add(twt_store *store, const twt_document *document, bool is_preferred)
{
    if (!document->id || !*document->id || (!document->text && document->text_len))
        return TWT_ERROR_ARGUMENT;
    if (document->text_len > TWT_DOCUMENT_BYTES_MAX || store->count >= TWT_DOCUMENTS_MAX)
        return TWT_ERROR_TOO_LARGE;
    if (!reserve_table(store) ||
        !twt_vec_grow((void **)&store->items, &store->cap, store->count + 1, sizeof *store->items))
        return TWT_ERROR_MEMORY;
    size_t slot = find_slot(store, document->id);
    if (store->table[slot])
        return TWT_ERROR_DUPLICATE_ID;
    twt_stored stored = {.is_preferred = is_preferred};
    twt_status status = copy_document(store, document, &stored);
    if (status != TWT_OK)
        return status;
    store->items[store->count++] = stored;
    store->table[slot] = (uint32_t)store->count;
    store->bytes += document->text_len;
    return TWT_OK;
}

bool twt_store_find(const twt_store *store, const char *id, uint32_t *number)
{
    uint32_t found = store->table_size ? store->table[find_slot(store, id)] : 0;
    if (found && number)
        *number = found - 1;
    return found != 0;
}

const twt_document *twt_store_look(const twt_store *store, size_t number)
{
    if (number >= store->count)
        return NULL;
    const twt_stored *stored = &store->items[number];
    if (stored->is_in_file)
        twt_texts_look((twt_texts *)&store->texts, stored->document.text_len); /* counts, and changes no text */
    return &stored->document;
}

void twt_store_free(twt_store *store)
{
    twt_slabs_free(&store->slabs);
    twt_free(store->items);
    twt_free(store->table);
    twt_texts_free(&store->texts);
    memset(store, 0, sizeof *store);
}

#include "scan/shelf.h"

#include "base/alloc.h"
#include "base/hash.h"

enum { SLOTS = 1 << 14 }; /* of notices of 100 words some 20,000 have room */

twt_status twt_shelf_init(twt_shelf *shelf, size_t room)
{
    *shelf = (twt_shelf){.room = room, .slots = twt_alloc_zeroed(SLOTS, sizeof *shelf->slots)};
    pthread_mutex_init(&shelf->lock, NULL);
    return shelf->slots ? TWT_OK : TWT_ERROR_MEMORY;
}

static void free_text(twt_kept_text *text)
{
    twt_prepared_free(text->prepared);
    twt_free(text);
}

void twt_shelf_free(twt_shelf *shelf)
{
    for (twt_kept_text *text = shelf->newest, *older; text; text = older) {
        older = text->older;
        free_text(text);
    }
    twt_free(shelf->slots);
    pthread_mutex_destroy(&shelf->lock);
}

/* ---- under the lock --------------------------------------------------------------------------------------- */

static twt_kept_text **slot_of(twt_shelf *shelf, uint32_t key)
{
    return &shelf->slots[twt_hash_mix(key) % SLOTS];
}

static void unlink_text(twt_shelf *shelf, twt_kept_text *text)
{
    *(text->newer ? &text->newer->older : &shelf->newest) = text->older;
    *(text->older ? &text->older->newer : &shelf->oldest) = text->newer;
}

static void put_first(twt_shelf *shelf, twt_kept_text *text)
{
    text->newer = NULL;
    text->older = shelf->newest;
    *(shelf->newest ? &shelf->newest->newer : &shelf->oldest) = text;
    shelf->newest = text;
}

/* Makes it the newest. */
static twt_kept_text *take(twt_shelf *shelf, uint32_t key)
{
    twt_kept_text *text = *slot_of(shelf, key);
    while (text && text->key != key)
        text = text->next;
    if (!text)
        return NULL;
    text->holders++;
    unlink_text(shelf, text);
    put_first(shelf, text);
    return text;
}

static void remove_text(twt_shelf *shelf, twt_kept_text *text)
{
    twt_kept_text **link = slot_of(shelf, text->key);
    while (*link != text)
        link = &(*link)->next;
    *link = text->next;
    unlink_text(shelf, text);
    shelf->bytes -= twt_prepared_size(text->prepared);
}

/* Takes texts off the shelf, least recently used first, and returns them in a list. */
static twt_kept_text *make_room(twt_shelf *shelf, size_t size)
{
    twt_kept_text *going = NULL, *text = shelf->oldest;
    while (text && shelf->bytes + size > shelf->room) {
        twt_kept_text *newer = text->newer;
        if (!text->holders) {
            remove_text(shelf, text);
            text->next = going;
            going = text;
        }
        text = newer;
    }
    return going;
}

static void add(twt_shelf *shelf, twt_kept_text *text)
{
    twt_kept_text **slot = slot_of(shelf, text->key);
    text->next = *slot;
    *slot = text;
    text->holders = 1;
    shelf->bytes += twt_prepared_size(text->prepared);
    put_first(shelf, text);
}

/* ---- the calls -------------------------------------------------------------------------------------------- */

twt_kept_text *twt_shelf_take(twt_shelf *shelf, uint32_t key)
{
    pthread_mutex_lock(&shelf->lock);
    twt_kept_text *text = take(shelf, key);
    pthread_mutex_unlock(&shelf->lock);
    return text;
}

twt_status twt_shelf_put(twt_shelf *shelf, uint32_t key, twt_prepared *prepared, twt_kept_text **out)
{
    twt_kept_text *text = twt_alloc_zeroed(1, sizeof *text), *going;
    *out = NULL;
    if (!text) {
        twt_prepared_free(prepared);
        return TWT_ERROR_MEMORY;
    }
    text->key = key;
    text->prepared = prepared;
    pthread_mutex_lock(&shelf->lock);
    *out = take(shelf, key);
    if (*out) {
        going = text;
    } else {
        going = make_room(shelf, twt_prepared_size(prepared));
        add(shelf, text);
        *out = text;
    }
    pthread_mutex_unlock(&shelf->lock);
    for (twt_kept_text *next; going; going = next) {
        next = going->next;
        free_text(going);
    }
    return TWT_OK;
}

void twt_shelf_release(twt_shelf *shelf, twt_kept_text *text)
{
    pthread_mutex_lock(&shelf->lock);
    text->holders--;
    pthread_mutex_unlock(&shelf->lock);
}

/* A text is read into the analyzer and kept prepared, since an analyzer holds far more than its result. The one that
 * was asked for longest ago goes first (least recently used); the newest four always stay: they are the pair at hand,
 * whole and without what recurs. */
#include "scan/kept_texts.h"

#include <string.h>

#include "base/alloc.h"
#include "base/hash.h"

#define NONE UINT32_MAX
enum { HEADS = 1024, STAYING = 4 };

enum { /* of a text: whether it holds what recurs */
       NOT_LOOKED_AT,
       HOLDS_NONE,
       HOLDS_SOME
};

struct twt_kept_text {
    uint32_t key, newer, older, next; /* next: in the list of its slot, or of the spare ones */
    uint8_t recurring;
    twt_prepared *prepared;
};

/* Of a document, whole or without what recurs. */
static uint32_t key_of(uint32_t document, bool is_masked)
{
    return 2 * document + is_masked;
}

void twt_kept_texts_free(twt_kept_texts *kept)
{
    for (size_t i = 0; i < kept->texts.count; i++)
        twt_prepared_free(kept->texts.data[i].prepared);
    twt_vec_free(&kept->texts);
    twt_vec_free(&kept->heads);
    twt_analyzer_free(kept->analyzer);
    twt_preparer_free(kept->preparer);
    twt_bytes_free(&kept->masked);
    *kept = (twt_kept_texts){0};
}

static twt_status begin(twt_kept_texts *kept, const twt_profile *profile)
{
    if (kept->heads.count)
        return TWT_OK;
    twt_status status = kept->analyzer ? TWT_OK : twt_analyzer_new(profile, &kept->analyzer);
    if (status == TWT_OK && !kept->preparer)
        status = twt_preparer_new(&kept->preparer);
    if (status == TWT_OK && !twt_vec_reserve(&kept->heads, HEADS))
        status = TWT_ERROR_MEMORY;
    if (status != TWT_OK)
        return status;
    kept->heads.count = HEADS;
    memset(kept->heads.data, 0xFF, HEADS * sizeof *kept->heads.data);
    kept->newest = kept->oldest = kept->spare = NONE;
    kept->room = kept->room ? kept->room : TWT_KEPT_TEXTS_BYTES;
    return TWT_OK;
}

static uint32_t *head_of(twt_kept_texts *kept, uint32_t key)
{
    return &kept->heads.data[twt_hash_mix(key) % HEADS];
}

/* ---- the order of use ------------------------------------------------------------------------------------- */

static void unlink_text(twt_kept_texts *kept, uint32_t at)
{
    const struct twt_kept_text *text = &kept->texts.data[at];
    if (text->newer != NONE)
        kept->texts.data[text->newer].older = text->older;
    else
        kept->newest = text->older;
    if (text->older != NONE)
        kept->texts.data[text->older].newer = text->newer;
    else
        kept->oldest = text->newer;
}

static void put_first(twt_kept_texts *kept, uint32_t at)
{
    struct twt_kept_text *text = &kept->texts.data[at];
    text->newer = NONE;
    text->older = kept->newest;
    if (kept->newest != NONE)
        kept->texts.data[kept->newest].newer = at;
    else
        kept->oldest = at;
    kept->newest = at;
}

/* ---- texts ------------------------------------------------------------------------------------------------ */

static void drop(twt_kept_texts *kept, uint32_t at)
{
    struct twt_kept_text *texts = kept->texts.data;
    uint32_t *link = head_of(kept, texts[at].key);
    while (*link != at)
        link = &texts[*link].next;
    *link = texts[at].next;
    unlink_text(kept, at);
    kept->bytes -= twt_prepared_size(texts[at].prepared);
    kept->count--;
    twt_prepared_free(texts[at].prepared);
    texts[at].prepared = NULL;
    texts[at].next = kept->spare;
    kept->spare = at;
}

/* An empty place; NONE when memory is short. */
static uint32_t new_place(twt_kept_texts *kept)
{
    uint32_t at = kept->spare;
    if (at != NONE)
        kept->spare = kept->texts.data[at].next;
    else if (twt_vec_push(&kept->texts, ((struct twt_kept_text){.prepared = NULL})))
        at = (uint32_t)kept->texts.count - 1;
    return at;
}

/* Takes what was prepared. */
static twt_status keep(twt_kept_texts *kept, uint32_t key, twt_prepared *prepared)
{
    size_t size = twt_prepared_size(prepared);
    while (kept->bytes + size > kept->room && kept->count >= STAYING)
        drop(kept, kept->oldest);
    uint32_t at = new_place(kept);
    if (at == NONE) {
        twt_prepared_free(prepared);
        return TWT_ERROR_MEMORY;
    }
    uint32_t *head = head_of(kept, key);
    kept->texts.data[at] = (struct twt_kept_text){.key = key, .next = *head, .prepared = prepared};
    *head = at;
    kept->bytes += size;
    kept->count++;
    put_first(kept, at);
    return TWT_OK;
}

static twt_status read_text(twt_kept_texts *kept, uint32_t key, const char *text, size_t len, bool with_text)
{
    const twt_analysis *analysis;
    twt_prepared *prepared;
    twt_status status = twt_analyzer_run(kept->analyzer, text, len, &analysis, NULL);
    if (status == TWT_OK)
        status = twt_preparer_run(kept->preparer, analysis, with_text, &prepared);
    return status == TWT_OK ? keep(kept, key, prepared) : status;
}

/* Makes it the newest; false when it is not there. */
static bool find(twt_kept_texts *kept, uint32_t key)
{
    uint32_t at = *head_of(kept, key);
    while (at != NONE && kept->texts.data[at].key != key)
        at = kept->texts.data[at].next;
    if (at == NONE)
        return false;
    unlink_text(kept, at);
    put_first(kept, at);
    return true;
}

twt_status twt_kept_texts_get(twt_kept_texts *kept, const twt_profile *profile, const twt_store *store,
                              uint32_t document, const twt_prepared **out)
{
    twt_status status = begin(kept, profile);
    const twt_document *from = twt_store_look(store, document); /* also when it was read: its bytes are looked at */
    if (status == TWT_OK && !find(kept, key_of(document, false))) {
        status = read_text(kept, key_of(document, false), from->text, from->text_len, false);
        kept->read += status == TWT_OK;
    }
    if (status == TWT_OK)
        *out = kept->texts.data[kept->newest].prepared;
    return status;
}

/* Fills kept->masked with the newest text, and notes whether there is anything in it that recurs. */
static twt_status mask_newest(twt_kept_texts *kept, const twt_recurring *recurring)
{
    twt_status status;
    struct twt_kept_text *text = &kept->texts.data[kept->newest];
    bool holds_some = twt_recurring_mask(recurring, twt_prepared_analysis(text->prepared), &kept->masked, &status);
    if (status == TWT_OK)
        text->recurring = holds_some ? HOLDS_SOME : HOLDS_NONE;
    return status;
}

twt_status twt_kept_texts_get_masked(twt_kept_texts *kept, const twt_profile *profile, const twt_store *store,
                                     const twt_recurring *recurring, uint32_t document, const twt_prepared **out)
{
    const twt_prepared *whole;
    uint32_t key = key_of(document, true);
    *out = NULL;
    twt_status status = twt_kept_texts_get(kept, profile, store, document, &whole);
    if (status == TWT_OK && kept->texts.data[kept->newest].recurring == NOT_LOOKED_AT)
        status = mask_newest(kept, recurring);
    if (status != TWT_OK || kept->texts.data[kept->newest].recurring == HOLDS_NONE)
        return status;
    if (!find(kept, key)) {
        status = mask_newest(kept, recurring);
        if (status == TWT_OK)
            status = read_text(kept, key, kept->masked.data, kept->masked.count, true);
    }
    if (status == TWT_OK)
        *out = kept->texts.data[kept->newest].prepared;
    return status;
}

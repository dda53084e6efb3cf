/* A text is read into the analyzer and kept prepared, since an analyzer holds far more than its result. */
#include "scan/kept_texts.h"

#include "base/alloc.h"

enum { /* what is noted of a whole text: whether it holds what recurs */
       NOT_LOOKED_AT,
       HOLDS_NONE,
       HOLDS_SOME
};

/* A document has two keys: whole, and without what recurs. */
static uint32_t key_of(uint32_t document, bool is_masked)
{
    return 2 * document + is_masked;
}

/* Lets go of the text that was asked for four texts ago: the next one takes its place. */
static void make_way(twt_kept_texts *kept)
{
    twt_kept_text **place = &kept->held[kept->next];
    if (*place)
        twt_shelf_release(kept->shelf, *place);
    *place = NULL;
}

static void hold(twt_kept_texts *kept, twt_kept_text *text)
{
    kept->held[kept->next] = text;
    kept->next = (kept->next + 1) % TWT_TEXTS_HELD;
}

static void close_shelf(twt_kept_texts *kept)
{
    if (kept->own)
        twt_shelf_free(kept->own);
    twt_free(kept->own);
    kept->own = NULL;
}

void twt_kept_texts_free(twt_kept_texts *kept)
{
    for (size_t i = 0; i < TWT_TEXTS_HELD; i++) {
        make_way(kept);
        hold(kept, NULL);
    }
    close_shelf(kept);
    twt_analyzer_free(kept->analyzer);
    twt_preparer_free(kept->preparer);
    twt_bytes_free(&kept->masked);
    *kept = (twt_kept_texts){0};
}

static twt_status open_shelf(twt_kept_texts *kept)
{
    kept->own = twt_alloc_zeroed(1, sizeof *kept->own);
    twt_status status = kept->own ? twt_shelf_init(kept->own, TWT_KEPT_TEXTS_BYTES) : TWT_ERROR_MEMORY;
    if (status == TWT_OK)
        kept->shelf = kept->own;
    else
        close_shelf(kept);
    return status;
}

static twt_status begin(twt_kept_texts *kept, const twt_profile *profile)
{
    twt_status status = kept->shelf ? TWT_OK : open_shelf(kept);
    if (status == TWT_OK && !kept->analyzer)
        status = twt_analyzer_new(profile, &kept->analyzer);
    if (status == TWT_OK && !kept->preparer)
        status = twt_preparer_new(&kept->preparer);
    return status;
}

static twt_status read_text(twt_kept_texts *kept, uint32_t key, const char *text, size_t len, bool with_text,
                            twt_kept_text **out)
{
    const twt_analysis *analysis;
    twt_prepared *prepared;
    twt_status status = twt_analyzer_run(kept->analyzer, text, len, &analysis, NULL);
    if (status == TWT_OK)
        status = twt_preparer_run(kept->preparer, analysis, with_text, &prepared);
    return status == TWT_OK ? twt_shelf_put(kept->shelf, key, prepared, out) : status;
}

static twt_status get(twt_kept_texts *kept, const twt_profile *profile, const twt_store *store, uint32_t document,
                      twt_kept_text **out)
{
    uint32_t key = key_of(document, false);
    twt_status status = begin(kept, profile);
    const twt_document *from = twt_store_look(store, document); /* also when it was read: its bytes are looked at */
    if (status != TWT_OK)
        return status;
    make_way(kept);
    *out = twt_shelf_take(kept->shelf, key);
    if (!*out) {
        status = read_text(kept, key, from->text, from->text_len, false, out);
        kept->read += status == TWT_OK;
    }
    if (status == TWT_OK)
        hold(kept, *out);
    return status;
}

twt_status twt_kept_texts_get(twt_kept_texts *kept, const twt_profile *profile, const twt_store *store,
                              uint32_t document, const twt_prepared **out)
{
    twt_kept_text *text;
    twt_status status = get(kept, profile, store, document, &text);
    if (status == TWT_OK)
        *out = text->prepared;
    return status;
}

/* Fills kept->masked, and notes whether there is anything in the text that recurs. */
static twt_status mask(twt_kept_texts *kept, const twt_recurring *recurring, twt_kept_text *whole)
{
    twt_status status;
    bool holds_some = twt_recurring_mask(recurring, twt_prepared_analysis(whole->prepared), &kept->masked, &status);
    if (status == TWT_OK)
        whole->note = holds_some ? HOLDS_SOME : HOLDS_NONE;
    return status;
}

twt_status twt_kept_texts_get_masked(twt_kept_texts *kept, const twt_profile *profile, const twt_store *store,
                                     const twt_recurring *recurring, uint32_t document, const twt_prepared **out)
{
    twt_kept_text *whole, *text;
    uint32_t key = key_of(document, true);
    *out = NULL;
    twt_status status = get(kept, profile, store, document, &whole);
    bool is_masked = status == TWT_OK && whole->note == NOT_LOOKED_AT;
    if (is_masked)
        status = mask(kept, recurring, whole);
    if (status != TWT_OK || whole->note == HOLDS_NONE)
        return status;
    make_way(kept);
    text = twt_shelf_take(kept->shelf, key);
    if (!text && !is_masked)
        status = mask(kept, recurring, whole);
    if (status == TWT_OK && !text)
        status = read_text(kept, key, kept->masked.data, kept->masked.count, true, &text);
    if (status != TWT_OK)
        return status;
    hold(kept, text);
    *out = text->prepared;
    return TWT_OK;
}

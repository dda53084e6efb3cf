/* A text is read into the analyzer and copied out in one piece, since an analyzer holds far more than its result. The
 * one that was asked for longest ago goes first (least recently used); the newest two always stay: they are the pair at
 * hand. */
#include "scan/kept_texts.h"

#include <string.h>

#include "base/alloc.h"
#include "base/hash.h"

#define NONE UINT32_MAX
enum { HEADS = 1024 };

struct twt_kept_text {
    uint32_t document, newer, older, next; /* next: in the list of its slot, or of the spare ones */
    size_t size;
    twt_analysis *analysis; /* and all that it points to but the text, in one piece */
};

void twt_kept_texts_free(twt_kept_texts *kept)
{
    for (size_t i = 0; i < kept->texts.count; i++)
        twt_free(kept->texts.data[i].analysis);
    twt_vec_free(&kept->texts);
    twt_vec_free(&kept->heads);
    twt_analyzer_free(kept->analyzer);
    *kept = (twt_kept_texts){0};
}

static twt_status begin(twt_kept_texts *kept, const twt_profile *profile)
{
    if (kept->heads.count)
        return TWT_OK;
    twt_status status = kept->analyzer ? TWT_OK : twt_analyzer_new(profile, &kept->analyzer);
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

static uint32_t *head_of(twt_kept_texts *kept, uint32_t document)
{
    return &kept->heads.data[twt_hash_mix(document) % HEADS];
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
    uint32_t *link = head_of(kept, texts[at].document);
    while (*link != at)
        link = &texts[*link].next;
    *link = texts[at].next;
    unlink_text(kept, at);
    kept->bytes -= texts[at].size;
    twt_free(texts[at].analysis);
    texts[at].analysis = NULL;
    texts[at].next = kept->spare;
    kept->spare = at;
}

/* An empty place; NONE when memory is short. */
static uint32_t new_place(twt_kept_texts *kept)
{
    uint32_t at = kept->spare;
    if (at != NONE)
        kept->spare = kept->texts.data[at].next;
    else if (twt_vec_push(&kept->texts, ((struct twt_kept_text){.analysis = NULL})))
        at = (uint32_t)kept->texts.count - 1;
    return at;
}

/* Copies len bytes to *at and moves *at behind them, to the next multiple of eight; returns the copy. */
static const void *copy(char **at, const void *bytes, size_t len)
{
    void *to = *at;
    if (len)
        memcpy(to, bytes, len);
    *at += (len + 7) & ~(size_t)7;
    return to;
}

static size_t size_of(const twt_analysis *a)
{
    return sizeof *a + a->token_count * sizeof *a->tokens + a->sentence_count * sizeof *a->sentences +
           (a->shingle_count + a->shingle_set_count) * sizeof *a->shingles + a->norm_len + 6 * 8;
}

static void copy_analysis(twt_analysis *to, const twt_analysis *from)
{
    char *at = (char *)to;
    *to = *from;
    at += (sizeof *to + 7) & ~(size_t)7;
    to->tokens = copy(&at, from->tokens, from->token_count * sizeof *from->tokens);
    to->shingles = copy(&at, from->shingles, from->shingle_count * sizeof *from->shingles);
    to->shingle_set = copy(&at, from->shingle_set, from->shingle_set_count * sizeof *from->shingle_set);
    to->sentences = copy(&at, from->sentences, from->sentence_count * sizeof *from->sentences);
    to->norm = copy(&at, from->norm, from->norm_len);
}

static twt_status keep(twt_kept_texts *kept, uint32_t document, const twt_analysis *analysis)
{
    size_t size = size_of(analysis);
    while (kept->bytes + size > kept->room && kept->oldest != kept->newest)
        drop(kept, kept->oldest);
    twt_analysis *copied = twt_alloc_array(size, 1);
    uint32_t at = copied ? new_place(kept) : NONE;
    if (at == NONE) {
        twt_free(copied);
        return TWT_ERROR_MEMORY;
    }
    uint32_t *head = head_of(kept, document);
    kept->texts.data[at] =
        (struct twt_kept_text){.document = document, .next = *head, .size = size, .analysis = copied};
    copy_analysis(copied, analysis);
    *head = at;
    kept->bytes += size;
    put_first(kept, at);
    return TWT_OK;
}

static uint32_t find(twt_kept_texts *kept, uint32_t document)
{
    uint32_t at = *head_of(kept, document);
    while (at != NONE && kept->texts.data[at].document != document)
        at = kept->texts.data[at].next;
    return at;
}

twt_status twt_kept_texts_get(twt_kept_texts *kept, const twt_profile *profile, const twt_store *store,
                              uint32_t document, const twt_analysis **out)
{
    twt_status status = begin(kept, profile);
    const twt_document *from = twt_store_look(store, document); /* also when it was read: its bytes are looked at */
    uint32_t at = status == TWT_OK ? find(kept, document) : NONE;
    if (at != NONE) {
        unlink_text(kept, at);
        put_first(kept, at);
    } else if (status == TWT_OK) {
        const twt_analysis *analysis;
        status = twt_analyzer_run(kept->analyzer, from->text, from->text_len, &analysis, NULL);
        if (status == TWT_OK)
            status = keep(kept, document, analysis);
        kept->read += status == TWT_OK;
    }
    if (status == TWT_OK)
        *out = kept->texts.data[kept->newest].analysis;
    return status;
}

#include "edits.h"

#include <string.h>

#include "base/rng.h"

enum { TEMPLATE_NUMBERS = 8 };

typedef struct editor {
    const vocabulary *words;
    uint64_t *rng;
    double rate;
    const char *text;
    buffer *out;
} editor;

const char *edit_name(edit_kind kind)
{
    static const char *const names[EDIT_KINDS] = {"exact", "edited", "spun", "excerpt", "template", "noisy"};
    return names[kind];
}

static double random_between(uint64_t *rng, double low, double high)
{
    return low + (high - low) * (double)(twt_rng_next(rng) >> 11) * 0x1p-53;
}

static bool happens(editor *e)
{
    return random_between(e->rng, 0, 1) < e->rate;
}

bool edit_fits(edit_kind kind, const char *text, size_t len)
{
    word w = {.end = 0};
    size_t numbers = 0;
    while (kind == EDIT_TEMPLATE && numbers < TEMPLATE_NUMBERS && word_next(text, len, w.end, &w))
        numbers += w.is_number;
    return kind != EDIT_TEMPLATE || numbers == TEMPLATE_NUMBERS;
}

size_t edit_sentence_begin(const char *text, size_t len, size_t from)
{
    for (size_t i = from; i + 2 < len; i++)
        if ((strchr(".!?", text[i]) && text[i + 1] == ' ') || text[i] == '\n')
            return i + 1 + (text[i] != '\n');
    return len;
}

/* Word by word, what stands between them unchanged. */
static void edit_words(editor *e, size_t len, void (*edit)(editor *e, const word *w))
{
    size_t done = 0;
    word w = {.end = 0};
    while (word_next(e->text, len, done, &w)) {
        buffer_add(e->out, e->text + done, w.begin - done);
        edit(e, &w);
        done = w.end;
    }
    buffer_add(e->out, e->text + done, len - done);
}

static void keep(editor *e, const word *w)
{
    buffer_add(e->out, e->text + w->begin, w->end - w->begin);
}

static void substitute(editor *e, const word *w)
{
    vocabulary_substitute(e->words, e->rng, e->text + w->begin, w->end - w->begin, e->out);
}

static void edit_word(editor *e, const word *w)
{
    if (!happens(e)) {
        keep(e, w);
        return;
    }
    switch (twt_rng_next(e->rng) % 3) {
    case 0: /* gone */
        break;
    case 1:
        substitute(e, w);
        break;
    default:
        keep(e, w);
        buffer_add(e->out, " ", 1);
        substitute(e, w);
    }
}

static void spin_word(editor *e, const word *w)
{
    (!w->is_number && happens(e) ? substitute : keep)(e, w);
}

static void renew_number(editor *e, const word *w)
{
    if (!w->is_number) {
        keep(e, w);
        return;
    }
    for (size_t i = w->begin; i < w->end; i++) {
        char digit = (char)('0' + (i > w->begin ? twt_rng_next(e->rng) % 10 : 1 + twt_rng_next(e->rng) % 9));
        buffer_add(e->out, &digit, 1);
    }
}

static void misread_word(editor *e, const word *w)
{
    static const char letters[] = "ecliaohbntfurmsgqdw", misread[] = "ceilocbhuftnnn5qgov";
    for (size_t i = w->begin; i < w->end; i++) {
        char c = e->text[i];
        bool is_ascii = (unsigned char)c < 0x80;
        const char *place = is_ascii ? strchr(letters, c) : NULL;
        if (!is_ascii || !happens(e))
            buffer_add(e->out, &c, 1);
        else if (twt_rng_next(e->rng) % 8 == 0)
            buffer_add(e->out, " ", twt_rng_next(e->rng) % 2); /* lost, or a blank */
        else
            buffer_add(e->out, place ? &misread[place - letters] : "t", 1);
    }
}

static size_t cut(uint64_t *rng, const char *text, size_t len, double least, double most)
{
    return edit_sentence_begin(text, len, (size_t)((double)len * random_between(rng, least, most)));
}

static void take_excerpt(editor *e, size_t len)
{
    double part = random_between(e->rng, .33, .67);
    size_t begin = (size_t)((double)len * random_between(e->rng, 0, 1 - part));
    begin = begin ? edit_sentence_begin(e->text, len, begin) : 0;
    size_t end = edit_sentence_begin(
        e->text, len, begin + (size_t)((double)len * part) < len ? begin + (size_t)((double)len * part) : len);
    buffer_add(e->out, e->text + begin, end - begin);
}

void edit_run(edit_kind kind, const vocabulary *v, uint64_t *rng, const char *text, size_t len, buffer *out)
{
    editor e = {.words = v, .rng = rng, .text = text, .out = out};
    switch (kind) {
    case EDIT_EDITED:
        e.rate = random_between(rng, .01, .05);
        edit_words(&e, twt_rng_next(rng) % 2 ? cut(rng, text, len, .6, .9) : len, edit_word);
        break;
    case EDIT_SPUN:
        e.rate = random_between(rng, .25, .5);
        edit_words(&e, len, spin_word);
        break;
    case EDIT_EXCERPT:
        take_excerpt(&e, len);
        break;
    case EDIT_TEMPLATE:
        edit_words(&e, len, renew_number);
        break;
    case EDIT_NOISY:
        e.rate = random_between(rng, .01, .08);
        edit_words(&e, len, misread_word);
        break;
    default:
        buffer_add(out, text, len);
    }
}

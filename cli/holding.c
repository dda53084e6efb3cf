#include "holding.h"

#include <stdlib.h>
#include <string.h>

static size_t size_of(const char *string)
{
    return string ? strlen(string) + 1 : 0;
}

static const char *place(char **next, const char *string)
{
    size_t size = size_of(string);
    char *copy = *next;
    if (!string)
        return NULL;
    memcpy(copy, string, size);
    *next += size;
    return copy;
}

bool holding_copy(held_document *held, const twt_document *document)
{
    holding_free(held);
    char *next = malloc(document->text_len + 1 + size_of(document->id) + size_of(document->title) +
                        size_of(document->source) + size_of(document->url) + size_of(document->path));
    if (!next)
        return false;
    held->memory = next;
    held->document = *document;
    held->document.text = next;
    if (document->text_len)
        memcpy(next, document->text, document->text_len);
    next[document->text_len] = '\0';
    next += document->text_len + 1;
    held->document.id = place(&next, document->id);
    held->document.title = place(&next, document->title);
    held->document.source = place(&next, document->source);
    held->document.url = place(&next, document->url);
    held->document.path = place(&next, document->path);
    return true;
}

void holding_free(held_document *held)
{
    free(held->memory);
    memset(held, 0, sizeof *held);
}

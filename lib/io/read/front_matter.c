/* libyaml reads the block as events, so that an alias stays a name and can't grow; nesting is bounded by it, the
 * block's length by us. */
#include "io/read/front_matter.h"

#include <string.h>
#include <yaml.h>

#include "io/read/blank.h"
#include "io/read/fields.h"

#define BLOCK_MAX ((size_t)64 << 10)
#define BRACKETS_MAX 500

typedef struct found { /* offsets into strings, 0: not given */
    size_t at[TWT_FIELD_METADATA];
    size_t date;
} found;

/* Behind the line that begins at at, its end included. */
static size_t line_end(const char *text, size_t len, size_t at)
{
    const char *stop = memchr(text + at, '\n', len - at);
    return stop ? (size_t)(stop + 1 - text) : len;
}

static bool is_fence(const char *text, size_t begin, size_t end, char c)
{
    while (end > begin && twt_is_space(text[end - 1]))
        end--;
    return end - begin == 3 && text[begin] == c && text[begin + 1] == c && text[begin + 2] == c;
}

/* The block without its fences and where the text behind begins; false when there is none. A blanked byte order mark
 * may stand before it. */
static bool find_block(const char *text, size_t len, size_t *begin, size_t *end, size_t *behind)
{
    size_t first = len > 3 && memcmp(text, "   ", 3) == 0 ? 3 : 0;
    *begin = line_end(text, len, first);
    if (!is_fence(text, first, *begin, '-'))
        return false;
    size_t limit = len - *begin > BLOCK_MAX ? *begin + BLOCK_MAX : len;
    for (*end = *begin; *end < limit; *end = *behind) {
        *behind = line_end(text, len, *end);
        if (is_fence(text, *end, *behind, '-') || is_fence(text, *end, *behind, '.'))
            return true;
    }
    return false;
}

static bool has_many_brackets(const char *block, size_t len)
{
    size_t count = 0;
    for (size_t i = 0; i < len; i++)
        count += block[i] == '[' || block[i] == '{';
    return count > BRACKETS_MAX;
}

static bool is_named(const yaml_event_t *event, const char *name)
{
    return event->data.scalar.length == strlen(name) && memcmp(event->data.scalar.value, name, strlen(name)) == 0;
}

static bool is_null(const yaml_event_t *event)
{
    return event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE &&
           (event->data.scalar.length == 0 || is_named(event, "~") || is_named(event, "null"));
}

/* Where the value of a key goes; NULL for any other key. */
static size_t *slot_of(found *out, const twt_field *fields, const yaml_event_t *key)
{
    if (is_named(key, "date"))
        return &out->date;
    for (size_t i = 0; i < TWT_FIELD_METADATA; i++)
        if (is_named(key, fields[i].name))
            return &out->at[i];
    return NULL;
}

/* Appends a value; one that holds a NUL is none. */
static bool keep(twt_bytes *strings, size_t *slot, const yaml_event_t *event)
{
    const char *value = (const char *)event->data.scalar.value;
    size_t len = event->data.scalar.length;
    if (*slot || is_null(event) || memchr(value, '\0', len))
        return true;
    *slot = strings->count;
    return twt_bytes_append(strings, value, len) && twt_bytes_append(strings, "", 1);
}

typedef enum outcome { GOOD, NO_MAPPING, NO_MEMORY } outcome;

typedef struct state {
    int depth;   /* of what is open, the mapping itself included */
    bool is_key; /* comes next in the mapping */
    bool has_mapping;
    int documents;
    size_t *slot; /* of the key that was read */
    const twt_field *fields;
    twt_bytes *strings;
    found *out;
} state;

static outcome take_node(state *s, const yaml_event_t *event)
{
    bool is_scalar = event->type == YAML_SCALAR_EVENT;
    if (s->depth == 0) {
        s->has_mapping = s->is_key = event->type == YAML_MAPPING_START_EVENT;
        return s->has_mapping ? GOOD : NO_MAPPING;
    }
    if (s->depth > 1)
        return GOOD;
    if (s->is_key)
        s->slot = is_scalar ? slot_of(s->out, s->fields, event) : NULL;
    else if (is_scalar && s->slot && !keep(s->strings, s->slot, event))
        return NO_MEMORY;
    s->is_key = !s->is_key;
    return GOOD;
}

static outcome take_event(state *s, const yaml_event_t *event)
{
    outcome result = GOOD;
    switch (event->type) {
    case YAML_DOCUMENT_START_EVENT:
        return ++s->documents > 1 ? NO_MAPPING : GOOD;
    case YAML_SCALAR_EVENT:
    case YAML_ALIAS_EVENT:
        return take_node(s, event);
    case YAML_MAPPING_START_EVENT:
    case YAML_SEQUENCE_START_EVENT:
        result = take_node(s, event);
        s->depth++;
        return result;
    case YAML_MAPPING_END_EVENT:
    case YAML_SEQUENCE_END_EVENT:
        s->depth--;
        return GOOD;
    default:
        return GOOD;
    }
}

static outcome parse(const char *block, size_t len, state *s)
{
    yaml_parser_t parser;
    yaml_event_t event;
    outcome result = GOOD;
    bool is_ended = false;
    if (!yaml_parser_initialize(&parser))
        return NO_MEMORY;
    yaml_parser_set_input_string(&parser, (const unsigned char *)block, len);
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
    while (result == GOOD && !is_ended) {
        if (yaml_parser_parse(&parser, &event)) {
            is_ended = event.type == YAML_STREAM_END_EVENT;
            result = take_event(s, &event);
            yaml_event_delete(&event);
        } else {
            result = parser.error == YAML_MEMORY_ERROR ? NO_MEMORY : NO_MAPPING;
        }
    }
    yaml_parser_delete(&parser);
    return result == GOOD && !s->has_mapping ? NO_MAPPING : result;
}

/* A value that makes no sense is left out, the others count. */
static void apply(const twt_field given[TWT_FIELD_METADATA], twt_document *document)
{
    const char *reason;
    for (size_t i = 0; i < TWT_FIELD_METADATA; i++) {
        twt_field one[TWT_FIELDS];
        twt_fields_init(one);
        one[i].value = given[i].value;
        (void)!twt_fields_apply(one, document, &reason);
    }
}

twt_status twt_front_matter_take(char *text, size_t len, twt_bytes *strings, twt_document *document)
{
    size_t begin, end, behind;
    found at = {{0}, 0};
    twt_field fields[TWT_FIELDS];
    twt_fields_init(fields);
    if (!find_block(text, len, &begin, &end, &behind) || has_many_brackets(text + begin, end - begin))
        return TWT_OK;
    strings->count = 0;
    if (!twt_bytes_append(strings, "", 1)) /* offset 0 is nobody's */
        return TWT_ERROR_MEMORY;
    state s = {.fields = fields, .strings = strings, .out = &at};
    outcome result = parse(text + begin, end - begin, &s);
    if (result == NO_MEMORY)
        return TWT_ERROR_MEMORY;
    if (result == NO_MAPPING)
        return TWT_OK;
    if (!at.at[TWT_FIELD_PUBLISHED])
        at.at[TWT_FIELD_PUBLISHED] = at.date;
    for (size_t i = 0; i < TWT_FIELD_METADATA; i++)
        fields[i].value = at.at[i] ? strings->data + at.at[i] : NULL;
    apply(fields, document);
    twt_blank(text, 0, behind);
    return TWT_OK;
}

/* Strings lie one behind the other in one buffer; entries hold offsets into it, a hash table holds entries by id. */
#include <fcntl.h>
#include <string.h>

#include "base/hash.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "io/read/blank.h"
#include "io/read/csv.h"
#include "io/read/fault.h"
#include "io/read/jsonl.h"
#include "twicetold/io.h"

#define RECORD_MAX ((size_t)16 << 20)
#define FIRST_BYTES 16

typedef struct entry { /* offsets into strings, 0: not given */
    size_t id, title, source, url;
    twt_time published;
    twt_tier tier;
} entry;

struct twt_metadata {
    twt_bytes strings;
    TWT_VEC(entry) entries;
    uint32_t *slots; /* open addressing: number of the entry + 1, 0 is free */
    size_t slot_count;
};

typedef struct loader {
    twt_metadata *metadata;
    twt_jsonl jsonl;
    twt_csv csv;
    size_t column_count;
    size_t columns[TWT_FIELDS]; /* column of a field + 1, 0 when there is none */
    const char *path;
    twt_fault *fault;
} loader;

/* ---- the table ---- */

static uint32_t *find_slot(const twt_metadata *metadata, const char *id)
{
    size_t slot = twt_hash_bytes(id, strlen(id)) & (metadata->slot_count - 1);
    for (;; slot = (slot + 1) & (metadata->slot_count - 1)) {
        uint32_t number = metadata->slots[slot];
        if (number == 0 || strcmp(metadata->strings.data + metadata->entries.data[number - 1].id, id) == 0)
            return &metadata->slots[slot];
    }
}

static bool make_room(twt_metadata *metadata)
{
    if (metadata->entries.count * 2 < metadata->slot_count)
        return true;
    size_t count = metadata->slot_count ? metadata->slot_count * 2 : 64;
    uint32_t *grown = twt_alloc_zeroed(count, sizeof *grown);
    if (!grown)
        return false;
    twt_free(metadata->slots);
    metadata->slots = grown;
    metadata->slot_count = count;
    for (size_t i = 0; i < metadata->entries.count; i++)
        *find_slot(metadata, metadata->strings.data + metadata->entries.data[i].id) = (uint32_t)(i + 1);
    return true;
}

static bool keep(twt_metadata *metadata, const char *value, size_t *at)
{
    *at = 0;
    if (!value)
        return true;
    *at = metadata->strings.count;
    return twt_bytes_append(&metadata->strings, value, strlen(value) + 1);
}

static twt_status refuse(const loader *l, twt_status status, uint64_t line, const char *reason)
{
    return twt_fail_at(l->fault, status, l->path, line, TWT_NOWHERE, reason);
}

static twt_status add_entry(loader *l, const twt_field fields[TWT_FIELDS], uint64_t line)
{
    twt_metadata *metadata = l->metadata;
    twt_document values = {0};
    const char *reason = NULL;
    if (!fields[TWT_FIELD_ID].value || fields[TWT_FIELD_ID].len == 0)
        return refuse(l, TWT_ERROR_FORMAT, line, "id is missing");
    twt_status status = twt_fields_apply(fields, &values, &reason);
    if (status != TWT_OK)
        return refuse(l, status, line, reason);
    if (metadata->entries.count >= TWT_DOCUMENTS_MAX)
        return refuse(l, TWT_ERROR_TOO_LARGE, line, "more ids than documents are allowed");
    if (!make_room(metadata) || !twt_vec_reserve(&metadata->entries, 1))
        return refuse(l, TWT_ERROR_MEMORY, line, NULL);
    uint32_t *slot = find_slot(metadata, fields[TWT_FIELD_ID].value);
    if (*slot)
        return refuse(l, TWT_ERROR_DUPLICATE_ID, line, "an id twice");
    entry e = {.published = values.published, .tier = values.tier};
    if (!keep(metadata, fields[TWT_FIELD_ID].value, &e.id) || !keep(metadata, values.title, &e.title) ||
        !keep(metadata, values.source, &e.source) || !keep(metadata, values.url, &e.url))
        return refuse(l, TWT_ERROR_MEMORY, line, NULL);
    metadata->entries.data[metadata->entries.count++] = e;
    *slot = (uint32_t)metadata->entries.count;
    return TWT_OK;
}

/* ---- JSONL ---- */

static twt_status load_jsonl(loader *l)
{
    for (;;) {
        twt_field fields[TWT_FIELDS];
        twt_fields_init(fields);
        twt_status status = twt_jsonl_object(&l->jsonl, fields, TWT_FIELD_TEXT, l->fault);
        if (status == TWT_END)
            return TWT_OK;
        if (status != TWT_OK && l->fault)
            l->fault->path = l->path;
        if (status == TWT_OK)
            status = add_entry(l, fields, l->jsonl.source.line);
        if (status != TWT_OK)
            return status;
    }
}

/* ---- CSV ---- */

static twt_status next_record(loader *l)
{
    const char *reason = NULL;
    twt_status status = twt_csv_next(&l->csv, &l->jsonl.source, &reason);
    if (status == TWT_ERROR_IO)
        return twt_fail_os(l->fault, l->path, l->jsonl.source.os_error);
    if (status != TWT_OK)
        return status == TWT_END ? status : refuse(l, status, l->csv.line, reason);
    size_t len = l->csv.bytes.count;
    if (twt_utf8_check(l->csv.bytes.data, len) < len)
        return refuse(l, TWT_ERROR_UTF8, l->csv.line, "malformed UTF-8");
    return TWT_OK;
}

static twt_status read_header(loader *l, const twt_field fields[TWT_FIELDS])
{
    twt_status status = next_record(l);
    if (status != TWT_OK)
        return status == TWT_END ? refuse(l, TWT_ERROR_EMPTY, 0, NULL) : status;
    l->column_count = l->csv.cells.count;
    for (size_t i = 0; i < l->column_count; i++)
        for (size_t j = 0; j < TWT_FIELD_TEXT; j++) {
            if (strcmp(l->csv.bytes.data + l->csv.cells.data[i].begin, fields[j].name) != 0)
                continue;
            if (l->columns[j])
                return refuse(l, TWT_ERROR_FORMAT, l->csv.line, "a column twice");
            l->columns[j] = i + 1;
        }
    return l->columns[TWT_FIELD_ID] ? TWT_OK : refuse(l, TWT_ERROR_FORMAT, l->csv.line, "no column is named id");
}

/* An empty cell is a value not given. */
static void take_cells(const loader *l, twt_field fields[TWT_FIELDS])
{
    for (size_t j = 0; j < TWT_FIELD_TEXT; j++) {
        if (!l->columns[j])
            continue;
        twt_csv_cell cell = l->csv.cells.data[l->columns[j] - 1];
        fields[j].value = cell.len > 0 ? l->csv.bytes.data + cell.begin : NULL;
        fields[j].len = cell.len;
    }
}

static twt_status load_csv(loader *l)
{
    twt_field fields[TWT_FIELDS];
    twt_fields_init(fields);
    twt_status status = read_header(l, fields);
    while (status == TWT_OK) {
        status = next_record(l);
        if (status == TWT_END)
            return TWT_OK;
        if (status == TWT_OK && l->csv.cells.count != l->column_count)
            return refuse(l, TWT_ERROR_FORMAT, l->csv.line, "not as many columns as the header line");
        if (status != TWT_OK)
            return status;
        take_cells(l, fields);
        status = add_entry(l, fields, l->csv.line);
    }
    return status;
}

/* ---- the handle ---- */

static bool ends_with(const char *path, const char *suffix)
{
    size_t len = strlen(path), suffix_len = strlen(suffix);
    return len >= suffix_len && strcmp(path + len - suffix_len, suffix) == 0;
}

/* By name; else by the first byte. */
static bool is_jsonl(const char *path, const char *bytes, size_t len)
{
    if (ends_with(path, ".csv") || ends_with(path, ".jsonl") || ends_with(path, ".ndjson"))
        return !ends_with(path, ".csv");
    size_t at = len >= 3 && memcmp(bytes, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
    while (at < len && twt_is_space(bytes[at]))
        at++;
    return at < len && bytes[at] == '{';
}

static twt_status load(loader *l)
{
    const char *bytes;
    size_t len;
    twt_status status = twt_source_open(&l->jsonl.source, AT_FDCWD, l->path, true, l->path, l->fault);
    if (status == TWT_OK)
        status = twt_jsonl_check(&l->jsonl.source, l->path, l->fault);
    if (status == TWT_OK && twt_source_peek(&l->jsonl.source, FIRST_BYTES, &bytes, &len) != TWT_OK)
        status = twt_fail_os(l->fault, l->path, l->jsonl.source.os_error);
    if (status != TWT_OK)
        return status;
    if (!twt_bytes_append(&l->metadata->strings, "", 1)) /* offset 0 is nobody's */
        return refuse(l, TWT_ERROR_MEMORY, 0, NULL);
    return is_jsonl(l->path, bytes, len) ? load_jsonl(l) : load_csv(l);
}

twt_status twt_metadata_open(const char *path, twt_metadata **out, twt_fault *fault)
{
    *out = NULL;
    loader l = {.path = path, .fault = fault, .metadata = twt_alloc_zeroed(1, sizeof **out)};
    l.jsonl.source.bytes_max = RECORD_MAX;
    twt_status status = l.metadata ? load(&l) : refuse(&l, TWT_ERROR_MEMORY, 0, NULL);
    twt_jsonl_free(&l.jsonl);
    twt_csv_free(&l.csv);
    if (status == TWT_OK)
        *out = l.metadata;
    else
        twt_metadata_free(l.metadata);
    return status;
}

void twt_metadata_free(twt_metadata *metadata)
{
    if (!metadata)
        return;
    twt_bytes_free(&metadata->strings);
    twt_vec_free(&metadata->entries);
    twt_free(metadata->slots);
    twt_free(metadata);
}

bool twt_metadata_apply(const twt_metadata *metadata, twt_document *document)
{
    uint32_t number = metadata->slot_count ? *find_slot(metadata, document->id) : 0;
    if (number == 0)
        return false;
    const entry *e = &metadata->entries.data[number - 1];
    if (e->title)
        document->title = metadata->strings.data + e->title;
    if (e->source)
        document->source = metadata->strings.data + e->source;
    if (e->url)
        document->url = metadata->strings.data + e->url;
    if (e->published.precision != TWT_PRECISION_NONE)
        document->published = e->published;
    if (e->tier != TWT_TIER_UNKNOWN)
        document->tier = e->tier;
    return true;
}

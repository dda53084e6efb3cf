#include "io/read/fields.h"

#include "twicetold/io.h"

#define FIELD(name)                                                                                                    \
    {                                                                                                                  \
        name, name " is no string", NULL, 0, false                                                                     \
    }

void twt_fields_init(twt_field fields[TWT_FIELDS])
{
    static const twt_field blank[TWT_FIELDS] = {
        [TWT_FIELD_TITLE] = FIELD("title"),   [TWT_FIELD_PUBLISHED] = FIELD("published"),
        [TWT_FIELD_SOURCE] = FIELD("source"), [TWT_FIELD_URL] = FIELD("url"),
        [TWT_FIELD_TIER] = FIELD("tier"),     [TWT_FIELD_ID] = FIELD("id"),
        [TWT_FIELD_TEXT] = FIELD("text")};
    for (size_t i = 0; i < TWT_FIELDS; i++)
        fields[i] = blank[i];
    fields[TWT_FIELD_TEXT].takes_nul = true;
}

twt_status twt_fields_apply(const twt_field fields[TWT_FIELD_METADATA], twt_document *document, const char **reason)
{
    twt_time published = document->published;
    twt_tier tier = document->tier;
    if (fields[TWT_FIELD_PUBLISHED].value && twt_time_parse(fields[TWT_FIELD_PUBLISHED].value, &published)) {
        *reason = "published is no ISO 8601 date or time";
        return TWT_ERROR_FORMAT;
    }
    if (fields[TWT_FIELD_TIER].value && twt_tier_parse(fields[TWT_FIELD_TIER].value, &tier)) {
        *reason = "tier is none of official, agency, outlet, other";
        return TWT_ERROR_FORMAT;
    }
    document->published = published;
    document->tier = tier;
    if (fields[TWT_FIELD_TITLE].value)
        document->title = fields[TWT_FIELD_TITLE].value;
    if (fields[TWT_FIELD_SOURCE].value)
        document->source = fields[TWT_FIELD_SOURCE].value;
    if (fields[TWT_FIELD_URL].value)
        document->url = fields[TWT_FIELD_URL].value;
    return TWT_OK;
}

#include "text/property.h"

#include <unictype.h>
#include <uniwbrk.h>

#include "twicetold/version.h"

static bool is_of(uint32_t code, uint32_t mask)
{
    return uc_is_general_category_withtable(code, mask);
}

bool twt_is_letter(uint32_t code)
{
    return is_of(code, UC_CATEGORY_MASK_L);
}

bool twt_is_mark(uint32_t code)
{
    return is_of(code, UC_CATEGORY_MASK_M);
}

bool twt_is_number(uint32_t code)
{
    return is_of(code, UC_CATEGORY_MASK_N);
}

bool twt_is_upper(uint32_t code)
{
    return is_of(code, UC_CATEGORY_MASK_Lu | UC_CATEGORY_MASK_Lt);
}

bool twt_is_lower(uint32_t code)
{
    return is_of(code, UC_CATEGORY_MASK_Ll);
}

bool twt_is_currency(uint32_t code)
{
    return is_of(code, UC_CATEGORY_MASK_Sc);
}

bool twt_is_blank(uint32_t code)
{
    if (code < 0x80)
        return code == ' ' || (code >= '\t' && code <= '\r');
    return uc_is_property_white_space(code);
}

bool twt_is_ignorable(uint32_t code)
{
    return code >= 0xad && uc_is_property_default_ignorable_code_point(code);
}

/* The iteration marks and 〆, which UAX #29 counts among the alphabetic letters. */
static bool is_ideograph_like(uint32_t code)
{
    return (code >= 0x3005 && code <= 0x3007) || code == 0x303b || code == 0x303c;
}

bool twt_is_spaceless(uint32_t code)
{
    if (code < 0xe00 || !is_of(code, UC_CATEGORY_MASK_L | UC_CATEGORY_MASK_Nl))
        return false;
    int property = uc_wordbreak_property(code);
    return property == WBP_OTHER || property == WBP_KATAKANA || is_ideograph_like(code);
}

bool twt_is_connector(uint32_t code)
{
    return code == '_' || (code >= 0x203f && uc_wordbreak_property(code) == WBP_EXTENDNUMLET);
}

/* libunistring does not tell the version of its data, but a code point that a version brought does. */
const char *twt_unicode_version(void)
{
    static const struct {
        uint32_t code;
        const char *version;
    } firsts[] = {{0x1c89, "16.0"}, {0x2ffc, "15.1"}, {0x0cf3, "15.0"}, {0x061d, "14.0"}, {0x08be, "13.0"},
                  {0x32ff, "12.1"}, {0x0c77, "12.0"}, {0x0560, "11.0"}, {0x0860, "10.0"}};
    for (unsigned i = 0; i < sizeof firsts / sizeof *firsts; i++)
        if (!is_of(firsts[i].code, UC_CATEGORY_MASK_Cn))
            return firsts[i].version;
    return "9.0";
}

/* What a code point is, by libunistring's Unicode data. */
#ifndef TWT_TEXT_PROPERTY_H
#define TWT_TEXT_PROPERTY_H

#include <stdbool.h>
#include <stdint.h>

bool twt_is_letter(uint32_t code);
bool twt_is_mark(uint32_t code);   /* combining, spacing or not */
bool twt_is_number(uint32_t code); /* decimal digits and every other number */
bool twt_is_upper(uint32_t code);  /* upper case or title case */
bool twt_is_lower(uint32_t code);
bool twt_is_currency(uint32_t code);
bool twt_is_blank(uint32_t code); /* white space of every kind, line ends too */

/* Leaves no trace in a word: soft hyphen, zero-width characters, marks of direction, variation selectors; in short
 * Default_Ignorable_Code_Point. */
bool twt_is_ignorable(uint32_t code);

/* A letter that UAX #29 leaves to dictionaries (ideographs, kana, Thai, Lao, Khmer, Myanmar): a token by itself. */
bool twt_is_spaceless(uint32_t code);

/* ExtendNumLet of UAX #29: "_" and its kin, which glue words. */
bool twt_is_connector(uint32_t code);

#endif

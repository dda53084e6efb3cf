/* Bytes, numbers and slices of text into a writer's buffer. */
#ifndef TWT_IO_WRITE_PUT_H
#define TWT_IO_WRITE_PUT_H

#include "twicetold/io.h"

/* Appends; a refused allocation is remembered until the end of the record. */
void twt_put(twt_writer *writer, const char *bytes, size_t len);
void twt_put_string(twt_writer *writer, const char *text);
void twt_put_number(twt_writer *writer, uint64_t number);
void twt_put_fixed(twt_writer *writer, double number, unsigned decimals);
void twt_put_signed(twt_writer *writer, double number, unsigned decimals); /* may be below 0 */

/* The digits of a number, not NUL-terminated; return how many bytes. fixed: a number from 0 up with a fixed count of
 * decimals (at most 9), half rounded up, with a point whatever the locale says; signed: one below 0 as well. */
enum { TWT_NUMBER_MAX = 32 };
size_t twt_format_number(char digits[TWT_NUMBER_MAX], uint64_t number);
size_t twt_format_fixed(char digits[TWT_NUMBER_MAX], double number, unsigned decimals);
size_t twt_format_signed(char digits[TWT_NUMBER_MAX], double number, unsigned decimals);

/* How an unsafe glyph is shown: \x1b, \u202e; a malformed byte (U+FFFD) as itself. Returns the length. */
enum { TWT_UNSAFE_FORM_MAX = 6 };
size_t twt_unsafe_form(uint32_t code_point, char form[TWT_UNSAFE_FORM_MAX]);

/* The bytes of a range, held inside the text. */
typedef struct twt_slice {
    const char *bytes;
    size_t len;
} twt_slice;
twt_slice twt_slice_of(const char *text, size_t text_len, twt_range range);

#endif

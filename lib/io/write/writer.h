/* What the writers share. A form (JSONL, CSV, text) is a table of functions that put bytes into the writer's buffer; a
 * record is put whole or, when memory is short, not at all. */
#ifndef TWT_IO_WRITE_WRITER_H
#define TWT_IO_WRITE_WRITER_H

#include "base/bytes.h"
#include "twicetold/io.h"

typedef struct twt_compared { /* the arguments of twt_writer_comparison; [0] is a */
    const char *id;
    const twt_document *documents[2];
    const twt_analysis *analyses[2];
    const twt_comparison *comparison;
} twt_compared;

typedef struct twt_checked { /* the arguments of twt_writer_checks */
    const char *id;
    const twt_document *documents[2];
    twt_relation relation;
    const twt_check *checks;
    size_t check_count;
} twt_checked;

typedef struct twt_writer_form { /* any entry but the records may be NULL */
    void (*begin)(twt_writer *writer);
    void (*pair)(twt_writer *writer, const twt_pair *pair);
    void (*cluster)(twt_writer *writer, uint32_t number, const twt_cluster *cluster);
    void (*link)(twt_writer *writer, const twt_link *link);
    void (*summary)(twt_writer *writer, const twt_summary *summary);
    void (*comparison)(twt_writer *writer, const twt_compared *compared);
    void (*checks)(twt_writer *writer, const twt_checked *checked); /* NULL: not in this form; so the next two */
    void (*account)(twt_writer *writer, const twt_account *account);
    void (*stats)(twt_writer *writer, const twt_stats *stats);
    void (*end)(twt_writer *writer); /* puts what was held back */
    void (*free_state)(twt_writer *writer);
} twt_writer_form;

extern const twt_writer_form twt_writer_form_jsonl, twt_writer_form_csv, twt_writer_form_text;

struct twt_writer {
    twt_writer_options options;
    const twt_writer_form *form;
    void *state;        /* the form's own */
    twt_bytes buffer;   /* ends with the record in the making */
    bool is_short;      /* an allocation of that record was refused */
    twt_status failure; /* the first of write, for good */
};

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

/* The document of a number; the writer has seen to it that there is one. */
const twt_document *twt_writer_document(const twt_writer *writer, uint32_t number);

/* The bytes of a range, held inside the text. */
typedef struct twt_slice {
    const char *bytes;
    size_t len;
} twt_slice;
twt_slice twt_slice_of(const char *text, size_t text_len, twt_range range);

/* The words of the contract for the enumerations that types.h does not name. */
const char *twt_first_name(twt_first first);
const char *twt_confidence_name(twt_confidence confidence);
const char *twt_signs_name(twt_signs signs);
const char *twt_passage_kind_name(twt_passage_kind kind);
const char *twt_change_kind_name(twt_change_kind kind);

#endif

/* What the writers share. A form (JSONL, CSV, text) is a table of functions that put bytes into the writer's buffer; a
 * record is put whole or, when memory is short, not at all. */
#ifndef TWT_IO_WRITE_WRITER_H
#define TWT_IO_WRITE_WRITER_H

#include "base/bytes.h"
#include "io/write/names.h"
#include "io/write/put.h"
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

/* The document of a number; the writer has seen to it that there is one. */
const twt_document *twt_writer_document(const twt_writer *writer, uint32_t number);

#endif

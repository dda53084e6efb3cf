/* What the parts of the JSONL writer share. */
#ifndef TWT_IO_WRITE_JSONL_H
#define TWT_IO_WRITE_JSONL_H

#include "io/write/writer.h"

/* A string. Beside what JSON asks for, everything that a terminal could take for a command or a reader for the end of a
 * line is escaped; a malformed byte becomes U+FFFD, so that the output is always UTF-8. */
void twt_json_put(twt_writer *writer, const char *text, size_t len);

/* key is put as it is: the comma before, the quotes, the colon. */
void twt_json_put_key_string(twt_writer *writer, const char *key, const char *text);
void twt_json_put_key_number(twt_writer *writer, const char *key, uint64_t number);
void twt_json_put_range(twt_writer *writer, const char *key, twt_range range); /* with the bracket that opens it */

/* ,"rules":[…]: the checks rule by rule, and whether each holds. */
void twt_json_put_rules(twt_writer *writer, const twt_check *checks, size_t count);

void twt_json_write_checks(twt_writer *writer, const twt_checked *checked);
void twt_json_write_account(twt_writer *writer, const twt_account *account);
void twt_json_write_stats(twt_writer *writer, const twt_stats *stats);

#endif

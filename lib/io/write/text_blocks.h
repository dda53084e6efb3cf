/* The blocks of the text writer. */
#ifndef TWT_IO_WRITE_TEXT_BLOCKS_H
#define TWT_IO_WRITE_TEXT_BLOCKS_H

#include "io/write/writer.h"

void twt_text_put_cluster(twt_writer *writer, uint32_t number, const twt_cluster *cluster);
void twt_text_put_comparison(twt_writer *writer, const twt_compared *compared);

/* The rules that were asked, with every check of theirs; rules: without heading and verdict. */
void twt_text_put_checks(twt_writer *writer, const twt_checked *checked);
void twt_text_put_rules(twt_writer *writer, const twt_check *checks, size_t count);

/* The way of one pair through a scan. */
void twt_text_put_account(twt_writer *writer, const twt_account *account);

/* Time, memory and counts by stage. */
void twt_text_put_stats(twt_writer *writer, const twt_stats *stats);

/* Both texts side by side, the earlier one (side left) on the left. */
void twt_text_put_sentences(twt_writer *writer, const twt_compared *compared, unsigned left);

/* The table of substitutions and the altered facts; from is the side that is said to be replaced. */
void twt_text_put_changes(twt_writer *writer, const twt_compared *compared, unsigned from);

#endif

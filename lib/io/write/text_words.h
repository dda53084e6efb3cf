/* The words that the blocks of the text writer share. */
#ifndef TWT_IO_WRITE_TEXT_WORDS_H
#define TWT_IO_WRITE_TEXT_WORDS_H

#include "io/write/cell.h"
#include "io/write/writer.h"

/* What a document is called beside another: its id, or a and b when the ids are the same. */
const char *twt_text_name(const twt_compared *compared, unsigned side);

/* "rewritten copy" and so on. */
const char *twt_relation_words(twt_relation relation);

/* "x is a rewritten copy of y" or "x and y are …" when the first is not known. */
void twt_add_verdict(twt_cell *cell, const twt_verdict *verdict, const char *name_a, const char *name_b);

/* "from is an excerpt of to": the verb of a link. */
const char *twt_link_words(twt_relation relation);

/* "512 bytes", "1.5 MB". */
void twt_add_bytes(twt_cell *cell, uint64_t bytes);

/* "1 cluster", "2 clusters". */
void twt_add_confidence(twt_cell *cell, double confidence); /* as per cent */
void twt_add_count(twt_cell *cell, uint64_t count, const char *singular, const char *plural);

/* 2023-03-23 or 2023-03-23 09:30 (UTC); nothing when the time is not known. */
void twt_add_time(twt_cell *cell, twt_time time);

/* "Harbour Trust (official)"; nothing when neither is known. */
void twt_add_source(twt_cell *cell, const twt_document *document);

#endif

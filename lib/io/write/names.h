#ifndef TWT_IO_WRITE_NAMES_H
#define TWT_IO_WRITE_NAMES_H

#include "twicetold/types.h"

/* The words of the contract for the enumerations that types.h does not name. */
const char *twt_first_name(twt_first first);
const char *twt_confidence_name(twt_confidence confidence);
const char *twt_signs_name(twt_signs signs);
const char *twt_passage_kind_name(twt_passage_kind kind);
const char *twt_change_kind_name(twt_change_kind kind);

#endif

/* What the readers share. */
#ifndef TWT_IO_READ_READER_OPTIONS_H
#define TWT_IO_READ_READER_OPTIONS_H

#include "twicetold/io.h"

/* A checked copy; the defaults for NULL. TWT_ERROR_ARGUMENT. */
TWT_MUST_USE twt_status twt_reader_options_take(const twt_reader_options *options, twt_reader_options *out);

#endif

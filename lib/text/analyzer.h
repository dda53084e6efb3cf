/* What tests want of an analyzer beyond its public header. */
#ifndef TWT_TEXT_ANALYZER_H
#define TWT_TEXT_ANALYZER_H

#include "text/kernel.h"
#include "twicetold/text.h"

/* Reads with that kernel from now on, instead of the fastest. */
void twt_analyzer_use(twt_analyzer *analyzer, const twt_text_kernel *kernel);

#endif

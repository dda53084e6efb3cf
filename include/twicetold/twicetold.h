/* twicetold: finds texts told twice, names the canonical version and shows the evidence.
 *
 * A complete program (cc example.c $(pkg-config --cflags --libs twicetold)):
 *
 *     #include <stdio.h>
 *     #include <string.h>
 *     #include <twicetold/twicetold.h>
 *
 *     int main(void)
 *     {
 *         const char *statement = "The council will open the new library on Monday, said the mayor, Ada Quill.";
 *         const char *copy = "The council will not open the new library on Monday, said the mayor, Ada Quill.";
 *         twt_verdict verdict;
 *         twt_status status = twt_compare_texts(statement, strlen(statement), copy, strlen(copy), &verdict);
 *         if (status != TWT_OK) {
 *             fprintf(stderr, "%s\n", twt_status_text(status));
 *             return 1;
 *         }
 *         printf("%s, confidence %.2f\n", twt_relation_name(verdict.relation), verdict.confidence);
 *         return 0;
 *     }
 *
 * The way of the data: text.h -> sketch.h -> candidate.h -> compare.h -> cluster.h, in the order that scan.h knows;
 * io.h at both ends. The library computes: it does not print, exit, read the environment or keep global state.
 * Every function that can fail returns a twt_status. A handle is valid from the _new or _open that made it to its _free. */
#ifndef TWICETOLD_H
#define TWICETOLD_H

#include "twicetold/candidate.h"
#include "twicetold/cluster.h"
#include "twicetold/compare.h"
#include "twicetold/io.h"
#include "twicetold/profile.h"
#include "twicetold/scan.h"
#include "twicetold/sketch.h"
#include "twicetold/text.h"
#include "twicetold/types.h"
#include "twicetold/version.h"

#endif

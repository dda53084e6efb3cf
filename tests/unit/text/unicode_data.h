/* The Unicode Consortium's test files as oracle. They may be of a later version than the library's data: lines with
 * code points that the library does not know are left out and counted. */
#ifndef TWT_TESTS_TEXT_UNICODE_DATA_H
#define TWT_TESTS_TEXT_UNICODE_DATA_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define UNICODE_CODES 0x110000

/* Whether the folder of the package unicode-data and the given file are there. */
bool unicode_data_has(const char *path);

/* The text of a line before its comment; NULL at the end. Static until the next call. */
typedef struct unicode_file unicode_file;
unicode_file *unicode_file_open(const char *path);
char *unicode_file_line(unicode_file *file);
void unicode_file_close(unicode_file *file);

/* Reads hexadecimal code points parted by blanks; returns how many. */
size_t unicode_codes(const char *text, uint32_t *codes, size_t most);

/* Whether the library's version of Unicode has all these code points. */
bool unicode_all_known(const uint32_t *codes, size_t count);

/* For the end of a test file: the suite runs if the data is there, else the test says that it was left out. */
#define UNICODE_MAIN(path)                                                                                             \
    int main(void)                                                                                                     \
    {                                                                                                                  \
        if (unicode_data_has(path))                                                                                    \
            return run_suite();                                                                                        \
        puts("left out: " path " is not there (Debian package unicode-data, bzip2)");                                  \
        return 77;                                                                                                     \
    }

#endif

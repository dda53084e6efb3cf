#include "unicode_data.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "twicetold/version.h"

struct unicode_file {
    FILE *stream;
    char line[4096];
};

/* The test of normalisation comes compressed; CMake has unpacked it. */
static void path_of(char *to, size_t size, const char *path)
{
    bool is_unpacked = strcmp(path, "NormalizationTest.txt") == 0;
    snprintf(to, size, "%s/%s", is_unpacked ? UNICODE_UNPACKED : UNICODE_DATA, path);
}

static FILE *open_data(const char *path)
{
    char whole[1024];
    path_of(whole, sizeof whole, path);
    return fopen(whole, "r");
}

bool unicode_data_has(const char *path)
{
    FILE *ages = open_data("DerivedAge.txt"), *file = open_data(path);
    bool has = ages && file;
    if (ages)
        fclose(ages);
    if (file)
        fclose(file);
    return has;
}

unicode_file *unicode_file_open(const char *path)
{
    unicode_file *file = calloc(1, sizeof *file);
    ck_assert_ptr_nonnull(file);
    file->stream = open_data(path);
    ck_assert_ptr_nonnull(file->stream);
    return file;
}

char *unicode_file_line(unicode_file *file)
{
    while (fgets(file->line, sizeof file->line, file->stream)) {
        file->line[strcspn(file->line, "#\n")] = '\0';
        if (file->line[strspn(file->line, " \t")] != '\0')
            return file->line;
    }
    return NULL;
}

void unicode_file_close(unicode_file *file)
{
    fclose(file->stream);
    free(file);
}

size_t unicode_codes(const char *text, uint32_t *codes, size_t most)
{
    size_t count = 0;
    for (;;) {
        char *end;
        unsigned long code = strtoul(text, &end, 16);
        if (end == text)
            return count;
        if (count == most)
            ck_abort_msg("more than %zu code points", most);
        codes[count++] = (uint32_t)code;
        text = end;
    }
}

static unsigned version_of(const char *text)
{
    unsigned major = 0, minor = 0;
    sscanf(text, "%u.%u", &major, &minor);
    return major * 10 + minor;
}

static void read_ages(uint8_t *ages)
{
    unicode_file *file = unicode_file_open("DerivedAge.txt");
    for (const char *line; (line = unicode_file_line(file));) {
        unsigned first = 0, last;
        if (sscanf(line, "%x..%x", &first, &last) != 2)
            last = first;
        for (; first <= last; first++)
            ages[first] = (uint8_t)version_of(strchr(line, ';') + 1);
    }
    unicode_file_close(file);
}

bool unicode_all_known(const uint32_t *codes, size_t count)
{
    static uint8_t ages[UNICODE_CODES]; /* 0: unassigned in every version */
    static bool is_read;
    if (!is_read)
        read_ages(ages);
    is_read = true;
    for (size_t i = 0; i < count; i++)
        if (ages[codes[i]] > version_of(twt_unicode_version()))
            return false;
    return true;
}

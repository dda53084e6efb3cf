#include "io/read/filter.h"

#include <string.h>

#include "twicetold/io.h"

#define FOLDER_PATTERN_MAX 1024

static bool matches_any(const char *const *globs, size_t count, const char *path)
{
    for (size_t i = 0; i < count; i++)
        if (twt_glob_matches(globs[i], path))
            return true;
    return false;
}

static const char *name_of(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

/* Copies the part of a pattern up to len, when it fits. */
static bool cut(const char *pattern, size_t len, char out[FOLDER_PATTERN_MAX + 1])
{
    if (len > FOLDER_PATTERN_MAX)
        return false;
    memcpy(out, pattern, len);
    out[len] = '\0';
    return true;
}

/* Whether a part of the glob between slashes begins with a dot and matches. */
static bool names_hidden(const char *glob, const char *name)
{
    char part[FOLDER_PATTERN_MAX + 1];
    while (*glob) {
        size_t len = strcspn(glob, "/");
        if (*glob == '.' && cut(glob, len, part) && twt_glob_matches(part, name))
            return true;
        glob += len + (glob[len] == '/');
    }
    return false;
}

static bool is_hidden(const twt_filter *filter, const char *path)
{
    const char *name = name_of(path);
    if (*name != '.')
        return false;
    for (size_t i = 0; i < filter->include_count; i++)
        if (names_hidden(filter->include[i], name))
            return false;
    return true;
}

bool twt_filter_takes(const twt_filter *filter, const char *path)
{
    if (is_hidden(filter, path) || matches_any(filter->exclude, filter->exclude_count, path))
        return false;
    return filter->include_count == 0 || matches_any(filter->include, filter->include_count, path);
}

bool twt_filter_enters(const twt_filter *filter, const char *path)
{
    if (is_hidden(filter, path))
        return false;
    for (size_t i = 0; i < filter->exclude_count; i++) {
        char folder[FOLDER_PATTERN_MAX + 1];
        const char *glob = filter->exclude[i];
        size_t len = strlen(glob);
        if (len <= 3 || strcmp(glob + len - 3, "/**") != 0 || !cut(glob, len - 3, folder))
            continue;
        /* a folder's glob without a slash would be held against its name alone */
        if (strchr(folder, '/') ? twt_glob_matches(folder, path) : !strchr(path, '/') && twt_glob_matches(folder, path))
            return false;
    }
    return true;
}

/* A stack of levels in place of recursion; each holds the sorted names of its folder. Folders' names end with a slash,
 * which makes the order of names within a folder the order of whole paths. Path lengths have no limit: once the part
 * behind the last anchor passes ANCHOR_BYTES, a level keeps its folder open and everything below is opened relative to
 * it. */
#include "io/read/walk.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/hash.h"
#include "base/sort.h"
#include "base/vec.h"
#include "io/read/fault.h"

#define ANCHOR_BYTES 1024

struct twt_walk_level {
    char *names;        /* one behind the other, each NUL-terminated */
    const char **order; /* ascending */
    size_t next, count;
    size_t path_len; /* of the folder's path, slash included */
    int at;          /* anchor: a folder's descriptor or AT_FDCWD */
    size_t at_begin; /* where in the path the part relative to it begins */
    bool owns_at;
    twt_walk_folder folder;
};

typedef struct listing {
    twt_bytes names;
    size_t count;
} listing;

static twt_status set_path(twt_walk *walk, size_t keep, const char *name)
{
    walk->path.count = keep;
    return twt_bytes_append(&walk->path, name, strlen(name) + 1) ? TWT_OK : TWT_ERROR_MEMORY;
}

static twt_walk_level *top(const twt_walk *walk)
{
    return walk->count ? &walk->levels[walk->count - 1] : NULL;
}

static void pop(twt_walk *walk)
{
    twt_walk_level *level = &walk->levels[--walk->count];
    if (level->owns_at)
        close(level->at);
    twt_free(level->names);
    twt_free(level->order);
}

int twt_walk_at(const twt_walk *walk, const char **name)
{
    const twt_walk_level *level = top(walk);
    *name = walk->path.data + (level ? level->at_begin : 0);
    return level ? level->at : AT_FDCWD;
}

/* ---- folders that were entered ---- */

static twt_walk_folder *find_seen(const twt_walk *walk, twt_walk_folder folder)
{
    size_t slot = twt_hash_combine(folder.device, folder.inode) & (walk->seen_cap - 1);
    for (;; slot = (slot + 1) & (walk->seen_cap - 1)) {
        twt_walk_folder *at = &walk->seen[slot];
        bool is_free = at->device == 0 && at->inode == 0;
        if (is_free || (at->device == folder.device && at->inode == folder.inode))
            return at;
    }
}

static bool make_room(twt_walk *walk)
{
    if (walk->seen_count * 2 < walk->seen_cap)
        return true;
    twt_walk old = *walk;
    size_t cap = old.seen_cap ? old.seen_cap * 2 : 64;
    twt_walk_folder *grown = twt_alloc_zeroed(cap, sizeof *grown);
    if (!grown)
        return false;
    walk->seen = grown;
    walk->seen_cap = cap;
    for (size_t i = 0; i < old.seen_cap; i++)
        if (old.seen[i].device || old.seen[i].inode)
            *find_seen(walk, old.seen[i]) = old.seen[i];
    twt_free(old.seen);
    return true;
}

static bool is_above(const twt_walk *walk, twt_walk_folder folder)
{
    for (size_t i = 0; i < walk->count; i++)
        if (walk->levels[i].folder.device == folder.device && walk->levels[i].folder.inode == folder.inode)
            return true;
    return false;
}

static twt_status enter_once(twt_walk *walk, twt_walk_folder folder, twt_fault *fault)
{
    if (!make_room(walk))
        return twt_fail(fault, TWT_ERROR_MEMORY, walk->path.data, NULL);
    twt_walk_folder *slot = find_seen(walk, folder);
    if (slot->device || slot->inode)
        return twt_fail(fault, TWT_ERROR_IO, walk->path.data,
                        is_above(walk, folder) ? "a folder loop" : "a folder that was read under another path");
    *slot = folder;
    walk->seen_count++;
    return TWT_OK;
}

/* ---- reading one folder ---- */

static bool is_folder(int fd, const struct dirent *entry, bool follows)
{
    struct stat info;
    if (entry->d_type == DT_DIR)
        return true;
    if (entry->d_type == DT_UNKNOWN || (entry->d_type == DT_LNK && follows))
        return fstatat(fd, entry->d_name, &info, follows ? 0 : AT_SYMLINK_NOFOLLOW) == 0 && S_ISDIR(info.st_mode);
    return false;
}

static bool is_link(int fd, const struct dirent *entry)
{
    struct stat info;
    if (entry->d_type == DT_UNKNOWN)
        return fstatat(fd, entry->d_name, &info, AT_SYMLINK_NOFOLLOW) == 0 && S_ISLNK(info.st_mode);
    return entry->d_type == DT_LNK;
}

static bool is_self_or_parent(const char *name)
{
    return strcmp(name, ".") == 0 || strcmp(name, "..") == 0;
}

static twt_status read_names(DIR *stream, bool follows, listing *out)
{
    for (;;) {
        errno = 0;
        const struct dirent *entry = readdir(stream);
        if (!entry)
            return errno ? TWT_ERROR_IO : TWT_OK;
        if (is_self_or_parent(entry->d_name) || (!follows && is_link(dirfd(stream), entry)))
            continue;
        const char *end = is_folder(dirfd(stream), entry, follows) ? "/" : "";
        if (!twt_bytes_append_string(&out->names, entry->d_name) ||
            !twt_bytes_append(&out->names, end, strlen(end) + 1))
            return TWT_ERROR_MEMORY;
        out->count++;
    }
}

static int compare_names(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Sorts the names, which are the level's from now on. */
static twt_status sort_names(listing *list, twt_walk_level *level)
{
    level->order = twt_alloc_array(list->count, sizeof *level->order);
    if (!level->order)
        return TWT_ERROR_MEMORY;
    level->names = list->names.data;
    level->count = list->count;
    const char *name = level->names;
    for (size_t i = 0; i < level->count; i++, name += strlen(name) + 1)
        level->order[i] = name;
    list->names = (twt_bytes){0};
    if (level->count > 1)
        twt_sort_items(level->order, level->count, sizeof *level->order, compare_names);
    return TWT_OK;
}

/* Opens the folder that walk->path names; links at its end are followed when follows. */
static DIR *open_folder(twt_walk *walk, bool follows)
{
    const char *name;
    int at = twt_walk_at(walk, &name);
    size_t last = walk->path.count - 2; /* a slash at the end would follow a link */
    bool has_slash = walk->path.data[last] == '/' && last > 0;
    if (has_slash)
        walk->path.data[last] = '\0';
    int fd = openat(at, name, O_RDONLY | O_DIRECTORY | O_NONBLOCK | O_CLOEXEC | (follows ? 0 : O_NOFOLLOW));
    DIR *stream = fd < 0 ? NULL : fdopendir(fd);
    int os_error = errno;
    if (fd >= 0 && !stream)
        close(fd);
    if (has_slash)
        walk->path.data[last] = '/';
    errno = os_error;
    return stream;
}

static void set_anchor(const twt_walk *walk, twt_walk_level *level, int fd)
{
    const twt_walk_level *parent = top(walk);
    level->path_len = walk->path.count - 1;
    level->at = parent ? parent->at : AT_FDCWD;
    level->at_begin = parent ? parent->at_begin : 0;
    if (level->path_len - level->at_begin < ANCHOR_BYTES)
        return;
    int anchor = fcntl(fd, F_DUPFD_CLOEXEC, 0); /* refused: deeper paths fail with ENAMETOOLONG in time */
    if (anchor < 0)
        return;
    level->at = anchor;
    level->at_begin = level->path_len;
    level->owns_at = true;
}

static twt_status push(twt_walk *walk, bool follows, twt_fault *fault)
{
    twt_walk_level level = {.at = AT_FDCWD};
    listing list = {{0}, 0};
    struct stat info;
    twt_status status = TWT_ERROR_MEMORY;
    DIR *stream = open_folder(walk, follows);
    if (!stream || fstat(dirfd(stream), &info)) {
        status = twt_fail_os(fault, walk->path.data, errno);
        goto done;
    }
    level.folder = (twt_walk_folder){info.st_dev, info.st_ino};
    status = enter_once(walk, level.folder, fault);
    if (status != TWT_OK)
        goto done;
    status = read_names(stream, walk->follows, &list);
    if (status == TWT_ERROR_IO)
        twt_fail_os(fault, walk->path.data, errno);
    else if (status == TWT_OK)
        status = sort_names(&list, &level);
    if (status == TWT_OK && !twt_vec_grow((void **)&walk->levels, &walk->cap, walk->count + 1, sizeof level))
        status = TWT_ERROR_MEMORY;
    if (status == TWT_ERROR_MEMORY)
        twt_fail(fault, status, walk->path.data, NULL);
    if (status != TWT_OK)
        goto done;
    set_anchor(walk, &level, dirfd(stream));
    walk->levels[walk->count++] = level;
    level = (twt_walk_level){0};
done:
    if (stream)
        closedir(stream);
    twt_bytes_free(&list.names);
    twt_free(level.names);
    twt_free(level.order);
    return status;
}

twt_status twt_walk_begin(twt_walk *walk, const char *root, twt_fault *fault)
{
    while (walk->count)
        pop(walk);
    walk->seen_count = 0;
    if (walk->seen)
        memset(walk->seen, 0, walk->seen_cap * sizeof *walk->seen);
    size_t len = strlen(root);
    bool has_slash = len > 0 && root[len - 1] == '/';
    walk->path.count = 0;
    if (!twt_bytes_append(&walk->path, root, len) || set_path(walk, len, has_slash ? "" : "/"))
        return twt_fail(fault, TWT_ERROR_MEMORY, NULL, NULL);
    walk->relative_begin = walk->path.count - 1;
    return push(walk, true, fault);
}

twt_status twt_walk_next(twt_walk *walk, twt_fault *fault)
{
    while (walk->count) {
        twt_walk_level *level = top(walk);
        if (level->next == level->count) {
            pop(walk);
            continue;
        }
        const char *name = level->order[level->next++];
        if (set_path(walk, level->path_len, name))
            return twt_fail(fault, TWT_ERROR_MEMORY, NULL, NULL);
        char *relative = walk->path.data + walk->relative_begin;
        size_t last = walk->path.count - 2;
        if (walk->path.data[last] != '/') {
            if (twt_filter_takes(&walk->filter, relative))
                return TWT_OK;
            continue;
        }
        walk->path.data[last] = '\0';
        bool enters = twt_filter_enters(&walk->filter, relative);
        walk->path.data[last] = '/';
        twt_status status = enters ? push(walk, walk->follows, fault) : TWT_OK;
        if (status != TWT_OK)
            return status;
    }
    return TWT_END;
}

void twt_walk_free(twt_walk *walk)
{
    while (walk->count)
        pop(walk);
    twt_free(walk->levels);
    twt_free(walk->seen);
    twt_bytes_free(&walk->path);
    *walk = (twt_walk){0};
}

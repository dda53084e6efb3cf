/* The files of a folder and of all folders in it, in the byte order of their paths. */
#ifndef TWT_IO_READ_WALK_H
#define TWT_IO_READ_WALK_H

#include "base/bytes.h"
#include "io/read/filter.h"
#include "twicetold/types.h"

typedef struct twt_walk_level twt_walk_level;
typedef struct twt_walk_folder { /* one that was entered */
    uint64_t device, inode;
} twt_walk_folder;

typedef struct twt_walk { /* zeroed: empty and valid */
    twt_filter filter;
    bool follows;
    twt_bytes path;         /* of the file or folder at hand, NUL-terminated */
    size_t relative_begin;  /* where in it the path relative to the root begins */
    twt_walk_level *levels; /* from the root to the folder at hand */
    size_t count, cap;
    twt_walk_folder *seen; /* open addressing; device and inode 0: free */
    size_t seen_count, seen_cap;
} twt_walk;

/* Begins with a folder, a link to one is followed. filter and follows stand already. */
TWT_MUST_USE twt_status twt_walk_begin(twt_walk *walk, const char *root, twt_fault *fault);

/* TWT_OK: walk->path is a file, or what was one when its folder was read. TWT_END. An error speaks of one folder; the
 * next call goes on behind it. */
TWT_MUST_USE twt_status twt_walk_next(twt_walk *walk, twt_fault *fault);

/* For openat: the folder and the rest of the path, which is always short enough. */
int twt_walk_at(const twt_walk *walk, const char **name);

void twt_walk_free(twt_walk *walk);

#endif

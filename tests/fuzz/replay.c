/* Replays a corpus without a fuzzer: every file as it is, cut short at several places, and with single bytes changed by a
 * fixed sequence. Fails when the folder is missing or empty. */
#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/rng.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { CUTS = 8, FLIPS = 64, SIZE_MAX_READ = 1 << 20 };

/* A block of exactly size bytes, so that a sanitizer sees a read past the end. */
static void run(const uint8_t *data, size_t size)
{
    uint8_t *copy = malloc(size ? size : 1);
    if (!copy)
        abort();
    memcpy(copy, data, size);
    LLVMFuzzerTestOneInput(copy, size);
    free(copy);
}

static void run_variants(uint8_t *data, size_t size)
{
    uint64_t rng = size;
    run(data, size);
    for (size_t i = 1; i < CUTS; i++)
        run(data, size * i / CUTS);
    for (size_t i = 0; size && i < FLIPS; i++) {
        size_t at = twt_rng_next(&rng) % size;
        uint8_t kept = data[at];
        data[at] = (uint8_t)twt_rng_next(&rng);
        run(data, size);
        data[at] = kept;
    }
}

static int replay_file(const char *folder, const char *name)
{
    static uint8_t data[SIZE_MAX_READ];
    char path[4096];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "rb");
    if (!file) {
        perror(path);
        return -1;
    }
    size_t size = fread(data, 1, sizeof data, file);
    fclose(file);
    run_variants(data, size);
    return 0;
}

int main(int argc, char **argv)
{
    DIR *folder = argc == 2 ? opendir(argv[1]) : NULL;
    if (!folder) {
        fprintf(stderr, "usage: %s CORPUS-FOLDER\n", argv[0]);
        return 2;
    }
    int replayed = 0, failed = 0;
    for (struct dirent *entry; (entry = readdir(folder));) {
        if (entry->d_name[0] == '.')
            continue;
        failed |= replay_file(argv[1], entry->d_name);
        replayed++;
    }
    closedir(folder);
    printf("%d files replayed\n", replayed);
    return failed || replayed == 0;
}

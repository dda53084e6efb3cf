#!/bin/sh
# archive.sh CLI FIXTURES HERE: what scan prints of the archive, byte for byte but the seconds.
# To accept a change after reading it: sh archive.sh CLI FIXTURES HERE accept
set -u
cli=$1 fixtures=$2 here=$3
found=$("$cli" scan --format jsonl --official 'official/**' "$fixtures/archive" | sed 's/"seconds":[0-9.]*/"seconds":0/')
if [ "${4:-}" = accept ]; then
    printf '%s\n' "$found" > "$here/archive.jsonl"
    exit 0
fi
printf '%s\n' "$found" | diff "$here/archive.jsonl" -

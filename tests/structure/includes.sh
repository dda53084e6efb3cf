#!/bin/sh
# Reads every #include of lib and cli and fails on a breach of the layout: a stage uses base, the shared nouns and its own
# headers, never another stage; only scan sees them all; each outside library is included in one place.
set -u
cd "$1" || exit 2
breaches=$(find lib cli -name '*.[ch]' | sort | while read -r file; do
    sed -n 's/^ *# *include *[<"]\([^>"]*\)[>"].*/\1/p' "$file" | while read -r header; do
        folder=$(echo "$file" | cut -d/ -f1-2)
        stage=${folder#lib/}
        case "$folder:$header" in
        cli/*:twicetold/*) ;;
        cli/*:base/* | cli/*:text/* | cli/*:sketch/* | cli/*:candidate/* | cli/*:compare/* | cli/*:cluster/* | cli/*:io/* | cli/*:scan/* | cli/*:index/*)
            echo "$file: the command line includes $header, which is not public" ;;
        lib/scan:twicetold/* | lib/index:twicetold/*) ;;
        lib/base:twicetold/types.h | lib/base:twicetold/profile.h | lib/base:twicetold/version.h) ;;
        lib/*:twicetold/types.h | lib/*:twicetold/profile.h | lib/*:twicetold/version.h | lib/*:"twicetold/$stage.h") ;;
        lib/*:twicetold/*)
            echo "$file: $stage includes another stage's $header" ;;
        lib/*:base/*) ;;
        lib/*:text/* | lib/*:sketch/* | lib/*:candidate/* | lib/*:compare/* | lib/*:cluster/* | lib/*:io/* | lib/*:scan/* | lib/*:index/*)
            [ "${header%%/*}" = "$stage" ] || echo "$file: $stage includes another stage's $header" ;;
        *:xxhash.h)
            [ "$file" = lib/base/hash.c ] || echo "$file: xxHash belongs in lib/base/hash.c" ;;
        *:jansson.h | *:yaml.h | *:md4c.h)
            [ "$stage" = io ] || echo "$file: $header belongs in lib/io" ;;
        *:uni[a-z]*.h)
            case "$header" in unistd.h) ;; *) [ "$stage" = text ] || echo "$file: libunistring belongs in lib/text" ;; esac ;;
        *:sqlite3.h)
            [ "$stage" = index ] || echo "$file: SQLite belongs in lib/index" ;;
        esac
    done
done)
[ -z "$breaches" ] && exit 0
echo "$breaches"
exit 1

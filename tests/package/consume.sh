#!/bin/sh
# consume.sh WAY SOURCE BUILD WORK CC CFLAGS: builds the example of the public header as a stranger would and runs it.
# The same example must stand in the README.
set -eu
way=$1 source=$2 build=$3 work=$4 cc=$5 cflags=$6
rm -rf "$work"
mkdir -p "$work"

# The example of the header, without the comment's margin.
sed -n '/#include <stdio.h>/,/^ \*     }$/p' "$source/include/twicetold/twicetold.h" |
    sed -e 's/^ \*     //' -e 's/^ \*$//' > "$work/example.c"
lines=$(grep -c . "$work/example.c")
[ "$lines" -ge 15 ] && [ "$lines" -le 20 ] || { echo "the example has $lines lines, not 15 to 20"; exit 1; }
sed -n '/^```c$/,/^```$/p' "$source/README.md" | sed '1d;$d' > "$work/readme.c"
diff "$work/readme.c" "$work/example.c"

check() {
    output=$("$1")
    echo "$1: $output"
    [ "$output" = "near_duplicate, confidence 0.99" ] || { echo "unexpected output of $1"; exit 1; }
}

case $way in
find_package | pkg_config)
    cmake --install "$build" --prefix "$work/first" > /dev/null
    mv "$work/first" "$work/prefix" # an installed tree may be moved
    ;;
esac
case $way in
find_package)
    cmake -S "$source/tests/package/consumer" -B "$work/build" -DCMAKE_C_COMPILER="$cc" -DCMAKE_C_FLAGS="$cflags" \
        -DCMAKE_PREFIX_PATH="$work/prefix" -DEXAMPLE="$work/example.c" > "$work/log"
    ;;
add_subdirectory)
    cmake -S "$source/tests/package/consumer" -B "$work/build" -DCMAKE_C_COMPILER="$cc" -DCMAKE_C_FLAGS="$cflags" \
        -DTWICETOLD_SOURCE="$source" -DEXAMPLE="$work/example.c" > "$work/log"
    ;;
pkg_config)
    PKG_CONFIG_PATH=$(dirname "$(find "$work/prefix" -name twicetold.pc)")
    export PKG_CONFIG_PATH
    # shellcheck disable=SC2046,SC2086
    $cc $cflags -std=c11 "$work/example.c" -o "$work/shared" $(pkg-config --cflags --libs twicetold)
    LD_LIBRARY_PATH=$(pkg-config --variable=libdir twicetold) check "$work/shared"
    # shellcheck disable=SC2046,SC2086
    $cc $cflags -std=c11 "$work/example.c" -o "$work/static" $(pkg-config --cflags twicetold) \
        "$(pkg-config --variable=libdir twicetold)/libtwicetold.a" $(pkg-config --static --libs twicetold)
    check "$work/static"
    exit 0
    ;;
esac
cmake --build "$work/build" -j 2 >> "$work/log"
for kind in static shared twicetold; do
    check "$work/build/consumer_$kind"
done

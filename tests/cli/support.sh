# What the scripts share: each function test_... runs in a subshell, in an empty folder of its own; the first claim that does
# not hold ends it and is told. Sourced with TWICETOLD, FIXTURES and HERE set by run.sh.

fail() {
    echo "    $*"
    for stream in out err; do
        [ -s "$stream" ] || continue
        echo "    $stream:"
        head -c 1500 "$stream" | sed 's/^/        /'
    done
    exit 1
}

skip() {
    echo "    skipped: $*"
    exit 0
}

# Runs the command line; its output is in ./out, its words in ./err, its exit status in $status.
twicetold() {
    status=0
    "$TWICETOLD" "$@" > out 2> err || status=$?
}

expect_status() { [ "$status" -eq "$1" ] || fail "status $status, not $1"; }

# A line of standard error that has each of the words.
expect_error() {
    cp err matching
    for word in "$@"; do
        grep -F -e "$word" matching > narrower || :
        mv narrower matching
    done
    [ -s matching ] || fail "no line of standard error has: $*"
}

expect_silence() { [ ! -s err ] || fail "standard error is not empty"; }
expect_no_output() { [ ! -s out ] || fail "standard output is not empty"; }
expect_output() { grep -q -F -e "$1" out || fail "standard output lacks: $1"; }
expect_error_lines() { [ "$(grep -c '' err)" -eq "$1" ] || fail "$(grep -c '' err) lines of standard error, not $1"; }

# summary FIELD VALUE: of JSONL output.
expect_summary() {
    grep '"type":"summary"' out | grep -q -E "\"$1\":$2[,}]" || fail "the summary does not say $1 $2"
}

# JSONL without the one field that varies.
timeless() { sed 's/"seconds":[0-9.e+-]*/"seconds":0/' "$@"; }

# article NUMBER [COUNT]: an invented text of seven sentences for each number, with no word in common but by chance.
article() {
    awk -v number="$1" -v count="${2:-1}" 'BEGIN {
        split("ba ke lim or sta vu ren dol mi tas gra pho ne ul wi kar jo sen del ma", syllables)
        for (; count-- > 0; number++) {
            state = (number * 7919 + 12345) % 1048573
            for (sentence = 0; sentence < 7; sentence++) {
                line = ""
                for (word = 0; word < 11; word++) {
                    line = line (word ? " " : "")
                    for (part = 0; part < 3; part++) {
                        state = (state * 1021 + 25673) % 1048573
                        line = line syllables[int(state / 64) % 20 + 1]
                    }
                }
                print toupper(substr(line, 1, 1)) substr(line, 2) "."
            }
        }
    }'
}

# The same with one word changed.
twin() { article "$1" | sed '4s/^[^ ]* [^ ]* /&yesterday /'; }

run_tests() {
    failed=0
    scratch=$(mktemp -d "${TMPDIR:-/tmp}/twicetold.XXXXXX") || exit 2
    trap 'rm -rf "$scratch"' EXIT
    chmod 755 "$scratch"
    for name in $(sed -n 's/^\(test_[a-z0-9_]*\)() .*/\1/p' "$script"); do
        [ -z "${ONLY:-}" ] || [ "$ONLY" = "$name" ] || continue
        mkdir "$scratch/$name"
        if told=$(cd "$scratch/$name" && "$name" 2>&1); then
            [ -z "$told" ] || echo "$name:
$told"
        else
            echo "FAILED $name:
$told"
            failed=$((failed + 1))
        fi
        chmod -R u+rwx "$scratch/$name" 2> /dev/null
        rm -rf "${scratch:?}/$name"
    done
    [ "$failed" -eq 0 ]
}

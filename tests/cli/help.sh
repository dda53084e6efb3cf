# --help, --version and the manual say the same.

MANUAL=$HERE/../../cli/twicetold.1

expect_golden() { cmp -s out "$HERE/expected/$1" || fail "not as expected/$1: $(diff "$HERE/expected/$1" out)"; }

test_help() {
    twicetold --help
    expect_status 0
    expect_silence
    expect_golden help.txt
    cp out first
    twicetold help
    cmp -s out first || fail "help and --help differ"
}

test_help_of_the_commands() {
    for command in scan compare; do
        twicetold help $command
        expect_status 0
        expect_silence
        expect_golden help_$command.txt
        cp out first
        for way in "--help" "-h" "--strict --help nosuch"; do
            # shellcheck disable=SC2086
            twicetold $command $way
            expect_status 0
            cmp -s out first || fail "$command $way differs"
        done
    done
}

test_version() {
    twicetold --version
    expect_status 0
    sed -e 's/^\(unicode *\)[0-9.]*$/\1VERSION/' -e 's/^\(kernel *\)\(scalar\|avx2\|avx512\|neon\)$/\1NAME/' out > masked
    mv masked out
    expect_golden version.txt
}

# "--name (default: ...)" a line.
help_options() {
    for command in scan compare; do
        "$TWICETOLD" help $command
    done | awk '
        /^  --/ { if (line) print line; line = $0; next }
        /^   / && line { sub(/^ +/, " "); line = line $0; next }
        { if (line) print line; line = "" }
        END { if (line) print line }' | sort -u
}

# "--name text of its paragraph" a line.
manual_options() {
    awk '
        /^\.It Fl -/ { if (line) print line; line = "-" $3; next }
        /^\.(El|Sh)/ { if (line) print line; line = "" }
        line && !/^\.(Pq|Pp)/ { sub(/^\.[A-Z][a-z] /, ""); line = line " " $0 }' "$MANUAL"
}

names() { sed 's/^ *\(--[a-z-]*\).*/\1/' | sort; }

test_every_option_of_help_is_in_the_manual_and_the_reverse() {
    help_options | names > helped
    manual_options | names > written
    [ "$(grep -c '' helped)" -ge 15 ] || fail "the help was not understood: $(cat helped)"
    cmp -s helped written || fail "$(diff helped written)"
}

test_every_default_of_help_is_in_the_manual() {
    manual_options > written
    help_options | sed -n 's/^ *\(--[a-z-]*\).*(default: \(.*\))$/\1 \2/p' > defaults
    [ "$(grep -c '' defaults)" -ge 12 ] || fail "the defaults were not understood: $(cat defaults)"
    while read -r name default; do
        grep -e "^$name " written | grep -q -F -e "Default: $default" || fail "$name: the manual lacks 'Default: $default'"
    done < defaults
}

test_the_manual_is_well_formed() {
    command -v mandoc > /dev/null || skip "no mandoc"
    mandoc -Tlint "$MANUAL" > out 2>&1 || fail "mandoc -Tlint"
    expect_no_output
}

# A literal block that begins with "$ twicetold ..." is run in the archive; the lines behind it are its output.
test_the_example_of_the_manual_is_real() {
    sed -n '/^\$ twicetold /,/^\.Ed/p' "$MANUAL" | sed -e '/^\.Ed/d' -e 's/ [0-9.]* s:/ N s:/' > shown
    words=$(sed -n '1s/^\$ twicetold //p' shown)
    [ -n "$words" ] || fail "no example"
    sed 1d shown > expected
    scratch=$PWD
    cd "$FIXTURES/archive" || exit 1
    # shellcheck disable=SC2086
    "$TWICETOLD" $words | sed 's/ [0-9.]* s:/ N s:/' > "$scratch/out"
    cd "$scratch" || exit 1
    cmp -s out expected || fail "the manual shows another output: $(diff expected out)"
}

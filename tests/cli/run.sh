#!/bin/sh
# run.sh PROGRAM FIXTURES SCRIPT: runs the tests of a script; ONLY=test_name runs one of them.
set -u
TWICETOLD=$1 FIXTURES=$2 script=$3
HERE=$(cd "$(dirname "$0")" && pwd)
unset NO_COLOR
LC_ALL=C
export LC_ALL
. "$HERE/support.sh"
. "$script"
run_tests

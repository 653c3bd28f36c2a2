#!/usr/bin/env bash
# Counts the instructions of a program's work with callgrind and compares them with a recorded count.
#   compare.sh check PROGRAM BASELINES COMPILER     status 0: within the tolerance; 77: cannot be told
#   compare.sh accept PROGRAM BASELINES COMPILER    records what is counted now
# A baseline is a file `compiler NAME`, then a line `WORK COUNT` for each work of the program.
set -euo pipefail
mode=$1 program=$2 baselines=$3 compiler=$4
tolerance=3 # percent
skipped=77

if ! command -v valgrind >/dev/null 2>&1; then
    echo "skipped: valgrind is not installed (package valgrind)"
    exit $skipped
fi
if [ "$mode" = check ] && [ ! -e "$baselines" ]; then
    echo "skipped: nothing is recorded yet ($baselines)"
    exit $skipped
fi
recorded_compiler=$(sed -n 's/^compiler //p' "$baselines" 2>/dev/null || true)
if [ "$mode" = check ] && [ "$recorded_compiler" != "$compiler" ]; then
    echo "skipped: recorded with $recorded_compiler, built with $compiler"
    exit $skipped
fi
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# Instructions inside the function `counted`, per step that the program tells; valgrind knows no
# AVX-512, and what it counts must not depend on the machine.
count() {
    local steps
    steps=$(valgrind --tool=callgrind --toggle-collect=counted \
        --callgrind-out-file="$scratch/$1" "$program" "$1" 2>"$scratch/log") || {
        cat "$scratch/log" >&2
        exit 1
    }
    awk -v steps="$steps" '/^(summary|totals):/ { count = $2 } END { printf "%.1f", count / steps }' "$scratch/$1"
}

now="compiler $compiler"
failed=0
for work in walk exact; do
    counted=$(count "$work")
    now+=$'\n'"$work $counted"
    recorded=$(sed -n "s/^$work //p" "$baselines" 2>/dev/null || true)
    echo "$work: $counted instructions a step, recorded ${recorded:-none}"
    awk -v a="$counted" -v b="${recorded:-0}" -v t="$tolerance" \
        'BEGIN { exit !(b > 0 && a > b * (1 - t / 100) && a < b * (1 + t / 100)) }' || failed=1
done

if [ "$mode" = accept ]; then
    mkdir -p "$(dirname "$baselines")"
    echo "$now" >"$baselines"
    echo "recorded in $baselines"
elif [ $failed -ne 0 ]; then
    echo "the count differs from the recorded one by more than $tolerance %."
    echo "Slower: find out why. Faster, or worth it: cmake --build --preset dev --target accept_instructions"
    exit 1
fi

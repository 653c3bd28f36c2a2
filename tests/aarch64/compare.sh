#!/bin/sh
# The same figures to the last bit on another processor: compiles tests/aarch64/figures.cpp and what
# it needs for aarch64, runs it under qemu and compares with what the native program prints.
#   compare.sh SOURCE NATIVE_PROGRAM FOLDER
# Prints "skipped: ..." where the compiler or qemu is not installed.
set -eu
source=$1 native=$2 folder=$3
for tool in aarch64-linux-gnu-g++ aarch64-linux-gnu-ar qemu-aarch64; do
    command -v $tool >/dev/null || { echo "skipped: $tool is not installed"; exit 0; }
done
mkdir -p "$folder/include"
# headers alone; those of the C library are the cross compiler's own
for library in boost Random123 fmt; do ln -sfn "/usr/include/$library" "$folder/include/$library"; done

cache=$(command -v ccache || true)
cd "$source"
for file in tests/aarch64/figures.cpp base/contract.cpp base/covariance.cpp \
    base/exact_math.cpp base/interval.cpp base/special_functions.cpp journey/graph.cpp journey/model.cpp journey/shares.cpp \
    $(find simulate -name '*.cpp' | sort); do
    echo "$source/$file" "$folder/$(echo "$file" | tr / _).o"
done >"$folder/list"
xargs -P "$(nproc)" -L 1 sh -c '
    $0 aarch64-linux-gnu-g++ -std=c++20 -O2 -ffp-contract=off -Wno-psabi -DFMT_HEADER_ONLY -I"$1" \
        -isystem "$2/include" -c "$3" -o "$4"' "${cache:-env}" "$source" "$folder" <"$folder/list"
# from an archive the linker takes what the figures need, so that the rest may lack its libraries
rm -f "$folder/needed.a"
cut -d' ' -f2 "$folder/list" | xargs aarch64-linux-gnu-ar rcs "$folder/needed.a"
aarch64-linux-gnu-g++ -static -pthread "$folder/tests_aarch64_figures.cpp.o" "$folder/needed.a" \
    -o "$folder/figures"
"$native" >"$folder/native.txt"
qemu-aarch64 "$folder/figures" >"$folder/aarch64.txt"
test "$(wc -l <"$folder/native.txt")" -gt 100
cmp "$folder/native.txt" "$folder/aarch64.txt"
echo "$(wc -l <"$folder/native.txt") lines are the same"

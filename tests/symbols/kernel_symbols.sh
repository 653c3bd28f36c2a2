#!/usr/bin/env bash
# The fast walk is compiled for several instruction sets into one program. A function that its copies
# share under one name would carry the instructions of whichever copy the linker keeps, and end the
# program on a machine that lacks them. Fails where an object defines such a (weak) function.
#   kernel_symbols.sh NM OBJECT…
set -euo pipefail
nm=$1
shift
seen=0
for object in "$@"; do
    case $object in
        */kernel/baseline.cpp* | */kernel/avx2.cpp* | */kernel/avx512.cpp*) ;;
        *) continue ;;
    esac
    seen=$((seen + 1))
    if shared=$("$nm" --demangle --defined-only "$object" | grep -E ' [WVu] '); then
        echo "$object defines functions that other objects may define too:" >&2
        echo "$shared" >&2
        exit 1
    fi
done
if [ "$seen" -eq 0 ]; then
    echo "no object of the fast walk among the $# given" >&2
    exit 1
fi
echo "$seen objects of the fast walk share no function"

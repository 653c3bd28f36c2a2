#!/usr/bin/env bash
# Writes what the programs of this folder measure now, and on which machine, to baselines/figures.txt.
# Takes some minutes; other work of the machine spoils seconds, hardly ratios.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
programs=$here/../build/bench/bench
mkdir -p "$here/baselines"
{
    echo "# Recorded by bench/record.sh; what each line means and its limit: bench/README.md."
    echo "machine: $(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1), $(nproc) cores, $(c++ --version | head -n 1)"
    "$programs/walk_bench" --benchmark_color=false 2>/dev/null | grep -ao 'w[0-9]: engine .*'
    "$programs/program_bench" start
    "$programs/program_bench" memory
    "$programs/program_bench" wall
    "$programs/program_bench" scale "${1:-1e8}"
    "$programs/program_bench" size
    "$programs/program_bench" threads
} | tee "$here/baselines/figures.txt.new"
mv "$here/baselines/figures.txt.new" "$here/baselines/figures.txt"

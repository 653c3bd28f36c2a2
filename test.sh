#!/usr/bin/env bash
# Installs what is missing, builds everything with contracts on, and runs all tests.
#   ./test.sh                    all tests
#   ./test.sh -R parse           arguments go to ctest
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$here/cmake/setup.sh"

install_missing_packages
build_preset dev
cd "$here"
exec ctest --preset dev "$@"

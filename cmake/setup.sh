# Sourced by run.sh and test.sh: installs the packages of packages.txt that are missing, and builds a preset.
# Expects $here, the project's folder.

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif command -v sudo >/dev/null 2>&1; then
        sudo "$@"
    else
        echo "these packages are missing and installing them needs root or sudo: $missing" >&2
        exit 1
    fi
}

install_missing_packages() {
    local wanted package
    missing=""
    wanted=$(sed -e 's/#.*//' "$here/packages.txt")
    if ! command -v dpkg-query >/dev/null 2>&1 || ! command -v apt-get >/dev/null 2>&1; then
        echo "this script installs packages with apt and knows Debian 12; elsewhere install what packages.txt" >&2
        echo "lists, then: cmake --preset release && cmake --build --preset release" >&2
        command -v cmake >/dev/null 2>&1 || exit 1
        return
    fi
    for package in $wanted; do
        if [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" != installed ]; then
            missing="$missing $package"
        fi
    done
    [ -n "$missing" ] || return 0
    echo "installing:$missing" >&2
    as_root apt-get update -qq
    # word splitting is meant: one argument a package
    # shellcheck disable=SC2086
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >&2
}

build_preset() {
    local log="$here/build/$1.log"
    mkdir -p "$here/build"
    echo "building ($1) …" >&2
    if ! (cd "$here" && cmake --preset "$1" && cmake --build --preset "$1") >"$log" 2>&1; then
        tail -n 60 "$log" >&2
        echo "the build failed; all of it is in $log" >&2
        exit 1
    fi
}

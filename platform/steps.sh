#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The steps that platform/run.sh and tests/run.sh share. Sourced, with the repository root as working directory.

export LC_ALL=C.UTF-8
export NINJA_STATUS='[%f/%t %es] '

say() { printf '\n== %s\n' "$*"; }

fail() {
    printf '\nStopped: %s\n' "$1" >&2
    shift
    [ $# -eq 0 ] || printf '  %s\n' "$@" >&2
    exit 1
}

# packages_of GROUP...: the package names of these groups of platform/packages.txt, one a line.
packages_of() {
    awk -v wanted=" $* " '
        /^\[/ { gsub(/[][]/, ""); inside = index(wanted, " " $0 " ") > 0; next }
        { sub(/#.*/, "") }
        inside && NF { print $1 }' platform/packages.txt
}

# missing_packages GROUP...: those which are not installed.
missing_packages() {
    local package
    for package in $(packages_of "$@"); do
        [ "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || printf '%s\n' "$package"
    done
}

# as_root COMMAND...: runs it as root, asking sudo when we are not.
as_root() {
    if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi
}

# may_become_root: we are root, or sudo works without a password, or there is a terminal to type one at.
may_become_root() {
    [ "$(id -u)" -eq 0 ] && return 0
    command -v sudo >/dev/null || return 1
    sudo -n true 2>/dev/null || { : </dev/tty; } 2>/dev/null
}

# install_packages GROUP...: installs what is missing and touches nothing when nothing is.
install_packages() {
    command -v dpkg-query >/dev/null || fail "this is not a Debian system." \
        "Install what these Debian 12 packages hold, then build with CMake (see README.md):" \
        "$(packages_of "$@" | tr '\n' ' ')"
    local missing
    missing=$(missing_packages "$@" | tr '\n' ' ')
    [ -n "$missing" ] || return 0
    say "Installing: $missing"
    may_become_root || fail "packages are missing, and this user may not install them." \
        "Run as root:  apt-get update && apt-get install $missing"
    local apt=(env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=600)
    as_root "${apt[@]}" update ||
        printf 'The package lists could not be refreshed; trying with those at hand.\n' >&2
    # shellcheck disable=SC2086 # one word a package
    as_root "${apt[@]}" install -y --no-install-recommends $missing ||
        fail "apt-get could not install: $missing" \
            "Is the network reachable, and is this Debian 12 (bookworm)? The lines above say what apt found."
}

# build PRESET TARGET...: configures and builds into build/PRESET; no target means everything.
build() {
    local preset=$1
    shift
    say "Building $preset (first time: several minutes)"
    mkdir -p "build/$preset" 2>/dev/null || true
    [ -w "build/$preset" ] || fail "this user may not write to $PWD/build/$preset." \
        "Was it made by another user? Remove it as that user, or work in a clone of your own."
    cmake --preset "$preset" ||
        fail "CMake could not configure build/$preset." "If the folder was moved here: rm -rf build/$preset, and again."
    cmake --build --preset "$preset" --parallel "$(nproc)" ${1:+--target "$@"} ||
        fail "build/$preset did not compile; the first error above says where."
}

#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# On a Debian 12: installs what is missing, builds the release, and plays the story in real processes:
# a kiosk and a ward tablet work unplugged, the cable goes in, the desk sees everything.
set -euo pipefail
exec </dev/null
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. platform/steps.sh

usage="usage: bash platform/run.sh [--build-only]"
story=yes
case "${1-}" in
    "") ;;
    --build-only) story=no ;;
    --help) echo "$usage" && exit 0 ;;
    *) fail "unknown argument: $1" "$usage" ;;
esac
[ $# -le 1 ] || fail "too many arguments" "$usage"

install_packages build
build release lianxin-hub lianxinctl lianxin-bench
say "Built: build/release/bin/lianxin-hub, lianxinctl, lianxin-bench"

if [ $story = yes ]; then
    say "The story"
    build/release/bin/lianxinctl story || fail "the story did not end well; the lines above say where."
fi

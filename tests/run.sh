#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# On a Debian 12: installs what is missing, builds, and runs every test, once as built for development and
# once under the address and undefined-behaviour sanitizers. Ends with ctest's closing lines.
set -euo pipefail
exec </dev/null
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. platform/steps.sh

[ $# -eq 0 ] || fail "unknown argument: $1" "usage: bash tests/run.sh"

install_packages build test
build dev
build asan

# One ctest run over both builds, so that its closing lines speak of every test.
mkdir -p build/tests
printf 'subdirs(../dev ../asan)\n' >build/tests/CTestTestfile.cmake
say "Testing"
ctest --test-dir build/tests --parallel "$(nproc)" --output-on-failure

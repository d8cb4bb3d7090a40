#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# On a Debian 12: installs what is missing, builds with the address and undefined-behaviour sanitizers, and runs
# every test. Ends with ctest's closing lines.
set -euo pipefail
exec </dev/null
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. platform/steps.sh

[ $# -eq 0 ] || fail "unknown argument: $1" "usage: bash tests/run.sh"

install_packages build test
build asan

say "$(build/asan/bin/tests/tidy rules .)"
say "Random schedules and crash points, as many as five minutes of a processor allow"
ctest --test-dir build/asan --parallel "$(nproc)" --label-regex budget --verbose
say "Testing everything else"
ctest --test-dir build/asan --parallel "$(nproc)" --label-exclude budget --output-on-failure

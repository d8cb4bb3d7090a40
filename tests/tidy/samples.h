// SPDX-License-Identifier: GPL-3.0-or-later
// The self-test of the checks. A sample is a small file with a head of `name: value` lines and a line of
// three dashes before its text: `as` is the path it pretends to have, `expect` the check that must go red
// ("nothing" for none), `bytes` the size it pretends to have. `repeat: N` writes its text N times.
#pragma once

#include "tests/tidy/tree.h"

#include <string>
#include <vector>

namespace lianxin::tidy {

/// Lays each sample of tests/tidy/samples into a small tree without faults and runs every check.
/// Returns one line for each sample that did not turn exactly its check red, and for each check without a
/// sample.
std::vector<std::string> proveSamples(const Tree& tree);

} // namespace lianxin::tidy

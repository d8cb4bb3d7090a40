// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of the domain and the tests that carry their ids: a test function whose name
// ends in or holds _R120 tests rule R-120. The table lies in tests/tidy/rules.tsv: id, section, mark.
#pragma once

#include "tests/tidy/checks.h"

#include <cstddef>

namespace lianxin::tidy {

/// How many of the rules that software must keep (MUST) some test names.
struct RuleCount {
    std::size_t tested = 0;
    std::size_t must = 0;
};

RuleCount countRules(const Tree& tree);

/// Red when the table is not the one we copied, when a test names a rule that does not exist, or when fewer
/// rules have a test than tests/tidy/rules_floor.txt remembers.
Findings ruleFindings(const Tree& tree);

} // namespace lianxin::tidy

// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of this house that a machine can see. Each check looks at the whole tree and reports what it
// finds; the samples in tests/tidy/samples show for each of them that it goes red.
#pragma once

#include "tests/tidy/tree.h"

#include <cstddef>
#include <string>
#include <vector>

namespace lianxin::tidy {

/// One thing that is not as the house wants it. Line 0 means the file as a whole.
struct Finding {
    std::string check;
    std::string path;
    std::size_t line = 0;
    std::string message;
};

using Findings = std::vector<Finding>;

/// A check and the name by which findings and samples call it.
struct Check {
    std::string name;
    Findings (*run)(const Tree& tree);
};

/// Every check, in the order in which they are reported.
const std::vector<Check>& allChecks();

/// What all checks find in the tree.
Findings findingsOf(const Tree& tree);

} // namespace lianxin::tidy

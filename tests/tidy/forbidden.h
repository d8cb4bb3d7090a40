// SPDX-License-Identifier: GPL-3.0-or-later
// Words that do not belong into this house, each with where and why.
#pragma once

#include "tests/tidy/checks.h"

namespace lianxin::tidy {

/// Calls and words that are forbidden, everywhere or on some floors.
Findings forbidden(const Tree& tree);

/// A catch-all whose body is empty: it would hide a fault from everyone.
Findings silentCatch(const Tree& tree);

} // namespace lianxin::tidy

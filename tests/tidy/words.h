// SPDX-License-Identifier: GPL-3.0-or-later
// The store and the machine know nothing of hospitals: what they could say about a ward belongs to
// app/domain.
#pragma once

#include "tests/tidy/checks.h"

namespace lianxin::tidy {

/// Names in platform/ and sync/ that hold a word of the hospital. Comments may speak of it as an example.
Findings hospitalWords(const Tree& tree);

} // namespace lianxin::tidy

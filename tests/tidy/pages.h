// SPDX-License-Identifier: GPL-3.0-or-later
// What the pages in qml/ owe to who reads, hears and translates them.
#pragma once

#include "tests/tidy/checks.h"

namespace lianxin::tidy {

/// A text that a person reads and that qsTr does not wrap: nobody could translate it.
Findings pageTexts(const Tree& tree);

/// A thing that can be touched or written into, without an Accessible.name: neither a screen reader nor a
/// test would find it.
Findings pageNames(const Tree& tree);

/// A page that is too long to be read at one sitting.
Findings pageLength(const Tree& tree);

} // namespace lianxin::tidy

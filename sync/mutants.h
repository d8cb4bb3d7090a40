// SPDX-License-Identifier: GPL-3.0-or-later
// Deliberate faults for the simulation, which must notice each of them. They exist only in the build of the
// simulation (LIANXIN_MUTANTS); everywhere else MUTANT(x) is the constant false and costs nothing.
#pragma once

#ifdef LIANXIN_MUTANTS

#include <string_view>

namespace lianxin::sync {

/// The one fault that is switched on; empty for none. Set by the simulation before a schedule starts.
inline std::string_view activeMutant;

} // namespace lianxin::sync

#define MUTANT(name) (::lianxin::sync::activeMutant == #name)

#else

#define MUTANT(name) false

#endif

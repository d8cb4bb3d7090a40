// SPDX-License-Identifier: GPL-3.0-or-later
// The record types of the hospital, for the replicated store.
// A program builds its schema once, in main, and it outlives everything that refers to it.
#pragma once

#include "sync/record/schema.h"

namespace lianxin::domain {

/// Grows by one with every release that adds a type or a field.
inline constexpr std::int64_t hospitalSchemaVersion = 1;

/// Merge rules follow one line of thought: what a person said or did and when is written once; what describes
/// the hospital is replaced by what is known later; free text that somebody typed is never lost to somebody
/// else's.
sync::Schema makeHospitalSchema();

} // namespace lianxin::domain

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Memory that runs out when it is told to, for everything that this program and SQLite allocate. Linking it
// replaces the program's operator new. One thread uses it.

namespace lianxin::crash {

/// Has SQLite's memory counted as well. Before anything else is asked of SQLite.
void watchMemory();

/// Counts from here on, and lets the n-th allocation fail, counted from 1; with `staysOut` every later one as
/// well, until disarmed.
void armMemory(long at, bool staysOut);
/// Counting goes on, nothing fails.
void disarmMemory();
/// Counts and fails only between these two: what a test allocates for itself is nobody's fault.
void enterProgram();
void leaveProgram();

long allocations(); ///< since armMemory()
bool memoryRanOut();

} // namespace lianxin::crash

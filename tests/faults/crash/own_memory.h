// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace lianxin::crash {

/// While one lives, memory that is allocated is the test's own and never runs out: what stands between SQLite
/// and the medium must not throw through SQLite. One thread uses it.
class OwnMemory {
public:
    OwnMemory() { ++depth; }
    OwnMemory(const OwnMemory&) = delete;
    OwnMemory& operator=(const OwnMemory&) = delete;
    ~OwnMemory() { --depth; }

    static inline int depth = 0;
};

} // namespace lianxin::crash

// SPDX-License-Identifier: GPL-3.0-or-later
// Which way the records of a message go. On it depends what stands beside them, and what is left out as
// usual.
#pragma once

namespace lianxin::sync {

enum class BatchKind {
    Pushed, ///< with positions, the sequences seen, and whether they are partial
    Pulled, ///< with hub sequences and scopes
};

} // namespace lianxin::sync

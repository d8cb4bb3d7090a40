// SPDX-License-Identifier: GPL-3.0-or-later
// What can still be read of a damaged device's store and is not surely at the hub goes on in a new one; the
// rest is pulled again. The dots stay as they are, and nothing new is ever written under them: a run draws a
// writer of its own.
#pragma once

#include "sync/replica/replica.h"

namespace lianxin::sync {

struct Salvaged {
    std::int64_t unsent = 0; ///< records (not history) that the hub has not receipted or has refused
    bool mayLack = false;    ///< something could not be read: what was written here and never sent may lack
};

/// `fresh` holds nothing yet and is opened again afterwards: its memory does not know what was written.
/// `damaged` is a copy, since SQLite may write to it. Throws platform::StorageError when writing to `fresh`
/// fails.
Salvaged salvageInto(Replica& fresh, platform::Database& damaged);

} // namespace lianxin::sync

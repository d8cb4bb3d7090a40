// SPDX-License-Identifier: GPL-3.0-or-later
// Opens the file of a device that exists already. A damaged one is set aside under a telling name, never
// deleted and never written to; what it holds that the hub may lack goes on in a new file, and the next round
// brings the rest. Whoever opens it is told, and the new file remembers: a device never begins anew in
// silence.
//
//   device.db                           the store
//   device.db.damaged-20260302T080000Z  one that was set aside, with its journals beside it
//   device.db.salvaging, .reading       the work under way; of no worth when it is interrupted
//   device.db.salvaged                  the new file, whole: what is left to do is to exchange the two
#pragma once

#include "sync/replica/replica.h"

#include <filesystem>

namespace lianxin::sync {

struct Salvage {
    std::filesystem::path setAside;
    std::string damage;      ///< what was found, for the log
    std::int64_t unsent = 0; ///< records that the hub has not yet, and that go on here
    bool mayLack = false;    ///< some of what the hub has not yet could not be read
};

struct OpenedStore {
    platform::Database database;
    std::optional<Salvage> salvage; ///< nothing: the file was sound
};

/// Reads the whole file. Throws platform::StorageError: NotADatabase where there is no file, which is never
/// made here, since the disk may only be late; and what befalls the medium. Then nothing was exchanged, and
/// the next start tries again. Throws NewerFile.
OpenedStore openStore(const std::filesystem::path& path, const Schema& schema, const platform::Clock& clock,
                      platform::Random& random);

/// Every salvage that this store went through.
std::vector<Salvage> salvagesOf(platform::Database& database);

} // namespace lianxin::sync

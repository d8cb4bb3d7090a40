// SPDX-License-Identifier: GPL-3.0-or-later
// Copies of the store: taken while the hub serves, checked before anyone relies on them, and put back by
// hand.
#pragma once

#include "app/hub/hub_access.h"
#include "app/hub/open_hub.h"
#include "app/hub/store_check.h"

#include <filesystem>

namespace lianxin::hub {

/// Copies the store to a new file, checks the copy, and notes it at the hub. The file appears under its name
/// only when it was found sound. Throws terminal::Trouble: the file is there already, the copy has faults, no
/// room.
sync::Backup takeBackup(HubAccess& access, const std::filesystem::path& file);

struct Restored {
    std::filesystem::path putAside; ///< empty: there was no store
    sync::Mark mark;
    std::string epoch;
    std::int64_t records = 0;
    std::size_t erasedAgain = 0;
};

/// Says that a backup's file is gone. Nothing: none has this number.
std::optional<sync::Backup> forgetBackup(HubAccess& access, std::int64_t number);

/// Puts a backup in the place of the store, which is set aside and never deleted. Nobody may serve: throws
/// platform::AlreadyOpen. Throws terminal::Trouble when the backup has faults; then nothing was changed.
Restored restoreBackup(const HubFolder& folder, const std::filesystem::path& file,
                       const platform::Clock& clock, const Log& log);

} // namespace lianxin::hub

// SPDX-License-Identifier: GPL-3.0-or-later
// Which backups of the hub are kept, and how far they reach. A device may let a record of its own go only
// when every backup still kept covers it: otherwise a restore would lose it.
#pragma once

#include "platform/sqlite/database.h"
#include "sync/wire/messages.h"

#include <map>
#include <string>
#include <vector>

namespace lianxin::sync {

struct Backup {
    std::int64_t number = 0;
    std::string file;
    WallTime taken{};
    Mark mark;
    std::map<std::int64_t, LocalSequence> ledgers; ///< by device number
};

/// The caller holds the transaction for everything that writes.
class Backups {
public:
    explicit Backups(platform::Database& database);

    const std::vector<Backup>& kept() const { return kept_; }
    /// Notes a backup that is complete and verified.
    void add(Backup backup);
    /// Notes that a backup's file is gone.
    void forget(std::int64_t number);
    /// How far all kept backups reach for this device; zero when there is none.
    BackupReach reachFor(std::int64_t device) const;
    void reload();

private:
    platform::Database& database_;
    std::vector<Backup> kept_;
};

} // namespace lianxin::sync

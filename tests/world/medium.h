// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a machine keeps when its program dies. A medium makes databases and copies them as they would be found
// if the power went at this moment: for crashes, for disks that are copied or put back, and for the hub's
// backups.

#include "platform/files/temporary_folder.h"
#include "platform/sqlite/database.h"

#include <memory>
#include <string>

namespace lianxin::world {

class Medium {
public:
    Medium() = default;
    Medium(const Medium&) = delete;
    Medium& operator=(const Medium&) = delete;
    virtual ~Medium() = default;

    virtual platform::Database fresh() = 0;
    /// What is durable of `source`, which stays open and must not be in a transaction.
    virtual platform::Database copyOf(platform::Database& source) = 0;
    /// The same for a program that dies: `source` is not used any more.
    virtual platform::Database afterDeath(platform::Database& source) { return copyOf(source); }
};

/// Databases in memory: quick. What a transaction has committed is durable, so a program that dies leaves its
/// connection to the next one.
class MemoryMedium final : public Medium {
public:
    platform::Database fresh() override;
    platform::Database copyOf(platform::Database& source) override;
    platform::Database afterDeath(platform::Database& source) override;
};

/// Files with a write-ahead log, in a folder that goes with the object.
class FileMedium final : public Medium {
public:
    platform::Database fresh() override;
    platform::Database copyOf(platform::Database& source) override;

private:
    std::filesystem::path nextPath();

    platform::TemporaryFolder folder_;
    int files_ = 0;
};

} // namespace lianxin::world

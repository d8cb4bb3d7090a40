// SPDX-License-Identifier: GPL-3.0-or-later
// What a device knows about itself and the hub, as numbers: one row of one table, written with the
// transaction that makes it true.
#pragma once

#include "platform/sqlite/database.h"
#include "sync/wire/messages.h"

#include <algorithm>

namespace lianxin::sync {

struct DeviceState {
    Uuid installation; ///< of this data folder; a copy of the folder carries the same
    /// The highest local sequence at or below which everything is receipted or parked.
    LocalSequence receivedThrough = 0;
    /// Nothing above it can have been seen by anyone else; made durable before bytes leave.
    LocalSequence offeredThrough = 0;
    /// What stands above it left by hand and not over the network yet. Nothing: all that left did so over the
    /// network, where the hub's time comes first.
    std::optional<LocalSequence> carriedAfter;
    /// receivedThrough at the last complete pull: what was written here up to it and is in no scope need not
    /// be shown.
    LocalSequence settledThrough = 0;
    /// Own rows up to here have left the device, or were looked at and have a reason to stay.
    LocalSequence purgedThrough = 0;
    Mark seen;
    HubSequence complete = 0; ///< see Pull::complete
    /// What every kept backup of the hub holds: the hub's order up to here, and this device's own writes up
    /// to there.
    HubSequence backedUp = 0;
    LocalSequence coveredThrough = 0;
    /// When the hub stood at `rungSequence` it held everything through `rungThrough`: so do backups that
    /// reach as far. The device keeps this itself, since the disk may be a copy, or older than the hub's
    /// ledger of it.
    HubSequence rungSequence = 0;
    LocalSequence rungThrough = 0;
    /// The highest stamp of another writer that was ever joined here.
    Stamp highestSeen;

    /// Stamps of writes above it may still be corrected. What a person carries to the hub is corrected there
    /// and here alike: it is the same write, and of its stamps the higher joins.
    LocalSequence stampedThrough() const {
        return std::min(offeredThrough, carriedAfter.value_or(offeredThrough));
    }

    bool operator==(const DeviceState&) const = default;
};

/// Keeps the state in the file. The caller holds the transaction.
class DeviceStateTable {
public:
    explicit DeviceStateTable(platform::Database& database);

    DeviceState load();
    void store(const DeviceState& state);

private:
    platform::Statement load_;
    platform::Statement store_;
};

} // namespace lianxin::sync

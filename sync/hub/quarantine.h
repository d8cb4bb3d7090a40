// SPDX-License-Identifier: GPL-3.0-or-later
// What devices that were taken out of service still send: kept as it came, durable like anything that is
// receipted, and seen by nobody until a person at the hub accepts it. Nothing leaves it in another way, save
// what is erased by law.
#pragma once

#include "platform/sqlite/database.h"
#include "sync/hub/directory.h"

#include <functional>
#include <optional>
#include <vector>

namespace lianxin::sync {

struct QuarantinedPush {
    std::int64_t number = 0;
    DeviceNumber device = 0;
    WallTime taken{};
    std::int64_t records = 0;
};

/// The caller holds the transaction for everything that writes.
class Quarantine {
public:
    /// Of what one device sends, as it is kept.
    static constexpr std::int64_t mostBytesOfDevice = std::int64_t{64} << 20;

    Quarantine(platform::Database& database, const Schema& schema);

    /// The same once more is kept once. False: there is no room for it.
    bool keep(DeviceNumber device, const Push& push, WallTime now);
    std::vector<QuarantinedPush> all() const;
    std::optional<QuarantinedPush> find(std::int64_t number) const;
    Push read(std::int64_t number) const;
    /// The records of a push that are left; without any it is gone.
    void leave(std::int64_t number, const Push& rest);
    /// Takes out what the law wants gone.
    void erase(const Uuid& id);

private:
    platform::Database& database_;
    const Schema& schema_;
};

} // namespace lianxin::sync

// SPDX-License-Identifier: GPL-3.0-or-later
// The devices the hub knows: who they are, what they may see and since when, and how far their ledgers reach.
#pragma once

#include "platform/sqlite/database.h"
#include "sync/replica/type_table.h"
#include "sync/wire/messages.h"

#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace lianxin::sync {

using DeviceNumber = std::int64_t;

struct Device {
    DeviceNumber number = 0;
    std::string name;
    std::string role;
    /// "*" stands for every scope there is.
    std::vector<Scope> scopes;
    LocalSequence receivedThrough = 0; ///< the ledger of the run that is open, or was last
    LocalSequence highestThrough = 0;  ///< the furthest that any of its runs was given receipts
    WriterId writer;                   ///< that run
    std::int64_t records = 0;          ///< records that came into being here through this device
    WallTime lastSeen{};
    /// Two runs of one installation alternate: its data folder was copied, and staff must enrol the copy
    /// anew.
    bool copyAlarm = false;
    /// A person took it out of service. It may not see anything more, and what it still sends waits for a
    /// person, too.
    bool revoked = false;
};

/// The caller holds the transaction for everything that writes.
class Directory {
public:
    explicit Directory(platform::Database& database);

    /// `secretDigest` is what the hub keeps of the device's secret.
    Device enrol(const std::string& name, const std::string& role, const std::vector<Scope>& scopes,
                 std::string_view secretDigest, HubSequence now, WallTime wall);
    void changeScopes(DeviceNumber device, const std::vector<Scope>& scopes, HubSequence now);
    void revoke(DeviceNumber device);
    std::optional<DeviceNumber> bySecret(std::string_view secretDigest) const;
    /// The digests of all devices' secrets.
    const std::unordered_map<std::string, DeviceNumber>& secrets() const { return bySecret_; }
    const Device* find(DeviceNumber device) const;
    const std::map<DeviceNumber, Device>& all() const { return devices_; }

    /// The run `writer` of this device says hello, holding receipts through `received`: no further than any
    /// run was given, since what the ledger says was received.
    void openRun(DeviceNumber device, WriterId writer, LocalSequence received, WallTime wall);
    void moveLedger(DeviceNumber device, LocalSequence through, std::int64_t newRecords);
    std::optional<DeviceNumber> deviceOf(WriterId writer) const;

    /// Whether the device had this scope when the hub stood at `at`.
    bool hadScope(DeviceNumber device, const Scope& scope, HubSequence at) const;
    bool everHadScope(DeviceNumber device, const Scope& scope) const;
    bool hasScope(DeviceNumber device, const Scope& scope) const;

    void reload();

private:
    void store(const Device& device);

    struct Grant {
        HubSequence since = 0;
        std::vector<Scope> scopes;
    };

    platform::Database& database_;
    platform::Statement store_;
    std::map<DeviceNumber, Device> devices_;
    std::unordered_map<std::string, DeviceNumber> bySecret_;
    std::unordered_map<std::uint64_t, DeviceNumber> writers_;
    std::unordered_map<DeviceNumber, std::vector<Grant>> grants_;
};

bool grants(const std::vector<Scope>& granted, const Scope& scope);

} // namespace lianxin::sync

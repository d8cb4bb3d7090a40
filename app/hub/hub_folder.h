// SPDX-License-Identifier: GPL-3.0-or-later
// The hub's data folder. Beside the store it holds what must not be put back with a backup: the list of
// erased records and the last place in the hub's history.
//
//   hub.db        the store
//   admin.json    while the hub serves: where and with which secret its administrator's commands reach it
//   erased.list   one line of JSON for each record that was erased
//   backups.list  one line of JSON for each backup that is kept
//   last-mark     the last place in the history, and the letter of the number series
#pragma once

#include "platform/clock/clock.h"
#include "sync/hub/hub.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace lianxin::hub {

/// Where administrators' commands reach a serving hub.
struct AdminDoor {
    std::string url;
    std::string secret;
};

struct LastMark {
    sync::Mark mark;
    std::string epoch; ///< the letter of the number series; empty: none yet
};

struct ErasedEntry {
    sync::Uuid record;
    std::vector<std::string> by; ///< the people who decided
    std::string at;              ///< ISO 8601
};

/// Every call throws std::system_error when a file cannot be read or written.
class HubFolder {
public:
    explicit HubFolder(std::filesystem::path folder) : folder_(std::move(folder)) {}

    const std::filesystem::path& path() const { return folder_; }
    std::filesystem::path store() const { return folder_ / "hub.db"; }

    std::optional<AdminDoor> adminDoor() const;
    void writeAdminDoor(const AdminDoor& door) const;
    void removeAdminDoor() const;

    std::optional<LastMark> lastMark() const;
    void writeLastMark(const LastMark& last) const;

    /// Throws std::runtime_error when a line cannot be read: a device would let go of what a backup lacks.
    std::vector<sync::Backup> backups() const;
    void writeBackups(const std::vector<sync::Backup>& kept) const;

    /// Throws std::runtime_error when a line cannot be read: nobody may guess who was erased.
    std::vector<ErasedEntry> erased() const;
    /// Durable on return.
    void addErased(const ErasedEntry& entry) const;

private:
    std::filesystem::path folder_;
};

/// The letter after `letter`: none, A, B ... Z, AA, AB ...
std::string nextEpoch(const std::string& letter);
/// The later of two letters.
std::string laterEpoch(const std::string& a, const std::string& b);

} // namespace lianxin::hub

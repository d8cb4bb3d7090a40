// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A medium that fails when it is told to. It stands between SQLite and the system's own VFS, becomes the
// default for as long as it lives, and remembers every write that was not synced yet: so it can say what a
// power cut at this moment would have left of a file. It never waits for the real medium. One at a time; one
// thread uses it.

#include "platform/random/random.h"

#include <sqlite3.h>

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace lianxin::crash {

enum class Fault {
    PowerCut, ///< at the n-th change, and nothing works any more
    Fails,    ///< the n-th change fails, halfway where it is a write; the next ones succeed
    Broken,   ///< as Fails, and every later change fails as well
    Full,     ///< from the n-th change on every write finds no room, and half of it may be there
    Read,     ///< the n-th read fails
    Memory,   ///< no fault of the medium: the n-th allocation of memory fails
    NoMemory, ///< the same, and every later one until the step has ended
};

/// What a power cut leaves of what was written and not synced.
enum class Remains {
    Nothing,
    Everything,
    Some, ///< some writes whole, some torn at the sectors, some not at all, in any order
};

struct FaultPlan {
    Fault fault = Fault::Fails;
    long at = 0; ///< counted from 1
};

class FailingVfs {
public:
    explicit FailingVfs(std::uint64_t seed);
    FailingVfs(const FailingVfs&) = delete;
    FailingVfs& operator=(const FailingVfs&) = delete;
    ~FailingVfs();

    /// Counts from here on.
    void arm(const FaultPlan& plan);
    void heal();
    /// A full medium has room while this says so.
    void setRoom(std::function<bool()> hasRoom) { hasRoom_ = std::move(hasRoom); }
    bool hasStruck() const { return struck_; }
    bool isOff() const { return off_; }
    long changes() const { return changes_; } ///< writes, syncs, truncations and removals since arm()
    long reads() const { return reads_; }

    /// Writes down what a power cut would have left of the database and its journals. `to` did not exist.
    void leave(const std::filesystem::path& from, const std::filesystem::path& to, Remains remains);

    // ---- what the VFS calls
    struct Write {
        sqlite3_int64 offset = 0;
        std::string old;          ///< what it wrote over
        std::string bytes;        ///< what it wrote; of a truncation nothing
        sqlite3_int64 before = 0; ///< sizes of the file
        sqlite3_int64 after = 0;
        bool durable = false;
        bool lost = false; ///< the sync that should have made it durable failed, and no later one will
    };
    using Log = std::vector<Write>;

    sqlite3_vfs* below() const { return below_; }
    std::shared_ptr<Log> logOf(const std::string& path);
    void forget(const std::string& path) { logs_.erase(path); }
    /// The result of the next change: SQLITE_OK, or why it fails. `half`: the first half of it is done.
    int nextChange(bool isWrite, bool& half);
    int nextRead();

private:
    std::string imageOf(const std::filesystem::path& path, Remains remains);
    void apply(std::string& image, const Write& write, Remains remains);

    sqlite3_vfs vfs_{};
    sqlite3_vfs* below_;
    platform::SeededRandom random_;
    std::map<std::string, std::shared_ptr<Log>> logs_;
    std::optional<FaultPlan> plan_;
    long changes_ = 0;
    long reads_ = 0;
    std::function<bool()> hasRoom_;
    bool struck_ = false;
    bool off_ = false;
};

} // namespace lianxin::crash

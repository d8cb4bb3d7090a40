// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A replica in this process, in a folder of its own: for what is measured without a network, for making a
// device's file before a measurement and for looking into it afterwards. It owns the open file; the folder is
// the caller's.

#include "platform/clock/clock.h"
#include "platform/random/random.h"
#include "sync/replica/replica.h"

#include <cstdint>
#include <filesystem>
#include <vector>

namespace lianxin::bench {

/// Where a device keeps its file within its folder.
[[nodiscard]] std::filesystem::path deviceFile(const std::filesystem::path& folder);

class LocalDevice {
public:
    /// The schema and the clock must outlive it. Throws platform::StorageError.
    LocalDevice(const std::filesystem::path& folder, const sync::Schema& schema,
                const platform::Clock& clock);

    [[nodiscard]] sync::Replica& replica() { return replica_; }

    /// Throw std::runtime_error when the replica refuses.
    void save(const sync::Record& draft);
    void saveAll(const std::vector<sync::Record>& drafts);
    void edit(const sync::RecordType& type, const sync::Uuid& id,
              const std::vector<sync::FieldChange>& changes);

private:
    platform::SystemRandom random_;
    sync::Replica replica_;
};

/// Bytes of a folder's files once everything has been moved out of the device's write-ahead log.
[[nodiscard]] std::uintmax_t deviceBytesAfterCheckpoint(const std::filesystem::path& folder);

} // namespace lianxin::bench

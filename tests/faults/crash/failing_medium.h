// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The medium of a ward in which one store lies in a file that can fail, and all others in memory.

#include "platform/files/temporary_folder.h"
#include "tests/faults/crash/failing_vfs.h"
#include "tests/world/medium.h"

namespace lianxin::crash {

class FailingMedium final : public world::Medium {
public:
    /// The store that is made as the `victim`-th, from 0, lies in the file. The VFS outlives the medium.
    FailingMedium(FailingVfs& vfs, int victim) : vfs_(vfs), victim_(victim) {}

    platform::Database fresh() override;
    /// Of the store in the file: what a power cut leaves of the file that was opened last.
    platform::Database copyOf(platform::Database& source) override;

    /// What the next power cut leaves of what was not synced.
    void setRemains(Remains remains) { remains_ = remains; }
    /// The file that was opened last.
    const std::filesystem::path& path() const { return path_; }
    std::filesystem::path nextPath();

private:
    FailingVfs& vfs_;
    int victim_;
    int made_ = 0;
    int files_ = 0;
    Remains remains_ = Remains::Everything;
    platform::TemporaryFolder folder_;
    std::filesystem::path path_;
    world::MemoryMedium memory_;
};

} // namespace lianxin::crash

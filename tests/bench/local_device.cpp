// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/local_device.h"

#include <stdexcept>
#include <string>

namespace lianxin::bench {

namespace {

template <class Value>
void require(const platform::Result<Value, sync::SaveError>& outcome) {
    if (!outcome) {
        throw std::runtime_error("a save was refused: " + outcome.error().problem.field + " " +
                                 outcome.error().detail);
    }
}

} // namespace

std::filesystem::path deviceFile(const std::filesystem::path& folder) {
    return folder / "device.sqlite";
}

LocalDevice::LocalDevice(const std::filesystem::path& folder, const sync::Schema& schema,
                         const platform::Clock& clock)
    : replica_(platform::Database::openWriter(deviceFile(folder), platform::OpenMode::Create), schema, clock,
               random_) {
    replica_.beginRun();
}

void LocalDevice::save(const sync::Record& draft) {
    require(replica_.create(draft));
}

void LocalDevice::saveAll(const std::vector<sync::Record>& drafts) {
    require(replica_.createAll(drafts));
}

void LocalDevice::edit(const sync::RecordType& type, const sync::Uuid& id,
                       const std::vector<sync::FieldChange>& changes) {
    require(replica_.edit(type, id, changes));
}

std::uintmax_t deviceBytesAfterCheckpoint(const std::filesystem::path& folder) {
    platform::Database::openWriter(deviceFile(folder), platform::OpenMode::MustExist)
        .checkpoint(platform::CheckpointMode::Truncate);
    std::uintmax_t bytes = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        bytes += entry.is_regular_file() ? entry.file_size() : 0;
    }
    return bytes;
}

} // namespace lianxin::bench

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hub/open_hub.h"

#include "app/domain/schema.h"
#include "app/hub/lookup_desk.h"
#include "platform/files/file_lock.h"
#include "platform/sqlite/wal_file.h"

#include <algorithm>

namespace lianxin::hub {

namespace {

/// SQLite takes a damaged frame for the log's end, and puts the pages of any log into the file.
void requireOwnLog(const std::filesystem::path& store) {
    const std::filesystem::path log = store.string() + "-wal";
    const auto refuse = [](const char* why) {
        throw platform::StorageError(platform::StorageFault::Corrupt, 0, why);
    };
    if (platform::isDamagedInside(log))
        refuse("its write-ahead log is damaged");
    switch (platform::logKind(log, store)) {
    case platform::LogKind::Own:
        break;
    case platform::LogKind::Outdated: // a power cut left it between two logs
        platform::emptyLog(log);
        std::filesystem::remove(store.string() + "-shm");
        break;
    case platform::LogKind::Foreign:
        refuse("its write-ahead log is of another file, or of another moment");
        break;
    case platform::LogKind::Missing: // whether anything went with it, the last mark tells
        break;
    }
}

/// Looks before anything is written: a hub makes its tables, notes its backups and erases what is on the list
/// as soon as it is there, and a damaged file must stay as it was found.
platform::Database openSound(const HubFolder& folder, platform::OpenMode mode) {
    if (mode == platform::OpenMode::MustExist) {
        static_cast<void>(platform::Database::openReader(folder.store())); // says whether it is there
        const auto lock = platform::FileLock::tryTake(folder.store().string() + ".lock");
        if (!lock)
            throw platform::AlreadyOpen(folder.store().string());
        requireOwnLog(folder.store());
        auto reader = platform::Database::openReader(folder.store());
        if (const auto damage = reader.quickCheck(); !damage.empty())
            throw platform::StorageError(platform::StorageFault::Corrupt, 0, damage.front());
    }
    return platform::Database::openWriter(folder.store(), mode);
}

} // namespace

OpenHub::OpenHub(const HubFolder& folder, platform::OpenMode mode, const Log& log)
    : schema_(domain::makeHospitalSchema()),
      rules_(schema_),
      hub_(openSound(folder, mode), schema_, rules_, clock_, random_) {
    settleHistory(hub_, folder, log);
    prepareLookup(hub_);
}

void noteKeptBackups(sync::Hub& hub, const HubFolder& folder) {
    const auto& known = hub.backups().kept();
    for (sync::Backup& kept : folder.backups())
        if (std::none_of(known.begin(), known.end(), [&kept](const sync::Backup& one) {
                return one.file == kept.file && one.taken == kept.taken;
            }))
            hub.backups().add(std::move(kept));
}

void settleHistory(sync::Hub& hub, const HubFolder& folder, const Log& log) {
    const auto last = folder.lastMark();
    const auto erased = folder.erased();
    const bool wentBack = last && !hub.holds(last->mark);
    hub.begin();
    if (wentBack) {
        hub.beginEpoch(nextEpoch(laterEpoch(last->epoch, hub.epoch())));
        log("the store is older than the last mark beside it: numbers go on under the letter " + hub.epoch());
    }
    noteKeptBackups(hub, folder);
    for (const ErasedEntry& entry : erased)
        hub.erase(entry.record);
    hub.commit();
    folder.writeLastMark({hub.mark(), last ? laterEpoch(last->epoch, hub.epoch()) : hub.epoch()});
}

} // namespace lianxin::hub

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hub/backup.h"

#include "app/domain/schema.h"
#include "app/domain/time_text.h"
#include "app/terminal/message.h"
#include "platform/files/durable_file.h"
#include "platform/files/file_lock.h"

#include <algorithm>

namespace lianxin::hub {

namespace {

namespace fs = std::filesystem;
using terminal::ExitStatus;
using terminal::Trouble;

constexpr std::array<const char*, 4> storeEndings{"", "-wal", "-shm", "-journal"};

void removeStore(const fs::path& path) {
    for (const char* ending : storeEndings)
        fs::remove(path.string() + ending);
}

std::string listed(const std::vector<std::string>& problems) {
    std::string text;
    for (const std::string& problem : problems)
        text += "\n  " + problem;
    return text;
}

Trouble faultyCopy(const fs::path& file, const StoreReport& report, const std::string& chinese,
                   const std::string& english) {
    const std::string problems = listed(report.problems);
    return Trouble(ExitStatus::NotDone, "backup-not-sound",
                   {"备份 " + file.string() + " 检查不通过。" + chinese + problems,
                    "The backup " + file.string() + " has faults. " + english + problems});
}

/// "20260302T080000Z", for the name of a file.
std::string compactTime(sync::WallTime time) {
    std::string text = domain::formatTime(time).substr(0, 19) + "Z";
    std::erase_if(text, [](char c) { return c == '-' || c == ':'; });
    return text;
}

} // namespace

sync::Backup takeBackup(HubAccess& access, const fs::path& file) {
    if (fs::exists(file))
        throw Trouble(ExitStatus::NotDone, "file-exists",
                      {file.string() + " 已经存在，没有覆盖。请换一个文件名。",
                       file.string() + " is there already and was not overwritten. Choose another name."});
    const fs::path folder = fs::absolute(file).parent_path();
    if (std::error_code fault; !fs::is_directory(folder, fault))
        throw Trouble(ExitStatus::NotDone, "no-such-folder",
                      {"没有文件夹 " + folder.string() + "。没有备份。",
                       "There is no folder " + folder.string() + ". No backup was taken."});
    const fs::path unchecked = file.string() + ".unchecked";
    removeStore(unchecked);
    platform::Database::openReader(access.folder().store()).backupTo(unchecked);
    StoreReport report;
    {
        auto copy = platform::Database::openReader(unchecked);
        report = checkStore(copy, access.schema(), access.rules());
    }
    if (!report.isSound()) {
        removeStore(unchecked);
        throw faultyCopy(file, report, "没有留下备份。请立即检查主机的存储：lianxin-hub verify。",
                         "No backup was kept. Look at the hub's storage at once: lianxin-hub verify.");
    }
    fs::rename(unchecked, file);
    platform::syncFolder(fs::absolute(file).parent_path());
    sync::Backup backup{0, fs::absolute(file).string(), access.clock().wall(), report.mark, report.ledgers};
    // The list first: should the power fail in between, the next start notes what is on it.
    auto listed = access.folder().backups();
    listed.push_back(backup);
    access.folder().writeBackups(listed);
    access.inGroup([&backup](sync::Hub& hub) {
        hub.backups().add(backup);
        backup.number = hub.backups().kept().back().number;
        return nlohmann::json();
    });
    return backup;
}

std::optional<sync::Backup> forgetBackup(HubAccess& access, std::int64_t number) {
    std::optional<sync::Backup> forgotten;
    std::vector<sync::Backup> left;
    access.inGroup([&](sync::Hub& hub) {
        for (const sync::Backup& kept : hub.backups().kept())
            if (kept.number == number)
                forgotten = kept;
            else
                left.push_back(kept);
        if (forgotten)
            hub.backups().forget(number);
        return nlohmann::json();
    });
    if (forgotten)
        access.folder().writeBackups(left);
    return forgotten;
}

namespace {

class Restoring {
public:
    Restoring(const HubFolder& folder, fs::path file, const platform::Clock& clock, const Log& log)
        : folder_(folder),
          file_(std::move(file)),
          clock_(clock),
          log_(log),
          schema_(domain::makeHospitalSchema()),
          rules_(schema_),
          next_(folder.store().string() + ".restoring") {}

    Restored run() {
        requireFile();
        fs::create_directories(folder_.path());
        // Held to the end: nobody opens the store while it is exchanged.
        const auto lock = platform::FileLock::tryTake(folder_.store().string() + ".lock");
        if (!lock)
            throw platform::AlreadyOpen(folder_.store().string());
        copyAndCheck();
        readPresent();
        prepare();
        exchange();
        return restored_;
    }

private:
    void requireFile() const {
        if (std::error_code fault; !fs::is_regular_file(file_, fault))
            throw Trouble(ExitStatus::NotDone, "no-such-file",
                          {"没有备份文件 " + file_.string() + "。什么也没有改动。",
                           "There is no backup file " + file_.string() + ". Nothing was changed."});
    }

    /// Reads the backup, and nothing else: a fault of a store is the backup's.
    StoreReport checkSource() const {
        try {
            auto source = platform::Database::openReader(file_);
            return checkStore(source, schema_, rules_);
        } catch (const platform::StorageError& fault) {
            StoreReport unreadable;
            unreadable.problems.emplace_back(fault.what());
            return unreadable;
        }
    }

    void copyAndCheck() {
        removeStore(next_);
        const StoreReport report = checkSource();
        if (!report.isSound())
            throw faultyCopy(file_, report, "没有恢复，现有的数据没有改动。请用另一个备份。",
                             "Nothing was restored and nothing was changed. Use another backup.");
        restored_.records = report.records;
        platform::Database::openReader(file_).backupTo(next_);
    }

    /// Which letter the numbers of the store in place have, where last-mark does not say.
    void readPresent() {
        if (const auto last = folder_.lastMark())
            epoch_ = last->epoch;
        if (!fs::exists(folder_.store()))
            return;
        try {
            auto present = platform::Database::openReader(folder_.store());
            auto epoch = present.prepare("SELECT letter FROM _epoch");
            if (epoch.step())
                epoch_ = laterEpoch(epoch_, std::string(epoch.text(0)));
        } catch (const platform::StorageError& error) {
            log_(std::string("the present store cannot be read: ") + error.what());
        }
    }

    /// Everything that must be true of the restored store before anyone meets it.
    void prepare() {
        platform::SystemRandom random;
        sync::Hub hub(platform::Database::openWriter(next_, platform::OpenMode::MustExist), schema_, rules_,
                      clock_, random);
        const auto erased = folder_.erased();
        hub.begin();
        noteBackups(hub);
        restored_.epoch = nextEpoch(laterEpoch(epoch_, hub.epoch()));
        hub.beginEpoch(restored_.epoch);
        for (const ErasedEntry& entry : erased)
            hub.erase(entry.record);
        restored_.mark = hub.commit();
        restored_.erasedAgain = erased.size();
        hub.database().checkpoint(platform::CheckpointMode::Truncate);
    }

    void noteBackups(sync::Hub& hub) {
        noteKeptBackups(hub, folder_);
        const std::string source = fs::absolute(file_).string();
        const auto& kept = hub.backups().kept();
        const bool known = std::any_of(kept.begin(), kept.end(), [&source](const sync::Backup& backup) {
            return backup.file == source;
        });
        if (!known) {
            sync::Backup used{0, source, clock_.wall(), hub.mark(), {}};
            for (const auto& [number, device] : hub.directory().all())
                used.ledgers[number] = device.receivedThrough;
            hub.backups().add(std::move(used));
        }
        kept_ = kept;
    }

    void exchange() {
        // Before the exchange: if the power fails in between, the letter is skipped and never given twice.
        folder_.writeLastMark({restored_.mark, restored_.epoch});
        folder_.writeBackups(kept_);
        if (fs::exists(folder_.store())) {
            restored_.putAside = folder_.store().string() + ".before-restore-" + compactTime(clock_.wall());
            for (const char* ending : storeEndings)
                if (fs::exists(folder_.store().string() + ending))
                    fs::rename(folder_.store().string() + ending, restored_.putAside.string() + ending);
        }
        fs::rename(next_, folder_.store());
        platform::syncFolder(folder_.path());
        fs::remove(next_.string() + ".lock");
    }

    const HubFolder& folder_;
    fs::path file_;
    const platform::Clock& clock_;
    const Log& log_;
    sync::Schema schema_;
    HospitalRules rules_;
    fs::path next_;
    std::vector<sync::Backup> kept_;
    std::string epoch_;
    Restored restored_;
};

} // namespace

Restored restoreBackup(const HubFolder& folder, const fs::path& file, const platform::Clock& clock,
                       const Log& log) {
    return Restoring(folder, file, clock, log).run();
}

} // namespace lianxin::hub

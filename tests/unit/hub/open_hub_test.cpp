// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hub/open_hub.h"

#include "platform/files/temporary_folder.h"
#include "platform/sqlite/storage_error.h"
#include "tests/unit/hub/hub_and_desk.h"

#include <QtTest>

#include <fstream>
#include <sstream>

using namespace lianxin;

namespace {

std::string bytesOf(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream bytes;
    bytes << file.rdbuf();
    return bytes.str();
}

void write(const std::filesystem::path& path, const std::string& bytes) {
    std::ofstream(path, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

bool contains(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

/// Overwrites the beginning of every page of the second half, as a dying disk might.
void damage(const std::filesystem::path& path) {
    std::fstream file(path, std::ios::binary | std::ios::in | std::ios::out);
    const auto size = std::filesystem::file_size(path);
    constexpr std::uintmax_t page = 4096;
    for (std::uintmax_t at = size / page / 2 * page; at < size; at += page) {
        file.seekp(static_cast<std::streamoff>(at));
        file.write("damaged", 7);
    }
}

} // namespace

class OpenHubTest : public QObject {
    Q_OBJECT

    /// Whether a hub opens the store and log that were put into a folder by hand, and what it says if not.
    static std::string refusalOf(const std::string& store, const std::optional<std::string>& log) {
        const platform::TemporaryFolder temporary;
        const hub::HubFolder folder(temporary.path());
        write(folder.store(), store);
        if (log)
            write(folder.store().string() + "-wal", *log);
        try {
            const hub::OpenHub open(folder, platform::OpenMode::MustExist, [](std::string_view) {});
            return "";
        } catch (const platform::StorageError& fault) {
            return bytesOf(folder.store()) == store ? fault.what() : "it was written to";
        }
    }

private slots:
    void aStoreIsOpenedWithItsOwnLogAlone() {
        const platform::TemporaryFolder temporary;
        hub::HubAndDesk open(temporary.path());
        const auto log = open.folder().store().string() + "-wal";
        open.registerMatter();
        const std::string early = bytesOf(open.folder().store());
        const std::string earlyLog = bytesOf(log);
        open.hub().database().checkpoint(platform::CheckpointMode::Restart);
        open.registerMatter();
        open.hub().database().checkpoint(platform::CheckpointMode::Restart);
        open.registerMatter();
        const std::string store = bytesOf(open.folder().store());
        const std::string ownLog = bytesOf(log);
        QCOMPARE(refusalOf(store, ownLog), std::string());
        QCOMPARE(refusalOf(early, earlyLog), std::string());
        QCOMPARE(refusalOf(store, std::nullopt), std::string()); // what went with it, the last mark tells
        QVERIFY(contains(refusalOf(store, earlyLog), "of another file, or of another moment"));
        QVERIFY(contains(refusalOf(early, ownLog), "of another file, or of another moment"));
        std::string damaged = ownLog;
        damaged[500] ^= 0x10;
        QVERIFY(contains(refusalOf(store, damaged), "log is damaged"));
    }

    void aDamagedStoreIsLeftAsItIs() {
        const platform::TemporaryFolder temporary;
        const hub::HubFolder folder(temporary.path());
        { hub::HubAndDesk(temporary.path()).registerMatter(); }
        damage(folder.store());
        const std::string before = bytesOf(folder.store());
        try {
            const hub::OpenHub open(folder, platform::OpenMode::MustExist, [](std::string_view) {});
            QFAIL("it was opened");
        } catch (const platform::StorageError& fault) {
            QVERIFY(fault.fault() == platform::StorageFault::Corrupt);
        }
        QVERIFY(bytesOf(folder.store()) == before);
    }

    void aStoreThatIsInUseIsNotOpenedTwice() {
        const platform::TemporaryFolder temporary;
        hub::HubAndDesk first(temporary.path());
        const auto openAgain = [&first] {
            const hub::OpenHub second(first.folder(), platform::OpenMode::MustExist, [](std::string_view) {});
        };
        QVERIFY_EXCEPTION_THROWN(openAgain(), platform::AlreadyOpen);
    }
};

QTEST_GUILESS_MAIN(OpenHubTest)
#include "open_hub_test.moc"

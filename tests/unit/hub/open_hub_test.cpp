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

private slots:
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

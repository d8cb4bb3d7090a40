// SPDX-License-Identifier: GPL-3.0-or-later
// A device whose disk is full, and one whose file is damaged: what a person meets.
#include "app/ctl/story_cast.h"
#include "app/ctl/story_records.h"
#include "app/store/device.h"
#include "tests/faults/crash/failing_vfs.h"

#include <QtTest>

#include <fstream>

using namespace lianxin;
using nlohmann::json;
namespace fs = std::filesystem;

class BrokenDeviceTest : public QObject {
    Q_OBJECT

    static sync::Record departmentCalled(store::Device& device, const std::string& name) {
        sync::Record record = sync::emptyRecord(*device.schema().find("department"), {});
        const auto set = [&record](const char* field, const char* value) {
            record.shown.at(record.type->indexOf(field).value()) = std::string(value);
        };
        set("name", name.c_str());
        set("kind", "clinical");
        set("head_phone", "0000-555-2007");
        return record;
    }

    static std::size_t countOf(store::Device& device) {
        std::size_t count = 0;
        device.visitAll("department", [&count](const sync::Record&) { ++count; });
        return count;
    }

    ctl::StoryCast cast_{LIANXIN_BIN_DIR};
    ctl::StoryRecords written_;

private slots:
    void aFullDiskGivesUpItsReserveForWhatSomebodyTyped() {
        crash::FailingVfs medium(1);
        const platform::TemporaryFolder folder;
        const fs::path reserve = folder.path() / "device.reserve";
        store::enrolDevice(folder.path(), {"http://127.0.0.1:9", "a secret"});
        {
            store::Device device(folder.path());
            QVERIFY(!device.isShortOfRoom());
            QVERIFY(fs::exists(reserve));
            QVERIFY(device.save({departmentCalled(device, "一")}));

            medium.arm({crash::Fault::Full, 1});
            medium.setRoom([&reserve] { return !fs::exists(reserve); });
            QVERIFY(device.save({departmentCalled(device, "二")}));
            QVERIFY(device.isShortOfRoom());
            QVERIFY(!fs::exists(reserve));

            medium.setRoom([] { return false; });
            const auto refused = device.save({departmentCalled(device, "三")});
            QVERIFY(!refused);
            QCOMPARE(refused.error().fault, sync::SaveFault::StorageFull);
            QCOMPARE(countOf(device), std::size_t{2});

            medium.heal();
            QVERIFY(device.save({departmentCalled(device, "三")}));
            QVERIFY(device.isShortOfRoom());
        }
        store::Device again(folder.path());
        QVERIFY(!again.isShortOfRoom());
        QCOMPARE(countOf(again), std::size_t{3});
    }

    void aDamagedDeviceSaysSoAndGoesOnWithWhatItHeld() {
        cast_.makeHub();
        const std::string secret = cast_.enrolAtHub("kiosk", "kiosk", {});
        cast_.startHub();
        cast_.ask("kiosk", {"enrol", "--hub", cast_.hubUrl(), "--secret", secret});
        QCOMPARE(cast_.runWith("kiosk", {"submit"}, written_.kioskMatters(3)).status, 0);
        const auto before = cast_.ask("kiosk", {"ledger"});
        QVERIFY(before["waiting"] > 0);
        const fs::path file = cast_.file("kiosk") / "device.db";
        {
            // The first page's kind: SQLite reads nothing of such a file.
            std::fstream damage(file, std::ios::binary | std::ios::in | std::ios::out);
            damage.seekp(2);
            damage.write("XX", 2);
        }
        const auto status = cast_.ask("kiosk", {"status"});
        QCOMPARE(status["salvages"].size(), std::size_t{1});
        QVERIFY(fs::exists(status["salvages"][0]["set_aside"].get<std::string>()));
        QCOMPARE(status["salvages"][0]["unsent"], before["waiting"]);
        QCOMPARE(cast_.ask("kiosk", {"ledger"})["waiting"], before["waiting"]);
        QCOMPARE(cast_.run("kiosk", {"sync"}).status, 0);
        QCOMPARE(cast_.ask("kiosk", {"ledger"})["waiting"], json(0));
        QCOMPARE(cast_.ask("kiosk", {"ledger"})["parked"], json(0));
    }

    void whatWasSalvagedIsSaidInBothLanguages() {
        const sync::Salvage whole{"/a/device.db.damaged-20260302T080000Z", "page 3", 12, false};
        QVERIFY(store::inWords(whole).chinese.find("12 条") != std::string::npos);
        QVERIFY(store::inWords(whole).english.find("set aside as /a/device.db.damaged") != std::string::npos);
        const sync::Salvage partly{"/a/b", "page 3", 0, true};
        QVERIFY(store::inWords(partly).english.find("could not be read") != std::string::npos);
        QVERIFY(store::inWords(partly).chinese.find("读不出来") != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(BrokenDeviceTest)
#include "broken_device_test.moc"

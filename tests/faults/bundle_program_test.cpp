// SPDX-License-Identifier: GPL-3.0-or-later
// The real programs: a kiosk that never meets the hub, a desk that carries for it, and a device that was
// taken out of service.
#include "app/ctl/story_cast.h"
#include "app/ctl/story_records.h"
#include "platform/files/durable_file.h"

#include <QtTest>

using namespace lianxin;
using nlohmann::json;

class BundleProgramTest : public QObject {
    Q_OBJECT

    ctl::StoryCast cast_{LIANXIN_BIN_DIR};
    ctl::StoryRecords written_;

    std::string path(const std::string& name) const { return cast_.file(name).string(); }

    json askHub(const std::vector<std::string>& words) {
        std::vector<std::string> command{(std::filesystem::path(LIANXIN_BIN_DIR) / "lianxin-hub").string()};
        command.insert(command.end(), words.begin(), words.end());
        command.insert(command.end(), {"--data", path("hub"), "--json"});
        platform::Child child = platform::Child::start(command);
        const ctl::Ran ran = ctl::finish(child);
        return ran.status == 0 ? json::parse(ran.lines.back()) : json(ran.status);
    }

    std::int64_t numberOf(const std::string& name) {
        for (const json& device : cast_.askHub("devices"))
            if (device["name"] == name)
                return device["number"];
        return 0;
    }

    void enrol(const std::string& name, const std::string& role, const std::string& url) {
        cast_.ask(name, {"enrol", "--hub", url, "--secret", cast_.enrolAtHub(name, role, {})});
    }

private slots:
    void initTestCase() {
        cast_.makeHub();
        cast_.startHub();
        enrol("desk", "desk", cast_.hubUrl());
        enrol("kiosk", "kiosk", "http://127.0.0.1:9"); // where nobody answers
        enrol("other", "kiosk", cast_.hubUrl());
    }

    void aDeskCarriesForAKioskWithoutANetwork() {
        QCOMPARE(cast_.ask("kiosk", {"bundle", "export", path("nothing")})["records"], json(0));
        QVERIFY(!std::filesystem::exists(cast_.file("nothing")));
        QCOMPARE(cast_.runWith("kiosk", {"submit"}, written_.kioskMatters(3)).status, 0);
        const json waiting = cast_.ask("kiosk", {"ledger"})["waiting"];
        QCOMPARE(cast_.ask("kiosk", {"bundle", "export", path("stick")})["records"], waiting);
        const std::string secret = platform::readWhole(cast_.file("stick"), 1 << 21).value();
        QVERIFY(secret.find("matter") == std::string::npos);
        const json brought = cast_.ask("desk", {"bundle", "import", path("stick")});
        QCOMPARE(brought["records"], waiting);
        QCOMPARE(brought["device"], json("kiosk"));
        QCOMPARE(brought["refused"], json(0));
        const json again = cast_.ask("desk", {"bundle", "import", path("stick"), path("second-answer")});
        QCOMPARE(again["again"], json(true));
        const json read = cast_.ask("kiosk", {"bundle", "receipts", path("stick.answer")});
        QCOMPARE(read["taken"], json(true));
        QCOMPARE(read["ledger"]["waiting"], json(0));
        QCOMPARE(cast_.ask("kiosk", {"bundle", "receipts", path("second-answer")})["taken"], json(false));
        QCOMPARE(cast_.run("desk", {"sync"}).status, 0);
        QCOMPARE(cast_.run("desk", {"list", "matter", "--json"}).lines.size(), std::size_t{3});
    }

    void aFileThatIsNotWholeChangesNothing() {
        QCOMPARE(cast_.runWith("kiosk", {"submit"}, written_.kioskMatters(1)).status, 0);
        cast_.ask("kiosk", {"bundle", "export", path("whole")});
        const std::string file = platform::readWhole(cast_.file("whole"), 1 << 21).value();
        platform::writeDurably(cast_.file("torn"), file.substr(0, file.size() / 2));
        std::string changed = file;
        changed[file.size() / 2] ^= 1;
        platform::writeDurably(cast_.file("changed"), changed);
        for (const char* name : {"torn", "changed", "missing", "kiosk/device.json"}) {
            QCOMPARE(cast_.run("desk", {"bundle", "import", path(name)}).status, 1);
            QVERIFY(!std::filesystem::exists(cast_.file(std::string(name) + ".answer")));
        }
        QCOMPARE(cast_.run("kiosk", {"bundle", "receipts", path("whole")}).status, 1);
        QVERIFY(cast_.ask("kiosk", {"ledger"})["waiting"].get<int>() > 0);
        QCOMPARE(cast_.run("other", {"bundle", "import", path("whole")}).status, 1); // no desk
        QCOMPARE(cast_.run("desk", {"bundle", "steal", path("whole")}).status, 2);
    }

    void whatARevokedDeviceHeldWaitsForAPerson() {
        QCOMPARE(cast_.runWith("other", {"submit"}, written_.kioskMatters(1)).status, 0);
        const std::string number = std::to_string(numberOf("other"));
        QCOMPARE(askHub({"revoke", number})["revoked"], json(true));
        QCOMPARE(askHub({"revoke", "999"}), json(1));
        QCOMPARE(cast_.run("other", {"sync"}).status, 1);
        QCOMPARE(cast_.ask("other", {"ledger"})["waiting"], json(0));
        const json kept = askHub({"quarantine"});
        QCOMPARE(kept.size(), std::size_t{1});
        QCOMPARE(kept[0]["name"], json("other"));
        QCOMPARE(cast_.run("desk", {"sync"}).status, 0);
        const std::size_t before = cast_.run("desk", {"list", "matter", "--json"}).lines.size();
        const json accepted = askHub({"accept", std::to_string(kept[0]["number"].get<int>())});
        QVERIFY(accepted["refused"].empty());
        QCOMPARE(askHub({"quarantine"}).size(), std::size_t{0});
        QCOMPARE(cast_.run("desk", {"sync"}).status, 0);
        QCOMPARE(cast_.run("desk", {"list", "matter", "--json"}).lines.size(), before + 1);
    }
};

QTEST_GUILESS_MAIN(BundleProgramTest)
#include "bundle_program_test.moc"

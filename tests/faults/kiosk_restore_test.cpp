// SPDX-License-Identifier: GPL-3.0-or-later
// The hub is restored from a backup that is older than the hospital's data, and only a kiosk still holds
// them.
#include "app/ctl/story_cast.h"

#include <QtTest>

using namespace lianxin;
using nlohmann::json;

class KioskRestoreTest : public QObject {
    Q_OBJECT

    ctl::StoryCast cast_{LIANXIN_BIN_DIR};

    void enrol(const std::string& name, const std::string& role) {
        const std::string secret = cast_.enrolAtHub(name, role, {});
        cast_.ask(name, {"enrol", "--hub", cast_.hubUrl(), "--secret", secret});
    }

    std::size_t countOf(const std::string& device, const std::string& type) {
        return cast_.run(device, {"list", type, "--json"}).lines.size();
    }

    ctl::Ran hub(std::vector<std::string> words) {
        words.insert(words.begin(), std::string(LIANXIN_BIN_DIR) + "/lianxin-hub");
        words.insert(words.end(), {"--data", cast_.file("hub").string(), "--json"});
        platform::Child child = platform::Child::start(words);
        return ctl::finish(child);
    }

private slots:
    void aKioskBringsTheHospitalsDataBackAndParksNothing() {
        cast_.makeHub();
        cast_.startHub();
        enrol("desk", "desk");
        enrol("kiosk", "kiosk");
        QCOMPARE(hub({"backup", "--to", cast_.file("backup.db").string()}).status, 0);
        cast_.ask("desk", {"import", ctl::StoryCast::sampleBeside(LIANXIN_BIN_DIR)});
        QCOMPARE(cast_.run("desk", {"sync"}).status, 0);
        QCOMPARE(cast_.run("kiosk", {"sync"}).status, 0);
        const std::size_t departments = countOf("kiosk", "department");
        QVERIFY(departments > 0);
        QCOMPARE(countOf("kiosk", "staff"), std::size_t{0});
        QCOMPARE(countOf("kiosk", "roster_entry"), std::size_t{0});
        QCOMPARE(countOf("kiosk", "bed"), std::size_t{0});

        cast_.stopHub();
        QCOMPARE(hub({"restore", "--from", cast_.file("backup.db").string()}).status, 0);
        cast_.startHub();
        enrol("early desk", "desk");
        QCOMPARE(cast_.run("early desk", {"sync"}).status, 0);
        QCOMPARE(countOf("early desk", "department"), std::size_t{0}); // the hub has lost them
        QCOMPARE(cast_.run("kiosk", {"sync"}).status, 0);
        QCOMPARE(cast_.ask("kiosk", {"ledger"})["parked"], json(0));
        QCOMPARE(cast_.ask("kiosk", {"ledger"})["records"], json(0)); // it saved nothing itself
        enrol("another desk", "desk");
        QCOMPARE(cast_.run("another desk", {"sync"}).status, 0);
        for (const char* type : {"hospital", "department", "ward", "category", "questionnaire"})
            QCOMPARE(countOf("another desk", type), countOf("desk", type));
        QCOMPARE(hub({"verify"}).status, 0);

        QCOMPARE(cast_.run("desk", {"sync"}).status, 0);
        QCOMPARE(cast_.run("another desk", {"sync"}).status, 0);
        QCOMPARE(countOf("another desk", "staff"), countOf("desk", "staff"));
        QCOMPARE(cast_.ask("desk", {"ledger"})["parked"], json(0));
    }
};

QTEST_GUILESS_MAIN(KioskRestoreTest)
#include "kiosk_restore_test.moc"

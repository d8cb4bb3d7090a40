// SPDX-License-Identifier: GPL-3.0-or-later
// The real programs from outside: how they end, what they refuse, and that refusing changes nothing.
#include "app/ctl/story_cast.h"
#include "app/ctl/story_records.h"
#include "platform/files/durable_file.h"
#include "platform/files/file_lock.h"
#include "platform/http/client.h"

#include <QtTest>

using namespace lianxin;
using nlohmann::json;

namespace {

constexpr auto patience = std::chrono::seconds(60);

unsigned statusOf(const std::string& url, const std::string& path, const std::string& authorization) {
    platform::HttpClient client(url, authorization, 1 << 20);
    std::optional<platform::ClientAnswer> answer;
    client.post({path, "{}", "application/json", patience},
                [&answer](platform::ClientAnswer came) { answer = std::move(came); });
    while (!answer && client.runOnce(patience)) {
    }
    return answer ? answer->status : 0;
}

} // namespace

class ProgramsTest : public QObject {
    Q_OBJECT

    ctl::StoryCast cast_{LIANXIN_BIN_DIR};
    ctl::StoryRecords written_;

    int statusOfSubmit(const json& input) { return cast_.runWith("kiosk", {"submit"}, input).status; }

private slots:
    void initTestCase() {
        cast_.makeHub();
        const std::string secret = cast_.enrolAtHub("kiosk", "kiosk", {});
        cast_.startHub();
        cast_.ask("kiosk", {"enrol", "--hub", cast_.hubUrl(), "--secret", secret});
    }

    void aWrongCommandLineEndsWithTwo() {
        for (const auto& words :
             {std::vector<std::string>{}, {"frob"}, {"list"}, {"list", "matter", "--frob"}})
            QCOMPARE(cast_.run("kiosk", words).status, 2);
    }

    void aFolderThatIsNoDevicesIsNotMadeOne() {
        QCOMPARE(cast_.run("nobody", {"ledger"}).status, 1);
        QVERIFY(!std::filesystem::exists(cast_.file("nobody")));
    }

    void oneBadRecordKeepsTheWholeListOut() {
        json list = written_.kioskMatters(3);
        list[4]["fields"]["kind"] = "shout";
        const json before = cast_.ask("kiosk", {"ledger"});
        QCOMPARE(statusOfSubmit(list), 1);
        QCOMPARE(cast_.ask("kiosk", {"ledger"}), before);
    }

    void aTakenIdKeepsTheWholeListOut() {
        const json list = written_.kioskMatters(1);
        QCOMPARE(statusOfSubmit(list), 0);
        const json before = cast_.ask("kiosk", {"ledger"})["records"];
        json again = written_.kioskMatters(1);
        again.push_back(list[0]);
        QCOMPARE(statusOfSubmit(again), 1);
        QCOMPARE(cast_.ask("kiosk", {"ledger"})["records"], before);
    }

    void aBadImportChangesNothing() {
        const auto sample = ctl::StoryCast::sampleBeside(LIANXIN_BIN_DIR);
        std::filesystem::copy(sample, cast_.file("bad"), std::filesystem::copy_options::recursive);
        platform::writeDurably(cast_.file("bad") / "wards.json", "[");
        const json before = cast_.ask("kiosk", {"ledger"});
        QCOMPARE(cast_.run("kiosk", {"import", cast_.file("bad")}).status, 1);
        QCOMPARE(cast_.ask("kiosk", {"ledger"}), before);
    }

    void aFolderInUseIsLeftAlone() {
        {
            const auto inUse = platform::FileLock::tryTake(cast_.file("kiosk") / "device.db.lock");
            QVERIFY(inUse.has_value());
            QCOMPARE(cast_.run("kiosk", {"ledger"}).status, 3);
            QCOMPARE(statusOfSubmit(written_.kioskMatters(1)), 3);
        }
        QCOMPARE(cast_.run("kiosk", {"ledger"}).status, 0);
    }

    void watchShowsWhatArrivesUntilItIsToldToEnd() {
        platform::Child watch = cast_.start("kiosk", {"watch", "--json"});
        const std::string secret = cast_.enrolAtHub("desk", "desk", {});
        cast_.ask("desk", {"enrol", "--hub", cast_.hubUrl(), "--secret", secret});
        cast_.ask("desk", {"import", ctl::StoryCast::sampleBeside(LIANXIN_BIN_DIR)});
        QCOMPARE(cast_.run("desk", {"sync"}).status, 0);
        const auto line = watch.readLine(patience);
        QVERIFY(line && json::parse(*line).contains("arrived"));
        watch.terminate();
        while (watch.readLine(patience)) {
        }
        QCOMPARE(watch.wait(patience).value(), 0);
    }

    void aRequestWithoutAValidSecretIsRefused() {
        QCOMPARE(statusOf(cast_.hubUrl(), "/v1/hello", {}), 401U);
        QCOMPARE(statusOf(cast_.hubUrl(), "/v1/push", "Bearer guessed"), 401U);
        QCOMPARE(statusOf(cast_.hubUrl(), "/admin/devices", {}), 401U);
        QCOMPARE(statusOf(cast_.hubUrl(), "/admin/devices", "Bearer guessed"), 401U);
        QCOMPARE(statusOf(cast_.hubUrl(), "/", "Bearer guessed"), 404U);
    }

    void anUnknownDeviceKeepsWhatItHolds() {
        cast_.ask("stranger", {"enrol", "--hub", cast_.hubUrl(), "--secret", "guessed"});
        QCOMPARE(cast_.runWith("stranger", {"submit"}, written_.kioskMatters(1)).status, 0);
        QCOMPARE(cast_.run("stranger", {"sync"}).status, 1);
        QCOMPARE(cast_.ask("stranger", {"ledger"})["waiting"], json(2));
    }

    void whatADeviceMayNotWriteIsParkedAndTheRestGoesOn() {
        json list = written_.kioskMatters(1);
        list.push_back({{"type", "department"}, {"fields", {{"name", "某科"}, {"kind", "clinical"}}}});
        QCOMPARE(statusOfSubmit(list), 0);
        QCOMPARE(cast_.run("kiosk", {"sync", "--json"}).status, 0);
        const json ledger = cast_.ask("kiosk", {"ledger"});
        QCOMPARE(ledger["parked"], json(1));
        QCOMPARE(ledger["waiting"], json(0));
        QCOMPARE(json::parse(cast_.run("kiosk", {"parked", "--json"}).lines.at(0))["reason"],
                 json("not-allowed"));
    }

    void aHubThatServesAndOneThatDoesNotAnswerAlike() {
        const json serving = cast_.askHub("devices");
        cast_.killHub(); // which leaves its door's address behind
        QCOMPARE(cast_.askHub("devices"), serving);
        cast_.startHub();
        cast_.stopHub();
        QVERIFY(!std::filesystem::exists(cast_.file("hub") / "admin.json"));
        QCOMPARE(cast_.askHub("devices"), serving);
    }
};

QTEST_GUILESS_MAIN(ProgramsTest)
#include "programs_test.moc"

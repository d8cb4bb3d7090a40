// SPDX-License-Identifier: GPL-3.0-or-later
// The real programs, killed where it hurts most: nothing that was acknowledged may be lost.
#include "app/ctl/story_cast.h"
#include "app/ctl/story_records.h"
#include "platform/files/durable_file.h"
#include "platform/random/random.h"

#include <QtTest>

#include <csignal>
#include <set>

using namespace lianxin;
using nlohmann::json;
using std::chrono::milliseconds;

namespace {

constexpr int rounds = 10;
constexpr int killed = 128 + SIGKILL;

/// A hub, a kiosk and a desk, from the first enrolment on.
class Hospital {
public:
    Hospital() : cast(LIANXIN_BIN_DIR) {
        cast.makeHub();
        const std::string kiosk = cast.enrolAtHub("kiosk", "kiosk", {});
        const std::string desk = cast.enrolAtHub("desk", "desk", {});
        cast.startHub();
        cast.ask("kiosk", {"enrol", "--hub", cast.hubUrl(), "--secret", kiosk});
        cast.ask("desk", {"enrol", "--hub", cast.hubUrl(), "--secret", desk});
    }

    /// Saves matters and their events at the kiosk, all or none.
    void submit(int matters) {
        const ctl::Ran ran = cast.runWith("kiosk", {"submit"}, written.kioskMatters(matters));
        QCOMPARE(ran.status, 0);
        for (const std::string& line : ran.lines)
            saved.insert(json::parse(line).at("saved").get<std::string>());
    }

    std::set<std::string> idsAt(const std::string& device) {
        std::set<std::string> ids;
        for (const char* type : {"matter", "matter_event"}) {
            const ctl::Ran ran = cast.run(device, {"list", type, "--json"});
            for (const std::string& line : ran.lines)
                ids.insert(json::parse(line).at("id").get<std::string>());
        }
        return ids;
    }

    /// Saves more than fits in one batch and begins to push it. Gives the program back at a random moment
    /// after the hub has said hello, or after its first or second receipt.
    platform::Child startPushing(int round) {
        constexpr int matters = 300;
        constexpr std::uint64_t mostMilliseconds = 30;
        submit(matters);
        platform::Child sync = cast.start("kiosk", {"sync", "--progress"});
        for (int line = 0; line <= round % 3; ++line)
            static_cast<void>(sync.readLine(std::chrono::seconds(60)));
        static_cast<void>(sync.wait(milliseconds(random.below(mostMilliseconds))));
        return sync;
    }

    /// Whatever happened before: now everything arrives, and the ledgers close.
    void expectNothingLost() {
        QCOMPARE(cast.run("kiosk", {"sync", "--json"}).status, 0);
        QCOMPARE(cast.run("desk", {"sync", "--json"}).status, 0);
        const std::set<std::string> shown = idsAt("desk");
        for (const std::string& id : saved)
            QVERIFY2(shown.contains(id), id.c_str());
        const json ledger = cast.ask("kiosk", {"ledger"});
        const json atHub = cast.askHub("devices").at(0);
        QCOMPARE(ledger["waiting"], json(0));
        QCOMPARE(ledger["parked"], json(0));
        QCOMPARE(atHub["records"], ledger["records"]);
        QCOMPARE(atHub["received_through"], ledger["received_through"]);
        QCOMPARE(cast.askHub("verify")["problems"], json::array());
    }

    ctl::StoryCast cast;
    ctl::StoryRecords written;
    platform::SystemRandom random;
    std::set<std::string> saved; ///< ids whose "saved" line was read
};

} // namespace

class KillTest : public QObject {
    Q_OBJECT

private slots:
    void savedMeansSavedHoweverTheProgramEnds() {
        Hospital hospital;
        constexpr int matters = 150;
        constexpr std::uint64_t mostLines = 120;
        int interrupted = 0;
        for (int round = 0; round < rounds; ++round) {
            std::string lines;
            for (const json& record : hospital.written.kioskMatters(matters))
                lines += record.dump() + '\n';
            const auto file = hospital.cast.file("lines");
            platform::writeDurably(file, lines);
            platform::Child child = hospital.cast.start("kiosk", {"submit", "--lines", file, "--json"});
            const auto until = hospital.random.below(mostLines);
            std::vector<std::string> told;
            while (told.size() < until)
                told.push_back(child.readLine(std::chrono::seconds(60)).value());
            child.kill();
            const ctl::Ran rest = ctl::finish(child);
            told.insert(told.end(), rest.lines.begin(), rest.lines.end());
            interrupted += rest.status == killed ? 1 : 0;
            const std::set<std::string> kept = hospital.idsAt("kiosk");
            for (const std::string& line : told) {
                const json report = json::parse(line, nullptr, false);
                if (report.is_discarded())
                    continue; // cut within the line: nobody was told
                const auto id = report.at("saved").get<std::string>();
                QVERIFY2(kept.contains(id), id.c_str());
                hospital.saved.insert(id);
            }
        }
        QVERIFY(interrupted > 0);
        hospital.expectNothingLost();
    }

    void aDeviceKilledWhileItPushesLosesNothing() {
        Hospital hospital;
        int interrupted = 0;
        for (int round = 0; round < rounds; ++round) {
            platform::Child sync = hospital.startPushing(round);
            sync.kill();
            interrupted += ctl::finish(sync).status == killed ? 1 : 0;
        }
        QVERIFY(interrupted > 0);
        hospital.expectNothingLost();
    }

    void aHubKilledWhileItTakesAPushLosesNothing() {
        Hospital hospital;
        int interrupted = 0;
        for (int round = 0; round < rounds; ++round) {
            platform::Child sync = hospital.startPushing(round);
            hospital.cast.killHub();
            interrupted += ctl::finish(sync).status == 0 ? 0 : 1;
            hospital.cast.startHub();
        }
        QVERIFY(interrupted > 0);
        hospital.expectNothingLost();
    }
};

QTEST_GUILESS_MAIN(KillTest)
#include "kill_test.moc"

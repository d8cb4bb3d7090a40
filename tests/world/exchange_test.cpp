// SPDX-License-Identifier: GPL-3.0-or-later
// What is written on one device reaches the hub and whoever may see it.
#include "tests/world/fake_ward.h"

#include <QtTest>
#include <sqlite3.h>

#include <string_view>

using namespace lianxin::world;
using namespace lianxin::sync;
using namespace std::chrono_literals;

namespace {

int notesOn(FakeWard& ward, std::size_t i) {
    int notes = 0;
    ward.device(i).visit(*wardSchema().find(noteType), [&notes](const Record&) { ++notes; });
    return notes;
}

} // namespace

class ExchangeTest : public QObject {
    Q_OBJECT

private slots:
    void aNoteReachesTheHubAndTheOtherDevice() {
        FakeWard ward({.devices = {{"A"}, {"A"}}});
        const Uuid id = ward.writeNote(0, "A", "first");
        QVERIFY(ward.sync(0).done());
        QVERIFY(ward.hubNote(id));
        QVERIFY(ward.sync(1).done());
        QCOMPARE(ward.shown(1, id, "title"), std::string("\"first\""));
        QCOMPARE(ward.differences(), std::string());
    }

    void theSameHappensOnDisk() {
        FakeWard ward({.devices = {{"A"}, {"*"}}, .onDisk = true});
        const Uuid id = ward.writeNote(0, "A", "first");
        ward.crash(0);
        QVERIFY(ward.sync(0).done());
        ward.crashHub();
        QVERIFY(ward.syncUntilQuiet());
        QCOMPARE(ward.shown(1, id, "title"), std::string("\"first\""));
        ward.crashHub(); // its order of everything goes on where it ended
        const HubSequence last = ward.hub().lastSequence();
        QVERIFY(last > 0);
        const Uuid next = ward.writeNote(0, "A", "next");
        QVERIFY(ward.syncUntilQuiet());
        QVERIFY(ward.hub().lastSequence() > last);
        QCOMPARE(ward.shown(1, next, "title"), std::string("\"next\""));
        QCOMPARE(ward.differences(), std::string());
    }

    void whoWasAwayForFourHundredDaysBringsAndGetsEverything() {
        FakeWard ward({.devices = {{"A"}, {"A"}}});
        const Uuid ours = ward.writeNote(0, "A", "the later change is ours");
        const Uuid theirs = ward.writeNote(0, "A", "the later change is theirs");
        QVERIFY(ward.syncUntilQuiet());
        QVERIFY(ward.edit(0, theirs, "phone", "ours"));
        for (int day = 1; day <= 400; ++day) {
            ward.advance(std::chrono::hours(24));
            if (day % 40 == 0)
                ward.writeNote(day % 80 == 0 ? 0 : 1, "A", "day " + std::to_string(day));
            if (day == 200) {
                QVERIFY(ward.edit(1, ours, "phone", "theirs"));
                QVERIFY(ward.edit(1, theirs, "phone", "theirs"));
                QVERIFY(ward.sync(1).done());
                ward.backupHub();
            }
        }
        QVERIFY(ward.edit(0, ours, "phone", "ours"));
        QVERIFY(ward.syncUntilQuiet());
        for (std::size_t i = 0; i < 2; ++i) {
            QCOMPARE(ward.shown(i, ours, "phone"), std::string("\"ours\""));
            QCOMPARE(ward.shown(i, theirs, "phone"), std::string("\"theirs\""));
            QCOMPARE(ward.conflicts(i, ours), std::size_t{1});
            QCOMPARE(notesOn(ward, i), 12);
        }
        QCOMPARE(ward.differences(), std::string());
    }

    void aFirstPullThatIsInterruptedTakesNothingAway() {
        WardOptions options{.devices = {{"A"}, {"A"}}};
        options.page.records = 2;
        FakeWard ward(options);
        for (int n = 0; n < 6; ++n)
            ward.writeNote(1, "A", "theirs " + std::to_string(n));
        QVERIFY(ward.sync(1).done());
        ward.backupHub();
        const Uuid ours = ward.writeNote(0, "A", "ours");
        int before = 1;
        for (std::size_t requests = 0; requests < 6; ++requests) {
            ward.syncCutAfter(0, requests);
            ward.crash(0);
            QVERIFY(ward.note(0, ours));
            QVERIFY(notesOn(ward, 0) >= before);
            before = notesOn(ward, 0);
        }
        QVERIFY(ward.syncUntilQuiet());
        QCOMPARE(notesOn(ward, 0), 7);
        QCOMPARE(ward.differences(), std::string());
    }

    void aSequenceIsNotUsedAgainAfterACrash() {
        FakeWard ward({.devices = {{"A"}}, .onDisk = true});
        LocalSequence last = 0;
        for (int n = 0; n < 4; ++n) {
            ward.writeNote(0, "A", "before crash " + std::to_string(n));
            QVERIFY(ward.device(0).lastSequence() > last);
            last = ward.device(0).lastSequence();
            if (n % 2 == 1)
                QVERIFY(ward.sync(0).done());
            ward.crash(0);
            QVERIFY(ward.device(0).lastSequence() >= last);
        }
    }

    void norAfterWhatWasWrittenWithItHasLeft() {
        FakeWard ward({.devices = {{"A"}}, .onDisk = true});
        const Uuid note = ward.writeNote(0, "B", "not seen here");
        QVERIFY(ward.sync(0).done());
        ward.backupHub();
        for (int n = 0; n < 3; ++n)
            QVERIFY(ward.sync(0).done());
        QVERIFY(!ward.device(0).tables().of(*wardSchema().find(noteType)).contains(note));
        const LocalSequence last = ward.device(0).lastSequence();
        ward.crash(0);
        QVERIFY(ward.device(0).lastSequence() >= last);
    }

    /// A receipt that a power cut undoes is asked for again, and so is a page; what a receipt says besides is
    /// not. The end of a round, which takes back what was offered ahead, never waits.
    void onlyPagesAndReceiptsThatTellNothingElseDoNotWaitForTheMedium() {
        FakeWard ward({.devices = {{"A"}}});
        const auto commitsThatDoNotWait = [&ward] {
            int commits = 0;
            const auto count = [](unsigned, void* number, void*, void* text) {
                if (std::string_view(static_cast<const char*>(text)) == "PRAGMA synchronous = NORMAL")
                    ++*static_cast<int*>(number);
                return 0;
            };
            sqlite3* handle = ward.device(0).database().handle();
            sqlite3_trace_v2(handle, SQLITE_TRACE_STMT, count, &commits);
            const bool done = ward.sync(0).done();
            sqlite3_trace_v2(handle, 0, nullptr, nullptr);
            return done ? commits : -1;
        };
        ward.writeNote(0, "A", "plain");
        QCOMPARE(commitsThatDoNotWait(), 3);
        ward.writeNote(0, "A", ward.rules().refusedTitle);
        QCOMPARE(commitsThatDoNotWait(), 2);
        QCOMPARE(ward.device(0).ledger().parked, 1);
        ward.writeNote(0, "A", "plain, while another is parked");
        QCOMPARE(commitsThatDoNotWait(), 2);
    }

    /// Whoever sent an event does not know yet what the hub made of it.
    void theHubsWordOnAnEventIsNewsForWhoeverSentIt() {
        FakeWard ward({.devices = {{"A"}}});
        const Uuid note = ward.writeNote(0, "A", "ours");
        QVERIFY(ward.syncUntilQuiet());
        const auto news = [&ward] {
            return ward.hub().hasNews(ward.number(0), ward.device(0).nextPull(0s).cursors);
        };
        QVERIFY(!news());
        ward.writeNote(0, "A", "known here");
        ward.syncCutAfter(0, 2); // hello and push
        QCOMPARE(ward.device(0).ledger().waiting, 0);
        QVERIFY(!news());
        ward.writeStep(0, note, "close", "");
        ward.syncCutAfter(0, 2);
        QCOMPARE(ward.device(0).ledger().waiting, 0);
        QVERIFY(news());
    }
};

QTEST_GUILESS_MAIN(ExchangeTest)
#include "exchange_test.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// What is written on one device reaches the hub and whoever may see it.
#include "tests/world/fake_ward.h"

#include <QtTest>

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
        ward.writeNote(0, "A", "ours");
        int before = 1;
        for (std::size_t requests = 0; requests < 6; ++requests) {
            ward.syncCutAfter(0, requests);
            ward.crash(0);
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
};

QTEST_GUILESS_MAIN(ExchangeTest)
#include "exchange_test.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// A hub that takes no message above some size: what fits leaves, what never will is parked, and nothing is in
// the way of anything else.
#include "tests/world/fake_ward.h"

#include <QtTest>

#include <algorithm>

using namespace lianxin::world;
using namespace lianxin::sync;
using namespace std::chrono_literals;

namespace {

constexpr std::size_t largest = 4000;

WardOptions narrowWard() {
    WardOptions options{.devices = {{"A"}, {"A"}}};
    options.largestPush = largest;
    return options;
}

/// No two are alike, or the columns of a message would say them only once.
std::string longText(std::size_t size, int number) {
    return std::to_string(number) + std::string(size, 'x');
}

/// A note that the rules of the hub refuse, and that is of some size.
Record largePoison(int number) {
    Record note = noteDraft(wardSchema(), "A", "poison");
    setShown(note, "phone", longText(900, number));
    return note;
}

std::size_t pushesIn(const RoundReport& report) {
    return static_cast<std::size_t>(std::count(report.requests.begin(), report.requests.end(), "push"));
}

} // namespace

class TooLargeTest : public QObject {
    Q_OBJECT

private slots:
    void aBatchThatIsTooLargeLeavesInParts() {
        FakeWard ward(narrowWard());
        for (int n = 0; n < 20; ++n)
            ward.writeNote(0, "A", longText(700, n));
        const RoundReport report = ward.sync(0);
        QVERIFY(report.done());
        QCOMPARE(report.progress.pushed, 20);
        QCOMPARE(ward.device(0).ledger().waiting, 0);
        QCOMPARE(ward.device(0).parked().size(), std::size_t{0});
        QVERIFY(pushesIn(report) < 20);
        QVERIFY(ward.syncUntilQuiet());
        QCOMPARE(ward.differences(), std::string());
    }

    /// A thousand long texts would not fit into the memory of a small tablet to be left lying there.
    void aBatchReadsNoMoreThanItCanHold() {
        FakeWard ward({.devices = {{"A"}}});
        constexpr int notes = 200;
        for (int n = 0; n < notes; ++n)
            ward.writeNote(0, "A", longText(2000, n));
        int rows = 0;
        sqlite3* connection = ward.device(0).database().handle();
        const auto count = [](unsigned, void* total, void*, void*) {
            ++*static_cast<int*>(total);
            return 0;
        };
        sqlite3_trace_v2(connection, SQLITE_TRACE_ROW, count, &rows);
        const Push push = ward.device(0).nextPush(0, {.records = 1000, .bytes = 10'000});
        sqlite3_trace_v2(connection, 0, nullptr, nullptr);
        QCOMPARE(push.records.size(), std::size_t{5});
        QVERIFY2(rows < 30, qPrintable(QString::number(rows)));
        QVERIFY(ward.syncUntilQuiet());
        QCOMPARE(ward.device(0).ledger().waiting, 0);
        QCOMPARE(ward.differences(), std::string());
    }

    void aRecordThatNeverFitsIsParkedAndTheOthersMoveOn() {
        FakeWard ward(narrowWard());
        std::vector<Uuid> others;
        for (int n = 0; n < 5; ++n)
            others.push_back(ward.writeNote(0, "A", "before"));
        const Uuid poison = ward.writeNote(0, "A", longText(2 * largest, 0));
        for (int n = 0; n < 5; ++n)
            others.push_back(ward.writeNote(0, "A", "after"));
        const RoundReport report = ward.sync(0);
        QVERIFY(report.done());
        QCOMPARE(report.progress.refused, 1);
        for (const Uuid& id : others)
            QVERIFY(ward.hubNote(id));
        const ParkedRecord& parked = ward.device(0).parked().at(poison);
        QCOMPARE(parked.reason, RefusalReason::WrongContent);
        QCOMPARE(parked.detail, std::string("too-large"));
        QVERIFY(ward.note(0, poison));
        const Ledger ledger = ward.device(0).ledger();
        QCOMPARE(ledger.waiting, 0);
        QCOMPARE(ledger.parked, 1);
        QCOMPARE(ledger.receivedThrough, ledger.lastSequence);
        QCOMPARE(ward.hub().directory().find(ward.number(0))->receivedThrough, ledger.lastSequence);
    }

    void whereOnlySuchAreTheRoundEndsAndNoneIsSentAgainBeforeItsTime() {
        FakeWard ward(narrowWard());
        for (int n = 0; n < 3; ++n)
            ward.writeNote(0, "A", longText(2 * largest, n));
        QVERIFY(ward.sync(0).done());
        QCOMPARE(ward.device(0).parked().size(), std::size_t{3});
        QCOMPARE(pushesIn(ward.sync(0)), std::size_t{0});
        ward.advance(2min);
        for (int round = 0; round < 3; ++round)
            QVERIFY(ward.sync(0).done());
        for (const auto& [id, parked] : ward.device(0).parked())
            QCOMPARE(parked.attempts, 2);
    }

    void parkedRecordsLeaveByTheBytesOfABatch() {
        WardOptions options{.devices = {{"A"}}};
        options.round.batch.bytes = 2000;
        FakeWard ward(options);
        for (int n = 0; n < 10; ++n)
            ward.write(0, largePoison(n));
        QVERIFY(ward.sync(0).done());
        QCOMPARE(ward.device(0).parked().size(), std::size_t{10});
        ward.advance(2min);
        QCOMPARE(ward.device(0).nextRetries(options.round.batch).retried.size(), std::size_t{2});
    }

    void whatWaitsDoesNotSufferForParkedRecords() {
        FakeWard ward(narrowWard());
        std::vector<Uuid> large;
        for (int n = 0; n < 24; ++n)
            large.push_back(ward.write(0, largePoison(n)));
        QVERIFY(ward.sync(0).done());
        QCOMPARE(ward.device(0).parked().size(), std::size_t{24});
        ward.rules().refusedTitle = "something else";
        ward.advance(2min);
        const Uuid complaint = ward.writeNote(0, "A", "new");
        QVERIFY(ward.sync(0).done());
        QVERIFY(ward.hubNote(complaint));
        for (int round = 0; round < 24; ++round)
            QVERIFY(ward.sync(0).done());
        QCOMPARE(ward.device(0).parked().size(), std::size_t{0});
        for (const Uuid& id : large)
            QVERIFY(ward.hubNote(id));
    }

    void anEditThatMakesItFitBringsItThrough() {
        FakeWard ward(narrowWard());
        const Uuid id = ward.writeNote(0, "A", "a note");
        QVERIFY(ward.edit(0, id, "phone", longText(2 * largest, 0)));
        QVERIFY(ward.sync(0).done());
        QVERIFY(ward.device(0).parked().contains(id));
        QVERIFY(ward.edit(0, id, "phone", "1"));
        // Its former value went to history, which is parked for itself.
        QVERIFY(ward.sync(0).done());
        QVERIFY(!ward.device(0).parked().contains(id));
        QVERIFY(ward.hubNote(id));
    }

    void aCrashOnceItIsParkedLosesNothing() {
        FakeWard ward(narrowWard());
        const Uuid poison = ward.writeNote(0, "A", longText(2 * largest, 0));
        const Uuid after = ward.writeNote(0, "A", "after");
        for (std::size_t requests = 0; requests < 6; ++requests) {
            ward.syncCutAfter(0, requests);
            ward.crash(0);
        }
        QVERIFY(ward.syncUntilQuiet());
        QVERIFY(ward.hubNote(after));
        QVERIFY(ward.note(0, poison));
        QVERIFY(ward.device(0).parked().contains(poison));
        QCOMPARE(ward.device(0).ledger().waiting, 0);
    }
};

QTEST_GUILESS_MAIN(TooLargeTest)
#include "too_large_test.moc"

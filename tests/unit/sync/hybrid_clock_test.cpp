// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/record/dot.h"

#include <QtTest>

namespace lianxin::tests {

using namespace lianxin::sync;
using namespace std::chrono_literals;

namespace {

constexpr WallTime noon{1'700'000'000'000ms};

} // namespace

class HybridClockTest : public QObject {
    Q_OBJECT

private slots:
    void aStampTellsTheWallTime() {
        HybridClock clock;
        const Stamp stamp = clock.tick(noon);
        QCOMPARE(stamp, Stamp::at(noon));
        QVERIFY(stamp.wall() == noon);
        QCOMPARE(clock.last(), stamp);
    }
    void everyStampIsAboveTheOneBefore() {
        HybridClock clock;
        Stamp last = clock.tick(noon);
        for (const WallTime wall :
             {noon, noon + 1ms, noon - 24h, WallTime{0ms}, WallTime{-5ms}, noon + 1ms}) {
            const Stamp stamp = clock.tick(wall);
            QVERIFY(stamp > last);
            last = stamp;
        }
    }
    void aStampIsAboveEverythingSeen() {
        HybridClock clock;
        const Stamp seen = Stamp::at(noon + 1h);
        clock.observe(seen);
        QCOMPARE(clock.tick(noon), seen.next());
        clock.observe(Stamp::at(noon));
        QCOMPARE(clock.last(), seen.next());
    }
    void aCounterThatRunsOverBorrowsFromTheNextMillisecond() {
        HybridClock clock;
        Stamp last = clock.tick(noon);
        for (int i = 0; i < 70'000; ++i) {
            const Stamp stamp = clock.tick(noon);
            QVERIFY(stamp > last);
            last = stamp;
        }
        QVERIFY(last.wall() == noon + 1ms);
        QVERIFY(clock.tick(noon + 1ms) > last);
        QCOMPARE(clock.tick(noon + 2ms), Stamp::at(noon + 2ms));
    }
    void aWallBeforeTheEpochCountsAsTheEpoch() {
        QCOMPARE(Stamp::at(WallTime{-1ms}), Stamp{});
        QCOMPARE(Stamp::at(WallTime{0ms}), Stamp{});
        HybridClock clock;
        QVERIFY(clock.tick(WallTime{-1ms}) > Stamp{});
    }
    void aClockRestartedAfterReStampingMayGoBack() {
        HybridClock clock;
        clock.tick(noon + 87'600h);
        clock.restart(Stamp::at(noon));
        QCOMPARE(clock.tick(noon), Stamp::at(noon).next());
        QCOMPARE(clock.tick(noon + 1s), Stamp::at(noon + 1s));
    }
    void dotsAreOrderedByWriterThenSequence() {
        const Dot first{WriterId{1}, 9};
        const Dot second{WriterId{2}, 1};
        QVERIFY(first < second);
        QVERIFY((Dot{WriterId{1}, 8}) < first);
        QVERIFY(first && !Dot{});
    }
};

} // namespace lianxin::tests

QTEST_APPLESS_MAIN(lianxin::tests::HybridClockTest)
#include "hybrid_clock_test.moc"

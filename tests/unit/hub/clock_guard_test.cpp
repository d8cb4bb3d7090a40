// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/hub/clock_guard.h"

#include <QtTest>

using namespace lianxin;
using namespace lianxin::sync;
using namespace std::chrono_literals;

namespace {

constexpr platform::WallTime someDay{1'770'000'000'000ms};

} // namespace

class ClockGuardTest : public QObject {
    Q_OBJECT

    platform::Database database_ = platform::Database::openMemory();
    platform::ManualClock clock_{someDay};

    std::string doubtAtStart() { return ClockGuard(database_, clock_).doubt(); }

private slots:
    /// Before each test: a hub that ran until now and noted it.
    void init() {
        database_ = platform::Database::openMemory();
        clock_.setWall(someDay);
        clock_.setSynchronised(false);
        ClockGuard(database_, clock_).heartbeat();
    }

    void aStoreThatNobodyServedYetHasNothingToDoubt() {
        auto fresh = platform::Database::openMemory();
        QCOMPARE(ClockGuard(fresh, clock_).doubt(), std::string());
    }

    void aNightOffNeedsNobody() {
        clock_.advance(16h);
        QCOMPARE(doubtAtStart(), std::string());
    }

    void aGapOfADayIsDoubted() {
        clock_.advance(24h);
        QCOMPARE(doubtAtStart(), std::string("clock-gap"));
    }

    void aTimeServiceConfirmsAGap() {
        clock_.advance(24h * 300);
        clock_.setSynchronised(true);
        QCOMPARE(doubtAtStart(), std::string());
    }

    void aTimeServiceMayConfirmAGapLater() {
        clock_.advance(24h * 300);
        ClockGuard guard(database_, clock_);
        QCOMPARE(guard.doubt(), std::string("clock-gap"));
        clock_.setSynchronised(true);
        QCOMPARE(guard.doubt(), std::string());
        clock_.setSynchronised(false);
        QCOMPARE(guard.doubt(), std::string());
    }

    void aClockThatWentBackNeedsAPerson() {
        clock_.setWall(someDay - 6s);
        clock_.setSynchronised(true);
        ClockGuard guard(database_, clock_);
        QCOMPARE(guard.doubt(), std::string("clock-went-back"));
        guard.confirm();
        QCOMPARE(guard.doubt(), std::string());
        QCOMPARE(doubtAtStart(), std::string());
    }

    void aFewSecondsBackAreNothing() {
        clock_.setWall(someDay - 4s);
        QCOMPARE(doubtAtStart(), std::string());
    }

    void aJumpInsideARunIsDoubted() {
        for (const auto by : {-1h, 1h}) {
            clock_.setWall(someDay);
            ClockGuard guard(database_, clock_);
            clock_.setWall(someDay + by);
            QCOMPARE(guard.doubt(), std::string("clock-jumped"));
            guard.confirm();
            QCOMPARE(guard.doubt(), std::string());
            init();
        }
    }

    void aTimeServiceConfirmsAJumpForwardOnly() {
        ClockGuard forward(database_, clock_);
        clock_.setWall(someDay + 1h);
        clock_.setSynchronised(true);
        QCOMPARE(forward.doubt(), std::string());
        ClockGuard back(database_, clock_);
        clock_.setWall(someDay + 30min);
        QCOMPARE(back.doubt(), std::string("clock-jumped"));
    }

    void aJumpForwardIsStillDoubtedAfterARestart() {
        {
            ClockGuard guard(database_, clock_);
            clock_.setWall(someDay + 1h);
            QVERIFY(!guard.heartbeat());
        }
        clock_.restartMachine("second-boot");
        QCOMPARE(doubtAtStart(), std::string("clock-jumped"));
        clock_.setSynchronised(true);
        ClockGuard guard(database_, clock_);
        QCOMPARE(guard.doubt(), std::string());
        QVERIFY(guard.heartbeat());
        clock_.setSynchronised(false);
        QCOMPARE(doubtAtStart(), std::string());
    }

    void nothingIsNotedWhileInDoubt() {
        clock_.advance(24h);
        QVERIFY(!ClockGuard(database_, clock_).heartbeat());
        QCOMPARE(doubtAtStart(), std::string("clock-gap"));
    }

    void smallStepsDoNotAddUp() {
        ClockGuard guard(database_, clock_);
        for (int step = 0; step < 10; ++step) {
            clock_.advance(1min);
            clock_.setWall(clock_.wall() + 2s);
            guard.heartbeat();
            QCOMPARE(guard.doubt(), std::string());
        }
    }
};

QTEST_GUILESS_MAIN(ClockGuardTest)
#include "clock_guard_test.moc"

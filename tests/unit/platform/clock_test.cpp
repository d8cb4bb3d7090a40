// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/clock/clock.h"

#include <QtTest>

using namespace lianxin::platform;
using namespace std::chrono_literals;

class ClockTest : public QObject {
    Q_OBJECT

private slots:
    void theSystemClockTellsTheTimeOfTheSystem() {
        const SystemClock clock;
        const auto before = std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
        QVERIFY(clock.wall() >= before);
        const auto sinceBoot = clock.sinceBoot();
        QVERIFY(sinceBoot > 0ms);
        QVERIFY(clock.sinceBoot() >= sinceBoot);
        QCOMPARE(clock.bootId().size(), std::size_t{36});
        QCOMPARE(SystemClock().bootId(), clock.bootId());
    }

    void aManualClockMovesOnlyWhenTold() {
        const WallTime start(1000ms);
        ManualClock clock(start);
        QVERIFY(clock.wall() == start);
        clock.advance(5s);
        QVERIFY(clock.wall() == start + 5s);
        QVERIFY(clock.sinceBoot() == 5s);
        clock.setWall(WallTime(0ms));
        QVERIFY(clock.wall() == WallTime(0ms));
        QVERIFY(clock.sinceBoot() == 5s);
        const std::string firstBoot = clock.bootId();
        clock.restartMachine("second");
        QVERIFY(clock.sinceBoot() == 0ms);
        QVERIFY(clock.bootId() != firstBoot);
    }
};

QTEST_GUILESS_MAIN(ClockTest)
#include "clock_test.moc"

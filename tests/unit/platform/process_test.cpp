// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/process/child.h"
#include "platform/process/signals.h"

#include <QtTest>

#include <thread>

using namespace lianxin::platform;
using namespace std::chrono_literals;

namespace {

constexpr auto patience = 20s;

Child shell(const std::string& script) {
    return Child::start({"sh", "-c", script});
}

} // namespace

class ProcessTest : public QObject {
    Q_OBJECT

private slots:
    void aChildsLinesAndItsStatusAreRead() {
        Child child = shell("echo one; echo; printf last; exit 3");
        QCOMPARE(child.readLine(patience).value(), std::string("one"));
        QCOMPARE(child.readLine(patience).value(), std::string());
        QVERIFY(!child.outputEnded());
        QCOMPARE(child.readLine(patience).value(), std::string("last"));
        QVERIFY(!child.readLine(patience).has_value());
        QVERIFY(child.outputEnded());
        QCOMPARE(child.wait(patience).value(), 3);
        QCOMPARE(child.wait(0ms).value(), 3);
        child.terminate(); // too late, and harmless
    }

    void aChildThatSaysNothingIsNotWaitedForLonger() {
        Child child = shell("read forever < /dev/null; exec sleep 600");
        QVERIFY(!child.readLine(20ms).has_value());
        QVERIFY(!child.outputEnded());
        QVERIFY(!child.wait(20ms).has_value());
        child.terminate();
        QCOMPARE(child.wait(patience).value(), 128 + SIGTERM);
    }

    void aChildCanBeKilled() {
        Child child = shell("trap '' TERM; echo ready; exec sleep 600");
        QCOMPARE(child.readLine(patience).value(), std::string("ready"));
        child.terminate();
        QVERIFY(!child.wait(50ms).has_value());
        child.kill();
        QCOMPARE(child.wait(patience).value(), 128 + SIGKILL);
    }

    void aChildDoesNotOutliveItsObject() {
        pid_t pid = 0;
        {
            const Child child = shell("exec sleep 600");
            pid = child.pid();
            QCOMPARE(::kill(pid, 0), 0);
        }
        QCOMPARE(::kill(pid, 0), -1);
    }

    void aChildGetsTheEnvironmentAndMore() {
        ::setenv("LIANXIN_TEST_OURS", "ours", 1);
        ::setenv("LIANXIN_TEST_BOTH", "ours", 1);
        Child child =
            Child::start({"sh", "-c", "echo $LIANXIN_TEST_OURS $LIANXIN_TEST_BOTH $LIANXIN_TEST_MORE"},
                         {"LIANXIN_TEST_BOTH=theirs", "LIANXIN_TEST_MORE=more"});
        QCOMPARE(child.readLine(patience).value(), std::string("ours theirs more"));
        ::unsetenv("LIANXIN_TEST_OURS");
        ::unsetenv("LIANXIN_TEST_BOTH");
    }

    void aProgramThatIsNotThereCannotBeStarted() {
        QVERIFY_EXCEPTION_THROWN(static_cast<void>(Child::start({"/no/such/program"})), std::system_error);
    }

    void aSignalEndsTheWaitAndNotTheProgram() {
        StopSignals stop;
        // To this thread: the threads of the test framework were there first and do not hold signals back.
        std::raise(SIGTERM);
        QCOMPARE(stop.wait().value(), SIGTERM);
        std::raise(SIGINT);
        QCOMPARE(stop.waitFor(patience).value(), SIGINT);
        QVERIFY(!stop.waitFor(10ms).has_value());
    }

    void anotherThreadCanEndTheWait() {
        StopSignals stop;
        std::thread other([&] { stop.wake(); });
        QVERIFY(!stop.wait().has_value());
        other.join();
        QVERIFY(!stop.waitFor(0ms).has_value());
    }

    void aChildCanBeAskedToEndThoughItsStarterHoldsSignalsBack() {
        const StopSignals stop;
        Child child = shell("exec sleep 600");
        child.terminate();
        QCOMPARE(child.wait(patience).value(), 128 + SIGTERM);
    }
};

QTEST_GUILESS_MAIN(ProcessTest)
#include "process_test.moc"

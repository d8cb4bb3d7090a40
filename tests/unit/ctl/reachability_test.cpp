// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/failure_words.h"

#include <QtTest>

#include <sstream>

using namespace lianxin;
using ctl::Reachability;

namespace {

const sync::Failure noAnswer{sync::NextAction::WaitForNetwork, "no-answer", {}, std::nullopt};

sync::Ledger threeWaiting() {
    sync::Ledger ledger;
    ledger.waiting = 3;
    return ledger;
}

} // namespace

class ReachabilityTest : public QObject {
    Q_OBJECT

    std::ostringstream out_;
    std::ostringstream aside_;

private slots:
    void init() {
        out_.str({});
        aside_.str({});
    }

    void anOutageIsToldOnceAndBesideTheOutput() {
        Reachability reachability(false, out_, aside_);
        for (int n = 0; n < 5; ++n)
            reachability.failed(noAnswer, threeWaiting());
        const std::string told = aside_.str();
        QCOMPARE(std::count(told.begin(), told.end(), '\n'), 2); // Chinese and English
        QVERIFY(told.find("3 records wait") != std::string::npos);
        QVERIFY(out_.str().empty());
    }

    void itsEndIsToldOnceToo() {
        Reachability reachability(false, out_, aside_);
        reachability.reached(); // it was never gone
        QVERIFY(aside_.str().empty());
        reachability.failed(noAnswer, {});
        aside_.str({});
        reachability.reached();
        reachability.reached();
        QCOMPARE(aside_.str(), std::string("又连上主机了。\nThe hub is reached again.\n"));
        aside_.str({});
        reachability.failed(noAnswer, {}); // the next outage
        QVERIFY(!aside_.str().empty());
    }

    void programsGetLinesOfJsonAmongTheOthers() {
        Reachability reachability(true, out_, aside_);
        reachability.failed(noAnswer, threeWaiting());
        reachability.reached();
        QCOMPARE(out_.str(), std::string("{\"code\":\"no-answer\",\"hub\":\"unreachable\",\"waiting\":3}\n"
                                         "{\"hub\":\"reached\"}\n"));
        QVERIFY(aside_.str().empty());
    }
};

QTEST_APPLESS_MAIN(ReachabilityTest)
#include "reachability_test.moc"

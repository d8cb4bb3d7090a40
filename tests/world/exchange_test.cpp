// SPDX-License-Identifier: GPL-3.0-or-later
// What is written on one device reaches the hub and whoever may see it.
#include "tests/world/fake_ward.h"

#include <QtTest>

using namespace lianxin::world;
using namespace lianxin::sync;
using namespace std::chrono_literals;

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
};

QTEST_GUILESS_MAIN(ExchangeTest)
#include "exchange_test.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// A stick is read while the network answers, too.
#include "sync/round/round.h"
#include "tests/world/by_value.h"
#include "tests/world/carrier.h"

#include <QtTest>

using namespace lianxin;
using namespace lianxin::world;
using namespace lianxin::sync;

class CarriedMeanwhileTest : public QObject {
    Q_OBJECT

private slots:
    /// Its mark is older than that of the receipts: taken after them, it would hide that the hub was put back.
    void anAnswerThatWasUnderWayWhenTheStickWasReadEndsItsRound() {
        FakeWard ward(WardOptions{.devices = {{"A"}, {"A"}}});
        Carrier carrier(ward);
        ward.writeNote(0, "A", "first contact");
        QVERIFY(ward.syncUntilQuiet());
        const Image backup = ward.imageOfHub();
        const Uuid note = ward.writeNote(0, "A", "carried");
        const std::string answer = carrier.answerTo(carrier.save(0));
        {
            Round round(ward.device(0), RoundOptions{});
            const auto hello = round.next();
            QVERIFY(hello && *carrier.read(0, answer) == ReceiptsOutcome::Taken);
            ward.restoreHub(backup, "B");
            round.answered(hello->ticket, serve(ward.hub(), ward.number(0), hello->message, {}));
            while (round.work()) {
            }
            QCOMPARE(round.phase(), RoundPhase::Closed);
            QVERIFY(round.failure() && round.failure()->action == NextAction::NewRound);
        }
        ward.writeNote(1, "A", "since the restore");
        QVERIFY(ward.syncUntilQuiet());
        QVERIFY(ward.hubNote(note).has_value());
        QCOMPARE(ward.differences(), std::string());
    }
};

QTEST_GUILESS_MAIN(CarriedMeanwhileTest)
#include "carried_meanwhile_test.moc"

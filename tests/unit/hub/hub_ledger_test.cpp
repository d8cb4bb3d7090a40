// SPDX-License-Identifier: GPL-3.0-or-later
// The ledger says what was received, whatever a hello says.
#include "tests/unit/hub/hospital_hub.h"

#include <QtTest>

using namespace lianxin::sync;
using lianxin::hub::HospitalHub;

namespace {

Hello helloWith(std::uint64_t writer, LocalSequence received, LocalSequence last) {
    Hello hello;
    hello.writer = WriterId{writer};
    hello.receivedThrough = received;
    hello.lastSequence = last;
    return hello;
}

} // namespace

class HubLedgerTest : public QObject {
    Q_OBJECT

private slots:
    void aHelloDoesNotRaiseTheLedger() {
        HospitalHub hospital;
        const auto kiosk = hospital.enrol("kiosk", {"reference"});
        const auto answer = hospital.hello(helloWith(5, 1'000, 1'000), kiosk);
        QCOMPARE(std::get<HelloAnswer>(answer).heldThrough, LocalSequence{0});
        QCOMPARE(hospital.hub().directory().find(kiosk)->receivedThrough, LocalSequence{0});
    }

    void receiptsForWhatWasNeverWrittenAreRefused() {
        HospitalHub hospital;
        const auto kiosk = hospital.enrol("kiosk", {"reference"});
        const auto answer = hospital.hello(helloWith(5, 1'000, 1), kiosk);
        const auto* failure = std::get_if<FailureAnswer>(&answer);
        QVERIFY(failure && failure->failure.action == NextAction::Refused);
        QCOMPARE(failure->failure.detail, std::string("received"));
    }

    void aCopyThatIsBehindDoesNotTakeTheReceiptsOfTheOther() {
        HospitalHub hospital;
        const auto desk = hospital.enrol("desk", {"*"});
        hospital.push(desk, {hospital.complaint(desk), hospital.complaint(desk)});
        const auto behind = hospital.hello(helloWith(5, 1, 9), desk);
        QCOMPARE(std::get<HelloAnswer>(behind).heldThrough, LocalSequence{1});
        const auto ahead = hospital.hello(helloWith(6, 2, 9), desk);
        QCOMPARE(std::get<HelloAnswer>(ahead).heldThrough, LocalSequence{2});
    }
};

QTEST_GUILESS_MAIN(HubLedgerTest)
#include "hub_ledger_test.moc"

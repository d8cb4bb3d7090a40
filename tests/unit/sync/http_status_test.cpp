// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/wire/http_status.h"

#include <QtTest>

using namespace lianxin::sync;

class HttpStatusTest : public QObject {
    Q_OBJECT

private slots:
    void everyNextActionHasItsStatus() {
        QCOMPARE(httpStatusOf(NextAction::RetryLater), 503U);
        QCOMPARE(httpStatusOf(NextAction::WaitForNetwork), 503U);
        QCOMPARE(httpStatusOf(NextAction::NeedsEnrolment), 401U);
        QCOMPARE(httpStatusOf(NextAction::NeedsUpgrade), 426U);
        QCOMPARE(httpStatusOf(NextAction::ClockWrong), 412U);
        QCOMPARE(httpStatusOf(NextAction::NewRound), 409U);
        QCOMPARE(httpStatusOf(NextAction::Refused), 400U);
    }

    void whatTheStatusAloneSaysEnoughOfIsDone() {
        QCOMPARE(actionOfHttpStatus(401), NextAction::NeedsEnrolment);
        QCOMPARE(actionOfHttpStatus(403), NextAction::NeedsEnrolment);
        QCOMPARE(actionOfHttpStatus(409), NextAction::NewRound);
        QCOMPARE(actionOfHttpStatus(426), NextAction::NeedsUpgrade);
        QCOMPARE(actionOfHttpStatus(413), NextAction::Refused);
        QCOMPARE(codeOfHttpStatus(413), std::string("too-large"));
    }

    void anyOtherStatusWithoutAMessageIsTriedAgain() {
        // Who says 400 or 412 without a word is not the hub; and nobody knows what to mend.
        for (const unsigned status :
             {204U, 302U, 400U, 404U, 405U, 407U, 408U, 412U, 431U, 500U, 502U, 503U}) {
            QCOMPARE(actionOfHttpStatus(status), NextAction::RetryLater);
            QCOMPARE(codeOfHttpStatus(status), "http-" + std::to_string(status));
        }
    }
};

QTEST_APPLESS_MAIN(HttpStatusTest)
#include "http_status_test.moc"

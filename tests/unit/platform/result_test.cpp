// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/result.h"

#include <QtTest>

#include <memory>
#include <string>

using namespace lianxin::platform;

class ResultTest : public QObject {
    Q_OBJECT

    using Number = Result<int, std::string>;

private slots:
    void aValueIsAValue() {
        const Number result(42);
        QVERIFY(result);
        QCOMPARE(*result, 42);
        QVERIFY_EXCEPTION_THROWN(static_cast<void>(result.error()), std::logic_error);
    }

    void anErrorIsAnError() {
        const Number result(std::string("no"));
        QVERIFY(!result);
        QCOMPARE(result.error(), std::string("no"));
        QVERIFY_EXCEPTION_THROWN(static_cast<void>(result.value()), std::logic_error);
        QVERIFY_EXCEPTION_THROWN(static_cast<void>(*result), std::logic_error);
    }

    void aValueCanBeTakenOut() {
        Result<std::unique_ptr<int>, std::string> result(std::make_unique<int>(7));
        const std::unique_ptr<int> taken = std::move(result).value();
        QCOMPARE(*taken, 7);
    }

    void anActionCanSucceedWithNothingToSay() {
        const Result<Done, std::string> result(Done{});
        QVERIFY(result);
    }
};

QTEST_GUILESS_MAIN(ResultTest)
#include "result_test.moc"

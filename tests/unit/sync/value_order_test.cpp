// SPDX-License-Identifier: GPL-3.0-or-later
// The two orders that make join total: of values, and of writes.
#include "tests/unit/sync/record_builders.h"

#include <QtTest>

#include <limits>

namespace lianxin::tests {

namespace {

const std::vector<Value>& ascendingValues() {
    static const std::vector<Value> values{Value{},
                                           std::numeric_limits<std::int64_t>::min(),
                                           std::int64_t{-1},
                                           std::int64_t{0},
                                           std::int64_t{2},
                                           -1.5,
                                           -0.0,
                                           0.0,
                                           1e300,
                                           std::numeric_limits<double>::infinity(),
                                           std::numeric_limits<double>::quiet_NaN(),
                                           asText(""),
                                           Value{std::string("\0", 1)},
                                           asText("a"),
                                           asText("ab"),
                                           asText("b"),
                                           asText("\xff"),
                                           Uuid{},
                                           idOf(1),
                                           Sealed{""},
                                           Sealed{"a"}};
    return values;
}

Write at(Dot dot, std::int64_t milliseconds, const std::string& value) {
    return text(dot, milliseconds, value);
}

} // namespace

class ValueOrderTest : public QObject {
    Q_OBJECT

private slots:
    void anyTwoValuesAreOrderedOneWay() {
        const auto& values = ascendingValues();
        for (std::size_t i = 0; i < values.size(); ++i)
            for (std::size_t j = 0; j < values.size(); ++j)
                QVERIFY2(compareValues(values[i], values[j]) == (i <=> j),
                         qPrintable(QString("%1 and %2").arg(i).arg(j)));
    }
    void aHigherStampIsLaterWhateverElse() {
        QVERIFY(laterThan(at(dot(1, 1), 20, "a"), at(dot(9, 9), 10, "z")));
    }
    void ofEqualStampsTheHigherDotIsLater() {
        QVERIFY(laterThan(at(dot(2, 1), 10, "a"), at(dot(1, 9), 10, "z")));
        QVERIFY(laterThan(at(dot(1, 2), 10, "a"), at(dot(1, 1), 10, "z")));
    }
    void ofOneDotTheGreaterValueIsLater() {
        QVERIFY(laterThan(at(dot(1, 1), 10, "z"), at(dot(1, 1), 10, "a")));
    }
    void anyTwoDifferentWritesAreOrderedOneWay() {
        const Write plain = at(dot(1, 1), 10, "x");
        std::vector<Write> writes{plain, at(dot(1, 1), 10, "y"), at(dot(1, 2), 10, "x"),
                                  at(dot(1, 1), 11, "x")};
        writes.push_back(plain);
        writes.back().claimed = WallTime{Milliseconds{1}};
        writes.push_back(plain);
        writes.back().base = {dot(1, 1)};
        writes.push_back(plain);
        writes.back().kind = WriteKind::Removal;
        for (const Write& a : writes)
            for (const Write& b : writes)
                QCOMPARE(laterThan(a, b) != laterThan(b, a), !(a == b));
    }
};

} // namespace lianxin::tests

QTEST_APPLESS_MAIN(lianxin::tests::ValueOrderTest)
#include "value_order_test.moc"

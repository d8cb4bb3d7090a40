// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/record/uuid.h"

#include <QtTest>

#include <unordered_set>

namespace lianxin::tests {

using namespace lianxin::sync;
using namespace std::chrono_literals;

namespace {

constexpr platform::WallTime noon{1'700'000'000'000ms};

std::uint64_t millisecondsOf(const Uuid& id) {
    std::uint64_t milliseconds = 0;
    for (std::size_t i = 0; i < 6; ++i)
        milliseconds = milliseconds << 8 | id.bytes[i];
    return milliseconds;
}

} // namespace

class UuidTest : public QObject {
    Q_OBJECT

private slots:
    void textIsReadBack() {
        const auto id = Uuid::parse("0189abcd-ef01-7234-8567-89abcdef0123");
        QVERIFY(id.has_value());
        QCOMPARE(id->bytes.front(), 0x01);
        QCOMPARE(id->bytes.back(), 0x23);
        QCOMPARE(id->toString(), std::string("0189abcd-ef01-7234-8567-89abcdef0123"));
        QCOMPARE(Uuid::parse("0189ABCDEF017234856789ABCDEF0123"), id);
        QCOMPARE(Uuid::fromBytes(id->view()), id);
    }
    void hostileText_data() {
        QTest::addColumn<QByteArray>("text");
        for (const char* text :
             {"", "0", "0189abcd-ef01-7234-8567-89abcdef012", "0189abcd-ef01-7234-8567-89abcdef01234",
              "0189abcdef017234856789abcdef012", "0189abcdef017234856789abcdef01230",
              "0189abcd_ef01-7234-8567-89abcdef0123", "0189abcdef-01-7234-8567-89abcdef0123",
              "g189abcd-ef01-7234-8567-89abcdef0123", "0189abcd-ef01-7234-8567-89abcdef012g",
              "{189abcd-ef01-7234-8567-89abcdef012}", "+189abcd-ef01-7234-8567-89abcdef0123",
              "0189abcd-ef01-7234-8567-89abcdef 123", "0189abcd-ef01-7234-8567--9abcdef0123",
              "-189abcdef017234856789abcdef0123"})
            QTest::newRow(QByteArray(text).toPercentEncoding()) << QByteArray(text);
        QTest::newRow("nul") << QByteArray(36, '\0');
        QTest::newRow("high bytes") << QByteArray(32, '\xff');
    }
    void hostileText() {
        QFETCH(QByteArray, text);
        QVERIFY(!Uuid::parse({text.constData(), static_cast<std::size_t>(text.size())}));
    }
    void onlySixteenBytesAreAnId() {
        QVERIFY(!Uuid::fromBytes(std::string(15, 'x')));
        QVERIFY(!Uuid::fromBytes(std::string(17, 'x')));
        QVERIFY(!Uuid::fromBytes(""));
        QVERIFY(Uuid::fromBytes(std::string(16, '\0'))->isNull());
    }
    void anIdIsOfVersionSevenAndTellsItsTime() {
        const platform::ManualClock clock(noon);
        platform::SeededRandom random(1);
        UuidGenerator generator(clock, random);
        const Uuid id = generator.next();
        QCOMPARE(id.bytes[6] >> 4, 7);
        QCOMPARE(id.bytes[8] >> 6, 2);
        QCOMPARE(millisecondsOf(id), 1'700'000'000'000U);
        QVERIFY(!id.isNull());
    }
    void idsAscendWithinOneMillisecond() {
        const platform::ManualClock clock(noon);
        platform::SeededRandom random(1);
        UuidGenerator generator(clock, random);
        Uuid last = generator.next();
        for (int i = 0; i < 20'000; ++i) {
            const Uuid id = generator.next();
            QVERIFY(id > last);
            QCOMPARE(id.bytes[6] >> 4, 7);
            last = id;
        }
        QVERIFY(millisecondsOf(last) >
                1'700'000'000'000U); // more than fit: the next milliseconds lent theirs
    }
    void idsAscendOverAClockThatGoesBack() {
        platform::ManualClock clock(noon);
        platform::SeededRandom random(1);
        UuidGenerator generator(clock, random);
        Uuid last = generator.next();
        for (const auto wall :
             {noon - 24h, platform::WallTime{0ms}, platform::WallTime{-1ms}, noon - 1ms, noon}) {
            clock.setWall(wall);
            const Uuid id = generator.next();
            QVERIFY(id > last);
            last = id;
        }
        clock.setWall(noon + 1s);
        QCOMPARE(millisecondsOf(generator.next()), 1'700'000'001'000U);
    }
    void twoGeneratorsInOneMillisecondDoNotMeet() {
        const platform::ManualClock clock(noon);
        platform::SeededRandom oneRandom(1);
        platform::SeededRandom otherRandom(2);
        UuidGenerator one(clock, oneRandom);
        UuidGenerator other(clock, otherRandom);
        std::unordered_set<Uuid> ids;
        for (int i = 0; i < 1'000; ++i) {
            QVERIFY(ids.insert(one.next()).second);
            QVERIFY(ids.insert(other.next()).second);
        }
    }
};

} // namespace lianxin::tests

QTEST_APPLESS_MAIN(lianxin::tests::UuidTest)
#include "uuid_test.moc"

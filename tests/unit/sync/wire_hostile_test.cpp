// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/random/random.h"
#include "tests/unit/sync/wire_hostile_cases.h"
#include "tests/unit/sync/wire_samples.h"

#include <QtTest>

using namespace lianxin::sync;
using namespace lianxin::tests;

class WireHostileTest : public QObject {
    Q_OBJECT

    const WireLimits limits_;

    QByteArray read(const std::string& json) const {
        return outcome(decodePush(json, wireSchema(), limits_));
    }

private slots:
    void theHarmlessOnesAreRead() {
        const std::vector<std::string> harmless{
            oneNote(""), fields(R"("once.to":["a"])"),
            own(R"("latest.tl":{"stamp":[6],"value":["a"],"base":[[0,3]]})"), kinds(R"("real.ro":[1])"),
            pushOf(R"("type":"note","id":[])")};
        for (const std::string& json : harmless)
            QCOMPARE(read(json), "read");
    }

    void whatIsWrongIsRefusedWithItsPlace_data() {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArray>("fault");
        for (const HostileCase& hostile : hostileCases())
            QTest::newRow(hostile.name.c_str())
                << QByteArray::fromStdString(hostile.json) << QByteArray::fromStdString(hostile.fault);
    }
    void whatIsWrongIsRefusedWithItsPlace() {
        QFETCH(QByteArray, json);
        QFETCH(QByteArray, fault);
        QCOMPARE(read(json.toStdString()), fault);
    }

    void aShortMessageCannotTakeMuchMemory() {
        const std::string rows(2000, 'A');
        const std::string longText(1 << 20, 'x');
        const std::string choice = "\"],\"is\":\"" + rows + "\"}";
        const std::string column = "\"once.to\":{\"of\":[\"";
        QCOMPARE(read(manyRows(2000, column + "a" + choice)), "read");
        QCOMPARE(read(manyRows(2000, column + longText + choice)), "too-large types[0].fields.once.to");
        std::string unknown;
        for (int field = 0; field < 500; ++field)
            unknown += (field > 0 ? ",\"f" : "\"f") + std::to_string(field) + ".io\":{\"of\":[1],\"is\":\"" +
                       rows + "\"}";
        QVERIFY(read(manyRows(2000, unknown)).startsWith("too-large types[0].fields.f"));
        QCOMPARE(read(fields("\"once.to\":[\"" + longText + "y\"]")), "too-large types[0].fields.once.to");
    }

    void everyLimitHolds() {
        WireLimits limits;
        limits.plainBytes = encode(samplePush()).size();
        QCOMPARE(outcome(decodePush(encode(samplePush()), wireSchema(), limits)), "read");
        --limits.plainBytes;
        QCOMPARE(outcome(decodePush(encode(samplePush()), wireSchema(), limits)), "too-large ");
        const auto refuses = [](auto change) {
            WireLimits tight;
            change(tight);
            return outcome(decodePush(encode(samplePush()), wireSchema(), tight)).startsWith("too-large");
        };
        QVERIFY(refuses([](WireLimits& tight) { tight.depth = 3; }));
        QVERIFY(refuses([](WireLimits& tight) { tight.records = 4; }));
        QVERIFY(refuses([](WireLimits& tight) { tight.types = 1; }));
        QVERIFY(refuses([](WireLimits& tight) { tight.fieldsPerType = 8; }));
        QVERIFY(refuses([](WireLimits& tight) { tight.writers = 2; }));
        QVERIFY(refuses([](WireLimits& tight) { tight.writesPerField = 2; }));
        QVERIFY(refuses([](WireLimits& tight) { tight.baseDots = 1; }));
        QVERIFY(refuses([](WireLimits& tight) { tight.textBytes = 10; }));
        QVERIFY(refuses([](WireLimits& tight) { tight.nameBytes = 3; }));
        QVERIFY(refuses([](WireLimits& tight) { tight.expandedBytes = 5000; }));
        limits = {};
        limits.cursors = 1;
        QCOMPARE(outcome(decodePullAnswer(encode(samplePullAnswer()), wireSchema(), limits)),
                 "too-large cursors");
        limits = {};
        limits.scopeSets = 2;
        QCOMPARE(outcome(decodePullAnswer(encode(samplePullAnswer()), wireSchema(), limits)),
                 "too-large scopes");
        limits = {};
        limits.scopesPerRecord = 1;
        QCOMPARE(outcome(decodePullAnswer(encode(samplePullAnswer()), wireSchema(), limits)),
                 "too-large scopes");
    }

    void noBeginningOfAMessageIsAMessage() {
        const std::string push = encode(samplePush());
        for (std::size_t length = 0; length < push.size(); ++length)
            QVERIFY(!decodePush(push.substr(0, length), wireSchema(), limits_));
        const std::string page = encode(samplePullAnswer());
        for (std::size_t length = 0; length < page.size(); ++length)
            QVERIFY(!decodePullAnswer(page.substr(0, length), wireSchema(), limits_));
        const Packer packer(wireSchema());
        for (const BodyForm form : {BodyForm::Frame, BodyForm::Short}) {
            const std::string body = packer.pack(push, form);
            for (std::size_t length = 0; length < body.size(); ++length)
                QVERIFY(!packer.unpack(body.substr(0, length), limits_));
        }
    }

    void aDamagedMessageIsRefusedOrStillAMessage() {
        const std::string push = encode(samplePush());
        lianxin::platform::SeededRandom random(20);
        for (int round = 0; round < 3000; ++round) {
            std::string damaged = push;
            for (std::uint64_t count = 1 + random.next() % 3; count > 0; --count)
                damaged[random.next() % damaged.size()] = static_cast<char>(random.next());
            if (const auto read = decodePush(damaged, wireSchema(), limits_))
                QCOMPARE(outcome(decodePush(encode(*read), wireSchema(), limits_)), "read");
        }
    }
};

QTEST_APPLESS_MAIN(WireHostileTest)
#include "wire_hostile_test.moc"

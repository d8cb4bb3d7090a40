// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever a device pushes, every other device can still pull: what would grow beyond the wire's limits is
// refused, record by record, and pages end in time.
#include "tests/unit/hub/hospital_hub.h"

#include "sync/record/history.h"
#include "sync/wire/encode.h"
#include "sync/wire/limits.h"

#include <QtTest>

using namespace lianxin;
using namespace lianxin::sync;
using hub::HospitalHub;

namespace {

Uuid inventedId(std::uint32_t number) {
    Uuid id;
    id.bytes[0] = 9;
    for (std::size_t i = 0; i < 4; ++i)
        id.bytes[15 - i] = static_cast<std::uint8_t>(number >> (8 * i));
    return id;
}

void setField(Record& record, std::string_view field, Value value) {
    record.shown.at(record.type->indexOf(field).value()) = std::move(value);
}

/// What a device pushes that has edited this text `versions` times without ever seeing another's edit.
Record headsOf(HospitalHub& hospital, DeviceNumber device, const Record& matter, std::size_t versions,
               const std::string& text) {
    Record pushed = emptyRecord(*matter.type, matter.id);
    pushed.cover = matter.cover;
    Writes writes;
    for (std::size_t i = 0; i < versions; ++i)
        writes.push_back(hospital.write(device, text + std::to_string(i)));
    setWrites(pushed, matter.type->indexOf("demand").value(), std::move(writes));
    return pushed;
}

Record wardOf(HospitalHub& hospital, DeviceNumber device) {
    return hospital.record(device, "ward", {{"name", std::string("一病区")}, {"department", inventedId(0)}});
}

} // namespace

class AdmissionLimitsTest : public QObject {
    Q_OBJECT

private slots:
    void aReferenceToAnUnknownWardMakesNoScope() {
        HospitalHub hospital;
        const auto desk = hospital.enrol("desk", {"*"});
        const auto kiosk = hospital.enrol("kiosk", {"reference"});
        std::vector<Record> matters;
        for (std::uint32_t i = 0; i < 1'100; ++i) {
            matters.push_back(hospital.complaint(kiosk));
            setField(matters.back(), "ward", inventedId(i));
        }
        const PushAnswer answer = hospital.push(kiosk, matters);
        QCOMPARE(answer.refused.size(), std::size_t{1'100});
        QCOMPARE(answer.refused.front().reason, RefusalReason::WrongContent);
        QCOMPARE(answer.refused.front().detail, std::string("ward"));
        QCOMPARE(hospital.pullAll(desk).size(), std::size_t{0});
    }

    void onlyAWardMakesTheScopeOfAWard() {
        HospitalHub hospital;
        const auto kiosk = hospital.enrol("kiosk", {"reference"});
        const Record first = hospital.complaint(kiosk);
        Record second = hospital.complaint(kiosk);
        setField(second, "ward", first.id);
        QCOMPARE(hospital.push(kiosk, {first, second}).refused.size(), std::size_t{1});
    }

    void whatNamesAWardIsAdmittedOnceTheWardIsKnown() {
        HospitalHub hospital;
        const auto desk = hospital.enrol("desk", {"*"});
        const Record ward = wardOf(hospital, desk);
        Record matter = hospital.complaint(desk);
        setField(matter, "ward", ward.id);
        QCOMPARE(hospital.push(desk, {matter}).refused.size(), std::size_t{1});
        QCOMPARE(hospital.push(desk, {ward, matter}).refused.size(), std::size_t{0});
        QVERIFY(hospital.pull(desk, {}).cursors.contains("ward:" + ward.id.toString()));
    }

    void anEditCannotMoveARecordToAnUnknownWard() {
        HospitalHub hospital;
        const auto desk = hospital.enrol("desk", {"*"});
        const Record ward = wardOf(hospital, desk);
        const Record bed = hospital.record(desk, "bed", {{"ward", ward.id}, {"label", std::string("1")}});
        QCOMPARE(hospital.push(desk, {ward, bed}).refused.size(), std::size_t{0});
        Record moved = emptyRecord(*bed.type, bed.id);
        moved.cover = bed.cover;
        setWrites(moved, bed.type->indexOf("ward").value(), {hospital.write(desk, inventedId(1))});
        QCOMPARE(hospital.push(desk, {moved}).refused.size(), std::size_t{1});
        QVERIFY(hospital.held(bed)->value("ward") == Value(ward.id));
    }

    void thereAreNeverMoreScopesThanAPullCanName() {
        HospitalHub hospital;
        const auto desk = hospital.enrol("desk", {"*"});
        std::size_t refused = 0;
        for (int batch = 0; batch < 11; ++batch) {
            std::vector<Record> records;
            for (int i = 0; i < 100; ++i) {
                records.push_back(wardOf(hospital, desk));
                records.push_back(
                    hospital.record(desk, "bed", {{"ward", records.back().id}, {"label", std::string("1")}}));
            }
            refused += hospital.push(desk, records).refused.size();
        }
        QVERIFY(refused > 0);
        const std::size_t cursors = hospital.pull(desk, {}).cursors.size();
        QVERIFY(cursors <= WireLimits{}.cursors);
        QCOMPARE(hospital.pullAll(desk).size(), 2'200 - refused);
    }

    void theJoinedStateIsHeldToTheLimitsOfTheWire() {
        HospitalHub hospital;
        const auto desk = hospital.enrol("desk", {"*"});
        const auto other = hospital.enrol("desk", {"*"});
        const Record matter = hospital.complaint(desk);
        QCOMPARE(hospital.push(desk, {matter}).refused.size(), std::size_t{0});
        QCOMPARE(hospital.push(desk, {headsOf(hospital, desk, matter, 1'500, "一")}).refused.size(),
                 std::size_t{0});
        const auto answer = hospital.push(other, {headsOf(hospital, other, matter, 1'500, "二")});
        QCOMPARE(answer.refused.size(), std::size_t{1});
        QCOMPARE(answer.refused.front().reason, RefusalReason::WrongContent);
        QCOMPARE(answer.refused.front().detail, std::string("demand"));
        QCOMPARE(hospital.pullAll(desk).size(), std::size_t{1});
        QCOMPARE(hospital.push(other, {headsOf(hospital, other, matter, 10, "三")}).refused.size(),
                 std::size_t{0});
    }

    void aRecordThatFitsNoPageIsRefused() {
        HospitalHub hospital;
        const auto desk = hospital.enrol("desk", {"*"});
        const Record matter = hospital.complaint(desk);
        hospital.push(desk, {matter});
        // Each push is small; together they are more than an answer may be.
        const std::string text(9'000, 'x');
        std::size_t refused = 0;
        for (int i = 0; i < 12; ++i)
            refused += hospital.push(desk, {headsOf(hospital, desk, matter, 100, text)}).refused.size();
        QVERIFY(refused > 0);
        QCOMPARE(hospital.pullAll(desk).size(), std::size_t{1});
    }

    void unknownFieldsAreCountedInTheJoinedState() {
        HospitalHub hospital;
        const auto desk = hospital.enrol("desk", {"*"});
        std::vector<Record> matters;
        for (int i = 0; i < 30; ++i)
            matters.push_back(hospital.complaint(desk));
        hospital.push(desk, matters);
        for (int i = 0; i < 30; ++i)
            for (int part = 0; part < 2; ++part) {
                Record pushed = emptyRecord(*matters[0].type, matters[static_cast<std::size_t>(i)].id);
                pushed.cover = matters[static_cast<std::size_t>(i)].cover;
                for (int field = 0; field < 90; ++field) {
                    const std::string name =
                        "later_" + std::to_string(100'000 + i * 1'000 + part * 100 + field);
                    pushed.unknown.push_back({Field{name, FieldType::Text, MergeRule::Latest},
                                              {hospital.write(desk, std::string("x"))}});
                }
                hospital.push(desk, {pushed});
            }
        QCOMPARE(hospital.pullAll(desk).size(), std::size_t{30});
    }

    void aPageCountsAllThatItsRecordsCarry() {
        HospitalHub hospital;
        const auto desk = hospital.enrol("desk", {"*"});
        for (int i = 0; i < 30; ++i) {
            const Record matter = hospital.complaint(desk);
            const auto answer =
                hospital.push(desk, {matter, headsOf(hospital, desk, matter, 70, std::string(9'000, 'x'))});
            QCOMPARE(answer.refused.size(), std::size_t{0});
        }
        QVERIFY(encode(hospital.pull(desk, {})).size() < WireLimits{}.plainBytes / 2);
        QCOMPARE(hospital.pullAll(desk).size(), std::size_t{30});
    }

    void theStatesInAReceiptAreCountedToo() {
        HospitalHub hospital;
        const auto desk = hospital.enrol("desk", {"*"});
        std::vector<Record> matters;
        std::vector<Record> again;
        for (int i = 0; i < 30; ++i) {
            matters.push_back(hospital.complaint(desk));
            hospital.push(
                desk, {matters.back(), headsOf(hospital, desk, matters.back(), 70, std::string(9'000, 'x'))});
            again.push_back(emptyRecord(*matters.back().type, matters.back().id));
            again.back().cover = matters.back().cover;
        }
        const HubSequence before = hospital.hub().lastSequence();
        const PushAnswer answer = hospital.push(desk, again);
        QVERIFY(encode(answer).size() < WireLimits{}.plainBytes / 2);
        // What found no room in the receipt comes with a pull.
        std::size_t arrived = answer.records.size();
        Cursors cursors{{"office", before}};
        for (bool more = true; more;) {
            PullAnswer page = hospital.pull(desk, cursors);
            arrived += page.records.size();
            cursors = page.cursors;
            more = page.more;
        }
        QCOMPARE(arrived, std::size_t{30});
    }

    void historyThatComesByItselfDoesNotGrowItsRecordBeyondTheLimits() {
        HospitalHub hospital;
        const auto desk = hospital.enrol("desk", {"*"});
        const Record matter = hospital.complaint(desk);
        hospital.push(desk, {matter});
        hospital.push(desk, {headsOf(hospital, desk, matter, 2'000, "一")});
        std::vector<Record> histories;
        for (int i = 0; i < 100; ++i) {
            Write write = hospital.write(desk, std::string("旧"));
            histories.push_back(historyRecord(hospital.schema().history(), matter,
                                              Loser{"demand", FieldType::Text, std::move(write)}));
        }
        QVERIFY(!hospital.push(desk, histories).refused.empty());
        hospital.pullAll(desk);
        QCOMPARE(QTest::currentTestFailed(), false);
    }
};

QTEST_GUILESS_MAIN(AdmissionLimitsTest)
#include "admission_limits_test.moc"

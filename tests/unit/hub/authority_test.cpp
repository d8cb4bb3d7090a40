// SPDX-License-Identifier: GPL-3.0-or-later
// Who may write what, asked of the hub by devices that say what no program of ours would.
#include "tests/unit/hub/hospital_hub.h"

#include "app/domain/scopes.h"
#include "app/hub/device_desk.h"

#include <QtTest>

#include <nlohmann/json.hpp>

using namespace lianxin;
using namespace lianxin::sync;
using hub::HospitalHub;

namespace {

struct Wards {
    explicit Wards(HospitalHub& hospital)
        : desk(hospital.enrol("desk", {"*"})), one(ward(hospital)), other(ward(hospital)) {
        hospital.push(desk, {one, other});
    }
    Record ward(HospitalHub& hospital) const {
        return hospital.record(desk, "ward", {{"name", std::string("病区")}, {"department", Uuid{}}});
    }
    DeviceNumber desk;
    Record one;
    Record other;
};

Record visitIn(HospitalHub& hospital, DeviceNumber device, const Record& ward) {
    const std::int64_t time = hospital.clock().wall().time_since_epoch().count();
    return hospital.record(device, "visit",
                           {{"ward", ward.id}, {"visited_at", time}, {"outcome", std::string("visited")}});
}

std::string reasonOf(HospitalHub& hospital, const Record& event) {
    const auto held = hospital.held(event);
    const auto* reason = held ? std::get_if<std::string>(&held->value(reasonField)) : nullptr;
    return reason ? *reason : std::string();
}

bool isEffective(HospitalHub& hospital, const Record& event) {
    const auto held = hospital.held(event);
    return held && held->value(effectiveField) == Value(std::int64_t{1});
}

} // namespace

class AuthorityTest : public QObject {
    Q_OBJECT

private slots:
    void anEventBeforeItsParentIsWithoutEffectWhereItsSenderMayNotTouchTheParent() {
        HospitalHub hospital;
        const auto desk = hospital.enrol("desk", {"*"});
        const auto kiosk = hospital.enrol("kiosk", {"reference"});
        const Record matter = hospital.complaint(desk);
        const Record foreign = hospital.step(kiosk, matter.id, "submit");
        const Record own = hospital.step(desk, matter.id, "submit");
        QCOMPARE(hospital.push(kiosk, {foreign}).refused.size(), std::size_t{0});
        QCOMPARE(hospital.push(desk, {own, matter}).refused.size(), std::size_t{0});
        QVERIFY(!isEffective(hospital, foreign));
        QCOMPARE(reasonOf(hospital, foreign), std::string(notAllowedReason));
        QVERIFY(isEffective(hospital, own));
        // Sent after the parent it is refused at once.
        const auto late = hospital.push(kiosk, {hospital.step(kiosk, matter.id, "submit")});
        QCOMPARE(late.refused.size(), std::size_t{1});
        QCOMPARE(late.refused.front().reason, RefusalReason::NotAllowed);
    }

    void aKiosksOwnEventsTakeEffectInEitherOrder() {
        HospitalHub hospital;
        const auto kiosk = hospital.enrol("kiosk", {"reference"});
        const Record matter = hospital.complaint(kiosk);
        const Record submitted = hospital.step(kiosk, matter.id, "submit");
        hospital.push(kiosk, {submitted, matter});
        QVERIFY(isEffective(hospital, submitted));
    }

    void theSameRecordFromTwoDesksIsTakenAndAnotherUnderItsIdIsNot() {
        HospitalHub hospital;
        const auto desk = hospital.enrol("desk", {"*"});
        const auto office = hospital.enrol("desk", {"*"});
        const Record draft = hospital.complaint(desk);
        const auto again = [&](const char* kind) {
            Record same = emptyRecord(*draft.type, draft.id);
            same.shown = draft.shown;
            same.shown[*draft.type->indexOf("kind")] = std::string(kind);
            same.cover = hospital.complaint(office).cover;
            return same;
        };
        QVERIFY(hospital.push(desk, {draft}).refused.empty());
        QVERIFY(hospital.push(office, {again("complaint")}).refused.empty());
        const auto other = hospital.push(office, {again("praise")});
        QCOMPARE(other.refused.size(), std::size_t{1});
        QCOMPARE(other.refused.front().reason, RefusalReason::WrittenOnceBefore);
        QVERIFY(hospital.held(draft)->value("kind") == Value(std::string("complaint")));
    }

    void onlyADeskIsToldOfTheDevices() {
        HospitalHub hospital;
        const auto desk = hospital.enrol("desk", {"*"});
        const auto kiosk = hospital.enrol("kiosk", {"reference"});
        hospital.push(kiosk, {hospital.complaint(kiosk)});
        QVERIFY(!hub::devicesFor(hospital.hub(), kiosk));
        const auto told = nlohmann::json::parse(hub::devicesFor(hospital.hub(), desk).value());
        QCOMPARE(told.at("devices").size(), std::size_t{2});
        QCOMPARE(told["devices"][0].at("asking"), nlohmann::json(true));
        QCOMPARE(told["devices"][1].at("role"), nlohmann::json("kiosk"));
        QCOMPARE(told["devices"][1].at("records"), nlohmann::json(1));
    }

    void aWardsOwnWorkComesFromThatWard() {
        HospitalHub hospital;
        const Wards wards(hospital);
        const auto tablet =
            hospital.enrol("ward", domain::scopesFor(domain::DeviceRole::Ward, {{wards.one.id}}));
        const auto answer = hospital.push(
            tablet, {visitIn(hospital, tablet, wards.one), visitIn(hospital, tablet, wards.other)});
        QCOMPARE(answer.refused.size(), std::size_t{1});
        QCOMPARE(answer.refused.front().position, LocalSequence{2});
        QCOMPARE(answer.refused.front().reason, RefusalReason::NotAllowed);
        QCOMPARE(hospital.push(wards.desk, {visitIn(hospital, wards.desk, wards.other)}).refused.size(),
                 std::size_t{0});
    }

    void whatWaitedOnATabletSinceItServedTheWardIsTaken() {
        HospitalHub hospital;
        const Wards wards(hospital);
        const auto tablet =
            hospital.enrol("ward", domain::scopesFor(domain::DeviceRole::Ward, {{wards.one.id}}));
        hospital.hub().begin();
        hospital.hub().changeScopes(tablet, domain::scopesFor(domain::DeviceRole::Ward, {{wards.other.id}}));
        hospital.hub().commit();
        QCOMPARE(hospital.push(tablet, {visitIn(hospital, tablet, wards.one)}).refused.size(),
                 std::size_t{0});
    }

    void aComplaintAboutAnotherWardIsReceivedByAnyone() {
        HospitalHub hospital;
        const Wards wards(hospital);
        const auto tablet =
            hospital.enrol("ward", domain::scopesFor(domain::DeviceRole::Ward, {{wards.one.id}}));
        Record matter = hospital.complaint(tablet);
        matter.shown.at(matter.type->indexOf("ward").value()) = wards.other.id;
        QCOMPARE(hospital.push(tablet, {matter}).refused.size(), std::size_t{0});
    }
};

QTEST_GUILESS_MAIN(AuthorityTest)
#include "authority_test.moc"

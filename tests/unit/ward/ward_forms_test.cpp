// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ward/ward_face.h"
#include "tests/unit/ward/ward_device.h"

#include <QSignalSpy>
#include <QtTest>

using namespace lianxin;
using namespace lianxin::ward;

namespace {

/// A ward's window without pages.
struct Face {
    WardDevice folder;
    window::StoreLink store{folder.folder()};
    window::Theme theme;
    window::Language language{theme};
    WardFace ward{store, theme, language};
    QSignalSpy saved{&ward, &WardFace::saved};

    void open(const sync::Uuid& bed) {
        QTRY_VERIFY(ward.isKnown());
        ward.chooseUser(QString::fromStdString(folder.ids().nurse.toString()));
        ward.openBed(QString::fromStdString(bed.toString()));
    }
    std::vector<sync::Record> read(const char* type) {
        std::vector<sync::Record> records;
        bool answered = false;
        store.ask(
            &ward, [type](store::Device& device) { return recordsOfType(device, type); },
            [&](std::vector<sync::Record> found) {
                records = std::move(found);
                answered = true;
            });
        [&answered] { QTRY_VERIFY(answered); }();
        return records;
    }
};

sync::Uuid referenceIn(const sync::Record& record, std::string_view field) {
    const auto* id = std::get_if<sync::Uuid>(&record.value(field));
    return id ? *id : sync::Uuid{};
}

} // namespace

class WardFormsTest : public QObject {
    Q_OBJECT

private slots:
    void aRefusalIsSavedWithWhoAndWhere_R079() {
        Face face;
        face.open(face.folder.ids().firstBed);
        face.ward.bedside()->save();
        QCOMPARE(face.ward.bedside()->lack(), BedsideForm::LacksOutcome); // nothing is chosen beforehand
        face.ward.bedside()->setOutcome(BedsideForm::Refused);
        face.ward.bedside()->save();
        QTRY_COMPARE(face.saved.size(), 1);
        QCOMPARE(face.saved.front().front().toString(), QStringLiteral("1 床"));
        const auto visits = face.read("visit");
        QCOMPARE(visits.size(), std::size_t{1});
        QCOMPARE(textIn(visits[0], "outcome"), std::string("refused"));
        QCOMPARE(textIn(visits[0], "filled_by"), std::string());
        QVERIFY(referenceIn(visits[0], "bed") == face.folder.ids().firstBed);
        QVERIFY(referenceIn(visits[0], "visited_by") == face.folder.ids().nurse);
        QVERIFY(face.read("matter").empty());
        QTRY_COMPARE(face.ward.beds()->refused(), 1);
    }

    void eachOpinionAndSuggestionBecomesAMatter_R080() {
        Face face;
        face.open(face.folder.ids().firstBed);
        BedsideForm& form = *face.ward.bedside();
        form.setOutcome(BedsideForm::Visited);
        form.setFilledBy(QStringLiteral("family"));
        form.setOpinions(QStringLiteral(" 走廊灯太亮 "));
        form.setSuggestions(QStringLiteral("清单每天给"));
        form.setCareLink(QStringLiteral("inpatient_ward"));
        form.save();
        QTRY_COMPARE(face.saved.size(), 1);
        const auto visits = face.read("visit");
        QCOMPARE(textIn(visits.at(0), "opinions"), std::string("走廊灯太亮"));
        QCOMPARE(textIn(visits[0], "care_link"), std::string("inpatient_ward"));
        QCOMPARE(textIn(visits[0], "filled_by"), std::string("family"));
        const auto matters = face.read("matter");
        QCOMPARE(matters.size(), std::size_t{2});
        for (const sync::Record& matter : matters) {
            QVERIFY(referenceIn(matter, "source_record") == visits[0].id);
            QCOMPARE(textIn(matter, "source"), std::string("bedside_visit"));
            QVERIFY(sync::isNull(matter.value("complainant_name")));
        }
        QVERIFY(textIn(matters[0], "kind") != textIn(matters[1], "kind"));
        const auto events = face.read("matter_event");
        QCOMPARE(events.size(), std::size_t{2});
        QCOMPARE(textIn(events[0], "step"), std::string("submit"));
    }

    void wordsOfSomebodyNotSeenAreNotSaved_R079() {
        Face face;
        face.open(face.folder.ids().firstBed);
        face.ward.bedside()->setOpinions(QStringLiteral("吵"));
        face.ward.bedside()->setOutcome(BedsideForm::Absent);
        QCOMPARE(face.ward.bedside()->lack(), BedsideForm::WordsOfTheUnseen);
    }

    void aCardIsHandedOutWithTheVisit_R077() {
        Face face;
        face.open(face.folder.ids().secondBed);
        face.ward.bedside()->setCardHanded(true);
        // Nobody is known to lie here: without a visit the card would be nobody's.
        QCOMPARE(face.ward.bedside()->lack(), BedsideForm::LacksOutcome);
        face.ward.bedside()->setOutcome(BedsideForm::Visited);
        face.ward.bedside()->save();
        QTRY_COMPARE(face.saved.size(), 1);
        const auto cards = face.read("card_handout");
        QCOMPARE(cards.size(), std::size_t{1});
        QVERIFY(referenceIn(cards[0], "visit") == face.read("visit").at(0).id);
        QVERIFY(referenceIn(cards[0], "given_by") == face.folder.ids().nurse);
        QTRY_COMPARE(face.ward.beds()->withoutCard(), 1);
    }

    void aSaveThatFailsKeepsTheText_R080() {
        Face face;
        face.open(face.folder.ids().firstBed);
        BedsideForm& form = *face.ward.bedside();
        const QString tooLong(10'001, QChar(u'长'));
        form.setOutcome(BedsideForm::Visited);
        form.setOpinions(tooLong);
        form.save();
        QVERIFY(form.saving()->busy());
        QTRY_COMPARE(form.saving()->fault(), Saving::NotAccepted);
        QVERIFY(!form.saving()->busy());
        QCOMPARE(form.opinions(), tooLong);
        QCOMPARE(face.ward.page(), WardFace::Bedside);
        QVERIFY(face.read("visit").empty()); // all of it or nothing
        QVERIFY(face.saved.empty());
    }

    void eachOfTheStaffHasFormsOfTheirOwn() {
        Face face;
        face.open(face.folder.ids().firstBed);
        face.ward.bedside()->setOpinions(QStringLiteral("护士写的"));
        face.ward.chooseUser(QString::fromStdString(face.folder.ids().doctor.toString()));
        QVERIFY(face.ward.bedside()->opinions().isEmpty());
        face.ward.chooseUser(QString::fromStdString(face.folder.ids().nurse.toString()));
        QCOMPARE(face.ward.bedside()->opinions(), QStringLiteral("护士写的"));
        face.ward.goTo(WardFace::Beds);
        QCOMPARE(face.ward.bedside()->bedsWithDrafts().size(), 1);
    }

    void whatIsSettledOnTheSpotNeedsItsAnswer_R111() {
        Face face;
        face.open(face.folder.ids().firstBed);
        ReceiverEntry& entry = *face.ward.entry();
        entry.setKind(QStringLiteral("complaint"));
        entry.setContent(QStringLiteral("等了很久"));
        entry.setOutcome(ReceiverEntry::Settled);
        QCOMPARE(entry.lack(), ReceiverEntry::LacksAnswer);
        entry.setAnswer(QStringLiteral("当面说明了排队的原因"));
        entry.save();
        QTRY_COMPARE(face.saved.size(), 1);
        const auto matter = face.read("matter").at(0);
        QVERIFY(referenceIn(matter, "first_receiver") == face.folder.ids().nurse);
        const auto events = face.read("matter_event");
        QCOMPARE(events.size(), std::size_t{2});
        QCOMPARE(textIn(events[0], "step"), std::string("submit"));
        QCOMPARE(textIn(events[1], "step"), std::string("answer_on_spot"));
        QCOMPARE(textIn(events[1], "text"), std::string("当面说明了排队的原因"));
        QCOMPARE(textIn(events[1], "actor_role"), std::string("ward_nurse"));
    }

    void theCallToAHeadIsOnRecord_R114() {
        Face face;
        face.open(face.folder.ids().firstBed);
        ReceiverEntry& entry = *face.ward.entry();
        entry.setKind(QStringLiteral("opinion"));
        entry.setContent(QStringLiteral("片子取不到"));
        entry.chooseDepartment(QString::fromStdString(face.folder.ids().department.toString()),
                               QStringLiteral("骨科"), QStringLiteral("0000-555-2007"));
        entry.setCalled(true);
        entry.setOutcome(ReceiverEntry::Settled);
        entry.setAnswer(QStringLiteral("负责人来取了"));
        entry.save();
        QTRY_COMPARE(face.saved.size(), 1);
        const auto event = face.read("matter_event").at(1);
        QVERIFY(referenceIn(event, "department") == face.folder.ids().department);
        QCOMPARE(textIn(event, "phone_given"), std::string("0000-555-2007"));
        QVERIFY(textIn(event, "reason").find("骨科") != std::string::npos);
    }

    void whoIsLedToTheOfficeGoesWithAReason_R115() {
        Face face;
        face.open(face.folder.ids().firstBed);
        ReceiverEntry& entry = *face.ward.entry();
        entry.setKind(QStringLiteral("complaint"));
        entry.setContent(QStringLiteral("两个科室互相推"));
        entry.setPlace(QStringLiteral("门诊二楼"));
        entry.setOutcome(ReceiverEntry::LedToOffice);
        QCOMPARE(entry.lack(), ReceiverEntry::LacksReason);
        entry.setReason(QStringLiteral("要几个科室一起办"));
        entry.save();
        QTRY_COMPARE(face.saved.size(), 1);
        QVERIFY(entry.isEmpty());
        const auto event = face.read("matter_event").at(1);
        QCOMPARE(textIn(event, "step"), std::string("lead_to_office"));
        QCOMPARE(textIn(event, "reason"), std::string("要几个科室一起办"));
        QVERIFY(textIn(face.read("matter").at(0), "content").find("门诊二楼") != std::string::npos);
    }

    void inAPatientsHandsOnlyThePinLeadsBack_R080() {
        Face face;
        face.open(face.folder.ids().firstBed);
        PatientLock& lock = *face.ward.lock();
        face.ward.handOver(QStringLiteral("patient"));
        QCOMPARE(lock.stage(), PatientLock::ChoosingPin);
        lock.choosePin(QStringLiteral("2468"));
        QVERIFY(lock.isWithPatient());
        face.ward.goTo(WardFace::Beds);
        QCOMPARE(face.ward.page(), WardFace::Bedside);
        face.ward.bedside()->setOpinions(QStringLiteral("饭菜凉"));
        face.ward.handIn();
        QTRY_COMPARE(lock.stage(), PatientLock::Locked);
        QVERIFY(face.ward.bedside()->opinions().isEmpty());
        lock.askPin();
        lock.enterPin(QStringLiteral("1111"));
        QVERIFY(lock.isWithPatient());
        lock.enterPin(QStringLiteral("2468"));
        QCOMPARE(lock.stage(), PatientLock::WithStaff);
        QCOMPARE(face.saved.size(), 1);
        const auto visit = face.read("visit").at(0);
        QCOMPARE(textIn(visit, "filled_by"), std::string("patient"));
        QCOMPARE(textIn(visit, "outcome"), std::string("visited"));
    }

    void leftAloneItLocksAndKeepsTheWords_R080() {
        Face face;
        face.open(face.folder.ids().firstBed);
        PatientLock& lock = *face.ward.lock();
        face.ward.handOver(QStringLiteral("patient"));
        lock.choosePin(QStringLiteral("2468"));
        face.ward.bedside()->setOpinions(QStringLiteral("写了一半"));
        lock.lock();
        QCOMPARE(lock.stage(), PatientLock::Locked);
        lock.askPin();
        lock.lock(); // nobody finished typing the PIN
        QCOMPARE(lock.stage(), PatientLock::Locked);
        lock.askPin();
        lock.enterPin(QStringLiteral("2468"));
        QCOMPARE(face.ward.page(), WardFace::Bedside);
        QCOMPARE(face.ward.bedside()->opinions(), QStringLiteral("写了一半"));
    }
};

QTEST_GUILESS_MAIN(WardFormsTest)
#include "ward_forms_test.moc"

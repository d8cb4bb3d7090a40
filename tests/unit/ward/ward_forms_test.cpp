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
    Face() = default;
    explicit Face(const std::filesystem::path& kept) : store(kept) {}

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
        QTRY_VERIFY(ward.bedside()->sitting()->isOpen());
    }
    /// Types into the n-th text of the form, wherever its page is.
    void type(int text, const QString& words) {
        window::FormSitting& sitting = *ward.bedside()->sitting();
        while (sitting.back()) {
        }
        int passed = 0;
        do {
            for (int row = 0; row < sitting.rowCount({}); ++row)
                if (kindOf(row) == QStringLiteral("text") && passed++ == text)
                    return sitting.type(row, words);
        } while (sitting.next() && passed <= text);
    }
    QString typed(int text) {
        window::FormSitting& sitting = *ward.bedside()->sitting();
        int passed = 0;
        for (int row = 0; row < sitting.rowCount({}); ++row)
            if (kindOf(row) == QStringLiteral("text") && passed++ == text)
                return sitting.data(sitting.index(row), window::FormSitting::Typed).toString();
        return {};
    }
    QString kindOf(int row) {
        window::FormSitting& sitting = *ward.bedside()->sitting();
        return sitting.data(sitting.index(row), window::FormSitting::Kind).toString();
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
        face.type(0, QStringLiteral(" 走廊灯太亮 "));
        face.type(1, QStringLiteral("清单每天给"));
        form.save();
        QTRY_COMPARE(face.saved.size(), 1);
        const auto visits = face.read("visit");
        const auto responses = face.read("survey_response");
        QCOMPARE(responses.size(), std::size_t{1});
        QVERIFY(referenceIn(visits.at(0), "survey_response") == responses[0].id);
        QCOMPARE(textIn(visits[0], "filled_by"), std::string("family"));
        QCOMPARE(textIn(responses[0], "filled_by"), std::string("family"));
        QCOMPARE(textIn(responses[0], "source"), std::string("bedside_visit"));
        QVERIFY(referenceIn(responses[0], "ward") == face.folder.ids().ward);
        QVERIFY(textIn(responses[0], "answers").find("清单每天给") != std::string::npos);
        QVERIFY(textIn(responses[0], "answers").find("\"family\"") != std::string::npos);
        const auto matters = face.read("matter");
        QCOMPARE(matters.size(), std::size_t{2});
        for (const sync::Record& matter : matters) {
            QVERIFY(referenceIn(matter, "source_record") == responses[0].id);
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
        face.type(0, QStringLiteral("吵"));
        face.ward.bedside()->setOutcome(BedsideForm::Absent);
        QCOMPARE(face.ward.bedside()->lack(), BedsideForm::AnswersOfTheUnseen);
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
        const QString notText(QChar(u'\u0001'));
        form.setOutcome(BedsideForm::Visited);
        face.type(0, notText);
        form.save();
        QVERIFY(form.saving()->busy());
        QTRY_COMPARE(form.saving()->fault(), Saving::NotAccepted);
        QVERIFY(!form.saving()->busy());
        QCOMPARE(face.typed(0), notText);
        QCOMPARE(face.ward.page(), WardFace::Bedside);
        QVERIFY(face.read("visit").empty()); // all of it or nothing
        QVERIFY(face.saved.empty());
    }

    void whatCannotBeAnAnswerIsNotSaved_R080() {
        Face face;
        face.open(face.folder.ids().firstBed);
        face.ward.bedside()->setOutcome(BedsideForm::Visited);
        face.type(0, QString(2001, QChar(u'长')));
        QCOMPARE(face.ward.bedside()->lack(), BedsideForm::LacksRightAnswers);
    }

    void eachOfTheStaffHasFormsOfTheirOwn() {
        Face face;
        face.open(face.folder.ids().firstBed);
        face.type(0, QStringLiteral("护士写的"));
        face.ward.chooseUser(QString::fromStdString(face.folder.ids().doctor.toString()));
        QVERIFY(face.typed(0).isEmpty());
        face.ward.chooseUser(QString::fromStdString(face.folder.ids().nurse.toString()));
        QCOMPARE(face.typed(0), QStringLiteral("护士写的"));
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
        face.type(0, QStringLiteral("护士记的，患者不该看到"));
        face.ward.handOver(QStringLiteral("patient"));
        QCOMPARE(lock.stage(), PatientLock::ChoosingPin);
        lock.choosePin(QStringLiteral("2468"));
        QVERIFY(lock.isWithPatient());
        face.ward.goTo(WardFace::Beds);
        QCOMPARE(face.ward.page(), WardFace::Bedside);
        QVERIFY(face.ward.bedside()->isEmpty());
        QCOMPARE(face.theme.face(), window::Theme::Patient);
        face.type(0, QStringLiteral("饭菜凉"));
        face.ward.handIn();
        QTRY_COMPARE(lock.stage(), PatientLock::Locked);
        QVERIFY(!face.ward.bedside()->sitting()->hasAnswers());
        lock.askPin();
        lock.enterPin(QStringLiteral("1111"));
        QVERIFY(lock.isWithPatient());
        lock.enterPin(QStringLiteral("2468"));
        QCOMPARE(lock.stage(), PatientLock::WithStaff);
        QCOMPARE(face.saved.size(), 1);
        const auto visit = face.read("visit").at(0);
        QCOMPARE(textIn(visit, "filled_by"), std::string("patient"));
        QCOMPARE(textIn(visit, "outcome"), std::string("visited"));
        QCOMPARE(face.read("matter").size(), std::size_t{1});
        QCOMPARE(face.ward.beds()->shown()->count(), 2);
        face.ward.openBed(QString::fromStdString(face.folder.ids().firstBed.toString()));
        QCOMPARE(face.typed(0), QStringLiteral("护士记的，患者不该看到"));
    }

    void leftAloneItLocksAndKeepsTheWords_R080() {
        Face face;
        face.open(face.folder.ids().firstBed);
        PatientLock& lock = *face.ward.lock();
        face.ward.handOver(QStringLiteral("patient"));
        lock.choosePin(QStringLiteral("2468"));
        face.type(0, QStringLiteral("写了一半"));
        lock.lock();
        QCOMPARE(lock.stage(), PatientLock::Locked);
        lock.askPin();
        lock.lock(); // nobody finished typing the PIN
        QCOMPARE(lock.stage(), PatientLock::Locked);
        lock.askPin();
        lock.cancelAsking();
        QVERIFY(face.ward.bedside()->sitting()->hasAnswers());
        lock.askPin();
        lock.enterPin(QStringLiteral("2468"));
        QCOMPARE(face.ward.page(), WardFace::Bedside);
        // Nobody knows who lies here: the next one in this bed must not read it, nor may the staff.
        QVERIFY(!face.ward.bedside()->sitting()->hasAnswers());
        face.ward.handOver(QStringLiteral("patient"));
        QVERIFY(!face.ward.bedside()->sitting()->hasAnswers());
    }

    void whatIsHalfWrittenOutlivesTheProgram_R080() {
        const WardDevice folder;
        const QString bed = QString::fromStdString(folder.ids().firstBed.toString());
        const QString nurse = QString::fromStdString(folder.ids().nurse.toString());
        {
            Face face(folder.folder());
            face.open(folder.ids().firstBed); // by nobody: the nurse of another device does not work here
            face.ward.chooseUser(nurse);
            face.ward.bedside()->setOutcome(BedsideForm::Visited);
            face.type(1, QStringLiteral("想要夜灯"));
            face.ward.bedside()->sitting()->choose(0, 1);
            face.ward.entry()->setContent(QStringLiteral("等了很久"));
            face.ward.entry()->setOutcome(ReceiverEntry::LedToOffice);
            face.ward.entry()->setDaysAgo(1);
            QTRY_VERIFY(face.ward.drafts()->isKept());
            face.ward.entry()->setReason(QStringLiteral("最后几个字"));
        }
        Face face(folder.folder());
        QTRY_VERIFY(face.ward.isKnown());
        QVERIFY(face.ward.entry()->isEmpty()); // nobody has said who holds the tablet now
        QTRY_COMPARE(face.ward.staff()->data(face.ward.staff()->index(1), Qt::UserRole + 4).toInt() +
                         face.ward.staff()->data(face.ward.staff()->index(0), Qt::UserRole + 4).toInt(),
                     2);
        face.ward.chooseUser(nurse);
        QCOMPARE(face.ward.entry()->content(), QStringLiteral("等了很久"));
        QCOMPARE(face.ward.entry()->reason(), QStringLiteral("最后几个字"));
        QCOMPARE(face.ward.entry()->outcome(), ReceiverEntry::LedToOffice);
        QCOMPARE(face.ward.entry()->daysAgo(), 1);
        QCOMPARE(face.ward.bedside()->bedsWithDrafts(), QSet<QString>{bed});
        face.ward.openBed(bed);
        QCOMPARE(face.typed(1), QStringLiteral("想要夜灯"));
        QCOMPARE(face.ward.bedside()->outcome(), BedsideForm::Visited);
        QCOMPARE(face.ward.bedside()->sitting()->answered(), 2);
    }

    void aPatientsHalfFormIsKeptForThatPatientOnly_R080() {
        Face face;
        {
            bool stayed = false;
            face.store.ask(
                &face.ward,
                [&face](store::Device& device) {
                    return !save(device, "stay",
                                 {{"ward", face.folder.ids().ward},
                                  {"bed", face.folder.ids().firstBed},
                                  {"patient_ref", std::string("ZY-1")},
                                  {"admitted_at", std::int64_t{1}}})
                                .isNull();
                },
                [&stayed](bool saved) { stayed = saved; });
            QTRY_VERIFY(stayed);
        }
        QTRY_VERIFY(face.ward.beds()->staysKnown());
        face.open(face.folder.ids().firstBed);
        face.ward.handOver(QStringLiteral("patient"));
        face.ward.lock()->choosePin(QStringLiteral("2468"));
        face.type(0, QStringLiteral("写了一半"));
        face.ward.lock()->askPin();
        face.ward.lock()->enterPin(QStringLiteral("2468"));
        QVERIFY(face.ward.bedside()->isEmpty()); // the staff see nothing of it
        face.ward.handOver(QStringLiteral("family"));
        QVERIFY(face.ward.bedside()->isEmpty());
        face.ward.lock()->askPin();
        face.ward.lock()->enterPin(QStringLiteral("2468"));
        face.ward.handOver(QStringLiteral("patient"));
        QVERIFY(face.ward.bedside()->sitting()->hasAnswers());
    }
};

QTEST_GUILESS_MAIN(WardFormsTest)
#include "ward_forms_test.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/entry.h"
#include "app/desk/registration.h"
#include "app/desk/source_draft.h"
#include "app/desk/versions.h"

#include "tests/unit/desk/desk_records.h"

#include <QtTest>

using namespace lianxin;
using namespace lianxin::desk;

class MatterWorkTest : public QObject {
    Q_OBJECT

    static sync::Record matterOf(store::Device& device, const sync::Uuid& id) {
        return device.replica().find(*device.schema().find("matter"), id).value();
    }
    static std::string textOf(store::Device& device, const sync::Uuid& id, std::string_view field) {
        const sync::Record matter = matterOf(device, id);
        const auto* text = std::get_if<std::string>(&matter.value(field));
        return text ? *text : std::string();
    }
    static sync::FieldChange change(const std::string& field, sync::Value value) {
        return {field, std::move(value), std::nullopt};
    }
    /// Somebody who had seen no version wrote this one.
    static void writeUnseeing(store::Device& device, const sync::Uuid& id, const std::string& problem) {
        QVERIFY(device.replica().edit(*device.schema().find("matter"), id,
                                      {{"problem", problem, std::vector<sync::Dot>{}}}));
    }
    static VersionsOfField problems(store::Device& device, const sync::Uuid& id) {
        return versionsOf(matterOf(device, id), device.replica().historiesOf(id), "problem");
    }
    static domain::MatterStage stageOf(store::Device& device, const sync::Uuid& id) {
        return static_cast<domain::MatterStage>(
            entryOf(device.replica(), EntryType::Matter, id).value().stage);
    }

private slots:
    void registrationIsBlockedUntilTheKeyElementsAreComplete_R120() {
        const DeskRecords records;
        store::Device device(records.folder());
        const sync::Uuid id = desk::saveMatter(device, {});
        const auto before = device.replica().lastSequence();

        const SaveOutcome blocked =
            desk::saveMatter(device, id, {change("problem", std::string("等候四小时"))}, ThenRegister::Yes);
        QVERIFY(blocked.fault == SaveFaultWord::Missing);
        QCOMPARE(blocked.missing, (std::vector<std::string>{"complaint_time", "respondent"}));
        QCOMPARE(device.replica().lastSequence(), before); // nothing at all was saved

        const SaveOutcome done = desk::saveMatter(device, id,
                                                  {change("problem", std::string("等候四小时")),
                                                   change("complaint_time", std::int64_t{1'770'000'000'000}),
                                                   change("respondent_unnamed", std::int64_t{1})},
                                                  ThenRegister::Yes);
        QVERIFY(done.fault == SaveFaultWord::None);
        QVERIFY(stageOf(device, id) == domain::MatterStage::Registered);
        QCOMPARE(textOf(device, id, "problem"), std::string("等候四小时"));
    }

    void aDraftIsSubmittedWithItsRegistration_R120() {
        const DeskRecords records;
        store::Device device(records.folder());
        const sync::Uuid response = desk::saveResponse(device, "窗口再多开一个");
        const auto source = device.replica().find(*device.schema().find("survey_response"), response);
        const sync::Record draft = draftFrom(device.schema(), *source).value();
        QVERIFY(device.save({draft}));
        QVERIFY(stageOf(device, draft.id) == domain::MatterStage::Draft);
        const SaveOutcome done = desk::saveMatter(
            device, draft.id,
            {change("problem", std::string("窗口少")), change("respondent", std::string("药房"))},
            ThenRegister::Yes);
        QVERIFY(done.fault == SaveFaultWord::None);
        QVERIFY(stageOf(device, draft.id) == domain::MatterStage::Registered);
    }

    void theDraftOfAnOpinionIsTheSameOnTwoDesks_R120() {
        const DeskRecords one;
        const DeskRecords other;
        store::Device first(one.folder());
        store::Device second(other.folder());
        const sync::Uuid response = desk::saveResponse(first, "窗口再多开一个");
        const sync::Record source =
            first.replica().find(*first.schema().find("survey_response"), response).value();
        const sync::Record here = draftFrom(first.schema(), source).value();
        sync::Record there = draftFrom(second.schema(), source).value();
        QVERIFY(here.id == there.id);
        QCOMPARE(std::get<std::string>(here.value("content")), std::string("窗口再多开一个"));
        QVERIFY(std::get<sync::Uuid>(here.value("source_record")) == response);

        QVERIFY(first.save({here}));
        QVERIFY(second.save({there}));
        sync::Record joined = matterOf(first, here.id);
        there = matterOf(second, here.id);
        there.type = joined.type;
        std::vector<sync::Loser> losers;
        sync::join(joined, there, losers);
        QCOMPARE(joined.shown == there.shown, true);
        QVERIFY(fieldsInConflict(joined, {}).empty());
    }

    void nothingIsDrawnWhereNobodyWrote_R120() {
        const DeskRecords records;
        store::Device device(records.folder());
        const sync::Uuid response = desk::saveResponse(device, "");
        const auto source = device.replica().find(*device.schema().find("survey_response"), response);
        QVERIFY(!draftFrom(device.schema(), *source));
    }

    void aDecisionReplacesTheVersionsThatWereShownAndNoOther() {
        const DeskRecords records;
        store::Device device(records.folder());
        const sync::Uuid id = desk::saveMatter(device, {});
        writeUnseeing(device, id, "甲写的");
        writeUnseeing(device, id, "乙写的");
        const VersionsOfField shown = problems(device, id);
        QCOMPARE(shown.versions.size(), std::size_t{2});
        writeUnseeing(device, id, "丙写的"); // it arrives while the page is open

        const SaveOutcome done =
            desk::saveMatter(device, id, {{"problem", std::string("合成的"), shown.seen}}, ThenRegister::No);
        QVERIFY(done.fault == SaveFaultWord::None);
        const VersionsOfField left = problems(device, id);
        QCOMPARE(left.versions.size(), std::size_t{2});
        QCOMPARE(std::get<std::string>(left.versions[0].value), std::string("丙写的"));
        QCOMPARE(std::get<std::string>(left.versions[1].value), std::string("合成的"));
    }

    void differencesAreWhatTheOtherTextLacks() {
        const auto stretches = differences(U"每天上午十点前送到", U"每天上午查房时送到");
        QCOMPARE(stretches.size(), std::size_t{3});
        QVERIFY((stretches[1] == Stretch{U"十点前", true}));
        QVERIFY(differences(U"一样", U"一样").size() == 1 && !differences(U"一样", U"一样")[0].differs);
        QVERIFY(differences(U"", U"有字").empty());
    }
};

QTEST_GUILESS_MAIN(MatterWorkTest)
#include "matter_work_test.moc"

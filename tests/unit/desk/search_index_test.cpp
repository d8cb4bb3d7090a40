// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/search_index.h"

#include "tests/unit/desk/desk_records.h"

#include <QtTest>

using namespace lianxin;
using namespace lianxin::desk;
using domain::MatterStage;

class SearchIndexTest : public QObject {
    Q_OBJECT

    static void bringUpToDate(store::Device& device) {
        while (SearchIndex(device.replica()).update(3) > 0) {
        }
    }
    static std::size_t found(store::Device& device, const Query& query) {
        return SearchIndex(device.replica()).find(query).size();
    }
    static std::size_t found(store::Device& device, const std::string& words) {
        return found(device, Query{List::Matters, {}, StateGroup::All, {}, words});
    }

private slots:
    void findsWordsOfTwoAndOfThreeSigns() {
        const DeskRecords records;
        store::Device device(records.folder());
        desk::saveMatter(device, {{"content", std::string("口腔科收费和公示牌不一致")}});
        desk::saveMatter(device, {{
                                      "content",
                                      std::string("三楼厕所夜间无灯"),
                                  },
                                  {"lookup_code", std::string("7K3M92XD")}});
        bringUpToDate(device);
        QCOMPARE(found(device, "收费"), std::size_t{1});
        QCOMPARE(found(device, "公示牌"), std::size_t{1});
        QCOMPARE(found(device, "灯"), std::size_t{1});
        QCOMPARE(found(device, "厕所 夜间无灯"), std::size_t{1});
        QCOMPARE(found(device, "收费 夜间无灯"), std::size_t{0});
        QCOMPARE(found(device, "7k3m92xd"), std::size_t{1});
        QCOMPARE(found(device, "\"公示牌\" OR"), std::size_t{0});
    }

    void anEditedTextIsFoundByItsNewWordsOnly() {
        const DeskRecords records;
        store::Device device(records.folder());
        const sync::Uuid id = desk::saveMatter(device, {{"problem", std::string("电梯停了")}});
        bringUpToDate(device);
        QVERIFY(device.replica().edit(*device.schema().find("matter"), id,
                                      {{"problem", std::string("楼梯很滑"), std::nullopt}}));
        QCOMPARE(SearchIndex(device.replica()).waiting(), 1);
        bringUpToDate(device);
        QCOMPARE(found(device, "电梯停"), std::size_t{0});
        QCOMPARE(found(device, "楼梯很"), std::size_t{1});
    }

    void aMatterIsSavedAgainAndAgainBeforeTheIndexHasCaughtUp() {
        const DeskRecords records;
        store::Device device(records.folder());
        const sync::Uuid id = desk::saveMatter(device, {{"problem", std::string("电梯停了")}});
        SearchIndex index(device.replica()); // from here on changes are noted
        for (const char* words : {"楼梯很滑", "楼梯又滑又暗", "楼梯没有扶手"})
            QVERIFY(device.replica().edit(*device.schema().find("matter"), id,
                                          {{"problem", std::string(words), std::nullopt}}));
        bringUpToDate(device);
        QCOMPARE(found(device, "没有扶手"), std::size_t{1});
    }

    void whatChangedBehindItsBackIsCaughtUpAfterACrash() {
        const DeskRecords records;
        {
            store::Device device(records.folder());
            desk::saveMatter(device, {});
            bringUpToDate(device);
            for (int i = 0; i < 5; ++i)
                desk::saveMatter(device, {{"content", std::string("停水了")}});
            SearchIndex(device.replica()).update(2); // and here the power goes
        }
        store::Device device(records.folder());
        QVERIFY(SearchIndex(device.replica()).waiting() > 0);
        bringUpToDate(device);
        QCOMPARE(found(device, "停水"), std::size_t{5});
    }

    void anotherVersionOfTheIndexIsBuiltAnew() {
        const DeskRecords records;
        store::Device device(records.folder());
        desk::saveMatter(device, {});
        bringUpToDate(device);
        device.replica().database().exec("UPDATE desk_index SET version=0;DELETE FROM desk_entry");
        QCOMPARE(found(device, ""), std::size_t{0});
        bringUpToDate(device);
        QCOMPARE(found(device, "等候"), std::size_t{1});
    }

    void anEventMovesItsMatterToAnotherState() {
        const DeskRecords records;
        store::Device device(records.folder());
        const Query toRegister{List::Matters, {}, StateGroup::ToRegister, {}, {}};
        const sync::Uuid id = desk::saveMatter(device, {{"problem", std::string("等候")},
                                                        {"respondent_unnamed", std::int64_t{1}},
                                                        {"complaint_time", std::int64_t{1'770'000'000'000}}});
        bringUpToDate(device);
        QCOMPARE(found(device, toRegister), std::size_t{1});
        desk::save(device, "matter_event",
                   {{"matter", id},
                    {"step", std::string("register")},
                    {"occurred_at", std::int64_t{1'770'000'000'000}}});
        bringUpToDate(device);
        QCOMPARE(found(device, toRegister), std::size_t{0});
        QCOMPARE(found(device, Query{List::Matters, {}, StateGroup::InHand, {}, {}}), std::size_t{1});
        QCOMPARE(SearchIndex(device.replica()).counts().toRegister, 0);
    }

    void filtersByKindAndDepartment() {
        const DeskRecords records;
        store::Device device(records.folder());
        const sync::Uuid ward{{7}};
        desk::saveMatter(device, {{"kind", std::string("praise")}});
        desk::saveMatter(device, {{"department", ward}});
        bringUpToDate(device);
        QCOMPARE(found(device, Query{List::Matters, "praise", StateGroup::All, {}, {}}), std::size_t{1});
        QCOMPARE(found(device, Query{List::Matters, {}, StateGroup::All, ward, {}}), std::size_t{1});
        QCOMPARE(found(device, Query{List::Matters, "praise", StateGroup::All, ward, {}}), std::size_t{0});
    }

    void aDepartmentsNewNameFindsItsMatters() {
        const DeskRecords records;
        store::Device device(records.folder());
        const sync::Uuid department = desk::save(
            device, "department", {{"name", std::string("口腔科")}, {"kind", std::string("clinical")}});
        desk::saveMatter(device, {{"department", department}});
        bringUpToDate(device);
        QCOMPARE(found(device, "口腔科"), std::size_t{1});
        QVERIFY(device.replica().edit(*device.schema().find("department"), department,
                                      {{"name", std::string("牙病中心"), std::nullopt}}));
        bringUpToDate(device);
        QCOMPARE(found(device, "牙病中心"), std::size_t{1});
    }

    void aVisitThatSaysNothingIsNoResponse_R079() {
        const DeskRecords records;
        store::Device device(records.folder());
        const Fields visit{{"ward", sync::Uuid{{1}}},
                           {"bed", sync::Uuid{{2}}},
                           {"visited_at", std::int64_t{1'770'000'000'000}},
                           {"outcome", std::string("visited")}};
        Fields withOpinion = visit;
        withOpinion["opinions"] = std::string("走廊的灯太亮");
        desk::save(device, "visit", visit);
        desk::save(device, "visit", withOpinion);
        bringUpToDate(device);
        QCOMPARE(found(device, Query{List::Responses, {}, StateGroup::All, {}, {}}), std::size_t{1});
    }

    void anOpinionWaitsUntilAMatterIsDrawnFromIt_R120() {
        const DeskRecords records;
        store::Device device(records.folder());
        const Query waits{List::Responses, {}, StateGroup::OpinionWaits, {}, {}};
        const sync::Uuid response = desk::saveResponse(device, "窗口再多开一个");
        desk::saveResponse(device, "");
        bringUpToDate(device);
        QCOMPARE(found(device, Query{List::Responses, {}, StateGroup::All, {}, {}}), std::size_t{2});
        QCOMPARE(found(device, waits), std::size_t{1});
        desk::saveMatter(device, {{"source_record", response}});
        bringUpToDate(device);
        QCOMPARE(found(device, waits), std::size_t{0});
        QVERIFY(SearchIndex(device.replica()).drawnFrom(response).has_value());
    }
};

QTEST_GUILESS_MAIN(SearchIndexTest)
#include "search_index_test.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// The kiosk's pages, touched by name as a visitor touches them.
#include "tests/unit/kiosk/kiosk_in_use.h"

#include "app/domain/matter.h"

#include <QtTest>

#include <fstream>

using namespace lianxin;
using namespace lianxin::tests;
using namespace Qt::StringLiterals;
using kiosk::Kiosk;

class KioskPagesTest : public QObject {
    Q_OBJECT

    std::unique_ptr<KioskInUse> visit_;

    Kiosk& kiosk() { return visit_->kiosk(); }
    kiosk::MatterDraft& draft() { return *kiosk().matter(); }
    bool isThere(const QString& name) { return visit_->finger().find(name) != nullptr; }
    QString textOf(const sync::Record& record, const char* field) {
        const auto* text = std::get_if<std::string>(&record.value(field));
        return text ? QString::fromStdString(*text) : QString();
    }
    void program(const std::filesystem::path& file, const std::string& does) {
        std::ofstream(file) << "#!/bin/sh\n" << does << "\n";
        std::filesystem::permissions(file, std::filesystem::perms::owner_all);
    }
    void passSurveyUntilLast() {
        auto& survey = *kiosk().survey();
        for (int page = 0; page < 60 && !survey.isLast(); ++page) {
            if (!survey.canSkip())
                survey.choose(0, 4);
            QVERIFY(visit_->touch(u"下一题"_s));
        }
        QVERIFY(survey.isLast());
    }

private slots:
    void initTestCase() { visit_ = std::make_unique<KioskInUse>("http://127.0.0.1:9"); }
    void cleanupTestCase() { visit_.reset(); }
    void cleanup() { visit_->goHome(); }

    // ---- the survey

    void anUnansweredQuestionHoldsThePageAndSaysSo() {
        QVERIFY(visit_->touch(u"满意度评价"_s));
        QVERIFY(!kiosk().survey()->canSkip());
        QVERIFY(visit_->touch(u"下一题"_s));
        QCOMPARE(kiosk().survey()->page(), 0);
        QVERIFY(isThere(u"这一题要选一个答案"_s));
    }

    void aLowMarkOpensAQuestionOnItsPageAndAHighMarkClosesIt() {
        QVERIFY(visit_->touch(u"满意度评价"_s));
        QVERIFY(visit_->touch(u"很不满意"_s));
        const int opened = kiosk().survey()->rowCount({});
        QVERIFY(visit_->touch(u"很满意"_s));
        QVERIFY(kiosk().survey()->rowCount({}) < opened);
    }

    void backKeepsTheAnswer() {
        QVERIFY(visit_->touch(u"满意度评价"_s));
        QVERIFY(visit_->touch(u"一般"_s));
        QVERIFY(visit_->touch(u"下一题"_s));
        QCOMPARE(kiosk().survey()->page(), 1);
        QVERIFY(visit_->touch(u"上一题"_s));
        const auto chosen = kiosk().survey()->index(0, 0).data(window::FormSitting::ChosenOptions).toList();
        QVERIFY(chosen.contains(true));
    }

    void skippingLeavesThePageWithoutAnAnswer() {
        QVERIFY(visit_->touch(u"满意度评价"_s));
        auto& survey = *kiosk().survey();
        for (int page = 0; page < 60 && !survey.canSkip(); ++page) {
            survey.choose(0, 4);
            QVERIFY(visit_->touch(u"下一题"_s));
        }
        QVERIFY(survey.canSkip());
        const int page = survey.page();
        QVERIFY(visit_->touch(u"跳过"_s));
        QVERIFY(survey.page() == page + 1 || kiosk().page() == Kiosk::Receipt);
    }

    void aSurveyIsSavedOnceAndNamesNobody() {
        const auto before = visit_->records("survey_response").size();
        QVERIFY(visit_->touch(u"满意度评价"_s));
        passSurveyUntilLast();
        QVERIFY(visit_->touch(u"交给我们"_s));
        QVERIFY(visit_->sees(u"好了，回首页"_s));
        QCOMPARE(visit_->records("survey_response").size(), before + 1);
        QVERIFY(kiosk().receiptCode().isEmpty());
    }

    void aSurveyThatIsNotSavedIsStillThere() {
        QVERIFY(visit_->touch(u"满意度评价"_s));
        passSurveyUntilLast();
        const auto before = visit_->records("survey_response").size();
        visit_->fillDisk(true);
        QVERIFY(visit_->touch(u"交给我们"_s));
        QVERIFY(visit_->sees(u"没有保存：这台机器的硬盘满了"_s));
        QVERIFY(kiosk().survey()->hasAnswers());
        QCOMPARE(visit_->records("survey_response").size(), before);
        visit_->fillDisk(false);
        QVERIFY(visit_->touch(u"交给我们"_s));
        QVERIFY(visit_->sees(u"好了，回首页"_s));
        QCOMPARE(visit_->records("survey_response").size(), before + 1);
    }

    // ---- raising a matter

    void nothingGoesOnBeforeItIsSaidWhatItIsAbout() {
        QVERIFY(visit_->touch(u"我要反映"_s));
        QVERIFY(visit_->touch(u"下一步"_s));
        QVERIFY(isThere(u"先选一类"_s));
        QVERIFY(visit_->touch(u"表扬"_s));
        QVERIFY(visit_->touch(u"下一步"_s));
        QVERIFY(visit_->touch(u"下一步"_s));
        QVERIFY(isThere(u"先选一个科室"_s));
        QVERIFY(visit_->touch(u"说不清，或和科室无关"_s));
        QVERIFY(visit_->touch(u"下一步"_s));
        QVERIFY(visit_->sees(u"发生了什么事"_s));
        QVERIFY(visit_->touch(u"下一步"_s));
        QVERIFY(isThere(u"先写几句发生了什么"_s));
    }

    void aStoryIsTypedInPinyinByTouch() {
        QVERIFY(visit_->raiseUntil(u"发生了什么事"_s));
        QVERIFY(visit_->touch(u"发生了什么事"_s));
        QVERIFY(visit_->sees(u"键盘"_s));
        for (const QChar letter : u"nihao"_s)
            QVERIFY(visit_->touch(letter));
        QCOMPARE(draft().property("content").toString(), QString());
        QVERIFY(visit_->touch(u"你好"_s));
        QCOMPARE(draft().property("content").toString(), u"你好"_s);
        QVERIFY(visit_->touch(u"收起键盘"_s));
        QVERIFY(!isThere(u"键盘"_s));
    }

    void backKeepsWhatWasWritten() {
        QVERIFY(visit_->raiseUntil(u"昨天"_s));
        QVERIFY(visit_->touch(u"上一步"_s));
        QVERIFY(visit_->sees(u"发生了什么事"_s));
        QCOMPARE(visit_->finger().find(u"发生了什么事"_s)->property("text").toString(), u"电梯停了"_s);
    }

    void whoSkipsDayAndWishIsNotAskedForThem() {
        QVERIFY(visit_->raiseUntil(u"昨天"_s));
        QVERIFY(visit_->touch(u"跳过"_s));
        QVERIFY(visit_->sees(u"您希望我们怎么做"_s));
        QVERIFY(visit_->touch(u"跳过"_s));
        QVERIFY(visit_->sees(u"不留姓名"_s));
    }

    void theReviewShowsEverythingThatWillBeHandedIn() {
        QVERIFY(visit_->raiseUntil(u"昨天"_s));
        QVERIFY(visit_->touch(u"昨天"_s));
        QVERIFY(visit_->touch(u"上午"_s));
        QVERIFY(visit_->touch(u"下一步"_s));
        QVERIFY(visit_->write(u"您希望我们怎么做"_s, u"请尽快修好"_s));
        kiosk().composer()->close();
        QVERIFY(visit_->touch(u"下一步"_s));
        QVERIFY(visit_->touch(u"留联系方式"_s));
        QVERIFY(visit_->write(u"怎么称呼您"_s, u"家属"_s));
        QVERIFY(visit_->write(u"联系电话"_s, u"13900001111"_s));
        kiosk().composer()->close();
        QVERIFY(visit_->touch(u"办理时不让别人知道我的姓名"_s));
        QVERIFY(visit_->touch(u"下一步"_s));
        for (const QString& row : {u"类别 建议"_s, u"科室 没有说"_s, u"经过 电梯停了"_s, u"希望 请尽快修好"_s,
                                   u"联系 家属  13900001111"_s, u"保密 姓名"_s})
            QVERIFY2(visit_->sees(row), qPrintable(row));
    }

    void aNumberThatLacksFiguresIsNotLost_R242() {
        QVERIFY(visit_->raiseUntil(u"留联系方式"_s));
        QVERIFY(visit_->touch(u"留联系方式"_s));
        QVERIFY(visit_->write(u"联系电话"_s, u"139000"_s));
        kiosk().composer()->close();
        QVERIFY(visit_->touch(u"下一步"_s));
        QVERIFY(isThere(u"还差 5 位"_s));
        QCOMPARE(draft().property("phone").toString(), u"139000"_s);
    }

    void nobodyIsNamedUnlessTheySaySo_R242() {
        QVERIFY(visit_->raiseUntil(u"交给我们"_s));
        QVERIFY(visit_->touch(u"交给我们"_s));
        QVERIFY(visit_->sees(u"记好了，完成"_s));
        const auto saved = visit_->records("matter").back();
        QVERIFY(domain::isTrue(saved, "anonymous"));
        QVERIFY(sync::isNull(saved.value("complainant_name")));
        QVERIFY(sync::isNull(saved.value("complainant_phone")));
        QCOMPARE(textOf(saved, "kind"), u"suggestion"_s);
        QCOMPARE(textOf(saved, "content"), u"电梯停了"_s);
    }

    void aMatterThatIsNotSavedIsStillThere() {
        QVERIFY(visit_->raiseUntil(u"交给我们"_s));
        // Longer than what may be free in the pages that the file has.
        const QString longStory = u"电梯停了。"_s.repeated(780);
        draft().setProperty("content", longStory);
        const auto before = visit_->records("matter").size();
        visit_->fillDisk(true);
        QVERIFY(visit_->touch(u"交给我们"_s));
        QVERIFY(visit_->sees(u"没有保存：这台机器的硬盘满了"_s));
        QCOMPARE(draft().property("content").toString(), longStory);
        QVERIFY(isThere(u"经过 "_s + longStory));
        QCOMPARE(visit_->records("matter").size(), before);
        visit_->fillDisk(false);
        QVERIFY(visit_->touch(u"交给我们"_s));
        QVERIFY(visit_->sees(u"记好了，完成"_s));
        QCOMPARE(visit_->records("matter").size(), before + 1);
        // Nobody else sees it at a kiosk, so home asks to be told on.
        QVERIFY(visit_->touch(u"记好了，完成"_s));
        QVERIFY(visit_->sees(u"这台机器快存满了，请告诉导诊员"_s));
    }

    // ---- what became of mine, and the card

    void withoutNetworkTheLookupSaysSoAndKeepsTheCode() {
        QVERIFY(visit_->touch(u"查询进度"_s));
        QVERIFY(visit_->write(u"回执码"_s, u"7K3M92XV"_s));
        QVERIFY(visit_->touch(u"查一查"_s));
        QVERIFY(visit_->sees(u"现在没有联网，查不了"_s));
        QCOMPARE(kiosk().lookup()->code(), u"7K3M92XV"_s);
    }

    void aMistypedCodeIsNotAskedFor() {
        QVERIFY(visit_->touch(u"查询进度"_s));
        QVERIFY(visit_->write(u"回执码"_s, u"7K3"_s));
        QVERIFY(visit_->touch(u"查一查"_s));
        QVERIFY(visit_->sees(u"这个码抄错了"_s));
    }

    void theCardShowsTheDepartmentsOfTheKindThatIsTouched_R078() {
        QVERIFY(visit_->touch(u"医患连心卡"_s));
        const QString clinical = kiosk().directory()->index(0).data(window::Directory::Name).toString();
        QVERIFY(isThere(clinical));
        QVERIFY(visit_->touch(u"后勤服务"_s));
        QVERIFY(!isThere(clinical));
        QVERIFY(visit_->touch(u"看好了，回首页"_s));
        QCOMPARE(kiosk().page(), Kiosk::Home);
    }

    void theCardIsPrintedWhereThereIsAPrinterAndChangesWithANumber_R078() {
        QVERIFY(visit_->touch(u"医患连心卡"_s));
        QVERIFY(!isThere(u"打印一张"_s));
        QVERIFY(visit_->touch(u"看好了，回首页"_s));

        const platform::TemporaryFolder programs;
        program(programs.path() / "lpstat", "echo 'system default destination: lobby'");
        program(programs.path() / "lp", "cp \"$3\" \"$(dirname \"$0\")/printed.pdf\"");
        const QByteArray path = qgetenv("PATH");
        qputenv("PATH", QByteArray::fromStdString(programs.path().string()) + ":" + path);
        const auto restored = qScopeGuard([&path] { qputenv("PATH", path); });
        QVERIFY(visit_->touch(u"医患连心卡"_s));
        QVERIFY(visit_->touch(u"打印一张"_s));
        QVERIFY(visit_->sees(u"请取纸"_s));
        QVERIFY(std::filesystem::file_size(programs.path() / "printed.pdf") > 1000);

        const QDateTime version = kiosk().directory()->cardVersion();
        QVERIFY(version.isValid());
        const auto departments = visit_->records("department");
        visit_->face().store().ask(
            this,
            [id = departments.front().id](store::Device& device) {
                const sync::RecordType& type = *device.schema().find("department");
                return bool(device.edit(type, id, {{"phone", std::string("8899001"), {}}}));
            },
            [](bool) {});
        QTRY_VERIFY(kiosk().directory()->cardVersion() > version);
        QVERIFY(visit_->touch(u"看好了，回首页"_s));
    }

    // ---- whether somebody is there

    void whoIsStillHereGoesOnWithEverythingKept() {
        QVERIFY(visit_->raiseUntil(u"发生了什么事"_s));
        QVERIFY(visit_->write(u"发生了什么事"_s, u"等了很久"_s));
        while (!kiosk().idle()->counting())
            kiosk().idle()->tick();
        QVERIFY(visit_->sees(u"您还在吗"_s));
        QVERIFY(visit_->touch(u"我还在，接着填"_s));
        QVERIFY(!isThere(u"您还在吗"_s));
        QCOMPARE(draft().property("content").toString(), u"等了很久"_s);
        // And the next letter goes where the last one went.
        QVERIFY(visit_->sees(u"键盘"_s));
        kiosk().composer()->insert(u"了"_s);
        QCOMPARE(draft().property("content").toString(), u"等了很久了"_s);
    }

    void whoDoesNotAnswerIsForgotten() {
        QVERIFY(visit_->raiseUntil(u"昨天"_s));
        for (int second = 0; second < 600 && kiosk().page() != Kiosk::Home; ++second)
            kiosk().idle()->tick();
        QCOMPARE(kiosk().page(), Kiosk::Home);
        QVERIFY(draft().isEmpty());
    }

    void elderSizeWaitsTwiceAsLong() {
        const auto patience = [this] {
            int seconds = 0;
            for (kiosk().begin(Kiosk::Card); !kiosk().idle()->counting(); ++seconds)
                kiosk().idle()->tick();
            kiosk().endSitting();
            return seconds;
        };
        const int usual = patience();
        visit_->face().theme().setTextSize(window::Theme::Elder);
        QCOMPARE(patience(), 2 * usual);
    }
};

QTEST_MAIN(KioskPagesTest)
#include "kiosk_pages_test.moc"

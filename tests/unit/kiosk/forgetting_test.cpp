// SPDX-License-Identifier: GPL-3.0-or-later
// Of a sitting nothing is left, however it ends: not in a model, a control, the input method or the
// clipboard.
#include "tests/unit/kiosk/kiosk_in_use.h"
#include "tests/unit/kiosk/traces.h"
#include "tests/unit/platform/running_server.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QQmlEngine>
#include <QtTest>

using namespace lianxin;
using namespace lianxin::tests;
using namespace Qt::StringLiterals;

namespace {

const QString story = u"痕迹经过"_s;
const QString wish = u"痕迹希望"_s;
const QString name = u"痕迹姓名"_s;
const QString phone = u"1390137"_s;
const QString opinion = u"痕迹意见"_s;
const QString answer = u"痕迹答复"_s;
const QString copied = u"痕迹剪贴"_s;
const QString lookupCode = u"7K3M92XV"_s;
const QStringList all{story, wish, name, phone, opinion, answer, copied, lookupCode};

/// Answers every question of a lookup, and is no hub otherwise.
platform::HttpServer::Handler answeringHub() {
    return [](const platform::ServerRequest& request, const platform::HttpServer::Reply& reply) {
        if (request.path != "/v1/lookup")
            return reply(answerOf(503, "{}"));
        reply(answerOf(200,
                       R"({"found":true,"stage":"answered","steps":[{"step":"answer","at":1}],"answer":")" +
                           answer.toStdString() + "\"}"));
    };
}

} // namespace

class ForgettingTest : public QObject {
    Q_OBJECT

    std::unique_ptr<RunningServer> hub_;
    std::unique_ptr<KioskInUse> visit_;

    kiosk::Kiosk& kiosk() { return visit_->kiosk(); }
    QStringList traces(const QStringList& texts, Undo undo) {
        QQuickWindow& window = visit_->face().window();
        return tracesOf(texts,
                        {&window, qmlEngine(&window), &kiosk(), &visit_->face().store(), qApp,
                         QGuiApplication::inputMethod()},
                        undo);
    }

    // ---- what a visitor leaves behind

    void fillSurveyHalf() {
        QVERIFY(visit_->touch(u"满意度评价"_s));
        QVERIFY(visit_->touch(u"很不满意"_s));
        auto& survey = *kiosk().survey();
        for (int page = 0; page < 60 && survey.index(0, 0).data(window::FormSitting::Kind) != u"text"_s;
             ++page) {
            if (!survey.canSkip())
                survey.choose(0, 2);
            survey.next();
        }
        KioskInUse::settle();
        QVERIFY(visit_->write(survey.lead(), opinion));
        QVERIFY(!traces({opinion}, Undo::No).isEmpty());
    }
    void fillMatterHalf() {
        QVERIFY(visit_->raiseUntil(u"您希望我们怎么做"_s));
        kiosk().matter()->setProperty("content", story);
        QVERIFY(visit_->write(u"您希望我们怎么做"_s, wish));
        kiosk().composer()->close();
        QVERIFY(visit_->touch(u"下一步"_s));
        QVERIFY(visit_->touch(u"留联系方式"_s));
        QVERIFY(visit_->write(u"怎么称呼您"_s, name));
        QVERIFY(visit_->write(u"联系电话"_s, phone));
        for (const QString& text : {story, wish, name, phone})
            QVERIFY2(!traces({text}, Undo::No).isEmpty(), qPrintable(text));
    }
    void typePinyinHalf() {
        QVERIFY(visit_->raiseUntil(u"发生了什么事"_s));
        QVERIFY(visit_->write(u"发生了什么事"_s, story));
        for (const QChar letter : u"zhuangkuang"_s)
            QVERIFY(visit_->touch(letter));
        QVERIFY(!kiosk().composer()->composition().isEmpty());
    }
    void writeByHandHalf() {
        QVERIFY(visit_->raiseUntil(u"发生了什么事"_s));
        QVERIFY(visit_->write(u"发生了什么事"_s, story));
        QVERIFY(visit_->touch(u"手写"_s));
        const QQuickItem& pad = *visit_->finger().find(u"手写区"_s);
        const QPointF middle = pad.mapToScene({pad.width() / 2, pad.height() / 2});
        visit_->finger().draw({middle - QPointF(200, 5), middle, middle + QPointF(200, -5)});
        QCOMPARE(kiosk().composer()->strokeCount(), 1);
    }
    void lookUp() {
        QVERIFY(visit_->touch(u"查询进度"_s));
        QVERIFY(visit_->write(u"回执码"_s, lookupCode));
        QVERIFY(visit_->touch(u"查一查"_s));
        QVERIFY(
            QTest::qWaitFor([this] { return kiosk().lookup()->outcome() == kiosk::MatterLookup::Found; }));
        KioskInUse::settle();
        QVERIFY(!traces({answer}, Undo::No).isEmpty() && !traces({lookupCode}, Undo::No).isEmpty());
    }
    void copyText() {
        QVERIFY(visit_->raiseUntil(u"发生了什么事"_s));
        QVERIFY(visit_->write(u"发生了什么事"_s, copied));
        QObject* field = kiosk().composer()->control();
        QVERIFY(QMetaObject::invokeMethod(field, "selectAll") && QMetaObject::invokeMethod(field, "cut"));
        QCOMPARE(QGuiApplication::clipboard()->text(), copied);
    }

    // ---- how a sitting ends

    void leaveByButton() { QVERIFY(visit_->touch(u"退出"_s)); }
    void leaveByIdling() {
        const auto isHome = [this] { return kiosk().page() == kiosk::Kiosk::Home; };
        for (int second = 0; second < 600 && !isHome(); ++second) {
            kiosk().idle()->tick();
            KioskInUse::settle();
        }
    }

private slots:
    void initTestCase() {
        hub_ = std::make_unique<RunningServer>(platform::ServerLimits{}, openGate(), answeringHub());
        visit_ = std::make_unique<KioskInUse>(hub_->url());
    }
    void cleanupTestCase() {
        visit_.reset();
        hub_.reset();
    }
    void cleanup() { visit_->goHome(); }

    void nothingIsLeftOfWhoWentAway_data() {
        QTest::addColumn<int>("act");
        QTest::addColumn<bool>("byButton");
        int act = 0;
        for (const char* did : {"survey", "matter", "pinyin", "handwriting", "lookup", "clipboard"}) {
            QTest::addRow("%s, button", did) << act << true;
            QTest::addRow("%s, idle", did) << act << false;
            ++act;
        }
    }
    void nothingIsLeftOfWhoWentAway() {
        QFETCH(const int, act);
        QFETCH(const bool, byButton);
        switch (act) {
        case 0:
            fillSurveyHalf();
            break;
        case 1:
            fillMatterHalf();
            break;
        case 2:
            typePinyinHalf();
            break;
        case 3:
            writeByHandHalf();
            break;
        case 4:
            lookUp();
            break;
        default:
            copyText();
        }
        if (QTest::currentTestFailed())
            return;
        if (byButton)
            leaveByButton();
        else
            leaveByIdling();
        KioskInUse::settle();
        QCOMPARE(kiosk().page(), kiosk::Kiosk::Home);
        nothingIsLeft();
    }

    void nothingIsLeftOnceItIsSavedAndTheReceiptIsClosed() {
        QVERIFY(visit_->raiseUntil(u"交给我们"_s));
        kiosk().matter()->setProperty("content", story);
        QVERIFY(visit_->touch(u"交给我们"_s));
        QVERIFY(visit_->sees(u"记好了，完成"_s));
        // On the receipt stands the code, and nothing of what was said.
        QCOMPARE(traces(all, Undo::No), QStringList());
        const QString code = kiosk().receiptCode();
        QVERIFY(!traces({code}, Undo::No).isEmpty());
        QVERIFY(visit_->touch(u"记好了，完成"_s));
        QCOMPARE(traces({code}, Undo::Yes), QStringList());
        nothingIsLeft();
    }

    void anAnswerThatComesLateIsNotShown() {
        QVERIFY(visit_->touch(u"查询进度"_s));
        QVERIFY(visit_->write(u"回执码"_s, lookupCode));
        kiosk().lookup()->ask();
        kiosk().endSitting();
        QVERIFY(visit_->touch(u"查询进度"_s));
        QVERIFY(
            !QTest::qWaitFor([this] { return kiosk().lookup()->outcome() != kiosk::MatterLookup::Unasked; },
                             std::chrono::milliseconds(300).count()));
        nothingIsLeft();
    }

private:
    void nothingIsLeft() {
        QCOMPARE(traces(all, Undo::Yes), QStringList());
        QCOMPARE(kiosk().composer()->composition(), QString());
        QCOMPARE(kiosk().composer()->candidates(), QStringList());
        QCOMPARE(kiosk().composer()->strokeCount(), 0);
        QVERIFY(!kiosk().composer()->control() || !kiosk().composer()->writing());
        QVERIFY(kiosk().matter()->isEmpty() && kiosk().matter()->property("kind").toString().isEmpty());
        QVERIFY(!kiosk().survey()->isOpen());
        QVERIFY(kiosk().receiptCode().isEmpty());
    }
};

QTEST_MAIN(ForgettingTest)
#include "forgetting_test.moc"

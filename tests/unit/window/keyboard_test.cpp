// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/window/writing_window.h"

#include <QtTest>

#include <memory>

using lianxin::tests::WritingWindow;
using namespace Qt::StringLiterals;

class KeyboardTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<WritingWindow> window_;

    void touchKeys(const QString& keys) {
        for (const QChar key : keys)
            QVERIFY2(window_->touch(key), qPrintable(QString(key)));
    }

private slots:
    void initTestCase() { window_ = std::make_unique<WritingWindow>(); }
    void cleanupTestCase() { window_.reset(); }
    void init() { window_->begin(QSize(1080, 1920), 0); }

    void theKeyboardStandsWhileATextIsWritten() {
        QVERIFY(!window_->find(u"q"_s));
        QVERIFY(window_->touch(u"经过"_s));
        QVERIFY(window_->find(u"q"_s));
        QVERIFY(window_->touch(u"收起键盘"_s));
        QVERIFY(!window_->find(u"q"_s));
    }

    void pinyinIsTypedAndChosenByTouch() {
        QVERIFY(window_->touch(u"经过"_s));
        touchKeys(u"nihao"_s);
        QCOMPARE(window_->text("story"), QString());
        QVERIFY(window_->touch(u"你好"_s));
        QCOMPARE(window_->text("story"), u"你好"_s);
    }

    void aTouchBetweenTwoKeysGoesToTheNearer() {
        QVERIFY(window_->touch(u"邮箱"_s));
        QQuickItem* g = window_->find(u"g"_s);
        const QPointF edge = g->mapToScene({g->width(), g->height() / 2});
        window_->touch(edge - QPointF(4, 0));
        window_->touch(edge + QPointF(4, 0));
        QCOMPARE(window_->text("letters"), u"gh"_s);
    }

    void shiftHoldsForOneLetter() {
        QVERIFY(window_->touch(u"邮箱"_s));
        QVERIFY(window_->touch(u"大写"_s));
        touchKeys(u"Ab"_s);
        QCOMPARE(window_->text("letters"), u"Ab"_s);
    }

    void figuresAndSignsAreOneTouchAway() {
        QVERIFY(window_->touch(u"经过"_s));
        QVERIFY(window_->touch(u"数字和符号"_s));
        touchKeys(u"12："_s);
        QVERIFY(window_->touch(u"换行"_s));
        QVERIFY(window_->touch(u"字母"_s));
        QVERIFY(window_->find(u"q"_s));
        QCOMPARE(window_->text("story"), u"12：\n"_s);
    }

    void aPhoneNumberIsTypedOnFigures() {
        QVERIFY(window_->touch(u"电话"_s));
        QVERIFY(!window_->find(u"q"_s));
        touchKeys(u"600-6"_s);
        QVERIFY(window_->touch(u"删除"_s));
        QCOMPARE(window_->text("phone"), u"600-"_s);
    }

    void laterCandidatesAreFoundWithoutSwiping() {
        QVERIFY(window_->touch(u"经过"_s));
        touchKeys(u"shi"_s);
        const QString wanted = window_->composer().candidates().at(30);
        QVERIFY(!window_->find(wanted));
        QVERIFY(window_->touch(u"更多候选字"_s));
        while (!window_->find(wanted))
            QVERIFY(window_->touch(u"后一页"_s));
        QVERIFY(window_->touch(wanted));
        QCOMPARE(window_->text("story"), wanted);
        QVERIFY(window_->find(u"q"_s));
    }

    void handwritingIsOneTouchAwayAndBack() {
        QVERIFY(window_->touch(u"经过"_s));
        QVERIFY(window_->touch(u"手写"_s));
        QQuickItem* pad = window_->find(u"手写区"_s);
        QVERIFY(pad);
        const QPointF middle = pad->mapToScene({pad->width() / 2, pad->height() / 2});
        window_->draw({middle - QPointF(200, 5), middle, middle + QPointF(200, -5)});
        window_->draw({middle - QPointF(0, 200), middle, middle + QPointF(2, 200)});
        QCOMPARE(window_->composer().strokeCount(), 2);
        QVERIFY(window_->touch(u"十"_s));
        QCOMPARE(window_->text("story"), u"十"_s);
        QCOMPARE(window_->composer().strokeCount(), 0);
        QVERIFY(window_->touch(u"拼音键盘"_s));
        QVERIFY(window_->find(u"q"_s));
    }

    void aPhraseIsOneTouchAndTextLikeAnyOther() {
        QVERIFY(window_->touch(u"经过"_s));
        QVERIFY(window_->touch(u"常用的话"_s));
        QVERIFY(window_->touch(u"昨天，"_s));
        QVERIFY(window_->touch(u"等候"_s));
        QVERIFY(window_->touch(u"等了很久。"_s));
        QVERIFY(window_->touch(u"删除"_s));
        QCOMPARE(window_->text("story"), u"昨天，等了很久"_s);
    }

    void fieldAndButtonsStayAboveTheKeyboard_data() {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<int>("textSize");
        for (const int textSize : {0, 1, 2}) {
            QTest::addRow("upright %d", textSize) << QSize(1080, 1920) << textSize;
            QTest::addRow("across %d", textSize) << QSize(1920, 1080) << textSize;
        }
    }
    void fieldAndButtonsStayAboveTheKeyboard() {
        QFETCH(const QSize, size);
        QFETCH(const int, textSize);
        window_->begin(size, textSize);
        QVERIFY(window_->touch(u"经过"_s));
        const QQuickItem* keyboard = window_->find(u"键盘"_s);
        QVERIFY(keyboard);
        const double top = keyboard->mapToScene({0, 0}).y();
        QVERIFY(top >= size.height() * 0.529);
        for (const QString& name : {u"经过"_s, u"上一步"_s, u"下一步"_s}) {
            const QQuickItem* item = window_->find(name);
            QVERIFY2(item && item->mapToScene({0, item->height()}).y() <= top, qPrintable(name));
        }
    }

    void everyKeyIsLargeEnoughForAFinger_data() { fieldAndButtonsStayAboveTheKeyboard_data(); }
    void everyKeyIsLargeEnoughForAFinger() {
        QFETCH(const QSize, size);
        QFETCH(const int, textSize);
        window_->begin(size, textSize);
        QVERIFY(window_->touch(u"经过"_s));
        for (const QChar letter : u"qwertyuiopasdfghjklzxcvbnm"_s) {
            const QQuickItem* key = window_->find(letter);
            QVERIFY2(key, qPrintable(QString(letter)));
            QVERIFY2(key->width() >= 95 && key->height() >= 95, qPrintable(QString(letter)));
        }
    }

    void nothingIsLeftAfterForgetting() {
        QVERIFY(window_->touch(u"经过"_s));
        QVERIFY(window_->touch(u"手写"_s));
        QQuickItem* pad = window_->find(u"手写区"_s);
        const QPointF middle = pad->mapToScene({pad->width() / 2, pad->height() / 2});
        window_->draw({middle - QPointF(200, 5), middle + QPointF(200, -5)});
        window_->composer().forget();
        QCoreApplication::processEvents();
        QVERIFY(window_->composer().candidates().isEmpty());
        QVERIFY(window_->composer().strokes().isEmpty());
        QVERIFY(window_->find(u"q"_s));
        QCOMPARE(window_->text("story"), QString());
    }
};

QTEST_MAIN(KeyboardTest)
#include "keyboard_test.moc"

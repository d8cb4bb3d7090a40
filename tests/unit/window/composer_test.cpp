// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/input/composer.h"

#include <QQmlComponent>
#include <QQmlEngine>
#include <QQuickView>
#include <QtTest>

#include <memory>

using lianxin::window::Composer;
using namespace Qt::StringLiterals;

namespace {

// Two text controls as Qt Quick has them, and something that takes no text.
constexpr const char* controls = R"(
import QtQuick
Item {
    width: 600; height: 400
    property alias story: story
    property alias line: line
    property alias other: other
    TextEdit { id: story; width: 600; height: 200 }
    TextInput { id: line; y: 200; width: 600; height: 60 }
    Item { id: other; y: 300; width: 60; height: 60; focus: true }
}
)";

} // namespace

class ComposerTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QQuickView> view_;
    std::unique_ptr<Composer> composer_;

    QQuickItem* control(const char* name) const {
        return view_->rootObject()->property(name).value<QQuickItem*>();
    }
    QString textOf(const char* name) const { return control(name)->property("text").toString(); }
    QString preeditOf(const char* name) const { return control(name)->property("preeditText").toString(); }
    void writeInto(const char* name) {
        control(name)->forceActiveFocus();
        composer_->setControl(view_->activeFocusItem());
    }
    void type(const QString& letters) {
        for (const QChar letter : letters)
            composer_->type(letter);
    }

private slots:
    void init() {
        view_ = std::make_unique<QQuickView>();
        QQmlComponent component(view_->engine());
        component.setData(controls, QUrl());
        view_->setContent(QUrl(), nullptr, component.create());
        view_->show();
        view_->requestActivate();
        QVERIFY(QTest::qWaitForWindowActive(view_.get()));
        composer_ = std::make_unique<Composer>();
    }
    void cleanup() {
        composer_.reset();
        view_.reset();
    }

    void whatIsChosenStandsInTheText_data() {
        QTest::addColumn<QByteArray>("name");
        QTest::newRow("many lines") << QByteArray("story");
        QTest::newRow("one line") << QByteArray("line");
    }
    void whatIsChosenStandsInTheText() {
        QFETCH(const QByteArray, name);
        writeInto(name);
        type(u"nihao"_s);
        QCOMPARE(preeditOf(name), u"ni hao"_s);
        QCOMPARE(textOf(name), QString());
        composer_->choose(0);
        QCOMPARE(textOf(name), u"你好"_s);
        QCOMPARE(preeditOf(name), QString());
        QVERIFY(composer_->candidates().isEmpty());
    }

    void aPartChosenStandsInTheTextAndTheRestGoesOn() {
        writeInto("story");
        type(u"nihao"_s);
        composer_->choose(static_cast<int>(composer_->candidates().indexOf(u"拟"_s)));
        QCOMPARE(textOf("story"), u"拟"_s);
        QCOMPARE(preeditOf("story"), u"hao"_s);
    }

    void aSignTakesTheFirstCandidateBeforeIt() {
        writeInto("story");
        type(u"nihao"_s);
        composer_->type(u"，"_s);
        QCOMPARE(textOf("story"), u"你好，"_s);
    }

    void spaceChoosesTheFirstAndIsABlankOtherwise() {
        writeInto("line");
        type(u"hao"_s);
        composer_->space();
        QCOMPARE(textOf("line"), u"好"_s);
        composer_->space();
        QCOMPARE(textOf("line"), u"好 "_s);
    }

    void backspaceTakesLettersFirstAndThenText() {
        writeInto("story");
        type(u"hao"_s);
        composer_->space();
        type(u"ni"_s);
        composer_->backspace();
        QCOMPARE(preeditOf("story"), u"n"_s);
        composer_->backspace();
        QCOMPARE(preeditOf("story"), QString());
        QCOMPARE(textOf("story"), u"好"_s);
        composer_->backspace();
        QCOMPARE(textOf("story"), QString());
    }

    void enterWritesTheLettersAsTheyStandAndThenANewLine() {
        writeInto("story");
        type(u"wifi"_s);
        composer_->enter();
        composer_->enter();
        QCOMPARE(textOf("story"), u"wifi\n"_s);
    }

    void englishLettersAndCapitalsGoIntoTheTextAtOnce() {
        writeInto("story");
        composer_->type(u"N"_s);
        composer_->setLatin(true);
        type(u"ihao"_s);
        QCOMPARE(textOf("story"), u"Nihao"_s);
        QVERIFY(composer_->candidates().isEmpty());
    }

    void aControlSaysWhichKeysItWants() {
        writeInto("story");
        QCOMPARE(composer_->keys(), Composer::Letters);
        QVERIFY(composer_->writing() && composer_->manyLines() && !composer_->latin());
        const auto asks = [this](Qt::InputMethodHint hint) {
            writeInto("other");
            control("line")->setProperty("inputMethodHints", int(hint));
            writeInto("line");
        };
        asks(Qt::ImhDigitsOnly);
        QCOMPARE(composer_->keys(), Composer::Digits);
        QVERIFY(!composer_->manyLines());
        asks(Qt::ImhDialableCharactersOnly);
        QCOMPARE(composer_->keys(), Composer::PhoneDigits);
        asks(Qt::ImhLatinOnly);
        QCOMPARE(composer_->keys(), Composer::Letters);
        QVERIFY(composer_->latin());
        writeInto("story");
        QVERIFY(!composer_->latin());
        composer_->setUsuallyLatin(true);
        QVERIFY(composer_->latin());
    }

    void nobodyWritesWhereNoTextIsTaken() {
        writeInto("other");
        QVERIFY(!composer_->writing());
        control("story")->setProperty("readOnly", true);
        writeInto("story");
        QVERIFY(!composer_->writing());
    }

    void goingElsewhereKeepsWhatWasBeingWritten() {
        writeInto("story");
        type(u"nihao"_s);
        writeInto("line");
        QCOMPARE(textOf("story"), u"你好"_s);
        QCOMPARE(textOf("line"), QString());
        QVERIFY(composer_->candidates().isEmpty());
    }

    void thePinyinFollowsTheCursor() {
        writeInto("story");
        composer_->type(u"。"_s);
        type(u"hao"_s);
        control("story")->setProperty("cursorPosition", 0);
        QCoreApplication::processEvents();
        composer_->space();
        QCOMPARE(textOf("story"), u"好。"_s);
    }

    void aPhraseStandsAtTheCursorAndCanBeChanged() {
        writeInto("story");
        type(u"zuotian"_s);
        composer_->insert(u"等了很久。"_s);
        QCOMPARE(textOf("story"), u"昨天等了很久。"_s);
        composer_->backspace();
        QCOMPARE(textOf("story"), u"昨天等了很久"_s);
    }

    void phrasesOfWordsAreSetApart() {
        writeInto("story");
        composer_->insert(u"This morning,"_s);
        composer_->insert(u"I waited long."_s);
        QCOMPARE(textOf("story"), u"This morning, I waited long."_s);
    }

    void aCharacterWrittenByHandIsChosenAndTheNextBegins() {
        writeInto("story");
        composer_->addStroke({{100, 400}, {500, 390}, {900, 400}});
        composer_->addStroke({{500, 100}, {505, 500}, {500, 900}});
        QCOMPARE(composer_->candidates().front(), u"十"_s);
        composer_->backspace();
        QCOMPARE(composer_->strokeCount(), 1);
        QVERIFY(composer_->candidates().contains(u"一"_s));
        composer_->choose(static_cast<int>(composer_->candidates().indexOf(u"一"_s)));
        QCOMPARE(textOf("story"), u"一"_s);
        QCOMPARE(composer_->strokeCount(), 0);
        QVERIFY(composer_->candidates().isEmpty());
    }

    void nothingIsLeftAfterForgetting() {
        writeInto("story");
        type(u"nihao"_s);
        composer_->addStroke({{100, 400}, {900, 400}});
        composer_->setLatin(false);
        composer_->forget();
        QCOMPARE(composer_->composition(), QString());
        QVERIFY(composer_->candidates().isEmpty());
        QVERIFY(composer_->strokes().isEmpty());
        QCOMPARE(preeditOf("story"), QString());
        QCOMPARE(textOf("story"), QString());
        composer_->finish();
        QCOMPARE(textOf("story"), QString());
    }

    void aControlThatIsGoneTakesItsWritingWithIt() {
        writeInto("story");
        type(u"nihao"_s);
        delete control("story");
        writeInto("line");
        QCOMPARE(textOf("line"), QString());
        QCOMPARE(composer_->composition(), QString());
    }
};

QTEST_MAIN(ComposerTest)
#include "composer_test.moc"

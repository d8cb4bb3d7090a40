// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/input/pinyin.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <random>

using lianxin::window::Pinyin;
using namespace Qt::StringLiterals;

namespace {

QString text(const std::u16string& from) {
    return QString::fromStdU16String(from);
}

} // namespace

class PinyinTest : public QObject {
    Q_OBJECT

private:
    Pinyin pinyin_{LIANXIN_PINYIN_DICTIONARY};

    std::u16string type(std::string_view letters) {
        std::u16string taken;
        for (const char letter : letters)
            taken += pinyin_.add(letter);
        return taken;
    }

private slots:
    void cleanup() { pinyin_.forget(); }

    void theLikeliestReadingComesFirst() {
        type("nihao");
        QCOMPARE(text(pinyin_.candidates().front()), u"你好"_s);
        QCOMPARE(text(pinyin_.shown()), u"ni hao"_s);
    }

    void aChoiceOfAPartLeavesTheRestComposing() {
        type("nihao");
        const auto& candidates = pinyin_.candidates();
        const auto part = std::ranges::find(candidates, u"拟");
        QVERIFY(part != candidates.end());
        QCOMPARE(pinyin_.choose(static_cast<std::size_t>(part - candidates.begin())), u"拟");
        QCOMPARE(text(pinyin_.shown()), u"hao"_s);
        QCOMPARE(text(pinyin_.candidates().front()), u"好"_s);
        QCOMPARE(text(pinyin_.choose(0)), u"好"_s);
        QVERIFY(pinyin_.isEmpty());
        QVERIFY(pinyin_.candidates().empty());
    }

    void theLastLetterIsErased() {
        type("nihaoo");
        pinyin_.eraseLast();
        QCOMPARE(text(pinyin_.candidates().front()), u"你好"_s);
        for (int letter = 0; letter < 9; ++letter)
            pinyin_.eraseLast();
        QVERIFY(pinyin_.isEmpty());
        QVERIFY(pinyin_.candidates().empty());
    }

    void nothingIsLearned() {
        type("ni");
        const auto before = pinyin_.candidates();
        const std::size_t unusual = before.size() - 1;
        for (int time = 0; time < 50; ++time) {
            QVERIFY(pinyin_.choose(unusual) == before[unusual]);
            type("ni");
        }
        QVERIFY(pinyin_.candidates() == before);
        pinyin_.forget();
        type("ni");
        QVERIFY(pinyin_.candidates() == before);
    }

    void noWordMadeUpOfChoicesIsLearned() {
        type("nihao");
        const auto before = pinyin_.candidates();
        for (int time = 0; time < 50; ++time) {
            const auto single = std::ranges::find(pinyin_.candidates(), u"泥");
            pinyin_.choose(static_cast<std::size_t>(single - pinyin_.candidates().begin()));
            pinyin_.choose(pinyin_.candidates().size() - 1);
            type("nihao");
        }
        QVERIFY(pinyin_.candidates() == before);
    }

    void lettersWithoutAReadingAreTheirOwnCandidate() {
        type("vv");
        QCOMPARE(text(pinyin_.candidates().front()), u"vv"_s);
        QCOMPARE(text(pinyin_.choose(0)), u"vv"_s);
        QVERIFY(pinyin_.isEmpty());
    }

    void aLongSentenceMakesRoomForItself() {
        const std::u16string taken = type("womenyiqiquyiyuankanbingdengleyigeduoxiaoshicaikanshang");
        QVERIFY(taken.starts_with(u"我们一起"));
        QVERIFY(!pinyin_.isEmpty());
        QVERIFY(!pinyin_.candidates().empty());
    }

    // The engine aborts the program on letters it has no room for; whoever leans on a key sends such letters.
    void noLettersAreTooMuch() {
        for (char letter = 'a'; letter <= 'z'; ++letter) {
            type(std::string(80, letter));
            pinyin_.forget();
        }
        std::mt19937 random(20241123);
        const std::array<std::string_view, 14> parts{"z",  "zh", "s", "sh", "c",  "x",   "a",
                                                     "er", "ni", "n", "g",  "xi", "ang", "v"};
        for (int round = 0; round < 60; ++round) {
            for (int part = 0; part < 40; ++part)
                type(parts[random() % (1 + random() % parts.size())]);
            for (int erased = 0; erased < 5; ++erased)
                pinyin_.eraseLast();
            pinyin_.choose(0);
        }
        QVERIFY(true);
    }

    void lettersCanBeTakenAsTheyStand() {
        type("wifi");
        QCOMPARE(text(pinyin_.takeLetters()), u"wifi"_s);
        QVERIFY(pinyin_.isEmpty());
    }

    void nothingIsLeftAfterForgetting() {
        type("nihao");
        pinyin_.forget();
        QVERIFY(pinyin_.isEmpty());
        QVERIFY(pinyin_.shown().empty());
        QVERIFY(pinyin_.candidates().empty());
        type("hao");
        QCOMPARE(text(pinyin_.candidates().front()), u"好"_s);
    }
};

QTEST_GUILESS_MAIN(PinyinTest)
#include "pinyin_test.moc"

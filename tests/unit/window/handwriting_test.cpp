// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/input/handwriting.h"

#include <QTest>

#include <algorithm>

using lianxin::window::Handwriting;
using Strokes = std::vector<Handwriting::Stroke>;

namespace {

const Strokes ten{{{100, 400}, {500, 390}, {900, 400}}, {{500, 100}, {505, 500}, {500, 900}}};
const Strokes person{{{500, 100}, {460, 400}, {300, 700}, {100, 900}}, {{490, 350}, {620, 640}, {900, 900}}};
const Strokes sun{{{300, 100}, {300, 500}, {300, 900}},
                  {{300, 100}, {700, 100}, {700, 500}, {700, 900}},
                  {{300, 500}, {500, 500}, {700, 500}},
                  {{300, 900}, {500, 900}, {700, 900}}};

Strokes moved(Strokes strokes, double scale, double right, double down) {
    for (auto& stroke : strokes)
        for (auto& point : stroke)
            point = {point.x * scale + right, point.y * scale + down};
    return strokes;
}

} // namespace

class HandwritingTest : public QObject {
    Q_OBJECT

private:
    Handwriting handwriting_{LIANXIN_HANDWRITING_MODEL};

    bool amongTheFirstThree(const Strokes& strokes, const char* character) {
        const auto read = handwriting_.read(strokes);
        const auto end = read.begin() + std::min<std::ptrdiff_t>(3, std::ssize(read));
        return std::find(read.begin(), end, character) != end;
    }

private slots:
    void charactersAreRecognised() {
        QVERIFY(amongTheFirstThree(ten, "十"));
        QVERIFY(amongTheFirstThree(person, "人"));
        QVERIFY(amongTheFirstThree(sun, "日"));
    }

    void smallAndInACornerIsTheSameCharacter() {
        QVERIFY(amongTheFirstThree(moved(ten, 0.2, 700, 20), "十"));
        QVERIFY(amongTheFirstThree(moved(person, 0.2, 700, 20), "人"));
        QVERIFY(amongTheFirstThree(moved(sun, 0.2, 700, 20), "日"));
    }

    void aSingleDotIsNoTrouble() { QVERIFY(!handwriting_.read({{{5, 5}}}).empty()); }

    void noStrokesAreNoCharacter() { QVERIFY(handwriting_.read({}).empty()); }

    void withoutAModelNothingIsRecognised() {
        Handwriting bare("/nowhere/handwriting.model");
        QVERIFY(bare.read(ten).empty());
    }
};

QTEST_GUILESS_MAIN(HandwritingTest)
#include "handwriting_test.moc"

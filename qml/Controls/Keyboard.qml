// SPDX-License-Identifier: GPL-3.0-or-later
// The kiosk's own keyboard, at the foot of the window while a text control has the focus: pinyin and letters,
// handwriting, common phrases, figures. A page puts its content above it and keeps the field and its buttons
// in sight; it lays this out like any item, and asks composer.writing whether it is there.
import QtQuick
import Lianxin.Controls

Rectangle {
    id: keyboard

    required property Composer composer

    enum Way {
        Letters,
        Handwriting,
        Phrases
    }
    property int way: Keyboard.Letters
    property bool candidatesOpen: false
    /// A tablet is held nearer than a kiosk stands, so its keys are smaller on both sides of it.
    readonly property bool small: Theme.face !== Theme.Kiosk
    readonly property bool flat: small || Window.width > Window.height
    readonly property bool numbers: composer.keys !== Composer.Letters
    readonly property real wanted: Theme.px(small ? 364 : flat ? 507 : 904)
    readonly property real wholeBar: Theme.px(small ? 68 : flat ? 100 : 176)
    readonly property real barHeight: numbers ? 0 : wholeBar
    readonly property real above: Theme.px(flat ? 6 : 13)
    readonly property real below: Theme.px(flat ? 9 : 27)
    /// A key and its gap.
    readonly property real rowHeight: (height - keysTop - below) / 4
    readonly property real keysTop: barHeight + above
    readonly property real keysWidth: Math.min(width, Theme.px(1640))
    readonly property string hint: way === Keyboard.Handwriting ? (composer.candidates.length > 0 ? qsTr("点您写的字") : qsTr("写好一个字，再点是哪个字")) : composer.latin ? qsTr("英文：字母直接写进去") : qsTr("打拼音，再点想要的字")

    function turnTo(way: int) {
        composer.finish();
        candidatesOpen = false;
        keyboard.way = way;
        if (way === Keyboard.Handwriting)
            composer.prepareHandwriting();
    }
    function beginAnew() {
        way = Keyboard.Letters;
        candidatesOpen = false;
        letters.symbols = false;
        letters.shifted = false;
        phrases.subject = 0;
    }

    visible: composer.writing
    implicitHeight: Math.min(wanted, Math.round(Window.height * (flat ? 0.47 : 0.4709))) - (numbers ? wholeBar : 0)
    color: Theme.keyGround
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("键盘")

    Binding {
        target: keyboard.composer
        property: "control"
        value: keyboard.Window.activeFocusItem
    }
    Binding {
        target: keyboard.composer
        property: "color"
        value: Theme.primary
    }
    Connections {
        target: keyboard.composer
        function onControlChanged() {
            keyboard.beginAnew();
        }
        function onForgotten() {
            keyboard.beginAnew();
        }
        function onChanged() {
            if (keyboard.composer.candidates.length === 0)
                keyboard.candidatesOpen = false;
        }
    }
    // Between the keys nothing is touched, above all nothing of the page below.
    MouseArea {
        anchors.fill: parent
    }
    CandidateBar {
        visible: !keyboard.numbers && keyboard.way !== Keyboard.Phrases
        width: parent.width
        height: keyboard.barHeight
        composer: keyboard.composer
        flat: keyboard.flat
        hint: keyboard.hint
        offersWays: keyboard.way === Keyboard.Letters
        candidatesOpen: keyboard.candidatesOpen
        onMoreAsked: keyboard.candidatesOpen = !keyboard.candidatesOpen
        onHandwritingAsked: keyboard.turnTo(Keyboard.Handwriting)
        onPhrasesAsked: keyboard.turnTo(Keyboard.Phrases)
    }
    LetterKeys {
        id: letters
        visible: !keyboard.numbers && keyboard.way === Keyboard.Letters && !keyboard.candidatesOpen
        anchors.horizontalCenter: parent.horizontalCenter
        y: keyboard.keysTop
        width: keyboard.keysWidth
        rowHeight: keyboard.rowHeight
        composer: keyboard.composer
        onHideAsked: keyboard.composer.close()
    }
    NumberKeys {
        visible: keyboard.numbers
        anchors.horizontalCenter: parent.horizontalCenter
        y: keyboard.keysTop
        width: Math.min(keyboard.width, Theme.px(1080))
        rowHeight: keyboard.rowHeight
        composer: keyboard.composer
        onHideAsked: keyboard.composer.close()
    }
    HandwritingPad {
        visible: !keyboard.numbers && keyboard.way === Keyboard.Handwriting && !keyboard.candidatesOpen
        anchors.horizontalCenter: parent.horizontalCenter
        y: keyboard.keysTop
        width: keyboard.keysWidth
        rowHeight: keyboard.rowHeight
        composer: keyboard.composer
        onLettersAsked: keyboard.turnTo(Keyboard.Letters)
        onHideAsked: keyboard.composer.close()
    }
    PhraseTiles {
        id: phrases
        visible: !keyboard.numbers && keyboard.way === Keyboard.Phrases
        anchors.horizontalCenter: parent.horizontalCenter
        width: keyboard.width
        height: keyboard.height - keyboard.below
        headHeight: keyboard.barHeight
        rowHeight: keyboard.rowHeight
        flat: keyboard.flat
        composer: keyboard.composer
        onLettersAsked: keyboard.turnTo(Keyboard.Letters)
        onHideAsked: keyboard.composer.close()
    }
    CandidateGrid {
        visible: keyboard.candidatesOpen
        y: keyboard.barHeight
        width: parent.width
        height: parent.height - y
        flat: keyboard.flat
        composer: keyboard.composer
        onClosed: keyboard.candidatesOpen = false
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
// Phrases by subject: one touch puts one at the cursor, where it can be changed like any other text.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin.Controls

Item {
    id: tiles

    required property Composer composer
    required property bool flat
    /// Of the subjects above.
    required property real headHeight
    required property real rowHeight
    property int subject: 0
    signal lettersAsked
    signal hideAsked

    readonly property real side: Theme.px(10)
    readonly property real unit: (width - 2 * side) / 10
    readonly property int subjectsAcross: flat ? phrases.subjects.length : Math.ceil(phrases.subjects.length / 2)
    readonly property int across: flat ? 3 : 2
    readonly property list<string> shown: phrases.of(subject)

    Phrases {
        id: phrases
    }
    Rectangle {
        width: parent.width
        height: tiles.headHeight
        color: Theme.surface
        Rectangle {
            width: parent.width
            height: Math.max(1, Theme.px(1))
            color: Theme.line
        }
        Grid {
            id: heads
            x: tiles.side
            y: Theme.px(1)
            width: tiles.width - 2 * tiles.side
            columns: tiles.subjectsAcross
            Repeater {
                model: phrases.subjects.length
                KeyboardKey {
                    required property int index
                    width: heads.width / tiles.subjectsAcross
                    height: (tiles.headHeight - Theme.px(4)) / (tiles.flat ? 1 : 2)
                    halfRow: Theme.px(5)
                    depth: 0
                    isFunction: true
                    held: tiles.subject === index
                    text: phrases.subjects[index]
                    textSize: Math.min(Theme.secondButton, Theme.px(46))
                    Accessible.role: Accessible.RadioButton
                    Accessible.checkable: true
                    Accessible.checked: held
                    onStruck: tiles.subject = index
                }
            }
        }
    }
    Grid {
        x: tiles.side
        y: tiles.height - 4 * tiles.rowHeight
        width: tiles.width - 2 * tiles.side
        columns: tiles.across
        Repeater {
            model: tiles.shown.length
            KeyboardKey {
                required property int index
                width: (tiles.width - 2 * tiles.side) / tiles.across
                height: 3 * tiles.rowHeight / Math.ceil(tiles.shown.length / tiles.across)
                text: tiles.shown[index]
                textSize: Math.min(Theme.choice, Theme.px(44))
                manyLines: true
                onClicked: tiles.composer.insert(text)
            }
        }
    }
    Row {
        y: tiles.height - tiles.rowHeight
        KeyboardKey {
            extraLeft: tiles.side
            width: tiles.side + tiles.unit * 3
            height: tiles.rowHeight
            isFunction: true
            iconName: "keyboard"
            text: qsTr("回到键盘")
            textSize: Math.round(Theme.key * 0.83)
            onStruck: tiles.lettersAsked()
        }
        EraseKey {
            width: tiles.unit * 5.4
            height: tiles.rowHeight
            composer: tiles.composer
        }
        KeyboardKey {
            extraRight: tiles.side
            width: tiles.unit * 1.6 + tiles.side
            height: tiles.rowHeight
            isFunction: true
            iconName: "keyboard-down"
            name: qsTr("收起键盘")
            onClicked: tiles.hideAsked()
        }
    }
}

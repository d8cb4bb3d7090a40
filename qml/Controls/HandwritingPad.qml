// SPDX-License-Identifier: GPL-3.0-or-later
// A wide field for a finger: one character at a time, its candidates above.
import QtQuick
import Lianxin.Controls

Item {
    id: pad

    required property Composer composer
    required property real rowHeight
    signal lettersAsked
    signal hideAsked

    readonly property real side: Theme.px(10)
    readonly property real unit: (width - 2 * side) / 10
    readonly property real keyWidth: Math.min(unit * 1.9, Theme.px(230))

    height: 4 * rowHeight

    Rectangle {
        x: pad.side + Theme.px(5)
        y: Theme.px(7)
        width: pad.width - x - pad.keyWidth - Theme.px(5) - pad.side
        height: 3 * pad.rowHeight - Theme.px(14)
        radius: Theme.px(13)
        color: Theme.surface
        border.width: Theme.edge
        border.color: Theme.lineStrong
        Label {
            visible: pad.composer.strokeCount === 0 && !ink.touched
            anchors.centerIn: parent
            width: parent.width - 2 * Theme.px(40)
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("用手指在这里写一个字")
            color: Theme.ink3
        }
        InkArea {
            id: ink
            anchors.fill: parent
            composer: pad.composer
            color: Theme.ink
            penWidth: Theme.px(14)
            Accessible.role: Accessible.Canvas
            Accessible.name: qsTr("手写区")
        }
    }
    Column {
        x: pad.width - pad.keyWidth - pad.side
        EraseKey {
            width: pad.keyWidth + pad.side
            height: pad.rowHeight
            extraRight: pad.side
            composer: pad.composer
        }
        KeyboardKey {
            width: pad.keyWidth + pad.side
            height: pad.rowHeight
            extraRight: pad.side
            isFunction: true
            text: qsTr("退一笔")
            textSize: Math.round(Theme.key * 0.83)
            onStruck: pad.composer.undoStroke()
        }
        KeyboardKey {
            width: pad.keyWidth + pad.side
            height: pad.rowHeight
            extraRight: pad.side
            isFunction: true
            text: qsTr("重写")
            textSize: Math.round(Theme.key * 0.83)
            onStruck: pad.composer.clearStrokes()
        }
    }
    Row {
        y: 3 * pad.rowHeight
        KeyboardKey {
            extraLeft: pad.side
            width: pad.side + pad.unit * 3
            height: pad.rowHeight
            isFunction: true
            iconName: "keyboard"
            text: qsTr("拼音键盘")
            textSize: Math.round(Theme.key * 0.83)
            onStruck: pad.lettersAsked()
        }
        LastRowKeys {
            width: pad.width - 3 * pad.unit - pad.side
            height: pad.rowHeight
            composer: pad.composer
            unit: pad.unit
            onHideAsked: pad.hideAsked()
        }
    }
}

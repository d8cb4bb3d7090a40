// SPDX-License-Identifier: GPL-3.0-or-later
// The right part of the last row, the same wherever one writes text: comma, blank, full stop, away with it.
import QtQuick
import Lianxin.Controls

Row {
    id: row

    required property Composer composer
    required property real unit
    signal hideAsked

    readonly property real side: Theme.px(10)

    KeyboardKey {
        width: row.unit
        height: row.height
        text: row.composer.latin ? "," : "，"
        name: qsTr("逗号")
        onStruck: row.composer.type(text)
    }
    KeyboardKey {
        width: row.width - row.unit * 3.6 - row.side
        height: row.height
        text: qsTr("空格")
        textSize: Math.round(Theme.key * 0.78)
        onStruck: row.composer.space()
    }
    KeyboardKey {
        width: row.unit
        height: row.height
        text: row.composer.latin ? "." : "。"
        name: qsTr("句号")
        onStruck: row.composer.type(text)
    }
    KeyboardKey {
        extraRight: row.side
        width: row.unit * 1.6 + row.side
        height: row.height
        isFunction: true
        iconName: "keyboard-down"
        name: qsTr("收起键盘")
        onClicked: row.hideAsked()
    }
}

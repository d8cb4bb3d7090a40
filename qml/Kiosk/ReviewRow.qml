// SPDX-License-Identifier: GPL-3.0-or-later
// A word and what was said to it.
import QtQuick
import Lianxin.Controls

Item {
    id: row

    required property string label
    required property string text

    width: parent?.width ?? 0
    height: Math.max(name.height, words.height)
    Accessible.role: Accessible.StaticText
    Accessible.name: label + " " + text

    Label {
        id: name
        width: Math.round(Theme.body * 3.2)
        text: row.label
        color: Theme.ink3
        Accessible.ignored: true
    }
    Label {
        id: words
        anchors.left: name.right
        anchors.right: parent.right
        text: row.text
        Accessible.ignored: true
    }
}

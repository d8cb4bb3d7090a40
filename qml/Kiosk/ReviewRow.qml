// SPDX-License-Identifier: GPL-3.0-or-later
// A word and what was said to it.
import QtQuick
import Lianxin.Controls

Item {
    id: row

    required property string label
    required property string text
    /// What the word needs, and what all rows of a card give it, so that what was said begins in one line.
    readonly property real labelNeeds: name.implicitWidth
    property real labelWidth: labelNeeds

    width: parent?.width ?? 0
    height: Math.max(name.height, words.height)
    Accessible.role: Accessible.StaticText
    Accessible.name: label + " " + text

    Label {
        id: name
        width: row.labelWidth
        text: row.label
        color: Theme.ink3
        Accessible.ignored: true
    }
    Label {
        id: words
        anchors.left: name.right
        anchors.leftMargin: Theme.unit * 4
        anchors.right: parent.right
        text: row.text
        Accessible.ignored: true
    }
}

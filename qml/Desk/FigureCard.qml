// SPDX-License-Identifier: GPL-3.0-or-later
// One number, and what it counts.
import QtQuick
import Lianxin.Controls

Card {
    id: card

    required property string title
    required property real figure
    property color tone: Theme.ink

    /// What its own words need; cards in a row are given the same height.
    readonly property real needed: words.height + 2 * Theme.px(18)

    height: needed
    Accessible.role: Accessible.StaticText
    Accessible.name: title + " " + figure

    Column {
        id: words
        x: Theme.px(22)
        y: Theme.px(16)
        width: parent.width - 2 * x
        Label {
            width: parent.width
            text: card.title
            color: Theme.ink2
            Accessible.ignored: true
        }
        Label {
            width: parent.width
            text: card.figure
            font.pixelSize: Theme.figure
            font.bold: true
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.section
            wrapMode: Text.NoWrap
            color: card.tone
            Accessible.ignored: true
        }
    }
}

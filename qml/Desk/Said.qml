// SPDX-License-Identifier: GPL-3.0-or-later
// A text somebody wrote, under its name.
import QtQuick
import Lianxin.Controls

Column {
    id: said

    required property string title
    required property string text
    property int maximumLines: 0
    property color titleColor: Theme.ink2

    spacing: Theme.unit
    Label {
        width: parent.width
        text: said.title
        font.bold: true
        font.pixelSize: Theme.caption
        color: said.titleColor
    }
    Label {
        width: parent.width
        text: said.text
        font.pixelSize: Theme.smallCardTitle
        lineHeight: 1.2
        maximumLineCount: said.maximumLines > 0 ? said.maximumLines : 100000
        elide: said.maximumLines > 0 ? Text.ElideRight : Text.ElideNone
    }
}

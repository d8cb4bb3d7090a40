// SPDX-License-Identifier: GPL-3.0-or-later
// Characters to choose. The likeliest is filled.
import QtQuick
import QtQuick.Templates as T
import Lianxin.Controls

T.AbstractButton {
    id: key

    property bool first: false
    property int mostWidth: Theme.px(900)

    implicitWidth: Math.min(mostWidth, Math.max(Theme.px(128), Math.ceil(words.implicitWidth) + 2 * padding))
    padding: Theme.px(20)
    focusPolicy: Qt.NoFocus
    Accessible.role: Accessible.Button
    Accessible.name: text
    Accessible.onPressAction: clicked()

    background: Rectangle {
        radius: Theme.px(13)
        color: key.first ? (key.down ? Theme.primaryDown : Theme.primary) : key.down ? Theme.primaryTint2 : "transparent"
    }
    contentItem: Label {
        id: words
        text: key.text
        font.pixelSize: Theme.candidate
        font.bold: key.first
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.px(24)
        wrapMode: Text.NoWrap
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        color: key.first ? Theme.surface : Theme.ink
        Accessible.ignored: true
    }
}

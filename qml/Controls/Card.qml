// SPDX-License-Identifier: GPL-3.0-or-later
// A white sheet that lies on the ground: a fine line, and the same shape a little lower as its edge.
import QtQuick
import Lianxin.Controls

Item {
    id: card

    default property alias content: sheet.data
    property color color: Theme.surface
    property color lineColor: Theme.line
    property int lineWidth: 1
    property real radius: Theme.cardRadius

    Rectangle {
        anchors.fill: parent
        anchors.topMargin: Theme.lift
        anchors.bottomMargin: -Theme.lift
        radius: card.radius
        color: Qt.rgba(0x30 / 255, 0x20 / 255, 0x10 / 255, 0.08)
    }
    Rectangle {
        id: sheet
        anchors.fill: parent
        radius: card.radius
        color: card.color
        border.width: card.lineWidth
        border.color: card.lineColor
    }
}

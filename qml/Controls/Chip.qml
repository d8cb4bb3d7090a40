// SPDX-License-Identifier: GPL-3.0-or-later
// A state or a kind in a word. It is read with its row and cannot be touched.
import QtQuick
import Lianxin.Controls

Rectangle {
    id: chip

    required property string text
    property string iconName: ""
    property color tone: Theme.ink2
    property color tint: Theme.sunken

    implicitWidth: row.width + Theme.unit * 3
    implicitHeight: Math.round(Theme.caption * 1.75)
    radius: Theme.chipRadius
    color: tint

    Row {
        id: row
        anchors.centerIn: parent
        spacing: Theme.unit
        Icon {
            visible: chip.iconName.length > 0
            name: visible ? chip.iconName : "tick"
            size: Theme.caption
            color: chip.tone
            anchors.verticalCenter: parent.verticalCenter
        }
        Label {
            text: chip.text
            font.pixelSize: Theme.caption
            font.bold: true
            color: chip.tone
            wrapMode: Text.NoWrap
        }
    }
}

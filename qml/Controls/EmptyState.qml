// SPDX-License-Identifier: GPL-3.0-or-later
// Why there is nothing here.
import QtQuick
import Lianxin.Controls

Column {
    id: empty

    required property string iconName
    required property string fact
    property string detail: ""

    spacing: Theme.unit * 2
    Rectangle {
        anchors.horizontalCenter: parent.horizontalCenter
        width: Theme.icon * 3
        height: width
        radius: width / 2
        color: Theme.primaryTint
        Icon {
            anchors.centerIn: parent
            name: empty.iconName
            size: Math.round(Theme.icon * 1.5)
            color: Theme.primary
        }
    }
    Label {
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        text: empty.fact
        font.pixelSize: Theme.section
        font.bold: true
    }
    Label {
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        visible: text.length > 0
        text: empty.detail
        color: Theme.ink2
    }
}

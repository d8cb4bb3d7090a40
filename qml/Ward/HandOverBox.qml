// SPDX-License-Identifier: GPL-3.0-or-later
// Giving the tablet to who lies there, or to who sits beside.
import QtQuick
import Lianxin.Controls

Rectangle {
    id: box

    signal asked(string filledBy)

    height: column.height + Theme.unit * 8
    radius: Theme.cardRadius
    color: Theme.primaryTint

    Column {
        id: column
        x: Theme.unit * 4
        y: Theme.unit * 4
        width: parent.width - 2 * x
        spacing: Theme.unit * 2
        Label {
            width: parent.width
            text: qsTr("让患者自己填，更真实")
            font.bold: true
            color: Theme.primary
        }
        Label {
            width: parent.width
            text: qsTr("交出后只能看到这张表，收回时要输密码。")
            font.pixelSize: Theme.caption
            color: Theme.ink2
        }
        Row {
            width: parent.width
            spacing: Theme.unit * 2
            SecondButton {
                width: (parent.width - parent.spacing) / 2
                padding: Theme.unit
                text: qsTr("交给患者")
                onClicked: box.asked("patient")
            }
            SecondButton {
                width: (parent.width - parent.spacing) / 2
                padding: Theme.unit
                text: qsTr("交给家属")
                onClicked: box.asked("family")
            }
        }
    }
}

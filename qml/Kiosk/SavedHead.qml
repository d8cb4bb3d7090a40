// SPDX-License-Identifier: GPL-3.0-or-later
// Said after the commit and never before.
import QtQuick
import Lianxin.Controls

Item {
    id: head

    property string title: qsTr("已保存")
    property string detail: qsTr("存在这台机器里，断电也不会丢。")

    height: Math.max(disc.height, words.height)
    Accessible.role: Accessible.AlertMessage
    Accessible.name: title + " " + detail

    Rectangle {
        id: disc
        anchors.verticalCenter: parent.verticalCenter
        width: Theme.px(112)
        height: width
        radius: width / 2
        color: Theme.ok
        Icon {
            anchors.centerIn: parent
            name: "tick"
            color: Theme.surface
            size: Math.round(parent.width * 0.64)
        }
    }
    Column {
        id: words
        anchors.left: disc.right
        anchors.leftMargin: Theme.unit * 4
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        Label {
            width: parent.width
            text: head.title
            font.pixelSize: Math.round(Theme.title * 1.1)
            font.bold: true
            Accessible.ignored: true
        }
        Label {
            width: parent.width
            text: head.detail
            color: Theme.ink2
            Accessible.ignored: true
        }
    }
}

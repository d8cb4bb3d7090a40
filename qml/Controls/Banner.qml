// SPDX-License-Identifier: GPL-3.0-or-later
// Says what happened, what was kept and what to do, above the page that it concerns.
import QtQuick
import Lianxin.Controls

Rectangle {
    id: banner

    required property string title
    required property string detail
    property string iconName: "alert"
    property color tone: Theme.danger
    property color tint: Theme.dangerTint

    implicitHeight: words.height + Theme.unit * 5
    radius: Theme.controlRadius
    color: tint
    border.width: Theme.edge
    border.color: tone
    Accessible.role: Accessible.AlertMessage
    Accessible.name: title + " " + detail

    Icon {
        id: sign
        name: banner.iconName
        color: banner.tone
        size: Math.round(Theme.icon * 1.2)
        x: Theme.inset
        anchors.verticalCenter: parent.verticalCenter
    }
    Column {
        id: words
        anchors.left: sign.right
        anchors.leftMargin: Theme.unit * 3
        anchors.right: parent.right
        anchors.rightMargin: Theme.inset
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.unit / 2
        Label {
            width: parent.width
            text: banner.title
            font.bold: true
            color: banner.tone
        }
        Label {
            width: parent.width
            text: banner.detail
            font.pixelSize: Math.max(Theme.caption, Theme.body - Theme.px(4))
        }
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
// A list's title, what stands out in it, and how many rows it has.
import QtQuick
import Lianxin.Controls
import Lianxin.Desk

Item {
    id: head

    required property string title
    required property Inbox inbox
    required property IndexKeeper keeper
    default property alias chips: row.data

    implicitHeight: Math.max(words.height, Theme.target)

    Label {
        id: words
        anchors.verticalCenter: parent.verticalCenter
        text: head.title
        font.pixelSize: Theme.title
        font.bold: true
        wrapMode: Text.NoWrap
        Accessible.role: Accessible.Heading
    }
    Row {
        id: row
        anchors.left: words.right
        anchors.leftMargin: Theme.px(24)
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.unit * 2
    }
    Label {
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        text: head.keeper.faulty ? qsTr("硬盘满了或坏了，这张单子可能不全") : head.keeper.waiting > 0 ? qsTr("正在整理，还有 %1 条").arg(head.keeper.waiting) : qsTr("共 %1 条，新的在前").arg(head.inbox.count)
        color: head.keeper.faulty ? Theme.danger : Theme.ink2
        wrapMode: Text.NoWrap
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
// The patient is done, or left the tablet alone: nothing can be read here, and it goes back to the staff.
import QtQuick
import Lianxin.Controls

Item {
    id: page

    required property bool handedIn
    signal returned

    Column {
        anchors.centerIn: parent
        width: Math.min(parent.width - Theme.px(80), Theme.px(860))
        spacing: Theme.px(24)
        Rectangle {
            anchors.horizontalCenter: parent.horizontalCenter
            width: Theme.px(112)
            height: width
            radius: width / 2
            color: page.handedIn ? Theme.okTint : Theme.primaryTint
            Icon {
                anchors.centerIn: parent
                name: page.handedIn ? "tick" : "lock"
                size: Theme.px(60)
                color: page.handedIn ? Theme.ok : Theme.primary
            }
        }
        Label {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: page.handedIn ? qsTr("已保存，谢谢您") : qsTr("两分钟没人动，已经锁上")
            font.pixelSize: Theme.px(Theme.isElder ? 68 : Theme.textSize === Theme.Large ? 60 : 52)
            font.bold: true
            Accessible.role: Accessible.AlertMessage
        }
        Label {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: page.handedIn ? qsTr("存在这台机器里，断电也不会丢。\n请把平板还给护士。") : qsTr("写的字还在，别人看不到。\n请叫护士来打开。")
            font.pixelSize: Theme.px(Theme.isElder ? 36 : 28)
            color: Theme.ink2
        }
        MainButton {
            anchors.horizontalCenter: parent.horizontalCenter
            width: Math.max(implicitWidth, Theme.px(380))
            height: Theme.px(80)
            textSize: Theme.px(32)
            text: qsTr("还给护士")
            onClicked: page.returned()
        }
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
// The honest state of the machine, and the staff's way in.
import QtQuick
import Lianxin.Controls

Rectangle {
    id: foot

    required property string phone
    required property bool isConnected
    signal staffAsked

    color: Theme.sunken

    HelpLine {
        visible: foot.phone.length > 0
        x: Theme.margin
        width: staff.x - 2 * Theme.margin
        anchors.verticalCenter: parent.verticalCenter
        phone: foot.phone
    }
    Row {
        visible: foot.phone.length === 0
        x: Theme.margin
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.unit * 2
        Icon {
            id: cloud
            name: foot.isConnected ? "cloud-tick" : "cloud-pause"
            anchors.verticalCenter: parent.verticalCenter
        }
        Label {
            width: Math.min(implicitWidth, staff.x - cloud.width - Theme.margin - 2 * parent.spacing)
            text: foot.isConnected ? qsTr("已联网") : Theme.isElder ? qsTr("暂未联网，照常使用") : qsTr("暂未联网，仍可正常使用，内容先存在本机")
            font.pixelSize: Math.round(Theme.caption * 0.96)
            color: Theme.ink2
        }
    }
    SecondButton {
        id: staff
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin - padding
        anchors.verticalCenter: parent.verticalCenter
        implicitHeight: Theme.target
        quiet: true
        color: Theme.ink2
        iconBefore: "badge"
        textSize: Theme.px(26)
        text: qsTr("工作人员")
        onClicked: foot.staffAsked()
    }
}

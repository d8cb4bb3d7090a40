// SPDX-License-Identifier: GPL-3.0-or-later
// The honest state of the machine.
import QtQuick
import Lianxin.Controls

Rectangle {
    id: foot

    required property string phone
    required property bool isConnected
    required property bool shortOfRoom
    readonly property bool helps: phone.length > 0 && !shortOfRoom

    color: Theme.sunken

    HelpLine {
        visible: foot.helps
        x: Theme.margin
        width: foot.width - 2 * Theme.margin
        anchors.verticalCenter: parent.verticalCenter
        phone: foot.phone
    }
    Row {
        visible: !foot.helps
        x: Theme.margin
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.unit * 2
        Icon {
            id: cloud
            name: foot.shortOfRoom ? "alert" : foot.isConnected ? "cloud-tick" : "cloud-pause"
            anchors.verticalCenter: parent.verticalCenter
        }
        Label {
            width: Math.min(implicitWidth, foot.width - cloud.width - 2 * Theme.margin - parent.spacing)
            text: foot.shortOfRoom ? qsTr("这台机器快存满了，请告诉导诊员") : foot.isConnected ? qsTr("已联网") : Theme.isElder ? qsTr("暂未联网，照常使用") : qsTr("暂未联网，仍可正常使用，内容先存在本机")
            font.pixelSize: Math.round(Theme.caption * 0.96)
            color: foot.shortOfRoom ? Theme.danger : Theme.ink2
        }
    }
}

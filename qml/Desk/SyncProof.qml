// SPDX-License-Identifier: GPL-3.0-or-later
// How this device stands towards the hub, in words, with the numbers that prove it. Touching it shows more.
import QtQuick
import QtQuick.Templates as T
import Lianxin.Controls

T.AbstractButton {
    id: proof

    required property StoreLink store
    readonly property bool clockWrong: store.link === StoreLink.ClockWrong
    readonly property bool needsStaff: store.link === StoreLink.NeedsStaff
    readonly property bool connected: store.link === StoreLink.Connected || store.link === StoreLink.Exchanging
    readonly property bool broken: store.shortOfRoom || store.wasDamaged
    readonly property color tone: broken || needsStaff ? Theme.danger : clockWrong ? Theme.warn : !connected ? Theme.warn : store.parked > 0 ? Theme.danger : store.waiting + store.evidenceWaiting > 0 ? Theme.info : Theme.ok

    text: store.shortOfRoom ? qsTr("硬盘满了") : store.wasDamaged ? qsTr("文件坏过，已救回") : needsStaff ? qsTr("服务器没有接受这台机器") : clockWrong ? qsTr("这台机器的时间不对") : !connected ? qsTr("未联网") : store.parked > 0 ? qsTr("%1 条没被收下").arg(store.parked) : store.waiting > 0 ? qsTr("正在送出 %1 条").arg(store.waiting) : store.evidenceWaiting > 0 ? qsTr("正在送出 %n 份证据", "", store.evidenceWaiting) : qsTr("已联网")
    implicitWidth: sign.width + words.implicitWidth + numbers.implicitWidth + Theme.unit * 9
    implicitHeight: Theme.target
    Accessible.role: Accessible.Button
    Accessible.name: text + " " + numbers.text
    Accessible.onPressAction: clicked()

    background: Rectangle {
        radius: Theme.controlRadius
        color: proof.down ? Theme.sunken : "transparent"
        FocusRing {
            shown: proof.visualFocus
            controlRadius: Theme.controlRadius
        }
    }
    contentItem: Item {
        Row {
            id: row
            anchors.centerIn: parent
            spacing: Theme.unit * 2
            Icon {
                id: sign
                anchors.verticalCenter: parent.verticalCenter
                name: proof.broken || proof.needsStaff || proof.store.parked > 0 && proof.connected ? "alert" : proof.clockWrong ? "clock" : !proof.connected ? "cloud-pause" : "cloud-tick"
                color: proof.tone
            }
            Label {
                id: words
                anchors.verticalCenter: parent.verticalCenter
                text: proof.text
                font.bold: true
                color: proof.tone
                wrapMode: Text.NoWrap
                Accessible.ignored: true
            }
            Label {
                id: numbers
                visible: proof.width >= proof.implicitWidth - 1
                anchors.verticalCenter: parent.verticalCenter
                text: !proof.connected && proof.store.waiting > 0 ? qsTr("%1 条等待送出，已保存").arg(proof.store.waiting) : qsTr("本机 %1 条，服务器收到 %2 条").arg(proof.store.saved).arg(proof.store.received)
                color: Theme.ink2
                wrapMode: Text.NoWrap
                Accessible.ignored: true
            }
        }
    }
}

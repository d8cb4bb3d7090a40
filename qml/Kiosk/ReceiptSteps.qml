// SPDX-License-Identifier: GPL-3.0-or-later
// What happens next, and how far it is. A step is done only when it is.
import QtQuick
import Lianxin.Controls

Column {
    id: steps

    required property string savedAt
    required property bool isReceived
    required property bool isConnected
    required property string phone
    /// Somebody will answer; a survey is only counted and read.
    required property bool isAnswered

    spacing: Theme.unit * 2

    Label {
        text: qsTr("接下来")
        font.pixelSize: Theme.section
        font.bold: true
        Accessible.role: Accessible.Heading
    }
    Card {
        width: steps.width
        height: rows.height + 2 * Theme.px(32)
        Column {
            id: rows
            x: Theme.px(32)
            y: Theme.px(32)
            width: steps.width - 2 * Theme.px(32)
            ReceiptStep {
                iconName: "tick"
                state: "done"
                title: qsTr("已保存在本机")
                detail: steps.savedAt
                chip: qsTr("完成")
            }
            ReceiptStep {
                iconName: steps.isReceived ? "tick" : "cloud-pause"
                state: steps.isReceived ? "done" : "waiting"
                title: qsTr("送到服务办")
                detail: steps.isReceived ? qsTr("已送到") : steps.isConnected ? qsTr("正在送出，您不用等") : qsTr("现在没有联网，联网后自动送出，您不用等")
                chip: steps.isReceived ? qsTr("完成") : steps.isConnected ? qsTr("正在送出") : qsTr("等待联网")
            }
            ReceiptStep {
                iconName: "page"
                state: "later"
                last: true
                title: steps.isAnswered ? qsTr("登记、转给科室、答复您") : qsTr("和大家的意见一起看，用来改进服务")
                detail: steps.isAnswered ? qsTr("送到后 10 个工作日内答复") : qsTr("不记姓名")
            }
        }
    }
    Row {
        visible: steps.phone.length > 0
        topPadding: Theme.unit
        spacing: Theme.unit * 2
        Icon {
            id: receiver
            name: "phone"
            anchors.verticalCenter: urgent.verticalCenter
        }
        Label {
            id: urgent
            width: Math.min(implicitWidth, steps.width - receiver.width - number.width - 4 * Theme.unit)
            text: qsTr("着急的事，请直接打服务办")
            color: Theme.ink2
        }
        Label {
            id: number
            text: steps.phone
            font.bold: true
            wrapMode: Text.NoWrap
        }
    }
}

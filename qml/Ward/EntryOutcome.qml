// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of it: whose head was called (R-114), settled here with an answer (R-111), or led to the
// office with a reason (R-115).
import QtQuick
import Lianxin.Controls
import Lianxin.Ward

Column {
    id: outcome

    required property ReceiverEntry entry
    readonly property bool called: !isNaN(entry.calledAt.getTime())
    signal departmentAsked

    spacing: Theme.unit * 5

    Column {
        width: parent.width
        spacing: Theme.unit * 2
        Label {
            text: qsTr("和哪个科室有关")
            font.bold: true
        }
        SecondButton {
            width: parent.width
            iconBefore: outcome.entry.departmentId.length > 0 ? "tick" : "phone"
            text: outcome.entry.departmentId.length > 0 ? outcome.entry.departmentName : qsTr("选科室，看负责人电话")
            Accessible.name: outcome.entry.departmentId.length > 0 ? qsTr("%1，换一个科室").arg(outcome.entry.departmentName) : text
            onClicked: outcome.departmentAsked()
        }
        Rectangle {
            visible: outcome.entry.departmentId.length > 0
            width: parent.width
            height: call.height + Theme.unit * 8
            radius: Theme.cardRadius
            color: Theme.primaryTint
            Column {
                id: call
                x: Theme.unit * 4
                y: Theme.unit * 4
                width: parent.width - 2 * x
                spacing: Theme.unit
                Label {
                    width: parent.width
                    text: outcome.entry.headPhone.length > 0 ? qsTr("负责人电话 %1").arg(outcome.entry.headPhone) : qsTr("没有登记负责人的电话，可以请办公室办。")
                    font.pixelSize: outcome.entry.headPhone.length > 0 ? Theme.section : Theme.body
                    font.bold: outcome.entry.headPhone.length > 0
                    color: Theme.primary
                }
                Toggle {
                    visible: outcome.entry.headPhone.length > 0
                    width: parent.width
                    wordsFirst: false
                    text: outcome.called ? qsTr("%1 打过电话了").arg(Qt.formatDateTime(outcome.entry.calledAt, "HH:mm")) : qsTr("打过电话，点这里记下")
                    on: outcome.called
                    onClicked: outcome.entry.setCalled(!outcome.called)
                }
            }
        }
    }
    Column {
        width: parent.width
        spacing: Theme.unit * 3
        Label {
            text: qsTr("怎么处理")
            font.bold: true
        }
        ChoiceTile {
            width: parent.width
            text: qsTr("当场解决了")
            chosen: outcome.entry.outcome === ReceiverEntry.Settled
            onClicked: outcome.entry.outcome = ReceiverEntry.Settled
        }
        ChoiceTile {
            width: parent.width
            text: qsTr("请服务办办，已引导过去")
            chosen: outcome.entry.outcome === ReceiverEntry.LedToOffice
            onClicked: outcome.entry.outcome = ReceiverEntry.LedToOffice
        }
    }
    TextBox {
        visible: outcome.entry.outcome === ReceiverEntry.Settled
        width: parent.width
        height: Theme.px(Theme.isElder ? 300 : 216)
        label: qsTr("怎么答复的")
        labelShown: true
        helper: outcome.entry.answer.length > 0 ? qsTr("还没有保存") : qsTr("当场解决的要写")
        text: outcome.entry.answer
        onEdited: text => outcome.entry.answer = text
    }
    TextBox {
        visible: outcome.entry.outcome === ReceiverEntry.LedToOffice
        width: parent.width
        height: Theme.px(Theme.isElder ? 300 : 216)
        label: qsTr("为什么要服务办来办")
        labelShown: true
        helper: outcome.entry.reason.length > 0 ? qsTr("还没有保存") : qsTr("如：要几个科室一起办")
        text: outcome.entry.reason
        onEdited: text => outcome.entry.reason = text
    }
}

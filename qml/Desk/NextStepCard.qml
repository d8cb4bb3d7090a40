// SPDX-License-Identifier: GPL-3.0-or-later
// What is to be done with this matter now: one action, and what stands in its way.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin.Controls
import Lianxin.Desk

Card {
    id: card

    required property Desk desk
    required property MatterSheet matter
    readonly property bool undecided: matter.inConflict.length > 0

    height: body.height + 2 * Theme.inset

    Column {
        id: body
        x: Theme.inset
        y: Theme.inset
        width: parent.width - 2 * x
        spacing: Theme.px(14)
        Label {
            width: parent.width
            text: qsTr("下一步")
            font.pixelSize: Theme.section
            font.bold: true
            Accessible.role: Accessible.Heading
        }
        Repeater {
            model: card.matter.inConflict
            StepBox {
                required property string modelData
                width: body.width
                tone: Theme.info
                tint: Theme.infoTint
                iconName: "fork"
                title: qsTr("“%1”有两个版本").arg(Words.field(modelData))
                detail: qsTr("都还在，等您决定用哪份")
                action: qsTr("去决定")
                main: false
                onClicked: card.desk.openVersions(modelData)
            }
        }
        StepBox {
            visible: card.matter.canRegister
            width: parent.width
            tone: Theme.warn
            tint: Theme.warnTint
            iconName: "pencil"
            title: qsTr("登记这件事")
            detail: card.matter.missing.length > 0 ? qsTr("还要填：%1").arg(card.matter.missing.map(field => Words.field(field)).join(qsTr("、"))) : qsTr("三项都齐了，可以登记")
            action: qsTr("登记")
            onClicked: card.desk.openForm()
        }
        StepBox {
            visible: !card.matter.canRegister
            width: parent.width
            tone: Theme.ok
            tint: Theme.okTint
            iconName: "tick"
            title: card.matter.provisional ? qsTr("已登记，等服务器确认") : qsTr("这件事已经登记")
            detail: card.matter.provisional ? qsTr("联网后自动送出，您不用等") : qsTr("登记表的文字还可以补充、改正")
            action: qsTr("改登记表")
            main: false
            onClicked: card.desk.openForm()
        }
        SecondButton {
            visible: card.matter.sourceId.length > 0
            width: parent.width
            text: qsTr("看它来自哪份评价")
            onClicked: card.desk.openResponse(card.matter.sourceId)
        }
        Row {
            visible: card.matter.canRegister
            spacing: Theme.unit * 2
            Rectangle {
                width: key.width + Theme.unit * 4
                height: key.height + Theme.unit
                radius: Theme.chipRadius
                color: Theme.sunken
                Label {
                    id: key
                    anchors.centerIn: parent
                    text: "N"
                    font.pixelSize: Theme.px(13)
                    Accessible.ignored: true
                }
            }
            Label {
                anchors.verticalCenter: parent.verticalCenter
                text: qsTr("登记")
                font.pixelSize: Theme.caption
                color: Theme.ink3
            }
        }
    }
}

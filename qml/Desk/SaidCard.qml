// SPDX-License-Identifier: GPL-3.0-or-later
// What the person said, in their own words, and how to reach them: closed until somebody opens it.
import QtQuick
import Lianxin.Controls
import Lianxin.Desk

Card {
    id: card

    required property MatterSheet matter

    implicitHeight: body.height + 2 * Theme.inset

    Rectangle {
        x: -Theme.px(1)
        y: Theme.inset
        width: Theme.px(3)
        height: Theme.section * 1.4
        color: Theme.accent
    }
    Column {
        id: body
        x: Theme.inset
        y: Theme.inset
        width: parent.width - 2 * x
        spacing: Theme.px(16)
        Label {
            width: parent.width
            text: qsTr("患者说了什么")
            font.pixelSize: Theme.section
            font.bold: true
            Accessible.role: Accessible.Heading
        }
        Label {
            width: parent.width
            text: card.matter.content
            font.pixelSize: Theme.smallCardTitle
            lineHeight: 1.25
        }
        Said {
            width: parent.width
            visible: text.length > 0
            title: qsTr("希望")
            text: card.matter.demand
        }
        Said {
            width: parent.width
            visible: text.length > 0
            title: qsTr("首接人员")
            text: card.matter.receiver
        }
        Rectangle {
            width: parent.width
            height: Math.max(contact.height, open.visible ? open.height : 0) + Theme.px(28)
            radius: Theme.controlRadius
            color: Theme.ground
            Icon {
                id: lock
                x: Theme.px(16)
                anchors.verticalCenter: parent.verticalCenter
                name: card.matter.contactOpen ? "person" : "lock"
            }
            Column {
                id: contact
                anchors.left: lock.right
                anchors.leftMargin: Theme.px(14)
                anchors.right: open.visible ? open.left : parent.right
                anchors.rightMargin: Theme.px(12)
                anchors.verticalCenter: parent.verticalCenter
                spacing: Theme.px(2)
                Label {
                    width: parent.width
                    font.bold: true
                    text: card.matter.contactOpen ? [card.matter.name, card.matter.phone].filter(part => part.length > 0).join("   ") : card.matter.hasContact ? qsTr("姓名、电话已封存") : qsTr("没有留姓名、电话")
                }
                Label {
                    width: parent.width
                    font.pixelSize: Theme.caption
                    color: Theme.ink2
                    text: !card.matter.hasContact ? qsTr("本人凭回执码查结果") : card.matter.nameWithheld ? qsTr("本人要求：姓名对被反映的科室保密") : card.matter.contactOpen ? qsTr("离开这一页就合上") : qsTr("只在要联系本人时打开")
                }
            }
            SecondButton {
                id: open
                visible: card.matter.hasContact
                anchors.right: parent.right
                anchors.rightMargin: Theme.px(14)
                anchors.verticalCenter: parent.verticalCenter
                text: card.matter.contactOpen ? qsTr("合上") : qsTr("打开")
                onClicked: card.matter.contactOpen ? card.matter.closeContact() : card.matter.openContact()
            }
        }
    }
}

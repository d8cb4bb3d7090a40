// SPDX-License-Identifier: GPL-3.0-or-later
// One version: its name, when it was written, its text with what differs bold and underlined.
import QtQuick
import Lianxin.Controls
import Lianxin.Desk

Card {
    id: card

    required property int index
    required property string text
    required property string marked
    required property date at
    required property bool writtenHere
    required property string name
    required property bool busy
    required property bool canCombine
    readonly property color tone: index % 2 === 0 ? Theme.primary : Theme.info
    signal kept
    signal taken

    implicitHeight: head.height + words.height + hint.height + buttons.height + Theme.px(86)

    Rectangle {
        id: head
        x: 1
        y: 1
        width: parent.width - 2
        height: Math.max(title.height, badge.height) + Theme.px(26)
        radius: Theme.cardRadius - 1
        color: card.index % 2 === 0 ? Theme.primaryTint : Theme.infoTint
        Rectangle {
            anchors.bottom: parent.bottom
            width: parent.width
            height: Theme.cardRadius
            color: parent.color
        }
        Rectangle {
            id: badge
            x: Theme.px(18)
            anchors.verticalCenter: parent.verticalCenter
            width: Math.round(Theme.section * 1.8)
            height: width
            radius: Theme.chipRadius
            color: card.tone
            Label {
                anchors.centerIn: parent
                text: card.name
                font.bold: true
                font.pixelSize: Theme.smallCardTitle
                color: Theme.surface
                Accessible.ignored: true
            }
        }
        Column {
            id: title
            anchors.left: badge.right
            anchors.leftMargin: Theme.px(14)
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            Label {
                width: parent.width
                text: card.writtenHere ? qsTr("这台电脑上写的") : qsTr("另一台机器上写的")
                font.bold: true
            }
            Label {
                width: parent.width
                text: qsTr("写于 %1").arg(Words.time(card.at))
                font.pixelSize: Theme.caption
                color: Theme.ink2
            }
        }
    }
    Text {
        id: words
        anchors.top: head.bottom
        anchors.topMargin: Theme.px(18)
        x: Theme.inset
        width: parent.width - 2 * x
        text: card.marked
        textFormat: Text.StyledText
        wrapMode: Text.Wrap
        font.family: Theme.sansFamily
        font.pixelSize: Theme.smallCardTitle
        lineHeight: 1.25
        color: Theme.ink
        Accessible.role: Accessible.StaticText
        Accessible.name: card.name + "，" + card.text
    }
    Label {
        id: hint
        anchors.bottom: rule.top
        anchors.bottomMargin: Theme.px(12)
        x: Theme.inset
        width: parent.width - 2 * x
        text: qsTr("加粗并画线的字，是和另一份不同的地方")
        font.pixelSize: Theme.caption
        color: Theme.ink2
    }
    Rectangle {
        id: rule
        anchors.bottom: buttons.top
        anchors.bottomMargin: Theme.px(14)
        width: parent.width
        height: 1
        color: Theme.line
    }
    Column {
        id: buttons
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.px(16)
        x: Theme.inset
        width: parent.width - 2 * x
        spacing: Theme.unit
        SecondButton {
            width: parent.width
            enabled: !card.busy
            text: qsTr("用%1这一份").arg(card.name)
            onClicked: card.kept()
        }
        SecondButton {
            width: parent.width
            visible: card.canCombine
            quiet: true
            text: qsTr("从%1开始改").arg(card.name)
            onClicked: card.taken()
        }
    }
}

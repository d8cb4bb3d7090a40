// SPDX-License-Identifier: GPL-3.0-or-later
// The places of the desk, on pine.
import QtQuick
import Lianxin.Controls
import Lianxin.Desk

PineGround {
    id: nav

    required property Desk desk
    readonly property bool inResponses: desk.page === Desk.Responses || desk.page === Desk.Response
    readonly property bool inSync: desk.page === Desk.Sync
    signal placeAsked(int place)

    Mark {
        id: mark
        pine: true
        size: Theme.px(36)
        x: Theme.px(22)
        y: Theme.px(14)
    }
    Column {
        anchors.left: mark.right
        anchors.leftMargin: Theme.px(12)
        anchors.right: parent.right
        anchors.rightMargin: Theme.unit
        anchors.verticalCenter: mark.verticalCenter
        Label {
            text: qsTr("连心")
            font.bold: true
            font.pixelSize: Theme.section
            color: Theme.onPine
        }
        Label {
            width: parent.width
            text: nav.desk.hospital.shortName
            font.family: Theme.serifFamily
            font.bold: true
            font.pixelSize: Theme.caption
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.px(11)
            wrapMode: Text.NoWrap
            color: Theme.onPine2
        }
    }
    Column {
        x: Theme.px(10)
        y: Theme.px(84)
        width: nav.width - 2 * x
        spacing: Theme.unit
        NavItem {
            width: parent.width
            text: qsTr("事项")
            iconName: "inbox"
            count: nav.desk.keeper.open
            here: !nav.inResponses && !nav.inSync
            onClicked: nav.placeAsked(Desk.Matters)
        }
        NavItem {
            width: parent.width
            text: qsTr("评价")
            iconName: "smile"
            count: nav.desk.keeper.opinionsWait
            here: nav.inResponses
            onClicked: nav.placeAsked(Desk.Responses)
        }
        NavItem {
            width: parent.width
            text: qsTr("同步")
            iconName: "exchange"
            count: nav.desk.store.parked
            here: nav.inSync
            onClicked: nav.placeAsked(Desk.Sync)
        }
    }
    Column {
        x: Theme.px(10)
        width: nav.width - 2 * x
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.px(16)
        spacing: Theme.unit
        NavItem {
            readonly property int other: (nav.desk.language.index + 1) % 3
            width: parent.width
            text: ["简体中文", "繁體中文", "English"][other]
            Accessible.name: qsTr("换成%1").arg(text)
            iconName: "speak"
            onClicked: nav.desk.language.index = other
        }
        NavItem {
            width: parent.width
            text: [qsTr("字号 标准"), qsTr("字号 大"), qsTr("字号 特大")][Theme.textSize]
            iconName: "letters"
            onClicked: Theme.textSize = (Theme.textSize + 1) % 3
        }
    }
}

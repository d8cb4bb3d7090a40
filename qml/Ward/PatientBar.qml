// SPDX-License-Identifier: GPL-3.0-or-later
// The light head of the patient's page: whose turn it is, the size of the words, and giving the tablet back.
import QtQuick
import Lianxin.Controls

Rectangle {
    id: bar

    required property bool filling
    required property Language language
    readonly property list<string> sizeWords: [qsTr("字号 标准"), qsTr("字号 大"), qsTr("字号 特大")]
    readonly property list<string> languages: ["简体中文", "繁體中文", "English"]
    readonly property int toolText: Theme.caption + Theme.px(2)
    signal returned

    implicitHeight: Theme.pageBarHeight
    color: Theme.surface

    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: 1
        color: Theme.line
    }
    Mark {
        id: mark
        size: Theme.px(40)
        x: Theme.px(32)
        anchors.verticalCenter: parent.verticalCenter
    }
    Label {
        id: title
        anchors.left: mark.right
        anchors.leftMargin: Theme.unit * 4
        anchors.verticalCenter: parent.verticalCenter
        visible: bar.filling && x + implicitWidth + Theme.unit * 4 < tools.x
        text: qsTr("请您来填")
        font.pixelSize: Theme.cardTitle
        font.bold: true
        wrapMode: Text.NoWrap
        Accessible.role: Accessible.Heading
    }
    Icon {
        id: sign
        visible: promise.visible
        name: "lock"
        anchors.left: title.right
        anchors.leftMargin: Theme.unit * 8
        anchors.verticalCenter: parent.verticalCenter
    }
    Label {
        id: promise
        anchors.left: sign.right
        anchors.leftMargin: Theme.unit * 2
        anchors.verticalCenter: parent.verticalCenter
        visible: title.visible && x + implicitWidth + Theme.unit * 4 < tools.x
        text: qsTr("护士的页面已经锁上，请放心填")
        font.pixelSize: Theme.caption
        color: Theme.ink2
        wrapMode: Text.NoWrap
    }
    Row {
        id: tools
        visible: bar.filling
        anchors.right: parent.right
        anchors.rightMargin: Theme.px(24)
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.unit * 2
        SecondButton {
            height: Theme.target
            padding: Theme.unit * 3
            textSize: bar.toolText
            text: bar.languages[(bar.language.index + 1) % 3]
            Accessible.name: qsTr("换成%1").arg(text)
            color: Theme.ink2
            edgeColor: Theme.lineStrong
            onClicked: bar.language.index = (bar.language.index + 1) % 3
        }
        SecondButton {
            height: Theme.target
            padding: Theme.unit * 3
            textSize: bar.toolText
            iconBefore: "letters"
            text: bar.sizeWords[Theme.textSize]
            color: Theme.ink2
            edgeColor: Theme.lineStrong
            onClicked: Theme.textSize = (Theme.textSize + 1) % 3
        }
        SecondButton {
            height: Theme.target
            padding: Theme.unit * 3
            textSize: bar.toolText
            iconBefore: "hand"
            text: qsTr("还给护士")
            color: Theme.ink2
            edgeColor: Theme.lineStrong
            onClicked: bar.returned()
        }
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
// The head of an inner page: leave, what this is, how large the words are. The same on every page.
import QtQuick
import Lianxin.Controls

Rectangle {
    id: bar

    required property string title
    property bool canLeave: true
    signal leaveAsked
    signal textSizeAsked

    readonly property list<string> sizeWords: [qsTr("字号 标准"), qsTr("字号 大"), qsTr("字号 特大")]

    implicitHeight: Theme.pageBarHeight
    color: Theme.surface

    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: 1
        color: Theme.line
    }
    SecondButton {
        id: leave
        visible: bar.canLeave
        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        anchors.verticalCenter: parent.verticalCenter
        implicitHeight: Math.min(bar.height - Theme.unit * 3, Theme.px(104))
        iconBefore: "close"
        text: qsTr("退出")
        color: Theme.ink2
        edgeColor: Theme.lineStrong
        textSize: Theme.body
        onClicked: bar.leaveAsked()
    }
    Label {
        anchors.left: leave.visible ? leave.right : parent.left
        anchors.right: size.left
        anchors.margins: Theme.unit * 2
        anchors.verticalCenter: parent.verticalCenter
        horizontalAlignment: Text.AlignHCenter
        text: bar.title
        height: bar.height - Theme.unit
        verticalAlignment: Text.AlignVCenter
        font.pixelSize: Theme.body
        font.bold: true
        lineHeight: 0.9
        wrapMode: Text.WordWrap
        maximumLineCount: 2
        fontSizeMode: Text.Fit
        minimumPixelSize: Theme.caption
        elide: Text.ElideRight
        Accessible.role: Accessible.Heading
    }
    SecondButton {
        id: size
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        anchors.verticalCenter: parent.verticalCenter
        implicitHeight: leave.implicitHeight
        iconBefore: "letters"
        text: bar.sizeWords[Theme.textSize]
        color: Theme.ink2
        edgeColor: Theme.lineStrong
        textSize: Theme.body
        onClicked: bar.textSizeAsked()
    }
}

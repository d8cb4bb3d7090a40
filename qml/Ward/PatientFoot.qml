// SPDX-License-Identifier: GPL-3.0-or-later
// Where a patient goes on, goes back or leaves a question out.
import QtQuick
import Lianxin.Controls

Rectangle {
    id: foot

    required property FormSitting sitting
    required property real side
    required property bool low
    required property bool busy
    readonly property real buttonHeight: low ? Theme.target : Theme.mainButtonHeight
    readonly property bool narrow: width < Theme.px(1000)
    signal back
    signal skipped
    signal next

    height: low ? buttonHeight + Theme.unit * 4 : Theme.actionBarHeight
    color: Theme.surface

    Rectangle {
        width: parent.width
        height: 1
        color: Theme.line
    }
    SecondButton {
        id: backButton
        visible: foot.sitting.page > 0
        x: foot.side
        anchors.verticalCenter: parent.verticalCenter
        width: Math.max(implicitWidth, Theme.px(foot.narrow ? 170 : 240))
        height: foot.buttonHeight
        iconBefore: "back"
        text: qsTr("上一题")
        onClicked: foot.back()
    }
    SecondButton {
        visible: foot.sitting.isOpen && foot.sitting.canSkip
        anchors.right: nextButton.left
        anchors.rightMargin: Theme.unit * (foot.narrow ? 2 : 8)
        anchors.verticalCenter: parent.verticalCenter
        height: foot.buttonHeight
        quiet: true
        text: qsTr("跳过")
        onClicked: foot.skipped()
    }
    MainButton {
        id: nextButton
        visible: foot.sitting.isOpen
        anchors.right: parent.right
        anchors.rightMargin: foot.side
        anchors.verticalCenter: parent.verticalCenter
        width: Math.max(implicitWidth, Theme.px(foot.narrow ? 250 : 380))
        height: foot.buttonHeight
        busy: foot.busy
        iconAfter: foot.sitting.isLast ? "" : "next"
        text: !foot.sitting.isLast ? qsTr("下一题") : busy ? qsTr("正在保存") : qsTr("交给医院")
        onClicked: foot.next()
    }
}

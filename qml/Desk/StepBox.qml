// SPDX-License-Identifier: GPL-3.0-or-later
// One thing to do: what, why, and the button that does it.
// In 6.4 a Loader cannot make a component that is Bound; what such a component sees of this file is right all the same.
// qmllint disable unqualified
import QtQuick
import Lianxin.Controls

Rectangle {
    id: box

    required property color tone
    required property color tint
    required property string iconName
    required property string title
    required property string detail
    required property string action
    property bool main: true
    signal clicked

    height: words.height + button.height + Theme.px(44)
    radius: Theme.controlRadius
    color: tint

    Icon {
        id: sign
        x: Theme.px(16)
        y: Theme.px(16)
        name: box.iconName
        color: box.tone
        size: Theme.px(24)
    }
    Column {
        id: words
        anchors.left: sign.right
        anchors.leftMargin: Theme.px(12)
        anchors.right: parent.right
        anchors.rightMargin: Theme.px(16)
        y: Theme.px(15)
        spacing: Theme.px(3)
        Label {
            width: parent.width
            text: box.title
            font.pixelSize: Theme.smallCardTitle
            font.bold: true
            color: box.tone
        }
        Label {
            width: parent.width
            text: box.detail
            color: Theme.ink2
        }
    }
    Loader {
        id: button
        x: Theme.px(16)
        width: parent.width - 2 * x
        anchors.top: words.bottom
        anchors.topMargin: Theme.px(14)
        sourceComponent: box.main ? mainButton : secondButton
    }
    Component {
        id: mainButton
        MainButton {
            text: box.action
            onClicked: box.clicked()
        }
    }
    Component {
        id: secondButton
        SecondButton {
            text: box.action
            onClicked: box.clicked()
        }
    }
}

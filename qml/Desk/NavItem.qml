// SPDX-License-Identifier: GPL-3.0-or-later
// One place of the navigation, with how much waits there.
import QtQuick
import QtQuick.Templates as T
import Lianxin.Controls

T.AbstractButton {
    id: item

    required property string iconName
    property real count: 0
    property bool here: false

    implicitHeight: Math.max(Theme.target, words.height + Theme.unit * 5)
    Accessible.role: Accessible.PageTab
    Accessible.name: count > 0 ? text + " " + count : text
    Accessible.selected: here
    Accessible.onPressAction: clicked()

    background: Rectangle {
        radius: Theme.controlRadius
        color: item.here ? Theme.surface : item.down ? Theme.primaryDown : "transparent"
        FocusRing {
            shown: item.visualFocus
            controlRadius: Theme.controlRadius
        }
    }
    contentItem: Item {
        Icon {
            id: sign
            x: Theme.px(14)
            anchors.verticalCenter: parent.verticalCenter
            name: item.iconName
            color: words.color
        }
        Label {
            id: words
            anchors.left: sign.right
            anchors.leftMargin: Theme.px(12)
            anchors.right: number.left
            anchors.verticalCenter: parent.verticalCenter
            text: item.text
            font.bold: true
            color: item.here ? Theme.primary : Theme.onPine
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
        Label {
            id: number
            anchors.right: parent.right
            anchors.rightMargin: Theme.px(14)
            anchors.verticalCenter: parent.verticalCenter
            text: item.count > 0 ? item.count : ""
            font.bold: item.here
            color: words.color
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
// One of several answers: a box where many can be chosen, a ring where one can. The whole tile is touched.
import QtQuick
import QtQuick.Templates as T
import Lianxin.Controls

T.AbstractButton {
    id: tile

    required property bool chosen
    property bool many: false

    implicitWidth: Theme.px(400)
    implicitHeight: Math.max(Theme.choiceHeight, words.height + Theme.unit * 3)
    padding: Theme.unit * 3
    Accessible.role: many ? Accessible.CheckBox : Accessible.RadioButton
    Accessible.name: text
    Accessible.checkable: true
    Accessible.checked: chosen
    Accessible.onPressAction: clicked()

    background: Rectangle {
        radius: Theme.controlRadius
        color: tile.chosen ? Theme.primaryTint : tile.down ? Theme.sunken : Theme.surface
        border.width: tile.chosen ? Theme.chosenEdge : Theme.edge
        border.color: tile.chosen ? Theme.primary : Theme.lineStrong
        FocusRing {
            shown: tile.visualFocus
            controlRadius: Theme.controlRadius
        }
    }
    contentItem: Item {
        Rectangle {
            id: box
            width: Math.round(Theme.choice * 1.25)
            height: width
            radius: tile.many ? Theme.px(6) : width / 2
            anchors.verticalCenter: parent.verticalCenter
            color: tile.chosen ? Theme.primary : Theme.surface
            border.width: tile.chosen ? 0 : Theme.edge
            border.color: Theme.lineStrong
            Icon {
                visible: tile.chosen
                name: "tick"
                color: Theme.surface
                size: Math.round(parent.width * 0.72)
                anchors.centerIn: parent
            }
        }
        WordLabel {
            id: words
            anchors.left: box.right
            anchors.leftMargin: Theme.unit * 2
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            text: tile.text
            size: Theme.choice
            font.bold: tile.chosen
            Accessible.ignored: true
        }
    }
}

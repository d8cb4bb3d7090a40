// SPDX-License-Identifier: GPL-3.0-or-later
// The one main action of a view.
import QtQuick
import QtQuick.Templates as T
import Lianxin.Controls

T.AbstractButton {
    id: button

    property color color: Theme.primary
    property color downColor: Theme.primaryDown
    property string iconAfter: ""
    property bool busy: false
    property int textSize: Theme.button

    implicitWidth: content.implicitWidth + 2 * padding
    implicitHeight: Math.max(Theme.mainButtonHeight, content.implicitHeight + Theme.unit * 2)
    padding: Theme.unit * 5
    enabled: !busy
    Accessible.role: Accessible.Button
    Accessible.name: text
    Accessible.onPressAction: clicked()

    background: Rectangle {
        radius: Theme.controlRadius
        color: button.busy ? Theme.primaryTint2 : button.enabled ? (button.down ? button.downColor : button.color) : Theme.sunken
        border.width: button.enabled || button.busy ? 0 : Theme.edge
        border.color: Theme.line
        FocusRing {
            shown: button.visualFocus
            controlRadius: Theme.controlRadius
        }
    }
    contentItem: Item {
        id: content
        implicitWidth: words.implicitWidth + (after.visible ? after.width + Theme.unit * 2 : 0)
        implicitHeight: words.height
        Label {
            id: words
            readonly property real room: content.width - (after.visible ? after.width + Theme.unit * 2 : 0)
            x: (room - width) / 2
            width: Math.min(implicitWidth, room)
            anchors.verticalCenter: parent.verticalCenter
            horizontalAlignment: Text.AlignHCenter
            text: button.text
            font.pixelSize: button.textSize
            font.bold: true
            color: button.busy ? Theme.primary : button.enabled ? Theme.surface : Theme.ink3
            Accessible.ignored: true
        }
        Icon {
            id: after
            visible: button.iconAfter.length > 0
            name: visible ? button.iconAfter : "next"
            size: Math.round(button.textSize * 0.9)
            color: words.color
            anchors.left: words.right
            anchors.leftMargin: Theme.unit * 2
            anchors.verticalCenter: parent.verticalCenter
        }
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
// An action beside the main one. Quiet: words alone.
import QtQuick
import QtQuick.Templates as T
import Lianxin.Controls

T.AbstractButton {
    id: button

    property color color: Theme.primary
    property color edgeColor: color
    property string iconBefore: ""
    property bool quiet: false
    property int textSize: Theme.secondButton

    implicitWidth: content.implicitWidth + 2 * padding
    implicitHeight: Math.max(Theme.buttonHeight, content.implicitHeight + Theme.unit * 2)
    padding: Theme.unit * 3
    Accessible.role: Accessible.Button
    Accessible.name: text
    Accessible.onPressAction: clicked()

    background: Rectangle {
        radius: Theme.controlRadius
        color: button.down ? Theme.sunken : button.quiet ? "transparent" : Theme.surface
        border.width: button.quiet ? 0 : Theme.edge
        border.color: button.enabled ? button.edgeColor : Theme.line
        FocusRing {
            shown: button.visualFocus
            controlRadius: Theme.controlRadius
        }
    }
    contentItem: Item {
        id: content
        implicitWidth: words.implicitWidth + before.room
        implicitHeight: words.height
        Icon {
            id: before
            readonly property int room: visible ? width + Theme.unit : 0
            visible: button.iconBefore.length > 0
            name: visible ? button.iconBefore : "next"
            size: button.textSize
            color: words.color
            x: (content.width - words.width - room) / 2
            anchors.verticalCenter: parent.verticalCenter
        }
        Label {
            id: words
            x: (content.width - width - before.room) / 2 + before.room
            width: Math.min(implicitWidth, content.width - before.room)
            anchors.verticalCenter: parent.verticalCenter
            horizontalAlignment: Text.AlignHCenter
            text: button.text
            font.pixelSize: button.textSize
            font.bold: true
            color: button.enabled ? button.color : Theme.ink3
            Accessible.ignored: true
        }
    }
}

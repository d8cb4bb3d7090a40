// SPDX-License-Identifier: GPL-3.0-or-later
// On or off, with its words beside it. The words are touched, too.
import QtQuick
import QtQuick.Templates as T
import Lianxin.Controls

T.AbstractButton {
    id: toggle

    required property bool on
    property int textSize: Theme.body
    property bool wordsFirst: true

    implicitWidth: words.implicitWidth + track.width + Theme.unit * 4
    implicitHeight: Math.max(Theme.target, words.height)
    Accessible.role: Accessible.CheckBox
    Accessible.name: text
    Accessible.checkable: true
    Accessible.checked: on
    Accessible.onPressAction: clicked()

    background: Item {
        FocusRing {
            shown: toggle.visualFocus
            controlRadius: Theme.controlRadius
        }
    }
    contentItem: Item {
        Label {
            id: words
            visible: toggle.text.length > 0
            width: Math.min(implicitWidth, parent.width - track.width - Theme.unit * 4)
            x: toggle.wordsFirst ? parent.width - track.width - Theme.unit * 4 - width : track.width + Theme.unit * 4
            anchors.verticalCenter: parent.verticalCenter
            text: toggle.text
            font.pixelSize: toggle.textSize
            Accessible.ignored: true
        }
        Rectangle {
            id: track
            readonly property int gap: Theme.px(4)
            width: Theme.px(72)
            height: Theme.px(40)
            x: toggle.wordsFirst ? parent.width - width : 0
            anchors.verticalCenter: parent.verticalCenter
            radius: height / 2
            color: toggle.on ? Theme.primary : toggle.down ? Theme.sunken : Theme.surface
            border.width: toggle.on ? 0 : Theme.px(2)
            border.color: Theme.lineStrong
            Rectangle {
                width: parent.height - 2 * track.gap
                height: width
                radius: width / 2
                y: track.gap
                x: toggle.on ? parent.width - width - track.gap : track.gap
                color: toggle.on ? Theme.surface : Theme.lineStrong
                Icon {
                    visible: toggle.on
                    anchors.centerIn: parent
                    name: "tick"
                    color: Theme.primary
                    size: Math.round(parent.width * 0.7)
                }
            }
        }
    }
}

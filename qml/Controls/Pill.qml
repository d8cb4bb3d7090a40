// SPDX-License-Identifier: GPL-3.0-or-later
// One of a few short choices in a row that may wrap: a filter, or an answer in a word.
import QtQuick
import QtQuick.Templates as T
import Lianxin.Controls

T.AbstractButton {
    id: pill

    required property bool chosen
    /// A filter is filled where it holds; an answer is tinted and ticked.
    property bool answer: false
    readonly property color wordColor: chosen && !answer ? Theme.surface : chosen ? Theme.primary : Theme.ink

    implicitWidth: content.implicitWidth + 2 * padding
    implicitHeight: Theme.target
    padding: Theme.unit * 5
    Accessible.role: Accessible.RadioButton
    Accessible.name: text
    Accessible.checkable: true
    Accessible.checked: chosen
    Accessible.onPressAction: clicked()

    background: Rectangle {
        radius: pill.answer ? Theme.controlRadius : height / 2
        color: pill.chosen ? (pill.answer ? Theme.primaryTint : Theme.primary) : pill.down ? Theme.sunken : Theme.surface
        border.width: pill.chosen ? (pill.answer ? Theme.chosenEdge : 0) : Theme.edge
        border.color: pill.chosen ? Theme.primary : Theme.lineStrong
        FocusRing {
            shown: pill.visualFocus
            controlRadius: parent.radius
        }
    }
    contentItem: Item {
        id: content
        implicitWidth: words.implicitWidth + (tick.visible ? tick.width + Theme.unit : 0)
        Icon {
            id: tick
            visible: pill.chosen && pill.answer
            name: "tick"
            size: Theme.body
            color: Theme.primary
            anchors.verticalCenter: parent.verticalCenter
        }
        Label {
            id: words
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            text: pill.text
            wrapMode: Text.NoWrap
            font.bold: pill.chosen
            color: pill.wordColor
            Accessible.ignored: true
        }
    }
}

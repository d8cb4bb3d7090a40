// SPDX-License-Identifier: GPL-3.0-or-later
// There is more below, or above: a strip under the list that says so and pages it, for who does not swipe.
import QtQuick
import QtQuick.Templates as T
import Lianxin.Controls

T.AbstractButton {
    id: strip

    required property Flickable list
    readonly property bool needed: list.contentHeight > list.height + 1
    readonly property bool atEnd: list.atYEnd

    /// Room below the list that the strip takes.
    height: Theme.target
    visible: needed
    text: atEnd ? qsTr("往上看") : qsTr("往下看，还有")
    Accessible.role: Accessible.Button
    Accessible.name: text
    Accessible.onPressAction: clicked()
    onClicked: {
        const page = Math.max(list.height * 0.85, Theme.target);
        list.contentY = Math.max(0, Math.min(list.contentHeight - list.height, list.contentY + (atEnd ? -page : page)));
    }

    background: Rectangle {
        color: strip.down ? Theme.sunken : Theme.ground
        Rectangle {
            width: parent.width
            height: 1
            color: Theme.line
        }
    }
    contentItem: Item {
        Row {
            anchors.centerIn: parent
            spacing: Theme.unit
            Icon {
                name: strip.atEnd ? "up" : "down"
                color: Theme.primary
                anchors.verticalCenter: parent.verticalCenter
            }
            Label {
                text: strip.text
                font.bold: true
                color: Theme.primary
                Accessible.ignored: true
            }
        }
    }
}

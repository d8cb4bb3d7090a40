// SPDX-License-Identifier: GPL-3.0-or-later
// One face of a rating with its word and the ring that fills with a tick.
import QtQuick
import QtQuick.Templates as T
import Lianxin.Controls

T.AbstractButton {
    id: tile

    required property int mark
    required property bool holds
    required property bool stacked
    required property int faceSize
    readonly property bool coloured: holds || !Theme.facesNeutral
    /// What the words of all tiles in a row are given, so that their rings stand in one line.
    property int wordsHeight: 0
    readonly property color lineColor: coloured ? Theme.faceLine(mark) : Theme.ink2
    readonly property color fillColor: coloured ? Theme.faceFill(mark) : Theme.surface

    implicitHeight: stacked ? Math.max(faceSize + Theme.unit * 4, Theme.choiceHeight) : column.implicitHeight + Theme.unit * 6
    Accessible.role: Accessible.RadioButton
    Accessible.name: text
    Accessible.checkable: true
    Accessible.checked: holds
    Accessible.onPressAction: clicked()

    background: Rectangle {
        radius: Theme.controlRadius
        color: tile.holds ? tile.fillColor : tile.down ? Theme.sunken : tile.stacked ? Theme.surface : "transparent"
        border.width: tile.holds ? Theme.chosenEdge : tile.stacked ? Theme.edge : 0
        border.color: tile.holds ? tile.lineColor : Theme.lineStrong
        FocusRing {
            shown: tile.visualFocus
            controlRadius: Theme.controlRadius
        }
    }
    contentItem: Item {
        Grid {
            id: column
            readonly property real middle: tile.width - tile.faceSize - ring.width - Theme.unit * 10
            anchors.centerIn: parent
            columns: tile.stacked ? 3 : 1
            spacing: tile.stacked ? Theme.unit * 3 : Theme.unit * 2
            horizontalItemAlignment: Grid.AlignHCenter
            verticalItemAlignment: Grid.AlignVCenter
            Icon {
                name: "face-" + tile.mark
                size: tile.faceSize
                color: tile.holds ? Theme.surface : tile.lineColor
                fill: tile.holds ? tile.lineColor : tile.fillColor
            }
            WordLabel {
                width: tile.stacked ? column.middle : tile.width - Theme.unit
                horizontalAlignment: tile.stacked ? Text.AlignLeft : Text.AlignHCenter
                text: tile.text
                height: Math.max(implicitHeight, tile.stacked ? 0 : tile.wordsHeight)
                verticalAlignment: Text.AlignVCenter
                size: tile.stacked ? Theme.choice : Theme.body
                font.bold: tile.holds
                Accessible.ignored: true
            }
            Rectangle {
                id: ring
                width: Math.round(Theme.body * 1.4)
                height: width
                radius: width / 2
                color: tile.holds ? tile.lineColor : Theme.surface
                border.width: tile.holds ? 0 : Theme.edge
                border.color: Theme.lineStrong
                Icon {
                    visible: tile.holds
                    name: "tick"
                    size: Math.round(parent.width * 0.66)
                    color: Theme.surface
                    anchors.centerIn: parent
                }
            }
        }
    }
}

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
    required property bool beside
    required property bool framed
    required property int faceSize
    /// There is no height to spare: its edge alone says which one holds.
    property bool low: false
    readonly property bool coloured: holds || !Theme.facesNeutral
    /// What the words of all tiles in a row are given, so that their rings stand in one line.
    property int wordsHeight: 0
    readonly property color lineColor: coloured ? Theme.faceLine(mark) : Theme.ink2
    readonly property color fillColor: coloured ? Theme.faceFill(mark) : Theme.surface

    implicitHeight: beside ? Math.max(faceSize, words.height) + Theme.unit * 9 : stacked ? Math.max(faceSize + Theme.unit * 4, low ? 0 : Theme.choiceHeight) : column.implicitHeight + Theme.unit * 6
    Accessible.role: Accessible.RadioButton
    Accessible.name: text
    Accessible.checkable: true
    Accessible.checked: holds
    Accessible.onPressAction: clicked()

    background: Rectangle {
        radius: Theme.controlRadius
        color: tile.holds ? tile.fillColor : tile.down ? Theme.sunken : tile.framed ? Theme.surface : "transparent"
        border.width: tile.holds ? Theme.chosenEdge : tile.framed ? Theme.edge : 0
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
            columns: tile.stacked ? 3 : tile.beside ? 2 : 1
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
                id: words
                width: tile.stacked ? column.middle : tile.beside ? Math.min(oneLineWidth, tile.width - tile.faceSize - Theme.unit * 7) : tile.width - Theme.unit * 2
                horizontalAlignment: tile.stacked ? Text.AlignLeft : Text.AlignHCenter
                text: tile.text
                height: Math.max(implicitHeight, tile.stacked || tile.beside ? 0 : tile.wordsHeight)
                verticalAlignment: Text.AlignVCenter
                size: Theme.face === Theme.Patient || tile.stacked ? Theme.choice : Theme.body
                font.bold: tile.holds
                Accessible.ignored: true
            }
            Rectangle {
                id: ring
                visible: Theme.face !== Theme.Ward && (tile.stacked || !tile.low)
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

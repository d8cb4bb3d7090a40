// SPDX-License-Identifier: GPL-3.0-or-later
// One value of a list: a label, the value that holds, and the list when it is opened.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Lianxin.Controls

T.ComboBox {
    id: box

    required property string label
    required property list<string> words
    /// From 0: the first word is the one that says nothing is chosen.
    required property int chosen
    property bool labelInside: true
    signal picked(int index)

    readonly property bool narrowed: chosen > 0

    implicitWidth: Math.ceil(title.implicitWidth + value.implicitWidth) + Theme.icon + Theme.unit * 10
    implicitHeight: Theme.fieldHeight
    model: words
    currentIndex: chosen
    onActivated: index => picked(index)
    Accessible.role: Accessible.ComboBox
    Accessible.name: label + " " + (words[chosen] ?? "")

    background: Rectangle {
        radius: Theme.controlRadius
        color: box.down ? Theme.sunken : box.narrowed && box.labelInside ? Theme.primaryTint : Theme.surface
        border.width: box.narrowed && box.labelInside ? Theme.chosenEdge : Theme.edge
        border.color: box.narrowed && box.labelInside ? Theme.primary : Theme.lineStrong
        FocusRing {
            shown: box.visualFocus
            controlRadius: Theme.controlRadius
        }
    }
    contentItem: Item {
        Label {
            id: title
            x: Theme.unit * 3
            anchors.verticalCenter: parent.verticalCenter
            text: box.labelInside ? box.label + "  " : ""
            color: Theme.ink2
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
        Label {
            id: value
            anchors.left: title.right
            anchors.right: arrow.left
            anchors.verticalCenter: parent.verticalCenter
            text: box.words[box.chosen] ?? ""
            font.bold: box.labelInside
            elide: Text.ElideRight
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
        Icon {
            id: arrow
            anchors.right: parent.right
            anchors.rightMargin: Theme.unit * 2
            anchors.verticalCenter: parent.verticalCenter
            name: "down"
            size: Theme.body
            color: Theme.ink2
        }
    }
    delegate: T.ItemDelegate {
        id: line
        required property int index
        required property string modelData
        width: ListView.view.width
        height: Theme.target
        highlighted: box.highlightedIndex === index
        Accessible.role: Accessible.ListItem
        Accessible.name: modelData
        background: Rectangle {
            color: line.highlighted ? Theme.primaryTint : Theme.surface
        }
        contentItem: Item {
            Label {
                x: Theme.unit * 3
                width: parent.width - tick.width - Theme.unit * 7
                anchors.verticalCenter: parent.verticalCenter
                text: line.modelData
                font.bold: line.index === box.chosen
                elide: Text.ElideRight
                wrapMode: Text.NoWrap
                Accessible.ignored: true
            }
            Icon {
                id: tick
                visible: line.index === box.chosen
                anchors.right: parent.right
                anchors.rightMargin: Theme.unit * 3
                anchors.verticalCenter: parent.verticalCenter
                name: "tick"
                size: Theme.body
                color: Theme.primary
            }
        }
    }
    popup: T.Popup {
        y: box.height + Theme.unit
        width: Math.max(box.width, Theme.px(220))
        height: Math.min(list.contentHeight + 2 * padding, Theme.target * 9)
        padding: Theme.px(2)
        background: Rectangle {
            radius: Theme.controlRadius
            color: Theme.surface
            border.width: 1
            border.color: Theme.lineStrong
        }
        contentItem: ListView {
            id: list
            clip: true
            model: box.delegateModel
            currentIndex: box.highlightedIndex
            boundsBehavior: Flickable.StopAtBounds
            highlightMoveDuration: 0
        }
    }
}

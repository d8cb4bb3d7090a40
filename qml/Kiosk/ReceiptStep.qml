// SPDX-License-Identifier: GPL-3.0-or-later
// One step on the way: done, waiting, or still to come.
import QtQuick
import Lianxin.Controls

Item {
    id: step

    required property string iconName
    required property string title
    required property string detail
    property string chip: ""
    property bool last: false
    readonly property bool done: state === "done"
    readonly property bool waiting: state === "waiting"
    readonly property color tone: done ? Theme.ok : waiting ? Theme.warn : Theme.ink2

    width: parent?.width ?? 0
    height: words.height + (last ? 0 : Theme.unit * 4)
    Accessible.role: Accessible.StaticText
    Accessible.name: title + " " + chip + " " + detail

    Rectangle {
        visible: !step.last
        x: disc.width / 2 - width / 2
        anchors.top: disc.bottom
        anchors.bottom: parent.bottom
        width: Theme.px(4)
        color: step.done ? Theme.primary : Theme.line
    }
    Rectangle {
        id: disc
        width: Theme.px(60)
        height: width
        radius: width / 2
        color: step.done ? Theme.ok : step.waiting ? Theme.warnTint : Theme.surface
        border.width: step.done ? 0 : Theme.edge
        border.color: step.tone
        Icon {
            anchors.centerIn: parent
            name: step.iconName
            color: step.done ? Theme.surface : step.tone
            size: Math.round(parent.width * 0.6)
        }
    }
    Column {
        id: words
        anchors.left: disc.right
        anchors.leftMargin: Theme.unit * 4
        anchors.right: parent.right
        Item {
            width: parent.width
            height: Math.max(title.height, chip.height)
            Label {
                id: title
                width: parent.width - (chip.visible ? chip.width + Theme.unit : 0)
                text: step.title
                font.bold: step.done || step.waiting
                font.pixelSize: Theme.choice
                Accessible.ignored: true
            }
            Chip {
                id: chip
                visible: step.chip.length > 0
                anchors.right: parent.right
                text: step.chip
                tone: step.tone
                tint: step.done ? Theme.okTint : Theme.warnTint
            }
        }
        Label {
            width: parent.width
            text: step.detail
            font.pixelSize: Math.round((Theme.body + Theme.caption) / 2)
            color: step.waiting ? Theme.warn : Theme.ink2
            Accessible.ignored: true
        }
    }
}

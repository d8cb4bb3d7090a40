// SPDX-License-Identifier: GPL-3.0-or-later
// One question with its answer; where the answer is on the five-step scale, its face stands with it.
import QtQuick
import Lianxin.Controls
import Lianxin.Desk

Item {
    id: row

    required property int index
    required property string heading
    required property string question
    required property string answer
    required property int ordinal
    required property bool typed
    property bool last: false
    readonly property bool isHeading: heading.length > 0

    height: (isHeading ? title.height : Math.max(asked.height, answered.height)) + Theme.px(isHeading ? 22 : 24)
    Accessible.role: Accessible.ListItem
    Accessible.name: isHeading ? heading : Words.field(question) + "，" + answer

    Label {
        id: title
        visible: row.isHeading
        y: Theme.px(14)
        width: parent.width
        text: row.heading
        font.pixelSize: Theme.smallCardTitle
        font.bold: true
        Accessible.ignored: true
    }
    Label {
        id: asked
        visible: !row.isHeading
        y: Theme.px(12)
        width: parent.width * 0.42
        text: Words.field(row.question)
        color: Theme.ink2
        Accessible.ignored: true
    }
    Row {
        id: answered
        visible: !row.isHeading
        x: parent.width * 0.42 + Theme.px(24)
        y: Theme.px(11)
        width: parent.width - x
        spacing: Theme.px(10)
        Icon {
            id: face
            readonly property bool shown: row.ordinal >= 1 && row.ordinal <= 5
            visible: shown
            anchors.verticalCenter: parent.verticalCenter
            name: "face-" + (shown ? row.ordinal : 3)
            size: Math.round(Theme.body * 1.6)
            color: Theme.faceLine(shown ? row.ordinal : 3)
            fill: Theme.faceFill(shown ? row.ordinal : 3)
        }
        Label {
            width: parent.width - (face.visible ? face.width + parent.spacing : 0)
            anchors.verticalCenter: parent.verticalCenter
            text: row.answer
            font.bold: row.typed
            font.pixelSize: row.typed ? Theme.smallCardTitle : Theme.body
            Accessible.ignored: true
        }
    }
    Rectangle {
        visible: !row.last && !row.isHeading
        y: parent.height - 1
        width: parent.width
        height: 1
        color: Theme.line
    }
}

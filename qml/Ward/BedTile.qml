// SPDX-License-Identifier: GPL-3.0-or-later
// One bed of the round: its number, who lies there as far as is known, today's visit, the card.
import QtQuick
import QtQuick.Templates as T
import Lianxin.Controls
import Lianxin.Ward

T.AbstractButton {
    id: tile

    required property string bedId
    required property string label
    required property string number
    required property string patientRef
    required property int dayOfStay
    required property int seen
    required property bool free
    required property bool draft
    required property bool cardGiven
    readonly property bool undone: !free && (draft || seen === 0)
    readonly property string dayText: dayOfStay > 0 ? qsTr("入院第 %1 天").arg(dayOfStay) : ""
    readonly property string seenText: free && !draft ? qsTr("空床") : draft ? qsTr("填了一半") : words.seen[seen]
    readonly property string cardText: cardGiven ? qsTr("已发") : qsTr("未发卡")
    readonly property color seenColor: free && !draft ? Theme.ink3 : draft ? Theme.info : [Theme.ink, Theme.ok, Theme.danger, Theme.warn][seen]

    WardWords {
        id: words
    }
    Accessible.role: Accessible.Button
    Accessible.name: [label, patientRef, dayText, seenText, free ? "" : cardGiven ? qsTr("已发卡") : cardText].filter(part => part.length > 0).join(qsTr("，"))
    Accessible.onPressAction: clicked()

    background: Item {
        Card {
            visible: tile.undone || tile.draft
            anchors.fill: parent
            color: tile.down ? Theme.sunken : Theme.surface
            lineColor: tile.draft ? Theme.info : Theme.lineStrong
            lineWidth: tile.draft ? Theme.px(3) : Theme.px(2)
        }
        Rectangle {
            visible: !(tile.undone || tile.draft)
            anchors.fill: parent
            radius: Theme.cardRadius
            color: tile.down ? Theme.sunken : Theme.done
            border.width: 1
            border.color: Theme.line
        }
        FocusRing {
            shown: tile.visualFocus
            controlRadius: Theme.cardRadius
        }
    }
    contentItem: Item {
        Label {
            id: number
            x: Theme.inset
            y: Theme.unit * 3
            text: tile.number
            font.pixelSize: Theme.figure
            font.bold: true
            color: tile.undone ? Theme.ink : Theme.ink2
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
        Label {
            id: unit
            visible: tile.number !== tile.label
            anchors.left: number.right
            anchors.leftMargin: Theme.unit
            anchors.baseline: number.baseline
            text: qsTr("床")
            color: Theme.ink2
            Accessible.ignored: true
        }
        Column {
            anchors.left: unit.right
            anchors.leftMargin: Theme.unit * 2
            anchors.right: parent.right
            anchors.rightMargin: Theme.inset
            y: Theme.unit * 5
            Label {
                width: parent.width
                horizontalAlignment: Text.AlignRight
                text: tile.patientRef
                font.bold: tile.undone
                color: tile.undone ? Theme.ink : Theme.ink2
                wrapMode: Text.NoWrap
                elide: Text.ElideLeft
                Accessible.ignored: true
            }
            Label {
                width: parent.width
                horizontalAlignment: Text.AlignRight
                text: tile.dayText
                font.pixelSize: Theme.caption
                color: Theme.ink2
                wrapMode: Text.NoWrap
                elide: Text.ElideLeft
                Accessible.ignored: true
            }
        }
        Row {
            x: Theme.inset
            anchors.bottom: parent.bottom
            anchors.bottomMargin: Theme.unit * 4
            spacing: Theme.unit * 2
            Icon {
                visible: !tile.free || tile.draft
                name: tile.draft ? "pencil" : words.seenIcons[tile.seen]
                color: tile.seenColor
                anchors.verticalCenter: parent.verticalCenter
            }
            Label {
                text: tile.seenText
                font.bold: !tile.free || tile.draft
                color: tile.seenColor
                Accessible.ignored: true
            }
        }
        Row {
            visible: !tile.free
            anchors.right: parent.right
            anchors.rightMargin: Theme.inset
            anchors.bottom: parent.bottom
            anchors.bottomMargin: Theme.unit * 4
            spacing: Theme.unit * 2
            Icon {
                name: "card"
                color: tile.cardGiven ? Theme.ink2 : Theme.accent
                anchors.verticalCenter: parent.verticalCenter
            }
            Label {
                text: tile.cardText
                font.bold: !tile.cardGiven
                color: tile.cardGiven ? Theme.ink2 : Theme.accent
                Accessible.ignored: true
            }
        }
    }
}

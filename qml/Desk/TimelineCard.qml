// SPDX-License-Identifier: GPL-3.0-or-later
// What happened to a matter, newest first.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin.Controls
import Lianxin.Desk

Card {
    id: card

    required property MatterSheet matter
    signal decide(string field)

    implicitHeight: body.height + 2 * Theme.inset

    Column {
        id: body
        x: Theme.inset
        y: Theme.inset
        width: parent.width - 2 * x
        Item {
            width: parent.width
            height: title.height + Theme.px(14)
            Label {
                id: title
                text: qsTr("办理经过")
                font.pixelSize: Theme.section
                font.bold: true
                wrapMode: Text.NoWrap
                Accessible.role: Accessible.Heading
            }
            Label {
                anchors.right: parent.right
                anchors.baseline: title.baseline
                text: qsTr("共 %1 条，新的在前").arg(card.matter.timeline.count)
                font.pixelSize: Theme.caption
                color: Theme.ink2
                wrapMode: Text.NoWrap
            }
        }
        Repeater {
            model: card.matter.timeline
            TimelineItem {
                width: body.width
                last: index === card.matter.timeline.count - 1
                origin: card.matter.origin
                onDecide: card.decide(field)
            }
        }
    }
}

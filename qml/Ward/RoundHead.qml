// SPDX-License-Identifier: GPL-3.0-or-later
// How far today's round is, and which beds are shown.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Lianxin.Controls
import Lianxin.Ward

Column {
    id: head

    required property BedList beds
    required property bool canPage
    required property bool atTop
    required property bool atEnd
    signal paged(bool down)
    readonly property int done: beds.inUse - beds.notYet
    readonly property list<string> words: [qsTr("全部 %1").arg(beds.beds), qsTr("未访 %1").arg(beds.notYet), qsTr("已访 %1").arg(beds.visited), qsTr("拒绝 %1").arg(beds.refused), qsTr("外出 %1").arg(beds.absent)]

    spacing: Theme.unit * 3

    component PageButton: T.AbstractButton {
        id: button
        required property string iconName
        width: Theme.target
        height: Theme.target
        Accessible.role: Accessible.Button
        Accessible.name: text
        Accessible.onPressAction: clicked()
        background: Rectangle {
            radius: Theme.controlRadius
            color: button.down ? Theme.sunken : Theme.surface
            border.width: Theme.edge
            border.color: button.enabled ? Theme.lineStrong : Theme.line
            FocusRing {
                shown: button.visualFocus
                controlRadius: Theme.controlRadius
            }
        }
        contentItem: Item {
            Icon {
                anchors.centerIn: parent
                name: button.iconName
                color: button.enabled ? Theme.primary : Theme.lineStrong
            }
        }
    }
    Item {
        width: parent.width
        height: Theme.target
        Label {
            id: title
            anchors.verticalCenter: parent.verticalCenter
            text: qsTr("今日查房")
            font.pixelSize: Theme.title
            font.bold: true
            wrapMode: Text.NoWrap
            Accessible.role: Accessible.Heading
        }
        Label {
            id: facts
            anchors.left: title.right
            anchors.leftMargin: Theme.margin
            anchors.verticalCenter: parent.verticalCenter
            text: head.beds.staysKnown ? qsTr("在院 %1，已访 %2，未访 %3").arg(head.beds.inUse).arg(head.beds.visited).arg(head.beds.notYet) : qsTr("床位 %1，已访 %2，未访 %3").arg(head.beds.inUse).arg(head.beds.visited).arg(head.beds.notYet)
            color: Theme.ink2
            wrapMode: Text.NoWrap
            // The filters below say the same numbers.
            visible: x + implicitWidth + Theme.margin <= pages.x + (pages.visible ? 0 : pages.width)
        }
        Rectangle {
            visible: facts.visible && width > Theme.px(80)
            anchors.left: facts.right
            anchors.leftMargin: Theme.margin
            anchors.right: pages.left
            anchors.rightMargin: pages.visible ? Theme.margin : 0
            anchors.verticalCenter: parent.verticalCenter
            height: Theme.px(12)
            radius: height / 2
            color: Theme.line
            Accessible.role: Accessible.ProgressBar
            Accessible.name: qsTr("今日查房，%1 床做完了 %2 床").arg(head.beds.inUse).arg(head.done)
            Rectangle {
                visible: head.done > 0
                width: Math.max(height, head.beds.inUse > 0 ? parent.width * head.done / head.beds.inUse : 0)
                height: parent.height
                radius: parent.radius
                color: Theme.primary
            }
        }
        Row {
            id: pages
            visible: head.canPage
            anchors.right: parent.right
            width: visible ? implicitWidth : 0
            spacing: Theme.unit * 2
            PageButton {
                iconName: "up"
                text: qsTr("往上看")
                enabled: !head.atTop
                onClicked: head.paged(false)
            }
            PageButton {
                iconName: "down"
                text: qsTr("往下看")
                enabled: !head.atEnd
                onClicked: head.paged(true)
            }
        }
    }
    Flow {
        id: choices
        width: parent.width
        spacing: Theme.unit * 2
        Repeater {
            model: head.words.length
            Pill {
                required property int index
                text: head.words[index]
                chosen: head.beds.filter === index
                onClicked: head.beds.filter = index
            }
        }
        Toggle {
            id: cardsOnly
            width: choices.width - used > implicitWidth ? choices.width - used : choices.width
            readonly property real used: {
                let sum = 0;
                for (let i = 0; i < choices.children.length; ++i)
                    if (choices.children[i] !== cardsOnly && choices.children[i].visible)
                        sum += choices.children[i].width + choices.spacing;
                return sum;
            }
            text: qsTr("只看没发连心卡的（%1）").arg(head.beds.withoutCard)
            on: head.beds.onlyWithoutCard
            onClicked: head.beds.onlyWithoutCard = !head.beds.onlyWithoutCard
        }
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
// Asks whether somebody is still there, and says what happens when nobody answers.
import QtQuick
import Lianxin.Controls

FocusScope {
    id: overlay

    required property int secondsLeft
    required property int countFrom
    signal stays
    signal leaves

    /// The ring stands left of the words where the screen is low.
    readonly property bool landscape: width > height
    readonly property bool spoken: secondsLeft === 30 || secondsLeft === 10

    Accessible.role: Accessible.AlertMessage
    Accessible.name: spoken ? question.text + " " + consequence.text : question.text

    Rectangle {
        anchors.fill: parent
        color: Theme.scrim
        MouseArea {
            anchors.fill: parent
        }
    }
    Rectangle {
        anchors.centerIn: parent
        width: Math.min(parent.width - 2 * Theme.margin, Theme.px(overlay.landscape ? 1500 : 952))
        height: column.y + column.height + Theme.unit * 7
        radius: Theme.cardRadius
        color: Theme.surface
        border.width: 1
        border.color: Theme.lineStrong
        CountRing {
            id: ring
            x: overlay.landscape ? Theme.unit * 8 : (parent.width - width) / 2
            y: Theme.unit * 7 + (overlay.landscape ? (column.height - height) / 2 : 0)
            secondsLeft: overlay.secondsLeft
            countFrom: overlay.countFrom
        }
        Column {
            id: column
            y: Theme.unit * 7 + (overlay.landscape ? 0 : ring.height + Theme.unit * 4)
            x: overlay.landscape ? ring.x + ring.width + Theme.unit * 8 : Theme.unit * 8
            width: parent.width - x - Theme.unit * 8
            spacing: Theme.unit * 4
            Label {
                id: question
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                text: qsTr("您还在吗？")
                font.family: Theme.serifFamily
                font.bold: true
                font.pixelSize: Theme.greeting
            }
            Label {
                id: consequence
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                text: Theme.isElder ? words.replace("\n", "") : words
                readonly property string words: qsTr("时间到了，这一页会清空，\n您填的内容不会提交，别人也看不到。")
                color: Theme.ink2
                lineHeight: 1.2
            }
            MainButton {
                width: parent.width
                focus: true
                text: qsTr("我还在，接着填")
                onClicked: overlay.stays()
            }
            SecondButton {
                width: parent.width
                quiet: true
                text: qsTr("不填了，清空并回到首页")
                onClicked: overlay.leaves()
            }
        }
    }
    Component.onCompleted: forceActiveFocus()
}

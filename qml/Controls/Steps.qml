// SPDX-License-Identifier: GPL-3.0-or-later
// Numbered steps with words: which are done, where one is, which come.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin.Controls

Row {
    id: steps

    required property list<string> words
    /// From 0.
    required property int current
    readonly property int circle: Theme.px(Theme.isElder ? 60 : 52)

    Accessible.role: Accessible.StaticText
    Accessible.name: qsTr("第 %1 步，共 %2 步：%3").arg(current + 1).arg(words.length).arg(words[current])

    Repeater {
        model: steps.words.length
        Item {
            id: step
            required property int index
            readonly property bool done: index < steps.current
            readonly property bool here: index === steps.current
            readonly property bool last: index === steps.words.length - 1
            width: last ? circle.width + words.width + Theme.unit * 2 : Math.round((steps.width - lastRoom.width) / (steps.words.length - 1))
            height: circle.height
            Rectangle {
                id: circle
                width: steps.circle
                height: width
                radius: width / 2
                color: step.done || step.here ? Theme.primary : Theme.surface
                border.width: step.done || step.here ? 0 : Theme.px(3)
                border.color: Theme.lineStrong
                Icon {
                    visible: step.done
                    anchors.centerIn: parent
                    name: "tick"
                    color: Theme.surface
                    size: Math.round(parent.width * 0.6)
                }
                Label {
                    visible: !step.done
                    anchors.centerIn: parent
                    text: step.index + 1
                    font.bold: true
                    font.pixelSize: Theme.px(28)
                    color: step.here ? Theme.surface : Theme.ink3
                    Accessible.ignored: true
                }
            }
            Label {
                id: words
                anchors.left: circle.right
                anchors.leftMargin: Theme.unit * 1.5
                anchors.verticalCenter: circle.verticalCenter
                text: steps.words[step.index]
                visible: !Theme.isElder || step.here
                font.pixelSize: Theme.caption
                font.bold: step.here
                color: step.done || step.here ? Theme.ink : Theme.ink3
                wrapMode: Text.NoWrap
                Accessible.ignored: true
            }
            Rectangle {
                visible: !step.last
                anchors.left: words.visible ? words.right : circle.right
                anchors.leftMargin: Theme.unit * 2
                anchors.right: parent.right
                anchors.rightMargin: Theme.unit * 2
                anchors.verticalCenter: circle.verticalCenter
                height: Theme.px(3)
                color: step.done ? Theme.primary : Theme.line
            }
        }
    }
    TextMetrics {
        id: lastWords
        font.family: Theme.sansFamily
        font.pixelSize: Theme.caption
        font.bold: true
        text: steps.words[steps.words.length - 1]
    }
    QtObject {
        id: lastRoom
        readonly property real width: steps.circle + lastWords.advanceWidth + Theme.unit * 2
    }
}

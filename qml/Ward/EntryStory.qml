// SPDX-License-Identifier: GPL-3.0-or-later
// What the person tells, by the short list of prompts: what, when, where, who, wish (R-113).
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin.Controls
import Lianxin.Ward

Column {
    id: story

    required property ReceiverEntry entry
    readonly property real half: Theme.isElder ? width : (width - Theme.gutter) / 2

    spacing: Theme.unit * 5

    WardWords {
        id: words
    }
    component Choices: Column {
        id: choices
        required property string label
        required property var answers
        required property int current
        signal chosen(int index)
        width: parent?.width ?? 0
        spacing: Theme.unit * 2
        Label {
            text: choices.label
            font.bold: true
        }
        Flow {
            width: parent.width
            spacing: Theme.unit * 2
            Repeater {
                model: choices.answers.length
                Pill {
                    required property int index
                    padding: Theme.unit * 4
                    answer: true
                    text: choices.answers[index]
                    chosen: choices.current === index
                    Accessible.name: qsTr("%1：%2").arg(choices.label).arg(text)
                    onClicked: choices.chosen(chosen ? -1 : index)
                }
            }
        }
    }
    Choices {
        label: qsTr("是哪一类")
        answers: words.kinds.slice(0, 7)
        current: words.kindCodes.indexOf(story.entry.kind)
        onChosen: index => story.entry.kind = index < 0 ? "" : words.kindCodes[index]
    }
    TextBox {
        width: parent.width
        height: Theme.px(Theme.isElder ? 300 : 216)
        label: qsTr("什么事，照原话记")
        labelShown: true
        helper: story.entry.content.length > 0 ? qsTr("还没有保存") : qsTr("先听完，再记经过")
        text: story.entry.content
        onEdited: text => story.entry.content = text
    }
    Choices {
        label: qsTr("什么时候")
        answers: [qsTr("今天"), qsTr("昨天"), qsTr("前天")]
        current: story.entry.daysAgo
        onChosen: index => story.entry.daysAgo = index
    }
    Grid {
        width: parent.width
        columns: Theme.isElder ? 1 : 2
        columnSpacing: Theme.gutter
        rowSpacing: Theme.unit * 4
        LineField {
            width: story.half
            label: qsTr("在哪里")
            text: story.entry.place
            onEdited: text => story.entry.place = text
        }
        LineField {
            width: story.half
            label: qsTr("和谁有关")
            text: story.entry.respondent
            onEdited: text => story.entry.respondent = text
        }
    }
    LineField {
        width: parent.width
        label: qsTr("希望怎么办")
        text: story.entry.wish
        mostCharacters: 200
        onEdited: text => story.entry.wish = text
    }
    Choices {
        readonly property list<string> codes: ["patient", "family", "staff", "other"]
        label: qsTr("谁来说的")
        answers: [qsTr("患者"), qsTr("家属"), qsTr("职工"), qsTr("其他人")]
        current: codes.indexOf(story.entry.complainantType)
        onChosen: index => story.entry.complainantType = index < 0 ? "" : codes[index]
    }
    Grid {
        width: parent.width
        columns: Theme.isElder ? 1 : 2
        columnSpacing: Theme.gutter
        rowSpacing: Theme.unit * 4
        LineField {
            width: story.half
            label: qsTr("怎么称呼，可以不留")
            text: story.entry.name
            onEdited: text => story.entry.name = text
        }
        LineField {
            width: story.half
            label: qsTr("电话，可以不留")
            hints: Qt.ImhDialableCharactersOnly
            text: story.entry.phone
            onEdited: text => story.entry.phone = text
        }
    }
}

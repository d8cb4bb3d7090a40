// SPDX-License-Identifier: GPL-3.0-or-later
// One row of a form: its words, unless they stand as the page's title, and the control that asks for it.
import QtQuick
import Lianxin.Controls

FocusScope {
    id: formRow

    required property FormSitting sitting
    required property int row
    required property string kind
    required property string words
    required property string hint
    required property bool isLead
    required property bool isRequired
    required property bool isMany
    required property list<string> optionWords
    required property var chosenOptions
    required property int faces
    required property string typed
    required property string problem
    required property int mostCharacters
    required property real least
    required property real greatest
    required property real step
    /// A long text takes so much, where a page has it to give; 0: what is usual.
    property real textRoom: 0

    readonly property var controls: ({
            "faces": "FormFaces",
            "choice": "FormChoice",
            "open": "FormChoice",
            "search": "FormSearch",
            "boolean": "FormYesNo",
            "number": "FormLine",
            "line": "FormLine",
            "date": "FormLine",
            "slider": "FormSlider",
            "text": "FormText",
            "copies": "FormCopies",
            "refused": "FormRefused"
        })
    readonly property var problems: ({
            "unanswered": qsTr("这一题要选一个答案"),
            "wrong-type": qsTr("写法不对，请看提示"),
            "too-long": qsTr("写得太长了"),
            "too-short": qsTr("再写几个字"),
            "too-small": qsTr("太小了"),
            "too-large": qsTr("太大了"),
            "too-few": qsTr("再选几个"),
            "too-many": qsTr("选得太多了")
        })
    readonly property string problemWords: problem.length === 0 ? "" : problems[problem] ?? qsTr("这一题的答案不合适")

    height: control.y + control.height

    Label {
        id: question
        visible: !formRow.isLead
        width: parent.width
        text: formRow.words
        font.pixelSize: formRow.kind === "display" ? Theme.body : Theme.section
        font.bold: formRow.kind !== "display"
        color: formRow.kind === "display" ? Theme.ink2 : Theme.ink
    }
    Label {
        id: remark
        anchors.top: question.visible ? question.bottom : parent.top
        visible: formRow.problemWords.length > 0 || formRow.isMany
        width: parent.width
        text: formRow.problemWords.length > 0 ? formRow.problemWords : qsTr("可以选几个，也可以不选")
        color: formRow.problemWords.length > 0 ? Theme.danger : Theme.ink3
        font.pixelSize: Math.round((Theme.body + Theme.caption) / 2)
    }
    Loader {
        id: control
        focus: true
        y: remark.visible ? remark.y + remark.height + Theme.unit * 2 : question.visible ? question.height + Theme.unit * 2 : 0
        width: parent.width
        Component.onCompleted: {
            if (formRow.controls[formRow.kind])
                setSource(formRow.controls[formRow.kind] + ".qml", {
                    "formRow": formRow
                });
        }
    }
}

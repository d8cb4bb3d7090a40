// SPDX-License-Identifier: GPL-3.0-or-later
// The patient's questions, one a page, in big words. A questionnaire takes its place between the head and the
// foot in the same way: something to answer, of which `room` is known.
import QtQuick
import Lianxin.Controls
import Lianxin.Ward

FocusScope {
    id: questions

    required property WardFace ward
    required property bool keyboardOpen
    readonly property BedsideForm form: ward.bedside
    readonly property int count: 2
    readonly property bool last: at === count - 1
    readonly property list<string> asks: [qsTr("这次住院，您有什么意见？"), qsTr("您希望我们怎么改进？")]
    readonly property list<string> hints: [qsTr("治疗、护理、饮食、环境、收费，都可以说。没有就不写。"), qsTr("想到什么写什么。没有就不写。")]
    readonly property int side: Theme.px(width < Theme.px(1000) ? 40 : 64)
    property int at: 0

    Item {
        id: progress
        visible: !questions.keyboardOpen
        x: questions.side
        y: visible ? Theme.px(28) : 0
        width: questions.width - 2 * x
        height: visible ? place.height : 0
        Label {
            id: place
            text: qsTr("第 %1 题").arg(questions.at + 1)
            font.pixelSize: Theme.cardTitle
            font.bold: true
            color: Theme.primary
        }
        Label {
            id: total
            anchors.left: place.right
            anchors.leftMargin: Theme.unit * 4
            anchors.baseline: place.baseline
            text: qsTr("共 %1 题").arg(questions.count)
            font.pixelSize: Theme.cardTitle
            color: Theme.ink2
        }
        Segments {
            anchors.left: total.right
            anchors.leftMargin: Theme.px(32)
            anchors.right: parent.right
            anchors.verticalCenter: place.verticalCenter
            height: Theme.px(12)
            count: questions.count
            filled: questions.at + 1
        }
    }
    Label {
        id: question
        x: questions.side
        anchors.top: progress.bottom
        anchors.topMargin: Theme.px(questions.keyboardOpen ? 12 : 28)
        width: questions.width - 2 * x
        text: questions.asks[questions.at]
        font.pixelSize: Theme.px(questions.keyboardOpen ? 34 : Theme.isElder ? 68 : Theme.textSize === Theme.Large ? 60 : 52)
        font.bold: true
        Accessible.role: Accessible.Heading
    }
    Label {
        id: hint
        visible: !questions.keyboardOpen
        x: questions.side
        anchors.top: question.bottom
        anchors.topMargin: Theme.unit * 2
        width: questions.width - 2 * x
        text: questions.hints[questions.at]
        font.pixelSize: Theme.px(Theme.isElder ? 34 : 28)
        color: Theme.ink2
    }
    TextBox {
        id: box
        x: questions.side
        anchors.top: hint.visible ? hint.bottom : question.bottom
        anchors.topMargin: Theme.px(questions.keyboardOpen ? 8 : 20)
        anchors.bottom: fault.visible ? fault.top : foot.top
        anchors.bottomMargin: Theme.px(questions.keyboardOpen ? 8 : 20)
        width: questions.width - 2 * x
        focus: true
        textSize: Theme.px(Theme.isElder ? 40 : 34)
        label: questions.asks[questions.at]
        text: questions.at === 0 ? questions.form.opinions : questions.form.suggestions
        onEdited: text => {
            if (questions.at === 0)
                questions.form.opinions = text;
            else
                questions.form.suggestions = text;
        }
    }
    Banner {
        id: fault
        visible: questions.form.saving.fault !== Saving.NoFault
        x: questions.side
        anchors.bottom: foot.top
        anchors.bottomMargin: Theme.unit * 3
        width: questions.width - 2 * x
        title: [qsTr("没有保存"), qsTr("没有保存：这台机器的硬盘满了"), qsTr("没有保存：这台机器的硬盘坏了"), qsTr("没有保存：有的内容机器不认")][questions.form.saving.fault]
        detail: qsTr("您写的字还在屏幕上。请叫护士，别关机。")
    }
    Rectangle {
        id: foot
        anchors.bottom: parent.bottom
        width: parent.width
        height: Theme.px(questions.keyboardOpen ? 88 : 120)
        color: Theme.surface
        Rectangle {
            width: parent.width
            height: 1
            color: Theme.line
        }
        SecondButton {
            visible: questions.at > 0
            x: questions.side
            anchors.verticalCenter: parent.verticalCenter
            width: Math.max(implicitWidth, Theme.px(220))
            height: Theme.px(questions.keyboardOpen ? 72 : 80)
            iconBefore: "back"
            textSize: Theme.px(28)
            text: qsTr("上一题")
            onClicked: questions.at -= 1
        }
        MainButton {
            anchors.right: parent.right
            anchors.rightMargin: questions.side
            anchors.verticalCenter: parent.verticalCenter
            width: Math.max(implicitWidth, Theme.px(380))
            height: Theme.px(questions.keyboardOpen ? 72 : 80)
            textSize: Theme.px(32)
            busy: questions.form.saving.busy
            iconAfter: questions.last ? "" : "next"
            text: !questions.last ? qsTr("下一题") : busy ? qsTr("正在保存") : qsTr("填好了，交给医院")
            onClicked: {
                if (questions.last)
                    questions.ward.handIn();
                else
                    questions.at += 1;
            }
        }
    }
}

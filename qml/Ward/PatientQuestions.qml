// SPDX-License-Identifier: GPL-3.0-or-later
// The opinion form in a patient's hands (R-080), as the office published it, a question a page.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin.Controls
import Lianxin.Ward

FocusScope {
    id: questions

    required property WardFace ward
    required property bool keyboardOpen
    readonly property BedsideForm form: ward.bedside
    readonly property FormSitting sitting: form.sitting
    readonly property int side: Theme.px(width < Theme.px(1000) ? 40 : 64)
    readonly property bool alone: rows.count === 1

    function scrollUp() {
        view.contentY = 0;
    }

    Item {
        id: progress
        visible: !questions.keyboardOpen && questions.sitting.isOpen
        x: questions.side
        y: visible ? Theme.unit * (Theme.isElder ? 4 : 6) : 0
        width: questions.width - 2 * x
        height: visible ? place.height : 0
        Label {
            id: place
            text: qsTr("第 %1 题").arg(questions.sitting.number)
            font.pixelSize: Theme.body
            font.bold: true
            color: Theme.primary
        }
        Label {
            id: total
            anchors.left: place.right
            anchors.leftMargin: Theme.unit * 4
            anchors.baseline: place.baseline
            text: qsTr("共 %1 题").arg(questions.sitting.numbers)
            font.pixelSize: Theme.body
            color: Theme.ink2
        }
        Segments {
            anchors.left: total.right
            anchors.leftMargin: Theme.px(32)
            anchors.right: parent.right
            anchors.verticalCenter: place.verticalCenter
            height: Theme.px(12)
            count: questions.sitting.numbers
            filled: questions.sitting.number
        }
    }
    Title {
        id: question
        visible: questions.sitting.isOpen
        x: questions.side
        anchors.top: progress.bottom
        anchors.topMargin: Theme.unit * (questions.keyboardOpen || Theme.isElder ? 3 : 6)
        width: questions.width - 2 * x
        words: questions.sitting.lead
        font.pixelSize: questions.keyboardOpen ? Theme.section : Theme.title
    }
    Flickable {
        id: view
        anchors.top: question.bottom
        anchors.topMargin: Theme.unit * (questions.keyboardOpen ? 2 : Theme.isElder ? 3 : 6)
        anchors.bottom: fault.visible ? fault.top : foot.top
        anchors.bottomMargin: overflows ? more.height : Theme.unit * 2
        readonly property bool overflows: !questions.keyboardOpen && body.height > foot.y - y + 1
        width: questions.width
        contentHeight: body.height
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        Column {
            id: body
            x: questions.side
            width: view.width - 2 * x
            spacing: Theme.unit * 6
            Repeater {
                id: rows
                model: questions.sitting
                FormRow {
                    width: body.width
                    sitting: questions.sitting
                    textRoom: questions.alone ? view.height - Theme.unit : 0
                }
            }
        }
    }
    WrittenInSight {
        view: view
        writing: questions.keyboardOpen
    }
    ScrollHint {
        id: more
        list: view
        visible: view.overflows
        width: parent.width
        anchors.bottom: fault.visible ? fault.top : foot.top
    }
    EmptyState {
        visible: !questions.sitting.isOpen
        anchors.centerIn: view
        width: view.width - 2 * questions.side
        iconName: "page"
        fact: qsTr("现在没有要填的问卷")
        detail: qsTr("有话想说，可以告诉护士。")
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
    PatientFoot {
        id: foot
        anchors.bottom: parent.bottom
        width: parent.width
        side: questions.side
        low: questions.keyboardOpen
        sitting: questions.sitting
        busy: questions.form.saving.busy
        onBack: {
            questions.sitting.back();
            questions.scrollUp();
        }
        onSkipped: {
            if (!questions.sitting.skip())
                questions.ward.handIn();
            questions.scrollUp();
        }
        onNext: {
            const last = questions.sitting.isLast;
            if (questions.sitting.next() && last)
                questions.ward.handIn();
            questions.scrollUp();
        }
    }
}

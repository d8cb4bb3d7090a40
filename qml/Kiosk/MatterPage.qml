// SPDX-License-Identifier: GPL-3.0-or-later
// Raising a matter: one small task a page. Nothing is required but what it is and what happened.
import QtQuick
import Lianxin.Controls
import Lianxin.Kiosk

InnerPage {
    id: page

    readonly property MatterDraft draft: kiosk.matter
    readonly property list<string> tasks: ["KindTask", "DepartmentTask", "StoryTask", "WhenTask", "WishTask", "ContactTask", "ReviewTask"]
    readonly property list<int> steps: [0, 0, 1, 1, 1, 2, 3]
    readonly property list<string> questions: [qsTr("您想说的是哪一类？"), qsTr("和哪个科室有关？"), qsTr("发生了什么事？"), qsTr("什么时候的事？"), qsTr("您希望我们怎么做？"), qsTr("要留联系方式吗？"), qsTr("请看一遍，没问题就交给我们")]
    readonly property list<string> hints: ["", qsTr("不知道就选“说不清”。"), qsTr("什么时候、在哪里、和谁有关。想到什么写什么。"), qsTr("记个大概就行，也可以跳过。"), qsTr("可以不写。"), qsTr("不留也一样办理，凭回执码查结果。"), ""]
    property int task: 0
    property string complaint: ""
    readonly property StoryTask story: loader.item as StoryTask
    /// Little is left above the keyboard, and the hint makes room first.
    readonly property bool tight: writing && (landscape ? actionsBeside || (story !== null && !staffAsked) : Theme.isElder && !staffAsked)
    readonly property bool staffAsked: story !== null && story.staffAsked

    readonly property list<bool> answered: [draft.kind.length > 0, draft.departmentAnswered, !draft.empty, true, true, draft.contact !== MatterDraft.Unsaid && draft.missingDigits === 0, true]

    title: qsTr("我要反映")
    backText: task > 0 ? qsTr("上一步") : ""
    skipText: task === 3 || task === 4 ? qsTr("跳过") : ""
    nextText: task < 6 ? qsTr("下一步") : qsTr("交给我们")
    nextIcon: task < 6 ? "next" : ""
    busy: kiosk.saving

    function sayWhatIsMissing() {
        complaint = [qsTr("先选一类"), qsTr("先选一个科室，不知道就选“说不清”"), qsTr("先写几句发生了什么"), "", "", draft.missingDigits > 0 ? qsTr("还差 %n 位。已写的号码还在，补上就行。", "", draft.missingDigits) : qsTr("先选留还是不留"), ""][task];
    }
    onBack: {
        complaint = "";
        task -= 1;
        scrollUp();
    }
    onSkipped: {
        task += 1;
        scrollUp();
    }
    onNext: {
        if (!answered[task]) {
            sayWhatIsMissing();
            return;
        }
        complaint = "";
        if (task === 6) {
            kiosk.saveMatter();
        } else {
            task += 1;
            scrollUp();
        }
    }

    head: Column {
        width: parent.width
        spacing: Theme.unit * 3
        Steps {
            visible: !page.landscape && !(page.writing && Theme.isElder)
            width: parent.width
            words: [qsTr("类别"), qsTr("经过"), qsTr("联系"), qsTr("核对")]
            current: page.steps[page.task]
        }
        Title {
            width: parent.width
            words: page.questions[page.task]
        }
        Label {
            width: parent.width
            visible: text.length > 0 && (!page.tight || page.complaint.length > 0)
            text: page.complaint.length > 0 ? page.complaint : page.staffAsked ? qsTr("请叫一位工作人员过来。您说，由工作人员写，写完您看一遍再交。") : page.hints[page.task]
            color: page.complaint.length > 0 ? Theme.danger : Theme.ink2
        }
        SecondButton {
            visible: page.story !== null && !page.staffAsked && !(page.actionsBeside && Theme.isElder)
            iconBefore: "person"
            text: page.draft.receiverNumber.length > 0 ? qsTr("换人代写") : qsTr("请工作人员代写")
            onClicked: page.story.askStaff()
        }
        Banner {
            visible: page.kiosk.fault !== Kiosk.NoFault
            width: parent.width
            title: [qsTr("没有保存"), qsTr("没有保存：这台机器的硬盘满了"), qsTr("没有保存：这台机器的硬盘坏了"), qsTr("没有保存：有的内容机器不认")][page.kiosk.fault]
            detail: qsTr("您写的字还在屏幕上。请叫工作人员，别关机。")
        }
    }

    Loader {
        id: loader
        width: page.bodyWidth
        focus: true
        function show() {
            setSource(page.tasks[page.task] + ".qml", {
                "kiosk": page.kiosk,
                "draft": page.draft,
                "room": Qt.binding(() => page.bodyRoom)
            });
        }
        Component.onCompleted: show()
    }
    onTaskChanged: loader.show()
}

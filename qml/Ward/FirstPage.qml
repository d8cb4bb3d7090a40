// SPDX-License-Identifier: GPL-3.0-or-later
// The first receiver's quick entry (R-111 to R-115): listen, take down, settle it here or lead the person to
// the office.
import QtQuick
import Lianxin.Controls
import Lianxin.Ward

FocusScope {
    id: page

    required property WardFace ward
    readonly property ReceiverEntry entry: ward.entry
    readonly property bool beside: width >= Theme.px(1000) && !Theme.isElder
    readonly property bool overflows: !ward.composer.writing && view.contentHeight > bar.y + 1
    property bool asked: false
    property bool choosing: false
    signal userAsked

    readonly property list<string> lacks: ["", qsTr("先选谁在用这台平板，再保存。"), qsTr("先选是哪一类。"), qsTr("先写几句发生了什么。"), qsTr("先选怎么处理：当场解决，还是请办公室办。"), qsTr("当场解决的，写下是怎么答复的。"), qsTr("请办公室办的，写一句为什么。")]

    Flickable {
        id: view
        anchors.top: parent.top
        anchors.bottom: bar.top
        anchors.bottomMargin: page.overflows ? more.height : 0
        width: parent.width
        contentHeight: grid.y + grid.height + Theme.unit * 6
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        Item {
            id: head
            x: Theme.margin
            y: Theme.unit * 4
            width: view.width - 2 * x
            height: Math.max(title.height, Theme.target)
            Label {
                id: title
                anchors.verticalCenter: parent.verticalCenter
                text: qsTr("首接登记")
                font.pixelSize: Theme.title
                font.bold: true
                Accessible.role: Accessible.Heading
            }
            Label {
                anchors.left: title.right
                anchors.leftMargin: Theme.margin
                anchors.right: empty.left
                anchors.verticalCenter: parent.verticalCenter
                visible: page.width >= Theme.px(1000)
                text: qsTr("谁先接到，谁先听完、记下。能当场解决的当场解决。")
                color: Theme.ink2
                wrapMode: Text.NoWrap
                elide: Text.ElideRight
            }
            SecondButton {
                id: empty
                visible: !page.entry.empty
                width: visible ? implicitWidth : 0
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                quiet: true
                color: Theme.ink2
                text: qsTr("清空重写")
                onClicked: page.entry.discard()
            }
        }
        Grid {
            id: grid
            readonly property real part: page.beside ? (width - columnSpacing) / 2 : width
            x: Theme.margin
            anchors.top: head.bottom
            anchors.topMargin: Theme.unit * 4
            width: view.width - 2 * x
            columns: page.beside ? 2 : 1
            columnSpacing: Theme.margin
            rowSpacing: Theme.unit * 5
            EntryStory {
                width: grid.part
                entry: page.entry
            }
            EntryOutcome {
                width: grid.part
                entry: page.entry
                onDepartmentAsked: page.choosing = true
            }
        }
    }
    WrittenInSight {
        view: view
        writing: page.ward.composer.writing
    }
    ScrollHint {
        id: more
        list: view
        visible: page.overflows
        width: parent.width
        anchors.bottom: bar.top
    }
    FormBar {
        id: bar
        anchors.bottom: parent.bottom
        width: parent.width
        saving: page.entry.saving
        lackText: page.asked ? page.lacks[page.entry.lack] : ""
        onSaved: {
            page.asked = true;
            if (page.entry.lack === ReceiverEntry.LacksWriter)
                page.userAsked();
            page.entry.save();
        }
        DraftNote {
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width
            drafts: page.ward.drafts
            empty: page.entry.empty
            otherwise: qsTr("保存后交给服务办，断网也能存。")
        }
    }
    DepartmentSheet {
        anchors.fill: parent
        visible: page.choosing
        departments: page.ward.departments
        chosenId: page.entry.departmentId
        onClosed: page.choosing = false
        onChosen: (id, name, headPhone) => {
            page.entry.chooseDepartment(id, name, headPhone);
            page.choosing = false;
        }
    }
}

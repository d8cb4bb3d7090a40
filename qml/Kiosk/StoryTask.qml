// SPDX-License-Identifier: GPL-3.0-or-later
// What happened, in the person's own words; or a member of staff writes for them (R-112), and is on record.
import QtQuick
import Lianxin.Controls
import Lianxin.Kiosk

FocusScope {
    id: task

    required property Kiosk kiosk
    required property MatterDraft draft
    required property real room
    /// The member of staff who was called gives their number first.
    property bool staffAsked: false

    function askStaff() {
        staffAsked = true;
        number.forceActiveFocus();
    }
    function write() {
        staffAsked = false;
        box.forceActiveFocus();
    }
    width: parent?.width ?? 0
    height: staffAsked ? number.height : box.height
    focus: true

    TextBox {
        id: box
        visible: !task.staffAsked
        width: parent.width
        height: Math.max(Theme.body * 6, task.room - Theme.unit * 4)
        focus: true
        label: qsTr("发生了什么事")
        helper: task.draft.receiverNumber.length > 0 ? qsTr("工作人员 %1 代写，还没有提交").arg(task.draft.receiverNumber) : qsTr("还没有提交")
        text: task.draft.content
        onEdited: text => task.draft.content = text
    }
    StaffNumber {
        id: number
        visible: task.staffAsked
        width: parent.width
        draft: task.draft
        onDone: task.write()
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
// What stands in the hospital's complaint register of this matter, and what it still lacks.
import QtQuick
import Lianxin.Controls
import Lianxin.Desk

Card {
    id: card

    required property MatterSheet matter

    function lacks(field: string): bool {
        return matter.missing.includes(field);
    }

    implicitHeight: body.height + 2 * Theme.inset

    Column {
        id: body
        x: Theme.inset
        y: Theme.inset
        width: parent.width - 2 * x
        spacing: Theme.px(14)
        Label {
            width: parent.width
            text: qsTr("登记表")
            font.pixelSize: Theme.section
            font.bold: true
            Accessible.role: Accessible.Heading
        }
        RegisterLine {
            width: parent.width
            name: Words.field("complaint_time")
            text: Words.time(card.matter.complaintTime)
            lacking: card.lacks("complaint_time")
        }
        RegisterLine {
            width: parent.width
            name: Words.field("problem")
            text: card.matter.problem
            lacking: card.lacks("problem")
        }
        RegisterLine {
            width: parent.width
            name: Words.field("respondent")
            text: card.matter.respondent.length > 0 ? card.matter.respondent : card.matter.respondentUnnamed ? qsTr("本人没有指明") : ""
            lacking: card.lacks("respondent")
        }
        RegisterLine {
            width: parent.width
            visible: text.length > 0
            name: Words.field("opinion")
            text: card.matter.opinion
        }
        RegisterLine {
            width: parent.width
            visible: text.length > 0
            name: Words.field("suggestion")
            text: card.matter.suggestion
        }
    }
}

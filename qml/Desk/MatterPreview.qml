// SPDX-License-Identifier: GPL-3.0-or-later
// The chosen matter beside the list: enough to know it, and its next step.
import QtQuick
import Lianxin.Controls
import Lianxin.Desk

Card {
    id: preview

    required property Desk desk
    required property MatterSheet matter

    Column {
        visible: preview.matter.found
        x: Theme.inset
        y: Theme.inset
        width: parent.width - 2 * x
        spacing: Theme.px(14)
        MatterChips {
            width: parent.width
            matter: preview.matter
        }
        Label {
            width: parent.width
            text: Words.beginning(preview.matter.content)
            font.pixelSize: Theme.section
            font.bold: true
            maximumLineCount: 3
            elide: Text.ElideRight
            Accessible.role: Accessible.Heading
        }
        Label {
            width: parent.width
            text: [Words.time(preview.matter.raisedAt), Words.origin(preview.matter.origin), preview.matter.department].filter(part => part.length > 0).join(qsTr("，"))
            color: Theme.ink2
        }
        Rectangle {
            width: parent.width
            height: 1
            color: Theme.line
        }
        Said {
            width: parent.width
            title: qsTr("患者原话")
            text: preview.matter.content
            maximumLines: 8
        }
        Said {
            width: parent.width
            visible: text.length > 0
            title: qsTr("希望")
            text: preview.matter.demand
            maximumLines: 3
        }
        Said {
            width: parent.width
            visible: text.length > 0
            title: qsTr("登记的问题")
            text: preview.matter.problem
            maximumLines: 4
        }
    }
    Column {
        visible: preview.matter.found
        x: Theme.inset
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.inset
        width: parent.width - 2 * x
        spacing: Theme.unit * 2
        MainButton {
            width: parent.width
            visible: preview.matter.canRegister
            text: qsTr("登记")
            onClicked: preview.desk.openForm()
        }
        SecondButton {
            width: parent.width
            text: preview.matter.inConflict.length > 0 ? qsTr("打开，决定用哪个版本") : qsTr("打开全部")
            onClicked: preview.desk.openMatter(preview.matter.id)
        }
    }
    EmptyState {
        visible: !preview.matter.found
        anchors.centerIn: parent
        width: parent.width - 2 * Theme.inset
        iconName: "page"
        fact: qsTr("选一件，在这里看")
        detail: qsTr("上下键移动，回车打开。")
    }
}

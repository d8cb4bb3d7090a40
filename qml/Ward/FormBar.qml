// SPDX-License-Identifier: GPL-3.0-or-later
// The foot of a form: what is still missing or why nothing was saved, then the save at the right and, left of
// it, what the form puts there.
import QtQuick
import Lianxin.Controls
import Lianxin.Ward

Rectangle {
    id: bar

    required property Saving saving
    required property string lackText
    property string saveText: qsTr("保存")
    default property alias content: left.data
    signal saved

    implicitHeight: Theme.actionBarHeight + notes.height
    color: Theme.surface

    Rectangle {
        width: parent.width
        height: 1
        color: Theme.line
    }
    Column {
        id: notes
        x: Theme.margin
        width: parent.width - 2 * x
        // What an invisible item holds is never visible: this asks what there is to say, not what is seen.
        readonly property bool says: bar.saving.fault !== Saving.NoFault || bar.lackText.length > 0
        topPadding: says ? Theme.unit * 3 : 0
        height: says ? implicitHeight : 0
        Banner {
            id: fault
            visible: bar.saving.fault !== Saving.NoFault
            width: parent.width
            title: [qsTr("没有保存"), qsTr("没有保存：这台机器的硬盘满了"), qsTr("没有保存：这台机器的硬盘坏了"), qsTr("没有保存：有的内容机器不认")][bar.saving.fault]
            detail: qsTr("写的字还在屏幕上。别关机，请找信息科。")
        }
        Label {
            id: lack
            visible: bar.lackText.length > 0
            width: parent.width
            text: bar.lackText
            color: Theme.danger
            font.bold: true
        }
    }
    Item {
        id: left
        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        anchors.right: save.left
        anchors.rightMargin: Theme.gutter
        anchors.bottom: parent.bottom
        height: Theme.actionBarHeight
    }
    MainButton {
        id: save
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        anchors.verticalCenter: left.verticalCenter
        width: Math.max(implicitWidth, Theme.px(bar.width < Theme.px(1000) ? 170 : 224))
        text: bar.saving.busy ? qsTr("正在保存") : bar.saveText
        busy: bar.saving.busy
        onClicked: bar.saved()
    }
}

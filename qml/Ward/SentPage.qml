// SPDX-License-Identifier: GPL-3.0-or-later
// What was saved here, and how far each of it is. Waiting is a normal state.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin.Controls
import Lianxin.Ward

FocusScope {
    id: page

    required property WardFace ward
    readonly property bool overflows: list.contentHeight > height - list.y + 1
    readonly property bool offline: ward.store.link === StoreLink.NotConnected || ward.store.link === StoreLink.NeedsStaff

    SyncWords {
        id: sync
        store: page.ward.store
    }
    Label {
        id: title
        x: Theme.margin
        y: Theme.unit * 6
        text: qsTr("记录")
        font.pixelSize: Theme.title
        font.bold: true
        Accessible.role: Accessible.Heading
    }
    Label {
        anchors.left: title.right
        anchors.leftMargin: Theme.margin
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        anchors.verticalCenter: title.verticalCenter
        text: qsTr("本机 %1 条，服务器收到 %2 条").arg(page.ward.store.saved).arg(page.ward.store.received)
        color: Theme.ink2
        elide: Text.ElideRight
        wrapMode: Text.NoWrap
    }
    Rectangle {
        id: how
        x: Theme.margin
        anchors.top: title.bottom
        anchors.topMargin: Theme.unit * 4
        width: parent.width - 2 * x
        height: Math.max(sentence.height + Theme.unit * 6, carry.visible ? carry.height + Theme.unit * 3 : 0)
        radius: Theme.controlRadius
        color: sync.tint
        Icon {
            id: sign
            x: Theme.inset
            anchors.verticalCenter: parent.verticalCenter
            name: sync.iconName
            color: sync.tone
        }
        Label {
            id: sentence
            anchors.left: sign.right
            anchors.leftMargin: Theme.unit * 3
            anchors.right: carry.visible ? carry.left : parent.right
            anchors.rightMargin: Theme.inset
            anchors.verticalCenter: parent.verticalCenter
            text: sync.kind === 3 ? qsTr("%1，联网后自动送出。").arg(sync.sentence) : qsTr("%1。").arg(sync.sentence)
            color: sync.tone
            font.bold: true
        }
        SecondButton {
            id: carry
            visible: page.offline
            anchors.right: parent.right
            anchors.rightMargin: Theme.unit * 2
            anchors.verticalCenter: parent.verticalCenter
            quiet: true
            iconBefore: "stick"
            text: qsTr("用U盘带走")
            onClicked: {
                sheet.visible = true;
                sheet.forceActiveFocus();
            }
        }
    }
    ListView {
        id: list
        anchors.top: how.bottom
        anchors.topMargin: Theme.unit * 4
        anchors.bottom: parent.bottom
        anchors.bottomMargin: page.overflows ? more.height : 0
        x: Theme.margin
        width: parent.width - 2 * x
        bottomMargin: Theme.margin
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        model: page.ward.sent
        delegate: SentRow {
            width: list.width
            now: page.ward.now
        }
    }
    ScrollHint {
        id: more
        list: list
        visible: page.overflows
        width: parent.width
        anchors.bottom: parent.bottom
    }
    EmptyState {
        visible: list.count === 0
        width: list.width
        x: list.x
        anchors.verticalCenter: list.verticalCenter
        iconName: "inbox"
        fact: qsTr("这台机器还没有记过")
        detail: qsTr("查房和首接保存的，都会列在这里，送到没有一看便知。")
    }
    StickSheet {
        id: sheet
        visible: false
        anchors.fill: parent
        stick: page.ward.stick
        brings: false
        waiting: page.ward.store.waiting
        onClosed: visible = false
    }
}

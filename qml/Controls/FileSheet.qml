// SPDX-License-Identifier: GPL-3.0-or-later
// Chooses a file of this machine, or a folder: the places above, below them what lies in one.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin.Controls

Sheet {
    id: sheet

    required property FolderList list
    /// A folder is chosen, and not a file.
    required property bool choosesFolder
    /// What is listed, or what becomes of it.
    required property string hint
    signal chosen(string path)

    title: choosesFolder ? qsTr("存到哪个文件夹") : qsTr("选一个文件")
    leaveText: qsTr("不选，关上")
    widest: Theme.px(800)

    FileWords {
        id: fileWords
    }
    Timer {
        interval: 2000
        repeat: true
        running: sheet.visible
        triggeredOnStart: true
        onTriggered: sheet.list.look()
    }
    Column {
        width: parent.width
        spacing: Theme.unit * 3
        Label {
            width: parent.width
            text: sheet.hint
            color: Theme.ink2
        }
        Flow {
            width: parent.width
            spacing: Theme.unit * 2
            Repeater {
                model: sheet.list.places
                SecondButton {
                    required property var modelData
                    readonly property bool holds: sheet.list.folder === modelData.path
                    iconBefore: modelData.kind === "stick" ? "stick" : "folder"
                    text: fileWords.place(modelData.kind, modelData.name)
                    edgeColor: holds ? Theme.primary : Theme.line
                    onClicked: sheet.list.open(modelData.path)
                }
            }
        }
        Item {
            width: parent.width
            height: up.height
            SecondButton {
                id: up
                enabled: sheet.list.canGoUp
                quiet: true
                iconBefore: "up"
                text: qsTr("上一级")
                onClicked: sheet.list.goUp()
            }
            Label {
                anchors.left: up.right
                anchors.leftMargin: Theme.unit * 2
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                text: sheet.list.folder
                color: Theme.ink2
                elide: Text.ElideMiddle
                wrapMode: Text.NoWrap
            }
        }
        Rectangle {
            id: box
            readonly property bool overflows: rows.contentHeight > height - 1
            width: parent.width
            // What is below it is to be in sight without scrolling, too.
            height: Math.round(Math.max(Theme.target * 3, Math.min(Theme.target * 7, sheet.height * (sheet.choosesFolder ? 0.26 : 0.36)))) + 2
            color: Theme.surface
            border.width: 1
            border.color: Theme.lineStrong
            ListView {
                id: rows
                anchors.fill: parent
                anchors.margins: 1
                anchors.bottomMargin: box.overflows ? more.height + 1 : 1
                clip: true
                boundsBehavior: Flickable.StopAtBounds
                activeFocusOnTab: true
                model: sheet.list
                Accessible.role: Accessible.List
                Accessible.name: sheet.title
                delegate: FileRow {
                    required property string path
                    width: ListView.view.width
                    words: fileWords
                    enabled: isFolder || !sheet.choosesFolder
                    onClicked: isFolder ? sheet.list.open(path) : sheet.chosen(path)
                }
            }
            ScrollHint {
                id: more
                list: rows
                visible: box.overflows
                x: 1
                width: parent.width - 2
                anchors.bottom: parent.bottom
                anchors.bottomMargin: 1
            }
            Label {
                visible: text.length > 0
                anchors.centerIn: parent
                width: parent.width - Theme.unit * 8
                horizontalAlignment: Text.AlignHCenter
                color: Theme.ink2
                text: sheet.list.looking || sheet.list.count > 0 ? "" : !sheet.list.readable ? qsTr("这个文件夹打不开。U盘可能拔了，换一个地方。") : sheet.choosesFolder ? qsTr("这里是空的，可以存在这里。") : qsTr("这里没有能用的文件，换一个地方看看。")
            }
        }
        Label {
            visible: sheet.list.cut
            width: parent.width
            text: qsTr("文件太多，只列出最新的 %n 个。", "", sheet.list.most)
            font.pixelSize: Theme.caption
            color: Theme.ink2
        }
        MainButton {
            visible: sheet.choosesFolder
            enabled: sheet.list.readable && !busy
            width: parent.width
            text: qsTr("存在这里")
            onClicked: sheet.chosen(sheet.list.folder)
        }
    }
}

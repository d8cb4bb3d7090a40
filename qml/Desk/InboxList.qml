// SPDX-License-Identifier: GPL-3.0-or-later
// A list's table: its head, its rows, and why there are none. Arrow keys move, Enter opens.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin.Controls
import Lianxin.Desk

FocusScope {
    id: table

    required property Inbox inbox
    required property IndexKeeper keeper
    required property Component row
    required property string name
    required property string emptyFact
    default property alias head: headBox.data
    property alias currentIndex: rows.currentIndex
    signal opened(string id)
    signal looked(string id)

    function look() {
        const id = inbox.idAt(rows.currentIndex);
        if (id.length > 0)
            table.looked(id);
    }

    Card {
        anchors.fill: parent
        anchors.bottomMargin: Theme.lift
        Rectangle {
            id: headBox
            x: 1
            y: 1
            width: parent.width - 2
            height: Math.round(Theme.body * 2.6)
            radius: Theme.cardRadius
            color: Theme.done
            Rectangle {
                anchors.bottom: parent.bottom
                width: parent.width
                height: Theme.cardRadius
                color: Theme.done
            }
        }
        Rectangle {
            anchors.top: headBox.bottom
            width: parent.width
            height: 1
            color: Theme.line
        }
        ListView {
            id: rows
            anchors.fill: parent
            anchors.topMargin: headBox.height + 2
            anchors.bottomMargin: Theme.cardRadius / 2
            anchors.leftMargin: 1
            anchors.rightMargin: 1
            clip: true
            focus: true
            activeFocusOnTab: true
            model: table.inbox
            delegate: table.row
            reuseItems: true
            cacheBuffer: Theme.px(280)
            boundsBehavior: Flickable.StopAtBounds
            highlightMoveDuration: 0
            keyNavigationEnabled: true
            pixelAligned: true
            Accessible.role: Accessible.List
            Accessible.name: table.name
            onCurrentIndexChanged: table.look()
            Keys.onReturnPressed: table.opened(table.inbox.idAt(currentIndex))
            Keys.onEnterPressed: table.opened(table.inbox.idAt(currentIndex))
            Keys.onPressed: event => {
                const page = Math.max(1, Math.floor(height / Theme.px(70)));
                if (event.key === Qt.Key_Home)
                    currentIndex = 0;
                else if (event.key === Qt.Key_End)
                    currentIndex = count - 1;
                else if (event.key === Qt.Key_PageDown)
                    currentIndex = Math.min(count - 1, currentIndex + page);
                else if (event.key === Qt.Key_PageUp)
                    currentIndex = Math.max(0, currentIndex - page);
                else
                    return;
                event.accepted = true;
            }
            Connections {
                target: table.inbox
                function onDataChanged() {
                    table.look();
                }
            }
        }
        ScrollBar {
            anchors.right: parent.right
            anchors.rightMargin: Theme.px(3)
            anchors.top: rows.top
            height: rows.height
            view: rows
        }
        EmptyState {
            visible: rows.count === 0 && !table.inbox.looking && table.keeper.waiting === 0
            anchors.centerIn: parent
            width: Math.min(Theme.px(460), parent.width - 2 * Theme.inset)
            iconName: table.inbox.words.length > 0 ? "search" : "inbox"
            fact: table.inbox.words.length > 0 ? qsTr("没有找到“%1”").arg(table.inbox.words) : table.emptyFact
            detail: table.inbox.words.length > 0 ? qsTr("换一个词试试，或清除筛选。") : table.inbox.filtered ? qsTr("清除筛选，就看到全部。") : ""
        }
    }
}

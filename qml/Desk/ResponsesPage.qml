// SPDX-License-Identifier: GPL-3.0-or-later
// What people answered in surveys and at bedsides, newest first.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin.Controls
import Lianxin.Desk

DeskPage {
    id: page

    property bool compact: false

    ListHead {
        id: head
        x: Theme.margin
        y: Theme.px(20)
        width: parent.width - 2 * x
        title: qsTr("评价")
        inbox: page.desk.responses
        keeper: page.desk.keeper
        Chip {
            visible: page.desk.keeper.opinionsWait > 0
            text: qsTr("有话还没开成事项 %1").arg(page.desk.keeper.opinionsWait)
            iconName: "pencil"
            tone: Theme.warn
            tint: Theme.warnTint
        }
    }
    FilterRow {
        id: filters
        x: Theme.margin
        anchors.top: head.bottom
        anchors.topMargin: Theme.px(14)
        width: list.width
        desk: page.desk
        inbox: page.desk.responses
        stateWords: [qsTr("全部"), qsTr("有话还没开成事项")]
        states: [Inbox.All, Inbox.OpinionWaits]
        kindLabel: qsTr("问卷")
        kindCodes: ["outpatient_satisfaction", "inpatient_opinion", "bedside_visit", "discharged_satisfaction", "service_opinion_round"]
        compact: page.compact
        onCompactAsked: compact => page.compact = compact
    }
    Columns {
        id: places
        width: list.width - 2
    }
    InboxList {
        id: list
        x: Theme.margin
        anchors.top: filters.bottom
        anchors.topMargin: Theme.px(16)
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.px(24)
        width: parent.width - 2 * Theme.margin
        focus: true
        name: qsTr("评价")
        inbox: page.desk.responses
        keeper: page.desk.keeper
        emptyFact: qsTr("还没有收到评价")
        onOpened: id => page.desk.openResponse(id)
        row: ResponseRow {
            width: ListView.view.width
            columns: places
            compact: page.compact
            current: ListView.isCurrentItem
            focused: ListView.view.activeFocus
            onClicked: {
                list.currentIndex = index;
                page.desk.openResponse(recordId);
            }
        }
        HeadCell {
            x: places.timeX
            text: qsTr("时间")
        }
        HeadCell {
            x: places.mainX
            text: qsTr("写了什么")
        }
        HeadCell {
            x: places.kindX
            text: qsTr("问卷")
        }
        HeadCell {
            x: places.departmentX
            text: qsTr("有关科室")
        }
        HeadCell {
            x: places.stateX
            text: qsTr("状态")
        }
    }
}

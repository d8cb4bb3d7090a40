// SPDX-License-Identifier: GPL-3.0-or-later
// What narrows a list: state, kind, department; and how much room a row takes.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin.Controls
import Lianxin.Desk

Item {
    id: filters

    required property Desk desk
    required property Inbox inbox
    required property list<string> stateWords
    required property list<int> states
    required property list<string> kindCodes
    property string kindLabel: qsTr("类别")
    property bool compact: false
    signal compactAsked(bool compact)

    readonly property list<string> departmentIds: {
        const ids = [""];
        for (let i = 0; i < departments.count; ++i)
            ids.push((departments.itemAt(i) as DepartmentName)?.departmentId ?? "");
        return ids;
    }
    readonly property list<string> departmentWords: {
        const words = [qsTr("全部")];
        for (let i = 0; i < departments.count; ++i)
            words.push((departments.itemAt(i) as DepartmentName)?.name ?? "");
        return words;
    }

    component DepartmentName: Item {
        required property string departmentId
        required property string name
    }

    implicitHeight: row.height

    Repeater {
        id: departments
        model: filters.desk.directory
        DepartmentName {}
    }
    Row {
        id: row
        spacing: Theme.unit * 2
        DropDown {
            label: qsTr("状态")
            words: filters.stateWords
            chosen: filters.states.indexOf(filters.inbox.state)
            onPicked: index => filters.inbox.state = filters.states[index]
        }
        DropDown {
            label: filters.kindLabel
            words: [qsTr("全部")].concat(filters.kindCodes.map(code => Words.kind(code)))
            chosen: filters.kindCodes.indexOf(filters.inbox.kind) + 1
            onPicked: index => filters.inbox.kind = index === 0 ? "" : filters.kindCodes[index - 1]
        }
        DropDown {
            width: Math.min(implicitWidth, Theme.px(260))
            label: qsTr("科室")
            words: filters.departmentWords
            chosen: Math.max(0, filters.departmentIds.indexOf(filters.inbox.department))
            onPicked: index => filters.inbox.department = filters.departmentIds[index]
        }
        SecondButton {
            visible: filters.inbox.filtered
            quiet: true
            text: qsTr("清除筛选")
            onClicked: filters.inbox.clearFilters()
        }
    }
    SecondButton {
        anchors.right: parent.right
        visible: filters.width > row.width + implicitWidth + Theme.gutter
        quiet: true
        text: filters.compact ? qsTr("行距 紧") : qsTr("行距 宽")
        onClicked: filters.compactAsked(!filters.compact)
    }
}

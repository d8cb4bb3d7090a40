// SPDX-License-Identifier: GPL-3.0-or-later
// A matter in the list: when, what, which kind, whose, where it stands.
import QtQuick
import Lianxin.Controls
import Lianxin.Desk

RowFrame {
    id: row

    required property int index
    required property string recordId
    required property bool loaded
    required property date at
    required property string kind
    required property string stage
    required property bool provisional
    required property int conflicts
    required property string department
    required property string origin
    required property string number
    required property bool anonymous
    required property string title
    required property Columns columns

    readonly property string second: [number, Words.origin(origin), anonymous ? qsTr("匿名") : "", conflicts > 0 ? qsTr("有两个版本待定") : ""].filter(part => part.length > 0).join("   ")

    Accessible.name: loaded ? [title, Words.kind(kind), Words.stage(stage), department, Words.time(at), second].filter(part => part.length > 0).join(qsTr("，")) : qsTr("正在读取")

    contentItem: Item {
        visible: row.loaded
        Cell {
            x: row.columns.timeX
            width: row.columns.timeWidth
            anchors.verticalCenter: parent.verticalCenter
            text: Words.time(row.at)
            color: Theme.ink2
        }
        Column {
            x: row.columns.mainX
            width: row.columns.mainWidth
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.px(2)
            Cell {
                width: parent.width
                text: row.title
                font.bold: true
            }
            Cell {
                width: parent.width
                visible: !row.compact
                text: row.second
                font.pixelSize: Theme.caption
                color: row.conflicts > 0 ? Theme.info : Theme.ink2
            }
        }
        Cell {
            x: row.columns.kindX
            width: row.columns.kindWidth
            anchors.verticalCenter: parent.verticalCenter
            text: Words.kind(row.kind)
        }
        Cell {
            x: row.columns.departmentX
            width: row.columns.departmentWidth
            anchors.verticalCenter: parent.verticalCenter
            text: row.department.length > 0 ? row.department : "—"
            color: row.department.length > 0 ? Theme.ink : Theme.ink3
        }
        Chip {
            x: row.columns.stateX
            anchors.verticalCenter: parent.verticalCenter
            text: row.provisional ? qsTr("%1 · 暂定").arg(Words.stage(row.stage)) : Words.stage(row.stage)
            tone: Words.stageTone(row.stage)
            tint: Words.stageTint(row.stage)
        }
    }
}

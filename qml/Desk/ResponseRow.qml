// SPDX-License-Identifier: GPL-3.0-or-later
// A survey response, or a bedside visit, in the list.
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
    required property string department
    required property string origin
    required property bool hasOpinion
    required property bool linked
    required property real score
    required property string title
    required property Columns columns

    readonly property string state: linked ? qsTr("已开成事项") : hasOpinion ? qsTr("有话要看") : qsTr("没有留言")
    readonly property string mark: score > 0 ? qsTr("平均 %1 分").arg(score.toFixed(1)) : ""

    Accessible.name: loaded ? [title, Words.kind(kind), state, department, Words.time(at), mark].filter(part => part.length > 0).join(qsTr("，")) : qsTr("正在读取")

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
                text: row.hasOpinion ? row.title : qsTr("没有写字，只选了答案")
                font.bold: row.hasOpinion
                color: row.hasOpinion ? Theme.ink : Theme.ink2
            }
            Cell {
                width: parent.width
                visible: !row.compact && text.length > 0
                text: [Words.origin(row.origin), row.mark].filter(part => part.length > 0).join("   ")
                font.pixelSize: Theme.caption
                color: Theme.ink2
            }
        }
        Cell {
            x: row.columns.kindX
            width: row.columns.kindWidth
            anchors.verticalCenter: parent.verticalCenter
            text: Words.survey(row.kind)
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
            text: row.state
            tone: row.linked ? Theme.ok : row.hasOpinion ? Theme.warn : Theme.ink2
            tint: row.linked ? Theme.okTint : row.hasOpinion ? Theme.warnTint : Theme.sunken
        }
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that will be handed in, as it will be read.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin.Controls
import Lianxin.Kiosk

Card {
    id: card

    required property Kiosk kiosk
    required property MatterDraft draft
    required property real room
    readonly property list<string> codes: ["complaint", "suggestion", "consultation", "help_request", "praise"]
    readonly property list<string> kinds: [qsTr("投诉"), qsTr("建议"), qsTr("咨询"), qsTr("求助"), qsTr("表扬")]
    readonly property list<string> parts: [qsTr("上午"), qsTr("下午"), qsTr("晚上")]
    readonly property date day: new Date(kiosk.now.getTime() - Math.max(draft.daysAgo, 0) * 86400000)
    readonly property string when: draft.daysAgo < 0 ? qsTr("没有说") : day.toLocaleDateString(Qt.locale(qsTr("zh_CN")), qsTr("M月d日 dddd")) + (draft.partOfDay < 0 ? "" : " " + parts[draft.partOfDay])

    width: parent?.width ?? 0
    height: rows.height + 2 * Theme.inset

    Column {
        id: rows
        x: Theme.inset
        y: Theme.inset
        width: card.width - 2 * Theme.inset
        spacing: Theme.unit * 3
        readonly property real labelWidth: Math.max(kindRow.labelNeeds, departmentRow.labelNeeds, timeRow.labelNeeds, storyRow.labelNeeds, wishRow.labelNeeds, staffRow.labelNeeds, contactRow.labelNeeds, withheldRow.labelNeeds)
        ReviewRow {
            id: kindRow
            labelWidth: rows.labelWidth
            label: qsTr("类别")
            text: card.kinds[card.codes.indexOf(card.draft.kind)] ?? ""
        }
        ReviewRow {
            id: departmentRow
            labelWidth: rows.labelWidth
            label: qsTr("科室")
            text: card.draft.departmentName.length > 0 ? card.draft.departmentName : qsTr("没有说")
        }
        ReviewRow {
            id: timeRow
            labelWidth: rows.labelWidth
            label: qsTr("时间")
            text: card.when
        }
        ReviewRow {
            id: storyRow
            labelWidth: rows.labelWidth
            label: qsTr("经过")
            text: card.draft.content
        }
        ReviewRow {
            id: wishRow
            labelWidth: rows.labelWidth
            visible: card.draft.wish.length > 0
            label: qsTr("希望")
            text: card.draft.wish
        }
        ReviewRow {
            id: staffRow
            labelWidth: rows.labelWidth
            visible: card.draft.receiverNumber.length > 0
            label: qsTr("代写")
            text: qsTr("工作人员 %1").arg(card.draft.receiverNumber)
        }
        ReviewRow {
            id: contactRow
            labelWidth: rows.labelWidth
            label: qsTr("联系")
            text: card.draft.contact === MatterDraft.WithContact ? [card.draft.name, card.draft.phone].filter(part => part.length > 0).join("  ") || qsTr("没有写") : qsTr("不留姓名")
        }
        ReviewRow {
            id: withheldRow
            labelWidth: rows.labelWidth
            visible: card.draft.contact === MatterDraft.WithContact && (card.draft.nameWithheld || card.draft.unitWithheld)
            label: qsTr("保密")
            text: [card.draft.nameWithheld ? qsTr("姓名") : "", card.draft.unitWithheld ? qsTr("工作单位") : ""].filter(part => part.length > 0).join(qsTr("、"))
        }
    }
}

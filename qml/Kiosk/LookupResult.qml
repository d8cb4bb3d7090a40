// SPDX-License-Identifier: GPL-3.0-or-later
// How far a matter is, what was answered, and when each step was. Nothing that was said, and nobody's name.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin.Controls
import Lianxin.Kiosk

Column {
    id: result

    required property MatterLookup lookup
    readonly property var stageWords: ({
            "draft": qsTr("已经收到"),
            "received": qsTr("已经收到"),
            "registered": qsTr("已经登记"),
            "settled_on_spot": qsTr("当场已经答复"),
            "guided": qsTr("已经告诉您找谁"),
            "classified": qsTr("已经分好类，就要转给科室"),
            "awaiting_order": qsTr("正在等领导批"),
            "awaiting_president": qsTr("正在等院长决定"),
            "dispatched": qsTr("已经转给科室"),
            "in_progress": qsTr("科室正在办理"),
            "plan_in_review": qsTr("正在商量办法"),
            "feedback_in_review": qsTr("正在准备答复"),
            "answered": qsTr("已经答复"),
            "opinion_asked": qsTr("正在征求您的意见"),
            "redo_ordered": qsTr("正在重新办理"),
            "limited_explained": qsTr("条件所限，已经说明"),
            "tracking": qsTr("正在跟踪处理"),
            "rectifying": qsTr("正在整改"),
            "completed": qsTr("已经办结"),
            "archived": qsTr("已经办结"),
            "transferred_out": qsTr("已经转到专门的部门办理"),
            "not_proceeded": qsTr("已经看过，没有进入办理")
        })
    readonly property var stepWords: ({
            "submit": qsTr("您交给了我们"),
            "register": qsTr("登记"),
            "classify": qsTr("分类"),
            "issue_slip": qsTr("转给科室"),
            "confirm_receipt": qsTr("科室签收"),
            "answer": qsTr("答复"),
            "answer_on_spot": qsTr("当场答复"),
            "lead_to_office": qsTr("转到服务办"),
            "ask_opinion": qsTr("征求您的意见"),
            "reissue": qsTr("重新办理"),
            "urge": qsTr("催办"),
            "file": qsTr("归档")
        })

    spacing: Theme.unit * 4

    Card {
        width: result.width
        height: now.height + 2 * Theme.inset
        Column {
            id: now
            x: Theme.inset
            y: Theme.inset
            width: parent.width - 2 * Theme.inset
            spacing: Theme.unit
            Label {
                text: qsTr("现在到了")
                color: Theme.ink2
            }
            Label {
                width: parent.width
                text: result.stageWords[result.lookup.stage] ?? ""
                font.pixelSize: Theme.title
                font.bold: true
                color: Theme.primary
            }
            Label {
                visible: result.lookup.answer.length > 0
                width: parent.width
                topPadding: Theme.unit * 2
                text: qsTr("答复：%1").arg(result.lookup.answer)
            }
        }
    }
    Repeater {
        model: result.lookup.steps.length
        ReviewRow {
            required property int index
            readonly property int place: result.lookup.steps.length - 1 - index
            width: result.width
            label: new Date(result.lookup.times[place]).toLocaleDateString(Qt.locale(qsTr("zh_CN")), qsTr("M月d日"))
            text: result.stepWords[result.lookup.steps[place]] ?? qsTr("办理中")
        }
    }
}

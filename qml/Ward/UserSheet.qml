// SPDX-License-Identifier: GPL-3.0-or-later
// Who holds the tablet, how large its words are, and, where it serves several, which ward.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin.Controls
import Lianxin.Ward

Sheet {
    id: sheet

    required property WardFace ward
    property bool others: false

    title: qsTr("谁在用这台平板")
    leaveText: qsTr("关上")
    widest: Theme.px(640)

    Column {
        width: parent.width
        spacing: Theme.unit * 3
        Label {
            width: parent.width
            text: sheet.ward.staff.count > 0 ? qsTr("保存时记下是谁记的。各人没存完的表分开放，换人不会丢。") : qsTr("还没有工作人员名单。可以照常记，不写是谁记的。")
            color: Theme.ink2
        }
        Repeater {
            model: sheet.ward.staff
            ChoiceTile {
                required property string staffId
                required property string name
                required property bool ofTheWard
                required property int drafts
                visible: ofTheWard || sheet.others || drafts > 0
                width: parent?.width ?? 0
                text: drafts > 0 ? qsTr("%1，有 %2 份没填完").arg(name).arg(drafts) : name
                chosen: sheet.ward.userId === staffId
                onClicked: {
                    sheet.ward.chooseUser(staffId);
                    sheet.closed();
                }
            }
        }
        SecondButton {
            visible: sheet.ward.staff.count > 0 && !sheet.others
            width: parent.width
            quiet: true
            text: qsTr("不是本病区的人")
            onClicked: sheet.others = true
        }
        Column {
            visible: sheet.ward.wards.count > 1
            width: parent.width
            spacing: Theme.unit * 3
            Label {
                text: qsTr("病区")
                font.bold: true
            }
            Repeater {
                model: sheet.ward.wards
                ChoiceTile {
                    required property string wardId
                    required property string name
                    width: parent?.width ?? 0
                    text: name
                    chosen: sheet.ward.wardId === wardId
                    onClicked: sheet.ward.chooseWard(wardId)
                }
            }
        }
        Label {
            text: qsTr("字号")
            font.bold: true
        }
        SwitchBar {
            width: parent.width
            name: qsTr("字号")
            words: [qsTr("标准"), qsTr("大"), qsTr("特大")]
            sizes: [Theme.px(20), Theme.px(24), Theme.px(28)]
            current: Theme.textSize
            onChosen: index => Theme.textSize = index
        }
        Label {
            text: qsTr("语言")
            font.bold: true
        }
        SwitchBar {
            width: parent.width
            name: qsTr("语言")
            words: ["简体中文", "繁體中文", "English"]
            current: sheet.ward.language.index
            onChosen: index => sheet.ward.language.index = index
        }
    }
    onVisibleChanged: others = false
}

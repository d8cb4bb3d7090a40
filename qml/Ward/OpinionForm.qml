// SPDX-License-Identifier: GPL-3.0-or-later
// The opinion and suggestion form (征求意见建议表, R-080), as a member of staff writes it down.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin.Controls
import Lianxin.Ward

Item {
    id: paper

    required property WardFace ward
    /// The texts take what is left of it; 0: as much as they need.
    required property real room
    readonly property BedsideForm form: ward.bedside
    readonly property bool beside: room > 0 && !Theme.isElder
    readonly property real margin: room > 0 ? Theme.px(32) : Theme.margin

    height: column.height + Theme.unit * 8

    Column {
        id: column
        x: paper.margin
        y: Theme.unit * 4
        width: paper.width - 2 * x
        spacing: Theme.unit * 5

        Item {
            width: parent.width
            height: Math.max(title.height, Theme.target)
            Label {
                id: title
                anchors.verticalCenter: parent.verticalCenter
                text: qsTr("征求意见建议表")
                font.pixelSize: Theme.title
                font.bold: true
                Accessible.role: Accessible.Heading
            }
            SecondButton {
                visible: !paper.form.empty
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                quiet: true
                color: Theme.ink2
                text: qsTr("清空重写")
                onClicked: paper.form.discard()
            }
        }
        Column {
            width: parent.width
            spacing: Theme.unit * 3
            Label {
                text: qsTr("说的是哪个环节")
                font.pixelSize: Theme.section
                font.bold: true
            }
            Flow {
                width: parent.width
                spacing: Theme.unit * 2
                Repeater {
                    model: paper.ward.careLinks
                    Pill {
                        required property string code
                        required property string name
                        padding: Theme.unit * 4
                        answer: true
                        text: name
                        chosen: paper.form.careLink === code
                        onClicked: paper.form.careLink = chosen ? "" : code
                    }
                }
            }
        }
        Grid {
            id: texts
            readonly property real part: paper.beside ? (width - columnSpacing) / 2 : width
            readonly property real below: paper.room - y - column.y - Theme.unit * 4
            readonly property real each: Math.max(Theme.px(Theme.isElder ? 300 : 236), paper.beside ? below : 0)
            width: parent.width
            columns: paper.beside ? 2 : 1
            columnSpacing: Theme.gutter
            rowSpacing: Theme.unit * 5
            TextBox {
                width: texts.part
                height: texts.each
                label: qsTr("意见，照患者原话记")
                labelShown: true
                helper: paper.form.opinions.length > 0 ? qsTr("还没有保存") : qsTr("没有就不写")
                text: paper.form.opinions
                onEdited: text => paper.form.opinions = text
            }
            TextBox {
                width: texts.part
                height: texts.each
                label: qsTr("建议，照患者原话记")
                labelShown: true
                helper: paper.form.suggestions.length > 0 ? qsTr("还没有保存") : qsTr("没有就不写")
                text: paper.form.suggestions
                onEdited: text => paper.form.suggestions = text
            }
        }
    }
}

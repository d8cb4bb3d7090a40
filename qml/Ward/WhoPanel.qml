// SPDX-License-Identifier: GPL-3.0-or-later
// Whose bed this is, whether the person was seen today, whether they have a card, and giving them the tablet.
import QtQuick
import Lianxin.Controls
import Lianxin.Ward

Item {
    id: panel

    required property WardFace ward
    required property bool wide
    signal handOverAsked(string filledBy)
    readonly property BedsideForm form: ward.bedside
    readonly property real part: wide ? (width - 3 * Theme.margin) / 2 : width - 2 * Theme.margin

    height: grid.height + Theme.unit * 6

    WardWords {
        id: words
    }
    Grid {
        id: grid
        x: Theme.margin
        y: Theme.unit * 2
        columns: panel.wide ? 2 : 1
        columnSpacing: Theme.margin
        rowSpacing: Theme.unit * 5

        Column {
            width: panel.part
            spacing: Theme.unit
            SecondButton {
                quiet: true
                padding: 0
                iconBefore: "back"
                text: qsTr("床位表")
                onClicked: panel.ward.goTo(WardFace.Beds)
            }
            Row {
                spacing: Theme.unit * 2
                Label {
                    id: number
                    text: panel.form.bedNumber
                    font.pixelSize: Theme.px(Theme.isElder ? 84 : Theme.textSize === Theme.Large ? 80 : 76)
                    font.bold: true
                    lineHeight: 0.9
                    wrapMode: Text.NoWrap
                    Accessible.role: Accessible.Heading
                    Accessible.name: panel.form.bedLabel
                }
                Label {
                    visible: panel.form.bedNumber !== panel.form.bedLabel
                    anchors.baseline: number.baseline
                    text: qsTr("床")
                    font.pixelSize: Theme.section
                    color: Theme.ink2
                    Accessible.ignored: true
                }
            }
            Label {
                width: parent.width
                visible: text.length > 0
                text: panel.form.patientRef
                font.pixelSize: Theme.section
                font.bold: true
                wrapMode: Text.WrapAnywhere
            }
            Label {
                width: parent.width
                text: panel.form.dayOfStay > 0 ? qsTr("入院第 %1 天").arg(panel.form.dayOfStay) : panel.form.free ? qsTr("名单上这张床没有人。有人住，照常记。") : qsTr("没有住院名单，按床位记。")
                color: Theme.ink2
            }
        }
        Column {
            width: panel.part
            spacing: Theme.unit * 3
            Rectangle {
                visible: !panel.wide
                width: parent.width
                height: 1
                color: Theme.line
            }
            Label {
                width: parent.width
                topPadding: panel.wide ? Theme.unit * 4 : 0
                text: panel.form.seen === 0 ? qsTr("今天见到患者了吗") : qsTr("今天 %1 已记：%2%3").arg(Qt.formatDateTime(panel.form.seenAt, "HH:mm")).arg(words.seen[panel.form.seen]).arg(panel.form.seenBy.length > 0 ? qsTr("，%1").arg(panel.form.seenBy) : "")
                color: Theme.ink2
            }
            Row {
                id: seenRow
                width: parent.width
                spacing: Theme.unit * 2
                SeenTile {
                    width: (seenRow.width - 2 * seenRow.spacing) / 3
                    iconName: "tick"
                    text: words.seen[1]
                    chosen: panel.form.outcome === BedsideForm.Visited
                    onClicked: panel.form.outcome = chosen ? BedsideForm.Unsaid : BedsideForm.Visited
                }
                SeenTile {
                    width: (seenRow.width - 2 * seenRow.spacing) / 3
                    iconName: "refused"
                    text: words.seen[2]
                    chosen: panel.form.outcome === BedsideForm.Refused
                    onClicked: panel.form.outcome = chosen ? BedsideForm.Unsaid : BedsideForm.Refused
                }
                SeenTile {
                    width: (seenRow.width - 2 * seenRow.spacing) / 3
                    iconName: "walk"
                    text: words.seen[3]
                    chosen: panel.form.outcome === BedsideForm.Absent
                    onClicked: panel.form.outcome = chosen ? BedsideForm.Unsaid : BedsideForm.Absent
                }
            }
        }
        CardRow {
            width: panel.part
            ward: panel.ward
            ruled: !panel.wide
        }
        HandOverBox {
            width: panel.part
            onAsked: filledBy => panel.handOverAsked(filledBy)
        }
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of the register, the three key elements first.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin.Controls
import Lianxin.Desk

Card {
    id: card

    required property Desk desk
    required property MatterForm form
    required property string said
    required property bool tried

    function focusTime() {
        time.forceActiveFocus();
    }
    function focusProblem() {
        problem.forceActiveFocus();
    }
    function focusRespondent() {
        respondent.forceActiveFocus();
    }
    function focusFirst() {
        if (form.missing[0] === "respondent")
            focusRespondent();
        else if (form.missing[0] === "complaint_time")
            focusTime();
        else
            focusProblem();
    }
    function lacks(field: string): bool {
        return tried && form.missing.includes(field);
    }

    height: body.height + 2 * Theme.inset

    component DepartmentName: Item {
        required property string departmentId
        required property string name
    }
    Repeater {
        id: departments
        model: card.desk.directory
        DepartmentName {}
    }
    Column {
        id: body
        x: Theme.inset
        y: Theme.inset
        width: parent.width - 2 * x
        spacing: Theme.px(18)
        Flow {
            width: parent.width
            spacing: Theme.gutter
            LineField {
                id: time
                width: Theme.px(Theme.isElder ? 330 : 280)
                activeFocusOnTab: true
                label: Words.field("complaint_time")
                text: card.form.complaintTime
                helper: qsTr("年-月-日 时:分，钟点可以不写")
                error: !card.form.timeIsReadable ? qsTr("看不懂这个时间，例如 2026-11-24 09:30") : card.lacks("complaint_time") ? qsTr("登记要有时间") : ""
                onEdited: text => card.form.complaintTime = text
            }
            Column {
                spacing: Theme.unit
                Label {
                    text: Words.field("department")
                    font.bold: true
                }
                DropDown {
                    readonly property list<string> ids: {
                        const ids = [""];
                        for (let i = 0; i < departments.count; ++i)
                            ids.push((departments.itemAt(i) as DepartmentName)?.departmentId ?? "");
                        return ids;
                    }
                    width: Theme.px(Theme.isElder ? 330 : 280)
                    labelInside: false
                    label: Words.field("department")
                    words: {
                        const words = [qsTr("没有指定")];
                        for (let i = 0; i < departments.count; ++i)
                            words.push((departments.itemAt(i) as DepartmentName)?.name ?? "");
                        return words;
                    }
                    chosen: Math.max(0, ids.indexOf(card.form.department))
                    onPicked: index => card.form.department = ids[index]
                }
            }
        }
        Item {
            width: parent.width
            height: problem.height
            TextBox {
                id: problem
                width: parent.width
                height: Theme.px(Theme.isElder ? 220 : 176)
                labelShown: true
                label: Words.field("problem")
                text: card.form.problem
                helper: card.form.problem.length > 0 ? qsTr("写清楚是什么事") : qsTr("如实写，写清楚是什么事")
                error: card.lacks("problem") ? qsTr("登记要写明反映的问题") : ""
                mostCharacters: 2000
                onEdited: text => card.form.problem = text
            }
            SecondButton {
                visible: card.form.problem.length === 0 && card.said.length > 0
                anchors.right: parent.right
                y: -Theme.unit * 2
                height: Theme.px(32)
                quiet: true
                text: qsTr("照抄患者原话")
                onClicked: {
                    card.form.problem = card.said;
                    problem.forceActiveFocus();
                }
            }
        }
        Flow {
            width: parent.width
            spacing: Theme.gutter
            LineField {
                id: respondent
                width: Theme.px(Theme.isElder ? 330 : 280)
                activeFocusOnTab: true
                enabled: !card.form.respondentUnnamed
                label: Words.field("respondent")
                text: card.form.respondent
                helper: card.form.respondentUnnamed ? qsTr("本人没有指明") : qsTr("人、岗位或科室")
                error: card.lacks("respondent") ? qsTr("写上对象，或勾“没有指明”") : ""
                onEdited: text => card.form.respondent = text
            }
            Item {
                width: unnamed.width
                height: unnamed.height + Theme.body * 1.45 + Theme.unit
                ChoiceTile {
                    id: unnamed
                    y: Theme.body * 1.45 + Theme.unit
                    width: Theme.px(Theme.isElder ? 330 : 280)
                    height: Theme.fieldHeight
                    many: true
                    text: qsTr("本人没有指明对象")
                    chosen: card.form.respondentUnnamed
                    onClicked: card.form.respondentUnnamed = !card.form.respondentUnnamed
                }
            }
        }
        Grid {
            id: more
            width: parent.width
            columns: width > Theme.px(760) ? 3 : 1
            columnSpacing: Theme.gutter
            rowSpacing: Theme.px(18)
            readonly property real one: (width - (columns - 1) * columnSpacing) / columns
            TextBox {
                width: more.one
                height: Theme.px(Theme.isElder ? 190 : 150)
                labelShown: true
                label: Words.field("opinion")
                helper: qsTr("可以不写")
                text: card.form.opinion
                onEdited: text => card.form.opinion = text
            }
            TextBox {
                width: more.one
                height: Theme.px(Theme.isElder ? 190 : 150)
                labelShown: true
                label: Words.field("suggestion")
                helper: qsTr("可以不写")
                text: card.form.suggestion
                onEdited: text => card.form.suggestion = text
            }
            TextBox {
                width: more.one
                height: Theme.px(Theme.isElder ? 190 : 150)
                labelShown: true
                label: Words.field("demand")
                helper: qsTr("可以不写")
                text: card.form.demand
                onEdited: text => card.form.demand = text
            }
        }
    }
}

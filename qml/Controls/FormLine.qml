// SPDX-License-Identifier: GPL-3.0-or-later
// A number, a date or a line of words.
import QtQuick
import Lianxin.Controls

LineField {
    id: field

    required property FormRow formRow

    width: parent?.width ?? 0
    focus: true
    label: formRow.kind === "number" ? qsTr("写数字") : formRow.kind === "date" ? qsTr("写日期") : qsTr("写在这里")
    helper: formRow.hint.length > 0 ? formRow.hint : formRow.kind === "date" ? qsTr("像这样：2026-03-02") : ""
    error: formRow.problemWords
    hints: formRow.kind === "number" ? Qt.ImhDigitsOnly : formRow.kind === "date" ? Qt.ImhDate : Qt.ImhNone
    mostCharacters: Math.min(formRow.mostCharacters, 200)
    text: formRow.typed
    onEdited: text => formRow.sitting.type(formRow.row, text)
}

// SPDX-License-Identifier: GPL-3.0-or-later
// Several lines in the person's own words.
import QtQuick
import Lianxin.Controls

TextBox {
    id: box

    required property FormRow formRow

    width: parent?.width ?? 0
    height: formRow.textRoom > 0 ? Math.max(formRow.textRoom, Theme.body * 5) : implicitHeight
    focus: true
    label: formRow.words
    error: formRow.problemWords
    mostCharacters: formRow.mostCharacters
    text: formRow.typed
    onEdited: text => formRow.sitting.type(formRow.row, text)
}

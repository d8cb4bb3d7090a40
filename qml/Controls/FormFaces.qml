// SPDX-License-Identifier: GPL-3.0-or-later
// Faces for the marks, and below them the answers that are no mark.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin.Controls

Column {
    id: column

    required property FormRow formRow

    width: parent?.width ?? 0
    spacing: Theme.unit * 3

    FaceRating {
        width: column.width
        words: column.formRow.optionWords.slice(0, column.formRow.faces)
        mark: column.formRow.chosenOptions.slice(0, column.formRow.faces).indexOf(true) + 1
        onChosen: mark => column.formRow.sitting.choose(column.formRow.row, mark - 1)
    }
    Repeater {
        model: column.formRow.optionWords.length - column.formRow.faces
        ChoiceTile {
            required property int index
            readonly property int option: index + column.formRow.faces
            width: column.width
            text: column.formRow.optionWords[option]
            chosen: column.formRow.chosenOptions[option] ?? false
            onClicked: column.formRow.sitting.choose(column.formRow.row, option)
        }
    }
}

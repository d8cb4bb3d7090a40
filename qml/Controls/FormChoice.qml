// SPDX-License-Identifier: GPL-3.0-or-later
// A few answers as tiles; an open choice has a line for the person's own words.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin.Controls

Column {
    id: column

    required property FormRow formRow
    readonly property int longest: formRow.optionWords.reduce((most, words) => Math.max(most, words.length), 0)
    readonly property int columns: Theme.isElder || longest > 12 ? 1 : 2

    width: parent?.width ?? 0
    spacing: Theme.unit * 2

    Grid {
        width: column.width
        columns: column.columns
        columnSpacing: Theme.gutter
        rowSpacing: Theme.unit * 2
        Repeater {
            model: column.formRow.optionWords.length
            ChoiceTile {
                required property int index
                width: (column.width - Theme.gutter * (column.columns - 1)) / column.columns
                text: column.formRow.optionWords[index]
                many: column.formRow.isMany
                chosen: column.formRow.chosenOptions[index] ?? false
                onClicked: column.formRow.sitting.choose(column.formRow.row, index)
            }
        }
    }
    LineField {
        visible: column.formRow.kind === "open"
        width: column.width
        label: qsTr("其他，我来写")
        text: column.formRow.chosenOptions.indexOf(true) < 0 ? column.formRow.typed : ""
        onEdited: text => {
            if (text.length > 0)
                column.formRow.sitting.type(column.formRow.row, text);
        }
    }
}

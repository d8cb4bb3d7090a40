// SPDX-License-Identifier: GPL-3.0-or-later
// Yes or no, both of the same weight.
import QtQuick
import Lianxin.Controls

Grid {
    id: grid

    required property FormRow formRow
    readonly property real half: Theme.isElder ? width : (width - Theme.gutter) / 2

    width: parent?.width ?? 0
    columns: Theme.isElder ? 1 : 2
    spacing: Theme.gutter

    ChoiceTile {
        width: grid.half
        text: qsTr("是")
        chosen: grid.formRow.typed === "true"
        onClicked: grid.formRow.sitting.say(grid.formRow.row, true)
    }
    ChoiceTile {
        width: grid.half
        text: qsTr("否")
        chosen: grid.formRow.typed === "false"
        onClicked: grid.formRow.sitting.say(grid.formRow.row, false)
    }
}

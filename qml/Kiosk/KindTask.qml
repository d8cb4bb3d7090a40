// SPDX-License-Identifier: GPL-3.0-or-later
// What kind of thing it is (R-063, R-064).
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin.Controls
import Lianxin.Kiosk

Grid {
    id: grid

    required property Kiosk kiosk
    required property MatterDraft draft
    required property real room

    readonly property list<string> codes: ["complaint", "suggestion", "consultation", "help_request", "praise"]
    readonly property list<string> words: [qsTr("投诉：有件事让我不满意"), qsTr("建议：有个好办法"), qsTr("咨询：想问一件事"), qsTr("求助：需要帮忙"), qsTr("表扬：想谢谢谁")]

    width: parent?.width ?? 0
    columns: 1
    spacing: Theme.unit * 3

    Repeater {
        model: grid.codes.length
        ChoiceTile {
            required property int index
            width: grid.width
            text: grid.words[index]
            chosen: grid.draft.kind === grid.codes[index]
            onClicked: grid.draft.kind = grid.codes[index]
        }
    }
}

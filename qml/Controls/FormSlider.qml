// SPDX-License-Identifier: GPL-3.0-or-later
// A number on a scale: buttons do what a finger on a track would, and the figure stands between them.
import QtQuick
import Lianxin.Controls

Row {
    id: slider

    required property FormRow formRow
    readonly property bool answered: formRow.typed.length > 0
    readonly property real number: answered ? Number(formRow.typed) : formRow.least

    function set(number: real) {
        formRow.sitting.type(formRow.row, String(Math.max(formRow.least, Math.min(formRow.greatest, number))));
    }

    width: parent?.width ?? 0
    spacing: Theme.gutter
    SecondButton {
        id: less
        width: Theme.target * 1.4
        text: "−"
        Accessible.name: qsTr("少一点")
        onClicked: slider.set(slider.number - slider.formRow.step)
    }
    Label {
        width: slider.width - 2 * less.width - 2 * slider.spacing
        height: less.height
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        font.pixelSize: Theme.title
        font.bold: true
        color: slider.answered ? Theme.ink : Theme.ink3
        text: slider.answered ? slider.formRow.typed : qsTr("%1 到 %2").arg(slider.formRow.least).arg(slider.formRow.greatest)
    }
    SecondButton {
        width: less.width
        text: "+"
        Accessible.name: qsTr("多一点")
        onClicked: slider.set(slider.answered ? slider.number + slider.formRow.step : slider.formRow.least)
    }
}

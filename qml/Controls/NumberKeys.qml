// SPDX-License-Identifier: GPL-3.0-or-later
// Figures, as on a telephone.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin.Controls

Item {
    id: keys

    required property Composer composer
    required property real rowHeight
    signal hideAsked

    readonly property real side: Theme.px(10)
    readonly property real unit: (width - 2 * side) / 4
    readonly property string extra: composer.keys === Composer.PhoneDigits ? "-" : composer.keys === Composer.Numbers ? "." : ""
    readonly property list<string> signs: ["1", "2", "3", "4", "5", "6", "7", "8", "9", extra, "0", ""]

    height: 4 * rowHeight

    Grid {
        columns: 3
        Repeater {
            model: 12
            KeyboardKey {
                required property int index
                extraLeft: index % 3 === 0 ? keys.side : 0
                width: keys.unit + extraLeft
                height: keys.rowHeight
                textSize: Math.round(Theme.key * 1.26)
                text: keys.signs[index]
                enabled: text.length > 0
                opacity: enabled ? 1 : 0
                Accessible.ignored: !enabled
                onStruck: keys.composer.type(text)
            }
        }
    }
    EraseKey {
        x: keys.side + 3 * keys.unit
        extraRight: keys.side
        width: keys.unit + keys.side
        height: 2 * keys.rowHeight
        composer: keys.composer
        textSize: Math.round(Theme.key * 1.26)
    }
    KeyboardKey {
        x: keys.side + 3 * keys.unit
        y: 2 * keys.rowHeight
        extraRight: keys.side
        width: keys.unit + keys.side
        height: 2 * keys.rowHeight
        isFunction: true
        iconName: "keyboard-down"
        name: qsTr("收起键盘")
        textSize: Math.round(Theme.key * 1.26)
        onClicked: keys.hideAsked()
    }
}

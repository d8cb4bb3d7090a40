// SPDX-License-Identifier: GPL-3.0-or-later
// Letters, or figures and signs, on the same keys in the same places.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin.Controls

Item {
    id: keys

    required property Composer composer
    required property real rowHeight
    property bool symbols: false
    property bool shifted: false
    signal hideAsked

    readonly property real side: Theme.px(10)
    readonly property real unit: (width - 2 * side) / 10
    readonly property string row1: symbols ? "1234567890" : "qwertyuiop"
    readonly property string row2: !symbols ? "asdfghjkl" : composer.latin ? "-/:;()?!\"" : "、：；？！“”（）"
    readonly property string row3: !symbols ? "zxcvbnm" : composer.latin ? "@&%#+='" : "-/.%℃《》"

    function sign(letter: string): string {
        return shifted && !symbols ? letter.toUpperCase() : letter;
    }
    function strike(letter: string) {
        composer.type(letter);
        shifted = false;
    }

    height: 4 * rowHeight

    Row {
        Repeater {
            model: 10
            KeyboardKey {
                required property int index
                extraLeft: index === 0 ? keys.side : 0
                extraRight: index === 9 ? keys.side : 0
                width: keys.unit + extraLeft + extraRight
                height: keys.rowHeight
                text: keys.sign(keys.row1[index])
                onStruck: keys.strike(text)
            }
        }
    }
    Row {
        y: keys.rowHeight
        Repeater {
            model: 9
            KeyboardKey {
                required property int index
                extraLeft: index === 0 ? keys.side + keys.unit / 2 : 0
                extraRight: index === 8 ? keys.side + keys.unit / 2 : 0
                width: keys.unit + extraLeft + extraRight
                height: keys.rowHeight
                text: keys.sign(keys.row2[index])
                onStruck: keys.strike(text)
            }
        }
    }
    Row {
        y: 2 * keys.rowHeight
        KeyboardKey {
            extraLeft: keys.side
            width: keys.side + keys.unit * 1.5
            height: keys.rowHeight
            isFunction: true
            held: keys.shifted && !keys.symbols
            iconName: keys.symbols ? "" : "shift"
            text: keys.symbols ? qsTr("换行") : ""
            name: keys.symbols ? qsTr("换行") : qsTr("大写")
            textSize: Math.round(Theme.key * 0.83)
            enabled: !keys.symbols || keys.composer.manyLines
            opacity: enabled ? 1 : 0
            onStruck: {
                if (keys.symbols)
                    keys.composer.enter();
                else
                    keys.shifted = !keys.shifted;
            }
        }
        Repeater {
            model: 7
            KeyboardKey {
                required property int index
                width: keys.unit
                height: keys.rowHeight
                text: keys.sign(keys.row3[index])
                onStruck: keys.strike(text)
            }
        }
        EraseKey {
            extraRight: keys.side
            width: keys.side + keys.unit * 1.5
            height: keys.rowHeight
            composer: keys.composer
        }
    }
    Row {
        y: 3 * keys.rowHeight
        KeyboardKey {
            extraLeft: keys.side
            width: keys.side + keys.unit * 1.5
            height: keys.rowHeight
            isFunction: true
            text: keys.symbols ? qsTr("字母") : "123"
            name: keys.symbols ? qsTr("字母") : qsTr("数字和符号")
            textSize: Math.round(Theme.key * 0.83)
            onStruck: keys.symbols = !keys.symbols
        }
        KeyboardKey {
            width: keys.unit * 1.5
            height: keys.rowHeight
            isFunction: true
            text: keys.composer.latin ? qsTr("英/中") : qsTr("中/英")
            name: keys.composer.latin ? qsTr("英/中 换成拼音") : qsTr("中/英 换成英文")
            textSize: Math.round(Theme.key * 0.83)
            onStruck: keys.composer.latin = !keys.composer.latin
        }
        LastRowKeys {
            width: keys.width - 3 * keys.unit - keys.side
            height: keys.rowHeight
            composer: keys.composer
            unit: keys.unit
            onHideAsked: keys.hideAsked()
        }
    }
}

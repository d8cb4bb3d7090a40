// SPDX-License-Identifier: GPL-3.0-or-later
// Takes back the last thing written. The only key that repeats, and only under a finger that means it.
import QtQuick
import Lianxin.Controls

KeyboardKey {
    id: key

    required property Composer composer

    isFunction: true
    iconName: "erase"
    name: qsTr("删除")
    autoRepeat: true
    autoRepeatDelay: 600
    autoRepeatInterval: 120
    onStruck: composer.backspace()
}

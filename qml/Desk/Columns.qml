// SPDX-License-Identifier: GPL-3.0-or-later
// Where the columns of a list stand, once for its head and all its rows.
import QtQuick
import Lianxin.Controls

QtObject {
    required property real width
    readonly property real grow: Theme.body / Theme.px(16)
    readonly property bool roomy: width > Theme.px(860) * grow
    readonly property real gap: Theme.unit * 3
    readonly property real timeX: Theme.px(24)
    readonly property real timeWidth: Theme.px(122) * grow
    readonly property real mainX: timeX + timeWidth + gap
    readonly property real kindWidth: Theme.px(roomy ? 104 : 92) * grow
    readonly property real departmentWidth: Theme.px(roomy ? 168 : 116) * grow
    readonly property real stateWidth: Theme.px(roomy ? 136 : 128) * grow
    readonly property real stateX: width - Theme.px(20) - stateWidth
    readonly property real departmentX: stateX - gap - departmentWidth
    readonly property real kindX: departmentX - gap - kindWidth
    readonly property real mainWidth: kindX - gap - mainX
}

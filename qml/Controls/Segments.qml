// SPDX-License-Identifier: GPL-3.0-or-later
// How far one is: equal parts, filled up to here.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin.Controls

Row {
    id: segments

    required property int count
    required property int filled

    spacing: Theme.unit
    height: Theme.px(14)
    Accessible.ignored: true

    Repeater {
        model: segments.count
        Rectangle {
            required property int index
            width: (segments.width - segments.spacing * (segments.count - 1)) / segments.count
            height: segments.height
            radius: height / 2
            color: index < segments.filled ? Theme.primary : Theme.line
        }
    }
}

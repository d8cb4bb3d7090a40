// SPDX-License-Identifier: GPL-3.0-or-later
// How far one is: equal parts, filled up to here. More parts than the eye tells apart are one bar.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin.Controls

Row {
    id: segments

    required property int count
    required property int filled
    readonly property int mostParts: 40

    spacing: Theme.unit
    height: Theme.px(14)
    Accessible.ignored: true

    Repeater {
        model: segments.count > segments.mostParts ? 0 : segments.count
        Rectangle {
            required property int index
            width: (segments.width - segments.spacing * (segments.count - 1)) / segments.count
            height: segments.height
            radius: height / 2
            color: index < segments.filled ? Theme.primary : Theme.line
        }
    }
    Rectangle {
        visible: segments.count > segments.mostParts
        width: segments.width
        height: segments.height
        radius: height / 2
        color: Theme.line
        Rectangle {
            width: Math.max(height, parent.width * segments.filled / Math.max(1, segments.count))
            height: parent.height
            radius: parent.radius
            color: Theme.primary
        }
    }
}

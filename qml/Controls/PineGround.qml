// SPDX-License-Identifier: GPL-3.0-or-later
// The pine head of a face, with the mark as its backdrop, cropped by an edge and never behind words.
import QtQuick
import Lianxin.Controls

Rectangle {
    id: ground

    property real markSize: 0
    property real markX: 0
    property real markY: 0

    clip: true
    gradient: Gradient {
        GradientStop {
            position: 0
            color: Theme.pineTop
        }
        GradientStop {
            position: 1
            color: Theme.pineBottom
        }
    }
    Icon {
        visible: ground.markSize > 0
        x: ground.markX
        y: ground.markY
        size: Math.max(ground.markSize, 1)
        name: "mark"
        color: Theme.pineMark
        fill: Theme.pineMark
    }
}

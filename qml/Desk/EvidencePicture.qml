// SPDX-License-Identifier: GPL-3.0-or-later
// A photo in small, or the sign of what is no photo or cannot be shown.
import QtQuick
import Lianxin.Controls
import Lianxin.Desk

Rectangle {
    id: frame

    required property string kind
    required property var image

    radius: Theme.chipRadius
    color: Theme.ground
    border.width: 1
    border.color: Theme.line
    clip: true

    Icon {
        visible: view.pictureSize.width <= 0
        anchors.centerIn: parent
        name: frame.kind === "photo" ? "photo" : frame.kind === "recording" ? "recording" : "page"
    }
    PictureView {
        id: view
        anchors.fill: parent
        anchors.margins: 1
        image: frame.image
        Accessible.ignored: true // words stand beside it
    }
}

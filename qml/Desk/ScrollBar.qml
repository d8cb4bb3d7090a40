// SPDX-License-Identifier: GPL-3.0-or-later
// Where one is in a long list; it can be dragged.
import QtQuick
import Lianxin.Controls

Item {
    id: bar

    required property Flickable view

    width: Theme.px(10)
    visible: view.visibleArea.heightRatio < 1
    Accessible.ignored: true

    Rectangle {
        id: thumb
        width: Theme.px(6)
        anchors.horizontalCenter: parent.horizontalCenter
        height: Math.max(Theme.px(36), bar.height * bar.view.visibleArea.heightRatio)
        radius: width / 2
        color: drag.active ? Theme.ink2 : Theme.lineStrong
        y: drag.active ? y : (bar.height - height) * bar.view.visibleArea.yPosition / Math.max(0.0001, 1 - bar.view.visibleArea.heightRatio)
    }
    DragHandler {
        id: drag
        target: null
        yAxis.enabled: true
        xAxis.enabled: false
        onCentroidChanged: {
            if (!active)
                return;
            const place = Math.max(0, Math.min(1, (centroid.position.y - thumb.height / 2) / (bar.height - thumb.height)));
            thumb.y = place * (bar.height - thumb.height);
            bar.view.contentY = bar.view.originY + place * (bar.view.contentHeight - bar.view.height);
        }
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps the field that is written in sight of a page that scrolls, above all when the keyboard comes.
import QtQuick
import QtQuick.Window
import Lianxin.Controls

Item {
    id: watch

    required property Flickable view
    required property bool writing
    readonly property Item written: Window.activeFocusItem

    function reveal() {
        let inside = written;
        while (inside && inside !== view.contentItem)
            inside = inside.parent;
        if (!writing || !inside)
            return;
        const top = written.mapToItem(view.contentItem, 0, 0).y - Theme.body * 3;
        const bottom = top + written.height + Theme.body * 7;
        const lowest = Math.max(0, view.contentHeight - view.height);
        if (bottom > view.contentY + view.height)
            view.contentY = Math.min(lowest, bottom - view.height);
        view.contentY = Math.max(0, Math.min(view.contentY, top));
    }

    onWrittenChanged: Qt.callLater(reveal)
    onWritingChanged: Qt.callLater(reveal)
    Connections {
        target: watch.view
        function onHeightChanged() {
            Qt.callLater(watch.reveal);
        }
    }
}

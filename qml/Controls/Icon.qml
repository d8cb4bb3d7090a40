// SPDX-License-Identifier: GPL-3.0-or-later
// A drawing of the house's set. Words stand beside it, so readers pass it over.
import QtQuick
import Lianxin.Controls

Image {
    id: icon

    required property string name
    property color color: Theme.ink2
    property color fill: "transparent"
    property int size: Theme.icon

    function digits(color: color): string {
        const text = color.toString();
        return text.length > 7 ? text.slice(3) : text.slice(1);
    }

    width: size
    height: size
    sourceSize: Qt.size(size, size)
    source: "image://icon/" + name + "/" + digits(color) + (fill.a > 0 ? "/" + digits(fill) : "")
    Accessible.ignored: true
}

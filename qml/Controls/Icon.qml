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

    /// Of a colour as it is written, #rrggbb or #aarrggbb.
    function digits(written: string): string {
        return written.length > 7 ? written.slice(3) : written.slice(1);
    }

    width: size
    height: size
    sourceSize.width: size
    sourceSize.height: size
    source: "image://icon/" + name + "/" + digits(color.toString()) + (fill.a > 0 ? "/" + digits(fill.toString()) : "")
    Accessible.ignored: true
}

// SPDX-License-Identifier: GPL-3.0-or-later
// What a page asks, in large words. A sentence that does not fit one line breaks at its comma.
import QtQuick
import Lianxin.Controls

Label {
    id: title

    required property string words

    text: measure.advanceWidth > width ? words.replace(/([，,])\s*(?=.{4})/, "$1\n") : words
    font.pixelSize: Theme.title
    font.bold: true
    lineHeight: 1.05
    Accessible.role: Accessible.Heading
    Accessible.name: words

    TextMetrics {
        id: measure
        font: title.font
        text: title.words
    }
}

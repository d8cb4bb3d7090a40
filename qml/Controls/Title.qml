// SPDX-License-Identifier: GPL-3.0-or-later
// What a page asks, in large words. A sentence that does not fit one line breaks at its comma,
// where its two parts fit.
import QtQuick
import Lianxin.Controls

Label {
    id: title

    required property string words

    readonly property string broken: words.replace(/([，,])\s*(?=.{4})/, "$1\n")
    readonly property int cut: broken.indexOf("\n")
    readonly property int longestPart: cut < 0 ? words.length : Math.max(cut, broken.length - cut)
    readonly property bool partsFit: measure.advanceWidth * longestPart <= width * words.length

    text: measure.advanceWidth > width && partsFit ? broken : words
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

// SPDX-License-Identifier: GPL-3.0-or-later
// A few words in a narrow place. A line breaks between words; the letters are smaller when one long word would not
// fit, for English knows longer words than Chinese.
import QtQuick
import Lianxin.Controls

Label {
    id: label

    required property int size
    readonly property real needed: measure.advanceWidth
    /// What all the words take beside each other at their full size.
    readonly property real oneLineWidth: Math.ceil(whole.advanceWidth) + 1

    font.pixelSize: width > 0 && needed > width ? Math.max(Math.floor(size * width / needed), Math.round(Theme.caption * 0.8)) : size

    TextMetrics {
        id: measure
        font.family: Theme.sansFamily
        font.pixelSize: label.size
        font.bold: true
        text: label.text.split(/[^A-Za-z'-]+/).reduce((longest, word) => word.length > longest.length ? word : longest, "")
    }
    TextMetrics {
        id: whole
        font.family: Theme.sansFamily
        font.pixelSize: label.size
        font.bold: true
        text: label.text
    }
}

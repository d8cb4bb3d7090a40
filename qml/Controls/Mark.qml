// SPDX-License-Identifier: GPL-3.0-or-later
// The house's mark: two linked loops that read as a heart.
import QtQuick
import Lianxin.Controls

Icon {
    property bool pine: false

    name: "mark"
    color: pine ? Theme.surface : Theme.primary
    fill: pine ? "#F2B48C" : "#C4622F"
}

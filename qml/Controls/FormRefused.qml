// SPDX-License-Identifier: GPL-3.0-or-later
// A question that cannot be answered on this machine, and says so.
import QtQuick
import Lianxin.Controls

Label {
    required property FormRow formRow

    width: parent?.width ?? 0
    text: qsTr("这一题在这台机器上答不了，可以告诉工作人员。")
    color: Theme.ink2
}

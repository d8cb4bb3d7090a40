// SPDX-License-Identifier: GPL-3.0-or-later
// Kind and state of a matter, and what is special about it.
import QtQuick
import Lianxin.Controls
import Lianxin.Desk

Flow {
    id: chips

    required property MatterSheet matter

    spacing: Theme.unit * 2
    Chip {
        text: Words.kind(chips.matter.kind)
        tone: chips.matter.kind === "complaint" ? Theme.accent : Theme.ink2
        tint: chips.matter.kind === "complaint" ? Theme.accentTint : Theme.sunken
    }
    Chip {
        text: Words.stage(chips.matter.stage)
        tone: Words.stageTone(chips.matter.stage)
        tint: Words.stageTint(chips.matter.stage)
    }
    Chip {
        visible: chips.matter.provisional
        text: qsTr("暂定，等服务器确认")
        iconName: "clock"
        tone: Theme.warn
        tint: Theme.warnTint
    }
    Chip {
        visible: chips.matter.anonymous
        text: qsTr("匿名")
        iconName: "lock"
    }
    Chip {
        visible: chips.matter.inConflict.length > 0
        text: qsTr("有两个版本待定")
        iconName: "fork"
        tone: Theme.info
        tint: Theme.infoTint
    }
    Label {
        visible: text.length > 0
        text: chips.matter.number
        color: Theme.ink2
        wrapMode: Text.NoWrap
    }
}

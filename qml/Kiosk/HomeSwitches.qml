// SPDX-License-Identifier: GPL-3.0-or-later
// How large the words are, and in which language. Each language is named in itself.
import QtQuick
import Lianxin.Controls

Item {
    id: switches

    required property bool labelled
    required property int languageIndex
    signal languageChosen(int index)
    signal textSizeChosen(int size)
    readonly property int barY: labelled ? Theme.px(44) : 0

    height: barY + sizes.height

    Label {
        visible: switches.labelled
        text: qsTr("字的大小")
        font.pixelSize: Theme.caption
        color: Theme.ink2
    }
    SwitchBar {
        id: sizes
        y: switches.barY
        width: (switches.width - Theme.gutter) / 2
        name: qsTr("字的大小")
        words: [qsTr("标准"), qsTr("大"), qsTr("特大")]
        sizes: [Theme.px(30), Theme.px(38), Theme.px(48)]
        current: Theme.textSize
        onChosen: index => switches.textSizeChosen(index)
    }
    Label {
        visible: switches.labelled
        x: language.x
        text: "语言  Language"
        font.pixelSize: Theme.caption
        color: Theme.ink2
    }
    SwitchBar {
        id: language
        x: switches.width - width
        y: switches.barY
        width: sizes.width
        name: "语言 Language"
        words: ["简体", "繁體", "English"]
        sizes: [Theme.px(Theme.isElder ? 40 : 32), Theme.px(Theme.isElder ? 40 : 32), Theme.px(Theme.isElder ? 36 : 32)]
        current: switches.languageIndex
        onChosen: index => switches.languageChosen(index)
    }
}

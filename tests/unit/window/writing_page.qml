// SPDX-License-Identifier: GPL-3.0-or-later
// A page on which one writes, laid out as a page of the kiosk is: while the keyboard stands, the field keeps its
// lines and the buttons stay above it.
import QtQuick
import Lianxin.Controls

Rectangle {
    id: page

    readonly property Composer composer: writer
    property string story: ""
    property string phone: ""
    property string letters: ""
    readonly property bool flat: width > height
    /// Across, with the keyboard, the buttons stand beside the field: below it there is no height for them.
    readonly property bool beside: flat && writer.writing

    color: Theme.ground

    Composer {
        id: writer
    }
    PageBar {
        id: bar
        width: parent.width
        title: "我要反映"
    }
    Label {
        id: question
        x: Theme.margin
        y: bar.height + Theme.unit * 3
        width: page.flat ? Theme.px(560) : parent.width - 2 * Theme.margin
        text: "发生了什么事？"
        font.pixelSize: Theme.title
        font.bold: true
    }
    Label {
        id: prompt
        anchors.top: question.bottom
        anchors.topMargin: Theme.unit
        x: Theme.margin
        width: question.width
        text: "什么时候、在哪里、和谁有关。想到什么写什么。"
        color: Theme.ink2
        visible: !page.beside
    }
    TextBox {
        id: box
        x: page.flat ? question.x + question.width + Theme.margin : Theme.margin
        y: page.flat ? question.y : prompt.y + prompt.height + Theme.unit * 3
        width: page.width - x - Theme.margin
        height: page.beside && !fields.visible ? keyboard.y - Theme.unit * 3 - y : fields.visible ? Theme.px(page.beside ? 160 : page.flat ? 300 : 412) : actions.y - Theme.unit * 2 - y
        label: "经过"
        text: page.story
        onEdited: text => page.story = text
    }
    Row {
        id: fields
        visible: !writer.writing || !box.writing
        x: box.x
        width: box.width
        y: box.y + box.height + Theme.unit * 3
        spacing: Theme.gutter
        LineField {
            width: (parent.width - parent.spacing) / 2
            label: "电话"
            text: page.phone
            hints: Qt.ImhDialableCharactersOnly
            onEdited: text => page.phone = text
        }
        LineField {
            width: (parent.width - parent.spacing) / 2
            label: "邮箱"
            text: page.letters
            hints: Qt.ImhLatinOnly
            onEdited: text => page.letters = text
        }
    }
    Row {
        visible: page.beside
        x: Theme.margin
        y: keyboard.y - height - Theme.unit * 3
        spacing: Theme.gutter
        SecondButton {
            width: (question.width - parent.spacing) * 0.42
            height: Theme.mainButtonHeight
            padding: Theme.unit
            text: "上一步"
        }
        MainButton {
            width: (question.width - parent.spacing) * 0.58
            height: Theme.mainButtonHeight
            padding: Theme.unit * 2
            text: "下一步"
            iconAfter: "next"
        }
    }
    ActionBar {
        id: actions
        visible: !page.beside
        width: parent.width
        anchors.bottom: keyboard.visible ? keyboard.top : parent.bottom
        implicitHeight: keyboard.visible ? Theme.mainButtonHeight + Theme.unit * 3 : Theme.actionBarHeight
        backText: "上一步"
        nextText: "下一步"
        nextIcon: "next"
    }
    Keyboard {
        id: keyboard
        width: parent.width
        height: implicitHeight
        anchors.bottom: parent.bottom
        composer: writer
    }
}

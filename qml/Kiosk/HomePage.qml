// SPDX-License-Identifier: GPL-3.0-or-later
// Where everyone begins: what one can do here, in big words, within reach of a seated person.
import QtQuick
import Lianxin.Controls

Item {
    id: page

    required property string hospitalName
    required property string complaintPhone
    required property bool isConnected
    required property bool shortOfRoom
    required property date now
    required property int languageIndex
    required property int surveyQuestions
    /// Of the window, which has its size from the start: a page that is being made has not.
    readonly property bool landscape: Window.width > Window.height
    signal surveyAsked
    signal matterAsked
    signal cardAsked
    signal lookupAsked
    signal languageChosen(int index)
    signal textSizeChosen(int size)

    PineGround {
        width: page.landscape ? Theme.px(640) : page.width
        height: page.landscape ? page.height : Theme.px(560)
        markSize: Theme.px(page.landscape ? 420 : 480)
        markX: page.landscape ? Theme.px(330) : page.width - Theme.px(430)
        markY: page.landscape ? page.height - Theme.px(330) : Theme.px(104)
        HomeHead {
            anchors.fill: parent
            hospitalName: page.hospitalName
            now: page.now
            landscape: page.landscape
        }
    }
    HomeChoices {
        id: choices
        x: page.landscape ? Theme.px(704) : Theme.margin
        y: page.landscape ? Theme.px(64) : Theme.px(Theme.isElder ? 452 : 448)
        width: page.landscape ? page.width - x - Theme.px(64) : page.width - 2 * Theme.margin
        landscape: page.landscape
        surveyQuestions: page.surveyQuestions
        onSurveyAsked: page.surveyAsked()
        onMatterAsked: page.matterAsked()
        onCardAsked: page.cardAsked()
        onLookupAsked: page.lookupAsked()
    }
    HelpLine {
        id: help
        visible: !page.landscape
        x: Theme.margin
        width: choices.width
        y: Theme.isElder ? choices.y + choices.height + Theme.px(36) : Theme.px(1400)
        phone: page.complaintPhone
    }
    Rectangle {
        visible: !page.landscape && !Theme.isElder
        x: Theme.margin
        y: Theme.px(1492)
        width: choices.width
        height: 1
        color: Theme.line
    }
    HomeSwitches {
        x: choices.x
        width: choices.width
        anchors.bottom: foot.top
        anchors.bottomMargin: page.landscape ? Theme.px(48) : Theme.px(Theme.isElder ? 40 : 80)
        labelled: !page.landscape && !Theme.isElder
        languageIndex: page.languageIndex
        onLanguageChosen: index => page.languageChosen(index)
        onTextSizeChosen: size => page.textSizeChosen(size)
    }
    HomeFoot {
        id: foot
        anchors.bottom: parent.bottom
        anchors.right: parent.right
        width: page.landscape ? page.width - Theme.px(640) : page.width
        height: Theme.px(page.landscape ? 112 : 136)
        phone: page.landscape ? page.complaintPhone : ""
        isConnected: page.isConnected
        shortOfRoom: page.shortOfRoom
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
// What one can do at the kiosk. In elder size the same four, one below the other.
// In 6.4 a Loader cannot make a component that is Bound; what such a component sees of this file is right all the same.
// qmllint disable unqualified compiler
import QtQuick
import Lianxin.Controls

Item {
    id: choices

    required property bool landscape
    required property int surveyQuestions
    signal surveyAsked
    signal matterAsked
    signal cardAsked
    signal lookupAsked

    readonly property string surveyDetail: qsTr("%n 个问题，大约 %1", "", surveyQuestions).arg(qsTr("%n 分钟", "", Math.max(1, Math.round(surveyQuestions / 4))))
    readonly property int stackedHeight: Theme.px(landscape ? 148 : 236)
    readonly property int gap: Theme.px(landscape ? (Theme.isElder ? 20 : 24) : (Theme.isElder ? 20 : 32))

    height: last.y + last.height

    HomeCard {
        id: survey
        width: parent.width
        height: Theme.isElder ? choices.stackedHeight : Theme.px(choices.landscape ? 280 : 328)
        title: qsTr("满意度评价")
        detail: choices.surveyDetail
        iconName: "smile"
        withFaces: !Theme.isElder
        onClicked: choices.surveyAsked()
    }
    HomeCard {
        id: matter
        width: parent.width
        y: survey.height + choices.gap
        height: Theme.isElder ? choices.stackedHeight : Theme.px(choices.landscape ? 208 : 224)
        title: qsTr("我要反映")
        detail: qsTr("投诉、建议、咨询、求助、表扬")
        iconName: "speak"
        tone: Theme.accent
        toneTint: Theme.accentTint
        onClicked: choices.matterAsked()
    }
    Item {
        id: last
        y: matter.y + matter.height + choices.gap
        width: parent.width
        height: Theme.isElder ? 2 * choices.stackedHeight + choices.gap : Theme.px(choices.landscape ? 176 : 280)
        // Only the cards of the size that stands are made.
        Loader {
            active: Theme.isElder
            width: parent.width
            sourceComponent: HomeCard {
                height: choices.stackedHeight
                title: qsTr("医患连心卡")
                detail: qsTr("各科室电话")
                iconName: "card"
                filled: false
                onClicked: choices.cardAsked()
            }
        }
        Loader {
            active: Theme.isElder
            y: choices.stackedHeight + choices.gap
            width: parent.width
            sourceComponent: HomeCard {
                height: choices.stackedHeight
                title: qsTr("查询进度")
                detail: qsTr("凭回执码，不用姓名")
                iconName: "search-page"
                filled: false
                onClicked: choices.lookupAsked()
            }
        }
        Loader {
            active: !Theme.isElder
            width: (parent.width - Theme.gutter) / 2
            height: parent.height
            sourceComponent: SmallHomeCard {
                isFlat: choices.landscape
                title: qsTr("医患连心卡")
                detail: qsTr("各科室电话")
                iconName: "card"
                onClicked: choices.cardAsked()
            }
        }
        Loader {
            active: !Theme.isElder
            x: parent.width - width
            width: (parent.width - Theme.gutter) / 2
            height: parent.height
            sourceComponent: SmallHomeCard {
                isFlat: choices.landscape
                title: qsTr("查询进度")
                detail: qsTr("凭回执码，不用姓名")
                iconName: "search-page"
                onClicked: choices.lookupAsked()
            }
        }
    }
}

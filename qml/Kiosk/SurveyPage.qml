// SPDX-License-Identifier: GPL-3.0-or-later
// The satisfaction survey (R-073): one question a page, or one with what it opens.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin.Controls
import Lianxin.Kiosk

InnerPage {
    id: page

    readonly property FormSitting sitting: kiosk.survey
    readonly property int minutesLeft: Math.max(1, Math.round((sitting.numbers - sitting.number + 1) / 4))

    title: qsTr("满意度评价")
    backText: sitting.page > 0 ? qsTr("上一题") : ""
    skipText: sitting.canSkip ? qsTr("跳过") : ""
    nextText: sitting.isLast ? qsTr("交给我们") : qsTr("下一题")
    nextIcon: sitting.isLast ? "" : "next"
    busy: kiosk.saving

    onBack: {
        sitting.back();
        scrollUp();
    }
    onSkipped: {
        if (!sitting.skip())
            kiosk.saveSurvey();
        scrollUp();
    }
    onNext: {
        const last = sitting.isLast;
        if (sitting.next() && last)
            kiosk.saveSurvey();
        scrollUp();
    }

    head: Column {
        width: parent.width
        spacing: Theme.unit * (Theme.isElder ? 2 : 3)
        Item {
            width: parent.width
            height: count.height
            Label {
                id: count
                text: qsTr("第 %1 题，共 %2 题").arg(page.sitting.number).arg(page.sitting.numbers)
                font.bold: true
                color: Theme.primary
            }
            Label {
                visible: !Theme.isElder && !page.landscape
                anchors.right: parent.right
                text: qsTr("还要大约 %n 分钟", "", page.minutesLeft)
                font.pixelSize: Theme.caption
                color: Theme.ink2
            }
        }
        Segments {
            width: parent.width
            count: page.sitting.numbers
            filled: page.sitting.number
        }
        Item {
            width: 1
            height: Theme.unit * (Theme.isElder ? 1 : 4)
        }
        Chip {
            visible: page.sitting.section.length > 0 && !Theme.isElder
            text: page.sitting.section
            tone: Theme.primary
            tint: Theme.primaryTint
        }
        Title {
            width: parent.width
            words: page.sitting.lead
        }
        Banner {
            visible: page.kiosk.fault !== Kiosk.NoFault
            width: parent.width
            title: [qsTr("没有保存"), qsTr("没有保存：这台机器的硬盘满了"), qsTr("没有保存：这台机器的硬盘坏了"), qsTr("没有保存：有的内容机器不认")][page.kiosk.fault]
            detail: qsTr("您写的字还在屏幕上。请叫工作人员，别关机。")
        }
    }

    Column {
        width: page.bodyWidth
        spacing: Theme.unit * 6
        Repeater {
            model: page.sitting
            FormRow {
                width: page.bodyWidth
                sitting: page.sitting
            }
        }
        EmptyState {
            visible: !page.sitting.isOpen
            width: page.bodyWidth
            iconName: "page"
            fact: qsTr("现在没有要填的问卷")
            detail: qsTr("有话想说，可以回首页选“我要反映”。")
        }
        Row {
            visible: page.sitting.isOpen && !Theme.isElder
            anchors.horizontalCenter: parent.horizontalCenter
            spacing: Theme.unit
            Icon {
                name: "lock"
                size: Theme.caption
                color: Theme.ink3
                anchors.verticalCenter: parent.verticalCenter
            }
            Label {
                text: qsTr("不记姓名，只用来改进服务")
                font.pixelSize: Theme.caption
                color: Theme.ink3
            }
        }
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
// The answers of one person to one survey, or what was heard at a bedside; and the matter its words open.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin.Controls
import Lianxin.Desk

DeskPage {
    id: page

    readonly property ResponseSheet response: desk.response
    readonly property real railWidth: width > Theme.px(1500) ? Theme.px(424) : Theme.px(Theme.isElder ? 360 : 320)

    Flickable {
        id: view
        anchors.fill: parent
        contentHeight: Math.max(body.height, rail.height) + Theme.px(40)
        clip: true
        focus: true
        boundsBehavior: Flickable.StopAtBounds
        visible: page.response.found
        Keys.onUpPressed: contentY = Math.max(0, contentY - Theme.px(80))
        Keys.onDownPressed: contentY = Math.max(0, Math.min(contentHeight - height, contentY + Theme.px(80)))

        Column {
            id: body
            x: Theme.margin
            y: Theme.px(10)
            width: view.width - page.railWidth - 2 * Theme.margin - Theme.gutter
            spacing: Theme.px(12)
            BackLink {
                text: qsTr("返回")
                onClicked: page.desk.back()
            }
            Label {
                width: parent.width
                text: page.response.title.length > 0 && page.response.kind.length === 0 ? page.response.title : Words.survey(page.response.kind)
                font.pixelSize: Theme.title
                font.bold: true
                Accessible.role: Accessible.Heading
            }
            Label {
                width: parent.width
                text: [Words.time(page.response.at), page.response.origin !== page.response.kind ? Words.origin(page.response.origin) : "", page.response.ward, page.response.department, Words.filler(page.response.filledBy)].filter(part => part.length > 0).join(qsTr("，"))
                color: Theme.ink2
            }
            Card {
                width: parent.width
                height: answers.height + 2 * Theme.px(12)
                Column {
                    id: answers
                    x: Theme.inset
                    y: Theme.px(12)
                    width: parent.width - 2 * x
                    Repeater {
                        model: page.response
                        AnswerRow {
                            width: answers.width
                            last: index === page.response.count - 1
                        }
                    }
                }
            }
        }
        Card {
            id: rail
            x: view.width - width - Theme.margin
            y: Theme.px(20)
            width: page.railWidth
            height: steps.height + 2 * Theme.inset
            Column {
                id: steps
                x: Theme.inset
                y: Theme.inset
                width: parent.width - 2 * x
                spacing: Theme.px(14)
                Label {
                    width: parent.width
                    text: qsTr("下一步")
                    font.pixelSize: Theme.section
                    font.bold: true
                    Accessible.role: Accessible.Heading
                }
                StepBox {
                    visible: page.response.opinion.length > 0 && page.response.matter.length === 0
                    width: parent.width
                    tone: Theme.warn
                    tint: Theme.warnTint
                    iconName: "pencil"
                    title: qsTr("里面有话要看")
                    detail: qsTr("开成一件事项，不带姓名，和这份评价连着")
                    action: page.response.saving ? qsTr("正在保存") : qsTr("开成事项")
                    onClicked: page.response.openMatter()
                }
                StepBox {
                    visible: page.response.matter.length > 0
                    width: parent.width
                    tone: Theme.ok
                    tint: Theme.okTint
                    iconName: "tick"
                    title: qsTr("已开成事项")
                    detail: qsTr("同一份评价只开一件")
                    action: qsTr("打开这件事项")
                    main: false
                    onClicked: page.desk.openMatter(page.response.matter)
                }
                Label {
                    visible: page.response.opinion.length === 0
                    width: parent.width
                    text: qsTr("这份评价没有留言，不用开事项。")
                    color: Theme.ink2
                }
                Banner {
                    visible: page.response.fault !== MatterSheet.NoFault
                    width: parent.width
                    title: Words.saveFault(page.response.fault, "")
                    detail: qsTr("这份评价没有变。处理后再按一次。")
                }
            }
        }
    }
    ScrollBar {
        anchors.right: parent.right
        height: parent.height
        view: view
    }
    EmptyState {
        visible: page.response.loaded && !page.response.found
        anchors.centerIn: parent
        width: Theme.px(460)
        iconName: "page"
        fact: qsTr("这份评价现在看不到")
        detail: qsTr("按 Esc 返回。")
    }
}

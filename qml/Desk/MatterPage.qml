// SPDX-License-Identifier: GPL-3.0-or-later
// One matter: what the person said, what stands in the register, what happened, and the next step.
import QtQuick
import Lianxin.Controls
import Lianxin.Desk

DeskPage {
    id: page

    readonly property MatterSheet matter: desk.matter
    readonly property bool connected: desk.store.link === StoreLink.Connected || desk.store.link === StoreLink.Exchanging
    readonly property real railWidth: width > Theme.px(1500) ? Theme.px(424) : Theme.px(Theme.isElder ? 360 : 320)

    Flickable {
        id: view
        anchors.fill: parent
        contentHeight: Math.max(body.height, rail.height) + Theme.px(40)
        clip: true
        focus: true
        activeFocusOnTab: false
        boundsBehavior: Flickable.StopAtBounds
        visible: page.matter.found
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
                text: Words.beginning(page.matter.content.length > 0 ? page.matter.content : page.matter.problem)
                font.pixelSize: Theme.title
                font.bold: true
                maximumLineCount: 2
                elide: Text.ElideRight
                Accessible.role: Accessible.Heading
            }
            MatterChips {
                width: parent.width
                matter: page.matter
            }
            Label {
                width: parent.width
                text: [Words.time(page.matter.raisedAt), Words.origin(page.matter.origin), Words.person(page.matter.complainantType), page.matter.department].filter(part => part.length > 0).join(qsTr("，"))
                color: Theme.ink2
            }
            Grid {
                id: cards
                width: parent.width
                columns: width > Theme.px(840) ? 2 : 1
                columnSpacing: Theme.gutter
                rowSpacing: Theme.gutter
                readonly property real one: columns === 2 ? (width - columnSpacing) / 2 : width
                readonly property real rowHeight: Math.max(said.implicitHeight, register.implicitHeight)
                SaidCard {
                    id: said
                    width: cards.one
                    height: cards.columns === 2 ? cards.rowHeight : implicitHeight
                    matter: page.matter
                }
                RegisterCard {
                    id: register
                    width: cards.one
                    height: cards.columns === 2 ? cards.rowHeight : implicitHeight
                    matter: page.matter
                }
            }
            TimelineCard {
                width: parent.width
                matter: page.matter
                onDecide: field => page.desk.openVersions(field)
            }
        }
        Column {
            id: rail
            x: view.width - width - Theme.margin
            y: Theme.px(20)
            width: page.railWidth
            spacing: Theme.gutter
            NextStepCard {
                width: parent.width
                desk: page.desk
                matter: page.matter
            }
            EvidenceCard {
                width: parent.width
                evidence: page.desk.evidence
                connected: page.connected
                onAddAsked: layer.add()
                onOpened: id => layer.show(id)
            }
        }
    }
    ScrollBar {
        anchors.right: parent.right
        height: parent.height
        view: view
    }
    EmptyState {
        visible: page.matter.loaded && !page.matter.found
        anchors.centerIn: parent
        width: Theme.px(460)
        iconName: "page"
        fact: qsTr("这件事现在看不到")
        detail: qsTr("它可能已经归别的机器管，或依法清除了。按 Esc 返回。")
    }
    EvidenceLayer {
        id: layer
        anchors.fill: parent
        desk: page.desk
        connected: page.connected
        onFinished: view.forceActiveFocus()
    }
}

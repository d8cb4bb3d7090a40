// SPDX-License-Identifier: GPL-3.0-or-later
// Versions of one text side by side: one of them, or one made of both, or not today.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin.Controls
import Lianxin.Desk

DeskPage {
    id: page

    readonly property VersionsSheet versions: desk.versions
    readonly property list<string> names: [qsTr("甲"), qsTr("乙"), qsTr("丙"), qsTr("丁"), qsTr("戊")]
    property bool asking: false

    holdsText: versions.combined.length > 0 && !versions.saving
    onLeaveAsked: {
        asking = true;
        goOn.forceActiveFocus();
    }

    Flickable {
        id: view
        anchors.fill: parent
        contentHeight: body.height + Theme.px(36)
        clip: true
        boundsBehavior: Flickable.StopAtBounds

        Column {
            id: body
            x: Theme.margin
            y: Theme.px(10)
            width: view.width - 2 * x
            spacing: Theme.px(12)
            BackLink {
                text: qsTr("返回")
                onClicked: page.holdsText ? page.leaveAsked() : page.desk.back()
            }
            Label {
                width: parent.width
                text: page.versions.count > 1 ? qsTr("%1：有%2个版本").arg(Words.field(page.versions.field)).arg(page.versions.count === 2 ? qsTr("两") : page.versions.count) : Words.field(page.versions.field)
                font.pixelSize: Theme.title
                font.bold: true
                Accessible.role: Accessible.Heading
            }
            Label {
                width: parent.width
                text: qsTr("断网期间各改了一次。都完整保存着，没有丢字。您选哪份都行，没选的会留在办理经过里。")
                color: Theme.ink2
            }
            Banner {
                visible: page.versions.fault !== MatterSheet.NoFault
                width: parent.width
                title: Words.saveFault(page.versions.fault, "")
                detail: qsTr("两个版本都还在，没有改动。")
            }
            Grid {
                id: sideBySide
                width: parent.width
                columns: Math.max(1, Math.min(3, page.versions.count))
                columnSpacing: Theme.gutter
                rowSpacing: Theme.gutter
                readonly property real one: (width - (columns - 1) * columnSpacing) / columns
                property real tallest: 0
                Repeater {
                    id: cards
                    model: page.versions
                    VersionCard {
                        width: sideBySide.one
                        height: sideBySide.tallest
                        name: page.names[index] ?? String(index + 1)
                        busy: page.versions.saving
                        canCombine: page.versions.isText
                        onKept: page.versions.keep(index)
                        onTaken: {
                            page.versions.startFrom(index);
                            box.forceActiveFocus();
                        }
                        onImplicitHeightChanged: sideBySide.tallest = Math.max(sideBySide.tallest, implicitHeight)
                        Component.onCompleted: sideBySide.tallest = Math.max(sideBySide.tallest, implicitHeight)
                    }
                }
            }
            Card {
                visible: page.versions.isText && page.versions.count > 1
                width: parent.width
                height: combine.height + 2 * Theme.inset
                Column {
                    id: combine
                    x: Theme.inset
                    y: Theme.inset
                    width: parent.width - 2 * x
                    spacing: Theme.px(14)
                    Row {
                        spacing: Theme.px(12)
                        Icon {
                            anchors.verticalCenter: parent.verticalCenter
                            name: "fork"
                            color: Theme.primary
                            size: Theme.px(24)
                        }
                        Label {
                            text: qsTr("合成一份")
                            font.pixelSize: Theme.section
                            font.bold: true
                            wrapMode: Text.NoWrap
                            Accessible.role: Accessible.Heading
                        }
                        Label {
                            anchors.verticalCenter: parent.verticalCenter
                            text: qsTr("从哪一份开始都行，然后直接改字")
                            color: Theme.ink2
                            wrapMode: Text.NoWrap
                        }
                    }
                    TextBox {
                        id: box
                        width: parent.width
                        height: Theme.px(Theme.isElder ? 250 : 200)
                        label: qsTr("合成的一份")
                        text: page.versions.combined
                        helper: page.versions.combined.length > 0 ? qsTr("可以直接改字。还没有保存") : qsTr("按上面的“从%1开始改”，字就到这里来").arg(page.names[0])
                        mostCharacters: 4000
                        onEdited: text => page.versions.combined = text
                    }
                    Row {
                        spacing: Theme.unit * 4
                        MainButton {
                            id: goOn
                            enabled: page.versions.combined.trim().length > 0 && !busy
                            busy: page.versions.saving
                            text: qsTr("用合成的这份")
                            onClicked: page.versions.keepCombined()
                        }
                        SecondButton {
                            anchors.verticalCenter: parent.verticalCenter
                            quiet: !page.asking
                            color: page.asking ? Theme.danger : Theme.primary
                            text: page.asking ? qsTr("不要合成的字，以后再定") : qsTr("以后再定")
                            onClicked: {
                                if (page.holdsText && !page.asking)
                                    page.leaveAsked();
                                else
                                    page.desk.back();
                            }
                        }
                    }
                    Label {
                        visible: page.asking
                        width: parent.width
                        text: qsTr("合成的字还没有保存。离开这一页，这些字就没有了，几个版本都还在。")
                        font.bold: true
                        color: Theme.warn
                    }
                }
            }
            SecondButton {
                visible: !page.versions.isText
                text: qsTr("以后再定")
                onClicked: page.desk.back()
            }
        }
    }
    ScrollBar {
        anchors.right: parent.right
        height: parent.height
        view: view
    }
    EmptyState {
        visible: page.versions.loaded && page.versions.count === 0
        anchors.centerIn: parent
        width: Theme.px(460)
        iconName: "tick"
        fact: qsTr("这里已经只有一个版本")
        detail: qsTr("别处已经决定好了。按 Esc 返回。")
    }
}

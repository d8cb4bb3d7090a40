// SPDX-License-Identifier: GPL-3.0-or-later
// The contact card (医患连心卡, R-078): every department's phone, for whoever wants to know.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin.Controls
import Lianxin.Kiosk

FocusScope {
    id: page

    required property Kiosk kiosk
    /// Of the window, which has its size from the start: a page that is being made has not.
    readonly property bool landscape: Window.width > Window.height
    readonly property list<string> kinds: ["clinical", "medical_technology", "administrative", "logistics"]
    readonly property list<string> kindWords: [qsTr("临床科室"), qsTr("检查检验"), qsTr("管理科室"), qsTr("后勤服务")]
    readonly property int columns: landscape ? 2 : 1
    /// Rows are made for the departments of one kind, not of all of them first.
    property bool isChosen: false
    readonly property Printing printing: kiosk.printing

    PageBar {
        id: bar
        width: parent.width
        title: qsTr("医患连心卡")
        onLeaveAsked: page.kiosk.endSitting()
        onTextSizeAsked: Theme.textSize = (Theme.textSize + 1) % 3
    }
    PineGround {
        id: office
        visible: page.kiosk.hospital.complaintPhone.length > 0
        x: Theme.margin
        anchors.top: bar.bottom
        anchors.topMargin: Theme.unit * 4
        width: parent.width - 2 * Theme.margin
        height: visible ? Theme.px(page.landscape ? 140 : Theme.isElder ? 264 : 232) : 0
        radius: Theme.cardRadius
        // On a wide screen side by side, which leaves the list a row more.
        Grid {
            id: call
            readonly property real room: parent.width - 2 * x - mark.width
            x: Theme.px(48)
            anchors.verticalCenter: parent.verticalCenter
            columns: page.landscape ? 2 : 1
            columnSpacing: Theme.gutter
            verticalItemAlignment: Grid.AlignVCenter
            Label {
                width: page.landscape ? Math.min(implicitWidth, call.room * 0.6) : call.room
                text: Theme.isElder ? qsTr("投诉、建议、咨询") : qsTr("投诉、建议、咨询，请打服务办公室")
                wrapMode: Text.NoWrap
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Theme.px(28)
                color: Theme.onPine2
            }
            Label {
                width: page.landscape ? Math.min(implicitWidth, call.room * 0.4) : call.room
                text: page.kiosk.hospital.complaintPhone
                font.pixelSize: Theme.px(page.landscape ? 72 : 96)
                fontSizeMode: Text.HorizontalFit
                wrapMode: Text.NoWrap
                font.bold: true
                color: Theme.onPine
            }
        }
        Mark {
            id: mark
            pine: true
            size: Theme.px(80)
            anchors.right: parent.right
            anchors.rightMargin: Theme.px(48)
            anchors.verticalCenter: parent.verticalCenter
        }
    }
    Grid {
        id: tabs
        x: Theme.margin
        anchors.top: office.bottom
        anchors.topMargin: Theme.px(28)
        width: office.width
        columns: Theme.isElder && !page.landscape ? 2 : 4
        spacing: Theme.unit * 2
        Repeater {
            model: 4
            MainButton {
                id: tab
                required property int index
                readonly property bool here: page.kiosk.directory.kind === page.kinds[index]
                width: (tabs.width - tabs.spacing * (tabs.columns - 1)) / tabs.columns
                height: Theme.target
                padding: Theme.unit
                text: page.kindWords[index]
                onClicked: page.kiosk.directory.kind = page.kinds[index]
                Accessible.role: Accessible.PageTab
                Accessible.selected: here
                contentItem: Label {
                    text: tab.text
                    font.pixelSize: Theme.body
                    font.bold: tab.here
                    color: tab.here ? Theme.surface : Theme.ink
                    horizontalAlignment: Text.AlignHCenter
                    verticalAlignment: Text.AlignVCenter
                    fontSizeMode: Text.HorizontalFit
                    minimumPixelSize: Theme.caption
                    wrapMode: Text.NoWrap
                    Accessible.ignored: true
                }
                background: Rectangle {
                    radius: Theme.controlRadius
                    color: tab.here ? Theme.primary : tab.down ? Theme.sunken : Theme.surface
                    border.width: tab.here ? 0 : Theme.edge
                    border.color: Theme.lineStrong
                    FocusRing {
                        shown: tab.visualFocus
                        controlRadius: Theme.controlRadius
                    }
                }
            }
        }
    }
    Card {
        id: sheet
        x: Theme.margin
        width: office.width
        anchors.top: tabs.bottom
        anchors.topMargin: Theme.px(28)
        anchors.bottom: foot.top
        anchors.bottomMargin: list.contentHeight > foot.y - y - Theme.px(28) ? more.height + Theme.px(12) : Theme.px(28)
        GridView {
            id: list
            anchors.fill: parent
            anchors.leftMargin: Theme.px(48)
            anchors.rightMargin: Theme.px(48)
            anchors.topMargin: 1
            anchors.bottomMargin: 1
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            cellWidth: width / page.columns
            cellHeight: Theme.px(Theme.isElder ? 212 : 148)
            model: page.isChosen ? page.kiosk.directory : null
            delegate: CardRow {
                width: list.cellWidth - (page.columns > 1 ? Theme.px(48) : 0)
                height: list.cellHeight
            }
        }
    }
    ScrollHint {
        id: more
        list: list
        x: Theme.margin
        width: office.width
        anchors.bottom: foot.top
    }
    ActionBar {
        id: foot
        anchors.bottom: parent.bottom
        width: parent.width
        backIcon: "print"
        backText: {
            if (!page.printing.hasPrinter)
                return "";
            switch (page.printing.state) {
            case Printing.Working:
                return qsTr("正在打印");
            case Printing.Printed:
                return qsTr("请取纸");
            case Printing.KeptAsFile:
            case Printing.Failed:
                return qsTr("没打出来");
            }
            return qsTr("打印一张");
        }
        onBack: page.printing.print(card.paper(), card.fileName)
        nextText: qsTr("看好了，回首页")
        onNext: page.kiosk.endSitting()
    }
    ContactCardPaper {
        id: card
        hospital: page.kiosk.hospital
        directory: page.kiosk.directory
    }
    Component.onCompleted: {
        printing.look();
        kiosk.directory.kind = kinds[0];
        isChosen = true;
    }
    Component.onDestruction: {
        printing.dismiss();
        kiosk.directory.kind = "";
    }
}

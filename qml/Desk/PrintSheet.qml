// SPDX-License-Identifier: GPL-3.0-or-later
// What the desk prints: the register book of the list that stands (R-127), and the contact card (R-078).
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin.Controls
import Lianxin.Desk

Sheet {
    id: sheet

    required property Desk desk
    readonly property Printing printing: desk.printing
    readonly property Inbox matters: desk.matters
    readonly property bool busy: asked || printing.state === Printing.Working
    readonly property bool tooLong: matters.count > desk.registerBook.most
    property bool asked: false

    title: qsTr("打印")
    leaveText: qsTr("关上")
    widest: Theme.px(640)

    function bookPaper(rows: var): var {
        return {
            "title": qsTr("病人投诉处理登记本"),
            "facts": [sheet.desk.hospital.name, qsTr("%n 件，打印于 %1", "", rows.length).arg(Qt.formatDateTime(new Date(), "yyyy-MM-dd HH:mm"))],
            "heads": [qsTr("编号"), qsTr("时间"), qsTr("姓名"), qsTr("来源"), qsTr("类别"), qsTr("有关科室"), qsTr("投诉对象"), qsTr("反映问题"), qsTr("要求"), qsTr("状态")],
            "shares": [12, 10, 7, 7, 6, 9, 9, 24, 14, 8],
            "rows": rows.map(row => sheet.bookRow(row)),
            "foot": qsTr("内含个人信息，用后归档，不外传"),
            "family": Theme.sansFamily,
            "letters": 8.5,
            "landscape": true
        };
    }
    function bookRow(row: var): var {
        return [row.number, Qt.formatDateTime(row.at, "yyyy-MM-dd HH:mm"), row.anonymous ? qsTr("匿名") : row.withheld ? qsTr("姓名保密") : row.name, Words.origin(row.origin), Words.kind(row.kind), row.department, row.respondent, row.problem, row.demand, Words.stage(row.stage)];
    }

    ContactCardPaper {
        id: card
        hospital: sheet.desk.hospital
        directory: sheet.desk.directory
    }
    Connections {
        target: sheet.desk.registerBook
        function onRead(rows: var) {
            sheet.asked = false;
            sheet.printing.print(sheet.bookPaper(rows), qsTr("登记本 %1").arg(Qt.formatDateTime(new Date(), "yyyy-MM-dd HHmmss")));
        }
    }
    Column {
        width: parent.width
        spacing: Theme.unit * 3
        MainButton {
            width: parent.width
            enabled: !sheet.busy && sheet.matters.count > 0 && !sheet.tooLong
            busy: sheet.busy
            text: qsTr("登记本，这张单子的 %n 件", "", sheet.matters.count)
            onClicked: {
                sheet.asked = true;
                sheet.desk.registerBook.ask(sheet.matters);
            }
        }
        Label {
            visible: sheet.tooLong
            width: parent.width
            text: qsTr("一次最多印 %1 件。请先关上，用状态、类别、科室或搜索缩小单子。").arg(sheet.desk.registerBook.most)
            color: Theme.danger
        }
        SecondButton {
            width: parent.width
            enabled: !sheet.busy
            text: qsTr("医患连心卡，%1 的号码").arg(card.version)
            onClicked: sheet.printing.print(card.paper(), card.fileName)
        }
        // Its room is kept from the start: a button must not move under the finger that is about to touch it.
        Label {
            width: parent.width
            height: Math.max(implicitHeight, 2 * Theme.px(30))
            Accessible.role: Accessible.AlertMessage
            color: sheet.printing.state === Printing.Failed ? Theme.danger : Theme.ink
            text: {
                switch (sheet.printing.state) {
                case Printing.Printed:
                    return qsTr("已交给打印机。也存了一份：%1").arg(sheet.printing.file);
                case Printing.KeptAsFile:
                    return qsTr("没有打印机接收。已存为文件，可以拷走去打印：%1").arg(sheet.printing.file);
                case Printing.Failed:
                    return qsTr("没有打印，也没有存成文件：这台机器的“文档”文件夹写不进去。请找信息科。");
                }
                return "";
            }
        }
    }
    Component.onDestruction: printing.dismiss()
}

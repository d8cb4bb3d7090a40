// SPDX-License-Identifier: GPL-3.0-or-later
// The words for codes that the ward's pages show.
import QtQuick

QtObject {
    readonly property list<string> kindCodes: ["complaint", "opinion", "suggestion", "consultation", "help_request", "criticism", "praise", "accusation"]
    readonly property list<string> kinds: [qsTr("投诉"), qsTr("意见"), qsTr("建议"), qsTr("咨询"), qsTr("求助"), qsTr("批评"), qsTr("表扬"), qsTr("举报")]
    readonly property list<string> seen: [qsTr("未访"), qsTr("已访"), qsTr("拒绝"), qsTr("外出")]
    readonly property list<string> seenIcons: ["ring", "tick", "refused", "walk"]
    readonly property list<string> reasons: [qsTr("服务器的程序较旧，还不认识这种记录"), qsTr("内容不合要求"), qsTr("这台机器不能记这一条：床位或事项不在本病区"), qsTr("服务器上已经有另一个值"), qsTr("编号属于另一种记录")]

    function kind(code: string): string {
        return kinds[kindCodes.indexOf(code)] ?? qsTr("事项");
    }
    /// Today by its time, other days by their date.
    function when(at: date, now: date): string {
        const time = Qt.formatDateTime(at, "HH:mm");
        return at.toDateString() === now.toDateString() ? qsTr("今天 %1").arg(time) : Qt.formatDateTime(at, qsTr("M月d日")) + " " + time;
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
// The contact card (医患连心卡) as it is printed and handed out (R-077, R-078).
import QtQuick
import Lianxin.Controls

QtObject {
    id: card

    required property HospitalFace hospital
    required property Directory directory
    readonly property string version: Qt.formatDate(directory.cardVersion, qsTr("yyyy年M月d日"))
    readonly property string fileName: qsTr("医患连心卡 %1").arg(Qt.formatDate(directory.cardVersion, "yyyy-MM-dd"))

    function paper(): var {
        const rows = [];
        for (const kind of ["clinical", "medical_technology", "administrative", "logistics"])
            for (const one of card.directory.onCard(kind))
                rows.push([one.name, one.location, one.phone]);
        return {
            "title": qsTr("医患连心卡"),
            "facts": [card.hospital.name, qsTr("有什么要问、要说的，随时可以打这些电话。"), qsTr("投诉、建议、咨询，请打服务办公室：%1").arg(card.hospital.complaintPhone)],
            "heads": [qsTr("科室"), qsTr("位置"), qsTr("电话")],
            "shares": [4, 5, 3],
            "rows": rows,
            "foot": qsTr("号码更新于 %1").arg(card.version),
            "family": Theme.sansFamily,
            "letters": 12,
            "landscape": false
        };
    }
}

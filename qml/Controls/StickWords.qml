// SPDX-License-Identifier: GPL-3.0-or-later
// What a stick did, in the words of a page: what happened, what was kept, what to do.
import QtQuick

QtObject {
    function saved(step: var): string {
        const first = qsTr("已存好 %n 条，别人打不开。请把U盘拿到服务办的电脑导入，再带回来读回执。本机的都还在。", "", step.records);
        return step.whole ? first : first + " " + qsTr("还有一些放不下，读了回执再存一次。");
    }
    function brought(step: var): string {
        if (step.changed)
            return qsTr("%1：服务器恢复过备份，这次没有收。请把U盘带回去读回执，再存一次，什么也没有丢。").arg(step.device);
        const said = [qsTr("%1：服务器收到 %n 条。", "", step.records).arg(step.device)];
        if (step.refused > 0)
            said.push(qsTr("其中 %n 条没被收下，带回去读了回执能看到原因。", "", step.refused));
        if (step.before)
            said.push(qsTr("这个文件以前导入过，没有重复。"));
        if (step.revoked)
            said.push(qsTr("这台机器已停用，它的记录先隔离，等管理员决定。"));
        return said.join(" ");
    }
    function fault(code: string): string {
        switch (code) {
        case "medium":
            return qsTr("U盘写不进去：可能满了、写保护，或者拔早了。请换一个U盘。本机的都还在。");
        case "no-file":
            return qsTr("读不到U盘上的文件。请看U盘是否插好。什么也没有改动。");
        case "no-answer":
            return qsTr("没有连上服务器。文件没有动，联网后再导入。");
        case "not-a-desk":
            return qsTr("只有服务办的电脑可以导入。");
        case "newer-version":
            return qsTr("这个文件由更新的程序写成，请先升级。什么也没有改动。");
        case "not-a-bundle":
        case "other-kind":
        case "torn":
        case "not-opened":
        case "content":
        case "too-large":
            return qsTr("文件不完整，或者被改动过。请在那台机器上再存一次。那里的都还在。");
        case "storage":
            return qsTr("这台机器现在读写不了自己的文件。U盘上的没有动。请找信息科。");
        }
        return qsTr("服务器暂时不能收（%1）。文件没有动，请稍后再试。").arg(code);
    }
    function of(step: var): string {
        switch (step.what) {
        case "received":
            return qsTr("回执读好了：服务器收到 %n 条。", "", step.records);
        case "late":
            return qsTr("这份回执用不上了：本机之后已经和服务器联系过。还在等待的，会再存一次。");
        case "saved":
            return saved(step);
        case "nothing":
            return qsTr("没有等待送出的，不用再带。");
        case "brought":
            return brought(step);
        }
        return fault(step.code);
    }
}

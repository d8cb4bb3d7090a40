// SPDX-License-Identifier: GPL-3.0-or-later
// Files and the places where they lie, in words.
import QtQuick

QtObject {
    function size(bytes: real): string {
        if (bytes < 1000 * 1024)
            return qsTr("%1 KB").arg(Math.max(1, Math.round(bytes / 1024)));
        return qsTr("%1 MB").arg((bytes / 1048576).toFixed(1));
    }
    function place(kind: string, name: string): string {
        switch (kind) {
        case "stick":
            return qsTr("U盘 %1").arg(name);
        case "desktop":
            return qsTr("桌面");
        case "pictures":
            return qsTr("图片");
        case "documents":
            return qsTr("文档");
        case "downloads":
            return qsTr("下载");
        }
        return qsTr("我的文件夹");
    }
}

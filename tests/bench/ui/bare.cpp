// SPDX-License-Identifier: GPL-3.0-or-later
// The floor of a window: the least program of the same kind, one QML window of the kiosk's size with one line
// of text on it. It links nothing of ours.
#include <QGuiApplication>
#include <QQmlApplicationEngine>

int main(int count, char** words) {
    const QGuiApplication application(count, words);
    QQmlApplicationEngine engine;
    engine.loadData(R"(import QtQuick
Window {
    width: 1080
    height: 1920
    visible: true
    Text {
        anchors.centerIn: parent
        font.pixelSize: 40
        text: "您好"
    }
})");
    return QGuiApplication::exec();
}

// SPDX-License-Identifier: GPL-3.0-or-later
// The program with a window: opens a device's folder and shows the face of its role.
#include "app/kiosk/kiosk.h"
#include "app/terminal/message.h"
#include "app/window/icon_provider.h"
#include "app/window/theme.h"

#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QtQml/qqmlextensionplugin.h>

#include <iostream>

Q_IMPORT_QML_PLUGIN(Lianxin_ControlsPlugin)
Q_IMPORT_QML_PLUGIN(Lianxin_KioskPlugin)

using namespace lianxin;

namespace {

int show(QGuiApplication& application, const std::filesystem::path& folder) {
    window::StoreLink store(folder);
    kiosk::Kiosk kiosk(store);
    QQmlApplicationEngine engine;
    engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
    engine.addImageProvider(QStringLiteral("icon"), new window::IconProvider);
    engine.setInitialProperties({{QStringLiteral("kiosk"), QVariant::fromValue(&kiosk)},
                                 {QStringLiteral("width"), 1080},
                                 {QStringLiteral("height"), 1920},
                                 {QStringLiteral("visible"), true}});
    engine.load(QUrl(QStringLiteral("qrc:/qt/qml/Lianxin/Kiosk/KioskWindow.qml")));
    return engine.rootObjects().isEmpty() ? EXIT_FAILURE : application.exec();
}

} // namespace

int main(int count, char** words) {
    QGuiApplication application(count, words);
    try {
        return show(application, words[1]);
    } catch (const terminal::Trouble& trouble) {
        terminal::print(std::cerr, trouble, false);
        return static_cast<int>(trouble.status());
    }
}

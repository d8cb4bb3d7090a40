// SPDX-License-Identifier: GPL-3.0-or-later
// The program with a window: opens a device's folder and shows one face of it.
#include "app/kiosk/kiosk.h"
#include "app/terminal/command_line.h"
#include "app/terminal/message.h"
#include "app/ward/ward_face.h"
#include "app/window/icon_provider.h"
#include "app/window/language.h"

#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QScreen>
#include <QtQml/qqmlextensionplugin.h>

#include <iostream>

Q_IMPORT_QML_PLUGIN(Lianxin_ControlsPlugin)
Q_IMPORT_QML_PLUGIN(Lianxin_KioskPlugin)
Q_IMPORT_QML_PLUGIN(Lianxin_WardPlugin)

/// Written by Qt's build tools: makes the module's types known before any page imports it.
extern void qml_register_types_Lianxin_Controls();

using namespace lianxin;

namespace {

using terminal::ExitStatus;
using terminal::Trouble;
using window::Theme;

const std::vector<terminal::Option> options = {{"--data"}, {"--face"}, {"--size"}};
const std::vector<terminal::Command> commands = {{"open", 0, 0, {"--data"}, {"--face", "--size"}}};

QSize sizeOf(const terminal::CommandLine& line, Theme::Face face) {
    const auto text = QString::fromStdString(line.value("--size").value_or("")).split(QLatin1Char('x'));
    if (text.size() == 2)
        return {text[0].toInt(), text[1].toInt()};
    const QSize screen = QGuiApplication::primaryScreen()->size();
    const QSize reference = face == Theme::Kiosk  ? QSize(1080, 1920)
                            : face == Theme::Ward ? QSize(1280, 800)
                                                  : QSize(1920, 1080);
    return reference.boundedTo(screen);
}

/// The engine makes the theme; the program says what it is like.
Theme& themeOf(QQmlEngine& engine) {
    qml_register_types_Lianxin_Controls();
    return *engine.singletonInstance<Theme*>(qmlTypeId("Lianxin.Controls", 1, 0, "Theme"));
}

Theme::Face faceOf(const terminal::CommandLine& line) {
    const std::string name = line.value("--face").value_or("kiosk");
    if (name == "kiosk")
        return Theme::Kiosk;
    if (name == "ward")
        return Theme::Ward;
    throw Trouble(ExitStatus::NotDone, "no-such-face",
                  {"没有叫 " + name + " 的界面。可以是 kiosk 或 ward。",
                   "There is no face called " + name + ". It is kiosk or ward."});
}

/// One page of the program fills the window until it is closed.
int show(QGuiApplication& application, QQmlApplicationEngine& engine, const QSize& size, const char* page,
         QVariantMap properties) {
    properties.insert(QStringLiteral("width"), size.width());
    properties.insert(QStringLiteral("height"), size.height());
    properties.insert(QStringLiteral("visible"), true);
    engine.setInitialProperties(properties);
    engine.load(QUrl(QStringLiteral("qrc:/qt/qml/Lianxin/") + QLatin1String(page)));
    return engine.rootObjects().isEmpty() ? EXIT_FAILURE : application.exec();
}

int open(QGuiApplication& application, const terminal::CommandLine& line) {
    window::StoreLink store(*line.value("--data"));
    QQmlApplicationEngine engine;
    engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
    engine.addImageProvider(QStringLiteral("icon"), new window::IconProvider);
    const Theme::Face face = faceOf(line);
    const QSize size = sizeOf(line, face);
    Theme& theme = themeOf(engine);
    theme.setFace(face);
    theme.setScale(Theme::scaleFor(face, std::min(size.width(), size.height()), 0));
    window::Language language(theme);
    QObject::connect(&language, &window::Language::changed, &engine, &QQmlEngine::retranslate);
    if (face == Theme::Ward) {
        ward::WardFace ward(store, theme, language);
        return show(application, engine, size, "Ward/WardWindow.qml",
                    {{QStringLiteral("ward"), QVariant::fromValue(&ward)}});
    }
    kiosk::Kiosk kiosk(store, theme, language);
    return show(application, engine, size, "Kiosk/KioskWindow.qml",
                {{QStringLiteral("kiosk"), QVariant::fromValue(&kiosk)}});
}

int run(QGuiApplication& application, const std::vector<std::string>& arguments) {
    try {
        const auto line = terminal::parseCommandLine(options, commands, arguments);
        if (!line)
            throw terminal::usageTrouble(line.error(), "lianxin --help");
        return open(application, *line);
    } catch (const Trouble& trouble) {
        terminal::print(std::cerr, trouble, false);
        return static_cast<int>(trouble.status());
    }
}

} // namespace

int main(int count, char** words) {
    QGuiApplication application(count, words);
    return run(application, {words + 1, words + count});
}

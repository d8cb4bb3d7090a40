// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/device/face_window.h"

#include "app/desk/desk.h"
#include "app/kiosk/kiosk.h"
#include "app/ward/ward_face.h"
#include "app/window/icon_provider.h"

#include <QCoreApplication>

#include <iostream>
#include <stdexcept>

namespace lianxin::device {

namespace {

using window::Theme;

/// The engine makes the theme, and only a page that imports it gets the one that the pages get; the program
/// says what it is like.
Theme& themeOf(QQmlEngine& engine) {
    engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
    QQmlComponent page(&engine);
    page.setData("import QtQml\nimport Lianxin.Controls\nQtObject { readonly property var theme: Theme }",
                 {});
    const std::unique_ptr<QObject> asked(page.create());
    return *asked->property("theme").value<Theme*>();
}

struct Pages {
    std::unique_ptr<QObject> controller;
    QString property; ///< under which the window knows it
};

Pages pagesOf(Theme::Face face, window::StoreLink& store, Theme& theme, window::Language& language) {
    switch (face) {
    case Theme::Ward:
        return {std::make_unique<ward::WardFace>(store, theme, language), QStringLiteral("ward")};
    case Theme::Desk:
        return {std::make_unique<desk::Desk>(store, language), QStringLiteral("desk")};
    case Theme::Kiosk:
    case Theme::Patient: // which the ward's face turns into by itself
        break;
    }
    return {std::make_unique<kiosk::Kiosk>(store, theme, language), QStringLiteral("kiosk")};
}

std::unique_ptr<store::Device> opened(const std::filesystem::path& folder) {
    auto device = std::make_unique<store::Device>(folder);
    if (device->salvage())
        terminal::print(std::cerr, store::inWords(*device->salvage()));
    return device;
}

QUrl windowOf(Theme::Face face) {
    const char* file = face == Theme::Ward   ? "Ward/WardWindow.qml"
                       : face == Theme::Desk ? "Desk/DeskWindow.qml"
                                             : "Kiosk/KioskWindow.qml";
    return QUrl(QStringLiteral("qrc:/qt/qml/Lianxin/") + QLatin1String(file));
}

} // namespace

// Looking a device's file over and reading the pages take about as long as each other: they go on side by
// side.
FaceWindow::FaceWindow(const std::filesystem::path& folder, Theme::Face face, QSize size,
                       double pixelsPerMillimetre)
    : FaceWindow(std::async(std::launch::async, [folder] { return opened(folder); }), face, size,
                 pixelsPerMillimetre) {}

FaceWindow::FaceWindow(OpeningDevice opening, Theme::Face face, QSize size, double pixelsPerMillimetre)
    : theme_(themeOf(engine_)),
      pages_(&engine_, windowOf(face), QQmlComponent::Asynchronous),
      store_(opening.get()),
      language_(theme_) {
    engine_.addImageProvider(QStringLiteral("icon"), new window::IconProvider);
    theme_.setFace(face);
    theme_.setScale(Theme::scaleFor(face, size, pixelsPerMillimetre));
    QObject::connect(&language_, &window::Language::changed, &engine_, &QQmlEngine::retranslate);
    Pages pages = pagesOf(face, store_, theme_, language_);
    controller_ = std::move(pages.controller);
    while (pages_.isLoading())
        QCoreApplication::processEvents(QEventLoop::ExcludeUserInputEvents | QEventLoop::WaitForMoreEvents);
    window_ = qobject_cast<QQuickWindow*>(
        pages_.createWithInitialProperties({{pages.property, QVariant::fromValue(controller_.get())},
                                            {QStringLiteral("width"), size.width()},
                                            {QStringLiteral("height"), size.height()},
                                            {QStringLiteral("visible"), true}}));
    if (!window_)
        throw std::runtime_error("the pages could not be shown: " + pages_.errorString().toStdString());
}

FaceWindow::~FaceWindow() {
    delete window_;
}

} // namespace lianxin::device

// The pages are linked into the program, and nothing but their plug-ins' names says so. In this file, so that
// whoever opens a window has them.
#include <QtQml/qqmlextensionplugin.h>
Q_IMPORT_QML_PLUGIN(Lianxin_ControlsPlugin)
Q_IMPORT_QML_PLUGIN(Lianxin_KioskPlugin)
Q_IMPORT_QML_PLUGIN(Lianxin_DeskPlugin)
Q_IMPORT_QML_PLUGIN(Lianxin_WardPlugin)

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/device/face_window.h"

#include "app/desk/desk.h"
#include "app/kiosk/kiosk.h"
#include "app/ward/ward_face.h"
#include "app/window/icon_provider.h"

#include <QQmlComponent>

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
    QString window;
};

Pages pagesOf(Theme::Face face, window::StoreLink& store, Theme& theme, window::Language& language) {
    switch (face) {
    case Theme::Ward:
        return {std::make_unique<ward::WardFace>(store, theme, language), QStringLiteral("ward"),
                QStringLiteral("Ward/WardWindow.qml")};
    case Theme::Desk:
        return {std::make_unique<desk::Desk>(store, language), QStringLiteral("desk"),
                QStringLiteral("Desk/DeskWindow.qml")};
    case Theme::Kiosk:
        break;
    }
    return {std::make_unique<kiosk::Kiosk>(store, theme, language), QStringLiteral("kiosk"),
            QStringLiteral("Kiosk/KioskWindow.qml")};
}

} // namespace

FaceWindow::FaceWindow(const std::filesystem::path& folder, Theme::Face face, QSize size,
                       double pixelsPerMillimetre)
    : store_(folder), theme_(themeOf(engine_)), language_(theme_) {
    engine_.addImageProvider(QStringLiteral("icon"), new window::IconProvider);
    theme_.setFace(face);
    theme_.setScale(Theme::scaleFor(face, size, pixelsPerMillimetre));
    QObject::connect(&language_, &window::Language::changed, &engine_, &QQmlEngine::retranslate);
    Pages pages = pagesOf(face, store_, theme_, language_);
    controller_ = std::move(pages.controller);
    engine_.setInitialProperties({{pages.property, QVariant::fromValue(controller_.get())},
                                  {QStringLiteral("width"), size.width()},
                                  {QStringLiteral("height"), size.height()},
                                  {QStringLiteral("visible"), true}});
    engine_.load(QUrl(QStringLiteral("qrc:/qt/qml/Lianxin/") + pages.window));
    window_ = engine_.rootObjects().isEmpty() ? nullptr
                                              : qobject_cast<QQuickWindow*>(engine_.rootObjects().first());
    if (!window_)
        throw std::runtime_error("the pages could not be shown");
}

FaceWindow::~FaceWindow() {
    delete window_;
}

} // namespace lianxin::device

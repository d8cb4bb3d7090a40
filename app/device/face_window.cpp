// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/device/face_window.h"

#include "app/window/icon_provider.h"

#include <QtQml/qqmlextensionplugin.h>

#include <stdexcept>

Q_IMPORT_QML_PLUGIN(Lianxin_ControlsPlugin)
Q_IMPORT_QML_PLUGIN(Lianxin_KioskPlugin)

/// Written by Qt's build tools: makes the module's types known before any page imports it.
extern void qml_register_types_Lianxin_Controls();

namespace lianxin::device {

namespace {

using window::Theme;

/// The engine makes the theme; the program says what it is like.
Theme& themeOf(QQmlEngine& engine) {
    qml_register_types_Lianxin_Controls();
    return *engine.singletonInstance<Theme*>(qmlTypeId("Lianxin.Controls", 1, 0, "Theme"));
}

} // namespace

FaceWindow::FaceWindow(const std::filesystem::path& folder, Theme::Face face, QSize size,
                       double pixelsPerMillimetre)
    : store_(folder), theme_(themeOf(engine_)), language_(theme_) {
    engine_.addImportPath(QStringLiteral("qrc:/qt/qml"));
    engine_.addImageProvider(QStringLiteral("icon"), new window::IconProvider);
    theme_.setFace(face);
    theme_.setScale(Theme::scaleFor(face, std::min(size.width(), size.height()), pixelsPerMillimetre));
    QObject::connect(&language_, &window::Language::changed, &engine_, &QQmlEngine::retranslate);
    kiosk_ = std::make_unique<kiosk::Kiosk>(store_, theme_, language_);
    engine_.setInitialProperties({{QStringLiteral("kiosk"), QVariant::fromValue(kiosk_.get())},
                                  {QStringLiteral("width"), size.width()},
                                  {QStringLiteral("height"), size.height()},
                                  {QStringLiteral("visible"), true}});
    engine_.load(QUrl(QStringLiteral("qrc:/qt/qml/Lianxin/Kiosk/KioskWindow.qml")));
    window_ = engine_.rootObjects().isEmpty() ? nullptr : qobject_cast<QQuickWindow*>(engine_.rootObjects().first());
    if (!window_)
        throw std::runtime_error("the pages could not be shown");
}

} // namespace lianxin::device

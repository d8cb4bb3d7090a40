// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/window/writing_window.h"

#include "app/window/icon_provider.h"
#include "app/window/theme.h"

#include <QQmlEngine>
#include <QtTest>

namespace lianxin::tests {

namespace {

const QUrl& pageFile() {
    static const QUrl file =
        QUrl::fromLocalFile(QStringLiteral(LIANXIN_SOURCE_DIR "/tests/unit/window/writing_page.qml"));
    return file;
}

} // namespace

WritingWindow::WritingWindow() : finger_(view_) {
    view_.engine()->addImportPath(QStringLiteral("qrc:/qt/qml"));
    view_.engine()->addImageProvider(QStringLiteral("icon"), new window::IconProvider);
    view_.setResizeMode(QQuickView::SizeRootObjectToView);
}

void WritingWindow::begin(QSize size, int textSize) {
    view_.resize(size);
    view_.setSource(pageFile());
    view_.show();
    view_.requestActivate();
    if (!QTest::qWaitForWindowActive(&view_))
        qFatal("the window did not become active");
    const int type = qmlTypeId("Lianxin.Controls", 1, 0, "Theme");
    view_.engine()->singletonInstance<window::Theme*>(type)->setTextSize(
        static_cast<window::Theme::TextSize>(textSize));
    QCoreApplication::processEvents();
}

window::Composer& WritingWindow::composer() {
    return *view_.rootObject()->property("composer").value<window::Composer*>();
}

} // namespace lianxin::tests

// The controls are linked into the test, and nothing but this name says so.
#include <QtQml/qqmlextensionplugin.h>
Q_IMPORT_QML_PLUGIN(Lianxin_ControlsPlugin)

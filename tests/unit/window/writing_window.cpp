// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/window/writing_window.h"

#include "app/window/icon_provider.h"
#include "app/window/theme.h"

#include <QAccessible>
#include <QQmlEngine>
#include <QtTest>

namespace lianxin::tests {

namespace {

QString nameOf(QQuickItem* item) {
    QAccessibleInterface* face = QAccessible::queryAccessibleInterface(item);
    return face ? face->text(QAccessible::Name) : QString();
}

// In front is what was added last. A control has the name of the words on it, and comes before them.
QQuickItem* search(QQuickItem* item, const QString& name) {
    if (!item->isVisible() || !item->isEnabled() || item->opacity() == 0)
        return nullptr;
    if (nameOf(item) == name)
        return item;
    const auto children = item->childItems();
    for (auto child = children.rbegin(); child != children.rend(); ++child)
        if (QQuickItem* found = search(*child, name))
            return found;
    return nullptr;
}

} // namespace

WritingWindow::WritingWindow(QSize size) : finger_(QTest::createTouchDevice()) {
    view_.engine()->addImportPath(QStringLiteral("qrc:/qt/qml"));
    view_.engine()->addImageProvider(QStringLiteral("icon"), new window::IconProvider);
    view_.setResizeMode(QQuickView::SizeRootObjectToView);
    view_.resize(size);
    view_.setSource(
        QUrl::fromLocalFile(QStringLiteral(LIANXIN_SOURCE_DIR "/tests/unit/window/writing_page.qml")));
    view_.show();
    view_.requestActivate();
    if (!QTest::qWaitForWindowActive(&view_))
        qFatal("the window did not become active");
}

window::Composer& WritingWindow::composer() {
    return *view_.rootObject()->property("composer").value<window::Composer*>();
}

QQuickItem* WritingWindow::find(const QString& name) const {
    return search(view_.contentItem(), name);
}

void WritingWindow::setTextSize(int size) {
    const int type = qmlTypeId("Lianxin.Controls", 1, 0, "Theme");
    view_.engine()->singletonInstance<window::Theme*>(type)->setTextSize(
        static_cast<window::Theme::TextSize>(size));
    QCoreApplication::processEvents();
}

bool WritingWindow::touch(const QString& name) {
    QQuickItem* item = find(name);
    if (item)
        touch(item->mapToScene({item->width() / 2, item->height() / 2}));
    return item;
}

void WritingWindow::touch(QPointF place) {
    QTest::touchEvent(&view_, finger_.get()).press(1, place.toPoint());
    QTest::touchEvent(&view_, finger_.get()).release(1, place.toPoint());
    QCoreApplication::processEvents();
}

void WritingWindow::draw(const QPolygonF& stroke) {
    QTest::touchEvent(&view_, finger_.get()).press(1, stroke.front().toPoint());
    for (const QPointF& place : stroke)
        QTest::touchEvent(&view_, finger_.get()).move(1, place.toPoint());
    QTest::touchEvent(&view_, finger_.get()).release(1, stroke.back().toPoint());
    QCoreApplication::processEvents();
}

} // namespace lianxin::tests

// The controls are linked into the test, and nothing but this name says so.
#include <QtQml/qqmlextensionplugin.h>
Q_IMPORT_QML_PLUGIN(Lianxin_ControlsPlugin)

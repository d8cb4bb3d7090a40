// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/device/tour/finger.h"

#include <QAccessible>
#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QEventLoop>
#include <QMouseEvent>
#include <QQuickItem>
#include <QTimer>

namespace lianxin::device {

namespace {

constexpr auto patience = std::chrono::seconds(10);

bool isInSight(const QQuickItem& item) {
    return item.isVisible() && item.isEnabled() && item.width() > 0 && item.height() > 0;
}

QString nameOf(QQuickItem* item) {
    const QAccessibleInterface* said = QAccessible::queryAccessibleInterface(item);
    return said && said->isValid() ? said->text(QAccessible::Name) : QString();
}

/// What lies on top is found first. A name that is met whole goes before one that only begins so.
void search(QQuickItem* item, const QString& name, QQuickItem*& whole, QQuickItem*& begins) {
    if (!isInSight(*item) && item->parentItem())
        return;
    QList<QQuickItem*> children = item->childItems();
    for (auto child = children.rbegin(); child != children.rend(); ++child)
        search(*child, name, whole, begins);
    const QString said = nameOf(item);
    if (!whole && said == name)
        whole = item;
    if (!begins && said.startsWith(name))
        begins = item;
}

void sendMouse(QQuickWindow& window, QEvent::Type type, const QPointF& at, Qt::MouseButtons held) {
    QMouseEvent event(type, at, window.mapToGlobal(at), Qt::LeftButton, held, Qt::NoModifier);
    QCoreApplication::sendEvent(&window, &event);
}

} // namespace

QQuickItem* Finger::find(const QString& name) const {
    QQuickItem* whole = nullptr;
    QQuickItem* begins = nullptr;
    search(window_.contentItem(), name, whole, begins);
    return whole ? whole : begins;
}

bool Finger::sees(const QString& name) const {
    return find(name) != nullptr;
}

bool Finger::waitUntil(const std::function<bool()>& holds) const {
    const QDeadlineTimer deadline(patience);
    while (!holds()) {
        if (deadline.hasExpired())
            return false;
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 20);
    }
    return true;
}

bool Finger::touch(const QString& name) {
    if (!waitUntil([&] { return sees(name); })) {
        qWarning("nothing is called %s", qUtf8Printable(name));
        return false;
    }
    QQuickItem* item = find(name);
    const QPointF at = item->mapToScene(QPointF(item->width() / 2, item->height() / 2));
    sendMouse(window_, QEvent::MouseButtonPress, at, Qt::LeftButton);
    sendMouse(window_, QEvent::MouseButtonRelease, at, Qt::NoButton);
    settle();
    return true;
}

void Finger::settle() const {
    constexpr int turns = 4;
    for (int turn = 0; turn < turns; ++turn)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
}

QImage Finger::picture() const {
    settle();
    return window_.grabWindow();
}

} // namespace lianxin::device

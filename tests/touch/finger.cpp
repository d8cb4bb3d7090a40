// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/touch/finger.h"

#include <QAccessible>
#include <QtTest>

namespace lianxin::tests {

namespace {

struct Found {
    QQuickItem* whole = nullptr;
    QQuickItem* begins = nullptr;
};

// In front is what was added last. A control has the name of the words on it, and comes before them.
void search(QQuickItem& item, const QString& name, Found& found) {
    if (!item.isVisible() || !item.isEnabled() || item.opacity() == 0)
        return;
    const QString said = accessibleName(item);
    if (said == name)
        found.whole = &item;
    else if (!found.begins && said.startsWith(name))
        found.begins = &item;
    const auto children = item.childItems();
    for (auto child = children.rbegin(); child != children.rend() && !found.whole; ++child)
        search(**child, name, found);
}

} // namespace

QString accessibleName(QQuickItem& item) {
    QAccessibleInterface* face = QAccessible::queryAccessibleInterface(&item);
    return face && face->isValid() ? face->text(QAccessible::Name) : QString();
}

Finger::Finger(QQuickWindow& window) : window_(window), device_(QTest::createTouchDevice()) {}

QQuickItem* Finger::find(const QString& name) const {
    Found found;
    search(*window_.contentItem(), name, found);
    return found.whole ? found.whole : found.begins;
}

QPointF Finger::middleOf(const QQuickItem& item) {
    return item.mapToScene({item.width() / 2, item.height() / 2});
}

void Finger::press(QPointF place) {
    QTest::touchEvent(&window_, device_.get()).press(1, place.toPoint());
}

void Finger::move(QPointF place) {
    QTest::touchEvent(&window_, device_.get()).move(1, place.toPoint());
}

void Finger::release(QPointF place) {
    QTest::touchEvent(&window_, device_.get()).release(1, place.toPoint());
}

bool Finger::touch(const QString& name) {
    const QQuickItem* item = find(name);
    if (item)
        touch(middleOf(*item));
    return item;
}

void Finger::touch(QPointF place) {
    press(place);
    release(place);
    QCoreApplication::processEvents();
}

void Finger::draw(const QPolygonF& stroke) {
    press(stroke.front());
    for (const QPointF& place : stroke)
        move(place);
    release(stroke.back());
    QCoreApplication::processEvents();
}

} // namespace lianxin::tests

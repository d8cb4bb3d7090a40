// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/device/tour/finger.h"

#include <QAccessible>
#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QEventLoop>
#include <QQuickItem>
#include <QTimer>
#include <QtGui/qtestsupport_gui.h>

#include <cmath>
#include <memory>

QT_BEGIN_NAMESPACE
/// Qt's own door for whoever plays a person; beside the one for touches, but in no header of Qt Gui.
Q_GUI_EXPORT void qt_handleKeyEvent(QWindow* window, QEvent::Type type, int key,
                                    Qt::KeyboardModifiers modifiers, const QString& text, bool repeated,
                                    ushort count);
QT_END_NAMESPACE

namespace lianxin::device {

namespace {

constexpr auto patience = std::chrono::seconds(10);

bool isInSight(const QQuickItem& item) {
    return item.isVisible() && item.isEnabled() && item.width() > 0 && item.height() > 0;
}

/// How well a thing fits a name that is looked for; what can be touched goes before what can only be read.
enum class Fit : std::uint8_t { None, TextBegins, TextWhole, ControlBegins, ControlWhole };

Fit fitOf(QQuickItem* item, const QString& name) {
    const QAccessibleInterface* said = QAccessible::queryAccessibleInterface(item);
    if (!said || !said->isValid())
        return Fit::None;
    const QString is = said->text(QAccessible::Name);
    if (!is.startsWith(name))
        return Fit::None;
    const bool whole = is.size() == name.size();
    switch (said->role()) {
    case QAccessible::Button:
    case QAccessible::RadioButton:
    case QAccessible::CheckBox:
    case QAccessible::EditableText:
    case QAccessible::ComboBox:
    case QAccessible::ListItem:
    case QAccessible::PageTab:
        return whole ? Fit::ControlWhole : Fit::ControlBegins;
    default:
        return whole ? Fit::TextWhole : Fit::TextBegins;
    }
}

struct Found {
    QQuickItem* item = nullptr;
    Fit fit = Fit::None;
};

/// Of what fits alike, what lies on top.
void search(QQuickItem* item, const QString& name, Found& found) {
    if (!isInSight(*item) && item->parentItem())
        return;
    const QList<QQuickItem*> children = item->childItems();
    for (auto child = children.rbegin(); child != children.rend(); ++child)
        search(*child, name, found);
    if (const Fit fit = fitOf(item, name); fit > found.fit)
        found = {item, fit};
}

/// What scrolls goes there, as a person would bring it there; whether it had to.
bool bringIntoView(QQuickItem& item) {
    bool scrolled = false;
    for (QQuickItem* above = item.parentItem(); above; above = above->parentItem()) {
        if (!above->inherits("QQuickFlickable"))
            continue;
        const double top = item.mapToItem(above, QPointF(0, 0)).y();
        const double bottom = top + std::min(item.height(), above->height());
        const double by = top < 0 ? top : bottom > above->height() ? bottom - above->height() : 0;
        if (std::abs(by) <= 1)
            continue;
        above->setProperty("contentY", above->property("contentY").toDouble() + by);
        scrolled = true;
    }
    return scrolled;
}

const QPointingDevice& screen() {
    static const std::unique_ptr<const QPointingDevice> device(QTest::createTouchDevice());
    return *device;
}

} // namespace

QQuickItem* Finger::find(const QString& name) const {
    Found found;
    search(window_.contentItem(), name, found);
    return found.item;
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
    settle();
    QQuickItem* item = find(name);
    if (item && bringIntoView(*item)) {
        settle();
        item = find(name); // scrolling may have made another one of it
    }
    if (!item)
        return false;
    const QPointF at = item->mapToScene(QPointF(item->width() / 2, item->height() / 2));
    press(at, QEventPoint::Pressed);
    press(at, QEventPoint::Released);
    settle();
    return true;
}

void Finger::draw(const QPolygonF& stroke) {
    press(stroke.front(), QEventPoint::Pressed);
    for (const QPointF& place : stroke) {
        press(place, QEventPoint::Updated);
        settle(); // moves that come within one frame are taken together
    }
    press(stroke.back(), QEventPoint::Released);
    settle();
}

void Finger::press(const QPointF& place, QEventPoint::State state) {
    const QEventPoint point(1, state, place, window_.mapToGlobal(place));
    qt_handleTouchEvent(&window_, &screen(), {point}, Qt::NoModifier);
}

void Finger::strike(Qt::Key key, Qt::KeyboardModifiers modifiers) {
    qt_handleKeyEvent(&window_, QEvent::KeyPress, key, modifiers, {}, false, 1);
    qt_handleKeyEvent(&window_, QEvent::KeyRelease, key, modifiers, {}, false, 1);
    settle();
}

void Finger::type(const QString& text) {
    for (const QChar letter : text) {
        qt_handleKeyEvent(&window_, QEvent::KeyPress, 0, Qt::NoModifier, QString(letter), false, 1);
        qt_handleKeyEvent(&window_, QEvent::KeyRelease, 0, Qt::NoModifier, QString(letter), false, 1);
    }
    settle();
}

/// Columns and rows give their things a place when a frame is drawn: before it, a thing that has just come is
/// not where it will be seen.
void Finger::settle() const {
    bool drawn = false;
    const auto watch =
        QObject::connect(&window_, &QQuickWindow::frameSwapped, &window_, [&] { drawn = true; });
    QCoreApplication::processEvents();
    window_.update();
    waitUntil([&] { return drawn; });
    QObject::disconnect(watch);
}

QImage Finger::picture() const {
    settle();
    return window_.grabWindow();
}

} // namespace lianxin::device

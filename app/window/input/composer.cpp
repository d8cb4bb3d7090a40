// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/input/composer.h"

#include <QCoreApplication>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QTextCharFormat>

#include <utility>

namespace lianxin::window {

namespace {

QString text(const std::u16string& from) {
    return QString::fromStdU16String(from);
}

bool isSmallLetter(const QString& key) {
    return key.size() == 1 && key[0] >= QLatin1Char('a') && key[0] <= QLatin1Char('z');
}

// Words of letters are set apart by a blank; characters are not.
bool wantsBlankBetween(const QString& before, const QString& phrase) {
    return !before.isEmpty() && !before.back().isSpace() && !phrase.isEmpty() &&
           before.back().unicode() < 0x2E80 && phrase.front().unicode() < 0x2E80;
}

} // namespace

Composer::Composer(QObject* parent)
    : QObject(parent), pinyin_(LIANXIN_PINYIN_DICTIONARY), handwriting_(LIANXIN_HANDWRITING_MODEL) {}

void Composer::setControl(QQuickItem* item) {
    if (item == control_)
        return;
    finish();
    if (control_)
        disconnect(control_, nullptr, this, nullptr);
    control_ = item;
    asked_ = ask();
    // Both text controls of Qt Quick have this signal, and no public class in common that declares it.
    if (asked_.writing)
        connect(control_, SIGNAL(cursorPositionChanged()), this, SLOT(showAgain()), Qt::QueuedConnection);
    setLatin(asked_.latin || usuallyLatin_);
    emit controlChanged();
}

Composer::Asked Composer::ask() const {
    Asked asked;
    if (!control_ || !control_->flags().testFlag(QQuickItem::ItemAcceptsInputMethod))
        return asked;
    QInputMethodQueryEvent query(Qt::ImEnabled | Qt::ImHints);
    QCoreApplication::sendEvent(control_, &query);
    const Qt::InputMethodHints hints(query.value(Qt::ImHints).toInt());
    asked.writing = query.value(Qt::ImEnabled).toBool();
    asked.manyLines = hints.testFlag(Qt::ImhMultiLine);
    asked.latin = hints & (Qt::ImhLatinOnly | Qt::ImhEmailCharactersOnly | Qt::ImhUrlCharactersOnly |
                           Qt::ImhHiddenText);
    asked.keys = hints.testFlag(Qt::ImhDigitsOnly)               ? Digits
                 : hints.testFlag(Qt::ImhFormattedNumbersOnly)   ? Numbers
                 : hints.testFlag(Qt::ImhDialableCharactersOnly) ? PhoneDigits
                                                                 : Letters;
    return asked;
}

void Composer::setLatin(bool latin) {
    if (latin_ == latin)
        return;
    finish();
    latin_ = latin;
    emit latinChanged();
}

void Composer::setUsuallyLatin(bool latin) {
    if (std::exchange(usuallyLatin_, latin) == latin)
        return;
    setLatin(asked_.latin || usuallyLatin_);
    emit usuallyLatinChanged();
}

void Composer::type(const QString& key) {
    if (!latin_ && isSmallLetter(key)) {
        const QString before = strokes_.isEmpty() ? QString() : takeFirst();
        refresh(before + text(pinyin_.add(key[0].toLatin1())));
    } else {
        refresh(takeFirst() + key);
    }
}

void Composer::backspace() {
    if (!strokes_.isEmpty()) {
        undoStroke();
    } else if (!pinyin_.isEmpty()) {
        pinyin_.eraseLast();
        refresh({});
    } else {
        press(Qt::Key_Backspace, {});
    }
}

void Composer::space() {
    if (isComposing())
        choose(0);
    else
        send(QStringLiteral(" "));
}

void Composer::enter() {
    if (!pinyin_.isEmpty())
        refresh(text(pinyin_.takeLetters()));
    else if (!strokes_.isEmpty())
        finish();
    else
        press(Qt::Key_Return, QStringLiteral("\r"));
}

void Composer::choose(int candidate) {
    if (candidate < 0 || candidate >= candidates_.size())
        return;
    if (strokes_.isEmpty()) {
        refresh(text(pinyin_.choose(static_cast<std::size_t>(candidate))));
    } else {
        const QString character = candidates_[candidate];
        strokes_.clear();
        refresh(character);
    }
}

QString Composer::takeFirst() {
    QString first = strokes_.isEmpty() ? QString() : candidates_.value(0);
    strokes_.clear();
    while (!pinyin_.isEmpty())
        first += text(pinyin_.choose(0));
    return first;
}

void Composer::finish() {
    if (isComposing())
        refresh(takeFirst());
}

void Composer::insert(const QString& phrase) {
    finish();
    if (!control_)
        return;
    QInputMethodQueryEvent query(Qt::ImTextBeforeCursor);
    QCoreApplication::sendEvent(control_, &query);
    const bool apart = wantsBlankBetween(query.value(Qt::ImTextBeforeCursor).toString(), phrase);
    send(apart ? QLatin1Char(' ') + phrase : phrase);
}

void Composer::addStroke(const QPolygonF& stroke) {
    strokes_.append(stroke);
    readStrokes();
}

void Composer::undoStroke() {
    if (!strokes_.isEmpty())
        strokes_.removeLast();
    readStrokes();
}

void Composer::clearStrokes() {
    strokes_.clear();
    readStrokes();
}

void Composer::readStrokes() {
    std::vector<Handwriting::Stroke> strokes;
    for (const QPolygonF& polygon : std::as_const(strokes_)) {
        Handwriting::Stroke& stroke = strokes.emplace_back();
        for (const QPointF& point : polygon)
            stroke.push_back({point.x(), point.y()});
    }
    candidates_.clear();
    for (const std::string& character : handwriting_.read(strokes))
        candidates_.append(QString::fromStdString(character));
    emit changed();
}

// Text goes into the control, and the pinyin that is left stands behind it, underlined.
void Composer::refresh(const QString& committed) {
    candidates_.clear();
    for (const std::u16string& candidate : pinyin_.candidates())
        candidates_.append(text(candidate));
    send(committed);
    emit changed();
}

void Composer::send(const QString& committed) {
    if (!control_)
        return;
    const QString preedit = composition();
    QList<QInputMethodEvent::Attribute> attributes;
    if (!preedit.isEmpty()) {
        const int length = static_cast<int>(preedit.size());
        QTextCharFormat format;
        format.setFontUnderline(true);
        if (color_.isValid())
            format.setForeground(color_);
        attributes.append({QInputMethodEvent::TextFormat, 0, length, format});
        attributes.append({QInputMethodEvent::Cursor, length, 1, {}});
    }
    QInputMethodEvent event(preedit, attributes);
    event.setCommitString(committed);
    QCoreApplication::sendEvent(control_, &event);
}

void Composer::press(Qt::Key key, const QString& typed) {
    if (!control_)
        return;
    for (const QEvent::Type type : {QEvent::KeyPress, QEvent::KeyRelease}) {
        QKeyEvent event(type, key, Qt::NoModifier, typed);
        QCoreApplication::sendEvent(control_, &event);
    }
}

// A touch in the text moved the cursor, and the control let go of the pinyin: it follows.
void Composer::showAgain() {
    if (!pinyin_.isEmpty())
        send({});
}

void Composer::close() {
    finish();
    if (control_)
        control_->setFocus(false);
}

void Composer::forget() {
    pinyin_.forget();
    strokes_ = {};
    refresh({});
    candidates_ = {};
    setLatin(asked_.latin || usuallyLatin_);
    emit forgotten();
}

} // namespace lianxin::window

// SPDX-License-Identifier: GPL-3.0-or-later
// What a finger writes on the screen's own keyboard, on its way into the text control that has the focus: the
// pinyin or the strokes of the moment, the characters they may be, and the choice among them. One lives in
// each window with a keyboard. It learns nothing, and forget() leaves nothing of what was being written.
#pragma once

#include "app/window/input/handwriting.h"
#include "app/window/input/pinyin.h"

#include <QColor>
#include <QPointer>
#include <QPolygonF>
#include <QQuickItem>
#include <QStringList>

namespace lianxin::window {

class Composer : public QObject {
    Q_OBJECT
    /// The item with the focus, whatever it is. What was being written goes into the one before.
    Q_PROPERTY(QQuickItem* control READ control WRITE setControl NOTIFY controlChanged)
    /// The control takes text, and the person has not put the keyboard away.
    Q_PROPERTY(bool writing READ writing NOTIFY controlChanged)
    /// Which keys the control asks for.
    Q_PROPERTY(Keys keys READ keys NOTIFY controlChanged)
    Q_PROPERTY(bool manyLines READ manyLines NOTIFY controlChanged)
    /// Letters go into the text as they are.
    Q_PROPERTY(bool latin READ latin WRITE setLatin NOTIFY latinChanged)
    /// A text control that does not say otherwise begins with letters as they are.
    Q_PROPERTY(bool usuallyLatin READ usuallyLatin WRITE setUsuallyLatin NOTIFY usuallyLatinChanged)
    /// Of the pinyin while it stands in the text.
    Q_PROPERTY(QColor color MEMBER color_ NOTIFY colorChanged)
    Q_PROPERTY(QString composition READ composition NOTIFY changed)
    Q_PROPERTY(QStringList candidates READ candidates NOTIFY changed)
    Q_PROPERTY(int strokeCount READ strokeCount NOTIFY changed)

public:
    enum Keys { Letters, Digits, Numbers, PhoneDigits };
    Q_ENUM(Keys)

    explicit Composer(QObject* parent = nullptr);

    QQuickItem* control() const { return control_; }
    void setControl(QQuickItem* item);
    bool writing() const { return asked_.writing; }
    Keys keys() const { return asked_.keys; }
    bool manyLines() const { return asked_.manyLines; }
    bool latin() const { return latin_; }
    void setLatin(bool latin);
    bool usuallyLatin() const { return usuallyLatin_; }
    void setUsuallyLatin(bool latin);
    QString composition() const { return QString::fromStdU16String(pinyin_.shown()); }
    QStringList candidates() const { return candidates_; }
    int strokeCount() const { return static_cast<int>(strokes_.size()); }
    /// In the coordinates of the field they were written in.
    const QList<QPolygonF>& strokes() const { return strokes_; }

    /// A key with a sign on it. A small letter continues the pinyin; all else goes into the text at once.
    Q_INVOKABLE void type(const QString& text);
    Q_INVOKABLE void backspace();
    /// The first candidate, or a blank where there is none.
    Q_INVOKABLE void space();
    /// The letters as they stand, or a new line; a control of one line takes it as "done".
    Q_INVOKABLE void enter();
    /// Where the letters go on, the rest of them keeps composing.
    Q_INVOKABLE void choose(int candidate);
    /// Whatever is being written becomes text: its first candidates.
    Q_INVOKABLE void finish();
    /// A whole phrase at the cursor.
    Q_INVOKABLE void insert(const QString& phrase);

    /// Somebody is about to write by hand.
    Q_INVOKABLE void prepareHandwriting() { handwriting_.prepare(); }
    void addStroke(const QPolygonF& stroke);
    Q_INVOKABLE void undoStroke();
    Q_INVOKABLE void clearStrokes();

    /// Finishes, and takes the focus from the control.
    Q_INVOKABLE void close();
    /// Drops composition, candidates, strokes and the engine's memory. Nothing goes into the text.
    Q_INVOKABLE void forget();

signals:
    void controlChanged();
    void latinChanged();
    void usuallyLatinChanged();
    void colorChanged();
    void changed();
    void forgotten();

private slots:
    void showAgain();

private:
    // What the control said of itself when it got the focus.
    struct Asked {
        bool writing = false;
        bool manyLines = false;
        Keys keys = Letters;
        bool latin = false;
    };
    Asked ask() const;
    bool isComposing() const { return !pinyin_.isEmpty() || !strokes_.isEmpty(); }
    QString takeFirst();
    void send(const QString& text);
    void press(Qt::Key key, const QString& text);
    void readStrokes();
    void refresh(const QString& text);

    QPointer<QQuickItem> control_;
    Asked asked_;
    bool latin_ = false;
    bool usuallyLatin_ = false;
    QColor color_;
    Pinyin pinyin_;
    Handwriting handwriting_;
    QList<QPolygonF> strokes_;
    QStringList candidates_;
};

} // namespace lianxin::window

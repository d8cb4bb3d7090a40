// SPDX-License-Identifier: GPL-3.0-or-later
// The language of a window. The pages are written in simplified Chinese; the others are translations of it.
#pragma once

#include "app/window/theme.h"

#include <QTranslator>

namespace lianxin::window {

class Language : public QObject {
    Q_OBJECT
    Q_PROPERTY(int index READ index WRITE setIndex NOTIFY changed)
    Q_PROPERTY(QString code READ code NOTIFY changed)

public:
    /// The theme outlives it: letterforms go with the language.
    explicit Language(Theme& theme) : theme_(theme) {}

    /// 0: simplified, 1: traditional Chinese, 2: English.
    int index() const { return index_; }
    void setIndex(int index);
    /// As records and questionnaires name it: "zh-CN", "zh-TW", "en".
    QString code() const;

signals:
    void changed();

private:
    Theme& theme_;
    QTranslator translator_;
    int index_ = 0;
};

} // namespace lianxin::window

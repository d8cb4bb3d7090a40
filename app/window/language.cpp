// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/language.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace lianxin::window {

namespace {

constexpr std::array<const char*, 3> codes{"zh-CN", "zh-TW", "en"};
constexpr std::array<const char*, 3> files{"", "zh_TW", "en"};

} // namespace

void Language::setIndex(int index) {
    index = std::clamp(index, 0, static_cast<int>(codes.size()) - 1);
    if (index == index_)
        return;
    index_ = index;
    QCoreApplication::removeTranslator(&translator_);
    const QString file = QLatin1String(files[static_cast<std::size_t>(index)]);
    if (!file.isEmpty()) {
        if (!translator_.load(QStringLiteral(":/i18n/lianxin_%1.qm").arg(file)))
            qWarning("the texts in %s are missing", qUtf8Printable(file));
        QCoreApplication::installTranslator(&translator_);
    }
    theme_.setTraditional(index == 1);
    emit changed();
}

QString Language::code() const {
    return QLatin1String(codes[static_cast<std::size_t>(index_)]);
}

} // namespace lianxin::window

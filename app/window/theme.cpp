// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/theme.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace lianxin::window {

void Theme::setFace(Face face) {
    if (std::exchange(face_, face) != face)
        emit changed();
}

void Theme::setTextSize(TextSize size) {
    if (std::exchange(textSize_, size) != size)
        emit changed();
}

void Theme::setScale(double scale) {
    if (std::abs(std::exchange(scale_, scale) - scale) > 0.0001)
        emit changed();
}

void Theme::setFacesNeutral(bool neutral) {
    if (std::exchange(facesNeutral_, neutral) != neutral)
        emit changed();
}

void Theme::setTraditional(bool traditional) {
    if (std::exchange(traditional_, traditional) != traditional)
        emit changed();
}

int Theme::px(double reference) const {
    const int pixels = static_cast<int>(std::lround(reference * scale_));
    return reference > 0 ? std::max(pixels, 1) : pixels;
}

int Theme::type(const Sizes& sizes) const {
    const std::array rows{&sizes.kiosk, &sizes.ward, &sizes.desk, &sizes.patient};
    const Row& row = *rows[static_cast<std::size_t>(face_)];
    return px(textSize_ == Normal ? row.normal : textSize_ == Large ? row.large : row.elder);
}

QColor Theme::faceLine(int mark) const {
    static const std::array<QColor, 5> lines{QColor(0xB0, 0x3A, 0x2E), QColor(0xC4, 0x6A, 0x28),
                                             QColor(0x85, 0x7F, 0x72), QColor(0x4F, 0x90, 0x68),
                                             QColor(0x1E, 0x77, 0x57)};
    return lines[static_cast<std::size_t>(std::clamp(mark, 1, 5) - 1)];
}

QColor Theme::faceFill(int mark) const {
    static const std::array<QColor, 5> fills{QColor(0xF8, 0xE7, 0xE3), QColor(0xFA, 0xED, 0xE0),
                                             QColor(0xF0, 0xED, 0xE6), QColor(0xE7, 0xF1, 0xE8),
                                             QColor(0xDD, 0xEE, 0xE7)};
    return fills[static_cast<std::size_t>(std::clamp(mark, 1, 5) - 1)];
}

double Theme::scaleFor(Face face, QSize size, double pixelsPerMillimetre) {
    const bool known = pixelsPerMillimetre >= 1.5 && pixelsPerMillimetre <= 12;
    // How much of a reference screen, turned as this one is, finds room.
    const auto room = [size](double shortSide, double longSide) {
        return std::min(std::min(size.width(), size.height()) / shortSide,
                        std::max(size.width(), size.height()) / longSide);
    };
    switch (face) {
    case Kiosk:
        return std::max(room(1080, 1920), known ? pixelsPerMillimetre / 4.03 : 0.0);
    case Ward:
    case Patient:
        return known ? std::clamp(pixelsPerMillimetre / 5.88, 1.0, 2.5) : std::min(room(800, 1280), 2.5);
    case Desk:
        return known ? std::clamp(pixelsPerMillimetre / 3.64, 1.0, 2.0) : std::min(room(768, 1366), 1.0);
    }
    return 1;
}

QString Theme::sansFamily() const {
    return traditional_ ? QStringLiteral("Noto Sans CJK TC") : QStringLiteral("Noto Sans CJK SC");
}

QString Theme::serifFamily() const {
    return traditional_ ? QStringLiteral("Noto Serif CJK TC") : QStringLiteral("Noto Serif CJK SC");
}

} // namespace lianxin::window

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/device/tour/brought_files.h"

#include "sync/blobs/blob_address.h"

#include <QImage>
#include <QPainter>

#include <array>
#include <fstream>

namespace lianxin::device {

namespace {

QFont letters(int pixels) {
    QFont font(QStringLiteral("Noto Sans CJK SC"));
    font.setPixelSize(pixels);
    return font;
}

/// A paper on a table, photographed upright.
QImage bill() {
    constexpr std::array lines{"住院费用一日清单",
                               "床位费        1        40.00",
                               "护理费 II 级    1        18.00",
                               "静脉输液      3        24.00",
                               "血常规        1        20.00",
                               "其他材料      7       136.50",
                               "合计                 238.50"};
    QImage image(1500, 2000, QImage::Format_RGB32);
    image.fill(QColor(0x8A, 0x76, 0x5E));
    QPainter painter(&image);
    painter.rotate(-2);
    painter.fillRect(QRect(110, 190, 1240, 1640), QColor(0xFB, 0xF8, 0xF0));
    painter.setPen(QColor(0x2A, 0x2A, 0x2A));
    int y = 320;
    for (const char* line : lines) {
        painter.setFont(letters(y == 320 ? 84 : 58));
        painter.drawText(200, y, QString::fromUtf8(line));
        painter.drawLine(200, y + 60, 1260, y + 60);
        y += 190;
    }
    return image;
}

/// A corridor at night with one lamp too many.
QImage corridor() {
    QImage image(1600, 1200, QImage::Format_RGB32);
    image.fill(QColor(0x26, 0x2E, 0x38));
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0x39, 0x44, 0x50));
    painter.drawPolygon(QPolygonF({{0, 1200}, {650, 640}, {950, 640}, {1600, 1200}}));
    painter.setBrush(QColor(0x4A, 0x55, 0x60));
    painter.drawPolygon(QPolygonF({{0, 0}, {650, 480}, {650, 640}, {0, 1200}}));
    painter.drawPolygon(QPolygonF({{1600, 0}, {950, 480}, {950, 640}, {1600, 1200}}));
    for (const int half : {150, 90, 40}) {
        painter.setBrush(QColor(0xFF, 0xF4, 0xC8, half == 40 ? 255 : 90));
        painter.drawEllipse(QPoint(800, 300), half * 2, half);
    }
    return image;
}

} // namespace

void bringFiles(const std::filesystem::path& folder) {
    const auto pathOf = [&folder](const char* name) {
        return QString::fromStdString((folder / name).string());
    };
    std::filesystem::create_directories(folder);
    bill().save(pathOf(billFile), "jpeg");
    corridor().save(pathOf(corridorFile), "png");
    std::ofstream(folder / callFile, std::ios::binary) << "ID3" << std::string(380'000, 'a');
    std::ofstream(folder / tooLargeFile, std::ios::binary) << "\xff\xd8\xff";
    std::filesystem::resize_file(folder / tooLargeFile, std::uintmax_t{sync::largestBlob} + 1);
}

} // namespace lianxin::device

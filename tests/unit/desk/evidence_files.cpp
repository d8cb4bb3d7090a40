// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/desk/evidence_files.h"

#include <QBuffer>
#include <QtEndian>

#include <array>
#include <fstream>

namespace lianxin::desk {

namespace {

std::uint32_t checksumOf(const QByteArray& bytes) {
    std::uint32_t sum = 0xffffffffU;
    for (const char byte : bytes) {
        sum ^= static_cast<unsigned char>(byte);
        for (int bit = 0; bit < 8; ++bit)
            sum = (sum >> 1U) ^ ((sum & 1U) != 0 ? 0xedb88320U : 0U);
    }
    return ~sum;
}

QByteArray bigEndian(std::uint32_t number) {
    QByteArray bytes(4, '\0');
    qToBigEndian(number, bytes.data());
    return bytes;
}

} // namespace

std::string pictureOf(QSize size, const char* format) {
    QImage image(size, QImage::Format_RGB32);
    for (int y = 0; y < size.height(); ++y)
        for (int x = 0; x < size.width(); ++x)
            image.setPixel(x, y, qRgb(x * 255 / size.width(), y * 255 / size.height(), 120));
    QByteArray bytes;
    QBuffer file(&bytes);
    file.open(QIODevice::WriteOnly);
    image.save(&file, format);
    return bytes.toStdString();
}

std::string claimOf(QSize size) {
    const QByteArray head = QByteArray("IHDR") + bigEndian(static_cast<std::uint32_t>(size.width())) +
                            bigEndian(static_cast<std::uint32_t>(size.height())) +
                            QByteArray("\x08\x06\x00\x00\x00", 5);
    const QByteArray file =
        QByteArray("\x89PNG\r\n\x1a\n") + bigEndian(13) + head + bigEndian(checksumOf(head));
    return file.toStdString();
}

QString writeFile(const std::filesystem::path& folder, const std::string& name, const std::string& bytes) {
    const auto path = folder / name;
    std::ofstream(path, std::ios::binary) << bytes;
    return QString::fromStdString(path.string());
}

QString writeLarge(const std::filesystem::path& folder, const std::string& name, std::uintmax_t size) {
    const QString path = writeFile(folder, name, "\xff\xd8\xff\xe0");
    std::filesystem::resize_file(folder / name, size);
    return path;
}

} // namespace lianxin::desk

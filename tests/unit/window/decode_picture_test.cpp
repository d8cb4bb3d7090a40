// SPDX-License-Identifier: GPL-3.0-or-later
// What is in a file that calls itself a picture.
#include "app/window/picture/decode.h"

#include <QBuffer>
#include <QtTest>

using namespace lianxin::window;

namespace {

constexpr QSize room(200, 200);

std::string fileOf(QSize size, const char* format) {
    QImage image(size, format == std::string_view("png") ? QImage::Format_Mono : QImage::Format_RGB32);
    image.fill(0);
    QByteArray bytes;
    QBuffer file(&bytes);
    file.open(QIODevice::WriteOnly);
    image.save(&file, format);
    return bytes.toStdString();
}

/// A JPEG that says that the camera was held on its side.
std::string turned(QSize size) {
    using namespace std::string_literals;
    const std::string orientation = "\xff\xe1\0\x22"s + "Exif\0\0"s + "II*\0\x08\0\0\0"s +
                                    "\1\0\x12\1\3\0\1\0\0\0\6\0\0\0"s + "\0\0\0\0"s;
    return fileOf(size, "jpeg").insert(2, orientation);
}

} // namespace

class DecodePictureTest : public QObject {
    Q_OBJECT

private slots:
    void aPictureBecomesNoLargerThanItsRoom() {
        QCOMPARE(decodePicture(fileOf({4000, 1000}, "jpeg"), "image/jpeg", room).size(), QSize(200, 50));
        QCOMPARE(decodePicture(fileOf({1000, 4000}, "png"), "image/png", room).size(), QSize(50, 200));
        QCOMPARE(decodePicture(fileOf({30, 20}, "png"), "image/png", room).size(), QSize(30, 20));
        QCOMPARE(decodePicture(fileOf({5000, 1}, "png"), "image/png", room).size(), QSize(200, 1));
    }

    void aPictureStandsUpright() {
        QCOMPARE(decodePicture(turned({400, 100}), "image/jpeg", {200, 100}).size(), QSize(25, 100));
    }

    void whatIsSomethingElseOrBrokenIsNone() {
        QVERIFY(decodePicture(fileOf({30, 20}, "bmp"), "image/png", room).isNull());
        QVERIFY(decodePicture(R"(<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>)",
                              "image/png", room)
                    .isNull());
        QVERIFY(decodePicture("", "image/jpeg", room).isNull());
        const std::string whole = fileOf({3000, 2000}, "png");
        for (const std::size_t size : {std::size_t{3}, std::size_t{20}, whole.size() / 2})
            decodePicture(whole.substr(0, size), "image/png", room); // half a picture is one, or none
    }

    void nothingIsDecodedThatHasTooManyPoints() {
        const std::string large = fileOf({10000, 5001}, "png");
        QVERIFY(large.size() < 1'000'000); // of one colour, it is small as a file
        QVERIFY(decodePicture(large, "image/png", room).isNull());
    }
};

QTEST_GUILESS_MAIN(DecodePictureTest)
#include "decode_picture_test.moc"

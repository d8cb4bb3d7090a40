// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/compress/zstd.h"
#include "platform/random/random.h"

#include <zstd.h>

#include <QtTest>

using namespace lianxin::platform;

namespace {

// A frame that does not tell how much it holds, as a streaming sender makes it.
std::string unsizedFrame(std::string_view content, int windowLog) {
    ZSTD_CCtx* context = ZSTD_createCCtx();
    ZSTD_CCtx_setParameter(context, ZSTD_c_contentSizeFlag, 0);
    ZSTD_CCtx_setParameter(context, ZSTD_c_windowLog, windowLog);
    std::string frame(ZSTD_compressBound(content.size()) + 100, '\0');
    ZSTD_inBuffer in{content.data(), content.size(), 0};
    ZSTD_outBuffer out{frame.data(), frame.size(), 0};
    // First without the end: knowing the whole content zstd would choose a window that fits it.
    while (in.pos < in.size) {
        ZSTD_compressStream2(context, &out, &in, ZSTD_e_continue);
    }
    while (ZSTD_compressStream2(context, &out, &in, ZSTD_e_end) != 0) {
    }
    ZSTD_freeCCtx(context);
    frame.resize(out.pos);
    return frame;
}

bool isFault(const Result<std::string, DecompressFault>& result, DecompressFault fault) {
    return !result && result.error() == fault;
}

const std::string sample = [] {
    std::string text;
    for (int i = 0; i < 5000; ++i) {
        text += "{\"id\":" + std::to_string(i) + "},";
    }
    return text;
}();

} // namespace

class ZstdTest : public QObject {
    Q_OBJECT

    Compressor compressor_;
    Decompressor decompressor_;

private slots:
    void whatGoesInComesOut() {
        for (const std::string& content :
             {std::string(), std::string("a"), sample, std::string(1000, '\0')}) {
            QCOMPARE(decompressor_.decompress(compressor_.compress(content, 1), content.size()).value(),
                     content);
        }
        QVERIFY(compressor_.compress(sample, 1).size() < sample.size() / 3);
    }

    void contentInSectionsIsOneFrameToo() {
        for (const std::string& content :
             {std::string(), std::string("}"), std::string("}}"), std::string(3000, '}'), sample}) {
            const std::string frame = compressor_.compressInSections(content, 1, '}');
            QCOMPARE(decompressor_.decompress(frame, content.size()).value(), content);
        }
        const std::string frame = compressor_.compressInSections(sample, 1, '}');
        QVERIFY(isFault(decompressor_.decompress(frame, sample.size() - 1), DecompressFault::TooLarge));
    }

    void contentLargerThanAllowedIsRefused() {
        const std::string frame = compressor_.compress(sample, 1);
        QVERIFY(isFault(decompressor_.decompress(frame, sample.size() - 1), DecompressFault::TooLarge));
        QVERIFY(isFault(decompressor_.decompress(unsizedFrame(sample, 20), sample.size() - 1),
                        DecompressFault::TooLarge));
        QCOMPARE(decompressor_.decompress(unsizedFrame(sample, 20), sample.size()).value(), sample);
    }

    void aBombIsRefused() {
        const std::string content(20'000'000, 'x');
        const std::string sized = compressor_.compress(content, 1);
        const std::string unsized = unsizedFrame(content, 20);
        QVERIFY(sized.size() < 20'000);
        QVERIFY(isFault(decompressor_.decompress(sized, 1'000'000), DecompressFault::TooLarge));
        QVERIFY(isFault(decompressor_.decompress(unsized, 1'000'000), DecompressFault::TooLarge));
    }

    void aFrameThatWantsAHugeWindowIsRefused() {
        QVERIFY(isFault(decompressor_.decompress(unsizedFrame(sample, 27), 1'000'000),
                        DecompressFault::TooLarge));
    }

    void damageIsNoticed() {
        const std::string frame = compressor_.compress(sample, 1);
        QVERIFY(isFault(decompressor_.decompress("", 100), DecompressFault::Corrupt));
        QVERIFY(isFault(decompressor_.decompress("{\"id\":1}", 100), DecompressFault::Corrupt));
        QVERIFY(isFault(decompressor_.decompress(frame.substr(0, frame.size() - 1), sample.size()),
                        DecompressFault::Corrupt));
        QVERIFY(isFault(decompressor_.decompress(frame + "x", sample.size()), DecompressFault::Corrupt));
        QVERIFY(isFault(decompressor_.decompress(unsizedFrame(sample, 20) + "x", sample.size()),
                        DecompressFault::Corrupt));
        QVERIFY(
            isFault(decompressor_.decompress(frame + frame, 2 * sample.size()), DecompressFault::Corrupt));
        QCOMPARE(decompressor_.decompress(frame, sample.size()).value(), sample); // it can go on afterwards
    }

    void anyFlippedBitIsSurvived() {
        const std::string frame = compressor_.compress(sample.substr(0, 500), 1);
        for (std::size_t bit = 0; bit < frame.size() * 8; ++bit) {
            std::string flipped = frame;
            flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ (1 << (bit % 8)));
            const auto result = decompressor_.decompress(flipped, 1000);
            QVERIFY(!result || result->size() <= 1000);
        }
    }

    void aDictionaryMakesASmallFrameSmaller() {
        SeededRandom random(1);
        std::string known;
        for (int i = 0; i < 5000; ++i) {
            known += static_cast<char>('a' + random.below(26));
        }
        const Dictionary dictionary(known, 6);
        const std::string content = known.substr(2000, 400);
        const std::string frame = compressor_.compress(content, dictionary);
        QVERIFY(frame.size() < compressor_.compress(content, 1).size() / 5);
        QCOMPARE(decompressor_.decompress(frame, 1000, dictionary).value(), content);
        QVERIFY(isFault(decompressor_.decompress(frame, 399, dictionary), DecompressFault::TooLarge));
        QVERIFY(!decompressor_.decompress(frame, 1000));
        QCOMPARE(decompressor_.decompress(compressor_.compress(content, 1), 1000).value(), content);
        const Dictionary wrong(std::string(5000, 'x'), 6);
        const auto read = decompressor_.decompress(frame, 1000, wrong);
        QVERIFY(!read || *read != content);
    }
};

QTEST_GUILESS_MAIN(ZstdTest)
#include "zstd_test.moc"

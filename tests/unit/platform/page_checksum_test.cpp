// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/sqlite/page_checksum.h"

#include <QtTest>

#include <array>
#include <cstring>

using namespace lianxin::platform;

class PageChecksumTest : public QObject {
    Q_OBJECT

    using Page = std::array<unsigned char, pageBytes>;

    static Page somePage() {
        Page page{};
        for (std::size_t i = 0; i < page.size(); ++i)
            page[i] = static_cast<unsigned char>(i * 7 + i / 251);
        return page;
    }

private slots:
    /// What the reference implementation of XXH64 says of these bytes: others can check our files.
    void theChecksumIsXxh64WithThePagesNumberAsSeed() {
        Page page = somePage();
        std::uint64_t stored = 0;
        setChecksum(page.data(), 77);
        std::memcpy(&stored, page.data() + pageBytes - sizeof stored, sizeof stored);
        QCOMPARE(stored, std::uint64_t{0x54bafdc3fe9d626});
    }

    void everyFlippedBitIsNoticed() {
        Page page = somePage();
        setChecksum(page.data(), 3);
        QVERIFY(isAsWritten(page.data(), 3));
        for (std::size_t bit = 0; bit < page.size() * 8; ++bit) {
            page[bit / 8] ^= static_cast<unsigned char>(1U << bit % 8);
            QVERIFY(!isAsWritten(page.data(), 3));
            page[bit / 8] ^= static_cast<unsigned char>(1U << bit % 8);
        }
    }

    void aPageThatComesBackFromTheWrongPlaceIsNoticed() {
        Page page = somePage();
        setChecksum(page.data(), 3);
        QVERIFY(!isAsWritten(page.data(), 4));
    }

    /// It is written by itself, and a power cut may leave half of it.
    void theMarkOfTheLogIsNoPartOfTheFirstPage() {
        Page page = somePage();
        setLogMark(page.data(), {7, 8});
        setChecksum(page.data(), 1);
        setLogMark(page.data(), {8, 9});
        QVERIFY(isAsWritten(page.data(), 1));
        QCOMPARE(logMark(page.data()).now, 9U);
        QCOMPARE(logMark(page.data()).before, 8U);
        page[logMarkAt - 1] ^= 1;
        QVERIFY(!isAsWritten(page.data(), 1));
    }

    void nothingButZerosIsNoPageOfOurs() {
        const Page page{};
        QVERIFY(!isAsWritten(page.data(), 1));
    }

    void whatWasDurableIsCoveredByTheChecksum() {
        Page page = somePage();
        setDurableFrames(page.data(), 70'000);
        setChecksum(page.data(), 3);
        QCOMPARE(durableFrames(page.data()), 70'000U);
        setDurableFrames(page.data(), 70'001);
        QVERIFY(!isAsWritten(page.data(), 3));
    }
};

QTEST_GUILESS_MAIN(PageChecksumTest)
#include "page_checksum_test.moc"

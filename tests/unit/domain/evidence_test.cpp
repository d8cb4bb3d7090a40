// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/evidence.h"

#include "app/domain/codes.h"
#include "app/domain/validation.h"
#include "sync/blobs/blob_address.h"
#include "tests/unit/domain/records.h"

#include <QtTest>

using namespace lianxin;
using namespace lianxin::domain;

class EvidenceTest : public QObject {
    Q_OBJECT

    sync::Schema schema_ = makeHospitalSchema();
    ContentRules rules_{schema_};

    static std::string pngOf(std::size_t size) { return "\x89PNG\r\n\x1a\n" + std::string(size, 'x'); }

    std::optional<sync::Record> draft(const std::string& name, const std::string& bytes) {
        return evidenceDraft(schema_, testId(1), {name, bytes},
                             sync::WallTime{sync::Milliseconds{1'770'000'000'000}});
    }

private slots:
    void aFileIsWhatItsBytesSay() {
        QCOMPARE(mediaTypeOf("\xff\xd8\xff\xe0 jpeg"), std::optional<std::string_view>("image/jpeg"));
        QCOMPARE(mediaTypeOf(pngOf(3)), std::optional<std::string_view>("image/png"));
        QCOMPARE(mediaTypeOf(std::string("\0\0\0\x20", 4) + "ftypM4A "),
                 std::optional<std::string_view>("audio/mp4"));
        QCOMPARE(mediaTypeOf("ID3\x03 song"), std::optional<std::string_view>("audio/mpeg"));
        QCOMPARE(mediaTypeOf("RIFF1234WAVEfmt "), std::optional<std::string_view>("audio/wav"));
        QCOMPARE(mediaTypeOf("%PDF-1.7"), std::optional<std::string_view>("application/pdf"));
        for (const char* other : {"", "%PDF", "GIF89a", "<svg>", "MZ", "RIFF1234WEBP", "\xff"})
            QVERIFY2(!mediaTypeOf(other), other);
    }

    void everyFormatIsOneThatTheHubTakes() {
        for (const std::string_view type : evidenceMediaTypes) {
            QVERIFY(!fileEndingOf(type).empty());
            QVERIFY(placeOf(evidenceKinds, evidenceKindOf(type)));
        }
    }

    void aDraftIsSoundWhateverTheFileIsCalled() {
        const std::string bytes = pngOf(10);
        for (const std::string& name :
             {std::string("床边.png"), std::string(), std::string("../../etc/passwd"), std::string("a\nb\tc"),
              std::string(500, 'n')}) {
            const auto record = draft(name, bytes);
            QVERIFY(record && rules_.check(*record).empty());
            QVERIFY(sync::blobOf(*record) == sync::addressOf(bytes));
            const auto* kept = std::get_if<std::string>(&record->value("file_name"));
            QVERIFY(!kept || kept->find_first_of("/\n") == std::string::npos);
        }
        std::string wide;
        for (int i = 0; i < 100; ++i)
            wide += "床";
        QVERIFY(rules_.check(*draft(wide, bytes)).empty()); // cut between two characters
    }

    void whatItShowsIsWrittenWithIt_R009() {
        const auto record = evidenceDraft(schema_, testId(1), {"a.png", pngOf(10), "护士站的收费单"},
                                          sync::WallTime{sync::Milliseconds{1'770'000'000'000}});
        QVERIFY(record && rules_.check(*record).empty());
        QCOMPARE(std::get<std::string>(record->value("description")), std::string("护士站的收费单"));
        QVERIFY(sync::isNull(draft("a.png", pngOf(10))->value("description")));
    }

    void whatIsNoEvidenceOrTooLargeIsNone() {
        QVERIFY(!draft("run.exe", "MZ"));
        QVERIFY(!draft("large.png", pngOf(std::size_t{sync::largestBlob})));
    }
};

QTEST_APPLESS_MAIN(EvidenceTest)
#include "evidence_test.moc"

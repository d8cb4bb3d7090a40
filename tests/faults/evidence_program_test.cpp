// SPDX-License-Identifier: GPL-3.0-or-later
// The real programs: a desk adds a photo to a matter, another one looks at it.
#include "app/ctl/story_cast.h"
#include "app/ctl/story_records.h"
#include "platform/files/durable_file.h"

#include <QtTest>

using namespace lianxin;
using nlohmann::json;

class EvidenceProgramTest : public QObject {
    Q_OBJECT

    ctl::StoryCast cast_{LIANXIN_BIN_DIR};
    ctl::StoryRecords written_;
    std::string matter_;

    std::string path(const std::string& name) const { return cast_.file(name).string(); }

    static std::string photo(std::size_t size) {
        std::string bytes = "\x89PNG\r\n\x1a\n";
        std::uint32_t state = 1;
        while (bytes.size() < size) {
            state = state * 1664525 + 1013904223;
            bytes += static_cast<char>(state >> 24);
        }
        return bytes;
    }

private slots:
    void initTestCase() {
        cast_.makeHub();
        cast_.startHub();
        for (const char* name : {"office", "leader"})
            cast_.ask(name,
                      {"enrol", "--hub", cast_.hubUrl(), "--secret", cast_.enrolAtHub(name, "desk", {})});
        cast_.ask("kiosk",
                  {"enrol", "--hub", cast_.hubUrl(), "--secret", cast_.enrolAtHub("kiosk", "kiosk", {})});
        QCOMPARE(cast_.runWith("kiosk", {"submit"}, written_.kioskMatters(1)).status, 0);
        QCOMPARE(cast_.run("kiosk", {"sync"}).status, 0);
        QCOMPARE(cast_.run("office", {"sync"}).status, 0);
        matter_ = json::parse(cast_.run("office", {"list", "matter", "--json"}).lines.front())["id"];
    }

    void aPhotoIsAddedSentAndLookedAtElsewhere() {
        const std::string bytes = photo(3'000'000);
        platform::writeDurably(cast_.file("bed.png"), bytes);
        const std::string id = cast_.ask("office", {"attach", matter_, path("bed.png")})["saved"];
        QCOMPARE(cast_.ask("office", {"ledger"})["blobs"], json(1));
        QCOMPARE(cast_.ask("office", {"evidence", id, path("own.png")})["state"], json("here"));
        const json sent = cast_.ask("office", {"sync"});
        QCOMPARE(sent["blobs_sent"], json(1));
        QCOMPARE(sent["ledger"]["blobs"], json(0));
        QCOMPARE(cast_.run("leader", {"sync"}).status, 0);
        QCOMPARE(cast_.run("leader", {"evidence", id, path("theirs.png")}).status, 1);
        QVERIFY(!std::filesystem::exists(cast_.file("theirs.png")));
        QCOMPARE(cast_.ask("leader", {"sync"})["blobs_fetched"], json(1));
        QCOMPARE(cast_.ask("leader", {"evidence", id, path("theirs.png")})["state"], json("received"));
        QVERIFY(platform::readWhole(cast_.file("theirs.png"), bytes.size()).value() == bytes);
    }

    void whatIsNoEvidenceIsNotSaved() {
        platform::writeDurably(cast_.file("run.exe"), "MZ");
        QCOMPARE(cast_.run("office", {"attach", matter_, path("run.exe")}).status, 1);
        platform::writeDurably(cast_.file("large.png"), photo((std::size_t{16} << 20) + 1));
        QCOMPARE(cast_.run("office", {"attach", matter_, path("large.png")}).status, 1);
        QCOMPARE(cast_.run("office", {"attach", matter_, path("missing.png")}).status, 1);
    }
};

QTEST_GUILESS_MAIN(EvidenceProgramTest)
#include "evidence_program_test.moc"

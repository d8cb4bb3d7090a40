// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/input.h"

#include "app/terminal/message.h"
#include "platform/files/durable_file.h"
#include "platform/files/temporary_folder.h"

#include <QtTest>

using namespace lianxin;
using terminal::Trouble;

namespace {

std::string englishFor(const std::string& text) {
    try {
        static_cast<void>(ctl::parseInput(text));
    } catch (const Trouble& trouble) {
        return trouble.message().english;
    }
    return {};
}

} // namespace

class InputTest : public QObject {
    Q_OBJECT

private slots:
    void whatIsNotJsonIsToldByItsLine() {
        QCOMPARE(englishFor("{\n\"a\": 1,\n}\n"), std::string("Line 3 is not JSON. Nothing was saved."));
        QVERIFY(!englishFor("").empty());
        QVERIFY(!englishFor("{} {}").empty());
        QVERIFY(!englishFor("\"\xff\"").empty());
    }

    void aNameGivenTwiceIsNotPassedOver() {
        QVERIFY(englishFor(R"({"a":1,"b":{"a":2}})").empty());
        QVERIFY(englishFor(R"({"a":{"b":1,"b":2}})").find("twice: b") != std::string::npos);
    }

    void nestingHasAnEnd() {
        QVERIFY(englishFor(std::string(50, '[') + std::string(50, ']')).empty());
        QVERIFY(englishFor(std::string(100, '[') + std::string(100, ']')).find("deeply") !=
                std::string::npos);
    }

    void linesAreDocumentsOfTheirOwn() {
        QCOMPARE(ctl::parseInputLines("{\"a\":1}\n\n  \n{\"a\":2}").size(), std::size_t{2});
        try {
            static_cast<void>(ctl::parseInputLines("{}\n\n{\n"));
            QFAIL("a broken line was taken");
        } catch (const Trouble& trouble) {
            QVERIFY(trouble.message().english.starts_with("Line 3 "));
        }
    }

    void aListIsItsRecordsAndAnythingElseIsOne() {
        QCOMPARE(ctl::parseRecords("[1, 2]", false).size(), std::size_t{2});
        QCOMPARE(ctl::parseRecords("{}", false).size(), std::size_t{1});
        QCOMPARE(ctl::parseRecords("[1, 2]\n[3]\n", true).size(), std::size_t{2});
    }

    void thatNothingIsInItIsSaid() {
        for (const auto& [text, lines] : {std::pair("[]", false), {"", false}, {"\n \n", true}}) {
            try {
                static_cast<void>(ctl::parseRecords(text, lines));
                QFAIL("nothing was taken for something");
            } catch (const Trouble& trouble) {
                QCOMPARE(trouble.status(), terminal::ExitStatus::NotDone);
                QVERIFY(trouble.message().english.find("Nothing was saved.") != std::string::npos);
            }
        }
    }

    void aFileIsReadWhole() {
        const platform::TemporaryFolder folder;
        platform::writeDurably(folder.path() / "f", "[]");
        QCOMPARE(ctl::readInput((folder.path() / "f").string()), std::string("[]"));
        QVERIFY_EXCEPTION_THROWN(static_cast<void>(ctl::readInput((folder.path() / "none").string())),
                                 Trouble);
    }
};

QTEST_GUILESS_MAIN(InputTest)
#include "input_test.moc"

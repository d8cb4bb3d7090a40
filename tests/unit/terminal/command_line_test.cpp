// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/terminal/command_line.h"
#include "app/terminal/message.h"

#include <QtTest>

#include <sstream>

using namespace lianxin::terminal;

namespace {

const std::vector<Option> options{{"--data", Option::Kind::Value},
                                  {"--ward", Option::Kind::Values},
                                  {"--json", Option::Kind::Flag},
                                  {"--secret", Option::Kind::Value}};
const std::vector<Command> commands{{"list", 1, 1, {"--data"}, {"--json"}},
                                    {"enrol", 0, 0, {"--data"}, {"--ward", "--secret"}}};

ParsedLine parse(const std::vector<std::string>& arguments) {
    return parseCommandLine(options, commands, arguments);
}

bool isFault(const ParsedLine& line, UsageFault fault, const char* word) {
    return !line && line.error() == UsageProblem{fault, word};
}

} // namespace

class CommandLineTest : public QObject {
    Q_OBJECT

private slots:
    void optionsMayStandAnywhere() {
        for (const auto& arguments : {std::vector<std::string>{"--data", "D", "list", "matter", "--json"},
                                      {"list", "--json", "--data=D", "matter"}}) {
            const auto line = parse(arguments);
            QVERIFY(bool(line));
            QCOMPARE(line->command, std::string("list"));
            QCOMPARE(line->words, std::vector<std::string>{"matter"});
            QCOMPARE(line->value("--data").value(), std::string("D"));
            QVERIFY(line->has("--json"));
        }
    }

    void aValueMayBeginWithHyphensUnlessItIsAnOption() {
        QCOMPARE(parse({"enrol", "--data", "D", "--secret", "--x"})->value("--secret").value(),
                 std::string("--x"));
        QVERIFY(isFault(parse({"enrol", "--secret", "--data", "D"}), UsageFault::ValueMissing, "--secret"));
    }

    void twoHyphensEndTheOptions() {
        QCOMPARE(parse({"list", "--data", "D", "--", "--json"})->words, std::vector<std::string>{"--json"});
    }

    void anOptionOfManyValuesKeepsThemAll() {
        const auto line = parse({"enrol", "--data", "D", "--ward", "1", "--ward", "2"});
        QCOMPARE(line->values("--ward"), (std::vector<std::string>{"1", "2"}));
    }

    void everyFaultNamesTheWordInQuestion() {
        QVERIFY(isFault(parse({}), UsageFault::NoCommand, ""));
        QVERIFY(isFault(parse({"--json"}), UsageFault::NoCommand, ""));
        QVERIFY(isFault(parse({"frob"}), UsageFault::UnknownCommand, "frob"));
        QVERIFY(isFault(parse({"list", "--frob"}), UsageFault::UnknownOption, "--frob"));
        QVERIFY(
            isFault(parse({"list", "x", "--data", "D", "--ward", "1"}), UsageFault::OptionNotHere, "--ward"));
        QVERIFY(isFault(parse({"list", "x"}), UsageFault::OptionMissing, "--data"));
        QVERIFY(isFault(parse({"list", "x", "--data"}), UsageFault::ValueMissing, "--data"));
        QVERIFY(
            isFault(parse({"list", "x", "--data", "D", "--json=1"}), UsageFault::ValueUnwanted, "--json"));
        QVERIFY(isFault(parse({"list", "--data", "D", "--data", "E"}), UsageFault::GivenTwice, "--data"));
        QVERIFY(isFault(parse({"list", "--data", "D"}), UsageFault::TooFewWords, ""));
        QVERIFY(isFault(parse({"list", "--data", "D", "a", "b"}), UsageFault::TooManyWords, "b"));
    }

    void anOptionIsFoundInAFaultyLineButNotAmongTheWords() {
        const std::vector<std::string> arguments{"frob", "--json", "--", "--help"};
        QVERIFY(isGiven(arguments, "--json"));
        QVERIFY(!isGiven(arguments, "--help"));
    }

    void aTroubleIsTheSameAfterItsWayThroughJson() {
        const Trouble trouble(ExitStatus::NotSaved, "storage", {"没有保存。", "Not saved."});
        const Trouble again = troubleFromJson(toJson(trouble));
        QCOMPARE(again.code(), std::string("storage"));
        QVERIFY(again.status() == ExitStatus::NotSaved);
        QCOMPARE(again.message().chinese, std::string("没有保存。"));
        QCOMPARE(again.message().english, std::string("Not saved."));
    }

    void aTroubleThatCannotBeReadIsStillOne() {
        QVERIFY(troubleFromJson(nlohmann::json("x")).status() == ExitStatus::NotDone);
        QVERIFY(troubleFromJson({{"status", "x"}, {"error", 3}}).status() == ExitStatus::NotDone);
        QVERIFY(troubleFromJson({{"status", 0}}).status() == ExitStatus::NotDone);
    }

    void aTroubleIsToldInBothLanguagesOrAsOneLineOfJson() {
        const Trouble trouble(ExitStatus::NotDone, "x", {"中", "E"});
        std::ostringstream words;
        print(words, trouble, false);
        QCOMPARE(words.str(), std::string("中\nE\n"));
        std::ostringstream json;
        print(json, trouble, true);
        QCOMPARE(json.str(), std::string(R"({"en":"E","error":"x","status":1,"zh":"中"})") + '\n');
    }
};

QTEST_GUILESS_MAIN(CommandLineTest)
#include "command_line_test.moc"

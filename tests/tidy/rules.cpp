// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tidy/rules.h"

#include "tests/tidy/code.h"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <map>
#include <regex>
#include <set>
#include <sstream>

namespace lianxin::tidy {

namespace {

const std::string tablePath = "tests/tidy/rules.tsv";
const std::string floorPath = "tests/tidy/rules_floor.txt";
const std::map<std::string, std::size_t> expectedMarks = {{"MUST", 235}, {"SUPPORT", 37}, {"OUT", 57}};

// Rule id -> mark.
std::map<std::string, std::string> readTable(const Tree& tree) {
    std::map<std::string, std::string> table;
    if (const File* file = find(tree, tablePath)) {
        for (const std::string& line : linesOf(file->text)) {
            std::istringstream fields(line);
            std::string id;
            std::string section;
            std::string mark;
            fields >> id >> section >> mark;
            table[id] = mark;
        }
    }
    return table;
}

// A rule id in the name of a test, and where.
struct Mention {
    std::string id;
    std::string path;
    std::size_t line = 0;
};

// What QtTest runs: functions declared under `private slots:`. A name in a comment or elsewhere tests
// nothing.
std::vector<Mention> mentionsIn(const File& file) {
    static const std::regex access(R"(\b(public|private|protected|signals)\s*(slots)?\s*:(?!:))");
    static const std::regex function(R"(\bvoid\s+(\w+)\s*\()");
    static const std::regex ruleId(R"(_R(\d+)(?=_|$))");
    std::vector<Mention> mentions;
    bool slots = false;
    std::size_t number = 0;
    for (const std::string& line : linesOf(codeOnly(file.text))) {
        ++number;
        std::smatch match;
        if (line.find(':') != std::string::npos && std::regex_search(line, match, access)) {
            slots = match[2].matched;
        }
        if (!slots || !holdsWord(line, "void") || !std::regex_search(line, match, function)) {
            continue;
        }
        const std::string name = match[1];
        for (std::sregex_iterator id(name.begin(), name.end(), ruleId); id != std::sregex_iterator(); ++id) {
            mentions.push_back({"R-" + (*id)[1].str(), file.path, number});
        }
    }
    return mentions;
}

std::vector<Mention> mentionsOf(const Tree& tree) {
    std::vector<Mention> all;
    for (const File& file : tree) {
        if (file.isBelow("tests/") && file.path.ends_with("_test.cpp")) {
            std::ranges::move(mentionsIn(file), std::back_inserter(all));
        }
    }
    return all;
}

std::size_t rememberedFloor(const Tree& tree) {
    const File* file = find(tree, floorPath);
    std::size_t floor = expectedMarks.at("MUST") + 1; // without the file no count is enough
    if (file != nullptr) {
        std::from_chars(file->text.data(), file->text.data() + file->text.size(), floor);
    }
    return floor;
}

} // namespace

RuleCount countRules(const Tree& tree) {
    const std::map<std::string, std::string> table = readTable(tree);
    std::set<std::string> tested;
    for (const Mention& mention : mentionsOf(tree)) {
        const auto rule = table.find(mention.id);
        if (rule != table.end() && rule->second == "MUST") {
            tested.insert(mention.id);
        }
    }
    return {tested.size(), expectedMarks.at("MUST")};
}

Findings ruleFindings(const Tree& tree) {
    const std::map<std::string, std::string> table = readTable(tree);
    std::map<std::string, std::size_t> marks;
    for (const auto& [id, mark] : table) {
        ++marks[mark];
    }
    Findings findings;
    if (marks != expectedMarks) {
        findings.push_back({"rules", tablePath, 0, "must hold 329 rules: 235 MUST, 37 SUPPORT, 57 OUT"});
    }
    for (const Mention& mention : mentionsOf(tree)) {
        if (!table.contains(mention.id)) {
            findings.push_back(
                {"rules", mention.path, mention.line, mention.id + " is no rule of the table"});
        }
    }
    const std::size_t floor = rememberedFloor(tree);
    const std::size_t tested = countRules(tree).tested;
    if (tested < floor) {
        findings.push_back({"rules", floorPath, 0,
                            std::to_string(tested) + " MUST rules have a test, " + std::to_string(floor) +
                                " had one before"});
    }
    return findings;
}

} // namespace lianxin::tidy

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tidy/samples.h"

#include "tests/tidy/checks.h"

#include <map>
#include <set>
#include <stdexcept>

namespace lianxin::tidy {

namespace {

struct Sample {
    std::string expected;
    File file;
};

Sample readSample(const File& source) {
    const std::string end = "---\n";
    const std::size_t headEnd = source.text.find(end);
    if (headEnd == std::string::npos) {
        throw std::runtime_error(source.path + ": no line of three dashes");
    }
    std::map<std::string, std::string> head;
    for (const std::string& line : linesOf(source.text.substr(0, headEnd))) {
        const std::size_t colon = line.find(": ");
        head[line.substr(0, colon)] = line.substr(colon + 2);
    }
    const std::string once = source.text.substr(headEnd + end.size());
    std::string text;
    for (int copies = head.contains("repeat") ? std::stoi(head["repeat"]) : 1; copies > 0; --copies) {
        text += once;
    }
    const std::uintmax_t bytes = head.contains("bytes") ? std::stoull(head["bytes"]) : text.size();
    return {head.at("expect"), {head.at("as"), bytes, text}};
}

// A tree in which no check finds anything.
Tree faultlessTree(const Tree& real) {
    Tree tree;
    for (const char* path : {"CMakePresets.json", "app/a", "sync/a", "platform/a", "README.md",
                             "ARCHITECTURE.md", "CHANGELOG.md", "LICENSE"}) {
        tree.push_back({path, 0, ""});
    }
    tree.push_back({"CMakeLists.txt", 0, "# SPDX-License-Identifier: GPL-3.0-or-later\n"});
    tree.push_back({"tests/tidy/rules_floor.txt", 0, "0\n"});
    if (const File* table = find(real, "tests/tidy/rules.tsv")) {
        tree.push_back(*table);
    }
    return tree;
}

std::string redIn(Tree tree, const File& sample) {
    std::erase_if(tree, [&sample](const File& file) { return file.path == sample.path; });
    tree.push_back(sample);
    std::set<std::string> red;
    for (const Finding& finding : findingsOf(tree)) {
        red.insert(finding.check);
    }
    std::string names;
    for (const std::string& name : red) {
        names += names.empty() ? name : " " + name;
    }
    return names.empty() ? "nothing" : names;
}

} // namespace

std::vector<std::string> proveSamples(const Tree& tree) {
    const Tree faultless = faultlessTree(tree);
    std::vector<std::string> unproved;
    std::set<std::string> withoutSample;
    for (const Check& check : allChecks()) {
        withoutSample.insert(check.name);
    }
    for (const File& file : tree) {
        if (!file.isBelow("tests/tidy/samples/")) {
            continue;
        }
        const Sample sample = readSample(file);
        withoutSample.erase(sample.expected);
        if (const std::string red = redIn(faultless, sample.file); red != sample.expected) {
            unproved.push_back(file.path + ": expected " + sample.expected + ", red was " + red);
        }
    }
    for (const std::string& name : withoutSample) {
        unproved.push_back("no sample shows that this check goes red: " + name);
    }
    return unproved;
}

} // namespace lianxin::tidy

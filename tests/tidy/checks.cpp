// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tidy/checks.h"

#include "tests/tidy/code.h"
#include "tests/tidy/forbidden.h"
#include "tests/tidy/pages.h"
#include "tests/tidy/rules.h"
#include "tests/tidy/words.h"

#include <algorithm>
#include <iterator>
#include <set>

namespace lianxin::tidy {

namespace {

constexpr std::size_t linesInAFile = 400;
constexpr std::size_t linesInAFunction = 60;
constexpr std::uintmax_t bytesInAFile = 200'000;

// A floor and the folders it may include from.
struct Floor {
    std::string folder;
    std::vector<std::string> below;
};

const std::vector<Floor>& floors() {
    static const std::vector<Floor> all = {
        {"platform/", {"platform/"}},
        {"sync/", {"platform/", "sync/"}},
        {"app/domain/", {"platform/", "sync/", "app/domain/"}},
        {"app/terminal/", {"platform/", "app/terminal/"}},
        {"app/store/", {"platform/", "sync/", "app/domain/", "app/terminal/", "app/store/"}},
        {"app/hub/", {"platform/", "sync/", "app/domain/", "app/terminal/", "app/hub/"}},
        {"app/ctl/", {"platform/", "sync/", "app/domain/", "app/terminal/", "app/store/", "app/ctl/"}},
        {"app/window/", {"platform/", "sync/", "app/domain/", "app/terminal/", "app/store/", "app/window/"}},
        {"app/kiosk/", {"platform/", "sync/", "app/domain/", "app/store/", "app/window/", "app/kiosk/"}},
        {"app/ward/", {"platform/", "sync/", "app/domain/", "app/store/", "app/window/", "app/ward/"}},
        {"app/desk/", {"platform/", "sync/", "app/domain/", "app/store/", "app/window/", "app/desk/"}},
        {"tests/", {"platform/", "sync/", "app/", "tests/"}},
    };
    return all;
}

// The path between the quotes or brackets of an #include line; empty when the line includes nothing.
std::string included(const std::string& line) {
    const std::string word = "#include ";
    if (!line.starts_with(word)) {
        return {};
    }
    const std::string path = line.substr(word.size() + 1);
    return path.substr(0, path.find_first_of("\">"));
}

Findings layers(const Tree& tree) {
    Findings findings;
    for (const File& file : tree) {
        const auto floor =
            std::ranges::find_if(floors(), [&](const Floor& f) { return file.isBelow(f.folder); });
        if (!file.isCode() || floor == floors().end()) {
            continue;
        }
        std::size_t number = 0;
        for (const std::string& line : linesOf(file.text)) {
            ++number;
            const std::string path = included(line);
            if (path.empty() || line.find('<') != std::string::npos || path.ends_with(".moc")) {
                continue;
            }
            const auto isBelow = [&path](const std::string& folder) { return path.starts_with(folder); };
            if (path.find("../") != std::string::npos || std::ranges::none_of(floor->below, isBelow)) {
                findings.push_back({"layers", file.path, number,
                                    "\"" + path + "\" is not below " + floor->folder +
                                        " (includes are written from the root and point down)"});
            }
        }
    }
    return findings;
}

Findings noQt(const Tree& tree) {
    Findings findings;
    for (const File& file : tree) {
        if (!file.isBelow("platform/") && !file.isBelow("sync/") && !file.isBelow("app/domain/")) {
            continue;
        }
        std::size_t number = 0;
        for (const std::string& line : linesOf(file.text)) {
            ++number;
            const bool includes = file.isCode() && included(line).starts_with("Q");
            const bool links = file.path.ends_with("CMakeLists.txt") && line.find("Qt6") != std::string::npos;
            if (includes || links) {
                findings.push_back({"no-qt", file.path, number, "this floor knows no Qt"});
            }
        }
    }
    return findings;
}

Findings sizes(const Tree& tree) {
    Findings findings;
    for (const File& file : tree) {
        if (file.bytes > bytesInAFile) {
            findings.push_back(
                {"sizes", file.path, 0, std::to_string(file.bytes) + " bytes, 200 kB at most"});
        }
        if (!file.isCode()) {
            continue;
        }
        const std::size_t lines = linesOf(file.text).size();
        if (lines > linesInAFile) {
            findings.push_back({"sizes", file.path, 0, std::to_string(lines) + " lines, 400 at most"});
        }
        for (const Function& function : functionsOf(codeOnly(file.text))) {
            const std::size_t length = function.lastLine - function.firstLine + 1;
            // The rows of a data-driven test are a table: long, and read one by one.
            const bool table = file.isBelow("tests/") && function.name.ends_with("_data");
            if (length > linesInAFunction && !table) {
                findings.push_back({"sizes", file.path, function.firstLine,
                                    "a function of " + std::to_string(length) + " lines, 60 at most"});
            }
        }
    }
    return findings;
}

Findings licenceLine(const Tree& tree) {
    Findings findings;
    for (const File& file : tree) {
        const bool script = file.path.ends_with(".sh") || file.path == ".ci/run";
        const bool build = file.path.ends_with(".cmake") || file.path.ends_with("CMakeLists.txt");
        const bool page = file.path.ends_with(".qml");
        if (!file.isCode() && !script && !build && !page) {
            continue;
        }
        const std::vector<std::string> lines = linesOf(file.text);
        const std::size_t place = script ? 1 : 0;
        if (lines.size() <= place || !lines[place].ends_with(" SPDX-License-Identifier: GPL-3.0-or-later")) {
            findings.push_back({"licence-line", file.path, place + 1, "the SPDX line stands here"});
        }
    }
    return findings;
}

Findings topLevel(const Tree& tree) {
    // qml comes with the windows; until then the folder may be absent.
    const std::set<std::string> fixed = {
        "CMakeLists.txt", "CMakePresets.json", "app",          "qml",    "sync", "platform", "tests",
        "README.md",      "ARCHITECTURE.md",   "CHANGELOG.md", "LICENSE"};
    std::set<std::string> seen;
    Findings findings;
    for (const File& file : tree) {
        const std::string top = file.path.substr(0, file.path.find('/'));
        if (seen.insert(top).second && !top.starts_with('.') && !fixed.contains(top)) {
            findings.push_back({"top-level", top, 0, "the top level is fixed; this belongs on a floor"});
        }
    }
    for (const std::string& name : fixed) {
        if (name != "qml" && !seen.contains(name)) {
            findings.push_back({"top-level", name, 0, "is missing"});
        }
    }
    return findings;
}

} // namespace

const std::vector<Check>& allChecks() {
    static const std::vector<Check> all = {
        {"layers", layers},
        {"no-qt", noQt},
        {"sizes", sizes},
        {"licence-line", licenceLine},
        {"top-level", topLevel},
        {"forbidden", forbidden},
        {"silent-catch", silentCatch},
        {"rules", ruleFindings},
        {"hospital-words", hospitalWords},
        {"page-texts", pageTexts},
        {"page-names", pageNames},
        {"page-length", pageLength},
    };
    return all;
}

Findings findingsOf(const Tree& tree) {
    Findings all;
    for (const Check& check : allChecks()) {
        std::ranges::move(check.run(tree), std::back_inserter(all));
    }
    return all;
}

} // namespace lianxin::tidy

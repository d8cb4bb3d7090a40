// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tidy/forbidden.h"

#include "tests/tidy/code.h"

#include <algorithm>
#include <cctype>

namespace lianxin::tidy {

namespace {

// A word and the folders where it may not stand; none means nowhere.
struct Forbidden {
    std::string word;
    std::string reason;
    std::vector<std::string> in = {};
};

const std::string useTheClock = "inject platform/clock";
const std::string waitForTheThing = "wait for the condition, not by the clock";
const std::string useTheSource = "inject the source of randomness";
const std::string returnTheError = "a library returns its errors; the edge prints";

// Looked for in code, with comments and literals blanked out.
const std::vector<Forbidden>& forbiddenInCode() {
    static const std::vector<std::string> libraries = {"sync/", "app/domain/"};
    static const std::vector<Forbidden> all = {
        {"rand(", useTheSource},
        {"srand(", useTheSource},
        {"system(", "start programs without a shell"},
        {"popen(", "start programs without a shell"},
        {"sleep_for", waitForTheThing},
        {"sleep_until", waitForTheThing},
        {"sleep(", waitForTheThing},
        {"usleep(", waitForTheThing},
        {"nanosleep(", waitForTheThing},
        {"qWait(", waitForTheThing},
        {"qSleep(", waitForTheThing},
        {"QSKIP(", "a test that does not run proves nothing"},
        {"using namespace std;", "write std::"},
        {"setContextProperty", "a page says what it needs: required properties"},
        {"printf(", returnTheError, libraries},
        {"fprintf(", returnTheError, libraries},
        {"sprintf(", "snprintf knows the size"},
        {"puts(", returnTheError, libraries},
        {"std::cout", returnTheError, libraries},
        {"std::cerr", returnTheError, libraries},
        {"system_clock::now", useTheClock, {"sync/", "app/"}},
        {"steady_clock::now", useTheClock, {"sync/", "app/"}},
        {"std::time(", useTheClock, {"sync/", "app/"}},
        {"std::random_device", useTheSource, {"sync/", "app/"}},
        {"std::mt19937", useTheSource, {"sync/", "app/"}},
    };
    return all;
}

bool appliesTo(const Forbidden& rule, const File& file) {
    const auto holds = [&file](const std::string& folder) { return file.isBelow(folder); };
    return rule.in.empty() || std::ranges::any_of(rule.in, holds);
}

// A note to do something later is a promise nobody keeps, unless it names the rule (R-nnn) that waits for it.
bool isLooseEnd(const std::string& line) {
    const bool note = holdsWord(line, "TODO") || holdsWord(line, "FIXME");
    const std::size_t rule = line.find("R-");
    const bool named = rule != std::string::npos && rule + 2 < line.size() &&
                       std::isdigit(static_cast<unsigned char>(line[rule + 2])) != 0;
    return note && !named;
}

// The folder of one person's machine in a text that everyone reads.
bool namesAMachine(const std::string& line) {
    return line.find("/home/") != std::string::npos || line.find("/root/") != std::string::npos;
}

bool isText(const File& file) {
    for (const char* ending : {".sh", ".md", ".txt", ".cmake", ".json", ".qml"}) {
        if (file.path.ends_with(ending)) {
            return true;
        }
    }
    return file.isCode();
}

} // namespace

Findings forbidden(const Tree& tree) {
    Findings findings;
    for (const File& file : tree) {
        // This file names the words it forbids.
        if (!isText(file) || file.path == "tests/tidy/forbidden.cpp") {
            continue;
        }
        const std::vector<std::string> text = linesOf(file.text);
        const std::vector<std::string> code = linesOf(file.isCode() ? codeOnly(file.text) : std::string());
        for (std::size_t at = 0; at < text.size(); ++at) {
            if (isLooseEnd(text[at])) {
                findings.push_back(
                    {"forbidden", file.path, at + 1, "do it, or name the rule (R-nnn) it waits for"});
            }
            if (namesAMachine(text[at])) {
                findings.push_back({"forbidden", file.path, at + 1, "a path of one person's machine"});
            }
            for (const Forbidden& rule : forbiddenInCode()) {
                if (at < code.size() && appliesTo(rule, file) && holdsWord(code[at], rule.word)) {
                    findings.push_back({"forbidden", file.path, at + 1, rule.word + " here: " + rule.reason});
                }
            }
        }
    }
    return findings;
}

Findings silentCatch(const Tree& tree) {
    Findings findings;
    for (const File& file : tree) {
        if (!file.isCode()) {
            continue;
        }
        const std::string code = codeOnly(file.text);
        for (std::size_t at = code.find("catch"); at != std::string::npos; at = code.find("catch", at + 1)) {
            const std::size_t open = code.find('{', at);
            const std::size_t first =
                open == std::string::npos ? open : code.find_first_not_of(" \n\t", open + 1);
            if (first != std::string::npos && code[first] == '}' &&
                code.substr(at, open - at).find("...") != std::string::npos) {
                const auto line =
                    std::count(code.begin(), code.begin() + static_cast<std::ptrdiff_t>(at), '\n');
                findings.push_back({"silent-catch", file.path, static_cast<std::size_t>(line) + 1,
                                    "an empty catch-all hides a fault from everyone"});
            }
        }
    }
    return findings;
}

} // namespace lianxin::tidy

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tidy/words.h"

#include "tests/tidy/code.h"

#include <cctype>
#include <set>

namespace lianxin::tidy {

namespace {

bool isKind(int (*kind)(int), char letter) {
    return kind(static_cast<unsigned char>(letter)) != 0;
}

// The words that the names in a line are put together from, in small letters: wardTablet_ holds ward and
// tablet.
std::set<std::string> wordsIn(const std::string& line) {
    std::set<std::string> words;
    std::string word;
    for (const char letter : line + " ") {
        if (!isKind(std::isalpha, letter) || isKind(std::isupper, letter)) {
            words.insert(word);
            word.clear();
        }
        if (isKind(std::isalpha, letter)) {
            word += static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
        }
    }
    return words;
}

} // namespace

Findings hospitalWords(const Tree& tree) {
    static const std::set<std::string> hospital = {"hospital", "patient",       "ward",      "kiosk",
                                                   "survey",   "bed",           "nurse",     "doctor",
                                                   "matter",   "questionnaire", "complaint", "department"};
    Findings findings;
    for (const File& file : tree) {
        if (!file.isCode() || !(file.isBelow("platform/") || file.isBelow("sync/"))) {
            continue;
        }
        std::size_t number = 0;
        for (const std::string& line : linesOf(codeOnly(file.text))) {
            ++number;
            if (line.starts_with("#include")) {
                continue; // what may be included is another check's concern
            }
            for (const std::string& word : wordsIn(line)) {
                if (hospital.contains(word)) {
                    findings.push_back(
                        {"hospital-words", file.path, number, word + " belongs to app/domain"});
                }
            }
        }
    }
    return findings;
}

} // namespace lianxin::tidy

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/search_words.h"

#include <algorithm>

namespace lianxin::desk {

namespace {

using Run = std::vector<std::string_view>; ///< characters that stand together

bool isSign(char byte) {
    const bool beyondAscii = (static_cast<unsigned char>(byte) & 0x80) != 0;
    const bool figure = byte >= '0' && byte <= '9';
    const bool letter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
    return !beyondAscii && !figure && !letter;
}

/// ASCII's signs part runs. All beyond ASCII is taken as characters, Chinese punctuation, too.
std::vector<Run> runsOf(std::string_view text) {
    std::vector<Run> runs(1);
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at + 1;
        while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80)
            ++end;
        if (!isSign(text[at]))
            runs.back().push_back(text.substr(at, end - at));
        else if (!runs.back().empty())
            runs.emplace_back();
        at = end;
    }
    if (runs.back().empty())
        runs.pop_back();
    return runs;
}

std::string pairAt(const Run& run, std::size_t at) {
    std::string pair(run[at]);
    if (at + 1 < run.size())
        pair += run[at + 1];
    return pair;
}

} // namespace

std::string folded(std::string_view text) {
    std::string small(text);
    std::transform(small.begin(), small.end(), small.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return small;
}

std::vector<std::string> wordsOf(std::string_view typed) {
    std::vector<std::string> words;
    std::string word;
    for (const char c : folded(typed) + ' ') {
        if (c != ' ' && c != '\t' && c != '\n') {
            word += c;
            continue;
        }
        if (!word.empty())
            words.push_back(std::move(word));
        word.clear();
    }
    return words;
}

std::string pairsOf(std::string_view text) {
    std::vector<std::string> pairs;
    for (const Run& run : runsOf(text))
        for (std::size_t at = 0; at < run.size(); ++at)
            pairs.push_back(pairAt(run, at));
    std::sort(pairs.begin(), pairs.end());
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    std::string joined;
    for (const std::string& pair : pairs)
        joined += joined.empty() ? pair : ' ' + pair;
    return joined;
}

Asked askedFor(std::string_view word) {
    constexpr std::size_t longestCertain = 2;
    Asked asked;
    const std::vector<Run> runs = runsOf(word);
    const auto add = [&asked](const std::string& pair, bool isBeginning) {
        asked.expression +=
            (asked.expression.empty() ? "\"" : " AND \"") + pair + (isBeginning ? "\"*" : "\"");
    };
    std::size_t bytes = 0;
    for (const Run& run : runs) {
        for (std::size_t at = 0; at + 1 < run.size(); ++at)
            add(pairAt(run, at), false);
        if (run.size() == 1)
            add(std::string(run.front()), true);
        for (const std::string_view character : run)
            bytes += character.size();
    }
    asked.certain = runs.size() == 1 && runs.front().size() <= longestCertain && bytes == word.size();
    return asked;
}

} // namespace lianxin::desk

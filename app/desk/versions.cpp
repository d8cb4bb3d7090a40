// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/versions.h"

#include <algorithm>

namespace lianxin::desk {

namespace {

constexpr std::size_t longestCompared = 3000;
/// A single sign that happens to stand in both, between two that do not, helps nobody to read.
constexpr std::size_t shortestCommon = 2;

/// Which places of `text` belong to a longest common sequence with `other`.
std::vector<bool> commonPlaces(std::u32string_view text, std::u32string_view other) {
    const std::size_t columns = other.size() + 1;
    std::vector<std::uint16_t> longest((text.size() + 1) * columns, 0);
    const auto at = [&](std::size_t i, std::size_t j) -> std::uint16_t& { return longest[i * columns + j]; };
    for (std::size_t i = text.size(); i-- > 0;)
        for (std::size_t j = other.size(); j-- > 0;)
            at(i, j) = text[i] == other[j] ? static_cast<std::uint16_t>(at(i + 1, j + 1) + 1)
                                           : std::max(at(i + 1, j), at(i, j + 1));
    std::vector<bool> common(text.size(), false);
    for (std::size_t i = 0, j = 0; i < text.size() && j < other.size();) {
        if (text[i] == other[j]) {
            common[i++] = true;
            ++j;
        } else if (at(i + 1, j) >= at(i, j + 1)) {
            ++i;
        } else {
            ++j;
        }
    }
    return common;
}

void add(std::vector<Stretch>& stretches, std::u32string_view text, bool differs) {
    if (text.empty())
        return;
    if (!stretches.empty() && stretches.back().differs == differs)
        stretches.back().text += text;
    else
        stretches.push_back({std::u32string(text), differs});
}

void addMiddle(std::vector<Stretch>& stretches, std::u32string_view text, std::u32string_view other) {
    if (text.size() > longestCompared || other.size() > longestCompared) {
        add(stretches, text, true);
        return;
    }
    const auto common = commonPlaces(text, other);
    for (std::size_t from = 0; from < text.size();) {
        std::size_t to = from;
        while (to < text.size() && common[to] == common[from])
            ++to;
        const bool lonely = common[from] && to - from < shortestCommon && from > 0 && to < text.size();
        add(stretches, text.substr(from, to - from), !common[from] || lonely);
        from = to;
    }
}

} // namespace

VersionsOfField versionsOf(const sync::Record& record, const std::vector<sync::Record>& histories,
                           std::string_view field) {
    VersionsOfField found;
    const auto add = [&found](const sync::Write& write) {
        if (std::find(found.seen.begin(), found.seen.end(), write.dot) != found.seen.end())
            return;
        found.seen.push_back(write.dot);
        const bool known = std::any_of(found.versions.begin(), found.versions.end(), [&](const Version& one) {
            return sync::compareValues(one.value, write.value) == 0;
        });
        if (!known)
            found.versions.push_back({write.value, write.dot, write.stamp.wall()});
    };
    for (const sync::Conflict& conflict : sync::conflictsOf(record, histories))
        if (conflict.field == field) {
            add(conflict.shown);
            add(conflict.other);
        }
    std::sort(found.seen.begin(), found.seen.end());
    std::sort(found.versions.begin(), found.versions.end(), [](const Version& a, const Version& b) {
        return std::pair(a.at, a.dot) < std::pair(b.at, b.dot);
    });
    return found;
}

std::vector<Stretch> differences(std::u32string_view text, std::u32string_view other) {
    std::size_t before = 0;
    const std::size_t most = std::min(text.size(), other.size());
    while (before < most && text[before] == other[before])
        ++before;
    std::size_t behind = 0;
    while (behind < most - before && text[text.size() - 1 - behind] == other[other.size() - 1 - behind])
        ++behind;
    std::vector<Stretch> stretches;
    add(stretches, text.substr(0, before), false);
    addMiddle(stretches, text.substr(before, text.size() - before - behind),
              other.substr(before, other.size() - before - behind));
    add(stretches, text.substr(text.size() - behind), false);
    return stretches;
}

} // namespace lianxin::desk

// SPDX-License-Identifier: GPL-3.0-or-later
// How texts and what is looked for in them are cut for the full text. Chinese has no blanks between its words
// and most of them have two characters, so a text is held as its pairs of neighbouring characters, and the
// last one of each run alone: a word of one character is the beginning of a pair, one of two is a pair, and a
// longer one is made of pairs. No Qt.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace lianxin::desk {

/// Capitals of the Latin alphabet made small, as the index holds its texts.
std::string folded(std::string_view text);

/// What was typed, as words that must all be found: folded, apart by blanks.
std::vector<std::string> wordsOf(std::string_view typed);

/// The pairs of a folded text, each once, apart by blanks: what the full text is given.
std::string pairsOf(std::string_view text);

/// What the full text is asked for a word, and whether its answer says for certain that the word is there.
struct Asked {
    std::string expression; ///< empty: it is made of signs that the full text does not hold
    bool certain = false;   ///< otherwise the texts that are found must be looked into
};
Asked askedFor(std::string_view word);

} // namespace lianxin::desk

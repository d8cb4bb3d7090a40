// SPDX-License-Identifier: GPL-3.0-or-later
// From pinyin to characters. It has the system's dictionary and none of its users': what one person typed or
// chose changes nothing for the next. The dictionary is opened with the first letter and stays open.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace lianxin::window {

class Decoder;

/// Not for several threads: the engine behind it has one memory for the whole program.
class Pinyin {
public:
    /// The path of the engine's dictionary. Where it cannot be read, the letters are their own candidate.
    explicit Pinyin(std::string dictionary);
    Pinyin(const Pinyin&) = delete;
    Pinyin& operator=(const Pinyin&) = delete;

    bool isEmpty() const { return letters_.empty(); }
    /// One more letter, 'a' to 'z'. Gives the text that had to be taken to make room for it: empty nearly
    /// always.
    std::u16string add(char letter);
    void eraseLast();
    /// The chosen text; the letters it stands for are gone, the rest goes on. Empty where there is no such
    /// one.
    std::u16string choose(std::size_t candidate);
    /// The letters as they were typed; none is left.
    std::u16string takeLetters();

    /// The letters, syllable by syllable: "ni hao".
    std::u16string shown() const;
    /// Best first, the likeliest reading of all letters leading. Empty only without letters.
    const std::vector<std::u16string>& candidates() const { return candidates_; }

    /// Nothing of the letters is left, here or in the engine.
    void forget();

private:
    void read();
    std::ptrdiff_t guesses() const;

    const std::string dictionary_;
    // None before the first letter.
    Decoder* decoder_ = nullptr;
    std::string letters_;
    // Where each syllable begins, and behind them where the last one ends. Letters beyond mean nothing yet.
    std::vector<std::size_t> syllables_;
    std::vector<std::u16string> candidates_;
};

} // namespace lianxin::window

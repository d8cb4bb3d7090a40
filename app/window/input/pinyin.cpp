// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/input/pinyin.h"

#include <googlepinyin/pinyinime.h>

#include <algorithm>
#include <array>

namespace lianxin::window {

using namespace ime_pinyin;

namespace {

// The engine has room for so many ways to read the letters, and aborts the program when they are more; the
// more letters, syllables and guesses of a syllable from its initial, the more ways. These bounds keep far
// from what is too much for it, as letters at random have shown, and hold any sentence one types before one
// chooses.
constexpr std::size_t mostLetters = 20;
constexpr std::size_t mostSyllables = 7;
constexpr std::ptrdiff_t mostGuesses = 5;
// Ten pages of a screen: who has not found the character by then writes it by hand.
constexpr std::size_t mostWords = 200;

std::u16string plain(std::string_view letters) {
    return {letters.begin(), letters.end()};
}

} // namespace

// The engine. The library has one for the whole program, which cannot be opened a second time without harm:
// whoever writes shares it, and it stays open until the program ends.
class Decoder {
public:
    static Decoder& opened(const std::string& dictionary) {
        static Decoder only(dictionary);
        return only;
    }

    // No name for a dictionary of the user's: the engine keeps none.
    explicit Decoder(const std::string& dictionary) : isOpen_(im_open_decoder(dictionary.c_str(), "")) {}
    Decoder(const Decoder&) = delete;
    Decoder& operator=(const Decoder&) = delete;

    // Another reading, as long as any, takes the place of the last one.
    void forget() {
        search("zhuangzhuangzhuangzh");
        im_reset_search();
    }

    std::size_t search(std::string_view letters) {
        if (!isOpen_)
            return 0;
        im_reset_search();
        return im_search(letters.data(), letters.size());
    }

    std::vector<std::size_t> syllables() {
        const uint16* starts = nullptr;
        const std::size_t count = im_get_spl_start_pos(starts);
        return starts ? std::vector<std::size_t>(starts, starts + count + 1) : std::vector<std::size_t>{0};
    }

    std::u16string candidate(std::size_t index) {
        std::array<char16, mostLetters + 2> text{};
        if (!im_get_candidate(index, text.data(), text.size() - 1))
            return {};
        const auto end = std::ranges::find(text, char16{0});
        return {text.begin(), end};
    }

private:
    const bool isOpen_;
};

Pinyin::Pinyin(std::string dictionary) : dictionary_(std::move(dictionary)) {}

void Pinyin::read() {
    syllables_.assign(1, 0);
    candidates_.clear();
    if (letters_.empty())
        return;
    if (!decoder_)
        decoder_ = &Decoder::opened(dictionary_);
    const std::size_t count = std::min(decoder_->search(letters_), mostWords);
    if (count > 0)
        syllables_ = decoder_->syllables();
    for (std::size_t index = 0; index < count; ++index) {
        std::u16string text = decoder_->candidate(index);
        if (!text.empty() && text.size() < syllables_.size())
            candidates_.push_back(std::move(text));
    }
    if (candidates_.empty()) {
        syllables_.assign(1, 0);
        candidates_.push_back(plain(letters_));
    }
}

// Syllables of which there is an initial alone, or one letter.
std::ptrdiff_t Pinyin::guesses() const {
    std::ptrdiff_t count = 0;
    for (std::size_t index = 1; index < syllables_.size(); ++index) {
        const std::size_t begin = syllables_[index - 1];
        const std::string_view syllable(letters_.data() + begin, syllables_[index] - begin);
        count += syllable.size() == 1 || syllable.find_first_of("aeiouv") == std::string_view::npos;
    }
    return count;
}

std::u16string Pinyin::add(char letter) {
    std::u16string taken;
    if (letters_.size() == mostLetters || syllables_.size() > mostSyllables || guesses() >= mostGuesses) {
        // The last syllable may still be growing: all before it make room.
        const std::size_t whole = syllables_.size() > 2 ? syllables_[syllables_.size() - 2] : letters_.size();
        const std::string rest = letters_.substr(whole);
        letters_.resize(whole);
        read();
        taken = choose(0);
        letters_ += rest;
    }
    letters_ += letter;
    read();
    return taken;
}

void Pinyin::eraseLast() {
    if (!letters_.empty())
        letters_.pop_back();
    read();
}

std::u16string Pinyin::choose(std::size_t candidate) {
    if (candidate >= candidates_.size())
        return {};
    std::u16string text = candidates_[candidate];
    // A character stands for a syllable. Letters that mean nothing are taken whole.
    letters_.erase(0, syllables_.size() > 1 ? syllables_[text.size()] : letters_.size());
    read();
    return text;
}

std::u16string Pinyin::takeLetters() {
    std::u16string text = plain(letters_);
    letters_.clear();
    read();
    return text;
}

std::u16string Pinyin::shown() const {
    std::u16string text;
    for (std::size_t place = 0; place < letters_.size(); ++place) {
        if (place > 0 && std::ranges::find(syllables_, place) != syllables_.end())
            text += u' ';
        text += static_cast<char16_t>(letters_[place]);
    }
    return text;
}

void Pinyin::forget() {
    std::string().swap(letters_);
    candidates_ = {};
    syllables_.assign(1, 0);
    if (decoder_)
        decoder_->forget();
}

} // namespace lianxin::window

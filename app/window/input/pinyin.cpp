// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/input/pinyin.h"

#include <googlepinyin/pinyinime.h>

#include <algorithm>
#include <array>

namespace lianxin::window {

using namespace ime_pinyin;

namespace {

// The engine takes no more.
constexpr std::size_t mostLetters = 39;
// Ten pages of a screen: who has not found the character by then writes it by hand.
constexpr std::size_t mostCandidates = 200;

std::u16string plain(std::string_view letters) {
    return {letters.begin(), letters.end()};
}

} // namespace

// The engine, open. Windows that write at the same time share it, as the library knows only one.
class Decoder {
public:
    static std::shared_ptr<Decoder> open(const std::string& dictionary) {
        static std::weak_ptr<Decoder> inUse;
        auto decoder = inUse.lock();
        if (!decoder) {
            decoder = std::make_shared<Decoder>(dictionary);
            inUse = decoder;
        }
        return decoder;
    }

    // No name for a dictionary of the user's: the engine keeps none.
    explicit Decoder(const std::string& dictionary) : isOpen_(im_open_decoder(dictionary.c_str(), "")) {}
    ~Decoder() { im_close_decoder(); }
    Decoder(const Decoder&) = delete;
    Decoder& operator=(const Decoder&) = delete;

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
Pinyin::~Pinyin() = default;

void Pinyin::read() {
    syllables_.assign(1, 0);
    candidates_.clear();
    if (letters_.empty())
        return;
    if (!decoder_)
        decoder_ = Decoder::open(dictionary_);
    const std::size_t count = std::min(decoder_->search(letters_), mostCandidates);
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

std::u16string Pinyin::add(char letter) {
    std::u16string taken;
    if (letters_.size() == mostLetters) {
        // The last syllable may still be growing: all before it make room.
        const std::size_t whole = syllables_.size() > 2 ? syllables_[syllables_.size() - 2] : letters_.size();
        taken = firstCandidate(std::string_view(letters_).substr(0, whole));
        letters_.erase(0, whole);
    }
    letters_ += letter;
    read();
    return taken;
}

std::u16string Pinyin::firstCandidate(std::string_view letters) {
    if (decoder_ && decoder_->search(letters) > 0)
        return decoder_->candidate(0);
    return plain(letters);
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
    decoder_.reset();
}

} // namespace lianxin::window

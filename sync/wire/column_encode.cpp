// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/wire/column_encode.h"

#include "sync/wire/text.h"

#include <algorithm>
#include <array>
#include <bit>
#include <numeric>
#include <vector>

namespace lianxin::sync {

namespace {

constexpr std::string_view choiceLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

// Below this a column is written out: there is nothing to win, and a reader sees the values.
constexpr std::size_t fewRows = 8;

std::size_t mixed(std::uint64_t bits) {
    return static_cast<std::size_t>((bits * 0x9e37'79b9'7f4a'7c15ULL) >> 40);
}

struct IntegerCells {
    std::span<const MaybeInteger> cells;

    std::size_t size() const { return cells.size(); }
    std::size_t hash(std::size_t i) const {
        return cells[i] ? mixed(static_cast<std::uint64_t>(*cells[i]) + 1) : 0;
    }
    bool same(std::size_t i, std::size_t j) const { return cells[i] == cells[j]; }
    void append(std::string& out, std::size_t i) const {
        if (cells[i])
            appendInteger(out, *cells[i]);
        else
            out += "null";
    }
};

struct ValueCells {
    FieldType type;
    std::span<const Value* const> cells;

    std::size_t size() const { return cells.size(); }
    std::size_t hash(std::size_t i) const {
        const Value* const cell = cells[i];
        if (!cell)
            return 0;
        if (const auto* text = std::get_if<std::string>(cell))
            return std::hash<std::string_view>{}(*text);
        if (const auto* number = std::get_if<std::int64_t>(cell))
            return mixed(static_cast<std::uint64_t>(*number) + 1);
        if (const auto* id = std::get_if<Uuid>(cell))
            return std::hash<Uuid>{}(*id);
        if (const auto* real = std::get_if<double>(cell))
            return mixed(std::bit_cast<std::uint64_t>(*real));
        return std::hash<std::string_view>{}(std::get<Sealed>(*cell).bytes);
    }
    bool same(std::size_t i, std::size_t j) const {
        if (!cells[i] || !cells[j])
            return cells[i] == cells[j];
        return compareValues(*cells[i], *cells[j]) == 0;
    }
    void append(std::string& out, std::size_t i) const;
};

void appendQuotedBase64(std::string& out, std::string_view bytes) {
    out += '"';
    appendBase64(out, bytes);
    out += '"';
}

void ValueCells::append(std::string& out, std::size_t i) const {
    const Value* const cell = cells[i];
    if (!cell)
        out += "null";
    else if (const auto* text = std::get_if<std::string>(cell))
        appendQuoted(out, *text);
    else if (const auto* number = std::get_if<std::int64_t>(cell); number && type == FieldType::Boolean)
        out += *number != 0 ? "true" : "false";
    else if (number)
        appendInteger(out, *number);
    else if (const auto* id = std::get_if<Uuid>(cell))
        appendQuotedBase64(out, id->view());
    else if (const auto* real = std::get_if<double>(cell))
        appendReal(out, *real);
    else if (const auto* sealed = std::get_if<Sealed>(cell))
        appendQuotedBase64(out, sealed->bytes);
    else
        out += "null";
}

template <class Cells>
void appendList(std::string& out, const Cells& cells) {
    out += '[';
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i > 0)
            out += ',';
        cells.append(out, i);
    }
    out += ']';
}

/// The different values of a column, as long as they are few, and which of them each row holds.
class Choices {
public:
    template <class Cells>
    bool find(const Cells& cells) {
        const std::size_t most = std::min(choiceLetters.size(), cells.size() / 3);
        slots_.fill(0);
        choiceOfRow_.resize(cells.size());
        for (std::size_t i = 0; i < cells.size(); ++i) {
            std::size_t slot = cells.hash(i) % slots_.size();
            while (slots_[slot] != 0 && !cells.same(firstRow_[slots_[slot] - 1U], i))
                slot = (slot + 1) % slots_.size();
            if (slots_[slot] == 0) {
                if (count_ == most)
                    return false;
                firstRow_[count_] = i;
                slots_[slot] = static_cast<std::uint8_t>(++count_);
            }
            choiceOfRow_[i] = static_cast<std::uint8_t>(slots_[slot] - 1);
            ++rows_[choiceOfRow_[i]];
        }
        return true;
    }

    /// The frequent values come first, so that all columns use the same few letters most.
    template <class Cells>
    void append(std::string& out, const Cells& cells) const {
        std::vector<std::size_t> order(count_);
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::stable_sort(order.begin(), order.end(),
                         [this](std::size_t a, std::size_t b) { return rows_[a] > rows_[b]; });
        std::array<char, 64> letters{};
        out += "{\"of\":[";
        for (std::size_t place = 0; place < count_; ++place) {
            if (place > 0)
                out += ',';
            cells.append(out, firstRow_[order[place]]);
            letters[order[place]] = choiceLetters[place];
        }
        out += "],\"is\":\"";
        for (const std::uint8_t choice : choiceOfRow_)
            out += letters[choice];
        out += "\"}";
    }

private:
    std::array<std::uint8_t, 128> slots_{};
    std::array<std::size_t, 64> firstRow_{};
    std::array<std::size_t, 64> rows_{};
    std::vector<std::uint8_t> choiceOfRow_;
    std::size_t count_ = 0;
};

template <class Cells>
void appendColumn(std::string& out, const Cells& cells) {
    if (cells.size() >= fewRows)
        if (Choices choices; choices.find(cells))
            return choices.append(out, cells);
    appendList(out, cells);
}

/// About how many characters an integer takes.
std::size_t charactersOf(const MaybeInteger& cell) {
    if (!cell)
        return 0;
    const auto bits = static_cast<std::uint64_t>(*cell < 0 ? ~*cell : *cell);
    return (*cell < 0 ? 2 : 1) + static_cast<std::size_t>(std::bit_width(bits)) * 3 / 10;
}

/// Integers in one of the ways to say them, and about how many characters that takes.
struct IntegerForm {
    std::string_view key; ///< of the form it is; empty: the integers themselves
    std::vector<MaybeInteger> cells;
    std::size_t characters = 0;

    void add(MaybeInteger cell) {
        cells.push_back(cell);
        characters += charactersOf(cell);
    }
};

/// What each cell adds to the one before it that is not null.
std::optional<IntegerForm> differences(std::span<const MaybeInteger> cells) {
    IntegerForm form{"by", {}, 7};
    std::int64_t before = 0;
    for (const MaybeInteger& cell : cells) {
        std::int64_t step = 0;
        if (cell && __builtin_sub_overflow(*cell, before, &step))
            return std::nullopt;
        before = cell.value_or(before);
        form.add(cell ? MaybeInteger(step) : std::nullopt);
    }
    return form;
}

/// How long before the time in its record's id each cell is.
std::optional<IntegerForm> beforeIds(std::span<const MaybeInteger> cells,
                                     std::span<const std::int64_t> idTimes) {
    IntegerForm form{"ago", {}, 8};
    for (std::size_t i = 0; i < cells.size(); ++i) {
        std::int64_t ago = 0;
        if (cells[i] && __builtin_sub_overflow(idTimes[i], *cells[i], &ago))
            return std::nullopt;
        form.add(cells[i] ? MaybeInteger(ago) : std::nullopt);
    }
    return form;
}

} // namespace

void appendIntegers(std::string& out, std::span<const MaybeInteger> cells,
                    std::span<const std::int64_t> idTimes) {
    const IntegerCells plain{cells};
    if (Choices choices; cells.size() >= fewRows && choices.find(plain))
        return choices.append(out, plain);
    std::size_t characters = 0;
    for (const MaybeInteger& cell : cells)
        characters += charactersOf(cell);
    auto best = differences(cells);
    if (auto ago = idTimes.empty() ? std::nullopt : beforeIds(cells, idTimes);
        ago && (!best || ago->characters < best->characters))
        best = std::move(ago);
    if (!best || best->characters >= characters)
        return appendList(out, plain);
    out += "{\"";
    out += best->key;
    out += "\":";
    appendColumn(out, IntegerCells{best->cells});
    out += '}';
}

void appendValues(std::string& out, FieldType type, std::span<const Value* const> cells,
                  std::span<const std::int64_t> idTimes) {
    if (type != FieldType::Integer && type != FieldType::Time)
        return appendColumn(out, ValueCells{type, cells});
    std::vector<MaybeInteger> numbers;
    numbers.reserve(cells.size());
    for (const Value* cell : cells) {
        const auto* number = cell ? std::get_if<std::int64_t>(cell) : nullptr;
        numbers.push_back(number ? MaybeInteger(*number) : std::nullopt);
    }
    appendIntegers(out, numbers, type == FieldType::Time ? idTimes : std::span<const std::int64_t>());
}

void appendIds(std::string& out, std::span<const Uuid* const> ids) {
    if (ids.size() < fewRows) {
        out += '[';
        for (const Uuid* id : ids) {
            if (out.back() != '[')
                out += ',';
            appendQuotedBase64(out, id->view());
        }
        out += ']';
        return;
    }
    std::vector<MaybeInteger> times;
    times.reserve(ids.size());
    std::string rest;
    rest.reserve(ids.size() * 14);
    for (const Uuid* id : ids) {
        times.emplace_back(timeOf(*id));
        appendBase64(rest, id->view().substr(6));
    }
    out += "{\"time\":";
    appendIntegers(out, times, {});
    out += ids.size() < 64 ? "," : ",\n"; // see sectionBoundary
    out += "\"rest\":\"";
    out += rest;
    out += "\"}";
}

} // namespace lianxin::sync

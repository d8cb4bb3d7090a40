// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/wire/column_decode.h"

#include "sync/record/edit.h"
#include "sync/wire/text.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace lianxin::sync {

namespace {

// Where a choice letter stands in the alphabet of base64url; 64 for any other character.
constexpr std::array<std::uint8_t, 256> choiceOfLetter = [] {
    constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    std::array<std::uint8_t, 256> choices{};
    choices.fill(64);
    for (std::size_t i = 0; i < letters.size(); ++i)
        choices[static_cast<unsigned char>(letters[i])] = static_cast<std::uint8_t>(i);
    return choices;
}();

/// Reads the two forms that hold values, a list and choices. `read(JsonNode)` gives one cell, `put(row,
/// cell)` takes it; the cells of choices are read once and shared.
template <class Cell, class Read, class Put>
void readCells(Reader& reader, JsonNode column, std::size_t rows, Read read, Put put) {
    if (column.is_array()) {
        const simdjson::dom::array list = reader.array(column, rows);
        reader.require(list.size() == rows);
        std::size_t row = 0;
        for (const JsonNode cell : list)
            put(row++, read(cell));
        return;
    }
    const Members members(reader, column, {"of", "is"});
    std::vector<Cell> choices;
    for (const JsonNode cell : reader.array(members.at(reader, "of"), 64))
        choices.push_back(read(cell));
    const std::string_view letters = reader.text(members.at(reader, "is"));
    reader.require(letters.size() == rows);
    for (std::size_t row = 0; row < rows; ++row) {
        const std::size_t choice = choiceOfLetter[static_cast<unsigned char>(letters[row])];
        reader.require(choice < choices.size());
        put(row, Cell(choices[choice]));
    }
}

/// The part of a column of integers that is reckoned from something else, and from what; or the column as it
/// is.
struct Reckoned {
    JsonNode cells;
    bool byBefore = false;
    bool agoOfId = false;
};

Reckoned reckonedOf(const Reader& reader, JsonNode column) {
    Reckoned reckoned{column};
    if (column.is_object()) {
        reckoned.byBefore = column["by"].get(reckoned.cells) == simdjson::SUCCESS;
        reckoned.agoOfId = !reckoned.byBefore && column["ago"].get(reckoned.cells) == simdjson::SUCCESS;
        if (reckoned.byBefore || reckoned.agoOfId)
            reader.require(reader.object(column).size() == 1);
    }
    return reckoned;
}

/// Calls `put(row, number)` for each row that is not null.
template <class Put>
void readIntegers(Reader& reader, JsonNode column, std::size_t rows, IdTimes idTimes, Put put) {
    const Reckoned reckoned = reckonedOf(reader, column);
    reader.require(!reckoned.agoOfId || !idTimes.empty() || rows == 0);
    using Cell = std::optional<std::int64_t>;
    std::int64_t sum = 0;
    readCells<Cell>(
        reader, reckoned.cells, rows,
        [&reader](JsonNode cell) { return cell.is_null() ? Cell() : Cell(reader.integer(cell)); },
        [&](std::size_t row, Cell cell) {
            if (!cell)
                return;
            std::int64_t number = *cell;
            if (reckoned.byBefore) {
                reader.require(!__builtin_add_overflow(sum, *cell, &sum));
                number = sum;
            } else if (reckoned.agoOfId) {
                reader.require(!__builtin_sub_overflow(idTimes[row], *cell, &number));
            }
            put(row, number);
        });
}

[[noreturn]] void failType(const Reader& reader) {
    reader.fail(WireFault::Kind::WrongType);
}

Value textOf(Reader& reader, JsonNode json) {
    const std::string_view text = reader.text(json);
    reader.allow(text.size(), reader.limits().textBytes);
    return std::string(text);
}

Value realOf(const Reader& reader, JsonNode json) {
    double number = 0;
    if (json.get(number) != simdjson::SUCCESS || !std::isfinite(number))
        failType(reader);
    return number;
}

/// The list that is shown of a set, in the one form in which it is stored; null where it is empty.
Value setOf(Reader& reader, JsonNode json) {
    reader.allow(reader.text(json).size(), reader.limits().textBytes);
    const auto list = nlohmann::json::parse(reader.text(json), nullptr, false);
    if (!list.is_array())
        failType(reader);
    reader.allow(list.size(), reader.limits().writesPerField);
    std::vector<std::string> elements;
    for (const auto& element : list) {
        if (!element.is_string())
            failType(reader);
        elements.push_back(element.get<std::string>());
    }
    std::sort(elements.begin(), elements.end());
    elements.erase(std::unique(elements.begin(), elements.end()), elements.end());
    return elements.empty() ? Value{} : elementList(elements);
}

Value valueOf(Reader& reader, JsonNode json, const Field& field) {
    switch (field.type) {
    case FieldType::Boolean:
        return std::int64_t{reader.boolean(json) ? 1 : 0};
    case FieldType::Integer:
    case FieldType::Time:
        return reader.integer(json);
    case FieldType::Real:
        return realOf(reader, json);
    case FieldType::Text:
        return field.rule == MergeRule::Set ? setOf(reader, json) : textOf(reader, json);
    case FieldType::Json: {
        Value text = textOf(reader, json);
        if (!fits(field, text))
            failType(reader);
        return text;
    }
    case FieldType::Reference: {
        const auto id = idFromText(reader.text(json));
        if (!id)
            failType(reader);
        return *id;
    }
    case FieldType::Sealed: {
        reader.allow(reader.text(json).size(), reader.limits().textBytes * 4 / 3);
        auto bytes = bytesFromBase64(reader.text(json));
        if (!bytes)
            failType(reader);
        return Sealed{std::move(*bytes)};
    }
    }
    failType(reader);
}

std::size_t memoryOf(const Value& value) {
    if (const auto* text = std::get_if<std::string>(&value))
        return text->size();
    if (const auto* sealed = std::get_if<Sealed>(&value))
        return sealed->bytes.size();
    return 0;
}

} // namespace

std::vector<std::int64_t> integersOf(Reader& reader, JsonNode column, std::size_t rows, std::int64_t forNull,
                                     IdTimes idTimes) {
    reader.charge(rows * sizeof(std::int64_t));
    std::vector<std::int64_t> numbers(rows, forNull);
    readIntegers(reader, column, rows, idTimes,
                 [&numbers](std::size_t row, std::int64_t number) { numbers[row] = number; });
    return numbers;
}

void readValues(Reader& reader, JsonNode column, const Field& field, IdTimes idTimes, const PutValue& put) {
    if (field.type == FieldType::Integer || field.type == FieldType::Time)
        return readIntegers(reader, column, idTimes.size(),
                            field.type == FieldType::Time ? idTimes : IdTimes(),
                            [&put](std::size_t row, std::int64_t number) { put(row, number); });
    readCells<Value>(
        reader, column, idTimes.size(),
        [&](JsonNode cell) { return cell.is_null() ? Value() : valueOf(reader, cell, field); },
        [&](std::size_t row, Value&& value) {
            if (isNull(value))
                return;
            reader.charge(memoryOf(value));
            put(row, std::move(value));
        });
}

std::size_t lengthOf(Reader& reader, JsonNode column) {
    const JsonNode cells = reckonedOf(reader, column).cells;
    if (cells.is_array())
        return reader.array(cells, reader.limits().plainBytes).size();
    return reader.text(Members(reader, cells, {"of", "is"}).at(reader, "is")).size();
}

std::vector<Uuid> idsOf(Reader& reader, JsonNode column, std::size_t limit) {
    std::vector<Uuid> ids;
    if (column.is_array()) {
        for (const JsonNode json : reader.array(column, limit)) {
            const auto id = idFromText(reader.text(json));
            reader.require(id && !id->isNull());
            ids.push_back(*id);
        }
        return ids;
    }
    const Members members(reader, column, {"time", "rest"});
    const std::string_view rest = reader.text(members.at(reader, "rest"));
    reader.require(rest.size() % 14 == 0);
    reader.allow(rest.size() / 14, limit);
    ids.resize(rest.size() / 14);
    const auto times = integersOf(reader, members.at(reader, "time"), ids.size(), -1, {});
    for (std::size_t i = 0; i < ids.size(); ++i) {
        reader.require(times[i] >= 0 && times[i] < std::int64_t{1} << 48);
        const auto tail = bytesFromBase64(rest.substr(i * 14, 14));
        reader.require(tail.has_value());
        for (std::size_t byte = 0; byte < 6; ++byte)
            ids[i].bytes[byte] = static_cast<std::uint8_t>(times[i] >> (40 - 8 * byte));
        std::copy(tail->begin(), tail->end(), reinterpret_cast<char*>(ids[i].bytes.data()) + 6);
        reader.require(!ids[i].isNull());
    }
    return ids;
}

} // namespace lianxin::sync

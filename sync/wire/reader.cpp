// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/wire/reader.h"

#include "sync/wire/text.h"

namespace lianxin::sync {

namespace {

/// Part of a place, which whoever sent the message may have chosen: nothing in it may upset a log.
void appendPlace(std::string& where, std::string_view name, std::size_t limit) {
    if (!where.empty() && !name.empty())
        where += '.';
    for (const char c : name.substr(0, limit))
        where += c >= ' ' && c <= '~' ? c : '?';
}

} // namespace

void Reader::fail(WireFault::Kind kind) const {
    failAt({}, kind);
}

void Reader::failAt(std::string_view key, WireFault::Kind kind) const {
    std::string where;
    for (const Place& place : path_) {
        appendPlace(where, place.name, limits_.nameBytes);
        if (place.index >= 0)
            where += '[' + std::to_string(place.index) + ']';
    }
    appendPlace(where, key, limits_.nameBytes);
    throw WireFault{kind, std::move(where)};
}

std::int64_t Reader::integer(JsonNode json) const {
    std::int64_t number = 0;
    if (json.get(number) != simdjson::SUCCESS)
        fail(WireFault::Kind::WrongType);
    return number;
}

std::int64_t Reader::sequenceFrom(JsonNode json, std::int64_t least) const {
    const std::int64_t number = integer(json);
    require(number >= least && number <= highestSequence);
    return number;
}

bool Reader::boolean(JsonNode json) const {
    bool value = false;
    if (json.get(value) != simdjson::SUCCESS)
        fail(WireFault::Kind::WrongType);
    return value;
}

std::string_view Reader::text(JsonNode json) const {
    std::string_view value;
    if (json.get(value) != simdjson::SUCCESS)
        fail(WireFault::Kind::WrongType);
    return value;
}

std::uint64_t Reader::random(JsonNode json) const {
    const auto number = randomFromText(text(json));
    require(number.has_value());
    return *number;
}

simdjson::dom::array Reader::array(JsonNode json, std::size_t limit) const {
    simdjson::dom::array list;
    if (json.get(list) != simdjson::SUCCESS)
        fail(WireFault::Kind::WrongType);
    allow(list.size(), limit);
    return list;
}

simdjson::dom::object Reader::object(JsonNode json) const {
    simdjson::dom::object object;
    if (json.get(object) != simdjson::SUCCESS)
        fail(WireFault::Kind::WrongType);
    return object;
}

Members::Members(const Reader& reader, JsonNode json, std::initializer_list<std::string_view> keys) {
    const simdjson::dom::object object = reader.object(json);
    for (const auto [key, value] : object) {
        if (std::find(keys.begin(), keys.end(), key) == keys.end() || find(key))
            reader.failAt(key, WireFault::Kind::Malformed);
        found_.emplace_back(key, value);
    }
}

std::optional<JsonNode> Members::find(std::string_view key) const {
    for (const auto& [name, value] : found_)
        if (name == key)
            return value;
    return std::nullopt;
}

JsonNode Members::at(const Reader& reader, std::string_view key) const {
    const auto found = find(key);
    if (!found)
        reader.failAt(key, WireFault::Kind::Malformed);
    return *found;
}

} // namespace lianxin::sync

// SPDX-License-Identifier: GPL-3.0-or-later
// One message being read: its limits, what is left of its memory allowance, and the place reached, for the
// log. A fault is thrown inside sync/wire as a WireFault and becomes a value in decode.cpp; it never leaves
// this folder.
#pragma once

#include "sync/wire/limits.h"

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lianxin::sync {

using JsonNode = simdjson::dom::element;

inline constexpr std::int64_t highestSequence = (std::int64_t{1} << 53) - 1;

class Reader {
public:
    explicit Reader(const WireLimits& limits) : limits_(limits), memoryLeft_(limits.expandedBytes) {}

    const WireLimits& limits() const { return limits_; }

    [[noreturn]] void fail(WireFault::Kind kind) const;
    /// The fault is with this member of the part that is being read.
    [[noreturn]] void failAt(std::string_view key, WireFault::Kind kind) const;
    void require(bool holds) const {
        if (!holds)
            fail(WireFault::Kind::Malformed);
    }
    void allow(std::size_t count, std::size_t limit) const {
        if (count > limit)
            fail(WireFault::Kind::TooLarge);
    }
    /// Takes from the memory allowance of the message.
    void charge(std::size_t bytes) {
        allow(bytes, memoryLeft_);
        memoryLeft_ -= bytes;
    }

    std::size_t charged() const { return limits_.expandedBytes - memoryLeft_; }

    std::int64_t integer(JsonNode json) const;
    /// A count or a place in an order: from `least` up to the highest that every JSON library reads exactly.
    std::int64_t sequenceFrom(JsonNode json, std::int64_t least) const;
    bool boolean(JsonNode json) const;
    std::string_view text(JsonNode json) const;
    std::uint64_t random(JsonNode json) const;
    /// An array of at most `limit` items.
    simdjson::dom::array array(JsonNode json, std::size_t limit) const;
    /// An array of exactly N items.
    template <std::size_t N>
    std::array<JsonNode, N> items(JsonNode json) const {
        const simdjson::dom::array list = array(json, limits_.entries);
        require(list.size() == N);
        std::array<JsonNode, N> all;
        std::copy(list.begin(), list.end(), all.begin());
        return all;
    }
    simdjson::dom::object object(JsonNode json) const;

    /// Names the part of the message that is being read, as long as it lives.
    class Step {
    public:
        Step(Reader& reader, std::string_view name) : Step(reader, name, -1) {}
        Step(Reader& reader, std::string_view name, std::int64_t index) : reader_(reader) {
            reader_.path_.push_back({name, index});
        }
        ~Step() { reader_.path_.pop_back(); }
        Step(const Step&) = delete;
        Step& operator=(const Step&) = delete;

    private:
        Reader& reader_;
    };

private:
    struct Place {
        std::string_view name;
        std::int64_t index;
    };

    const WireLimits& limits_;
    std::size_t memoryLeft_;
    std::vector<Place> path_;
};

/// An object all of whose keys are known beforehand. Another key, or one twice, is a fault.
class Members {
public:
    Members(const Reader& reader, JsonNode json, std::initializer_list<std::string_view> keys);

    std::optional<JsonNode> find(std::string_view key) const;
    JsonNode at(const Reader& reader, std::string_view key) const;

private:
    std::vector<std::pair<std::string_view, JsonNode>> found_;
};

} // namespace lianxin::sync

// SPDX-License-Identifier: GPL-3.0-or-later
// How a message is read: as a whole, and by the keys of its object. What is common to decode.cpp and
// decode_blobs.cpp.
#pragma once

#include "sync/wire/decode.h"
#include "sync/wire/reader.h"

#include <new>
#include <utility>

namespace lianxin::sync {

/// Parses the whole text first, so that everything after this walks over valid JSON, and gives what `read`
/// makes of it.
template <class Message, class Read>
Decoded<Message> decoded(std::string_view json, const WireLimits& limits, Read read) {
    const auto fault = [](WireFault::Kind kind) { return Decoded<Message>(WireFault{kind, {}}); };
    if (json.size() > limits.plainBytes)
        return fault(WireFault::Kind::TooLarge);
    simdjson::dom::parser parser;
    JsonNode root;
    auto error = parser.allocate(json.size(), limits.depth);
    if (error == simdjson::SUCCESS)
        error = parser.parse(json.data(), json.size(), true).get(root);
    if (error == simdjson::MEMALLOC) // says nothing about the message, which is not to be refused for it
        throw std::bad_alloc();
    if (error == simdjson::DEPTH_ERROR)
        return fault(WireFault::Kind::TooLarge);
    if (error != simdjson::SUCCESS)
        return fault(WireFault::Kind::Malformed);
    Reader reader(limits);
    try {
        return Decoded<Message>(read(reader, root));
    } catch (WireFault& found) {
        return Decoded<Message>(std::move(found));
    }
}

/// The members of a message, each read by its key.
class Message {
public:
    Message(Reader& reader, JsonNode json, std::initializer_list<std::string_view> keys)
        : reader_(reader), members_(reader, json, keys) {}

    const Members& members() const { return members_; }
    std::int64_t sequence(std::string_view key) const {
        const JsonNode json = members_.at(reader_, key);
        const Reader::Step step(reader_, key);
        return reader_.sequenceFrom(json, 0);
    }
    std::int64_t integer(std::string_view key) const {
        const JsonNode json = members_.at(reader_, key);
        const Reader::Step step(reader_, key);
        return reader_.integer(json);
    }
    WallTime time(std::string_view key) const { return WallTime{Milliseconds{integer(key)}}; }
    std::uint64_t random(std::string_view key) const {
        const JsonNode json = members_.at(reader_, key);
        const Reader::Step step(reader_, key);
        return reader_.random(json);
    }
    std::string text(std::string_view key, std::size_t limit) const {
        const JsonNode json = members_.at(reader_, key);
        const Reader::Step step(reader_, key);
        const std::string_view text = reader_.text(json);
        reader_.allow(text.size(), limit);
        return std::string(text);
    }
    bool yes(std::string_view key) const {
        const Reader::Step step(reader_, key);
        const auto json = members_.find(key);
        return json && reader_.boolean(*json);
    }
    Mark mark(std::string_view key) const {
        const JsonNode json = members_.at(reader_, key);
        const Reader::Step step(reader_, key);
        const auto [sequence, random] = reader_.items<2>(json);
        return {reader_.sequenceFrom(sequence, 0), reader_.random(random)};
    }
    std::pair<std::int64_t, std::int64_t> pair(std::string_view key) const {
        const JsonNode json = members_.at(reader_, key);
        const Reader::Step step(reader_, key);
        const auto [first, second] = reader_.items<2>(json);
        return {reader_.sequenceFrom(first, 0), reader_.sequenceFrom(second, 0)};
    }
    /// What of (after, through] is said: without "after" it is one local sequence.
    std::pair<LocalSequence, LocalSequence> span() const {
        const LocalSequence through = sequence("through");
        const LocalSequence after = members_.find("after") ? sequence("after") : through - 1;
        const Reader::Step step(reader_, "after");
        reader_.require(after >= 0 && after <= through);
        return {after, through};
    }
    /// Calls `read(item)` for each item of a list, which may be absent.
    template <class Read>
    void list(std::string_view key, Read read) const {
        const auto json = members_.find(key);
        if (!json)
            return;
        std::int64_t index = 0;
        for (const JsonNode item : reader_.array(*json, reader_.limits().entries)) {
            const Reader::Step step(reader_, key, index++);
            read(item);
        }
    }
    Cursors cursors() const {
        Cursors cursors;
        const Reader::Step step(reader_, "cursors");
        const auto json = members_.find("cursors");
        if (!json)
            return cursors;
        for (const auto [scope, sequence] : reader_.object(*json)) {
            reader_.allow(scope.size(), reader_.limits().nameBytes);
            reader_.require(cursors.emplace(scope, reader_.sequenceFrom(sequence, 0)).second);
            reader_.allow(cursors.size(), reader_.limits().cursors);
        }
        return cursors;
    }

private:
    Reader& reader_;
    Members members_;
};

} // namespace lianxin::sync

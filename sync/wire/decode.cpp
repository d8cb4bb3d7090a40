// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/wire/decode.h"

#include "sync/wire/batch_decode.h"
#include "sync/wire/names.h"
#include "sync/wire/text.h"

#include <new>

namespace lianxin::sync {

namespace {

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

Uuid idOf(const Reader& reader, JsonNode json) {
    const auto id = idFromText(reader.text(json));
    reader.require(id.has_value());
    return *id;
}

std::string nameIn(const Reader& reader, JsonNode json) {
    const std::string_view name = reader.text(json);
    reader.allow(name.size(), reader.limits().nameBytes);
    return std::string(name);
}

RefusedRecord refusedOf(const Reader& reader, JsonNode json) {
    const auto [id, position, reasonName, detail] = reader.items<4>(json);
    const auto reason = refusalReasonNamed(reader.text(reasonName));
    reader.require(reason.has_value());
    reader.allow(reader.text(detail).size(), reader.limits().textBytes);
    return {idOf(reader, id), reader.sequenceFrom(position, 0), *reason, std::string(reader.text(detail))};
}

LeftScope leftOf(const Reader& reader, JsonNode json) {
    const auto [id, type, scope, sequence] = reader.items<4>(json);
    return {idOf(reader, id), nameIn(reader, type), nameIn(reader, scope), reader.sequenceFrom(sequence, 0)};
}

Dot dotOf(const Reader& reader, JsonNode json) {
    const auto [writer, sequence] = reader.items<2>(json);
    return {{reader.random(writer)}, reader.sequenceFrom(sequence, 1)};
}

std::vector<PushedRecord> pushedOf(const Reader& reader, std::vector<DecodedRow> rows, LocalSequence after,
                                   LocalSequence through) {
    std::vector<PushedRecord> records;
    records.reserve(rows.size());
    for (DecodedRow& row : rows) {
        reader.require(row.place > after && row.place <= through);
        records.push_back({std::move(row.record), row.place, row.seen, row.partial, row.returned});
        after = row.place;
    }
    return records;
}

std::vector<PulledRecord> pulledOf(Reader& reader, const BatchDecoder& batch, std::vector<DecodedRow> rows) {
    std::vector<PulledRecord> records;
    records.reserve(rows.size());
    for (DecodedRow& row : rows) {
        std::vector<Scope> scopes;
        if (!row.partial && row.scopeSet < batch.scopeSets().size())
            scopes = batch.scopeSets()[row.scopeSet];
        reader.charge(scopes.size() * sizeof(Scope));
        records.push_back({std::move(row.record), std::move(scopes), row.place, row.partial});
    }
    return records;
}

} // namespace

Decoded<Hello> decodeHello(std::string_view json, const WireLimits& limits) {
    return decoded<Hello>(json, limits, [](Reader& reader, JsonNode root) {
        // Another version may have other members: of its hello the number is all that can be read.
        Hello hello;
        if (JsonNode version; root["protocol"].get(version) == simdjson::SUCCESS) {
            const Reader::Step step(reader, "protocol");
            hello.protocol = reader.integer(version);
        }
        if (hello.protocol != protocolVersion)
            return hello;
        const Message message(reader, root,
                              {"protocol", "schema", "writer", "seen", "received", "last", "time", "boot"});
        hello.protocol = message.integer("protocol");
        hello.schemaVersion = message.sequence("schema");
        hello.writer = {message.random("writer")};
        hello.seen = message.mark("seen");
        hello.receivedThrough = message.sequence("received");
        hello.lastSequence = message.sequence("last");
        hello.deviceTime = message.time("time");
        hello.bootId = message.text("boot", reader.limits().nameBytes);
        return hello;
    });
}

Decoded<HelloAnswer> decodeHelloAnswer(std::string_view json, const WireLimits& limits) {
    return decoded<HelloAnswer>(json, limits, [](Reader& reader, JsonNode root) {
        const Message message(
            reader, root, {"time", "mark", "round", "changed", "held", "backups", "schema", "dictionary"});
        HelloAnswer answer;
        answer.hubTime = message.time("time");
        answer.mark = message.mark("mark");
        answer.round = message.random("round");
        answer.historyChanged = message.yes("changed");
        answer.heldThrough = message.sequence("held");
        std::tie(answer.backups.sequence, answer.backups.ledger) = message.pair("backups");
        answer.schemaVersion = message.sequence("schema");
        if (message.members().find("dictionary"))
            answer.dictionary = message.random("dictionary");
        return answer;
    });
}

Decoded<Push> decodePush(std::string_view json, const Schema& schema, const WireLimits& limits) {
    std::size_t memory = 0;
    return decodePush(json, schema, limits, memory);
}

Decoded<Push> decodePush(std::string_view json, const Schema& schema, const WireLimits& limits,
                         std::size_t& memory) {
    return decoded<Push>(json, limits, [&](Reader& reader, JsonNode root) {
        const Message message(reader, root, {"round", "after", "through", "types", "retried", "writers"});
        Push push;
        push.round = message.random("round");
        std::tie(push.after, push.through) = message.span();
        BatchDecoder batch(reader, schema, message.members());
        reader.require(!batch.writers().empty());
        push.writer = batch.writers().front();
        push.records =
            pushedOf(reader, batch.rows(message.members(), "types", BatchKind::Pushed, push.after + 1),
                     push.after, push.through);
        push.retried = pushedOf(reader, batch.rows(message.members(), "retried", BatchKind::Pushed, 1), 0,
                                highestSequence);
        memory = reader.charged();
        return push;
    });
}

Decoded<PushAnswer> decodePushAnswer(std::string_view json, const Schema& schema, const WireLimits& limits) {
    return decoded<PushAnswer>(json, limits, [&schema](Reader& reader, JsonNode root) {
        const Message message(reader, root,
                              {"mark", "time", "refused", "erased", "types", "writers", "scopes"});
        PushAnswer answer;
        answer.mark = message.mark("mark");
        if (message.members().find("types"))
            answer.hubTime = message.time("time");
        message.list("refused", [&](JsonNode item) { answer.refused.push_back(refusedOf(reader, item)); });
        message.list("erased", [&](JsonNode item) { answer.erased.push_back(idOf(reader, item)); });
        BatchDecoder batch(reader, schema, message.members());
        answer.records = pulledOf(
            reader, batch, batch.rows(message.members(), "types", BatchKind::Pulled, answer.mark.sequence));
        for (const PulledRecord& record : answer.records)
            reader.require(!record.partial);
        return answer;
    });
}

Decoded<Pull> decodePull(std::string_view json, const WireLimits& limits) {
    return decoded<Pull>(json, limits, [](Reader& reader, JsonNode root) {
        const Message message(reader, root, {"seen", "cursors", "wait", "complete"});
        Pull pull;
        pull.seen = message.mark("seen");
        pull.cursors = message.cursors();
        if (message.members().find("wait"))
            pull.wait = std::chrono::seconds(message.sequence("wait"));
        pull.complete =
            message.members().find("complete") ? message.sequence("complete") : pull.seen.sequence;
        return pull;
    });
}

namespace {

Message pageOf(Reader& reader, JsonNode root) {
    return Message(reader, root, {"time", "mark", "cursors", "left", "more", "types", "writers", "scopes"});
}

PullAnswer pageHeadOf(Reader& reader, const Message& message) {
    PullAnswer answer;
    answer.hubTime = message.time("time");
    answer.mark = message.mark("mark");
    answer.cursors = message.cursors();
    message.list("left", [&](JsonNode item) { answer.left.push_back(leftOf(reader, item)); });
    answer.more = message.yes("more");
    return answer;
}

} // namespace

Decoded<PullAnswer> decodePullAnswer(std::string_view json, const Schema& schema, const WireLimits& limits) {
    return decodePullAnswer(json, schema, limits, [](const PullAnswer&) {});
}

Decoded<PullAnswer> decodePullAnswer(std::string_view json, const Schema& schema, const WireLimits& limits,
                                     const std::function<void(const PullAnswer&)>& headIsRead) {
    return decoded<PullAnswer>(json, limits, [&](Reader& reader, JsonNode root) {
        const Message message = pageOf(reader, root);
        PullAnswer answer = pageHeadOf(reader, message);
        headIsRead(answer);
        BatchDecoder batch(reader, schema, message.members());
        answer.records = pulledOf(
            reader, batch, batch.rows(message.members(), "types", BatchKind::Pulled, answer.mark.sequence));
        return answer;
    });
}

Decoded<FailureAnswer> decodeFailureAnswer(std::string_view json, const WireLimits& limits) {
    return decoded<FailureAnswer>(json, limits, [](Reader& reader, JsonNode root) {
        const Message message(reader, root, {"next", "code", "detail", "retryAfter", "time", "dots"});
        FailureAnswer answer;
        const auto action = nextActionNamed(message.text("next", reader.limits().nameBytes));
        reader.require(action.has_value());
        answer.failure.action = *action;
        answer.failure.code = message.text("code", reader.limits().nameBytes);
        if (message.members().find("detail"))
            answer.failure.detail = message.text("detail", reader.limits().textBytes);
        if (message.members().find("retryAfter"))
            answer.failure.retryAfter = std::chrono::seconds(message.sequence("retryAfter"));
        answer.hubTime = message.time("time");
        message.list("dots", [&](JsonNode item) { answer.dots.push_back(dotOf(reader, item)); });
        return answer;
    });
}

} // namespace lianxin::sync

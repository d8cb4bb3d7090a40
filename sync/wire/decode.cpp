// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/wire/decode.h"

#include "sync/wire/batch_decode.h"
#include "sync/wire/message_reader.h"
#include "sync/wire/names.h"
#include "sync/wire/text.h"

namespace lianxin::sync {

namespace {

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

// SPDX-License-Identifier: GPL-3.0-or-later
// The messages about blobs.
#include "sync/wire/message_reader.h"
#include "sync/wire/text.h"

namespace lianxin::sync {

namespace {

BlobAddress blobFrom(const Reader& reader, JsonNode json) {
    const auto blob = blobAddressFrom(reader.text(json));
    reader.require(blob.has_value());
    return *blob;
}

BlobAddress blobOf(Reader& reader, const Message& message) {
    const JsonNode json = message.members().at(reader, "blob");
    const Reader::Step step(reader, "blob");
    return blobFrom(reader, json);
}

std::int64_t offsetOf(const Message& message) {
    return message.members().find("offset") ? message.sequence("offset") : 0;
}

HeldBytes heldOf(const Message& message) {
    return message.members().find("held") ? HeldBytes(message.sequence("held")) : std::nullopt;
}

std::string bytesOf(Reader& reader, const Message& message) {
    const auto json = message.members().find("bytes");
    if (!json)
        return {};
    const Reader::Step step(reader, "bytes");
    const std::string_view text = reader.text(*json);
    reader.allow(text.size(), (reader.limits().blobBytes * 4 + 2) / 3);
    reader.charge(text.size());
    auto bytes = bytesFromBase64(text);
    reader.require(bytes.has_value());
    return std::move(*bytes);
}

} // namespace

Decoded<Have> decodeHave(std::string_view json, const WireLimits& limits) {
    return decoded<Have>(json, limits, [](Reader& reader, JsonNode root) {
        const Message message(reader, root, {"seen", "blobs"});
        Have have;
        have.seen = message.mark("seen");
        message.list("blobs", [&](JsonNode item) {
            have.blobs.push_back(blobFrom(reader, item));
            reader.allow(have.blobs.size(), reader.limits().blobs);
        });
        return have;
    });
}

Decoded<HaveAnswer> decodeHaveAnswer(std::string_view json, const WireLimits& limits) {
    return decoded<HaveAnswer>(json, limits, [](Reader& reader, JsonNode root) {
        const Message message(reader, root, {"mark", "held"});
        HaveAnswer answer;
        answer.mark = message.mark("mark");
        message.list("held", [&](JsonNode item) {
            answer.held.push_back(item.is_null() ? std::nullopt : HeldBytes(reader.sequenceFrom(item, 0)));
        });
        return answer;
    });
}

Decoded<Send> decodeSend(std::string_view json, const WireLimits& limits) {
    return decoded<Send>(json, limits, [](Reader& reader, JsonNode root) {
        const Message message(reader, root, {"seen", "blob", "offset", "bytes"});
        return Send{message.mark("seen"), blobOf(reader, message), offsetOf(message),
                    bytesOf(reader, message)};
    });
}

Decoded<SendAnswer> decodeSendAnswer(std::string_view json, const WireLimits& limits) {
    return decoded<SendAnswer>(json, limits, [](Reader& reader, JsonNode root) {
        const Message message(reader, root, {"mark", "held"});
        return SendAnswer{message.mark("mark"), heldOf(message)};
    });
}

Decoded<Fetch> decodeFetch(std::string_view json, const WireLimits& limits) {
    return decoded<Fetch>(json, limits, [](Reader& reader, JsonNode root) {
        const Message message(reader, root, {"seen", "blob", "offset"});
        return Fetch{message.mark("seen"), blobOf(reader, message), offsetOf(message)};
    });
}

Decoded<FetchAnswer> decodeFetchAnswer(std::string_view json, const WireLimits& limits) {
    return decoded<FetchAnswer>(json, limits, [](Reader& reader, JsonNode root) {
        const Message message(reader, root, {"mark", "held", "bytes"});
        return FetchAnswer{message.mark("mark"), heldOf(message), bytesOf(reader, message)};
    });
}

} // namespace lianxin::sync

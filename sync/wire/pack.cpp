// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/wire/pack.h"

#include "platform/crypto/hash.h"
#include "sync/wire/batch_encode.h"
#include "sync/wire/field_spec.h"
#include "sync/wire/text.h"

namespace lianxin::sync {

namespace {

using Unpacked = platform::Result<std::string, WireFault>;

constexpr std::string_view frameMagic = "\x28\xB5\x2F\xFD";
constexpr char shortMark = 'L';

// A long message has enough in common with itself, and a frame of it can be read by any tool.
constexpr std::size_t longestShort = 4096;
constexpr int shortLevel = 6;

constexpr int frameLevel = 1;

// PROTOCOL.md has these two texts, too, and a test compares them.

// The head of a dictionary in zstd's format, in base64url: how often which letter and which length of a match
// stands in messages of one or a few records. Made with ZDICT_finalizeDictionary from 2,000 of them.
constexpr std::string_view statistics =
    "N6Qw7ACAAABJEIA1Y9r8P9eCOWxY-v__o_h47oHh59iapRsGvVl4_fJ_bkLlGjTAERDmGgUQ_G47KgQ7-rbRCPTRRl1BcmV39_Zj"
    "AS79__8hBOMAAAAcGiOOMHl5AAAE4AVHDMUDzYxHiiaykCyWiSGAqRkAAAYAAAAAAAAAAAAAZI6jY8MSiRwOBkImoxgMgkQGMAAA"
    "AAAAAQAAAAQAAAAIAAAA";

// Frequent things stand at the end.
constexpr std::string_view commonText =
    R"({"mark":[1,""],"time":17,"refused":[["","unknown-type","wrong-content","not-allowed","written-once-before","type-differs","erased":["left":[["more":true,"changed":true,"held":1,"backups":[1,1],"schema":1})"
    "\n"
    R"({"next":"retry-later","needs-enrolment","needs-upgrade","clock-wrong","new-round","refused","code":"","detail":"","retryAfter":1,"time":17,"dots":[["",1]]})"
    "\n"
    R"("retried":[{"type":"","id":[""],"position":[1],"erased":[0],"row":[0],"scope":[1],"counter":[1],"claimed":[17],"kind":"vmr","value":[null],"value":[true],"value":[false],{"of":["is":"A"},{"by":[)"
    "\n"
    R"({"time":17,"mark":[1,""],"cursors":{"":1},"types":[{"type":"","id":[""],"hub":[1],"sequence":[1],"stamp":{"ago":[-1]},"fields":{"":[""],"":[1],"":[{"ago":[1]}},"own":{"":{"writer":[1],"sequence":[1],"stamp":[17],"value":[""],"base":[[0,1]]}}}],"writers":["",""],"scopes":[["office"]]})"
    "\n"
    R"({"time":17,"mark":[1,""],"cursors":{"office":1},"types":[{"type":"","id":[""],"hub":[1],"partial":[0],"own":{"":{"sequence":[1],"stamp":[17],"value":[""],"base":[[0,1]]}}}],"writers":[""]})"
    "\n"
    R"({"round":"","through":1,"types":[{"type":"","id":[""],"seen":[1],"partial":[0],"own":{"":{"stamp":[17],"value":[""],"base":[[0,1]]}}}],"writers":["",""]})"
    "\n"
    R"({"seen":[1,""],"cursors":{"office":1},"wait":25})"
    "\n"
    R"({"mark":[1,""]})";

std::string dictionaryOf(const Schema& schema) {
    std::string bytes = bytesFromBase64(statistics).value();
    for (const auto& type : schema.types()) {
        bytes += "\"type\":\"";
        bytes += type->name();
        bytes += "\",\"fields\":{";
        for (const Field& field : type->fields()) {
            bytes += '"';
            bytes += fieldSpec(field);
            bytes += "\":[";
        }
        bytes += '\n';
    }
    return bytes += commonText;
}

std::uint64_t numberOf(std::string_view dictionary) {
    const platform::Hash128 hash = platform::hash128(dictionary);
    std::uint64_t number = 0;
    for (std::size_t i = 0; i < sizeof number; ++i)
        number = number << 8 | std::to_integer<std::uint64_t>(hash[i]);
    return number;
}

Unpacked fault(WireFault::Kind kind) {
    return Unpacked(WireFault{kind, "body"});
}

// Setting a context up takes longer than a small message does, so each thread keeps one.
std::string frameOf(std::string_view json) {
    thread_local platform::Compressor compressor;
    return compressor.compressInSections(json, frameLevel, sectionBoundary);
}

std::string shortOf(std::string_view json, const platform::Dictionary& dictionary) {
    thread_local platform::Compressor compressor;
    std::string frame = compressor.compress(json, dictionary);
    frame.replace(0, frameMagic.size(), 1, shortMark);
    return frame;
}

Unpacked unframed(std::string_view frame, const platform::Dictionary* dictionary, const WireLimits& limits) {
    thread_local platform::Decompressor decompressor;
    auto json = dictionary ? decompressor.decompress(frame, limits.plainBytes, *dictionary)
                           : decompressor.decompress(frame, limits.plainBytes);
    if (json)
        return Unpacked(std::move(json).value());
    return fault(json.error() == platform::DecompressFault::TooLarge ? WireFault::Kind::TooLarge
                                                                     : WireFault::Kind::Malformed);
}

} // namespace

BodyForm formOf(std::string_view body) {
    if (body.starts_with('{'))
        return BodyForm::Plain;
    return body.starts_with(shortMark) ? BodyForm::Short : BodyForm::Frame;
}

Packer::Packer(const Schema& schema)
    : bytes_(dictionaryOf(schema)), dictionary_(bytes_, shortLevel), dictionaryNumber_(numberOf(bytes_)) {}

std::string Packer::pack(std::string_view json, BodyForm form) const {
    if (form == BodyForm::Plain)
        return std::string(json);
    return form == BodyForm::Short && json.size() <= longestShort ? shortOf(json, dictionary_)
                                                                  : frameOf(json);
}

std::string Packer::packAnswer(std::string_view json, BodyForm form) const {
    std::string body = pack(json, form);
    return body.size() < json.size() ? body : std::string(json);
}

Unpacked Packer::unpack(std::string_view body, const WireLimits& limits) const {
    if (body.size() > limits.compressedBytes)
        return fault(WireFault::Kind::TooLarge);
    switch (formOf(body)) {
    case BodyForm::Plain:
        return Unpacked(std::string(body));
    case BodyForm::Frame:
        return unframed(body, nullptr, limits);
    case BodyForm::Short:
        break;
    }
    return unframed(std::string(frameMagic).append(body.substr(1)), &dictionary_, limits);
}

} // namespace lianxin::sync

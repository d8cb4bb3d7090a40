// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/bundle/bundle_messages.h"

#include "sync/wire/decode.h"
#include "sync/wire/encode.h"
#include "sync/wire/text.h"

#include <nlohmann/json.hpp>

#include <functional>

namespace lianxin::sync {

namespace {

using Json = nlohmann::json;

constexpr std::int64_t largestNumber = (std::int64_t{1} << 53) - 1;
constexpr std::int64_t counters = std::int64_t{1} << 16;

/// Ends the reading of a bundle; it never leaves this file.
class NotUnderstood : public std::exception {};

void require(bool holds) {
    if (!holds)
        throw NotUnderstood();
}

std::int64_t number(const Json& json) {
    require(json.is_number_integer());
    const auto value = json.get<std::int64_t>();
    require(value >= -largestNumber && value <= largestNumber);
    return value;
}

LocalSequence sequence(const Json& json) {
    require(number(json) >= 0);
    return number(json);
}

Milliseconds milliseconds(const Json& json) {
    return Milliseconds{number(json)};
}

std::string name(const Json& json) {
    require(json.is_string());
    require(json.get_ref<const std::string&>().size() <= WireLimits{}.nameBytes);
    return json.get<std::string>();
}

const Json& list(const Json& json) {
    require(json.is_array());
    return json;
}

const Json& items(const Json& json, std::size_t count) {
    require(json.is_array() && json.size() == count);
    return json;
}

const Json& at(const Json& json, const char* key) {
    require(json.is_object() && json.contains(key));
    return json[key];
}

std::uint64_t random(const Json& json) {
    const auto value = randomFromText(name(json));
    require(value.has_value());
    return *value;
}

Uuid id(const Json& json) {
    const auto value = idFromText(name(json));
    require(value.has_value());
    return *value;
}

std::string textOf(std::uint64_t value) {
    std::string text;
    appendRandom(text, value);
    return text;
}

std::string textOf(const Uuid& value) {
    std::string text;
    appendId(text, value);
    return text;
}

Json jsonOf(const Mark& mark) {
    return {mark.sequence, textOf(mark.random)};
}

Mark mark(const Json& json) {
    return {sequence(items(json, 2)[0]), random(json[1])};
}

Json jsonOf(const Stamp& stamp) {
    return {stamp.wall().time_since_epoch().count(), stamp.packed % counters};
}

Stamp stamp(const Json& json) {
    const std::int64_t time = sequence(items(json, 2)[0]);
    const std::int64_t counter = sequence(json[1]);
    require(time < (std::int64_t{1} << 48) && counter < counters);
    return {static_cast<std::uint64_t>(time) << 16 | static_cast<std::uint64_t>(counter)};
}

Json jsonOf(const ClockAccount& clock) {
    Json stretches = Json::array();
    for (const Stretch& one : clock.stretches)
        stretches.push_back({one.first, textOf(one.writer.value), one.bootId, one.drift.count()});
    Json boots = Json::array();
    for (const KnownBoot& one : clock.boots)
        boots.push_back({one.bootId, one.atLeast.count(), one.atMost.count()});
    Json seen = Json::array();
    for (const auto& [first, saw] : clock.seen)
        seen.push_back({first, jsonOf(saw)});
    return {{"time", clock.time.time_since_epoch().count()},
            {"since_boot", clock.sinceBoot.count()},
            {"boot", clock.bootId},
            {"stamped", clock.stampedThrough},
            {"above", jsonOf(clock.above)},
            {"stretches", stretches},
            {"boots", boots},
            {"seen", seen}};
}

ClockAccount clockAccount(const Json& json) {
    ClockAccount clock;
    clock.time = WallTime{milliseconds(at(json, "time"))};
    clock.sinceBoot = milliseconds(at(json, "since_boot"));
    clock.bootId = name(at(json, "boot"));
    clock.stampedThrough = sequence(at(json, "stamped"));
    clock.above = stamp(at(json, "above"));
    for (const Json& one : list(at(json, "stretches")))
        clock.stretches.push_back(
            {sequence(items(one, 4)[0]), WriterId{random(one[1])}, name(one[2]), milliseconds(one[3])});
    for (const Json& one : list(at(json, "boots")))
        clock.boots.push_back({name(items(one, 3)[0]), milliseconds(one[1]), milliseconds(one[2])});
    for (const Json& one : list(at(json, "seen")))
        clock.seen.emplace_back(sequence(items(one, 2)[0]), stamp(one[1]));
    return clock;
}

Json jsonOf(const SentBatch& batch) {
    Json records = Json::array();
    for (const SentRecord& one : batch.records)
        records.push_back({one.type->name(), textOf(one.id), one.position});
    return {{"after", batch.after}, {"through", batch.through}, {"records", records}};
}

/// What this device does not know by its type it did not send, but a program of before did.
SentBatch sentBatch(const Json& json, const Schema& schema) {
    SentBatch batch{sequence(at(json, "after")), sequence(at(json, "through")), {}};
    require(batch.after <= batch.through);
    for (const Json& one : list(at(json, "records")))
        if (const RecordType* type = schema.find(name(items(one, 3)[0])))
            batch.records.push_back({type, id(one[1]), sequence(one[2])});
    return batch;
}

/// An answer may be larger than a request.
WireLimits limitsOfBodies() {
    WireLimits limits;
    limits.compressedBytes = limits.plainBytes;
    return limits;
}

std::string unpacked(std::string_view body, const Packer& packer) {
    auto json = packer.unpack(body, limitsOfBodies());
    require(static_cast<bool>(json));
    return std::move(*json);
}

Json parsed(std::string_view body, const Packer& packer) {
    Json json = Json::parse(unpacked(body, packer), nullptr, false);
    require(json.is_object());
    return json;
}

template <class Message, class Work>
platform::Result<Message, BundleFault> understood(Work work) {
    using Answer = platform::Result<Message, BundleFault>;
    try {
        return Answer(work());
    } catch (const NotUnderstood&) {
        return Answer(BundleFault::Content);
    }
}

} // namespace

std::vector<std::string> partsOf(const BundleOpening& opening, const std::vector<std::string>& pushes,
                                 const Packer& packer) {
    const Json json{
        {"bundle", textOf(opening.id)}, {"seen", jsonOf(opening.seen)}, {"clock", jsonOf(opening.clock)}};
    std::vector<std::string> parts{packer.pack(json.dump(), BodyForm::Frame)};
    parts.insert(parts.end(), pushes.begin(), pushes.end());
    return parts;
}

platform::Result<ReadBundle, BundleFault> readPushes(const std::vector<std::string>& parts,
                                                     const Packer& packer, const Schema& schema) {
    return understood<ReadBundle>([&] {
        require(!parts.empty());
        const Json json = parsed(parts.front(), packer);
        ReadBundle bundle{{id(at(json, "bundle")), mark(at(json, "seen")), clockAccount(at(json, "clock"))},
                          {}};
        const WireLimits limits;
        std::size_t taken = 0;
        for (std::size_t i = 1; i < parts.size(); ++i) {
            std::size_t memory = 0;
            auto push = decodePush(unpacked(parts[i], packer), schema, limits, memory);
            require(static_cast<bool>(push));
            taken += memory;
            require(taken <= limits.expandedBytes);
            bundle.pushes.push_back(std::move(*push));
        }
        return bundle;
    });
}

std::vector<std::string> partsOf(const BundleReceipts& answer, const Packer& packer) {
    const CarriedReceipts& receipts = answer.receipts;
    Json corrected = Json::array();
    for (const CorrectedStamp& one : receipts.corrected)
        corrected.push_back({one.sequence, jsonOf(one.before), jsonOf(one.stamp)});
    const Json json{{"bundle", textOf(answer.id)},
                    {"seen", jsonOf(receipts.seen)},
                    {"boot", receipts.bootId},
                    {"left", receipts.left.count()},
                    {"time", receipts.hubTime.time_since_epoch().count()},
                    {"mark", jsonOf(receipts.mark)},
                    {"changed", receipts.historyChanged},
                    {"corrected", corrected}};
    std::vector<std::string> parts{packer.pack(json.dump(), BodyForm::Frame)};
    for (const auto& [batch, receipt] : receipts.batches) {
        parts.push_back(packer.pack(jsonOf(batch).dump(), BodyForm::Frame));
        parts.push_back(packer.pack(encode(receipt), BodyForm::Frame));
    }
    return parts;
}

platform::Result<BundleReceipts, BundleFault> readReceipts(const std::vector<std::string>& parts,
                                                           const Packer& packer, const Schema& schema) {
    return understood<BundleReceipts>([&] {
        require(parts.size() % 2 == 1);
        const Json json = parsed(parts.front(), packer);
        BundleReceipts read{id(at(json, "bundle")), {}};
        CarriedReceipts& receipts = read.receipts;
        receipts.seen = mark(at(json, "seen"));
        receipts.bootId = name(at(json, "boot"));
        receipts.left = milliseconds(at(json, "left"));
        receipts.hubTime = WallTime{milliseconds(at(json, "time"))};
        receipts.mark = mark(at(json, "mark"));
        require(at(json, "changed").is_boolean());
        receipts.historyChanged = json["changed"].get<bool>();
        for (const Json& one : list(at(json, "corrected")))
            receipts.corrected.push_back({sequence(items(one, 3)[0]), stamp(one[1]), stamp(one[2])});
        for (std::size_t i = 1; i < parts.size(); i += 2) {
            auto answer = decodePushAnswer(unpacked(parts[i + 1], packer), schema, limitsOfBodies());
            require(static_cast<bool>(answer));
            receipts.batches.emplace_back(sentBatch(parsed(parts[i], packer), schema), std::move(*answer));
        }
        return read;
    });
}

} // namespace lianxin::sync

// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/wire/record_size.h"

#include <algorithm>

namespace lianxin::sync {

namespace {

// Of the columns that every record and every write stands in, with the longest numbers there are.
constexpr std::size_t bytesOfRow = 120;
constexpr std::size_t bytesOfWrite = 100;
constexpr std::size_t bytesOfBaseDot = 24;
constexpr std::size_t bytesOfWriter = 14;
constexpr std::size_t bytesOfNull = 5;
constexpr std::size_t bytesOfNumber = 27;

std::size_t bytesOfText(std::string_view text) {
    std::size_t escapes = 0;
    for (const char c : text) {
        escapes += (c == '"' || c == '\\') ? 1U : 0U;
        escapes += static_cast<unsigned char>(c) < 0x20 ? 5U : 0U;
    }
    return text.size() + escapes + 3;
}

std::size_t bytesOf(const Value& value) {
    if (const auto* text = std::get_if<std::string>(&value))
        return bytesOfText(*text);
    if (const auto* sealed = std::get_if<Sealed>(&value))
        return sealed->bytes.size() / 3 * 4 + 7;
    return isNull(value) ? bytesOfNull : bytesOfNumber;
}

RecordSize sizeOf(const Writes& writes) {
    RecordSize size;
    for (const Write& write : writes) {
        size.bytes += bytesOfWrite + bytesOf(write.value) + write.base.size() * bytesOfBaseDot;
        size.dots += 1 + write.base.size();
    }
    return size;
}

} // namespace

RecordSize sizeOf(const Record& record) {
    RecordSize size{bytesOfRow, 1};
    for (const Value& value : record.shown)
        size.bytes += bytesOf(value);
    for (const OwnState& state : record.own)
        size += sizeOf(state.writes);
    for (const UnknownField& unknown : record.unknown) {
        size.bytes += unknown.field.name.size() + bytesOfNumber;
        size += sizeOf(unknown.writes);
    }
    size.bytes += size.dots * bytesOfWriter;
    return size;
}

std::optional<std::string> beyondLimits(const Record& record, const WireLimits& limits) {
    for (const OwnState& state : record.own)
        if (state.writes.size() > limits.writesPerField)
            return record.type->field(state.field).name;
    for (const UnknownField& unknown : record.unknown)
        if (unknown.writes.size() > limits.writesPerField)
            return unknown.field.name;
    if (record.unknown.size() > limits.unknownFieldsOfRecord)
        return "fields";
    const RecordSize size = sizeOf(record);
    if (size.dots > limits.dotsOfRecord)
        return "writers";
    return size.bytes > limits.bytesOfRecord ? std::optional<std::string>("size") : std::nullopt;
}

} // namespace lianxin::sync

// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/replica/state_blob.h"

#include "platform/sqlite/storage_error.h"

#include <bit>

namespace lianxin::sync {

namespace {

constexpr std::uint64_t erasedFlag = 1;

[[noreturn]] void throwDamaged() {
    throw platform::StorageError(platform::StorageFault::Corrupt, 0, "the field states of a row are damaged");
}

std::string_view takeBytes(std::string_view& bytes) {
    const std::uint64_t size = takeVarint(bytes);
    if (size > bytes.size())
        throwDamaged();
    const std::string_view taken = bytes.substr(0, size);
    bytes.remove_prefix(size);
    return taken;
}

void appendBytes(std::string& bytes, std::string_view content) {
    appendVarint(bytes, content.size());
    bytes += content;
}

// A negative number must not take ten bytes, so the sign goes into the lowest bit.
std::uint64_t foldSign(std::int64_t number) {
    return static_cast<std::uint64_t>(number) << 1 ^ static_cast<std::uint64_t>(number >> 63);
}
std::int64_t unfoldSign(std::uint64_t folded) {
    return static_cast<std::int64_t>(folded >> 1) ^ -static_cast<std::int64_t>(folded & 1);
}

void appendDot(std::string& bytes, const Dot& dot) {
    for (int shift = 0; shift < 64; shift += 8)
        bytes += static_cast<char>(dot.writer.value >> shift);
    appendVarint(bytes, static_cast<std::uint64_t>(dot.sequence));
}

Dot takeDot(std::string_view& bytes) {
    if (bytes.size() < 8)
        throwDamaged();
    Dot dot;
    for (std::size_t i = 0; i < 8; ++i)
        dot.writer.value |= std::uint64_t{static_cast<unsigned char>(bytes[i])} << (8 * i);
    bytes.remove_prefix(8);
    dot.sequence = static_cast<LocalSequence>(takeVarint(bytes));
    return dot;
}

void appendValue(std::string& bytes, const Value& value) {
    bytes += static_cast<char>(value.index());
    if (const auto* integer = std::get_if<std::int64_t>(&value))
        appendVarint(bytes, foldSign(*integer));
    else if (const auto* real = std::get_if<double>(&value))
        appendVarint(bytes, std::bit_cast<std::uint64_t>(*real));
    else if (const auto* text = std::get_if<std::string>(&value))
        appendBytes(bytes, *text);
    else if (const auto* id = std::get_if<Uuid>(&value))
        bytes += id->view();
    else if (const auto* sealed = std::get_if<Sealed>(&value))
        appendBytes(bytes, sealed->bytes);
}

Value takeValue(std::string_view& bytes) {
    if (bytes.empty())
        throwDamaged();
    const auto kind = static_cast<unsigned char>(bytes.front());
    bytes.remove_prefix(1);
    switch (kind) {
    case 0:
        return {};
    case 1:
        return unfoldSign(takeVarint(bytes));
    case 2:
        return std::bit_cast<double>(takeVarint(bytes));
    case 3:
        return std::string(takeBytes(bytes));
    case 4: {
        const auto id = Uuid::fromBytes(bytes.substr(0, 16));
        if (!id)
            throwDamaged();
        bytes.remove_prefix(16);
        return *id;
    }
    case 5:
        return Sealed{std::string(takeBytes(bytes))};
    default:
        throwDamaged();
    }
}

void appendWrites(std::string& bytes, const Writes& writes, const Value* shown) {
    appendVarint(bytes, writes.size());
    for (const Write& write : writes) {
        // The shown value stands in its column already.
        const bool inColumn = shown && write.kind == WriteKind::Value && write.value == *shown;
        bytes += static_cast<char>(static_cast<unsigned>(write.kind) | (inColumn ? 4U : 0U));
        appendDot(bytes, write.dot);
        appendVarint(bytes, write.stamp.packed);
        appendVarint(bytes, foldSign(write.claimed.time_since_epoch().count()));
        appendVarint(bytes, write.base.size());
        for (const Dot& dot : write.base)
            appendDot(bytes, dot);
        if (!inColumn)
            appendValue(bytes, write.value);
    }
}

Writes takeWrites(std::string_view& bytes, const Value* shown) {
    Writes writes;
    for (std::uint64_t left = takeVarint(bytes); left > 0; --left) {
        if (bytes.empty())
            throwDamaged();
        const auto kind = static_cast<unsigned char>(bytes.front());
        bytes.remove_prefix(1);
        if ((kind & 3) > 2 || kind > 6 || ((kind & 4) && !shown))
            throwDamaged();
        Write& write = writes.emplace_back();
        write.kind = static_cast<WriteKind>(kind & 3);
        write.dot = takeDot(bytes);
        write.stamp.packed = takeVarint(bytes);
        write.claimed = WallTime{Milliseconds{unfoldSign(takeVarint(bytes))}};
        for (std::uint64_t dots = takeVarint(bytes); dots > 0; --dots)
            write.base.push_back(takeDot(bytes));
        write.value = (kind & 4) ? *shown : takeValue(bytes);
    }
    return writes;
}

} // namespace

void appendVarint(std::string& bytes, std::uint64_t number) {
    while (number >= 128) {
        bytes += static_cast<char>(number | 128);
        number >>= 7;
    }
    bytes += static_cast<char>(number);
}

std::uint64_t takeVarint(std::string_view& bytes) {
    std::uint64_t number = 0;
    for (unsigned shift = 0; shift < 64 && !bytes.empty(); shift += 7) {
        const auto byte = static_cast<unsigned char>(bytes.front());
        bytes.remove_prefix(1);
        number |= std::uint64_t{byte & 127U} << shift;
        if (byte < 128)
            return number;
    }
    throwDamaged();
}

std::string encodeStateBlob(const Record& record) {
    std::string bytes;
    if (record.own.empty() && record.unknown.empty() && !record.erased)
        return bytes;
    appendVarint(bytes, record.erased ? erasedFlag : 0);
    appendVarint(bytes, record.own.size());
    for (const OwnState& state : record.own) {
        appendBytes(bytes, record.type->field(state.field).name);
        appendWrites(bytes, state.writes, &record.shown[state.field]);
    }
    for (const UnknownField& unknown : record.unknown) {
        appendBytes(bytes, unknown.field.name);
        bytes += static_cast<char>(unknown.field.type);
        bytes +=
            static_cast<char>(static_cast<unsigned>(unknown.field.rule) | (unknown.field.hubGiven ? 8U : 0U));
        appendWrites(bytes, unknown.writes, nullptr);
    }
    return bytes;
}

void decodeStateBlob(std::string_view bytes, Record& record) {
    if (bytes.empty())
        return;
    record.erased = (takeVarint(bytes) & erasedFlag) != 0;
    for (std::uint64_t left = takeVarint(bytes); left > 0; --left) {
        const auto index = record.type->indexOf(takeBytes(bytes));
        if (!index)
            throwDamaged();
        record.own.push_back({*index, takeWrites(bytes, &record.shown[*index])});
    }
    while (!bytes.empty()) {
        UnknownField unknown;
        unknown.field.name = takeBytes(bytes);
        if (bytes.size() < 2)
            throwDamaged();
        unknown.field.type = static_cast<FieldType>(bytes[0] & 7);
        unknown.field.rule = static_cast<MergeRule>(bytes[1] & 3);
        unknown.field.hubGiven = (bytes[1] & 8) != 0;
        bytes.remove_prefix(2);
        unknown.writes = takeWrites(bytes, nullptr);
        // An upgrade may have taught this program the field: then its state belongs to the typed column.
        if (const auto index = record.type->indexOf(unknown.field.name))
            setWrites(record, *index, std::move(unknown.writes));
        else
            record.unknown.push_back(std::move(unknown));
    }
}

} // namespace lianxin::sync

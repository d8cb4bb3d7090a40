// SPDX-License-Identifier: GPL-3.0-or-later
// Generated records for the laws of join. Few writers, few sequences, few stamps and few values, so that
// equal stamps, one dot with two stamps, and overwrites of overwrites come up all the time.
#pragma once

#include "tests/unit/sync/record_builders.h"

#include <rapidcheck.h>

#include <optional>
#include <string>
#include <vector>

namespace lianxin::tests {

enum class World {
    Honest,  ///< what correct replicas can bring about: a dot has one value and one base for ever
    Copied,  ///< copied disks, too: one dot may have several values and bases
    Hostile, ///< also what no program of ours writes: wrong kinds, nobody's dots, broken texts, circles
};

inline int below(int bound) {
    return *rc::gen::inRange(0, bound);
}
inline bool oneIn(int chances) {
    return below(chances) == 0;
}

inline Dot anyDot(World world) {
    if (world == World::Hostile && oneIn(12))
        return {};
    return dot(static_cast<std::uint64_t>(1 + below(4)), 1 + below(3));
}

inline Stamp anyStamp() {
    return stampAt(1 + below(4));
}

inline Value valueNumbered(FieldType type, int number) {
    if (number == 0)
        return {};
    switch (type) {
    case FieldType::Boolean:
    case FieldType::Integer:
    case FieldType::Time:
        return std::int64_t{number};
    case FieldType::Real:
        return 0.5 * number;
    case FieldType::Text:
        return std::string(1, static_cast<char>('a' + number));
    case FieldType::Json:
        return std::to_string(number);
    case FieldType::Reference:
        return idOf(static_cast<std::uint8_t>(number));
    case FieldType::Sealed:
        return Sealed{std::string(1, static_cast<char>(number))};
    }
    return {};
}

inline Value hostileValue() {
    switch (below(5)) {
    case 0:
        return std::string("\xff\xfe broken");
    case 1:
        return std::string("nul\0inside", 10);
    case 2:
        return -0.0;
    case 3:
        return std::string("[\"not\",\"an\",\"element\"]");
    default:
        return std::int64_t{7};
    }
}

inline Value honestValue(const Field& field, const Dot& of) {
    return valueNumbered(field.type,
                         static_cast<int>(of.writer.value * 5 + static_cast<std::uint64_t>(of.sequence)) % 9);
}

/// What an honest write of this dot has seen: always the same ones, and always earlier ones.
inline std::vector<Dot> honestBase(const Field& field, const Dot& of) {
    const std::uint64_t neighbour = of.writer.value % 4 + 1;
    if (of.sequence == 1 || field.rule == MergeRule::Once || field.hubGiven)
        return {};
    if (of.sequence == 2)
        return {dot(of.writer.value, 1)};
    std::vector<Dot> base{dot(of.writer.value, 2), dot(neighbour, 2)};
    std::sort(base.begin(), base.end());
    return base;
}

inline std::vector<Dot> anyBase(World world) {
    std::vector<Dot> base;
    for (int count = below(3); count > 0; --count)
        base.push_back(anyDot(world));
    std::sort(base.begin(), base.end());
    base.erase(std::unique(base.begin(), base.end()), base.end());
    return base;
}

inline Write anyWrite(const Field& field, World world) {
    Write write;
    write.dot = anyDot(world);
    write.stamp = anyStamp();
    if (oneIn(4))
        write.claimed = WallTime{Milliseconds{1 + below(3)}};
    const bool honest = world == World::Honest;
    if (field.rule == MergeRule::Set) {
        write.value = valueNumbered(field.type, 1 + below(4));
        write.kind = oneIn(3) ? WriteKind::Removal : WriteKind::Value;
        if (write.kind == WriteKind::Removal)
            write.base = anyBase(world);
    } else {
        write.value = honest ? honestValue(field, write.dot) : valueNumbered(field.type, below(5));
        write.base = honest ? honestBase(field, write.dot) : anyBase(world);
    }
    if (world == World::Hostile && oneIn(3)) {
        write.kind = static_cast<WriteKind>(below(3));
        write.value = oneIn(2) ? hostileValue() : write.value;
        write.base = anyBase(world);
    }
    return write;
}

inline const std::vector<Field>& laterFields() {
    static const std::vector<Field> fields{{"later_latest", FieldType::Integer, MergeRule::Latest},
                                           {"later_once", FieldType::Text, MergeRule::Once},
                                           {"later_set", FieldType::Text, MergeRule::Set},
                                           {"later_verdict", FieldType::Text, MergeRule::Once, true},
                                           {"later_versions", FieldType::Text, MergeRule::Versions}};
    return fields;
}

/// A record and the losers of its making: a state that some replica may hold.
inline Joined anyNote(World world) {
    Joined made{emptyNote(), {}, false};
    if (oneIn(20)) {
        eraseContent(made.record);
        return made;
    }
    if (!oneIn(4))
        made.record.cover = {anyDot(world), anyStamp(), {}};
    for (std::size_t i = 0; i < noteType().fields().size(); ++i) {
        const auto index = static_cast<FieldIndex>(i);
        const Field& field = noteType().field(index);
        Writes writes;
        // Most fields of most records are what one save made them.
        if (made.record.cover.dot && !oneIn(3)) {
            Write saved = anyWrite(field, world);
            saved.dot = made.record.cover.dot;
            saved.stamp = made.record.cover.stamp;
            saved.claimed = {};
            if (world == World::Honest) {
                saved.value = field.rule == MergeRule::Set ? saved.value : honestValue(field, saved.dot);
                saved.base = honestBase(field, saved.dot);
                saved.kind = WriteKind::Value;
            }
            writes.push_back(saved);
        }
        for (int count = below(4); count > 0; --count)
            writes.push_back(anyWrite(field, world));
        joinWrites(made.record, index, writes, made.losers);
    }
    for (const Field& field : laterFields())
        for (int count = below(3); count > 0; --count) {
            const Write write = anyWrite(field, world);
            joinUnknown(made.record, field, {&write, 1}, made.losers);
        }
    return made;
}

} // namespace lianxin::tests

// SPDX-License-Identifier: GPL-3.0-or-later
// Messages for the tests of the wire, with every kind of record in them, and what it takes to compare them.
#pragma once

#include "sync/wire/decode.h"
#include "sync/wire/encode.h"
#include "sync/wire/names.h"
#include "sync/wire/pack.h"
#include "tests/unit/sync/record_builders.h"

#include <QByteArray>

namespace lianxin::tests {

/// A schema that knows the notes of noteSchema(), and a type with a field of every kind.
inline const Schema& wireSchema() {
    static const Schema schema(7, {noteType(), RecordType("kinds",
                                                          {{"yes", FieldType::Boolean, MergeRule::Once},
                                                           {"number", FieldType::Integer, MergeRule::Once},
                                                           {"real", FieldType::Real, MergeRule::Once},
                                                           {"words", FieldType::Text, MergeRule::Once},
                                                           {"tree", FieldType::Json, MergeRule::Once},
                                                           {"moment", FieldType::Time, MergeRule::Once},
                                                           {"other", FieldType::Reference, MergeRule::Once},
                                                           {"closed", FieldType::Sealed, MergeRule::Once},
                                                           {"tags", FieldType::Text, MergeRule::Set}},
                                                          {})});
    return schema;
}

/// What an older program knows: nothing but history.
inline const Schema& oldSchema() {
    static const Schema schema(1, {});
    return schema;
}

inline WallTime wallAt(std::int64_t milliseconds) {
    return WallTime{Milliseconds{milliseconds}};
}

inline Uuid timedId(std::int64_t milliseconds, std::uint64_t tail) {
    Uuid id;
    for (std::size_t i = 0; i < 6; ++i)
        id.bytes[i] = static_cast<std::uint8_t>(milliseconds >> (40 - 8 * i));
    for (std::size_t i = 0; i < 8; ++i)
        id.bytes[8 + i] = static_cast<std::uint8_t>(tail >> (56 - 8 * i));
    return id;
}

inline Cover coverAt(std::uint64_t writer, LocalSequence sequence, std::int64_t milliseconds) {
    return {dot(writer, sequence), stampAt(milliseconds), {}};
}

inline Record typed(std::string_view type, const Uuid& id, const Cover& cover) {
    Record record = emptyRecord(*wireSchema().find(type), id);
    record.cover = cover;
    return record;
}

inline FieldIndex indexIn(const Record& record, std::string_view field) {
    return record.type->indexOf(field).value();
}

inline Record& with(Record& record, std::string_view field, Value value) {
    record.shown[indexIn(record, field)] = std::move(value);
    return record;
}

constexpr std::int64_t someTime = 1'788'220'800'000;

inline Record kindsRecord() {
    Record record = typed("kinds", timedId(someTime, 0x8123456789abcdef), coverAt(0xa1, 41, someTime + 5));
    with(record, "yes", std::int64_t{1});
    with(record, "number", std::int64_t{-9'223'372'036'854'775'807});
    with(record, "real", -0.0);
    with(record, "words", std::string("咳嗽 \"两周\"\\\n\t\x01\x7f 👩‍⚕️"));
    with(record, "tree", std::string("{\"a\":[1,null]}"));
    with(record, "moment", std::int64_t{someTime - 60'000});
    with(record, "other", timedId(someTime - 5, 77));
    with(record, "closed", Sealed{std::string("\0\xff\x01 bytes", 9)});
    with(record, "tags", elementList({"急", "门诊"}));
    return record;
}

inline Record noteOfAllRules() {
    Record record = emptyRecord(*wireSchema().find("note"), timedId(someTime + 9, 5));
    record.cover = coverAt(0xa1, 7, someTime + 9);
    record.cover.claimed = wallAt(someTime - 4'000'000);
    with(record, "once", asText("signed"));
    setWrites(record, indexIn(record, "once_number"),
              {put(dot(0xa1, 9), someTime + 20, std::int64_t{1}),
               put(dot(0xb2, 3), someTime + 10, std::int64_t{2})});
    setWrites(record, indexIn(record, "latest"),
              {text(dot(0xb2, 4), someTime + 30, "later", {dot(0xa1, 7)})});
    setWrites(record, indexIn(record, "latest_number"),
              {put(dot(0xb2, 5), someTime + 31, Value{}, {dot(0xa1, 7)})});
    Write moved = put(dot(0xa1, 7), someTime + 9, Value{});
    moved.kind = WriteKind::Moved;
    Write resolved = text(dot(0xc3, 1), someTime + 40, "both", {dot(0xa1, 7), dot(0xb2, 6)});
    resolved.stamp = resolved.stamp.next().next();
    resolved.claimed = wallAt(12);
    setWrites(record, indexIn(record, "versions"),
              {moved, text(dot(0xb2, 8), someTime + 50, "another"), resolved});
    setWrites(record, indexIn(record, "set"),
              {text(dot(0xa1, 10), 5, "kept"), text(dot(0xa1, 10), 5, "taken"),
               removal(dot(0xb2, 9), 6, "taken", {dot(0xa1, 10)})});
    setWrites(record, indexIn(record, "verdict"), {text(dot(0xff, 1), someTime + 60, "effective")});
    return record;
}

inline Record erasedNote() {
    Record record = noteOfAllRules();
    record.id = timedId(someTime + 70, 6);
    eraseContent(record);
    return record;
}

/// One changed field, without the rest of the record.
inline Record editedNote() {
    Record record = emptyRecord(*wireSchema().find("note"), timedId(someTime - 70, 8));
    setWrites(record, indexIn(record, "latest"),
              {text(dot(0xa1, 44), someTime + 80, "edited", {dot(0xb2, 33)})});
    return record;
}

inline Push samplePush() {
    Push push;
    push.round = 0x0123'4567'89ab'cdef;
    push.writer = {0xa1};
    push.after = 40;
    push.through = 44;
    push.records.push_back({kindsRecord(), 41, 0, false, false});
    push.records.push_back({noteOfAllRules(), 42, 800, false, true});
    push.records.push_back({erasedNote(), 43, 0, false, false});
    push.records.push_back({editedNote(), 44, 805, true, false});
    push.retried.push_back({noteOfAllRules(), 12, 0, false, false});
    push.retried.back().record.id = timedId(someTime, 99);
    return push;
}

inline PullAnswer samplePullAnswer() {
    PullAnswer answer;
    answer.hubTime = wallAt(someTime + 100);
    answer.mark = {900, 5};
    answer.cursors = {{"office", 900}, {"病区-3", 0}};
    answer.records.push_back({noteOfAllRules(), {"office", "病区-3"}, 850, false});
    answer.records.push_back({kindsRecord(), {"office"}, 851, false});
    answer.records.push_back({editedNote(), {}, 860, true});
    answer.records.push_back({erasedNote(), {}, 900, false});
    answer.left.push_back({timedId(someTime, 3), "note", "病区-3", 852});
    answer.more = true;
    return answer;
}

inline PushAnswer samplePushAnswer() {
    PushAnswer answer;
    answer.hubTime = wallAt(someTime + 100);
    answer.mark = {901, ~std::uint64_t{0}};
    answer.refused.push_back({timedId(someTime, 4), 42, RefusalReason::WrongContent, "words"});
    answer.erased.push_back(timedId(someTime, 5));
    answer.records.push_back({noteOfAllRules(), {"office"}, 700, false});
    return answer;
}

template <class Message>
QByteArray written(const Message& message) {
    return QByteArray::fromStdString(encode(message));
}

/// What a fault says, or "read" when there is none.
template <class Message>
QByteArray outcome(const Decoded<Message>& decoded) {
    if (decoded)
        return "read";
    const std::string said = std::string(nameOf(decoded.error().kind)) + " " + decoded.error().where;
    return QByteArray::fromStdString(said);
}

} // namespace lianxin::tests

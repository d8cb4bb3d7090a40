// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/record/history.h"

#include "platform/crypto/hash.h"
#include "sync/record/json_text.h"
#include "sync/record/order.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>
#include <set>

namespace lianxin::sync {

namespace {

constexpr std::string_view historyTypeName = "field_history";
enum HistoryField : FieldIndex { RecordField, TypeField, FieldField, ValueField, BaseField };

void appendBigEndian(std::string& text, std::uint64_t number) {
    for (int shift = 56; shift >= 0; shift -= 8)
        text += static_cast<char>(number >> shift);
}

std::string hexOf(std::string_view bytes) {
    static constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (char c : bytes) {
        text += digits[static_cast<unsigned char>(c) >> 4];
        text += digits[static_cast<unsigned char>(c) & 15];
    }
    return text;
}

std::optional<std::string> bytesOf(std::string_view hex) {
    std::string bytes;
    if (hex.size() % 2 != 0)
        return std::nullopt;
    for (std::size_t i = 0; i < hex.size(); i += 2) {
        unsigned value = 0;
        const auto [end, fault] = std::from_chars(hex.data() + i, hex.data() + i + 2, value, 16);
        if (fault != std::errc{} || end != hex.data() + i + 2)
            return std::nullopt;
        bytes += static_cast<char>(value);
    }
    return bytes;
}

std::string baseToJson(const std::vector<Dot>& base) {
    std::string list = "[";
    for (const Dot& dot : base) {
        list += list.size() > 1 ? ",\"" : "\"";
        list += dotToText(dot) + '"';
    }
    return list + ']';
}

std::optional<std::vector<Dot>> baseFromJson(const std::string& text) {
    std::vector<Dot> base;
    const auto json = parseJson(text);
    simdjson::dom::array list;
    if (!json || json->get(list) != simdjson::SUCCESS)
        return std::nullopt;
    for (const simdjson::dom::element item : list) {
        std::string_view written;
        const auto dot = item.get(written) == simdjson::SUCCESS ? dotFromText(written) : std::nullopt;
        if (!dot)
            return std::nullopt;
        base.push_back(*dot);
    }
    std::sort(base.begin(), base.end());
    base.erase(std::unique(base.begin(), base.end()), base.end());
    return base;
}

/// The type's name, also where this program version does not know the type.
Value typeNameOf(const Record& record) {
    return record.type->name() == unknownTypeName ? record.value("record_type") : record.type->name();
}

/// What one write put into a field of a history record; the latest, should a fault have given it two values.
std::optional<Write> writtenBy(const Dot& dot, const Record& history, FieldIndex field) {
    std::optional<Write> found;
    for (const Write& write : writesOf(history, field))
        if (write.dot == dot && (!found || laterThan(write, *found)))
            found = write;
    return found;
}

/// Reads a history record as that of one dot. The id says whether it is: so nothing that anyone adds to a
/// history record later can change what it tells.
std::optional<HistoricWrite> writtenAs(const Record& history, const Dot& dot) {
    const auto recordWrite = writtenBy(dot, history, RecordField);
    const auto typeWrite = writtenBy(dot, history, TypeField);
    const auto fieldWrite = writtenBy(dot, history, FieldField);
    const auto valueWrite = writtenBy(dot, history, ValueField);
    const auto baseWrite = writtenBy(dot, history, BaseField);
    const auto* record = recordWrite ? std::get_if<Uuid>(&recordWrite->value) : nullptr;
    const auto* type = typeWrite ? std::get_if<std::string>(&typeWrite->value) : nullptr;
    const auto* field = fieldWrite ? std::get_if<std::string>(&fieldWrite->value) : nullptr;
    const auto* text = valueWrite ? std::get_if<std::string>(&valueWrite->value) : nullptr;
    if (!record || !type || !field || !text || history.id != historyId(*record, *field, dot))
        return std::nullopt;
    auto value = valueFromJson(*text);
    if (!value)
        return std::nullopt;
    HistoricWrite historic{*type, *record, *field, {}};
    historic.write =
        Write{dot, valueWrite->stamp, valueWrite->claimed, {}, WriteKind::Value, std::move(*value)};
    if (const auto* base = baseWrite ? std::get_if<std::string>(&baseWrite->value) : nullptr) {
        auto dots = baseFromJson(*base);
        if (!dots)
            return std::nullopt;
        historic.write.base = std::move(*dots);
    }
    return historic;
}

/// The dots that a write had seen, directly or through what those had seen.
std::set<Dot> baseChain(const Write& from, const std::vector<Write>& known) {
    std::set<Dot> chain{from.dot};
    std::vector<Dot> open = from.base;
    while (!open.empty()) {
        const Dot dot = open.back();
        open.pop_back();
        if (!chain.insert(dot).second)
            continue;
        for (const Write& write : known)
            if (write.dot == dot)
                open.insert(open.end(), write.base.begin(), write.base.end());
    }
    return chain;
}

void latestConflicts(const Record& record, FieldIndex index, const std::vector<HistoricWrite>& histories,
                     std::vector<Conflict>& conflicts) {
    const Field& field = record.type->field(index);
    const Writes writes = writesOf(record, index);
    if (writes.empty())
        return;
    std::vector<Write> known = writes;
    for (const HistoricWrite& historic : histories)
        if (historic.field == field.name)
            known.push_back(historic.write);
    const Write& shown = writes.front();
    const std::set<Dot> seen = baseChain(shown, known);
    for (const Write& write : known)
        if (!seen.contains(write.dot) && !baseChain(write, known).contains(shown.dot))
            conflicts.push_back({field.name, shown, write});
}

} // namespace

RecordType historyType() {
    return RecordType(std::string(historyTypeName),
                      {{"record", FieldType::Reference, MergeRule::Once},
                       {"record_type", FieldType::Text, MergeRule::Once},
                       {"field", FieldType::Text, MergeRule::Once},
                       {"value", FieldType::Json, MergeRule::Once},
                       {"base", FieldType::Json, MergeRule::Once}},
                      "record");
}

Uuid historyId(const Uuid& contentRecord, std::string_view field, const Dot& dot) {
    std::string named(contentRecord.view());
    named += field;
    named += '\0';
    appendBigEndian(named, dot.writer.value);
    appendBigEndian(named, static_cast<std::uint64_t>(dot.sequence));
    const auto digest = platform::hash128(named);
    Uuid id = *Uuid::fromBytes({reinterpret_cast<const char*>(digest.data()), digest.size()});
    id.bytes[6] =
        static_cast<std::uint8_t>((id.bytes[6] & 0x0f) | 0x80); // version 8: made by a rule of our own
    id.bytes[8] = static_cast<std::uint8_t>((id.bytes[8] & 0x3f) | 0x80);
    return id;
}

Record historyRecord(const RecordType& historyRecordType, const Record& contentRecord, const Loser& loser) {
    Record history =
        emptyRecord(historyRecordType, historyId(contentRecord.id, loser.field, loser.write.dot));
    history.cover = {loser.write.dot, loser.write.stamp, loser.write.claimed};
    history.shown[RecordField] = contentRecord.id;
    history.shown[TypeField] = typeNameOf(contentRecord);
    history.shown[FieldField] = loser.field;
    history.shown[ValueField] = valueToJson(loser.write.value);
    if (!loser.write.base.empty())
        history.shown[BaseField] = baseToJson(loser.write.base);
    return history;
}

std::optional<HistoricWrite> historicWrite(const Record& history) {
    if (history.erased || history.type->name() != historyTypeName)
        return std::nullopt;
    for (const Write& value : writesOf(history, ValueField))
        if (auto historic = writtenAs(history, value.dot))
            return historic;
    return std::nullopt;
}

bool joinHistory(Record& contentRecord, const Record& history, std::vector<Loser>& losers) {
    const auto historic = historicWrite(history);
    if (!historic || historic->record != contentRecord.id || contentRecord.erased)
        return false;
    const auto index = contentRecord.type->indexOf(historic->field);
    if (index) {
        const Field& field = contentRecord.type->field(*index);
        // Sets and Once fields displace nothing, and a hub-given value that was forgotten stays a note.
        if (field.hubGiven || (field.rule != MergeRule::Latest && field.rule != MergeRule::Versions))
            return false;
        return joinWrites(contentRecord, *index, {&historic->write, 1}, losers);
    }
    for (const UnknownField& unknown : contentRecord.unknown)
        if (unknown.field.name == historic->field) {
            const Field field = unknown.field;
            return joinUnknown(contentRecord, field, {&historic->write, 1}, losers);
        }
    return false;
}

std::vector<Conflict> conflictsOf(const Record& record, const std::vector<Record>& histories) {
    std::vector<Conflict> conflicts;
    if (record.erased)
        return conflicts;
    std::vector<HistoricWrite> historic;
    for (const Record& history : histories)
        if (auto write = historicWrite(history); write && write->record == record.id)
            historic.push_back(std::move(*write));
    for (std::size_t i = 0; i < record.shown.size(); ++i) {
        const auto index = static_cast<FieldIndex>(i);
        const Field& field = record.type->field(index);
        if (field.hubGiven)
            continue;
        if (field.rule == MergeRule::Latest)
            latestConflicts(record, index, historic, conflicts);
        if (field.rule == MergeRule::Versions || field.rule == MergeRule::Once) {
            const Writes writes = writesOf(record, index);
            const auto heads = headsOf(field, writes);
            for (std::size_t head = 1; head < heads.size(); ++head)
                conflicts.push_back({field.name, *heads.front(), *heads[head]});
        }
    }
    return conflicts;
}

std::string valueToJson(const Value& value) {
    if (const auto* id = std::get_if<Uuid>(&value))
        return "{\"reference\":\"" + id->toString() + "\"}";
    if (const auto* sealed = std::get_if<Sealed>(&value))
        return "{\"sealed\":\"" + hexOf(sealed->bytes) + "\"}";
    nlohmann::json json;
    if (const auto* integer = std::get_if<std::int64_t>(&value))
        json = *integer;
    else if (const auto* real = std::get_if<double>(&value))
        json = *real;
    else if (const auto* text = std::get_if<std::string>(&value))
        json = *text;
    return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

namespace {

/// {"reference": id} or {"sealed": bytes}
std::optional<Value> markedValue(const simdjson::dom::object& object) {
    std::string_view content;
    if (object.size() != 1 || (*object.begin()).value.get(content) != simdjson::SUCCESS)
        return std::nullopt;
    const std::string_view key = (*object.begin()).key;
    if (key == "reference") {
        const auto id = Uuid::parse(content);
        return id ? std::optional<Value>(*id) : std::nullopt;
    }
    auto bytes = key == "sealed" ? bytesOf(content) : std::nullopt;
    return bytes ? std::optional<Value>(Sealed{std::move(*bytes)}) : std::nullopt;
}

} // namespace

std::optional<Value> valueFromJson(std::string_view text) {
    const auto json = parseJson(text);
    if (!json)
        return std::nullopt;
    switch (json->type()) {
    case simdjson::dom::element_type::NULL_VALUE:
        return Value{};
    case simdjson::dom::element_type::BOOL:
        return Value{std::int64_t{bool(*json) ? 1 : 0}};
    case simdjson::dom::element_type::INT64:
        return Value{std::int64_t(*json)};
    case simdjson::dom::element_type::DOUBLE:
        return Value{double(*json)};
    case simdjson::dom::element_type::STRING:
        return Value{std::string(std::string_view(*json))};
    case simdjson::dom::element_type::OBJECT:
        return markedValue(simdjson::dom::object(*json));
    default:
        return std::nullopt;
    }
}

std::string dotToText(const Dot& dot) {
    std::string writer;
    appendBigEndian(writer, dot.writer.value);
    return hexOf(writer) + ':' + std::to_string(dot.sequence);
}

std::optional<Dot> dotFromText(std::string_view text) {
    if (text.size() < 18 || text[16] != ':')
        return std::nullopt;
    Dot dot;
    const char* const colon = text.data() + 16;
    const char* const end = text.data() + text.size();
    const auto writer = std::from_chars(text.data(), colon, dot.writer.value, 16);
    const auto sequence = std::from_chars(colon + 1, end, dot.sequence);
    if (writer.ec != std::errc{} || writer.ptr != colon || sequence.ec != std::errc{} ||
        sequence.ptr != end || !dot.writer.value || dot.sequence <= 0)
        return std::nullopt;
    return dot;
}

} // namespace lianxin::sync

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/source_draft.h"

#include "app/desk/entry.h"
#include "platform/crypto/hash.h"

namespace lianxin::desk {

namespace {

void put(sync::Record& record, std::string_view field, sync::Value value) {
    record.shown[*record.type->indexOf(field)] = std::move(value);
}

} // namespace

sync::Uuid idOfDraftFrom(const sync::Uuid& source) {
    const auto digest = platform::hash128("matter from " + std::string(source.view()));
    sync::Uuid id = *sync::Uuid::fromBytes({reinterpret_cast<const char*>(digest.data()), digest.size()});
    constexpr std::uint8_t madeByRule = 0x80; // version 8
    id.bytes[6] = static_cast<std::uint8_t>((id.bytes[6] & 0x0f) | madeByRule);
    id.bytes[8] = static_cast<std::uint8_t>((id.bytes[8] & 0x3f) | 0x80);
    return id;
}

std::optional<sync::Record> draftFrom(const sync::Schema& schema, const sync::Record& source) {
    const std::string opinion = opinionOf(source);
    if (source.erased || opinion.empty())
        return std::nullopt;
    const bool isVisit = source.type->name() == "visit";
    sync::Record matter = sync::emptyRecord(*schema.find("matter"), idOfDraftFrom(source.id));
    put(matter, "kind", std::string("opinion"));
    put(matter, "content", opinion);
    put(matter, "source_record", source.id);
    put(matter, "channel", isVisit ? sync::Value(std::string("internal")) : source.value("channel"));
    put(matter, "source", isVisit ? sync::Value(std::string("bedside_visit")) : source.value("source"));
    put(matter, "ward", source.value("ward"));
    put(matter, "raised_at", source.value(isVisit ? "visited_at" : "submitted_at"));
    put(matter, "complaint_time", matter.value("raised_at"));
    if (!isVisit)
        put(matter, "department", source.value("department"));
    put(matter, "anonymous", std::int64_t{1});
    return matter;
}

} // namespace lianxin::desk

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/import/cross_checks.h"

#include "sync/record/history.h"

#include <algorithm>
#include <array>
#include <set>
#include <unordered_map>

namespace lianxin::domain {

namespace {

using ById = std::unordered_map<sync::Uuid, const ImportedRecord*>;

struct Target {
    std::string_view type;
    std::string_view field;
    std::string_view targetType;
};

constexpr std::array targets = std::to_array<Target>({
    {"hospital", "complaint_department", "department"},
    {"ward", "department", "department"},
    {"bed", "ward", "ward"},
    {"staff", "department", "department"},
    {"staff", "ward", "ward"},
    {"roster_entry", "staff", "staff"},
    {"roster_entry", "department", "department"},
    {"roster_entry", "ward", "ward"},
    {"category", "broader", "category"},
});

struct Name {
    std::string_view type;
    std::string_view field;  ///< the one to point at
    std::string_view within; ///< unique within the same value of this field; empty: within the hospital
};

constexpr std::array names = std::to_array<Name>({
    {"department", "name", ""},
    {"ward", "name", ""},
    {"bed", "label", "ward"},
    {"staff", "job_number", ""},
    {"category", "code", "tree"},
    {"questionnaire", "version", "url"},
    {"policy_profile", "version", "profile"},
});

void report(const ImportedRecord& record, std::string_view field, ImportFault fault, std::string detail,
            std::vector<ImportProblem>& problems) {
    problems.push_back({record.file, record.lineOf(field), fault, std::string(field), std::move(detail)});
}

ById indexById(const std::vector<ImportedRecord>& records, std::vector<ImportProblem>& problems) {
    ById byId;
    for (const ImportedRecord& record : records) {
        const auto [at, isNew] = byId.try_emplace(record.id, &record);
        if (!isNew)
            report(record, "id", ImportFault::RepeatedId, at->second->place(), problems);
    }
    return byId;
}

void checkNames(const std::vector<ImportedRecord>& records, std::vector<ImportProblem>& problems) {
    for (const Name& name : names) {
        std::map<std::string, const ImportedRecord*> seen;
        for (const ImportedRecord& record : records) {
            if (record.type->name() != name.type || sync::isNull(record.value(name.field)))
                continue;
            const std::string key =
                sync::valueToJson(record.value(name.within)) + sync::valueToJson(record.value(name.field));
            const auto [at, isNew] = seen.try_emplace(key, &record);
            if (!isNew)
                report(record, name.field, ImportFault::RepeatedName, at->second->place(), problems);
        }
    }
}

void checkReferences(const std::vector<ImportedRecord>& records, const ById& byId,
                     std::vector<ImportProblem>& problems) {
    for (const ImportedRecord& record : records)
        for (const Target& target : targets) {
            if (record.type->name() != target.type)
                continue;
            const auto* id = std::get_if<sync::Uuid>(&record.value(target.field));
            if (!id)
                continue;
            const auto found = byId.find(*id);
            if (found == byId.end() || found->second->type->name() != target.targetType)
                report(record, target.field, ImportFault::DanglingReference, id->toString(), problems);
        }
}

void checkCircles(const std::vector<ImportedRecord>& records, const ById& byId,
                  std::vector<ImportProblem>& problems) {
    std::set<sync::Uuid> known; // those from which the way up has been walked already
    for (const ImportedRecord& record : records) {
        std::set<sync::Uuid> way;
        const ImportedRecord* at = &record;
        while (at && !known.contains(at->id) && way.insert(at->id).second) {
            const auto* broader = std::get_if<sync::Uuid>(&at->value("broader"));
            const auto found = broader ? byId.find(*broader) : byId.end();
            at = found == byId.end() ? nullptr : found->second;
        }
        if (at && way.contains(at->id))
            report(*at, "broader", ImportFault::Circle, at->id.toString(), problems);
        known.insert(way.begin(), way.end());
    }
}

void checkShifts(const std::vector<ImportedRecord>& records, std::vector<ImportProblem>& problems) {
    for (const ImportedRecord& record : records) {
        const auto* start = std::get_if<std::int64_t>(&record.value("starts_at"));
        const auto* end = std::get_if<std::int64_t>(&record.value("ends_at"));
        if (start && end && *end <= *start)
            report(record, "ends_at", ImportFault::Contradiction, "starts_at", problems);
    }
}

} // namespace

void crossCheck(const std::vector<ImportedRecord>& records, std::vector<ImportProblem>& problems) {
    const ById byId = indexById(records, problems);
    checkNames(records, problems);
    checkReferences(records, byId, problems);
    checkCircles(records, byId, problems);
    checkShifts(records, problems);
}

} // namespace lianxin::domain

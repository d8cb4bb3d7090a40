// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/merge_score.h"

#include "sync/record/history.h"
#include "tests/bench/bench_schema.h"

#include <algorithm>
#include <map>
#include <utility>

namespace lianxin::bench {

namespace {

using FieldOfCase = std::pair<sync::Uuid, std::string>;

// What was written offline into one field of one case, by the time of writing.
using WritesByTime = std::map<std::int64_t, sync::Value>;

std::map<FieldOfCase, WritesByTime> offlineWrites(const Workload& workload) {
    std::map<FieldOfCase, WritesByTime> writes;
    for (const OfflineEdit& edit : workload.edits) {
        for (const sync::FieldChange& change : changesOf(edit)) {
            writes[{edit.caseId, change.field}].emplace(edit.at, change.value);
        }
    }
    return writes;
}

bool shows(sync::Replica& replica, const FieldOfCase& place, const sync::Value& value) {
    const auto record = replica.find(*replica.schema().find(caseType), place.first);
    return record && record->value(place.second) == value;
}

bool isInHistory(sync::Replica& replica, const FieldOfCase& place, const sync::Value& value) {
    const std::vector<sync::Record> histories = replica.historiesOf(place.first);
    return std::any_of(histories.begin(), histories.end(), [&](const sync::Record& history) {
        const auto write = sync::historicWrite(history);
        return write && write->field == place.second && write->write.value == value;
    });
}

bool holds(sync::Replica& replica, const CaseEvent& event, const sync::Uuid& caseId) {
    const sync::Record draft = draftOf(replica.schema(), event, caseId);
    const auto record = replica.find(*draft.type, draft.id);
    return record && record->shown == draft.shown;
}

template <class Question>
bool everyone(const std::vector<sync::Replica*>& replicas, Question question) {
    return std::all_of(replicas.begin(), replicas.end(),
                       [&](sync::Replica* replica) { return question(*replica); });
}

std::vector<sync::Record> contentOf(sync::Replica& replica) {
    std::vector<sync::Record> records;
    for (const auto& type : replica.schema().types()) {
        replica.visit(*type, [&records](const sync::Record& record) { records.push_back(record); });
    }
    std::sort(records.begin(), records.end(),
              [](const sync::Record& a, const sync::Record& b) { return a.id < b.id; });
    return records;
}

// Records point to the types of their own replica's schema.
bool isSame(const sync::Record& a, const sync::Record& b) {
    return a.type->name() == b.type->name() && a.id == b.id && a.cover == b.cover && a.shown == b.shown &&
           a.own == b.own && a.unknown == b.unknown && a.erased == b.erased;
}

} // namespace

MergeScore scoreOf(const Workload& workload, const std::vector<sync::Replica*>& replicas) {
    MergeScore score;
    for (const auto& [place, writes] : offlineWrites(workload)) {
        const auto latest = std::prev(writes.end());
        ++score.fields;
        score.fieldsLost +=
            everyone(replicas, [&](sync::Replica& one) { return shows(one, place, latest->second); }) ? 0 : 1;
        for (auto loser = writes.begin(); loser != latest; ++loser) {
            ++score.losers;
            const auto readable = [&](sync::Replica& one) { return isInHistory(one, place, loser->second); };
            score.losersUnreadable += everyone(replicas, readable) ? 0 : 1;
        }
    }
    const auto scoreEvents = [&](const std::vector<CaseEvent>& events, const sync::Uuid& caseId) {
        for (const CaseEvent& event : events) {
            ++score.events;
            score.eventsLost +=
                everyone(replicas, [&](sync::Replica& one) { return holds(one, event, caseId); }) ? 0 : 1;
        }
    };
    for (const Case& one : workload.cases) {
        scoreEvents(one.events, one.id);
    }
    for (const OfflineEdit& edit : workload.edits) {
        scoreEvents(edit.events, edit.caseId);
    }
    return score;
}

bool holdTheSame(const std::vector<sync::Replica*>& replicas) {
    const std::vector<sync::Record> first = contentOf(*replicas.front());
    return std::all_of(replicas.begin() + 1, replicas.end(), [&first](sync::Replica* replica) {
        const std::vector<sync::Record> other = contentOf(*replica);
        return std::equal(first.begin(), first.end(), other.begin(), other.end(), isSame);
    });
}

} // namespace lianxin::bench

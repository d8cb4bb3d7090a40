// SPDX-License-Identifier: GPL-3.0-or-later
// What the desk's lists know of a record: enough to sort, filter, find and show it as a row. No Qt.
#pragma once

#include "app/domain/matter_steps.h"
#include "sync/replica/replica.h"

#include <optional>
#include <string>

namespace lianxin::desk {

/// Numbers stand in the file: they keep their meaning.
enum class EntryType : std::int64_t { Matter = 0, Response = 1, Visit = 2 };

struct Entry {
    sync::Uuid id;
    EntryType type = EntryType::Matter;
    std::int64_t at = 0;        ///< raised, submitted or visited: milliseconds since 1970
    std::string kind;           ///< of the matter or of the survey
    std::int64_t stage = -1;    ///< a domain::MatterStage; of a matter only
    bool provisional = false;   ///< the hub has not judged what led to the stage
    std::int64_t conflicts = 0; ///< fields in which versions stand side by side
    std::optional<sync::Uuid> department;
    std::optional<sync::Uuid> source; ///< the record this matter was drawn from
    std::string origin;               ///< the code of where it came from
    std::string number;
    bool anonymous = false;
    bool hasOpinion = false; ///< somebody wrote words of their own in a survey or at a bedside
    std::optional<double> score;
    std::string title;    ///< the beginning of what was said
    std::string searched; ///< everything that finds it, capitals made small
};

/// The record types that have entries, by EntryType.
const char* typeNameOf(EntryType type);

/// Nothing where the record is not here, not to be shown, or erased. Can throw platform::StorageError.
std::optional<Entry> entryOf(sync::Replica& replica, EntryType type, const sync::Uuid& id);

/// What somebody wrote in their own words: in a survey response or a visit. Empty where nobody did.
std::string opinionOf(const sync::Record& record);

/// The fields in which distinct values stand against one another, each once.
std::vector<std::string> fieldsInConflict(const sync::Record& record,
                                          const std::vector<sync::Record>& histories);

} // namespace lianxin::desk

// SPDX-License-Identifier: GPL-3.0-or-later
// From what somebody submits to a record that can be saved:
//
//   {"type": "matter", "fields": {...}}                      a record by its fields; "id" may be given
//   {"questionnaire": "id or name", "answers": {...}}        a survey: the form's answers, "fields" beside
//   them
#pragma once

#include "app/ctl/words.h"
#include "app/domain/validation.h"
#include "sync/replica/replica.h"

#include <nlohmann/json.hpp>

#include <optional>
#include <string>

namespace lianxin::ctl {

class DraftReader {
public:
    /// Forms are looked up in the replica; `now` is when a survey counts as sent in. The replica outlives it.
    DraftReader(sync::Replica& replica, sync::WallTime now)
        : replica_(replica), content_(replica.schema()), now_(now) {}

    /// Nothing when something is wrong; all of it is added to `problems` under `place`.
    std::optional<sync::Record> read(const nlohmann::json& given, const std::string& place,
                                     ProblemList& problems);

private:
    std::optional<sync::Record> readRecord(const nlohmann::json& given, const std::string& place,
                                           ProblemList& problems);
    std::optional<sync::Record> readSurvey(const nlohmann::json& given, const std::string& place,
                                           ProblemList& problems);
    std::optional<sync::Record> findForm(const std::string& idOrName, const std::string& place,
                                         ProblemList& problems);

    sync::Replica& replica_;
    domain::ContentRules content_;
    sync::WallTime now_;
};

} // namespace lianxin::ctl

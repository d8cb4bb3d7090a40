// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The benchmark's workload as plain values, read from the three files of one folder. Everything is in memory
// from the start, so that reading a file is in nobody's measured time.

#include "sync/record/uuid.h"

#include <array>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace lianxin::bench {

/// One filled questionnaire: 34 typed columns. Times are milliseconds since 1970.
struct SurveyResponse {
    sync::Uuid id;
    std::string device;
    std::string department;
    std::string form;
    std::int64_t formVersion = 0;
    std::string lang;
    std::int64_t startedAt = 0;
    std::int64_t submittedAt = 0;
    std::int64_t durationMs = 0;
    std::string channel;
    std::array<std::int64_t, 15> ratings{}; ///< q01 to q15
    bool recommends = false;                ///< q16
    std::string q17;
    std::string q18; ///< a JSON list
    std::string q19;
    std::optional<double> q20;
    std::string text;
    std::int64_t score = 0;
    std::int64_t seq = 0;
    std::string hash;
};

struct CaseEvent {
    sync::Uuid id;
    std::int64_t at = 0;
    std::string by;
    std::string kind;
    std::string note;
};

struct Case {
    sync::Uuid id;
    std::string number;
    std::string department;
    std::string patientRef;
    std::string channel;
    std::string category;
    std::int64_t severity = 0;
    std::string status;
    std::string assignee;
    std::string title;
    std::string description;
    std::int64_t openedAt = 0;
    std::int64_t dueAt = 0;
    std::string resolution;
    std::vector<CaseEvent> events;
};

/// What one replica did, offline, to one case in one save: fields set, and events appended.
struct OfflineEdit {
    char replica = 'A';
    sync::Uuid caseId;
    std::int64_t at = 0;
    std::vector<std::pair<std::string, std::variant<std::int64_t, std::string>>> set;
    std::vector<CaseEvent> events;
};

struct Workload {
    std::string responsesFile; ///< the bytes of responses.jsonl
    std::vector<SurveyResponse> responses;
    std::vector<Case> cases;
    std::vector<OfflineEdit> edits;
};

/// Throws std::runtime_error, naming file and line, when a file is missing or holds something else.
Workload loadWorkload(const std::filesystem::path& folder);

/// Reads responses one at a time, for those whose memory is being measured.
class ResponseReader {
public:
    /// Throws std::runtime_error.
    explicit ResponseReader(const std::filesystem::path& folder);
    /// Empty at the end of the file. Throws std::runtime_error.
    std::optional<SurveyResponse> next();

private:
    std::filesystem::path path_;
    std::ifstream lines_;
    std::size_t line_ = 0;
};

} // namespace lianxin::bench

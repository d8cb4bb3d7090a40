// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/import/folder.h"

#include "app/domain/import/cross_checks.h"
#include "app/domain/import/entry.h"
#include "app/domain/import/located_json.h"
#include "platform/files/durable_file.h"

#include <algorithm>
#include <array>
#include <set>
#include <system_error>

namespace lianxin::domain {

namespace {

namespace fs = std::filesystem;

struct FileKind {
    std::string_view name;
    std::string_view type;
    bool isList;
};

constexpr std::array fileKinds = std::to_array<FileKind>({
    {"hospital.json", "hospital", false},
    {"departments.json", "department", true},
    {"wards.json", "ward", true},
    {"beds.json", "bed", true},
    {"staff.json", "staff", true},
    {"roster.json", "roster_entry", true},
    {"categories.json", "category", true},
    {"policy_profile.json", "policy_profile", false},
});

constexpr std::string_view questionnaireFolder = "questionnaires";
constexpr std::size_t mostQuestionnaires = 200;

class FolderReader {
public:
    FolderReader(const fs::path& folder, const sync::Schema& schema)
        : folder_(folder), schema_(schema), rules_(schema) {}

    ImportResult read();

private:
    void readKnownFile(const FileKind& kind);
    void readQuestionnaires();
    void reportUnknownFiles();
    std::vector<std::string> jsonFilesIn(const std::string& subfolder);
    std::optional<LocatedJson> load(const std::string& file);
    void take(std::optional<ImportedRecord> record, std::size_t problemsBefore);
    void report(const std::string& file, ImportFault fault) { problems_.push_back({file, 0, fault, {}, {}}); }

    const fs::path& folder_;
    const sync::Schema& schema_;
    ContentRules rules_;
    std::vector<ImportedRecord> records_;
    std::vector<ImportProblem> problems_;
};

ImportResult FolderReader::read() {
    std::error_code fault;
    if (!fs::is_directory(folder_, fault)) {
        report(".", ImportFault::MissingFile);
        return ImportResult(std::move(problems_));
    }
    for (const FileKind& kind : fileKinds)
        readKnownFile(kind);
    readQuestionnaires();
    reportUnknownFiles();
    crossCheck(records_, problems_);
    if (problems_.empty())
        return ImportResult(std::move(records_));
    std::stable_sort(problems_.begin(), problems_.end(), [](const ImportProblem& a, const ImportProblem& b) {
        return std::tie(a.file, a.line) < std::tie(b.file, b.line);
    });
    return ImportResult(std::move(problems_));
}

void FolderReader::readKnownFile(const FileKind& kind) {
    const std::string file(kind.name);
    const auto json = load(file);
    if (!json)
        return;
    const sync::RecordType& type = *schema_.find(kind.type);
    if ((json->kind == LocatedJson::Kind::List) != kind.isList) {
        problems_.push_back({file, json->line, ImportFault::WrongShape, {}, kind.isList ? "list" : "object"});
        return;
    }
    const auto takeEntry = [&](const LocatedJson& object) {
        const std::size_t before = problems_.size();
        take(readEntry(file, object, type, problems_), before);
    };
    if (kind.isList)
        std::for_each(json->elements.begin(), json->elements.end(), takeEntry);
    else
        takeEntry(*json);
}

void FolderReader::readQuestionnaires() {
    const std::string subfolder(questionnaireFolder);
    std::error_code fault;
    const fs::file_type found = fs::symlink_status(folder_ / subfolder, fault).type();
    if (found != fs::file_type::directory)
        return report(subfolder,
                      found == fs::file_type::not_found ? ImportFault::MissingFile : ImportFault::Unreadable);
    const auto files = jsonFilesIn(subfolder);
    if (files.size() > mostQuestionnaires)
        return report(subfolder, ImportFault::TooLarge);
    for (const std::string& file : files)
        if (const auto json = load(file)) {
            const std::size_t before = problems_.size();
            take(readQuestionnaire(file, *json, *schema_.find("questionnaire"), problems_), before);
        }
}

void FolderReader::reportUnknownFiles() {
    for (const std::string& file : jsonFilesIn({}))
        if (std::none_of(fileKinds.begin(), fileKinds.end(),
                         [&](const FileKind& kind) { return kind.name == file; }))
            report(file, ImportFault::UnknownFile);
}

/// In the order of their names, so that the same folder is always read in the same order.
std::vector<std::string> FolderReader::jsonFilesIn(const std::string& subfolder) {
    std::vector<std::string> files;
    std::error_code fault;
    for (fs::directory_iterator at(folder_ / subfolder, fault), end; !fault && at != end; at.increment(fault))
        if (at->path().extension() == ".json")
            files.push_back((fs::path(subfolder) / at->path().filename()).generic_string());
    if (fault)
        report(subfolder.empty() ? "." : subfolder, ImportFault::Unreadable);
    std::sort(files.begin(), files.end());
    return files;
}

std::optional<LocatedJson> FolderReader::load(const std::string& file) {
    std::error_code fault;
    const fs::file_status status = fs::symlink_status(folder_ / file, fault);
    if (status.type() == fs::file_type::not_found) {
        report(file, ImportFault::MissingFile);
        return std::nullopt;
    }
    // A link may lead out of the folder, to whatever this program may read and its giver may not.
    if (status.type() != fs::file_type::regular) {
        report(file, ImportFault::Unreadable);
        return std::nullopt;
    }
    const JsonLimits limits;
    const auto text = platform::readWhole(folder_ / file, limits.bytes);
    if (!text) {
        const bool tooLarge = text.error() == platform::ReadFault::TooLarge;
        report(file, tooLarge ? ImportFault::TooLarge : ImportFault::Unreadable);
        return std::nullopt;
    }
    return readLocatedJson(file, text.value(), limits, problems_);
}

/// Checks the content and keeps the record. A field that could not be read was reported already, in the
/// problems since `problemsBefore`, and is not reported as missing, too.
void FolderReader::take(std::optional<ImportedRecord> record, std::size_t problemsBefore) {
    if (!record)
        return;
    std::set<std::string> reported;
    for (std::size_t i = problemsBefore; i < problems_.size(); ++i)
        reported.insert(problems_[i].field);
    sync::Record whole = sync::emptyRecord(*record->type, record->id);
    for (const auto& [name, field] : record->fields)
        whole.shown[*record->type->indexOf(name)] = field.value;
    for (const ContentProblem& problem : rules_.check(whole))
        if (!reported.contains(problem.field))
            problems_.push_back({record->file, record->lineOf(problem.field), importFaultOf(problem.fault),
                                 problem.field, problem.detail});
    records_.push_back(std::move(*record));
}

} // namespace

ImportResult readFolder(const fs::path& folder, const sync::Schema& schema) {
    return FolderReader(folder, schema).read();
}

} // namespace lianxin::domain

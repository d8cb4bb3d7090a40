// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command.h"
#include "app/ctl/words.h"
#include "app/domain/import/folder.h"
#include "app/domain/import/plan.h"

#include <algorithm>
#include <ostream>

namespace lianxin::ctl {

namespace {

/// A file that cannot be read leaves many references dangling: the cause comes before what follows from it.
terminal::Trouble importTrouble(const std::string& folder, std::vector<domain::ImportProblem> problems) {
    std::stable_partition(problems.begin(), problems.end(), [](const domain::ImportProblem& problem) {
        return problem.fault != domain::ImportFault::DanglingReference;
    });
    ProblemList list;
    for (const domain::ImportProblem& problem : problems)
        list.add({}, wordsFor(problem));
    const std::string count = std::to_string(problems.size());
    return list.trouble("bad-import",
                        {"文件夹 " + folder + " 有 " + count + " 处问题，什么也没有导入。请改正后重试：",
                         "The folder " + folder + " has faults: " + count +
                             ". Nothing was imported. Mend them and try again:"});
}

sync::Record draftOf(const domain::PlannedEdit& planned) {
    sync::Record draft = sync::emptyRecord(*planned.type, planned.id);
    for (const sync::FieldChange& change : planned.changes)
        draft.shown[*planned.type->indexOf(change.field)] = change.value;
    return draft;
}

} // namespace

ExitStatus importFolder(const Call& call) {
    Device device(call.data());
    sync::Replica& replica = device.replica();
    const std::string folder = *call.line.word(0);
    if (std::error_code fault; !std::filesystem::is_directory(folder, fault))
        throw terminal::Trouble(ExitStatus::NotDone, "no-such-folder",
                                {"没有文件夹 " + folder + "。什么也没有导入。",
                                 "There is no folder " + folder + ". Nothing was imported."});
    const auto read = domain::readFolder(folder, device.schema());
    if (!read)
        throw importTrouble(folder, read.error());
    const auto plan =
        domain::planImport(*read, [&replica](const sync::RecordType& type, const sync::Uuid& id) {
            return replica.find(type, id);
        });
    if (!plan)
        throw importTrouble(folder, plan.error());
    std::vector<sync::Record> drafts;
    std::size_t edited = 0;
    for (const domain::PlannedEdit& planned : *plan)
        if (planned.isNew)
            drafts.push_back(draftOf(planned));
    // The new ones stand or fall together; an edit that fails is made by the next import of the same folder.
    if (!drafts.empty())
        if (const auto saved = replica.createAll(drafts); !saved)
            throw troubleFrom(saved.error());
    for (const domain::PlannedEdit& planned : *plan) {
        if (planned.isNew)
            continue;
        if (const auto saved = replica.edit(*planned.type, planned.id, planned.changes); !saved)
            throw troubleFrom(saved.error());
        ++edited;
    }
    const std::size_t same = read->size() - drafts.size() - edited;
    if (call.asJson())
        call.out << nlohmann::json{{"added", drafts.size()}, {"edited", edited}, {"unchanged", same}}.dump()
                 << '\n';
    else
        print(call.out, terminal::Message{
                            "导入完成：新增 " + std::to_string(drafts.size()) + "，修改 " +
                                std::to_string(edited) + "，未变 " + std::to_string(same) + "。",
                            "Imported: " + std::to_string(drafts.size()) + " added, " +
                                std::to_string(edited) + " edited, " + std::to_string(same) + " unchanged."});
    return ExitStatus::Done;
}

} // namespace lianxin::ctl

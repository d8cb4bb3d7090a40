// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command.h"
#include "app/ctl/draft.h"
#include "app/ctl/input.h"

#include <ostream>

namespace lianxin::ctl {

namespace {

using Json = nlohmann::json;

/// Said for each record after its commit, and at once: whoever reads the line may rely on it.
void report(const Call& call, const sync::Record& draft, const sync::Saved& saved) {
    if (call.asJson())
        call.out << Json{{"saved", saved.id.toString()},
                         {"position", saved.position},
                         {"type", draft.type->name()}}
                        .dump();
    else
        call.out << "已保存 saved " << draft.type->name() << ' ' << saved.id.toString() << ' '
                 << saved.position;
    call.out << '\n' << std::flush;
}

std::vector<sync::Record> readDrafts(Device& device, const std::vector<Json>& given) {
    DraftReader reader(device.replica(), device.clock().wall());
    ProblemList problems;
    std::vector<sync::Record> drafts;
    for (std::size_t i = 0; i < given.size(); ++i) {
        const std::string place = given.size() == 1 ? std::string() : '#' + std::to_string(i + 1);
        if (auto draft = reader.read(given[i], place, problems))
            drafts.push_back(std::move(*draft));
    }
    if (!problems.empty())
        throw problems.trouble("bad-input", badInputHeading());
    return drafts;
}

void saveTogether(const Call& call, Device& device, const std::vector<sync::Record>& drafts) {
    const auto saved = device.save(drafts);
    if (!saved)
        throw troubleFrom(saved.error());
    for (std::size_t i = 0; i < drafts.size(); ++i)
        report(call, drafts[i], (*saved)[i]);
}

void saveOneByOne(const Call& call, Device& device, const std::vector<sync::Record>& drafts) {
    for (const sync::Record& draft : drafts) {
        const auto saved = device.save({draft});
        if (!saved)
            throw troubleFrom(saved.error());
        report(call, draft, saved->front());
    }
}

} // namespace

ExitStatus submit(const Call& call) {
    Device device(call.data());
    const bool lines = call.line.has("--lines");
    const auto drafts = readDrafts(device, parseRecords(readInput(call.line.word(0)), lines));
    if (lines)
        saveOneByOne(call, device, drafts);
    else
        saveTogether(call, device, drafts);
    tellOfRoom(device);
    return ExitStatus::Done;
}

} // namespace lianxin::ctl

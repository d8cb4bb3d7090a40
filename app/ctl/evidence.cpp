// SPDX-License-Identifier: GPL-3.0-or-later
// Photos, recordings and papers that belong to a matter: into it from a file, and out of it to one.
#include "app/domain/evidence.h"
#include "app/ctl/command.h"
#include "app/ctl/words.h"
#include "platform/files/durable_file.h"
#include "sync/blobs/blob_address.h"

#include <nlohmann/json.hpp>

#include <ostream>

namespace lianxin::ctl {

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;
using terminal::Message;
using terminal::Trouble;

Trouble noEvidence(const std::string& file) {
    return {
        ExitStatus::NotDone,
        "no-evidence",
        {file + " 不能作为证据：要 16 MiB 以内的 JPEG、PNG、M4A、MP3、WAV 或 PDF。没有保存。",
         file +
             " cannot be evidence: JPEG, PNG, M4A, MP3, WAV or PDF of at most 16 MiB. Nothing was saved."}};
}

domain::EvidenceFile readFile(const std::string& file, std::string description) {
    auto bytes = platform::readWhole(file, static_cast<std::size_t>(sync::largestBlob));
    if (!bytes && bytes.error() == platform::ReadFault::TooLarge)
        throw noEvidence(file);
    if (!bytes)
        throw Trouble(ExitStatus::NotDone, "unreadable",
                      {"读不了 " + file + "。没有保存。", file + " cannot be read. Nothing was saved."});
    return {fs::path(file).filename().string(), std::move(*bytes), std::move(description)};
}

/// A stable word for how a blob stands, and the same for a person.
std::pair<const char*, Message> standing(const sync::BlobState& state) {
    if (state.here && state.received)
        return {"received", {"主机已收到", "received by the hub"}};
    if (state.here)
        return {"here", {"已保存在本机，主机还没有收到", "saved here, not yet received by the hub"}};
    if (state.hubLacksIt)
        return {"on-its-way", {"还在路上：主机还没有收全", "on its way: the hub has not all of it yet"}};
    return {"wanted", {"还不在本机，下次 sync 时取来", "not here yet: the next sync fetches it"}};
}

} // namespace

ExitStatus attach(const Call& call) {
    Device device(call.data());
    const sync::Record matter = findRecord(device, *call.line.word(0));
    if (matter.type->name() != "matter")
        throw Trouble(ExitStatus::NotDone, "no-matter",
                      {"证据只能加到事项上。没有保存。", "Evidence belongs to a matter. Nothing was saved."});
    const domain::EvidenceFile file = readFile(*call.line.word(1), call.line.word(2).value_or(std::string()));
    const auto draft = domain::evidenceDraft(device.schema(), matter.id, file, device.clock().wall());
    if (!draft)
        throw noEvidence(*call.line.word(1));
    const std::vector<std::string> blobs{file.bytes};
    const auto saved = device.save({*draft}, blobs);
    if (!saved)
        throw troubleFrom(saved.error());
    const std::string id = saved->front().id.toString();
    if (call.asJson())
        call.out << Json{{"saved", id}, {"bytes", file.bytes.size()}}.dump() << '\n' << std::flush;
    else
        call.out << "已保存 saved evidence " << id << '\n' << std::flush;
    tellOfRoom(device);
    return ExitStatus::Done;
}

ExitStatus evidence(const Call& call) {
    Device device(call.data());
    const sync::Record record = findRecord(device, *call.line.word(0));
    const auto blob = sync::blobOf(record);
    if (!blob)
        throw Trouble(ExitStatus::NotDone, "no-evidence",
                      {"这条记录没有图片或录音。", "This record has no picture or recording."});
    const auto state = device.replica().wantBlob(*blob);
    if (!state)
        throw troubleFrom(state.error());
    const auto bytes = device.replica().readBlob(*blob);
    const auto file = call.line.word(1);
    if (bytes && file)
        platform::writeDurably(*file, *bytes);
    const auto [word, words] = standing(*state);
    if (call.asJson())
        call.out << Json{{"state", word}, {"stored", state->stored}, {"size", blob->size}}.dump() << '\n';
    else
        print(call.out, words);
    return bytes ? ExitStatus::Done : ExitStatus::NotDone;
}

} // namespace lianxin::ctl

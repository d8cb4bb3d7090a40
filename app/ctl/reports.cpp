// SPDX-License-Identifier: GPL-3.0-or-later
// What a device can prove about itself: ledger, parked, status, and everything as JSON lines.
#include "app/ctl/command.h"
#include "app/ctl/record_json.h"
#include "app/domain/time_text.h"
#include "platform/files/durable_file.h"

#include <fstream>
#include <ostream>

namespace lianxin::ctl {

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;
using terminal::Message;
using terminal::Trouble;

Json toOutput(const sync::ParkedRecord& parked) {
    return {{"id", parked.id.toString()},      {"type", parked.type},
            {"reason", nameOf(parked.reason)}, {"detail", parked.detail},
            {"attempts", parked.attempts},     {"retry_at", domain::formatTime(parked.retryAt)}};
}

Message wordsForRefusal(sync::RefusalReason reason) {
    switch (reason) {
    case sync::RefusalReason::UnknownType:
        return {"主机版本较旧，还不认识这种记录", "the hub is older and does not know this type of record"};
    case sync::RefusalReason::WrongContent:
        return {"内容不合要求", "the content is not as it must be"};
    case sync::RefusalReason::NotAllowed:
        return {"这台设备无权写这条记录", "this device may not write this record"};
    case sync::RefusalReason::WrittenOnceBefore:
        return {"只能写一次的字段已有别的值", "a field that is written once holds another value already"};
    case sync::RefusalReason::TypeDiffers:
        return {"这个编号已属于另一种记录", "the id belongs to a record of another type"};
    }
    return {};
}

std::int64_t writeAll(Device& device, std::ostream& out) {
    std::int64_t count = 0;
    for (const auto& type : device.schema().types())
        device.replica().visit(*type, [&](const sync::Record& record) {
            out << recordToExport(record).dump(-1, ' ', false, Json::error_handler_t::replace) << '\n';
            ++count;
        });
    return count;
}

} // namespace

ExitStatus showLedger(const Call& call) {
    Device device(call.data());
    const sync::Ledger ledger = device.replica().ledger();
    if (call.asJson())
        call.out << ledgerToOutput(ledger).dump() << '\n';
    else
        print(call.out, ledgerInWords(ledger));
    return ExitStatus::Done;
}

ExitStatus showParked(const Call& call) {
    Device device(call.data());
    if (call.line.has("--retry"))
        device.replica().retryParked();
    const auto& parked = device.replica().parked();
    for (const auto& [id, one] : parked) {
        if (call.asJson()) {
            call.out << toOutput(one).dump() << '\n';
            continue;
        }
        const Message reason = wordsForRefusal(one.reason);
        call.out << one.type << ' ' << id.toString() << "  " << reason.chinese << " / " << reason.english
                 << " (" << one.detail << ")  ×" << one.attempts << "  " << domain::formatTime(one.retryAt)
                 << '\n';
    }
    if (!call.asJson())
        print(
            call.out,
            parked.empty()
                ? Message{"没有搁置的记录。", "Nothing is parked."}
                : Message{
                      "搁置的记录都保存在本机，会自动重试；改正用 edit，立即重试用 parked --retry 再 sync。",
                      "Parked records are kept here and tried again by themselves; mend them with edit, "
                      "or use parked --retry and sync."});
    return ExitStatus::Done;
}

ExitStatus showStatus(const Call& call) {
    Device device(call.data());
    sync::Replica& replica = device.replica();
    const sync::DeviceState& state = replica.state();
    Json salvages = Json::array();
    for (const sync::Salvage& salvage : sync::salvagesOf(replica.database()))
        salvages.push_back({{"set_aside", salvage.setAside.string()},
                            {"damage", salvage.damage},
                            {"unsent", salvage.unsent},
                            {"may_lack", salvage.mayLack}});
    const Json json{{"salvages", salvages},
                    {"short_of_room", device.isShortOfRoom()},
                    {"hub", device.settings().hubUrl},
                    {"installation", state.installation.toString()},
                    {"schema", device.schema().version()},
                    {"hub_sequence", state.seen.sequence},
                    {"offered_through", state.offeredThrough},
                    {"ledger", ledgerToOutput(replica.ledger())}};
    if (call.asJson()) {
        call.out << json.dump() << '\n';
        return ExitStatus::Done;
    }
    print(call.out, Message{"主机 " + device.settings().hubUrl + "，上次看到主机序号 " +
                                std::to_string(state.seen.sequence) + "。",
                            "Hub " + device.settings().hubUrl + ", last seen at its sequence " +
                                std::to_string(state.seen.sequence) + "."});
    print(call.out, ledgerInWords(replica.ledger()));
    for (const sync::Salvage& salvage : sync::salvagesOf(replica.database()))
        print(call.out, store::inWords(salvage));
    tellOfRoom(device);
    return ExitStatus::Done;
}

ExitStatus exportAll(const Call& call) {
    Device device(call.data());
    const auto file = call.line.word(0);
    if (!file || *file == "-") {
        writeAll(device, call.out);
        return ExitStatus::Done;
    }
    const fs::path partial = *file + ".partial";
    std::ofstream out(partial, std::ios::binary | std::ios::trunc);
    const std::int64_t count = writeAll(device, out);
    out.close();
    if (!out) {
        fs::remove(partial);
        throw Trouble(ExitStatus::NotSaved, "export-failed",
                      {"没有导出：写不了 " + *file + "。本机数据没有变。",
                       "Nothing was exported: " + *file + " cannot be written. What is here is unchanged."});
    }
    fs::rename(partial, *file);
    platform::syncFolder(fs::absolute(*file).parent_path());
    if (call.asJson())
        call.out << Json{{"exported", count}, {"file", *file}}.dump() << '\n';
    else
        print(call.out, Message{"已导出 " + std::to_string(count) + " 条到 " + *file + "。",
                                "Exported " + std::to_string(count) + " records to " + *file + "."});
    return ExitStatus::Done;
}

} // namespace lianxin::ctl

// SPDX-License-Identifier: GPL-3.0-or-later
// What several commands share.
#include "app/ctl/command.h"

#include <charconv>
#include <iostream>

namespace lianxin::ctl {

namespace {

using terminal::Message;
using terminal::Trouble;

/// At most this many characters of a text, not cut within one.
std::string beginningOf(const std::string& text, std::size_t mostCharacters) {
    std::size_t characters = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool begins = (static_cast<unsigned char>(text[at]) & 0xc0) != 0x80;
        if (begins && characters++ == mostCharacters)
            return text.substr(0, at) + "…";
    }
    return text;
}

} // namespace

Device::Device(const std::filesystem::path& folder) : store::Device(folder) {
    if (salvage())
        print(std::cerr, store::inWords(*salvage()));
}

void tellOfRoom(const Device& device) {
    if (device.isShortOfRoom())
        print(std::cerr, store::shortOfRoomInWords());
}

sync::Record findRecord(Device& device, const std::string& text) {
    const auto id = sync::Uuid::parse(text);
    if (!id)
        throw Trouble(ExitStatus::NotDone, "bad-id",
                      {"不是记录编号：" + text + "。什么也没有改动。",
                       "Not the id of a record: " + text + ". Nothing was changed."});
    for (const auto& type : device.schema().types())
        if (type.get() != &device.schema().history())
            if (auto record = device.replica().find(*type, *id))
                return std::move(*record);
    throw Trouble(ExitStatus::NotDone, "no-such-record",
                  {"本机没有这条记录：" + text + "。", "This device holds no such record: " + text + "."});
}

std::string summaryOf(const sync::Record& record) {
    constexpr std::size_t mostFields = 3;
    constexpr std::size_t mostCharacters = 24;
    std::string line = record.type->name() + ' ' + record.id.toString();
    std::size_t told = 0;
    for (std::size_t i = 0; i < record.shown.size() && told < mostFields; ++i) {
        const auto* text = std::get_if<std::string>(&record.shown[i]);
        if (!text || record.type->fields()[i].type != sync::FieldType::Text)
            continue;
        line += "  " + beginningOf(*text, mostCharacters);
        ++told;
    }
    return record.erased ? line + "  已抹除 erased" : line;
}

std::int64_t wholeNumber(const std::string& option, const std::string& text) {
    constexpr std::int64_t most = 1'000'000'000;
    std::int64_t number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    if (read.ec != std::errc{} || read.ptr != text.data() + text.size() || number < 1 || number > most)
        throw Trouble(ExitStatus::Usage, "usage",
                      {option + " 后面应为正整数：" + text + "。",
                       option + " takes a number above zero, not " + text + "."});
    return number;
}

std::string whereItStands(Device& device, const sync::Record& record) {
    sync::Replica& replica = device.replica();
    const auto row = replica.tables().of(*record.type).find(record.id);
    if (replica.parked().contains(record.id))
        return "parked";
    if (!row || row->position >= sync::firstPulledPosition)
        return "from_hub";
    return row->position > replica.state().receivedThrough ? "waiting" : "received";
}

nlohmann::json ledgerToOutput(const sync::Ledger& ledger) {
    return {{"records", ledger.records},
            {"received", ledger.records - ledger.waiting - ledger.parked},
            {"waiting", ledger.waiting},
            {"parked", ledger.parked},
            {"blobs", ledger.blobs},
            {"last_sequence", ledger.lastSequence},
            {"received_through", ledger.receivedThrough}};
}

Message ledgerInWords(const sync::Ledger& ledger) {
    const std::string saved = std::to_string(ledger.records);
    const std::string received = std::to_string(ledger.records - ledger.waiting - ledger.parked);
    const std::string waiting = std::to_string(ledger.waiting);
    const std::string parked = std::to_string(ledger.parked);
    Message words{"本机保存 " + saved + " 条，主机已收 " + received + " 条，等待 " + waiting + " 条，搁置 " +
                      parked + " 条。",
                  saved + " records saved here, " + received + " received there, " + waiting + " waiting, " +
                      parked + " parked."};
    if (ledger.blobs > 0) {
        const std::string blobs = std::to_string(ledger.blobs);
        words.chinese += "图片和录音还有 " + blobs + " 件没有送到。";
        words.english += " Pictures and recordings not yet received: " + blobs + '.';
    }
    return words;
}

} // namespace lianxin::ctl

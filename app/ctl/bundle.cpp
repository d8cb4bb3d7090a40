// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/bundle.h"

#include "app/ctl/command.h"

#include <ostream>

namespace lianxin::ctl {

namespace {

using Json = nlohmann::json;
using terminal::Message;
using terminal::Trouble;

void say(const Call& call, const Json& json, const Message& words) {
    if (call.asJson())
        call.out << json.dump() << '\n';
    else
        print(call.out, words);
}

ExitStatus save(const Call& call, const std::filesystem::path& file) {
    Device device(call.data());
    const auto saved = store::saveBundle(device, file);
    say(call,
        {{"records", saved ? saved->records : 0},
         {"file", saved ? file.string() : std::string()},
         {"whole", !saved || saved->isWhole}},
        store::inWords(saved));
    return ExitStatus::Done;
}

ExitStatus bring(const Call& call, const std::filesystem::path& file) {
    const Device device(call.data());
    store::Settings settings = device.settings();
    settings.hubUrl = store::requireUrl(call.line.value("--hub").value_or(settings.hubUrl));
    const std::filesystem::path answer = call.line.word(2).value_or(file.string() + ".answer");
    const store::BroughtBundle brought = store::bringBundle(settings, file, answer);
    Message words = inWords(brought);
    words.chinese += "回执文件：" + answer.string();
    words.english += " The answer: " + answer.string();
    say(call,
        {{"device", brought.device},
         {"records", brought.records},
         {"refused", brought.refused},
         {"again", brought.cameBefore},
         {"changed", brought.historyChanged},
         {"revoked", brought.isRevoked},
         {"answer", answer.string()}},
        words);
    return ExitStatus::Done;
}

ExitStatus receive(const Call& call, const std::filesystem::path& file) {
    Device device(call.data());
    const bool taken = store::readAnswer(device, file);
    const sync::Ledger ledger = device.replica().ledger();
    Message words = ledgerInWords(ledger);
    if (!taken)
        words = {
            "这份回执不适用了：之后已经和主机联系过，或本机的数据被恢复过。还在等待的请再存一次。" +
                words.chinese,
            "This answer does not apply: the device has heard from the hub since, or its data was put back. "
            "What still waits goes into the next file. " +
                words.english};
    Json json{{"taken", taken}};
    json["ledger"] = ledgerToOutput(ledger);
    say(call, json, words);
    return ExitStatus::Done;
}

} // namespace

ExitStatus bundle(const Call& call) {
    const std::string act = call.line.word(0).value_or("");
    const std::string file = call.line.word(1).value_or("");
    if (act == "import")
        return bring(call, file);
    if (act == "export" && !call.line.word(2))
        return save(call, file);
    if (act == "receipts" && !call.line.word(2))
        return receive(call, file);
    throw terminal::usageTrouble({terminal::UsageFault::UnknownCommand, "bundle " + act}, "lianxinctl help");
}

} // namespace lianxin::ctl

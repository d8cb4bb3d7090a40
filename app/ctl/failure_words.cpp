// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/failure_words.h"

#include <ostream>
#include <utility>

namespace lianxin::ctl {

namespace {

using sync::NextAction;
using terminal::ExitStatus;
using terminal::Message;
using terminal::Trouble;

Message wordsForAction(NextAction action, const std::string& code) {
    switch (action) {
    case NextAction::WaitForNetwork:
        return {"没有连上主机。请检查网络和主机地址，稍后再 sync。",
                "The hub could not be reached. Look at the network and the hub's address, and sync later."};
    case NextAction::RetryLater:
        return {"主机暂时不能接收（" + code + "）。请稍后再 sync。",
                "The hub cannot take anything for the moment (" + code + "). Sync later."};
    case NextAction::NeedsEnrolment:
        if (code == "revoked")
            return {
                "这台设备已经停用。已填写的都已送到主机，由人决定接收；要继续使用，请在主机上重新 enrol。",
                "This device was taken out of service. What it held has gone to the hub, where somebody "
                "decides about it; to use it again, enrol it anew."};
        return {"主机不认识这台设备（" + code + "）。请在主机上 enrol，再用新密钥在这里 enrol。",
                "The hub does not know this device (" + code +
                    "). Enrol it at the hub, then here with the new secret."};
    case NextAction::NeedsUpgrade:
        return {"本程序与主机的版本不合。请升级。",
                "This program and the hub are of versions that do not fit. Upgrade."};
    case NextAction::ClockWrong:
    case NextAction::NewRound:
        return {"主机要求重新开始（" + code + "）。请再 sync 一次。",
                "The hub asks to begin anew (" + code + "). Sync once more."};
    case NextAction::Refused:
        return {"主机拒绝了请求（" + code + "）。请报告给维护人员。",
                "The hub refused the request (" + code + "). Tell whoever maintains the program."};
    }
    return {};
}

ExitStatus statusFor(NextAction action) {
    switch (action) {
    case NextAction::WaitForNetwork:
    case NextAction::RetryLater:
    case NextAction::ClockWrong:
    case NextAction::NewRound:
        return ExitStatus::HubUnreachable;
    case NextAction::NeedsEnrolment:
    case NextAction::NeedsUpgrade:
    case NextAction::Refused:
        return ExitStatus::NotDone;
    }
    return ExitStatus::NotDone;
}

Message withWhatIsKept(Message message, const sync::Ledger& ledger) {
    const std::string waiting = std::to_string(ledger.waiting);
    message.chinese += "数据都保存在本机，" + waiting + " 条等待上传。";
    message.english += " Everything is kept here; " + waiting + " records wait to be sent.";
    return message;
}

} // namespace

void Reachability::failed(const sync::Failure& failure, const sync::Ledger& ledger) {
    if (lost_)
        return;
    lost_ = true;
    if (asJson_)
        out_ << nlohmann::json{{"hub", "unreachable"}, {"code", failure.code}, {"waiting", ledger.waiting}}
                    .dump()
             << '\n'
             << std::flush;
    else
        print(aside_, withWhatIsKept({"没有连上主机（" + failure.code + "），会自动再试。",
                                      "The hub could not be reached (" + failure.code +
                                          "); it is tried again by itself."},
                                     ledger));
}

void Reachability::reached() {
    if (!std::exchange(lost_, false))
        return;
    if (asJson_)
        out_ << nlohmann::json{{"hub", "reached"}}.dump() << '\n' << std::flush;
    else
        print(aside_, Message{"又连上主机了。", "The hub is reached again."});
}

Trouble troubleFrom(const sync::Failure& failure, const sync::Ledger& ledger) {
    Message message = withWhatIsKept(wordsForAction(failure.action, failure.code), ledger);
    return Trouble(statusFor(failure.action), failure.code, std::move(message));
}

} // namespace lianxin::ctl

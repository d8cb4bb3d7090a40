// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/bundle.h"

#include "platform/crypto/secret.h"
#include "platform/files/durable_file.h"
#include "platform/http/client.h"
#include "sync/bundle/device_bundle.h"
#include "sync/wire/text.h"

#include <nlohmann/json.hpp>

namespace lianxin::store {

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;
using sync::BundleFault;
using terminal::ExitStatus;
using terminal::Message;
using terminal::Trouble;

constexpr std::size_t largestAnswer = std::size_t{16} << 20;

sync::BundleKey keyOf(const Settings& settings) {
    return sync::bundleKeyOf(platform::hashSecret(settings.secret));
}

Message wordsFor(const std::string& code) {
    struct Words {
        BundleFault fault;
        Message message;
    };
    static const std::array all = std::to_array<Words>({
        {BundleFault::NotABundle, {"这不是连心的数据包。", "This is no bundle of Lianxin's."}},
        {BundleFault::NewerVersion,
         {"这个文件由更新的程序写成。请先升级。", "A newer program wrote this file. Upgrade first."}},
        {BundleFault::OtherKind,
         {"拿错了文件：设备保存的数据包在工作台导入，工作台写出的回执在设备上读取。",
          "This is the other file: what a device saved is brought in at a desk, and the desk's answer is "
          "read "
          "at the device."}},
        {BundleFault::Torn,
         {"文件不完整，可能没有复制完就拔下了U盘。请重新复制，或在设备上再保存一次。",
          "The file is not whole; the stick may have been pulled out too early. Copy it again, or save it "
          "once "
          "more at the device."}},
        {BundleFault::NotOpened,
         {"文件打不开：它在路上被改动过，或属于另一台设备。请在设备上再保存一次。",
          "The file does not open: it was changed on the way, or is another device's. Save it once more at "
          "the "
          "device."}},
        {BundleFault::Content,
         {"文件内容读不懂，两边程序的版本可能不合。请通知维护人员。",
          "What is in the file is not understood; the two programs may be of versions that do not fit. Tell "
          "whoever maintains them."}},
        {BundleFault::TooLarge, {"文件太大，不是一个数据包。", "The file is too large to be a bundle."}},
    });
    for (const Words& words : all)
        if (nameOf(words.fault) == code)
            return words.message;
    if (code == "not-a-desk")
        return {"只有工作台可以导入数据包。", "Only a desk may bring in bundles."};
    return {"主机暂时不能接收（" + code + "）。请稍后再导入。",
            "The hub cannot take it for the moment (" + code + "). Bring it in later."};
}

Trouble troubleFor(const std::string& code) {
    Message message = wordsFor(code);
    message.chinese += "没有改动任何数据，设备里的记录都还在。";
    message.english += " Nothing was changed, and the device still holds all of its records.";
    return {ExitStatus::NotDone, code, std::move(message)};
}

Trouble unreachable() {
    return {ExitStatus::HubUnreachable,
            "no-answer",
            {"没有连上主机。文件没有动，请稍后再导入。",
             "The hub could not be reached. The file is as it was; bring it in later."}};
}

std::string readFile(const fs::path& file, std::size_t most) {
    auto bytes = platform::readWhole(file, most);
    if (bytes)
        return std::move(*bytes);
    if (bytes.error() == platform::ReadFault::TooLarge)
        throw troubleFor(std::string(nameOf(BundleFault::TooLarge)));
    throw Trouble(ExitStatus::NotDone, "no-file",
                  {"读不到文件 " + file.string() + "。请看U盘是否插好。没有改动任何数据。",
                   "The file " + file.string() +
                       " cannot be read. See whether the stick is in. Nothing was "
                       "changed."});
}

platform::ClientAnswer ask(const Settings& settings, const std::string& body) {
    constexpr auto patience = std::chrono::seconds(120);
    std::optional<platform::ClientAnswer> answer;
    platform::HttpClient client(settings.hubUrl, "Bearer " + settings.secret, largestAnswer);
    client.post({"/v1/bundle", body, "application/octet-stream", patience},
                [&answer](platform::ClientAnswer came) { answer = std::move(came); });
    while (!answer && client.runOnce(patience)) {
    }
    return answer.value_or(platform::ClientAnswer{});
}

/// What the hub said of a bundle that it took.
Json takenOf(const platform::ClientAnswer& answer) {
    if (!answer.reachedServer)
        throw unreachable();
    Json json = Json::parse(answer.body, nullptr, false);
    const bool isOurs = json.is_object();
    if (answer.status != 200 || !isOurs || !json.contains("answer")) {
        const bool saysWhy = isOurs && json.contains("code") && json["code"].is_string();
        throw troubleFor(saysWhy ? json["code"].get<std::string>() : "http-" + std::to_string(answer.status));
    }
    return json;
}

} // namespace

std::string bundleName(const Settings& settings) {
    const platform::Hash128 whose = keyOf(settings).whose;
    const auto name = sync::Uuid::fromBytes({reinterpret_cast<const char*>(whose.data()), whose.size()});
    return "lianxin-" + name.value().toString() + ".bundle";
}

std::optional<SavedBundle> saveBundle(Device& device, const fs::path& file) {
    const sync::Packer packer(device.schema());
    const auto bundle = exportBundle(device.replica(), packer, keyOf(device.settings()), device.random(), {});
    if (!bundle)
        return std::nullopt;
    platform::writeDurably(file, bundle->file);
    return SavedBundle{bundle->records, bundle->isWhole};
}

BroughtBundle bringBundle(const Settings& settings, const fs::path& file, const fs::path& answer) {
    const std::string bytes = readFile(file, sync::largestBundle);
    // What a look tells need not trouble the hub.
    if (const auto whose = sync::whoseBundle(bytes, sync::BundleKind::Pushes); !whose)
        throw troubleFor(std::string(nameOf(whose.error())));
    const Json json = takenOf(ask(settings, bytes));
    BroughtBundle brought;
    std::optional<std::string> receipts;
    try {
        brought = {json.at("device"), json.at("records"), json.at("refused"),
                   json.at("again"),  json.at("changed"), json.at("revoked")};
        receipts = sync::bytesFromBase64(json.at("answer").get<std::string>());
    } catch (const Json::exception&) {
        throw troubleFor("not-a-hub");
    }
    if (!receipts)
        throw troubleFor("not-a-hub");
    platform::writeDurably(answer, *receipts);
    return brought;
}

bool readAnswer(Device& device, const fs::path& answer) {
    const std::string bytes = readFile(answer, largestAnswer);
    const sync::Packer packer(device.schema());
    const auto outcome = takeReceipts(device.replica(), packer, keyOf(device.settings()), bytes);
    if (!outcome)
        throw troubleFor(std::string(nameOf(outcome.error())));
    return *outcome == sync::ReceiptsOutcome::Taken || *outcome == sync::ReceiptsOutcome::OfferAgain;
}

Message inWords(const std::optional<SavedBundle>& saved) {
    if (!saved)
        return {"没有等待上传的记录，不用带。", "Nothing waits here; there is nothing to carry."};
    const std::string records = std::to_string(saved->records);
    Message words{
        "已存好 " + records + " 条，别人打不开这个文件。请拿到工作台导入，再把回执带回来。本机的记录都还在。",
        records + " records are in the file, which nobody else can read. Take it to a desk, and bring "
                  "the answer back. This device keeps them all."};
    if (!saved->isWhole) {
        words.chinese += "还有一些放不下，读取回执以后再存一次。";
        words.english += " There was no room for the rest: save once more when the answer has been read.";
    }
    return words;
}

Message inWords(const BroughtBundle& brought) {
    const std::string records = std::to_string(brought.records);
    if (brought.historyChanged)
        return {"主机恢复过备份，这次没有接收。请把回执带回“" + brought.device +
                    "”读取，然后再存一次；什么也没有丢。",
                "The hub was restored from a backup and took nothing yet. Take the answer back to \"" +
                    brought.device + "\", read it there and save once more; nothing is lost."};
    Message words{"主机收到“" + brought.device + "”的 " + records + " 条。请把回执带回那台设备读取。",
                  "The hub received " + records + " records of \"" + brought.device +
                      "\". Take the answer back to that device."};
    if (brought.refused > 0) {
        words.chinese +=
            "其中 " + std::to_string(brought.refused) + " 条不合规则，读取回执后在设备上能看到原因。";
        words.english += " " + std::to_string(brought.refused) +
                         " of them are against the rules; the device tells why once it has read the answer.";
    }
    if (brought.cameBefore) {
        words.chinese += "这个文件以前导入过，没有重复。";
        words.english += " This file was brought in before; nothing is there twice.";
    }
    if (brought.isRevoked) {
        words.chinese += "这台设备已停用，记录放在隔离区，等人决定接收。";
        words.english +=
            " That device was revoked: its records wait in quarantine until somebody accepts them.";
    }
    return words;
}

} // namespace lianxin::store

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hub/admin_text.h"

#include "app/terminal/message.h"

#include <array>
#include <ostream>

namespace lianxin::hub {

namespace {

using Json = nlohmann::json;
using terminal::Message;

std::string text(const Json& json) {
    return json.is_string() ? json.get<std::string>() : json.dump();
}

void enrolled(std::ostream& out, const Json& answer) {
    print(out, Message{"设备已登记：" + text(answer["name"]) + "（" + text(answer["role"]) +
                           "）。密钥只显示这一次，请在该设备上运行：",
                       "Enrolled: " + text(answer["name"]) + " (" + text(answer["role"]) +
                           "). The secret is shown this once; on the device run:"});
    out << "lianxinctl --data DIR --hub URL enrol --secret " << text(answer["secret"]) << '\n';
    for (const Json& ward : answer["unknown_wards"])
        print(out, Message{"注意：主机还没有病区 " + text(ward) + " 的资料。请核对编号，或导入医院资料。",
                           "Attention: the hub holds nothing about the ward " + text(ward) +
                               ". Look at the id, or import the hospital's data."});
}

void listDevices(std::ostream& out, const Json& answer) {
    if (answer.empty())
        return print(out, Message{"还没有登记设备。", "No device is enrolled yet."});
    for (const Json& device : answer) {
        out << device["number"] << "  " << text(device["name"]) << "  " << text(device["role"]) << "  "
            << device["scopes"].dump() << "  received_through=" << device["received_through"]
            << "  records=" << device["records"] << "  last_seen=" << text(device["last_seen"]) << '\n';
        if (device["revoked"] == true)
            print(out, Message{"  已停用。它后来传来的见 quarantine。",
                               "  Revoked. What it sent since: quarantine."});
        if (device["copy_alarm"] == true)
            print(out,
                  Message{
                      "  注意：这台设备的数据目录被复制过，两份在轮流工作。请把其中一台重新登记。",
                      "  Attention: this device's data folder was copied, and both are at work. Enrol one of "
                      "them anew."});
    }
}

void revoked(std::ostream& out, const Json& answer) {
    print(out,
          Message{"已停用设备 " + text(answer["name"]) +
                      "。它看不到新的内容；没传完的可以继续传来，放在隔离区（quarantine），由人决定接收"
                      "（accept）。要恢复使用，请重新 enrol。",
                  "Revoked: " + text(answer["name"]) +
                      ". It sees nothing any more; what it had not sent yet may still come, and waits in "
                      "quarantine until somebody accepts it. To use it again, enrol it anew."});
}

void listQuarantine(std::ostream& out, const Json& answer) {
    if (answer.empty())
        return print(out, Message{"隔离区是空的。", "The quarantine is empty."});
    for (const Json& kept : answer)
        out << kept["number"] << "  " << text(kept["taken"]) << "  device=" << kept["device"] << ' '
            << text(kept["name"]) << "  records=" << kept["records"] << '\n';
}

void accepted(std::ostream& out, const Json& answer) {
    print(out, Message{"已接收 " + text(answer["records"]) + " 条。",
                       "Accepted: " + text(answer["records"]) + " records."});
    if (answer["refused"].empty())
        return;
    print(out,
          Message{"以下各条不合规则，仍留在隔离区：", "These are against the rules and stay in quarantine:"});
    for (const Json& one : answer["refused"])
        out << "  " << text(one["record"]) << "  " << text(one["reason"]) << "  " << text(one["detail"])
            << '\n';
}

void backedUp(std::ostream& out, const Json& answer) {
    print(out, Message{"已备份并检查通过：" + text(answer["file"]) + "（编号 " + text(answer["number"]) +
                           "）。删除该文件后请运行 forget-backup。",
                       "Backed up and found sound: " + text(answer["file"]) + " (number " +
                           text(answer["number"]) + "). When you delete the file, run forget-backup."});
}

void listBackups(std::ostream& out, const Json& answer) {
    if (answer.empty())
        return print(out, Message{"没有登记备份。", "No backup is noted."});
    for (const Json& backup : answer)
        out << backup["number"] << "  " << text(backup["taken"]) << "  sequence=" << backup["sequence"]
            << "  " << text(backup["file"]) << '\n';
}

void forgotten(std::ostream& out, const Json& answer) {
    print(out, Message{"已不再登记这个备份：" + text(answer["file"]) + "。文件本身没有动。",
                       "The backup is no longer noted: " + text(answer["file"]) +
                           ". The file itself was left alone."});
}

void verified(std::ostream& out, const Json& answer) {
    if (answer["problems"].empty())
        return print(out, Message{"检查通过：" + text(answer["records"]) + " 条记录，序号到 " +
                                      text(answer["sequence"]) + "。",
                                  "Sound: " + text(answer["records"]) + " records, sequence up to " +
                                      text(answer["sequence"]) + "."});
    print(out,
          Message{
              "发现问题，没有改动任何数据。请保留现状，必要时用备份恢复：",
              "There are problems; nothing was changed. Keep the store as it is and restore a backup if need "
              "be:"});
    for (const Json& problem : answer["problems"])
        out << "  " << text(problem) << '\n';
}

void erased(std::ostream& out, const Json& answer) {
    print(out, Message{"已抹除记录 " + text(answer["record"]) + "，恢复备份后会再次抹除。",
                       "Erased: " + text(answer["record"]) + ". It is erased again after any restore."});
}

void clockConfirmed(std::ostream& out, const Json& answer) {
    const bool doubted = answer["doubt"] != "";
    print(out, Message{doubted ? "已确认主机时间 " + text(answer["now"]) + "，重新接收数据。"
                               : "主机时间没有疑问。",
                       doubted ? "The hub's time " + text(answer["now"]) + " is confirmed; it admits again."
                               : "The hub's clock was not in doubt."});
}

void restored(std::ostream& out, const Json& answer) {
    const std::string aside = text(answer["put_aside"]);
    print(out,
          Message{"已恢复 " + text(answer["records"]) + " 条记录；编号改用字母 " + text(answer["epoch"]) +
                      "。" + (aside.empty() ? "" : "原来的数据保存在 " + aside + "。") + "现在可以 serve。",
                  "Restored: " + text(answer["records"]) + " records; numbers go on under the letter " +
                      text(answer["epoch"]) + ". " +
                      (aside.empty() ? "" : "What was there is kept as " + aside + ". ") +
                      "The hub can serve now."});
}

struct Answer {
    std::string_view verb;
    void (*print)(std::ostream&, const Json&);
};

constexpr std::array answers = std::to_array<Answer>({
    {"enrol", enrolled},
    {"devices", listDevices},
    {"revoke", revoked},
    {"quarantine", listQuarantine},
    {"accept", accepted},
    {"backup", backedUp},
    {"backups", listBackups},
    {"forget-backup", forgotten},
    {"verify", verified},
    {"erase", erased},
    {"confirm-clock", clockConfirmed},
    {"restore", restored},
});

} // namespace

void printAnswer(std::ostream& out, const std::string& verb, const Json& answer) {
    for (const Answer& known : answers)
        if (known.verb == verb)
            known.print(out, answer);
    out << std::flush;
}

} // namespace lianxin::hub

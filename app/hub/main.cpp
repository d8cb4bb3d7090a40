// SPDX-License-Identifier: GPL-3.0-or-later
// lianxin-hub: where all of a hospital's devices meet.
#include "app/hub/admin_desk.h"
#include "app/hub/admin_text.h"
#include "app/hub/backup.h"
#include "app/hub/faults.h"
#include "app/hub/serve.h"
#include "app/terminal/message.h"

#include <sys/stat.h>

#include <array>
#include <iostream>

namespace {

using namespace lianxin::hub;
using namespace lianxin;
using Json = nlohmann::json;
using terminal::CommandLine;
using terminal::ExitStatus;
using terminal::Message;
using terminal::Option;
using terminal::Trouble;

constexpr std::array programOptions = std::to_array<Option>({
    {"--data", Option::Kind::Value},
    {"--listen", Option::Kind::Value},
    {"--name", Option::Kind::Value},
    {"--role", Option::Kind::Value},
    {"--ward", Option::Kind::Values},
    {"--to", Option::Kind::Value},
    {"--from", Option::Kind::Value},
    {"--by", Option::Kind::Values},
    {"--json", Option::Kind::Flag},
});

std::vector<terminal::Command> programCommands() {
    return {
        {"init", 0, 0, {"--data"}, {"--json"}},
        {"serve", 0, 0, {"--data", "--listen"}, {}},
        {"enrol", 0, 0, {"--data", "--name", "--role"}, {"--ward", "--json"}},
        {"devices", 0, 0, {"--data"}, {"--json"}},
        {"revoke", 1, 1, {"--data"}, {"--json"}},
        {"quarantine", 0, 0, {"--data"}, {"--json"}},
        {"accept", 1, 1, {"--data"}, {"--json"}},
        {"backup", 0, 0, {"--data", "--to"}, {"--json"}},
        {"backups", 0, 0, {"--data"}, {"--json"}},
        {"forget-backup", 1, 1, {"--data"}, {"--json"}},
        {"restore", 0, 0, {"--data", "--from"}, {"--json"}},
        {"verify", 0, 0, {"--data"}, {"--json"}},
        {"erase", 1, 1, {"--data", "--by"}, {"--json"}},
        {"confirm-clock", 0, 0, {"--data"}, {"--json"}},
        {"help", 0, 0, {}, {}},
    };
}

constexpr const char* usage = R"(连心主机 lianxin-hub

  init          --data DIR                         新建主机 / makes a hub
  serve         --data DIR --listen HOST:PORT      运行，直到收到停止信号 / serves until it is told to stop
  enrol         --data DIR --name NAME --role kiosk|ward|desk [--ward ID]...
                                                   登记设备，密钥只显示一次 / enrols a device, shows its secret once
  devices       --data DIR                         设备与收到的数量 / the devices and how far their ledgers reach
  revoke        --data DIR NUMBER                  停用一台设备 / takes a device out of service
  quarantine    --data DIR                         停用的设备后来传来的 / what revoked devices sent since
  accept        --data DIR NUMBER                  接收其中一批 / takes one lot of it in
  backup        --data DIR --to FILE               备份并检查 / backs up and checks the copy
  backups       --data DIR                         已登记的备份 / the backups that are noted
  forget-backup --data DIR NUMBER                  备份文件已删除 / says that a backup's file is gone
  restore       --data DIR --from FILE             恢复，先停止主机 / restores; stop the hub first
  verify        --data DIR                         检查数据 / checks the store
  erase         --data DIR RECORD --by A --by B    依法抹除一条记录 / erases a record, for good
  confirm-clock --data DIR                         确认主机时间正确 / says that the hub's clock is right

  --json        一行 JSON / one line of JSON
  0 完成 done · 1 没有完成 not done · 2 用法 usage · 3 存储 storage · 4 主机无应答 no answer
)";

void log(std::string_view line) {
    // One write a line, so that lines of several threads do not mix.
    const std::string whole = "lianxin-hub: " + std::string(line) + '\n';
    std::cerr.write(whole.data(), static_cast<std::streamsize>(whole.size()));
}

Json initialise(const HubFolder& folder) {
    std::filesystem::create_directories(folder.path());
    std::filesystem::permissions(folder.path(), std::filesystem::perms::owner_all);
    if (std::filesystem::exists(folder.store()) || folder.lastMark() || !folder.erased().empty())
        throw Trouble(ExitStatus::NotDone, "already-a-hub",
                      {folder.path().string() + " 已经是主机目录，没有改动。",
                       folder.path().string() + " is a hub's folder already; nothing was changed."});
    const OpenHub made(folder, platform::OpenMode::Create, log);
    return {{"data", folder.path().string()}};
}

Json restore(const HubFolder& folder, const std::string& file) {
    const platform::SystemClock clock;
    const Restored restored = restoreBackup(folder, file, clock, log);
    return {{"put_aside", restored.putAside.string()},
            {"records", restored.records},
            {"epoch", restored.epoch},
            {"sequence", restored.mark.sequence},
            {"erased_again", restored.erasedAgain}};
}

void serveUntilStopped(const HubFolder& folder, const std::string& listen) {
    const auto address = readAddress(listen);
    if (!address)
        throw Trouble(ExitStatus::Usage, "usage",
                      {"地址不对：" + listen + "。例如 0.0.0.0:8470。",
                       "Not an address: " + listen + ". For example 0.0.0.0:8470."});
    platform::StopSignals signals;
    serve(folder, *address, signals, std::cout, log);
}

Json argumentsOf(const CommandLine& line) {
    const std::string word = line.word(0).value_or("");
    const std::string to = line.value("--to").value_or("");
    return {{"name", line.value("--name").value_or("")},
            {"role", line.value("--role").value_or("")},
            {"wards", line.values("--ward")},
            {"to", to.empty() ? to : std::filesystem::absolute(to).string()},
            {"number", word},
            {"record", word},
            {"by", line.values("--by")}};
}

/// A serving hub holds the store; then it is asked, and otherwise the work is done here.
Json administer(const HubFolder& folder, const CommandLine& line) {
    try {
        OpenHub open(folder, platform::OpenMode::MustExist, log);
        DirectAccess access(folder, open.clock(), open.rules(), open.hub());
        return runAdminCommand(line.command, access, argumentsOf(line));
    } catch (const platform::AlreadyOpen&) {
        return askServingHub(folder, line.command, argumentsOf(line));
    }
}

ExitStatus run(const CommandLine& line, const HubFolder& folder) {
    Json answer;
    if (line.command == "serve") {
        serveUntilStopped(folder, *line.value("--listen"));
        return ExitStatus::Done;
    }
    if (line.command == "init")
        answer = initialise(folder);
    else if (line.command == "restore")
        answer = restore(folder, *line.value("--from"));
    else
        answer = administer(folder, line);
    if (line.has("--json"))
        std::cout << answer.dump() << std::endl;
    else if (line.command == "init")
        print(std::cout,
              Message{"主机已建好：" + folder.path().string() + "。下一步登记设备：enrol。",
                      "The hub is made: " + folder.path().string() + ". Next, enrol devices: enrol."});
    else
        printAnswer(std::cout, line.command, answer);
    const bool faulty = line.command == "verify" && !answer["problems"].empty();
    return faulty ? ExitStatus::NotDone : ExitStatus::Done;
}

} // namespace

int main(int count, char** words) {
    ::umask(S_IRWXG | S_IRWXO); // what patients said is nobody else's to read, in backups, too
    const std::vector<std::string> arguments(words + 1, words + count);
    if (terminal::isGiven(arguments, "--help")) {
        std::cout << usage;
        return 0;
    }
    const bool asJson = terminal::isGiven(arguments, "--json");
    const auto commands = programCommands();
    const auto line = terminal::parseCommandLine(programOptions, commands, arguments);
    if (!line) {
        const Trouble trouble = terminal::usageTrouble(line.error(), "lianxin-hub help");
        print(std::cerr, trouble, asJson);
        return static_cast<int>(trouble.status());
    }
    if (line->command == "help") {
        std::cout << usage;
        return 0;
    }
    const HubFolder folder(*line->value("--data"));
    try {
        return static_cast<int>(run(*line, folder));
    } catch (const std::exception& fault) {
        const Trouble trouble = troubleFrom(fault, folder);
        print(std::cerr, trouble, asJson);
        return static_cast<int>(trouble.status());
    }
}

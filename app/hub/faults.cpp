// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hub/faults.h"

#include "sync/replica/tables.h"

namespace lianxin::hub {

namespace {

using platform::StorageFault;
using terminal::ExitStatus;
using terminal::Message;
using terminal::Trouble;

Message wordsFor(StorageFault fault, const std::string& folder, const std::string& detail) {
    const std::string because = "（" + detail + "）";
    const std::string englishDetail = " (" + detail + ")";
    switch (fault) {
    case StorageFault::Full:
        return {
            "磁盘已满，这次没有保存；以前的数据都在。请腾出空间后再试。",
            "The disk is full: nothing of this was saved, what was there before is kept. Make room, then try "
            "again."};
    case StorageFault::ReadOnly:
        return {"数据目录 " + folder + " 不能写入，这次没有保存。请检查权限和磁盘。" + because,
                "The data folder " + folder +
                    " cannot be written to; nothing of this was saved. Look at the "
                    "permissions and the disk." +
                    englishDetail};
    case StorageFault::Corrupt:
        return {
            "数据文件已损坏，没有再写入。请先保留现状，再用最近的备份恢复：lianxin-hub restore。" + because,
            "The store is damaged; nothing more was written to it. Keep it as it is and restore the latest "
            "backup: lianxin-hub restore." +
                englishDetail};
    case StorageFault::NotADatabase:
        return {"在 " + folder + " 没有找到主机数据。新建请用 init，找回请用 restore。" + because,
                "There is no hub's store in " + folder +
                    ". Make one with init, or bring one back with restore." + englishDetail};
    case StorageFault::Io:
    case StorageFault::Constraint:
    case StorageFault::Misuse:
        break;
    }
    return {"存储出错，这次没有保存。请检查磁盘，再运行 lianxin-hub verify。" + because,
            "The storage failed; nothing of this was saved. Look at the disk, then run lianxin-hub verify." +
                englishDetail};
}

} // namespace

Trouble troubleFrom(const std::exception& fault, const HubFolder& folder) {
    if (const auto* trouble = dynamic_cast<const Trouble*>(&fault))
        return *trouble;
    if (dynamic_cast<const platform::AlreadyOpen*>(&fault))
        return Trouble(
            ExitStatus::NotSaved, "already-open",
            {"数据目录 " + folder.path().string() +
                 " 正被另一个程序使用。什么也没有改动。请先停止正在运行的主机。",
             "The data folder " + folder.path().string() +
                 " is in use by another program. Nothing was changed. Stop the running hub first."});
    if (const auto* storage = dynamic_cast<const platform::StorageError*>(&fault))
        return Trouble(ExitStatus::NotSaved, "storage",
                       wordsFor(storage->fault(), folder.path().string(), storage->what()));
    if (dynamic_cast<const sync::NewerFile*>(&fault))
        return Trouble(
            ExitStatus::NotSaved, "newer-file",
            {"数据由更新版本的程序写成，这个版本不能改动它。请升级本程序。",
             "The store was written by a newer version; this one must not write to it. Upgrade this "
             "program."});
    return Trouble(ExitStatus::NotDone, "fault",
                   {std::string("没有完成：") + fault.what(), std::string("Not done: ") + fault.what()});
}

} // namespace lianxin::hub

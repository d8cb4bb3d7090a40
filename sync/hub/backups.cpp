// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/hub/backups.h"

#include <algorithm>

namespace lianxin::sync {

Backups::Backups(platform::Database& database) : database_(database) {
    database.exec(
        "CREATE TABLE IF NOT EXISTS _backup(number INTEGER PRIMARY KEY AUTOINCREMENT,file TEXT NOT NULL,"
        "taken INTEGER NOT NULL,mark_sequence INTEGER NOT NULL,mark_random INTEGER NOT NULL)STRICT;"
        "CREATE TABLE IF NOT EXISTS _backup_ledger(backup INTEGER NOT NULL,device INTEGER NOT NULL,"
        "through INTEGER NOT NULL,PRIMARY KEY(backup,device))STRICT,WITHOUT ROWID");
    reload();
}

void Backups::reload() {
    kept_.clear();
    auto backups =
        database_.prepare("SELECT number,file,taken,mark_sequence,mark_random FROM _backup ORDER BY number");
    auto ledgers = database_.prepare("SELECT device,through FROM _backup_ledger WHERE backup=?");
    while (backups.step()) {
        Backup& backup = kept_.emplace_back();
        backup.number = backups.integer(0);
        backup.file = backups.text(1);
        backup.taken = WallTime{Milliseconds{backups.integer(2)}};
        backup.mark = {backups.integer(3), static_cast<std::uint64_t>(backups.integer(4))};
        ledgers.reset();
        ledgers.bind(1, backup.number);
        while (ledgers.step())
            backup.ledgers[ledgers.integer(0)] = ledgers.integer(1);
    }
}

void Backups::add(Backup backup) {
    auto insert = database_.prepare(
        "INSERT INTO _backup(file,taken,mark_sequence,mark_random) VALUES(?,?,?,?) RETURNING number");
    insert.bindText(1, backup.file);
    insert.bind(2, backup.taken.time_since_epoch().count());
    insert.bind(3, backup.mark.sequence);
    insert.bind(4, static_cast<std::int64_t>(backup.mark.random));
    insert.step();
    backup.number = insert.integer(0);
    insert.run();
    auto ledger = database_.prepare("INSERT INTO _backup_ledger VALUES(?,?,?)");
    for (const auto& [device, through] : backup.ledgers) {
        ledger.bind(1, backup.number);
        ledger.bind(2, device);
        ledger.bind(3, through);
        ledger.run();
    }
    kept_.push_back(std::move(backup));
}

void Backups::forget(std::int64_t number) {
    for (const char* sql :
         {"DELETE FROM _backup_ledger WHERE backup=?", "DELETE FROM _backup WHERE number=?"}) {
        auto removal = database_.prepare(sql);
        removal.bind(1, number);
        removal.run();
    }
    std::erase_if(kept_, [number](const Backup& backup) { return backup.number == number; });
}

BackupReach Backups::reachFor(std::int64_t device) const {
    if (kept_.empty())
        return {};
    BackupReach reach{INT64_MAX, INT64_MAX};
    for (const Backup& backup : kept_) {
        const auto ledger = backup.ledgers.find(device);
        reach.sequence = std::min(reach.sequence, backup.mark.sequence);
        reach.ledger = std::min(reach.ledger, ledger == backup.ledgers.end() ? 0 : ledger->second);
    }
    return reach;
}

} // namespace lianxin::sync

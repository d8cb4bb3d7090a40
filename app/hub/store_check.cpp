// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hub/store_check.h"

#include "app/domain/matter_steps.h"
#include "sync/blobs/blob_store.h"
#include "sync/hub/feed.h"
#include "sync/replica/type_table.h"

#include <algorithm>

namespace lianxin::hub {

namespace {

std::string quoted(const std::string& name) {
    return '"' + name + '"';
}

class StoreCheck {
public:
    StoreCheck(platform::Database& reader, const sync::Schema& schema, const sync::HubRules& rules)
        : reader_(reader), schema_(schema), rules_(rules) {}

    StoreReport run() {
        for (const std::string& damage : reader_.quickCheck())
            problem("file: " + damage);
        if (!report_.isSound() || !isOfThisProgram())
            return std::move(report_);
        readHistory();
        checkFeed();
        checkChildren();
        checkVerdicts();
        checkBlobs();
        return std::move(report_);
    }

private:
    void problem(std::string text) { report_.problems.push_back(std::move(text)); }

    std::int64_t number(const std::string& sql) {
        auto statement = reader_.prepare(sql);
        return statement.step() ? statement.integer(0) : 0;
    }

    bool hasTable(const std::string& name) {
        auto found = reader_.prepare("SELECT 1 FROM sqlite_schema WHERE type='table' AND name=?");
        found.bindText(1, name);
        return found.step();
    }

    /// An older store lacks the types that came later; a newer one is none of ours to judge.
    bool isOfThisProgram() {
        if (!hasTable("_mark") || !hasTable("_scope_run"))
            problem("file: not a hub's store");
        else if (reader_.userVersion() > schema_.version())
            problem("file: written by a newer program");
        return report_.isSound();
    }

    void checkBlobs() {
        if (!hasTable("_blob"))
            return; // of an older program
        sync::BlobStore blobs = sync::BlobStore::ofDamaged(reader_);
        for (const sync::BlobEntry& entry : blobs.all())
            if (entry.isWhole() && !blobs.isSound(entry.address))
                problem("blob: has not its hash: " + toText(entry.address));
    }

    void readHistory() {
        auto mark = reader_.prepare("SELECT sequence,random FROM _mark ORDER BY sequence DESC LIMIT 1");
        if (mark.step())
            report_.mark = {mark.integer(0), static_cast<std::uint64_t>(mark.integer(1))};
        auto epoch = reader_.prepare("SELECT letter FROM _epoch");
        if (epoch.step())
            report_.epoch = epoch.text(0);
        auto devices = reader_.prepare("SELECT number,received_through FROM _device");
        while (devices.step())
            report_.ledgers[devices.integer(0)] = devices.integer(1);
        if (number("SELECT max(last) FROM _scope_run") > report_.mark.sequence)
            problem("feed: reaches beyond the last mark");
    }

    void checkFeed() {
        for (const auto& type : schema_.types())
            if (hasTable(type->name()))
                checkRowsOf(*type);
    }

    void checkRowsOf(const sync::RecordType& type) {
        auto typeNumber = reader_.prepare("SELECT number FROM _type WHERE name=?");
        typeNumber.bindText(1, type.name());
        const std::int64_t ofType = typeNumber.step() ? typeNumber.integer(0) : -1;
        auto rows = reader_.prepare("SELECT _position,_scopes FROM " + quoted(type.name()));
        auto line = reader_.prepare(
            "SELECT 1 FROM _scope_run WHERE scope=? AND first<=? AND first>? AND last>=? AND type=? "
            "AND left_id IS NULL");
        std::int64_t missing = 0;
        while (rows.step()) {
            report_.records += &type == &schema_.history() ? 0 : 1;
            if (rows.integer(0) > report_.mark.sequence)
                problem(type.name() + ": a row stands beyond the last mark");
            for (const sync::ScopeNumber scope : sync::decodeScopes(rows.blob(1))) {
                const sync::HubSequence position = rows.integer(0);
                line.bind(1, static_cast<std::int64_t>(scope));
                line.bind(2, position);
                line.bind(3, position - sync::longestRun);
                line.bind(4, position);
                line.bind(5, ofType);
                missing += line.step() ? 0 : 1;
                line.reset();
            }
        }
        if (missing > 0)
            problem("feed: " + std::to_string(missing) + " places of " + type.name() + " are missing");
    }

    /// A child is seen by whoever sees its parent.
    void checkChildren() {
        for (const auto& child : schema_.types())
            for (const auto& parent : schema_.types()) {
                if (!child->parentField() || !hasTable(child->name()) || !hasTable(parent->name()))
                    continue;
                const std::int64_t apart =
                    number("SELECT count(*)" + joined(*child, *parent) + " WHERE c._scopes IS NOT p._scopes");
                if (apart > 0)
                    problem(child->name() + ": " + std::to_string(apart) +
                            " rows are in other scopes than their " + parent->name());
            }
    }

    static std::string joined(const sync::RecordType& child, const sync::RecordType& parent) {
        return " FROM " + quoted(child.name()) + " c JOIN " + quoted(parent.name()) + " p ON p.id=c." +
               quoted(child.field(*child.parentField()).name);
    }

    void checkVerdicts() {
        for (const auto& type : schema_.types())
            if (rules_.isEvent(*type) && type->parentField() && hasTable(type->name()))
                checkVerdictsOf(*type);
        auto folds = reader_.prepare("SELECT state FROM _fold");
        std::int64_t unreadable = 0;
        while (folds.step())
            unreadable += domain::matterStateFromText(folds.text(0)) ? 0 : 1;
        if (unreadable > 0)
            problem("fold: " + std::to_string(unreadable) + " states cannot be read");
    }

    void checkVerdictsOf(const sync::RecordType& event) {
        const std::string parent = quoted(event.field(*event.parentField()).name);
        const std::string place(quoted(std::string(sync::placeField)));
        const std::int64_t wrong = number(
            "SELECT count(*) FROM (SELECT e." + parent + ",count(*) n,count(DISTINCT e." + place +
            ") d,max(e." + place + ") m,f.place last FROM " + quoted(event.name()) +
            " e LEFT JOIN _fold f ON f.record=e." + parent + " WHERE e." + place + " IS NOT NULL AND e." +
            parent + " IS NOT NULL GROUP BY 1) WHERE n<>d OR last IS NULL OR m>last");
        if (wrong > 0)
            problem("fold: the events of " + std::to_string(wrong) + " records do not add up");
        for (const auto& type : schema_.types()) {
            if (!hasTable(type->name()) || type->parentField())
                continue;
            // An erased event keeps its parent and nothing else, not even who wrote it.
            const std::int64_t unjudged = number("SELECT count(*)" + joined(event, *type) + " WHERE c." +
                                                 place + " IS NULL AND c._writer<>0");
            if (unjudged > 0)
                problem(event.name() + ": " + std::to_string(unjudged) + " have no verdict");
        }
    }

    platform::Database& reader_;
    const sync::Schema& schema_;
    const sync::HubRules& rules_;
    StoreReport report_;
};

} // namespace

StoreReport checkStore(platform::Database& reader, const sync::Schema& schema, const sync::HubRules& rules) {
    reader.exec("BEGIN");
    StoreReport report = StoreCheck(reader, schema, rules).run();
    reader.exec("ROLLBACK");
    return report;
}

} // namespace lianxin::hub

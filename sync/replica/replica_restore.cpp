// SPDX-License-Identifier: GPL-3.0-or-later
// The hub's history changed: what was said of it is forgotten, and everything is offered again.
#include "sync/replica/replica.h"

#include "sync/mutants.h"

namespace lianxin::sync {

void Replica::forgetHubHistory() {
    const LocalSequence before = lastSequence_;
    for (const auto& table : tables_.all())
        offerAgain(*table);
    if (lastSequence_ > before)
        noteReturned(before + 1, lastSequence_);
    scopes_.forgetAll();
    if (!MUTANT(blob_receipts_outlive_history))
        blobs_.forgetReceipts();
    lackedByHub_.clear();
    ++blobNews_;
    state_.receivedThrough = 0;
    state_.settledThrough = 0;
    state_.purgedThrough = 0;
    state_.backedUp = 0;
    state_.coveredThrough = 0;
    state_.rungSequence = 0;
    state_.rungThrough = 0;
    state_.seen = {};
    state_.complete = 0;
}

void Replica::noteReturned(LocalSequence first, LocalSequence last) {
    auto insert = database_.prepare("INSERT INTO _returned VALUES(?,?)");
    insert.bind(1, first);
    insert.bind(2, last);
    insert.run();
    returned_[first] = last;
}

void Replica::offerAgain(TypeTable& table) {
    constexpr std::size_t atATime = 500;
    Position after = INT64_MIN;
    for (auto rows = table.range(after, firstPulledPosition - 1, atATime); !rows.empty();
         rows = table.range(after + 1, firstPulledPosition - 1, atATime)) {
        after = rows.back().position;
        for (Row& row : rows)
            offerAgain(table, std::move(row));
    }
    // What was pulled takes local sequences of its own, and so leaves this range.
    for (auto rows = table.range(firstPulledPosition, INT64_MAX, atATime); !rows.empty();
         rows = table.range(firstPulledPosition, INT64_MAX, atATime))
        for (Row& row : rows)
            offerAgain(table, std::move(row));
}

void Replica::offerAgain(TypeTable& table, Row row) {
    const bool shown = isVisible(row);
    std::vector<Loser> notes;
    for (std::size_t i = 0; i < row.record.shown.size(); ++i) {
        const auto index = static_cast<FieldIndex>(i);
        const Field& field = table.type().field(index);
        if (!field.hubGiven)
            continue;
        // The old word of the hub stays as a note; the new one comes with the next pull.
        for (const Write& write : writesOf(row.record, index))
            notes.push_back({field.name, field.type, write});
        setWrites(row.record, index, {});
    }
    // What was in a scope stays in sight until the hub has said again where it belongs.
    row.scopes = shown ? std::nullopt : std::optional(std::vector<ScopeNumber>{});
    row.seen = 0;
    if (row.position >= firstPulledPosition)
        row.position = ++lastSequence_;
    table.put(row);
    keepLosers(row, notes, Displaced::Here);
}

} // namespace lianxin::sync

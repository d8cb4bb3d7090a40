// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/register_book.h"

#include "app/desk/matter_facts.h"
#include "platform/sqlite/storage_error.h"

#include <algorithm>

namespace lianxin::desk {

namespace {

/// What is written down of somebody: nothing of who asked for their name to be withheld.
QString nameOf(store::Device& device, const MatterFacts& facts) {
    return facts.anonymous || facts.nameWithheld || !facts.hasName
               ? QString()
               : openContact(device, facts.id.toStdString()).first;
}

QVariantMap rowOf(store::Device& device, const Entry& entry) {
    const MatterFacts facts = readMatter(device, entry.id.toString());
    const auto text = [&facts](const char* field) { return facts.texts.value(QLatin1String(field)); };
    const QString problem = text("problem");
    return {{QStringLiteral("number"), text("number")},
            {QStringLiteral("at"), facts.complaintTime.isValid() ? facts.complaintTime : facts.raisedAt},
            {QStringLiteral("name"), nameOf(device, facts)},
            {QStringLiteral("anonymous"), facts.anonymous},
            {QStringLiteral("withheld"), facts.nameWithheld},
            {QStringLiteral("origin"), QString::fromStdString(entry.origin)},
            {QStringLiteral("kind"), text("kind")},
            {QStringLiteral("department"), text("department")},
            {QStringLiteral("respondent"), text("respondent")},
            {QStringLiteral("problem"), problem.isEmpty() ? text("content") : problem},
            {QStringLiteral("demand"), text("demand")},
            {QStringLiteral("stage"), facts.stage}};
}

QVariantList rowsOf(store::Device& device, const std::vector<EntryKey>& keys) {
    QVariantList rows;
    try {
        std::vector<KeyedEntry> found = SearchIndex(device.replica()).entries(keys);
        // By running number; what has none yet comes last, in the order it was raised.
        std::sort(found.begin(), found.end(), [](const KeyedEntry& a, const KeyedEntry& b) {
            return std::tuple(a.entry.number.empty(), a.entry.number, a.entry.at) <
                   std::tuple(b.entry.number.empty(), b.entry.number, b.entry.at);
        });
        for (const KeyedEntry& one : found)
            rows.append(rowOf(device, one.entry));
    } catch (const platform::StorageError& error) {
        qWarning("the register book could not be read: %s", error.what());
        rows.clear();
    }
    return rows;
}

} // namespace

void RegisterBook::ask(Inbox* matters) {
    store_.ask(
        this, [keys = matters->keys()](store::Device& device) { return rowsOf(device, keys); },
        [this](const QVariantList& rows) { emit read(rows); });
}

} // namespace lianxin::desk

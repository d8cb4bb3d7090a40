// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ward/sent_list.h"

#include "app/window/record_text.h"
#include "platform/sqlite/storage_error.h"

#include <QDateTime>

#include <algorithm>
#include <map>

namespace lianxin::ward {

namespace {

using sync::Uuid;
using window::referenceOf;

constexpr std::size_t mostReceived = 200;

enum class Fate : int { Waiting, Received, NotAccepted };

struct Sent {
    QString what;  ///< "visit", "card" or "matter"
    QString which; ///< the visit's outcome, or the matter's kind
    QString where; ///< the bed's label
    qint64 at = 0;
    int records = 0;
    Fate fate = Fate::Received;
    int reason = -1; ///< of the hub, when it is not accepted
};

/// Sorts the rows that were written here into what one person did at once.
class Sorter {
public:
    explicit Sorter(store::Device& device) : device_(device) {}

    std::map<Uuid, Sent> sort() {
        each("visit", [this](const sync::Record& record) {
            Sent& sent = sent_[record.id];
            describe(sent, "visit", record, "outcome", "visited_at");
            const auto bed =
                device_.replica().find(*device_.schema().find("bed"), referenceOf(record, "bed"));
            sent.where = bed ? window::textOf(*bed, "label") : QString();
            if (const Uuid form = referenceOf(record, "survey_response"); !form.isNull())
                visitOfForm_[form] = record.id;
            return record.id;
        });
        each("survey_response", [this](const sync::Record& record) { return visitOf(record.id); });
        each("matter", [this](const sync::Record& record) {
            const Uuid source = visitOf(referenceOf(record, "source_record"));
            const Uuid whose = source.isNull() ? record.id : source;
            if (whose == record.id)
                describe(sent_[whose], "matter", record, "kind", "raised_at");
            return ofMatter_[record.id] = whose;
        });
        each("matter_event", [this](const sync::Record& record) {
            const auto whose = ofMatter_.find(referenceOf(record, "matter"));
            return whose == ofMatter_.end() ? Uuid{} : whose->second;
        });
        each("card_handout", [this](const sync::Record& record) {
            const Uuid visit = referenceOf(record, "visit");
            if (sent_.contains(visit))
                return visit;
            describe(sent_[record.id], "card", record, {}, "given_at");
            return record.id;
        });
        return std::move(sent_);
    }

private:
    static void describe(Sent& sent, const char* what, const sync::Record& record, std::string_view which,
                         std::string_view at) {
        sent.what = QLatin1String(what);
        sent.which = which.empty() ? QString() : window::textOf(record, which);
        sent.at = window::numberOf(record, at, 0);
    }

    /// `place` says to which doing the record belongs; the null id: to none that is shown.
    void each(std::string_view type, const std::function<Uuid(const sync::Record&)>& place) {
        auto& table = device_.replica().tables().of(*device_.schema().find(type));
        for (const sync::Row& row : table.range(1, sync::firstPulledPosition - 1, INT32_MAX))
            if (const Uuid whose = place(row.record); !whose.isNull())
                count(sent_[whose], row);
    }

    /// The visit with which a form was filled in; the null id: none.
    Uuid visitOf(const Uuid& form) const {
        const auto visit = visitOfForm_.find(form);
        return visit == visitOfForm_.end() ? Uuid{} : visit->second;
    }

    void count(Sent& sent, const sync::Row& row) {
        ++sent.records;
        const auto& parked = device_.replica().parked();
        if (const auto refused = parked.find(row.record.id); refused != parked.end()) {
            sent.fate = Fate::NotAccepted;
            sent.reason = static_cast<int>(refused->second.reason);
        } else if (row.position > device_.replica().state().receivedThrough &&
                   sent.fate != Fate::NotAccepted) {
            sent.fate = Fate::Waiting;
        }
    }

    store::Device& device_;
    std::map<Uuid, Sent> sent_;
    std::map<Uuid, Uuid> ofMatter_;
    std::map<Uuid, Uuid> visitOfForm_;
};

} // namespace

std::vector<QByteArray> sentCells() {
    return {"what", "which", "where", "at", "records", "fate", "reason"};
}

std::vector<Rows::Row> readSent(store::Device& device) {
    std::map<Uuid, Sent> sorted;
    try {
        sorted = Sorter(device).sort();
    } catch (const platform::StorageError&) {
        return {}; // the pages say of the disk what is to be said when something is to be saved
    }
    std::vector<std::pair<Uuid, Sent>> newest(sorted.begin(), sorted.end());
    std::sort(newest.begin(), newest.end(),
              [](const auto& a, const auto& b) { return a.second.at > b.second.at; });
    std::vector<Rows::Row> rows;
    std::size_t received = 0;
    for (const auto& [id, sent] : newest) {
        if (sent.fate == Fate::Received && ++received > mostReceived)
            continue;
        rows.push_back({QString::fromStdString(id.toString()),
                        {sent.what, sent.which, sent.where, QDateTime::fromMSecsSinceEpoch(sent.at),
                         sent.records, static_cast<int>(sent.fate), sent.reason}});
    }
    return rows;
}

} // namespace lianxin::ward

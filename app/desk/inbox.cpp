// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/inbox.h"

#include "app/window/record_text.h"
#include "platform/sqlite/storage_error.h"

#include <algorithm>
#include <map>

namespace lianxin::desk {

namespace {

constexpr int rowsInAPage = 50;
constexpr std::size_t mostRowsKept = 4000;
constexpr std::chrono::milliseconds whileTyping{150};

/// Two lists that differ in one stretch.
struct Change {
    std::size_t first = 0;
    std::size_t removed = 0;
    std::size_t inserted = 0;
};

Change changeBetween(const std::vector<EntryKey>& before, const std::vector<EntryKey>& after) {
    const std::size_t most = std::min(before.size(), after.size());
    std::size_t first = 0;
    while (first < most && before[first] == after[first])
        ++first;
    std::size_t behind = 0;
    while (behind < most - first && before[before.size() - 1 - behind] == after[after.size() - 1 - behind])
        ++behind;
    return {first, before.size() - first - behind, after.size() - first - behind};
}

} // namespace

Inbox::Inbox(window::StoreLink& store, IndexKeeper& keeper, List list)
    : store_(store), fetching_(std::make_unique<QTimer>()) {
    query_.list = list;
    query_.state = list == List::Matters ? StateGroup::Open : StateGroup::All;
    typing_.setSingleShot(true);
    typing_.setInterval(whileTyping);
    connect(&typing_, &QTimer::timeout, this, &Inbox::ask);
    fetching_->setSingleShot(true);
    fetching_->setInterval(0);
    connect(fetching_.get(), &QTimer::timeout, this, &Inbox::fetch);
    connect(&keeper, &IndexKeeper::indexChanged, this, &Inbox::ask);
    ask();
}

void Inbox::setKind(const QString& kind) {
    if (std::exchange(query_.kind, kind.toStdString()) == kind.toStdString())
        return;
    emit queryChanged();
    ask();
}

void Inbox::setState(State state) {
    const auto group = static_cast<StateGroup>(state);
    if (std::exchange(query_.state, group) == group)
        return;
    emit queryChanged();
    ask();
}

QString Inbox::department() const {
    return query_.department ? QString::fromStdString(query_.department->toString()) : QString();
}

void Inbox::setDepartment(const QString& id) {
    const auto department = sync::Uuid::parse(id.toStdString());
    if (std::exchange(query_.department, department) == department)
        return;
    emit queryChanged();
    ask();
}

void Inbox::setWords(const QString& words) {
    if (std::exchange(query_.words, words.toStdString()) == words.toStdString())
        return;
    emit queryChanged();
    askSoon();
}

bool Inbox::filtered() const {
    return !query_.kind.empty() || query_.department || !query_.words.empty() ||
           query_.state != StateGroup::All;
}

void Inbox::clearFilters() {
    query_ = {query_.list, {}, StateGroup::All, std::nullopt, {}};
    emit queryChanged();
    ask();
}

QString Inbox::idAt(int row) const {
    return data(index(row), Id).toString();
}

int Inbox::rowOf(const QString& id) const {
    const auto wanted = sync::Uuid::parse(id.toStdString());
    for (const auto& [key, row] : rows_)
        if (wanted && row.found.entry.id == *wanted) {
            const auto at = std::find(keys_.begin(), keys_.end(), key);
            return at == keys_.end() ? -1 : static_cast<int>(at - keys_.begin());
        }
    return -1;
}

void Inbox::askSoon() {
    if (!std::exchange(looking_, true))
        emit lookingChanged();
    typing_.start();
}

void Inbox::ask() {
    typing_.stop();
    if (!std::exchange(looking_, true))
        emit lookingChanged();
    store_.ask(
        this,
        [query = query_](store::Device& device) -> std::optional<std::vector<EntryKey>> {
            try {
                return SearchIndex(device.replica()).find(query);
            } catch (const platform::StorageError&) {
                return std::nullopt; // what is shown stays; the keeper tells of the fault
            }
        },
        [this, question = ++question_](std::optional<std::vector<EntryKey>> keys) {
            if (question != question_)
                return;
            if (keys)
                show(std::move(*keys));
            looking_ = false;
            emit lookingChanged();
            emit answered();
        });
}

void Inbox::show(std::vector<EntryKey> keys) {
    const Change change = changeBetween(keys_, keys);
    const int first = static_cast<int>(change.first);
    if (change.removed > 0 && change.inserted > 0 && change.removed + change.inserted > rowsInAPage) {
        beginResetModel();
        keys_ = std::move(keys);
        endResetModel();
    } else {
        if (change.removed > 0) {
            beginRemoveRows({}, first, first + static_cast<int>(change.removed) - 1);
            const auto from = keys_.begin() + first;
            keys_.erase(from, from + static_cast<std::ptrdiff_t>(change.removed));
            endRemoveRows();
        }
        if (change.inserted > 0) {
            beginInsertRows({}, first, first + static_cast<int>(change.inserted) - 1);
            keys_ = std::move(keys);
            endInsertRows();
        }
    }
    // What is in view is read again: a row may say something else now.
    ++round_;
    askedPages_.clear();
    if (change.removed + change.inserted > 0)
        emit countChanged();
    if (!keys_.empty())
        emit dataChanged(index(0), index(count() - 1));
}

int Inbox::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : count();
}

QVariant Inbox::data(const QModelIndex& index, int role) const {
    if (index.row() < 0 || index.row() >= count())
        return {};
    const auto known = rows_.find(keys_[static_cast<std::size_t>(index.row())]);
    if (known == rows_.end() || known->second.round != round_)
        want(index.row());
    if (role == Loaded)
        return known != rows_.end();
    return known == rows_.end() ? valueOf({}, role) : valueOf(known->second, role);
}

QVariant Inbox::valueOf(const ShownRow& row, int role) const {
    const Entry& entry = row.found.entry;
    switch (role) {
    case Id:
        return entry.id.isNull() ? QString() : QString::fromStdString(entry.id.toString());
    case Type:
        return static_cast<int>(entry.type);
    case At:
        return QDateTime::fromMSecsSinceEpoch(entry.at);
    case Kind:
        return QString::fromStdString(entry.kind);
    case Stage:
        return entry.stage < 0 ? QString()
                               : QString::fromUtf8(toCode(static_cast<domain::MatterStage>(entry.stage)));
    case Provisional:
        return entry.provisional;
    case Conflicts:
        return static_cast<int>(entry.conflicts);
    case Department:
        return row.department;
    case Origin:
        return QString::fromStdString(entry.origin);
    case Number:
        return QString::fromStdString(entry.number);
    case Anonymous:
        return entry.anonymous;
    case HasOpinion:
        return entry.hasOpinion;
    case Linked:
        return row.found.linked;
    case Score:
        return entry.score.value_or(0);
    case Title:
        return QString::fromStdString(entry.title);
    default:
        return {};
    }
}

QHash<int, QByteArray> Inbox::roleNames() const {
    return {{Id, "recordId"},
            {Loaded, "loaded"},
            {Type, "type"},
            {At, "at"},
            {Kind, "kind"},
            {Stage, "stage"},
            {Provisional, "provisional"},
            {Conflicts, "conflicts"},
            {Department, "department"},
            {Origin, "origin"},
            {Number, "number"},
            {Anonymous, "anonymous"},
            {HasOpinion, "hasOpinion"},
            {Linked, "linked"},
            {Score, "score"},
            {Title, "title"}};
}

void Inbox::want(int row) const {
    const int page = row / rowsInAPage;
    if (askedPages_.contains(page))
        return;
    wantedPages_.insert(page);
    if (!fetching_->isActive())
        fetching_->start();
}

void Inbox::fetch() {
    const std::set<int> pages = std::exchange(wantedPages_, {});
    std::vector<EntryKey> keys;
    for (const int page : pages)
        for (int row = page * rowsInAPage; row < std::min((page + 1) * rowsInAPage, count()); ++row)
            keys.push_back(keys_[static_cast<std::size_t>(row)]);
    askedPages_.insert(pages.begin(), pages.end());
    store_.ask(
        this, [keys](store::Device& device) { return read(device, keys); },
        [this, pages, round = round_](Rows rows) {
            for (ShownRow& row : rows)
                row.round = round;
            take(std::move(rows), pages);
        });
}

Inbox::Rows Inbox::read(store::Device& device, const std::vector<EntryKey>& keys) {
    Rows rows;
    std::map<sync::Uuid, QString> names;
    const sync::RecordType& type = *device.schema().find("department");
    try {
        for (KeyedEntry& found : SearchIndex(device.replica()).entries(keys)) {
            ShownRow row{std::move(found), {}, 0};
            if (const auto& id = row.found.entry.department) {
                const auto [name, isNew] = names.try_emplace(*id);
                if (const auto record = isNew ? device.replica().find(type, *id) : std::nullopt)
                    name->second = window::textOf(*record, "name");
                row.department = name->second;
            }
            rows.push_back(std::move(row));
        }
    } catch (const platform::StorageError&) {
        rows.clear();
    }
    return rows;
}

void Inbox::take(Rows rows, const std::set<int>& pages) {
    if (rows_.size() + rows.size() > mostRowsKept) {
        rows_.clear();
        askedPages_.clear();
    }
    for (ShownRow& row : rows)
        rows_.insert_or_assign(row.found.key, std::move(row));
    for (const int page : pages) {
        const int first = page * rowsInAPage;
        const int last = std::min(first + rowsInAPage, count()) - 1;
        if (first <= last)
            emit dataChanged(index(first), index(last));
    }
}

} // namespace lianxin::desk

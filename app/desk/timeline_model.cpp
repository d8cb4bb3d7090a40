// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/timeline_model.h"

#include "app/desk/entry.h"
#include "app/desk/value_text.h"
#include "app/desk/versions.h"
#include "app/domain/timeline.h"
#include "app/window/record_text.h"

#include <algorithm>
#include <set>

namespace lianxin::desk {

namespace {

TimelineItem itemOf(store::Device& device, const domain::TimelineStep& step) {
    TimelineItem item;
    item.what = step.verdict.effective ? QStringLiteral("step") : QStringLiteral("no_effect");
    item.at = timeOf(step.event.value("occurred_at"));
    item.step = window::textOf(step.event, "step");
    item.text = window::textOf(step.event, "text");
    item.reason = step.verdict.effective ? window::textOf(step.event, "reason")
                                         : QString::fromStdString(step.verdict.withoutEffectBecause);
    item.department = departmentName(device, step.event.value("department"));
    item.provisional = step.isProvisional();
    return item;
}

void addReplaced(store::Device& device, const sync::Record& matter,
                 const std::vector<sync::Record>& histories, const std::set<sync::Dot>& undecided,
                 std::vector<TimelineItem>& items) {
    for (const sync::Record& history : histories) {
        const auto old = sync::historicWrite(history);
        const auto index = old ? matter.type->indexOf(old->field) : std::nullopt;
        if (!index || undecided.contains(old->write.dot) || sync::isNull(old->write.value))
            continue;
        const sync::Field& field = matter.type->field(*index);
        TimelineItem item;
        item.what = QStringLiteral("replaced");
        item.at = timeOf(old->write.stamp.wall());
        item.field = QString::fromStdString(old->field);
        if (field.type != sync::FieldType::Sealed)
            item.text = readable(device, field, old->write.value);
        items.push_back(std::move(item));
    }
}

} // namespace

std::vector<TimelineItem> timelineItemsOf(store::Device& device, const sync::Record& matter) {
    std::vector<TimelineItem> items;
    TimelineItem raised;
    raised.what = QStringLiteral("raised");
    raised.at = timeOf(matter.value("raised_at"));
    items.push_back(raised);

    const auto histories = device.replica().historiesOf(matter.id);
    std::set<sync::Dot> undecided;
    std::vector<TimelineItem> versions;
    for (const std::string& field : fieldsInConflict(matter, histories)) {
        const VersionsOfField found = versionsOf(matter, histories, field);
        undecided.insert(found.seen.begin(), found.seen.end());
        TimelineItem item;
        item.what = QStringLiteral("versions");
        item.at = timeOf(found.versions.back().at);
        item.field = QString::fromStdString(field);
        versions.push_back(std::move(item));
    }
    addReplaced(device, matter, histories, undecided, items);

    std::vector<sync::Record> events;
    const sync::RecordType& type = *device.schema().find("matter_event");
    for (sync::Row& row : device.replica().tables().of(type).childrenOf(matter.id))
        events.push_back(std::move(row.record));
    for (const domain::TimelineStep& step : domain::timelineOf(matter, events).steps)
        items.push_back(itemOf(device, step));
    items.insert(items.end(), versions.begin(), versions.end());
    // Of the same moment, what was written later stands above.
    std::reverse(items.begin(), items.end());
    std::stable_sort(items.begin(), items.end(),
                     [](const TimelineItem& a, const TimelineItem& b) { return a.at > b.at; });
    return items;
}

void TimelineModel::show(std::vector<TimelineItem> items) {
    if (items == items_)
        return;
    beginResetModel();
    items_ = std::move(items);
    endResetModel();
    emit changed();
}

QVariant TimelineModel::data(const QModelIndex& index, int role) const {
    const TimelineItem& item = items_[static_cast<std::size_t>(index.row())];
    switch (role) {
    case What:
        return item.what;
    case At:
        return item.at;
    case Step:
        return item.step;
    case Field:
        return item.field;
    case Text:
        return item.text;
    case Reason:
        return item.reason;
    case Department:
        return item.department;
    case Provisional:
        return item.provisional;
    default:
        return {};
    }
}

QHash<int, QByteArray> TimelineModel::roleNames() const {
    return {{What, "what"},
            {At, "at"},
            {Step, "step"},
            {Field, "field"},
            {Text, "text"},
            {Reason, "reason"},
            {Department, "department"},
            {Provisional, "provisional"}};
}

} // namespace lianxin::desk

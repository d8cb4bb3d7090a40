// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ward/ward_picture.h"

#include "app/domain/matter.h"
#include "app/domain/scopes.h"
#include "app/window/record_text.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>

namespace lianxin::ward {

namespace {

using sync::Record;
using sync::Uuid;
using window::numberOf;
using window::referenceOf;
using window::textOf;

QString idOf(const Uuid& id) {
    return QString::fromStdString(id.toString());
}

QDateTime timeOf(const Record& record, std::string_view field) {
    const qint64 time = numberOf(record, field, -1);
    return time < 0 ? QDateTime() : QDateTime::fromMSecsSinceEpoch(time);
}

/// What stands in lists: not out of use, in the order the hospital gives, then by name.
template <class Item>
std::vector<Item> listOf(store::Device& device, std::string_view type, std::string_view nameField,
                         const std::function<std::optional<Item>(const Record&)>& read) {
    std::vector<std::tuple<qint64, QString, Item>> found;
    device.visitAll(type, [&](const Record& record) {
        if (domain::isTrue(record, "out_of_use"))
            return;
        if (auto item = read(record)) {
            const bool hasPosition = record.type->indexOf("list_position").has_value();
            found.emplace_back(hasPosition ? numberOf(record, "list_position", INT32_MAX) : 0,
                               textOf(record, nameField), std::move(*item));
        }
    });
    std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
        return std::tie(std::get<0>(a), std::get<1>(a)) < std::tie(std::get<0>(b), std::get<1>(b));
    });
    std::vector<Item> items;
    for (auto& entry : found)
        items.push_back(std::move(std::get<2>(entry)));
    return items;
}

std::vector<Ward> wardsOf(store::Device& device) {
    const sync::Cursors scopes = device.replica().nextPull(std::chrono::seconds(0)).cursors;
    return listOf<Ward>(device, "ward", "name", [&scopes](const Record& record) -> std::optional<Ward> {
        if (!scopes.contains(domain::wardScope(record.id)))
            return std::nullopt;
        return Ward{idOf(record.id), textOf(record, "name")};
    });
}

std::vector<StaffMember> staffOf(store::Device& device, const Uuid& ward) {
    auto staff = listOf<StaffMember>(
        device, "staff", "job_number", [&ward](const Record& record) -> std::optional<StaffMember> {
            return StaffMember{idOf(record.id), textOf(record, "display_name"), textOf(record, "title"),
                               textOf(record, "role"), referenceOf(record, "ward") == ward};
        });
    std::stable_partition(staff.begin(), staff.end(), [](const StaffMember& one) { return one.ofTheWard; });
    return staff;
}

/// The finest links of care; those of a stay in hospital, which lie below another one, come first.
std::vector<CareLink> careLinksOf(store::Device& device) {
    struct Link {
        Uuid id, broader;
        CareLink words;
    };
    auto links = listOf<Link>(device, "category", "name", [](const Record& record) -> std::optional<Link> {
        if (textOf(record, "tree") != QStringLiteral("care_link"))
            return std::nullopt;
        return Link{record.id, referenceOf(record, "broader"),
                    CareLink{textOf(record, "code"), textOf(record, "name")}};
    });
    std::set<Uuid> broader;
    for (const Link& link : links)
        broader.insert(link.broader);
    std::erase_if(links, [&broader](const Link& link) { return broader.contains(link.id); });
    std::stable_partition(links.begin(), links.end(),
                          [](const Link& link) { return !link.broader.isNull(); });
    std::vector<CareLink> words;
    for (Link& link : links)
        words.push_back(std::move(link.words));
    return words;
}

std::vector<Department> departmentsOf(store::Device& device) {
    return listOf<Department>(device, "department", "name",
                              [](const Record& record) -> std::optional<Department> {
                                  return Department{idOf(record.id), textOf(record, "name"),
                                                    textOf(record, "phone"), textOf(record, "head_phone")};
                              });
}

struct Stay {
    Uuid id;
    QString patientRef;
    QDateTime admittedAt;
};

/// Who lies where now. Of two at one bed, who came last.
std::map<Uuid, Stay> staysByBed(store::Device& device, const Uuid& ward, const QDateTime& now,
                                bool& anyKnown) {
    std::map<Uuid, Stay> stays;
    device.visitAll("stay", [&](const Record& record) {
        const QDateTime left = timeOf(record, "discharged_at");
        const Uuid bed = referenceOf(record, "bed");
        if (referenceOf(record, "ward") != ward || (left.isValid() && left <= now))
            return;
        anyKnown = true;
        Stay stay{record.id, textOf(record, "patient_ref"), timeOf(record, "admitted_at")};
        const auto there = stays.find(bed);
        if (there == stays.end() || there->second.admittedAt < stay.admittedAt)
            stays[bed] = std::move(stay);
    });
    return stays;
}

Seen seenOf(const Record& visit) {
    const QString outcome = textOf(visit, "outcome");
    return outcome == QStringLiteral("refused")  ? Seen::Refused
           : outcome == QStringLiteral("absent") ? Seen::Absent
                                                 : Seen::Visited;
}

/// One of today's visits. Whoever was seen once today was seen, whatever was tried before or after; of other
/// tries the last one stands.
struct TodaysVisit {
    Seen seen = Seen::NotYet;
    QDateTime at;
    QString by;

    void join(TodaysVisit other) {
        const bool othersCount = (other.seen == Seen::Visited) != (seen == Seen::Visited)
                                     ? other.seen == Seen::Visited
                                     : !at.isValid() || other.at > at;
        if (othersCount)
            *this = std::move(other);
    }
};

/// By the stay that was visited where one is named, else by the bed.
struct Rounds {
    std::map<Uuid, TodaysVisit> today;
    std::map<Uuid, Uuid> bedOfVisit; ///< today's visits that name no stay
};

Rounds roundsOf(store::Device& device, const QDate& today, const std::map<Uuid, QString>& names) {
    Rounds rounds;
    device.visitAll("visit", [&](const Record& record) {
        const QDateTime at = timeOf(record, "visited_at");
        if (at.date() != today)
            return;
        const Uuid stay = referenceOf(record, "stay");
        const Uuid bed = referenceOf(record, "bed");
        const auto by = names.find(referenceOf(record, "visited_by"));
        rounds.today[stay.isNull() ? bed : stay].join(
            {seenOf(record), at, by == names.end() ? QString() : by->second});
        if (stay.isNull())
            rounds.bedOfVisit[record.id] = bed;
    });
    return rounds;
}

/// When a card was handed out: by stay, or, where nobody is known to lie, by the bed of a visit of today.
std::map<Uuid, QDateTime> cardsOf(store::Device& device, const Rounds& rounds) {
    std::map<Uuid, QDateTime> cards;
    device.visitAll("card_handout", [&](const Record& record) {
        Uuid whose = referenceOf(record, "stay");
        if (whose.isNull()) {
            const auto visit = rounds.bedOfVisit.find(referenceOf(record, "visit"));
            if (visit == rounds.bedOfVisit.end())
                return;
            whose = visit->second;
        }
        cards[whose] = std::max(cards[whose], timeOf(record, "given_at"));
    });
    return cards;
}

void readBeds(store::Device& device, WardPicture& picture, const Uuid& ward, const QDate& today) {
    std::map<Uuid, QString> names;
    for (const StaffMember& one : picture.staff)
        names[*Uuid::parse(one.id.toStdString())] = one.name;
    const auto now = QDateTime::fromMSecsSinceEpoch(device.clock().wall().time_since_epoch().count());
    const auto stays = staysByBed(device, ward, now, picture.staysKnown);
    const Rounds rounds = roundsOf(device, today, names);
    const auto cards = cardsOf(device, rounds);
    picture.beds = listOf<Bed>(device, "bed", "label", [&](const Record& record) -> std::optional<Bed> {
        if (referenceOf(record, "ward") != ward)
            return std::nullopt;
        Bed bed;
        bed.id = idOf(record.id);
        bed.label = textOf(record, "label");
        Uuid whose = record.id;
        if (const auto stay = stays.find(record.id); stay != stays.end()) {
            whose = stay->second.id;
            bed.stayId = idOf(whose);
            bed.patientRef = stay->second.patientRef;
            const QDate admitted = stay->second.admittedAt.date();
            bed.dayOfStay =
                admitted.isValid() ? std::max(0, static_cast<int>(admitted.daysTo(today)) + 1) : 0;
        }
        if (const auto visit = rounds.today.find(whose); visit != rounds.today.end()) {
            bed.seen = visit->second.seen;
            bed.seenAt = visit->second.at;
            bed.seenBy = visit->second.by;
        }
        bed.free = picture.staysKnown && bed.stayId.isEmpty() && bed.seen == Seen::NotYet;
        if (const auto card = cards.find(whose); card != cards.end())
            bed.cardGivenAt = card->second;
        return bed;
    });
}

} // namespace

WardPicture readWard(store::Device& device, const QString& wanted, const QDate& today) {
    WardPicture picture;
    picture.wards = wardsOf(device);
    picture.departments = departmentsOf(device);
    picture.careLinks = careLinksOf(device);
    if (picture.wards.empty())
        return picture;
    const auto shown = std::find_if(picture.wards.begin(), picture.wards.end(),
                                    [&wanted](const Ward& ward) { return ward.id == wanted; });
    picture.ward = shown == picture.wards.end() ? picture.wards.front() : *shown;
    const Uuid ward = *Uuid::parse(picture.ward.id.toStdString());
    picture.staff = staffOf(device, ward);
    readBeds(device, picture, ward, today);
    return picture;
}

} // namespace lianxin::ward

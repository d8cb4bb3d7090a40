// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/hub/hub_and_desk.h"

#include "sync/round/round.h"

#include <stdexcept>

namespace lianxin::hub {

namespace {

platform::OpenMode modeFor(const HubFolder& folder) {
    return std::filesystem::exists(folder.store()) ? platform::OpenMode::MustExist
                                                   : platform::OpenMode::Create;
}

void set(sync::Record& record, std::string_view field, sync::Value value) {
    record.shown.at(record.type->indexOf(field).value()) = std::move(value);
}

constexpr std::int64_t someTime = 1'770'000'000'000;

sync::HubAnswer answerOf(sync::Hub& hub, sync::DeviceNumber device, const sync::HubRequest& request) {
    sync::HubAnswer answer;
    const auto take = [&answer](auto result) {
        std::visit([&answer](auto&& one) { answer = std::forward<decltype(one)>(one); }, std::move(result));
    };
    hub.begin();
    if (const auto* hello = std::get_if<sync::Hello>(&request))
        take(hub.hello(device, *hello));
    else if (const auto* push = std::get_if<sync::Push>(&request))
        take(hub.push(device, *push));
    else
        take(hub.pull(device, std::get<sync::Pull>(request), {}));
    const sync::Mark mark = hub.commit();
    std::visit(
        [&mark](auto& one) {
            if constexpr (!std::is_same_v<std::decay_t<decltype(one)>, sync::FailureAnswer>)
                one.mark = mark;
        },
        answer);
    return answer;
}

} // namespace

HubAndDesk::HubAndDesk(const std::filesystem::path& folder)
    : folder_(folder),
      open_(folder_, modeFor(folder_), [](std::string_view) {}),
      access_(folder_, open_.clock(), open_.rules(), open_.hub()),
      desk_(platform::Database::openMemory(), open_.schema(), open_.clock(), random_) {
    hub().begin();
    device_ = hub().enrol("desk", "desk", {"*"}, std::to_string(random_.next())).number;
    hub().commit();
}

void HubAndDesk::saveEvent(const sync::Uuid& matter, const std::string& step) {
    sync::Record event = sync::emptyRecord(*open_.schema().find("matter_event"), {});
    set(event, "matter", matter);
    set(event, "step", step);
    set(event, "occurred_at", someTime);
    if (!desk_.create(event))
        throw std::runtime_error("the event was not saved");
}

sync::Uuid HubAndDesk::registerMatter() {
    sync::Record matter = sync::emptyRecord(*open_.schema().find("matter"), {});
    set(matter, "kind", "complaint");
    set(matter, "channel", "internal");
    set(matter, "source", "visit");
    set(matter, "content", "等候太久。");
    set(matter, "problem", "等候超过一小时。");
    set(matter, "respondent_unnamed", std::int64_t{1});
    set(matter, "complaint_time", someTime);
    set(matter, "raised_at", someTime);
    const auto saved = desk_.create(matter);
    if (!saved)
        throw std::runtime_error("the matter was not saved");
    saveEvent(saved->id, "submit");
    saveEvent(saved->id, "register");
    syncDesk();
    return saved->id;
}

std::optional<sync::Record> HubAndDesk::matterAtHub(const sync::Uuid& id) {
    auto row = hub().tables().of(*open_.schema().find("matter")).find(id);
    return row ? std::optional(std::move(row->record)) : std::nullopt;
}

void HubAndDesk::syncDesk() {
    sync::Round round(desk_, {});
    while (round.phase() != sync::RoundPhase::Closed) {
        while (const auto request = round.next())
            round.answered(request->ticket, answerOf(hub(), device_, request->message));
        round.work();
    }
    if (round.failure())
        throw std::runtime_error("the round failed: " + round.failure()->code);
}

} // namespace lianxin::hub

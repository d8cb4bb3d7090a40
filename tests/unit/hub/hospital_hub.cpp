// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/hub/hospital_hub.h"

#include "sync/wire/decode.h"
#include "sync/wire/encode.h"

#include <stdexcept>

namespace lianxin::hub {

using namespace lianxin::sync;

namespace {

constexpr platform::WallTime someDay{Milliseconds{1'770'000'000'000}};

template <class Answer>
Answer taken(HubResult<Answer> result) {
    if (const auto* refused = std::get_if<FailureAnswer>(&result))
        throw std::runtime_error("refused as a whole: " + refused->failure.code);
    return std::get<Answer>(std::move(result));
}

} // namespace

HospitalHub::HospitalHub()
    : schema_(domain::makeHospitalSchema()),
      rules_(schema_),
      clock_(someDay),
      random_(7),
      hub_(platform::Database::openMemory(), schema_, rules_, clock_, random_) {}

DeviceNumber HospitalHub::enrol(const std::string& role, const std::vector<Scope>& scopes) {
    hub_.begin();
    const DeviceNumber number = hub_.enrol("device", role, scopes, std::to_string(machines_.size())).number;
    hub_.commit();
    machines_[number].writer = WriterId{1000 + machines_.size()};
    return number;
}

Record HospitalHub::record(DeviceNumber device, std::string_view type,
                           std::initializer_list<std::pair<const char*, Value>> fields) {
    Uuid id;
    id.bytes[0] = 1;
    ++ids_;
    for (std::size_t i = 0; i < 8; ++i)
        id.bytes[15 - i] = static_cast<std::uint8_t>(ids_ >> (8 * i));
    Record made = emptyRecord(*schema_.find(type), id);
    made.cover = {write(device, {}).dot, Stamp::at(clock_.wall()), {}};
    for (const auto& [name, value] : fields)
        made.shown.at(made.type->indexOf(name).value()) = value;
    return made;
}

Record HospitalHub::complaint(DeviceNumber device) {
    const std::int64_t time = clock_.wall().time_since_epoch().count();
    return record(device, "matter",
                  {{"kind", std::string("complaint")},
                   {"channel", std::string("internal")},
                   {"source", std::string("visit")},
                   {"content", std::string("等候太久。")},
                   {"problem", std::string("等候超过一小时。")},
                   {"respondent_unnamed", std::int64_t{1}},
                   {"complaint_time", time},
                   {"raised_at", time}});
}

Record HospitalHub::step(DeviceNumber device, const Uuid& matter, const char* step) {
    return record(device, "matter_event",
                  {{"matter", matter},
                   {"step", std::string(step)},
                   {"occurred_at", clock_.wall().time_since_epoch().count()}});
}

Write HospitalHub::write(DeviceNumber device, Value value) {
    Machine& machine = machines_.at(device);
    Write made;
    made.dot = {machine.writer, ++machine.sequence};
    made.stamp = Stamp::at(clock_.wall());
    made.value = std::move(value);
    return made;
}

PushAnswer HospitalHub::push(DeviceNumber device, std::vector<Record> records) {
    Machine& machine = machines_.at(device);
    if (machine.round == 0) {
        Hello opening;
        opening.writer = machine.writer;
        machine.round = taken(hello(opening, device)).round;
    }
    Push push;
    push.round = machine.round;
    push.writer = machine.writer;
    push.after = machine.pushed;
    for (Record& record : records) {
        PushedRecord& pushed = push.records.emplace_back();
        pushed.record = std::move(record);
        pushed.position = ++machine.pushed;
    }
    push.through = machine.pushed;
    hub_.begin();
    auto answer = taken(hub_.push(device, std::move(push)));
    answer.mark = hub_.commit();
    return answer;
}

HubResult<HelloAnswer> HospitalHub::hello(const Hello& hello, DeviceNumber device) {
    hub_.begin();
    auto answer = hub_.hello(device, hello);
    hub_.commit();
    return answer;
}

PullAnswer HospitalHub::pull(DeviceNumber device, const Cursors& cursors) {
    hub_.begin();
    auto answer = taken(hub_.pull(device, {{}, cursors, {}}, {}));
    answer.mark = hub_.commit();
    return answer;
}

std::vector<PulledRecord> HospitalHub::pullAll(DeviceNumber device) {
    std::vector<PulledRecord> all;
    Cursors cursors;
    for (bool more = true; more;) {
        const std::string json = encode(pull(device, cursors));
        auto page = decodePullAnswer(json, schema_, {});
        if (!page)
            throw std::runtime_error("a page of " + std::to_string(json.size()) + " bytes cannot be read: " +
                                     std::string(nameOf(page.error().kind)) + " " + page.error().where);
        const std::string question = encode(Pull{page->mark, page->cursors, {}});
        if (!decodePull(question, {}))
            throw std::runtime_error("the next pull cannot be read");
        more = page->more;
        cursors = page->cursors;
        std::move(page->records.begin(), page->records.end(), std::back_inserter(all));
    }
    return all;
}

std::optional<Record> HospitalHub::held(const Record& record) {
    auto row = hub_.tables().of(*record.type).find(record.id);
    return row ? std::optional(std::move(row->record)) : std::nullopt;
}

} // namespace lianxin::hub

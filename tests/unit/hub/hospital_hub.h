// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A hub of a hospital in memory, and devices that are nothing but what the test says they send: for what no
// program of ours would push.

#include "app/domain/schema.h"
#include "app/hub/hospital_rules.h"
#include "sync/hub/hub.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace lianxin::hub {

class HospitalHub {
public:
    HospitalHub();

    sync::Hub& hub() { return hub_; }
    const sync::Schema& schema() const { return schema_; }
    platform::ManualClock& clock() { return clock_; }

    sync::DeviceNumber enrol(const std::string& role, const std::vector<sync::Scope>& scopes);
    /// A record with a new id and a cover of this device's next write.
    sync::Record record(sync::DeviceNumber device, std::string_view type,
                        std::initializer_list<std::pair<const char*, sync::Value>> fields);
    sync::Record complaint(sync::DeviceNumber device);
    sync::Record step(sync::DeviceNumber device, const sync::Uuid& matter, const char* step);
    /// A write of this device that nothing else has named.
    sync::Write write(sync::DeviceNumber device, sync::Value value);

    /// Pushes in a round of its own where there is none yet. Throws when the push as a whole is refused.
    sync::PushAnswer push(sync::DeviceNumber device, std::vector<sync::Record> records);
    sync::HubResult<sync::HelloAnswer> hello(const sync::Hello& hello, sync::DeviceNumber device);
    /// One page.
    sync::PullAnswer pull(sync::DeviceNumber device, const sync::Cursors& cursors);
    /// Every page, each read from its form on the wire. Throws when one cannot be read.
    std::vector<sync::PulledRecord> pullAll(sync::DeviceNumber device);
    std::optional<sync::Record> held(const sync::Record& record);

private:
    struct Machine {
        sync::WriterId writer;
        sync::LocalSequence sequence = 0;
        sync::LocalSequence pushed = 0;
        std::uint64_t round = 0;
    };

    sync::Schema schema_;
    HospitalRules rules_;
    platform::ManualClock clock_;
    platform::SeededRandom random_;
    sync::Hub hub_;
    std::map<sync::DeviceNumber, Machine> machines_;
    std::uint64_t ids_ = 0;
};

} // namespace lianxin::hub

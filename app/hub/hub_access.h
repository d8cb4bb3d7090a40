// SPDX-License-Identifier: GPL-3.0-or-later
// How an administrator's command reaches the hub: in this process when nobody serves, and between the
// requests of the devices when somebody does. The commands are written once, against this.
#pragma once

#include "app/hub/hub_folder.h"
#include "sync/hub/service.h"

#include <nlohmann/json.hpp>

#include <functional>

namespace lianxin::hub {

class HubAccess {
public:
    /// May throw terminal::Trouble, but only before it has changed anything.
    using Work = std::function<nlohmann::json(sync::Hub&)>;

    HubAccess(const HubFolder& folder, const platform::Clock& clock, const sync::Schema& schema,
              const sync::HubRules& rules)
        : folder_(folder), clock_(clock), schema_(schema), rules_(rules) {}
    HubAccess(const HubAccess&) = delete;
    HubAccess& operator=(const HubAccess&) = delete;
    virtual ~HubAccess() = default;

    /// Runs the work inside a group of its own or of others; durable on return. Throws what the work threw,
    /// or what the storage did.
    virtual nlohmann::json inGroup(const Work& work) = 0;

    const HubFolder& folder() const { return folder_; }
    const platform::Clock& clock() const { return clock_; }
    const sync::Schema& schema() const { return schema_; }
    const sync::HubRules& rules() const { return rules_; }

private:
    const HubFolder& folder_;
    const platform::Clock& clock_;
    const sync::Schema& schema_;
    const sync::HubRules& rules_;
};

/// Nobody serves: this process has the hub for itself.
class DirectAccess final : public HubAccess {
public:
    DirectAccess(const HubFolder& folder, const platform::Clock& clock, const sync::HubRules& rules,
                 sync::Hub& hub)
        : HubAccess(folder, clock, hub.schema(), rules), hub_(hub) {}

    nlohmann::json inGroup(const Work& work) override;

private:
    sync::Hub& hub_;
};

/// Waits for its turn on the thread that serves the devices. Not for that thread itself.
class ServingAccess final : public HubAccess {
public:
    ServingAccess(const HubFolder& folder, const platform::Clock& clock, const sync::Schema& schema,
                  const sync::HubRules& rules, sync::HubService& service)
        : HubAccess(folder, clock, schema, rules), service_(service) {}

    nlohmann::json inGroup(const Work& work) override;

private:
    sync::HubService& service_;
};

} // namespace lianxin::hub

// SPDX-License-Identifier: GPL-3.0-or-later
// The hub and everything it needs, in the order in which it is made and in the reverse of which it ends.
#pragma once

#include "app/hub/hospital_rules.h"
#include "app/hub/hub_folder.h"

#include <functional>
#include <string>
#include <string_view>

namespace lianxin::hub {

using Log = std::function<void(std::string_view)>;

class OpenHub {
public:
    /// Opens the folder's store. Throws platform::AlreadyOpen, platform::StorageError or sync::NewerFile; a
    /// store that is damaged is left as it is.
    /// Compares the store with what lies beside it: a store that was put back without anyone's word begins a
    /// new number series, and what was erased is erased again.
    OpenHub(const HubFolder& folder, platform::OpenMode mode, const Log& log);

    const platform::Clock& clock() const { return clock_; }
    const sync::Schema& schema() const { return schema_; }
    const sync::HubRules& rules() const { return rules_; }
    sync::Hub& hub() { return hub_; }

private:
    platform::SystemClock clock_;
    platform::SystemRandom random_;
    sync::Schema schema_;
    HospitalRules rules_;
    sync::Hub hub_;
};

/// Notes at the hub every backup that is kept and that the store, put back or rolled back, does not know of.
/// Inside a group.
void noteKeptBackups(sync::Hub& hub, const HubFolder& folder);

/// What must be true of a store before anyone uses it; see OpenHub.
void settleHistory(sync::Hub& hub, const HubFolder& folder, const Log& log);

} // namespace lianxin::hub

// SPDX-License-Identifier: GPL-3.0-or-later
// Saving what the desk changed in a matter, and registering it. No Qt.
#pragma once

#include "app/store/device.h"

#include <string>
#include <vector>

namespace lianxin::desk {

enum class SaveFaultWord { None, DiskFull, DiskFailed, NotAccepted, Missing };

struct SaveOutcome {
    SaveFaultWord fault = SaveFaultWord::None;
    std::string field;                ///< the one that is not accepted
    std::vector<std::string> missing; ///< what registration still lacks, by field name
};

enum class ThenRegister { No, Yes };

/// Saves the changes of a matter and then, if it is to be registered, its events: the hub judges the
/// registration by the matter as it stands before it. Where a key element of the register would still be
/// missing nothing is saved at all. Fields that did not change are not among the changes.
SaveOutcome saveMatter(store::Device& device, const sync::Uuid& id,
                       const std::vector<sync::FieldChange>& changes, ThenRegister then);

/// Saves one change, of a matter or of any other record.
SaveOutcome saveChanges(store::Device& device, const sync::RecordType& type, const sync::Uuid& id,
                        const std::vector<sync::FieldChange>& changes);

SaveOutcome outcomeOf(const sync::SaveError& error);

} // namespace lianxin::desk

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ward/saving.h"

#include <QtGlobal>

namespace lianxin::ward {

Saving::Fault Saving::faultOf(const sync::SaveError& error) {
    if (!error.detail.empty())
        qWarning("not saved: %s", error.detail.c_str());
    switch (error.fault) {
    case sync::SaveFault::StorageFull:
        return DiskFull;
    case sync::SaveFault::StorageFailed:
        return DiskFailed;
    case sync::SaveFault::Content:
    case sync::SaveFault::NoSuchRecord:
    case sync::SaveFault::AlreadyExists:
        return NotAccepted;
    }
    return NotAccepted;
}

void Saving::set(bool busy, Fault fault) {
    busy_ = busy;
    fault_ = fault;
    emit changed();
}

} // namespace lianxin::ward

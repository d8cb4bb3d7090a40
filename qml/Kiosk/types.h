// SPDX-License-Identifier: GPL-3.0-or-later
// Which classes of app/kiosk the pages know, and by what names.
#pragma once

#include "app/kiosk/kiosk.h"

#include <QtQml/qqml.h>

namespace lianxin::qml {

struct KioskType {
    Q_GADGET
    QML_FOREIGN(lianxin::kiosk::Kiosk)
    QML_NAMED_ELEMENT(Kiosk)
    QML_UNCREATABLE("made by the program")
};

struct MatterDraftType {
    Q_GADGET
    QML_FOREIGN(lianxin::kiosk::MatterDraft)
    QML_NAMED_ELEMENT(MatterDraft)
    QML_UNCREATABLE("the kiosk's")
};

struct MatterLookupType {
    Q_GADGET
    QML_FOREIGN(lianxin::kiosk::MatterLookup)
    QML_NAMED_ELEMENT(MatterLookup)
    QML_UNCREATABLE("the kiosk's")
};

struct IdleWatchType {
    Q_GADGET
    QML_FOREIGN(lianxin::kiosk::IdleWatch)
    QML_NAMED_ELEMENT(IdleWatch)
    QML_UNCREATABLE("the kiosk's")
};

} // namespace lianxin::qml

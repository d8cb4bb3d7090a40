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

} // namespace lianxin::qml

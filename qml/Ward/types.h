// SPDX-License-Identifier: GPL-3.0-or-later
// Which classes of app/ward the pages know, and by what names.
#pragma once

#include "app/ward/bed_list.h"
#include "app/ward/bedside_form.h"
#include "app/ward/draft_keeper.h"
#include "app/ward/patient_lock.h"
#include "app/ward/receiver_entry.h"
#include "app/ward/rows.h"
#include "app/ward/saving.h"
#include "app/ward/ward_face.h"

#include <QtQml/qqml.h>

namespace lianxin::qml {

struct WardFaceType {
    Q_GADGET
    QML_FOREIGN(lianxin::ward::WardFace)
    QML_NAMED_ELEMENT(WardFace)
    QML_UNCREATABLE("made by the program")
};

struct BedListType {
    Q_GADGET
    QML_FOREIGN(lianxin::ward::BedList)
    QML_NAMED_ELEMENT(BedList)
    QML_UNCREATABLE("the ward's")
};

struct BedsideFormType {
    Q_GADGET
    QML_FOREIGN(lianxin::ward::BedsideForm)
    QML_NAMED_ELEMENT(BedsideForm)
    QML_UNCREATABLE("the ward's")
};

struct ReceiverEntryType {
    Q_GADGET
    QML_FOREIGN(lianxin::ward::ReceiverEntry)
    QML_NAMED_ELEMENT(ReceiverEntry)
    QML_UNCREATABLE("the ward's")
};

struct PatientLockType {
    Q_GADGET
    QML_FOREIGN(lianxin::ward::PatientLock)
    QML_NAMED_ELEMENT(PatientLock)
    QML_UNCREATABLE("the ward's")
};

struct SavingType {
    Q_GADGET
    QML_FOREIGN(lianxin::ward::Saving)
    QML_NAMED_ELEMENT(Saving)
    QML_UNCREATABLE("a form's")
};

struct DraftKeeperType {
    Q_GADGET
    QML_FOREIGN(lianxin::ward::DraftKeeper)
    QML_NAMED_ELEMENT(DraftKeeper)
    QML_UNCREATABLE("the ward's")
};

struct RowsType {
    Q_GADGET
    QML_FOREIGN(lianxin::ward::Rows)
    QML_NAMED_ELEMENT(Rows)
    QML_UNCREATABLE("the ward's")
};

} // namespace lianxin::qml

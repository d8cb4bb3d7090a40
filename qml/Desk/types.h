// SPDX-License-Identifier: GPL-3.0-or-later
// Which classes of app/desk the pages know, and by what names.
#pragma once

#include "app/desk/desk.h"
#include "app/desk/device_list.h"
#include "app/desk/evidence_draft.h"
#include "app/desk/evidence_list.h"

#include <QtQml/qqml.h>

namespace lianxin::qml {

struct DeviceListType {
    Q_GADGET
    QML_FOREIGN(lianxin::desk::DeviceList)
    QML_NAMED_ELEMENT(DeviceList)
    QML_UNCREATABLE("the desk's")
};

struct RegisterBookType {
    Q_GADGET
    QML_FOREIGN(lianxin::desk::RegisterBook)
    QML_NAMED_ELEMENT(RegisterBook)
    QML_UNCREATABLE("the desk's")
};

struct DeskType {
    Q_GADGET
    QML_FOREIGN(lianxin::desk::Desk)
    QML_NAMED_ELEMENT(Desk)
    QML_UNCREATABLE("made by the program")
};

struct IndexKeeperType {
    Q_GADGET
    QML_FOREIGN(lianxin::desk::IndexKeeper)
    QML_NAMED_ELEMENT(IndexKeeper)
    QML_UNCREATABLE("the desk's")
};

struct InboxType {
    Q_GADGET
    QML_FOREIGN(lianxin::desk::Inbox)
    QML_NAMED_ELEMENT(Inbox)
    QML_UNCREATABLE("the desk's")
};

struct MatterSheetType {
    Q_GADGET
    QML_FOREIGN(lianxin::desk::MatterSheet)
    QML_NAMED_ELEMENT(MatterSheet)
    QML_UNCREATABLE("the desk's")
};

struct MatterFormType {
    Q_GADGET
    QML_FOREIGN(lianxin::desk::MatterForm)
    QML_NAMED_ELEMENT(MatterForm)
    QML_UNCREATABLE("the desk's")
};

struct TimelineModelType {
    Q_GADGET
    QML_FOREIGN(lianxin::desk::TimelineModel)
    QML_NAMED_ELEMENT(TimelineModel)
    QML_UNCREATABLE("the desk's")
};

struct VersionsSheetType {
    Q_GADGET
    QML_FOREIGN(lianxin::desk::VersionsSheet)
    QML_NAMED_ELEMENT(VersionsSheet)
    QML_UNCREATABLE("the desk's")
};

struct ResponseSheetType {
    Q_GADGET
    QML_FOREIGN(lianxin::desk::ResponseSheet)
    QML_NAMED_ELEMENT(ResponseSheet)
    QML_UNCREATABLE("the desk's")
};

struct EvidenceListType {
    Q_GADGET
    QML_FOREIGN(lianxin::desk::EvidenceList)
    QML_NAMED_ELEMENT(EvidenceList)
    QML_UNCREATABLE("the desk's")
};

struct ShownEvidenceType {
    Q_GADGET
    QML_FOREIGN(lianxin::desk::ShownEvidence)
    QML_NAMED_ELEMENT(ShownEvidence)
    QML_UNCREATABLE("the desk's")
};

struct EvidenceDraftType {
    Q_GADGET
    QML_FOREIGN(lianxin::desk::EvidenceDraft)
    QML_NAMED_ELEMENT(EvidenceDraft)
    QML_UNCREATABLE("the desk's")
};

struct SyncSheetType {
    Q_GADGET
    QML_FOREIGN(lianxin::desk::SyncSheet)
    QML_NAMED_ELEMENT(SyncSheet)
    QML_UNCREATABLE("the desk's")
};

} // namespace lianxin::qml

// SPDX-License-Identifier: GPL-3.0-or-later
// Which classes of app/window the pages know, and by what names.
#pragma once

#include "app/window/directory.h"
#include "app/window/files/folder_list.h"
#include "app/window/form_shelf.h"
#include "app/window/form_sitting.h"
#include "app/window/hospital_face.h"
#include "app/window/input/ink_area.h"
#include "app/window/language.h"
#include "app/window/picture/picture_view.h"
#include "app/window/print/printing.h"
#include "app/window/qr_code.h"
#include "app/window/stick/stick.h"
#include "app/window/store_link.h"
#include "app/window/theme.h"

#include <QtQml/qqml.h>

namespace lianxin::qml {

struct ThemeType {
    Q_GADGET
    QML_FOREIGN(lianxin::window::Theme)
    QML_NAMED_ELEMENT(Theme)
    QML_SINGLETON
};

struct StoreLinkType {
    Q_GADGET
    QML_FOREIGN(lianxin::window::StoreLink)
    QML_NAMED_ELEMENT(StoreLink)
    QML_UNCREATABLE("made by the program")
};

struct HospitalFaceType {
    Q_GADGET
    QML_FOREIGN(lianxin::window::HospitalFace)
    QML_NAMED_ELEMENT(HospitalFace)
    QML_UNCREATABLE("made by the program")
};

struct DirectoryType {
    Q_GADGET
    QML_FOREIGN(lianxin::window::Directory)
    QML_NAMED_ELEMENT(Directory)
    QML_UNCREATABLE("made by the program")
};

struct PrintingType {
    Q_GADGET
    QML_FOREIGN(lianxin::window::Printing)
    QML_NAMED_ELEMENT(Printing)
    QML_UNCREATABLE("made by the program")
};

struct StickType {
    Q_GADGET
    QML_FOREIGN(lianxin::window::Stick)
    QML_NAMED_ELEMENT(Stick)
    QML_UNCREATABLE("made by the program")
};

struct FolderListType {
    Q_GADGET
    QML_FOREIGN(lianxin::window::FolderList)
    QML_NAMED_ELEMENT(FolderList)
    QML_UNCREATABLE("made by the program")
};

struct FormShelfType {
    Q_GADGET
    QML_FOREIGN(lianxin::window::FormShelf)
    QML_NAMED_ELEMENT(FormShelf)
    QML_UNCREATABLE("made by the program")
};

struct FormSittingType {
    Q_GADGET
    QML_FOREIGN(lianxin::window::FormSitting)
    QML_NAMED_ELEMENT(FormSitting)
    QML_UNCREATABLE("made by the program")
};

struct LanguageType {
    Q_GADGET
    QML_FOREIGN(lianxin::window::Language)
    QML_NAMED_ELEMENT(Language)
    QML_UNCREATABLE("made by the program")
};

struct QrCodeType {
    Q_GADGET
    QML_FOREIGN(lianxin::window::QrCode)
    QML_NAMED_ELEMENT(QrCode)
};

struct PictureViewType {
    Q_GADGET
    QML_FOREIGN(lianxin::window::PictureView)
    QML_NAMED_ELEMENT(PictureView)
};

struct ComposerType {
    Q_GADGET
    QML_FOREIGN(lianxin::window::Composer)
    QML_NAMED_ELEMENT(Composer)
};

struct InkAreaType {
    Q_GADGET
    QML_FOREIGN(lianxin::window::InkArea)
    QML_NAMED_ELEMENT(InkArea)
};

} // namespace lianxin::qml

// SPDX-License-Identifier: GPL-3.0-or-later
// The pages are linked into the program, and nothing but their plug-ins' names says so.
#include <QtQml/qqmlextensionplugin.h>

Q_IMPORT_QML_PLUGIN(Lianxin_ControlsPlugin)
Q_IMPORT_QML_PLUGIN(Lianxin_KioskPlugin)
Q_IMPORT_QML_PLUGIN(Lianxin_DeskPlugin)
Q_IMPORT_QML_PLUGIN(Lianxin_WardPlugin)

// SPDX-License-Identifier: GPL-3.0-or-later
// Values as the desk shows and reads them.
#pragma once

#include "app/store/device.h"

#include <QDateTime>
#include <QString>

namespace lianxin::desk {

/// Milliseconds since 1970 as a time of this machine's zone; invalid where there is none.
QDateTime timeOf(const sync::Value& value);
QDateTime timeOf(sync::WallTime time);

/// What a person reads: a text, a time, the name of a referenced department. Sealed values are opened, so ask
/// only where a person asked for it.
QString readable(store::Device& device, const sync::Field& field, const sync::Value& value);

/// The name of the department a field refers to; empty where it is not known here.
QString departmentName(store::Device& device, const sync::Value& reference);

/// "2026-11-24 09:30" as people write it, the time of day or the year left out if they like. Nothing when it
/// is no time.
std::optional<QDateTime> readTime(const QString& typed, const QDate& today);
/// As readTime takes it; empty for an invalid one.
QString writeTime(const QDateTime& time);

} // namespace lianxin::desk

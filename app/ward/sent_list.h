// SPDX-License-Identifier: GPL-3.0-or-later
// What was saved at this device and how far it is: waiting, received by the hub, or not accepted and why. A
// row is one thing a person did; the records that were saved with it count in it.
#pragma once

#include "app/store/device.h"
#include "app/ward/rows.h"

namespace lianxin::ward {

/// The cells of a row, by name.
std::vector<QByteArray> sentCells();

/// The newest ones, and all that wait or were not accepted. Runs on the device's thread.
std::vector<Rows::Row> readSent(store::Device& device);

} // namespace lianxin::ward

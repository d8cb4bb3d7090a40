// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A ward tablet's folder with two beds, two of its staff and the opinion form, and no hub to talk to. It goes with the object.

#include "app/store/device.h"

#include <QTemporaryDir>

#include <initializer_list>
#include <utility>

namespace lianxin::ward {

using Fields = std::initializer_list<std::pair<const char*, sync::Value>>;

struct Ids {
    sync::Uuid ward, firstBed, secondBed, nurse, doctor, department, form;
};

class WardDevice {
public:
    WardDevice();

    std::filesystem::path folder() const { return folder_.path().toStdString(); }
    const Ids& ids() const { return ids_; }

private:
    QTemporaryDir folder_;
    Ids ids_;
};

/// Saves one record and gives its id back.
sync::Uuid save(store::Device& device, std::string_view type, Fields fields);
std::vector<sync::Record> recordsOfType(store::Device& device, std::string_view type);
std::string textIn(const sync::Record& record, std::string_view field);

} // namespace lianxin::ward

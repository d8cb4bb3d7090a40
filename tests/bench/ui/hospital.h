// SPDX-License-Identifier: GPL-3.0-or-later
// The hospital in which windows are measured: a hub, a kiosk and a desk, the sample hospital in their
// folders, and as many matters as wanted. All of it is made by a seeded generator and is gone afterwards.
#pragma once

#include "app/ctl/story_cast.h"
#include "app/store/device.h"

namespace lianxin::bench {

class Hospital {
public:
    Hospital();

    std::filesystem::path folder(const std::string& device) const { return cast_.file(device); }
    /// Makes matters, each with its first step, on a device that is not open. They wait to be sent.
    void makeMatters(const std::string& device, int count);
    void startHub() { cast_.startHub(); }
    void stopHub() { cast_.stopHub(); }

private:
    ctl::StoryCast cast_;
};

/// The same on a device that is open, on its own thread.
void makeMattersHere(store::Device& device, int count);

/// A questionnaire of so many items of all kinds, some of them opened by others, and a choice of so many
/// options as the last. FHIR R4, as text.
std::string largeForm(int items, int options);

} // namespace lianxin::bench

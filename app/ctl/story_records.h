// SPDX-License-Identifier: GPL-3.0-or-later
// What the people of the story write down. Invented, like the sample hospital.
#pragma once

#include "platform/clock/clock.h"
#include "platform/random/random.h"
#include "sync/record/uuid.h"

#include <nlohmann/json.hpp>

#include <string>

namespace lianxin::ctl {

/// The ward and the form of the sample hospital that the story plays with.
inline constexpr const char* storyWard = "01980000-000b-7000-8000-000000000001";
inline constexpr const char* storyForm = "01980000-000f-7000-8000-000000000001";

class StoryRecords {
public:
    StoryRecords() : ids_(clock_, random_) {}

    /// A list of filled questionnaires.
    nlohmann::json surveys(int count);
    /// A list of complaints raised at the kiosk, each with the step that submits it.
    nlohmann::json kioskMatters(int count);
    /// A list of bedside visits, cards handed out and suggestions heard in the ward.
    nlohmann::json wardRecords(int count);

private:
    std::string now() const;

    platform::SystemClock clock_;
    platform::SystemRandom random_;
    sync::UuidGenerator ids_;
};

} // namespace lianxin::ctl

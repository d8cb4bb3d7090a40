// SPDX-License-Identifier: GPL-3.0-or-later
// Somebody uses the windows while their frames are timed. frame_clock.h says what is timed.
#pragma once

#include "tests/bench/report.h"
#include "tests/bench/ui/hospital.h"

namespace lianxin::bench {

/// tap_to_paint_p95_ms: taps on the kiosk's controls over all its pages, normal and elder size; each tap
/// twice, from the touch to its pressed state and from the lifting to what follows.
void measureTaps(const Hospital& hospital, Report& report);

/// scroll_100k_p95_ms: the desk's inbox of 100,000 matters, while everything is sent and the index is made,
/// then flicked and dragged through all of it, searched, and with new matters coming in.
void measureScroll(Hospital& hospital, Report& report);

/// form_800_items_p95_ms: a questionnaire of 800 items and a choice of 50,000 options at the kiosk:
/// answering, going on and back, scrolling, and typing into the filter of the choice.
void measureForm(const Hospital& hospital, Report& report);

} // namespace lianxin::bench

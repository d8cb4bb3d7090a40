// SPDX-License-Identifier: GPL-3.0-or-later
// The first frame and the memory of the kiosk at home, against those of a bare QML window.
#pragma once

#include "tests/bench/report.h"

#include <filesystem>

namespace lianxin::bench {

/// first_frame: from the start of the process to its first frame shown. pss: what the window holds two
/// seconds later, shared pages counted by their share. Both programs are asked in the same way, by the line
/// that Qt logs for each frame, and by turns, `runs` times.
void measureFirstFrame(const std::filesystem::path& kioskFolder, int runs, Report& report);

} // namespace lianxin::bench

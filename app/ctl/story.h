// SPDX-License-Identifier: GPL-3.0-or-later
// The main job from beginning to end, played with the real programs over real sockets.
#pragma once

#include "app/ctl/command.h"

namespace lianxin::ctl {

/// Prints what happens, step by step, and ends with one line of JSON: saved, received, shown, conflicts,
/// failed. Done only when everything that was saved was received and shown, and nothing failed.
ExitStatus story(const Call& call);

} // namespace lianxin::ctl

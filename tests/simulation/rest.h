// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What must hold once every message has arrived and nobody does anything more.

#include "tests/simulation/simulated_world.h"

namespace lianxin::simulation {

/// Lets everything come to rest and looks at all of it. Throws Violation.
void checkAtRest(SimulatedWorld& world);
/// The part of it that is about blobs.
void checkBlobsAtRest(SimulatedWorld& world);

} // namespace lianxin::simulation

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Situations that chance brings about too rarely, and in which one rule of the store is all that helps. Each
// is provoked on a new note that two machines share, in whatever state the schedule has left the world.

#include "tests/simulation/people.h"

namespace lianxin::simulation {

class Situations {
public:
    Situations(SimulatedWorld& world, People& people) : world_(world), people_(people) {}

    /// One of them, if there are two machines for it.
    void provoke();

private:
    struct Shared {
        Machine& one;
        Machine& other;
        sync::Uuid note;
    };

    bool settle(Machine& machine);
    void backUpAll();
    std::optional<Shared> shareNote();
    void changeInOneMillisecond(const Shared& shared);
    void writeLoserAgain(const Shared& shared);
    void correctAfterPull(const Shared& shared);
    void moveOutOfSight(const Shared& shared);
    void loseScopeWithUnsent(const Shared& shared);
    void openRound(Machine& machine);
    void salvageWithUnsent(const Shared& shared);
    void editLive(const Shared& shared);
    void exchangeWords(Machine& machine);
    void loseThePicture(const Shared& shared);

    SimulatedWorld& world_;
    People& people_;
};

} // namespace lianxin::simulation

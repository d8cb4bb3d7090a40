// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/schedule.h"

#include "tests/simulation/rest.h"

namespace lianxin::simulation {

using namespace std::chrono_literals;

namespace {

constexpr std::size_t mostMachines = 5;

void letTimePass(SimulatedWorld& world) {
    if (world.chance(8))
        world.pass(std::chrono::milliseconds(1 + world.below(30'000)));
    else
        world.pass(std::chrono::milliseconds(1 + world.below(400)));
}

void disturbClock(SimulatedWorld& world, Machine& machine) {
    static constexpr std::array<std::chrono::milliseconds, 9> jumps{
        0s, 0s, -1000s, 400s, std::chrono::hours(24 * 3650), -std::chrono::hours(24 * 3650), 600s, -60s, 5s};
    world.setClock(machine, jumps[world.below(jumps.size())]);
    if (world.chance(50))
        world.restart(machine, true);
}

void disturbMachine(SimulatedWorld& world, Machine& machine, std::size_t choice) {
    if (choice < 20)
        world.restart(machine, world.chance(30));
    else if (choice < 35 && world.chance(50))
        world.keepImage(machine);
    else if (choice < 35 && world.machines.size() < mostMachines && world.chance(40))
        world.copyMachine(machine);
    else if (choice >= 35 && choice < 40)
        world.putBack(machine);
    else if (choice >= 40 && choice < 42)
        world.salvage(machine);
    else if (choice >= 42)
        disturbClock(world, machine);
}

void disturbHub(SimulatedWorld& world, Machine& machine, std::size_t choice) {
    if (choice < 13)
        world.backUp();
    else if (choice < 20)
        world.restoreHub(world.chance(40));
    else if (choice < 26)
        world.restartHub();
    else if (choice < 36)
        world.changeScopes(machine.device);
    else if (choice < 40 && !world.notes.empty())
        world.erase(world.notes[world.below(world.notes.size())]);
    else if (choice >= 40 && world.chance(50) && !world.notes.empty())
        world.intrude(world.notes[world.below(world.notes.size())]);
    else if (choice >= 40 && world.chance(50))
        world.spy();
    else if (choice >= 40)
        world.foretell();
}

void takeOneStep(SimulatedWorld& world, People& people) {
    letTimePass(world);
    Machine& machine = world.anyMachine();
    const std::size_t choice = world.below(1000);
    if (choice < 180)
        people.act(machine);
    else if (choice < 190)
        people.actTogether(machine, world.anyMachine());
    else if (choice < 200)
        people.openPage(machine);
    else if (choice < 206)
        world.saveStick(machine);
    else if (choice < 212)
        world.bringStick();
    else if (choice < 218)
        world.readStick();
    else if (choice < 440)
        world.send(machine);
    else if (choice < 665)
        world.carryRequests();
    else if (choice < 890)
        world.carryAnswer();
    else if (choice < 945)
        disturbMachine(world, machine, choice - 890);
    else if (choice < 990)
        disturbHub(world, machine, choice - 945);
    else
        people.cleanUp(machine, [&world](const sync::Row&) { return world.chance(30); });
}

} // namespace

Schedule::Schedule(const ScheduleOptions& options)
    : steps_(options.steps), world_({options.onDisk, options.print}) {
    spendFirstMorning();
}

void Schedule::spendFirstMorning() {
    for (const auto& machine : world_.machines) {
        people_.createIn(*machine, wards[machine->index]);
        world_.quietRound(*machine);
    }
    for (const auto& machine : world_.machines) {
        people_.changePhone(*machine, world_.notes.front());
        people_.changeTags(*machine, world_.notes.back());
        people_.act(*machine);
        world_.quietRound(*machine);
    }
}

void Schedule::playSteps(ScheduleOutcome& outcome) {
    // Towards the end, so that little is written over it.
    const bool directed = world_.chance(50);
    const int provokedAt = directed ? steps_ - 1 - static_cast<int>(world_.below(10)) : -1;
    for (; outcome.step < steps_; ++outcome.step)
        if (outcome.step == provokedAt)
            situations_.provoke();
        else
            takeOneStep(world_, people_);
    checkAtRest(world_);
}

ScheduleOutcome Schedule::play(std::uint64_t seed) {
    ScheduleOutcome outcome;
    try {
        world_.begin(seed);
        playSteps(outcome);
    } catch (const Violation& violation) {
        outcome.failure = violation.what();
    } catch (const std::exception& fault) {
        outcome.failure = std::string("the store failed: ") + fault.what();
    }
    outcome.digest = world_.trace.digest();
    return outcome;
}

} // namespace lianxin::simulation

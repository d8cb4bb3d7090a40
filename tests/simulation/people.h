// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The people of a schedule: they write notes, change them, and take steps, on whatever machine is before
// them, and what they saved is written down in the truth.

#include "tests/simulation/simulated_world.h"

namespace lianxin::simulation {

class People {
public:
    explicit People(SimulatedWorld& world) : world_(world) {}

    /// Somebody does something at this machine.
    void act(Machine& machine);
    /// At two machines the same note is changed in the same millisecond.
    void actTogether(Machine& one, Machine& other);
    /// Somebody writes a note for this ward.
    sync::Uuid createIn(Machine& machine, const sync::Scope& ward);
    /// Nothing happens where the note is not to be seen.
    void changePhone(Machine& machine, const sync::Uuid& note);
    /// Another field than the phone; from then on the whole note waits to be pushed.
    void changeTags(Machine& machine, const sync::Uuid& note);
    void move(Machine& machine, const sync::Uuid& note, const sync::Scope& ward);
    /// Somebody adds a picture to a note; now and then one that was added elsewhere already.
    void addPicture(Machine& machine, const sync::Uuid& note);
    /// Somebody opens a picture.
    void openPicture(Machine& machine);
    /// Somebody opens a note and leaves the page standing.
    void openPage(Machine& machine);
    /// The device's own clean-up: of what every backup holds, this leaves the disk.
    void cleanUp(Machine& machine, const std::function<bool(const sync::Row&)>& leaves);

private:
    std::optional<sync::Record> anyNote(Machine& machine);
    void create(Machine& machine);
    void create(Machine& machine, const sync::Record& draft);
    void step(Machine& machine, const sync::Record& note);
    void step(Machine& machine, const sync::Uuid& note, std::string_view kind, std::string_view target);
    void change(Machine& machine, const sync::Record& note);
    void save(Machine& machine, const sync::Record& note, const std::vector<sync::FieldChange>& changes);
    std::vector<sync::FieldChange> chosenChanges(const Machine& machine, const sync::Record& note);
    sync::FieldChange changeOfTags(const sync::Record& note);
    void noteSaved(Machine& machine, const sync::Saved& saved, const sync::Record& after,
                   const sync::Record* before, const std::vector<sync::FieldChange>& changes);
    void noteValue(Machine& machine, const sync::Saved& saved, const sync::Record& after,
                   const sync::Record* before, const sync::FieldChange& change);
    void noteCollapsed(Machine& machine, const sync::Record& before, const sync::Record& after,
                       SavedValue& value);
    std::string text() { return "v" + std::to_string(++texts_); }

    SimulatedWorld& world_;
    int texts_ = 0;
    std::vector<std::string> pictures_; ///< the bytes of all that were added
};

} // namespace lianxin::simulation

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The hub, the machines and the network of one schedule, and true time. Everything random comes from one
// seeded source, so a seed is a whole story. Whatever is done here is traced, and looked at while it happens.

#include "platform/clock/clock.h"
#include "sync/hub/hub.h"
#include "sync/round/round.h"
#include "tests/simulation/dice.h"
#include "tests/simulation/trace.h"
#include "tests/simulation/truth.h"
#include "tests/world/by_value.h"
#include "tests/world/medium.h"
#include "tests/world/ward_schema.h"

#include <array>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace lianxin::simulation {

inline const std::array<sync::Scope, 3> wards{"A", "B", "C"};

/// What a page showed when somebody opened it; it may be old when they save.
struct Page {
    sync::Uuid note;
    std::vector<sync::Dot> phone;
    std::vector<sync::Dot> text;
};

/// A disk as it was at some time.
struct DiskImage {
    platform::Database database;
    std::set<sync::Uuid> cleaned; ///< see Machine::cleaned
};

struct Machine {
    Machine(std::size_t place, platform::WallTime wall, std::uint64_t seed)
        : index(place), clock(wall), random(seed) {}

    std::size_t index;
    sync::DeviceNumber device = 0;
    platform::ManualClock clock;
    Dice random;
    std::unique_ptr<sync::Replica> replica;
    std::unique_ptr<sync::Round> round;
    std::uint64_t roundNumber = 0;
    std::optional<platform::WallTime> unworkedSince; ///< an answer is here and not written down yet
    std::vector<DiskImage> images;
    std::optional<Page> page;
    /// Values this disk held at some time since it was last put back; to leave it, they must be in every
    /// backup.
    std::set<WriteKey> held;
    std::set<sync::BlobAddress> heldBlobs; ///< the same of blobs, each as a whole
    std::set<std::string> learntBoots;     ///< the runs of the machine whose true time this disk knows
    /// The highest stamp that the reading of a stick changed. The hub gives what was carried the time of its
    /// coming, and what is written behind that may not be stamped before it.
    sync::Stamp carriedTo;
    std::set<sync::Uuid> cleaned; ///< records of its scopes that its own clean-up took off the disk
    /// Those that it took off at any time: the hub takes it that a device makes the history of an edit from what
    /// it had read before.
    std::set<sync::Uuid> everCleaned;
};

struct Message {
    std::size_t machine = 0;
    std::uint64_t round = 0;
    sync::Ticket ticket = 0;
    platform::WallTime sent{};
    sync::HubRequest request;
    sync::HubAnswer answer; ///< once it was served
};

struct KeptBackup {
    platform::Database image;
    std::string file;
    sync::Mark mark;
    std::map<std::int64_t, sync::LocalSequence> ledgers;
    platform::WallTime taken{};
};

struct Stick {
    sync::DeviceNumber device = 0;
    std::string file;
    std::string answer; ///< once the hub has taken the file
};

struct WorldOptions {
    bool onDisk = false;
    bool print = false;
};

class SimulatedWorld {
public:
    static constexpr std::size_t mostBackups = 3; ///< are kept

    /// The same world for every schedule: a hub, and devices that see everything.
    explicit SimulatedWorld(const WorldOptions& options);

    /// From here on everything is as the seed decides: who sees what, how much fits into a message, and every
    /// throw of the dice. Each device's program begins a new run.
    void begin(std::uint64_t seed);

    // ---- chance and time
    std::size_t below(std::size_t bound) { return static_cast<std::size_t>(dice_.below(bound)); }
    bool chance(std::size_t percent) { return below(100) < percent; }
    void pass(std::chrono::milliseconds by);
    platform::WallTime now() const { return hubClock.wall(); }

    // ---- machines
    Machine& anyMachine() { return *machines.at(below(machines.size())); }
    /// The program dies, or the machine with it, and starts again on what is durable.
    void restart(Machine& machine, bool power);
    void copyMachine(const Machine& original);
    void keepImage(Machine& machine);
    void putBack(Machine& machine);
    /// Its file is damaged: what can be read goes on in a new one. Throws Violation when that loses what was
    /// never at the hub.
    void salvage(Machine& machine);
    void setClock(Machine& machine, std::chrono::milliseconds ahead);
    std::vector<sync::Scope> scopesOf(const Machine& machine);

    // ---- the network
    void send(Machine& machine);
    void carryRequests();
    void carryAnswer();
    /// A new round; what is under way of the one before comes too late.
    void beginRound(Machine& machine, const sync::RoundOptions& options);
    /// The next request of the machine's round and its answer, each that long on the way; false when there is
    /// none.
    bool exchange(Machine& machine, std::chrono::milliseconds there, std::chrono::milliseconds back);
    /// The same, with something that happens after the request has left and before the hub reads it.
    bool exchange(Machine& machine, std::chrono::milliseconds there, std::chrono::milliseconds back,
                  const std::function<void()>& onTheWay);
    /// A round in which everything arrives; true when nothing failed. Throws Violation when it does not end.
    bool quietRound(Machine& machine);
    void dropMessages();
    /// Throws Violation when a device shows a value earlier than one in its history.
    void checkShown(Machine& machine);
    void noteHeldBlobs(Machine& machine);

    // ---- sticks, by which a person carries what waits on a device
    void saveStick(Machine& machine);
    /// One of them comes to the hub, perhaps not for the last time.
    void bringStick();
    /// The answer of one of them comes to a disk of the device that wrote it, perhaps not the right one.
    void readStick();

    // ---- the hub
    void restartHub();
    void backUp();
    void restoreHub(bool silently);
    void erase(const sync::Uuid& record);
    void changeScopes(sync::DeviceNumber device);
    void setScopes(sync::DeviceNumber device, const std::vector<sync::Scope>& scopes);
    /// A device that may see nothing of a note tries to write into it.
    void intrude(const sync::Uuid& note);
    /// It knows the addresses of all blobs, and asks for one.
    void spy();
    /// A device without a sense of time sends what it wrote next year.
    void foretell();

    Trace trace;
    Truth truth;
    world::WardRules rules;
    platform::ManualClock hubClock;
    std::unique_ptr<sync::Hub> hub;
    std::vector<std::unique_ptr<Machine>> machines;
    std::vector<sync::Uuid> notes; ///< every note that was ever saved
    std::set<sync::Uuid> poisoned; ///< of these, those the hub refuses
    bool hubLost = false;          ///< a restore took the hub back
    bool rolledBackSilently = false;
    bool isAtRest = false; ///< nothing goes wrong any more

private:
    std::unique_ptr<Machine> newMachine(sync::DeviceNumber device, platform::Database database);
    sync::HubAnswer served(Machine& machine, const sync::HubRequest& request);
    void takeAnswer(Machine& machine, const Message& message);
    void writeDown(Machine& machine, const sync::HubAnswer& answer);
    void spoil(sync::HubRequest& request);
    void beforeRequest(Machine& machine, const sync::HubRequest& request);
    std::vector<sync::HubAnswer> serveGroup(const std::vector<world::ServedRequest>& requests);
    void afterAnswer(const sync::HubRequest& request, const sync::HubAnswer& answer);
    void checkPushed(const sync::Push& push, const sync::PushAnswer& answer);
    std::optional<sync::Push> forgedPush();
    void noteHeld(Machine& machine, const sync::HubAnswer& answer);
    void openHub(platform::Database database);
    void reconcileBackups();
    void noteNumbers();
    /// After media were lost: what only they held is excused; what had been let go too early is not.
    void takeStock(bool hubWentBack);
    void takeStockOfBlobs(bool hubWentBack);

    Dice dice_;
    std::unique_ptr<world::Medium> medium_;
    Dice hubRandom_;
    std::vector<Message> requests_;
    std::vector<Message> answers_;
    std::vector<KeptBackup> backups_;
    std::vector<Stick> sticks_;
    std::map<std::string, sync::Uuid> numbers_;
    sync::DeviceNumber intruder_ = 0;
    sync::RoundOptions roundOptions_;
    sync::PageLimits page_;
    int boots_ = 0;
    int files_ = 0;
    int letters_ = 0;
};

/// A short, stable text of an id for the trace.
std::string shortId(const sync::Uuid& id);

} // namespace lianxin::simulation

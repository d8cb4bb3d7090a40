// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A ward that exists in one test: devices, a hub, a network that does what the test's script says, and time
// that passes when it is told to. Everything is the real store and the real round; only the wire, the clocks
// and the dice are the test's own; messages still pass through their form on the wire. Everything is seeded,
// so a test does the same each time.

#include "platform/clock/clock.h"
#include "tests/world/by_value.h"
#include "tests/world/medium.h"
#include "tests/world/state_text.h"
#include "tests/world/ward_schema.h"

#include <deque>
#include <memory>
#include <string>
#include <vector>

namespace lianxin::world {

/// What the network does to one request of a round.
enum class Fate {
    Deliver,
    LoseRequest,
    LoseAnswer,
    Twice,       ///< the request arrives twice; the answer to the second is what comes back
    AnswerTwice, ///< the answer arrives twice
    Overtaken,   ///< the next request of this round arrives first, if one is on its way already
    Late,        ///< the device gives up; the request arrives when deliverLate() says so
};

struct RoundReport {
    sync::RoundProgress progress;
    std::optional<sync::Failure> failure;
    std::vector<std::string> requests; ///< "hello", "push", "pull", in the order in which they left
    /// Requests for which the script had nothing any more, and words of the script that nothing asked for:
    /// both zero, or the test does not describe what happens.
    int unscripted = 0;
    int unused = 0;
    std::int64_t blobBytes = 0; ///< that left on their way to the hub

    bool done() const { return !failure && unscripted == 0 && unused == 0; }
};

struct WardOptions {
    /// The scopes of each device; "*" for all.
    std::vector<std::vector<sync::Scope>> devices;
    bool onDisk = false;
    /// Of each device; where there is none it is "ward". A "reader" may write nothing.
    std::vector<std::string> roles{};
    std::uint64_t seed = 1;
    sync::RoundOptions round{};
    sync::PageLimits page{};
    sync::ReplicaOptions replica{};
    /// A push of more bytes of JSON is refused as a whole, as by a hub that reads no more. 0: none is.
    std::size_t largestPush = 0;
};

/// What was on a disk at some moment.
using Image = std::unique_ptr<platform::Database>;

class FakeWard {
public:
    explicit FakeWard(WardOptions options);
    /// On a medium of the test's own. Its first database is the hub's, the others are the devices' in their
    /// order.
    FakeWard(WardOptions options, std::unique_ptr<Medium> medium);
    ~FakeWard();

    sync::Replica& device(std::size_t i) { return *machines_.at(i)->replica; }
    sync::DeviceNumber number(std::size_t i) const { return machines_.at(i)->number; }
    std::size_t devices() const { return machines_.size(); }
    sync::Hub& hub() { return *hub_; }
    WardRules& rules() { return rules_; }
    platform::ManualClock& clock(std::size_t i) { return machines_.at(i)->clock; }
    platform::ManualClock& hubClock() { return hubClock_; }
    /// Time passes everywhere.
    void advance(std::chrono::milliseconds by);

    // ---- exchange
    /// One whole round; everything arrives.
    RoundReport sync(std::size_t i);
    /// One whole round in which the n-th request meets the n-th fate. Requests beyond the script are not
    /// answered.
    RoundReport sync(std::size_t i, const std::vector<Fate>& script);
    /// One whole round whose first `requests` requests are answered and then nothing any more.
    RoundReport syncCutAfter(std::size_t i, std::size_t requests);
    /// Rounds of all devices until none of them changes anything. False when that does not happen.
    bool syncUntilQuiet();
    void deliverLate();

    // ---- mishaps
    /// The program dies and starts again on what is durable.
    void crash(std::size_t i);
    void crashHub();
    /// The data folder is copied to another machine; returns its number.
    std::size_t copyDevice(std::size_t i);
    Image imageOf(std::size_t i);
    void putBack(std::size_t i, const Image& image);
    /// Takes a backup of the hub and notes it there.
    Image backupHub();
    Image imageOfHub();
    /// As the restore command does: the number series go on under a letter of their own.
    void restoreHub(const Image& image, const std::string& letter);
    /// As a hypervisor does, without a word to anyone.
    void rollBackHub(const Image& image);
    /// The program of this device is replaced by one that knows this schema.
    void upgrade(std::size_t i, const sync::Schema& schema);
    void upgradeHub(const sync::Schema& schema);

    // ---- short ways to write and read
    sync::Uuid write(std::size_t i, const sync::Record& draft);
    sync::Uuid writeNote(std::size_t i, std::string_view ward, std::string_view title);
    sync::Uuid writeStep(std::size_t i, const sync::Uuid& note, std::string_view kind,
                         std::string_view target);
    /// A picture of these bytes, which belongs to the note.
    sync::Uuid writePicture(std::size_t i, const sync::Uuid& note, const std::string& bytes);
    /// False when the edit was refused.
    bool edit(std::size_t i, const sync::Uuid& note, const std::string& field, const std::string& value);
    std::optional<sync::Record> note(std::size_t i, const sync::Uuid& id);
    std::optional<sync::Record> step(std::size_t i, const sync::Uuid& id);
    /// What is shown of a field, as JSON; "" when the note is not here.
    std::string shown(std::size_t i, const sync::Uuid& note, const std::string& field);
    /// The values of a field that lost, as JSON, sorted.
    std::vector<std::string> lost(std::size_t i, const sync::Uuid& note, const std::string& field);
    std::size_t conflicts(std::size_t i, const sync::Uuid& note);
    std::optional<sync::Record> hubNote(const sync::Uuid& id);
    /// Whether the hub has all of these bytes, and they are those.
    bool hubHas(const std::string& bytes);
    /// How the device differs from what the hub holds for it; empty when it does not.
    std::string differsFromHub(std::size_t i);
    /// The same for all devices.
    std::string differences();

private:
    struct Machine {
        Machine(platform::WallTime wall, std::uint64_t seed) : clock(wall), random(seed) {}

        sync::DeviceNumber number = 0;
        const sync::Schema* schema = nullptr;
        platform::ManualClock clock;
        platform::SeededRandom random;
        std::unique_ptr<sync::Replica> replica;
    };
    struct Script {
        std::vector<Fate> fates;
        bool endless; ///< whatever comes after the fates is delivered
    };

    RoundReport run(std::size_t i, Script script);
    void carry(Machine& machine, sync::Round& round, std::deque<sync::OutgoingRequest>& waiting,
               const Script& script, RoundReport& report);
    sync::HubAnswer serveOverWire(const Machine& machine, const sync::HubRequest& request);
    void open(Machine& machine, platform::Database database);
    void openHub(platform::Database database);

    WardOptions options_;
    std::unique_ptr<Medium> medium_;
    WardRules rules_;
    const sync::Schema* hubSchema_ = &wardSchema();
    platform::ManualClock hubClock_;
    platform::SeededRandom hubRandom_;
    std::unique_ptr<sync::Hub> hub_;
    std::vector<std::unique_ptr<Machine>> machines_;
    std::vector<ServedRequest> late_;
    int backups_ = 0;
};

} // namespace lianxin::world
